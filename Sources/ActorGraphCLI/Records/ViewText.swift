import ActorGraph

/// What a result looked at, in words, for the line under a title.
enum ViewText {
  /// "as of 2025-07-08; facts and assessments; edges as stated; parallel relations: sum; …"
  static func sentence(_ projected: ProjectedGraph) -> String { ViewDescription(of: projected).sentence }

  /// "66 dates from 2021-01-01 to 2026-06-01; fact + assessment; …": what a series looked at.
  static func series(_ dates: [FrameDate], _ graphs: [ProjectedGraph]) -> String {
    SeriesDescription(of: dates, graphs).sentence
  }

  /// "17 undated relations count as held; …": what a series' head says and a form without a head cannot.
  static func seriesRemarks(_ graphs: [ProjectedGraph]) -> [String] { SeriesDescription(of: [], graphs).remarks }

  /// "3 dates with changes after 2023-07-01, the last shown, up to 2023-09-15": what a series does not show.
  static func passedOver(_ series: SnapshotSeries) -> [String] {
    guard let last = series.changesAfterLastDay.last, let shown = series.frames.last?.date.label else { return [] }
    let dates = count(series.changesAfterLastDay.count, "date")
    return ["\(dates) with changes after \(shown), the last date shown, up to \(last); --every change shows them"]
  }

  /// "2021-08-15 to 2026-07-07, the last day included; fact + assessment; …": what a way through time looked at.
  static func period(_ timed: TimedProjection) -> String {
    let view = ViewDescription(of: timed.projected)
    let direction = timed.projected.projection.direction
    var parts = ["\(timed.period.start) to \(timed.period.end.advanced(by: -1)), the last day included"]
    parts += [view.outside, view.knownBy].compactMap(\.self) + view.statements + [view.size]
    parts += [view.undated].compactMap(\.self)
    parts.append(direction == .either ? "undirected" : "directed as \(direction.rawValue)")
    parts += [view.loops].compactMap(\.self)
    return parts.joined(separator: "; ")
  }

  /// What a table's head says and a form without a head cannot: undated relations that count, days outside the file's
  /// dates, ties that are left out.
  static func remarks(_ graphs: [ProjectedGraph]) -> [String] {
    ViewDescription.remarks(on: graphs).map(AnswerWording.commandLine.text)
  }

  /// "1 relation", "2 relations"
  static func count(_ number: Int, _ noun: String) -> String { ViewDescription.count(number, noun) }
}
