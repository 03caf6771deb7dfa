import ActorGraph

/// What a result looked at, in words, for the line under a title and for captions.
enum ViewText {
  /// "as of 2025-07-08; facts and assessments; edges as stated; parallel relations: sum; …"
  static func sentence(_ projected: ProjectedGraph) -> String {
    let projection = projected.projection
    let snapshot = projected.snapshot
    var parts = [snapshot.timeDescription] + [outside(snapshot)].compactMap(\.self)
    if snapshot.days != nil, snapshot.day == nil { parts.append(snapshot.query.windowMode.meaning) }
    if let day = snapshot.query.knownBy { parts.append("known by \(day)") }
    parts += statements(projected)
    parts.append("\(count(projected.graph.nodeCount, "actor")), \(count(projected.relationCount, "relation"))")
    parts += [undated(projected.undatedCount)].compactMap(\.self)
    parts += edges(projected)
    if !projection.halfLives.isEmpty { parts.append(decay(projection) + undecayed(projection, snapshot)) }
    parts += [loops(projected)].compactMap(\.self)
    if snapshot.unsupportedCount > 0 {
      parts.append("\(count(snapshot.unsupportedCount, "relation")) left out for want of evidence")
    }
    return parts.joined(separator: "; ")
  }

  /// "66 dates from 2021-01-01 to 2026-06-01; fact + assessment; …": what a series looked at.
  static func series(_ dates: [FrameDate], _ graphs: [ProjectedGraph]) -> String {
    guard let first = graphs.first, let last = dates.last else { return "no dates" }
    var parts = [dates.count == 1 ? dates[0].label : "\(dates.count) dates from \(dates[0].label) to \(last.label)"]
    if graphs.contains(where: { $0.snapshot.days != nil && $0.snapshot.day == nil }) {
      parts.append("in each window \(first.snapshot.query.windowMode.meaning)")
    }
    let known = Set(graphs.map(\.snapshot.query.knownBy))
    if known.count == 1, let day = first.snapshot.query.knownBy { parts.append("known by \(day)") }
    if known.count > 1 { parts.append("each as known by its own date") }
    parts += seriesRemarks(graphs) + statements(first) + edges(first)
    if !first.projection.halfLives.isEmpty { parts.append(decay(first.projection)) }
    return parts.joined(separator: "; ")
  }

  /// "17 undated relations count as held; 2 dates lie outside the file's dates, 2003-01-01 to 2026-07-07". Nothing where
  /// it is the frames that give dates, and not what is in them.
  static func seriesRemarks(_ graphs: [ProjectedGraph]) -> [String] {
    let dated = graphs.filter { $0.snapshot.datesCovered != nil }
    let counts = dated.map(\.undatedCount)
    var parts: [String] = []
    if let most = counts.max(), let text = undated(most) {
      parts.append(counts.allSatisfy { $0 == most } ? text : "up to " + text)
    }
    let outside = dated.filter { $0.snapshot.sideOfDates != nil }
    if let dates = outside.first?.snapshot.datesCovered {
      let number = count(outside.count, "date")
      parts.append("\(number) \(outside.count == 1 ? "lies" : "lie") outside the file's dates, \(dates)")
    }
    let loops = graphs.map(\.droppedLoopCount).max() ?? 0
    if loops > 0 { parts.append("up to \(count(loops, "tie")) inside one actor dropped") }
    return parts
  }

  /// "3 dates with changes after 2023-07-01, the last shown, up to 2023-09-15": what a series does not show.
  static func passedOver(_ series: SnapshotSeries) -> [String] {
    guard let last = series.changesAfterLastDay.last, let shown = series.frames.last?.date.label else { return [] }
    let dates = count(series.changesAfterLastDay.count, "date")
    return ["\(dates) with changes after \(shown), the last date shown, up to \(last); --every change shows them"]
  }

  /// "2021-08-15 to 2026-07-07, the last day included; fact + assessment; …": what a way through time looked at.
  static func period(_ timed: TimedProjection) -> String {
    let projected = timed.projected
    var parts = [
      "\(timed.period.start) to \(timed.period.end.advanced(by: -1)), the last day included"
    ]
    parts += [outside(projected.snapshot)].compactMap(\.self)
    if let day = projected.snapshot.query.knownBy { parts.append("known by \(day)") }
    parts += statements(projected)
    parts.append(
      "\(count(projected.graph.nodeCount, "actor")), \(count(projected.relationCount, "relation"))")
    parts += [undated(projected.undatedCount)].compactMap(\.self)
    parts.append(
      projected.projection.direction == .either
        ? "undirected" : "directed as \(projected.projection.direction.rawValue)")
    parts += [loops(projected)].compactMap(\.self)
    return parts.joined(separator: "; ")
  }

  /// "1850-01-01 lies before the file's dates, 2003-01-01 to 2026-07-07"; `nil` where a day looked at lies within them.
  static func outside(_ snapshot: Snapshot) -> String? {
    guard let side = snapshot.sideOfDates, let dates = snapshot.datesCovered else { return nil }
    let time = snapshot.day.map { "\($0)" } ?? "the window"
    return "\(time) lies \(side.rawValue) the file's dates, \(dates)"
  }

  /// "17 undated relations count as held"; `nil` for none.
  static func undated(_ number: Int) -> String? {
    number > 0 ? "\(count(number, "undated relation")) \(number == 1 ? "counts" : "count") as held" : nil
  }

  /// "1 tie inside one actor dropped", or kept; `nil` where there is none.
  private static func loops(_ projected: ProjectedGraph) -> String? {
    let dropped = projected.droppedLoopCount
    if dropped > 0 { return "\(count(dropped, "tie")) inside one actor dropped" }
    let kept = projected.keptLoopCount
    return kept > 0 ? "\(count(kept, "tie")) inside one actor kept as \(kept == 1 ? "a loop" : "loops")" : nil
  }

  /// What a table's head says and a form without a head cannot: undated relations that count, days outside the file's
  /// dates, ties that are left out.
  static func remarks(_ views: [ProjectedGraph]) -> [String] {
    views.flatMap { view in
      var parts = [outside(view.snapshot), undated(view.undatedCount)].compactMap(\.self)
      if let loops = loops(view) {
        parts.append(
          view.droppedLoopCount > 0
            ? "\(loops); --loops keep keeps \(view.droppedLoopCount == 1 ? "it" : "them")" : loops)
      }
      return parts.map { "\(view.snapshot.timeDescription): \($0)" }
    }
  }

  /// Which statements count.
  private static func statements(_ projected: ProjectedGraph) -> [String] {
    let projection = projected.projection
    let query = projected.snapshot.query
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

  /// How they become edges.
  private static func edges(_ projected: ProjectedGraph) -> [String] {
    let projection = projected.projection
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
  private static func decay(_ projection: Projection) -> String {
    let lives = projection.halfLives.map {
      "\($0.type ?? (projection.halfLives.count > 1 ? "others" : "all types")) \(NumberText.plain($0.days))"
    }
    return "half-lives in days: \(lives.joined(separator: ", "))"
  }

  /// ", 2 undated relations without decay"
  private static func undecayed(_ projection: Projection, _ snapshot: Snapshot) -> String {
    let undated = snapshot.relations.count {
      projection.admits($0) && projection.halfLife(ofType: $0.type) != nil && snapshot.age(of: $0) == nil
    }
    return undated > 0 ? ", \(count(undated, "undated relation")) without decay" : ""
  }

  /// "1 relation", "2 relations"
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
