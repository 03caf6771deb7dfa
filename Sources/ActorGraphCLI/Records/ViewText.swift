import ActorGraph

/// What a result looked at, in words, for the line under a title and for captions.
enum ViewText {
  /// "as of 2025-07-08; facts and assessments; edges as stated; parallel relations: sum; …"
  static func sentence(_ projected: ProjectedGraph) -> String {
    let projection = projected.projection
    let snapshot = projected.snapshot
    var parts = [snapshot.timeDescription]
    if snapshot.days != nil, snapshot.day == nil { parts.append(snapshot.query.windowMode.meaning) }
    if let day = snapshot.query.knownBy { parts.append("known by \(day)") }
    parts.append(projection.statuses.map(\.rawValue).joined(separator: " + "))
    if projection.signs != Sign.allCases { parts.append(projection.signs.map(\.rawValue).joined(separator: " + ")) }
    if let types = projection.types { parts.append("types \(types.joined(separator: ", "))") }
    if projection.minimumConfidence > 0 { parts.append("confidence ≥ \(projection.minimumConfidence)") }
    if !snapshot.query.sources.isEmpty {
      parts.append("resting on \(snapshot.query.sources.sorted().joined(separator: ", "))")
    }
    if !snapshot.query.withoutSources.isEmpty {
      parts.append("not on \(snapshot.query.withoutSources.sorted().joined(separator: ", ")) alone")
    }
    parts.append("\(count(projected.graph.nodeCount, "actor")), \(count(projected.relationCount, "relation"))")
    parts.append(!projected.graph.isDirected ? "undirected" : "directed as \(projection.direction.rawValue)")
    if projection.combination != .keep { parts.append("parallel relations: \(projection.combination.rawValue)") }
    switch projection.weights {
    case .none: parts.append("unweighted")
    case .strength: parts.append("length = \(projection.length == .inverse ? "1/strength" : "−ln strength")")
    case .length: parts.append("numbers are lengths")
    }
    if !projection.halfLives.isEmpty { parts.append(decay(projection, snapshot)) }
    if projected.droppedLoopCount > 0 {
      parts.append("\(count(projected.droppedLoopCount, "tie")) inside one actor dropped")
    }
    if snapshot.unsupportedCount > 0 {
      parts.append("\(count(snapshot.unsupportedCount, "relation")) left out for want of evidence")
    }
    return parts.joined(separator: "; ")
  }

  /// "half-lives in days: visits 180, others 365; 2 undated relations keep their weight"
  private static func decay(_ projection: Projection, _ snapshot: Snapshot) -> String {
    let lives = projection.halfLives.map {
      "\($0.type ?? (projection.halfLives.count > 1 ? "others" : "all types")) \(NumberText.plain($0.days))"
    }
    let undated = snapshot.relations.count {
      projection.admits($0) && projection.halfLife(ofType: $0.type) != nil && snapshot.age(of: $0) == nil
    }
    let rest = undated > 0 ? ", \(count(undated, "undated relation")) without decay" : ""
    return "half-lives in days: \(lives.joined(separator: ", "))\(rest)"
  }

  /// "1 relation", "2 relations"
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
