import ActorGraph

/// What a result looked at, in words, for the line under a title and for captions.
enum ViewText {
  /// "as of 2025-07-08; facts and assessments; edges as stated; parallel relations: sum; …"
  static func sentence(_ projected: ProjectedGraph) -> String {
    let projection = projected.projection
    let snapshot = projected.snapshot
    var parts = [snapshot.timeDescription]
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
    parts.append("\(projected.graph.nodeCount) actors, \(projected.relationCount) relations")
    parts.append(projection.direction == .either ? "undirected" : "directed as \(projection.direction.rawValue)")
    if projection.combination != .keep { parts.append("parallel relations: \(projection.combination.rawValue)") }
    switch projection.weights {
    case .none: parts.append("unweighted")
    case .strength: parts.append("length = \(projection.length == .inverse ? "1/strength" : "−ln strength")")
    case .length: parts.append("numbers are lengths")
    }
    if projected.droppedLoopCount > 0 { parts.append("\(projected.droppedLoopCount) ties inside one actor dropped") }
    if snapshot.unsupportedCount > 0 {
      parts.append("\(snapshot.unsupportedCount) relations left out for want of evidence")
    }
    return parts.joined(separator: "; ")
  }
}
