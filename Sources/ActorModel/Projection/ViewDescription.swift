/// What was looked at, in words: the one wording for tables, captions and pages.
package struct ViewDescription: Sendable {
  private let projected: ProjectedGraph
  private var snapshot: Snapshot { projected.snapshot }
  private var projection: Projection { projected.projection }

  /// The description of a graph.
  package init(of projected: ProjectedGraph) { self.projected = projected }

  /// "as of 2025-07-08; fact + assessment; 26 actors, 37 relations; directed as stated; parallel relations: sum; …"
  package var sentence: String {
    var parts = [snapshot.timeDescription] + [outside].compactMap(\.self)
    if snapshot.days != nil, snapshot.day == nil { parts.append(snapshot.query.windowMode.meaning) }
    parts += [knownBy].compactMap(\.self) + statements + [size] + [undated].compactMap(\.self) + edges
    if !projection.halfLives.isEmpty { parts.append(decay + undecayed) }
    parts += [loops].compactMap(\.self)
    parts += [selection.unsupported].compactMap(\.self)
    return parts.joined(separator: "; ")
  }

  private var selection: SelectionDescription { SelectionDescription(of: snapshot, by: projection) }

  /// "1850-01-01 lies before the file's dates, 2003-01-01 to 2026-07-07"; `nil` where a day looked at lies within them.
  package var outside: String? { selection.outside }

  /// "known by 2025-07-08"; `nil` where all evidence counts.
  package var knownBy: String? { selection.knownBy }

  /// Which statements count, part by part.
  package var statements: [String] { selection.statements }

  /// "26 actors, 37 relations"
  package var size: String {
    "\(Self.count(projected.graph.nodeCount, "actor")), \(Self.count(projected.relationCount, "relation"))"
  }

  /// "17 undated relations count as held"; `nil` for none.
  package var undated: String? { Self.undated(projected.undatedCount) }

  /// "17 undated relations count as held"; `nil` for none.
  package static func undated(_ number: Int) -> String? {
    number > 0 ? "\(count(number, "undated relation")) \(number == 1 ? "counts" : "count") as held" : nil
  }

  /// How statements become edges, part by part.
  package var edges: [String] {
    var parts = [!projected.graph.isDirected ? "undirected" : "directed as \(projection.direction.rawValue)"]
    if projection.combination != .keep { parts.append("parallel relations: \(projection.combination.rawValue)") }
    switch projection.weights {
    case .none: parts.append("unweighted")
    case .strength: parts.append("length = \(projection.length == .inverse ? "1/strength" : "−ln strength")")
    case .length: parts.append("numbers are lengths")
    }
    return parts
  }

  /// "half-lives in days: visits 180, others 365"
  package var decay: String {
    let lives = projection.halfLives.map { life in
      let days = life.days == life.days.rounded() ? "\(Int(life.days))" : "\(life.days)"
      return "\(life.type ?? (projection.halfLives.count > 1 ? "others" : "all types")) \(days)"
    }
    return "half-lives in days: \(lives.joined(separator: ", "))"
  }

  /// ", 2 undated relations without decay"
  private var undecayed: String {
    let undated = snapshot.relations.count {
      projection.admits($0) && projection.halfLife(ofType: $0.type) != nil && snapshot.age(of: $0) == nil
    }
    return undated > 0 ? ", \(Self.count(undated, "undated relation")) without decay" : ""
  }

  /// "1 tie inside one actor dropped", or kept; `nil` where there is none.
  package var loops: String? {
    let dropped = projected.droppedLoopCount
    if let text = Self.droppedLoops(dropped) { return text }
    let kept = projected.keptLoopCount
    return kept > 0 ? "\(Self.count(kept, "tie")) inside one actor kept as \(kept == 1 ? "a loop" : "loops")" : nil
  }

  /// "1 tie inside one actor dropped"; `nil` for none.
  package static func droppedLoops(_ number: Int) -> String? {
    number > 0 ? "\(count(number, "tie")) inside one actor dropped" : nil
  }

  /// "1 relation", "2 relations"
  package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

/// Which statements of a network are looked at, in words.
package struct SelectionDescription: Sendable {
  private let snapshot: Snapshot
  private let projection: Projection

  /// The description of what a projection takes of a snapshot.
  package init(of snapshot: Snapshot, by projection: Projection) {
    self.snapshot = snapshot
    self.projection = projection
  }

  /// "1850-01-01 lies before the file's dates, 2003-01-01 to 2026-07-07"; `nil` where a day looked at lies within them.
  package var outside: String? {
    guard let side = snapshot.sideOfDates, let dates = snapshot.datesCovered else { return nil }
    let time = snapshot.day.map { "\($0)" } ?? "the window"
    return "\(time) lies \(side.rawValue) the file's dates, \(dates)"
  }

  /// "known by 2025-07-08"; `nil` where all evidence counts.
  package var knownBy: String? { SeriesDescription.knownBy([snapshot]) }

  /// Which statements count, part by part.
  package var statements: [String] {
    let query = snapshot.query
    var parts = [projection.statuses.map(\.rawValue).joined(separator: " + ")]
    if projection.signs != Sign.allCases { parts.append(projection.signs.map(\.rawValue).joined(separator: " + ")) }
    if let types = projection.types { parts.append("types \(types.joined(separator: ", "))") }
    if projection.minimumConfidence > 0 { parts.append("confidence ≥ \(projection.minimumConfidence)") }
    if !query.sources.isEmpty { parts.append("resting on \(query.sources.sorted().joined(separator: ", "))") }
    if !query.withoutSources.isEmpty {
      parts.append("not on \(query.withoutSources.sorted().joined(separator: ", ")) alone")
    }
    return parts
  }

  /// "parts count as their whole", or as which; `nil` where every actor counts as itself.
  package var rollUp: String? {
    switch projection.rollUp {
    case .none: nil
    case .all: "parts count as their whole"
    case .into(let wholes): "parts count as \(wholes.joined(separator: ", "))"
    }
  }

  /// "3 relations left out for their sources or day of knowledge"; `nil` for none.
  package var unsupported: String? {
    guard snapshot.unsupportedCount > 0 else { return nil }
    return
      "\(ViewDescription.count(snapshot.unsupportedCount, "relation")) left out for their sources or day of knowledge"
  }
}

/// What a series of dates looked at, in words.
package struct SeriesDescription: Sendable {
  private let dates: [FrameDate]
  private let graphs: [ProjectedGraph]

  /// The description of graphs at dates.
  package init(of dates: [FrameDate], _ graphs: [ProjectedGraph]) {
    self.dates = dates
    self.graphs = graphs
  }

  /// "66 dates from 2021-01-01 to 2026-06-01; fact + assessment; …"
  package var sentence: String {
    guard let first = graphs.first, !dates.isEmpty else { return "no dates" }
    var parts = [Self.span(of: dates.map(\.label))]
    if graphs.contains(where: { $0.snapshot.days != nil && $0.snapshot.day == nil }) {
      parts.append("in each window \(first.snapshot.query.windowMode.meaning)")
    }
    let view = ViewDescription(of: first)
    parts += [Self.knownBy(graphs.map(\.snapshot))].compactMap(\.self)
    parts += remarks + view.statements + view.edges
    if !first.projection.halfLives.isEmpty { parts.append(view.decay) }
    return parts.joined(separator: "; ")
  }

  /// "66 dates from 2021-01-01 to 2026-06-01", or the only date.
  package static func span(of labels: [String]) -> String {
    guard labels.count > 1, let first = labels.first, let last = labels.last else { return labels.first ?? "no dates" }
    return "\(labels.count) dates from \(first) to \(last)"
  }

  /// "known by 2025-07-08", or that each is as known by its own date; `nil` where all evidence counts.
  package static func knownBy(_ snapshots: [Snapshot]) -> String? {
    let days = Set(snapshots.map(\.query.knownBy))
    if days.count > 1 { return "each as known by its own date" }
    return days.first?.map { "known by \($0)" }
  }

  /// "17 undated relations count as held; 2 dates lie outside the file's dates, 2003-01-01 to 2026-07-07", part by part.
  /// Nothing where it is the frames that give dates, and not what is in them.
  package var remarks: [String] {
    let dated = graphs.filter { $0.snapshot.datesCovered != nil }
    let counts = dated.map(\.undatedCount)
    var parts: [String] = []
    if let most = counts.max(), let text = ViewDescription.undated(most) {
      parts.append(counts.allSatisfy { $0 == most } ? text : "up to " + text)
    }
    let outside = dated.filter { $0.snapshot.sideOfDates != nil }
    if let covered = outside.first?.snapshot.datesCovered {
      let number = ViewDescription.count(outside.count, "date")
      parts.append("\(number) \(outside.count == 1 ? "lies" : "lie") outside the file's dates, \(covered)")
    }
    let loops = graphs.map(\.droppedLoopCount).max() ?? 0
    if let text = ViewDescription.droppedLoops(loops) { parts.append("up to " + text) }
    return parts
  }
}
