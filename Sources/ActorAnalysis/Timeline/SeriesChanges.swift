import ActorModel
import GraphAlgorithms
import GraphCore

/// A series of numbers that a timeline holds.
public enum SeriesSubject: Sendable, Hashable {
  /// An actor's score.
  case actor(Actor, measure: String)
  /// A number of the whole network.
  case network(NetworkMeasure)
  /// The strength of a tie.
  case tie(TrackedTie)
}

/// A date on which a series settled at another level.
public struct SeriesChange: Sendable {
  /// The series.
  public let subject: SeriesSubject
  /// The position of the first state after the change.
  public let state: Int
  /// The mean of the segment before.
  public let before: Double
  /// The mean of the segment after.
  public let after: Double
  /// The change of the series at that date, in standard deviations of the whole series.
  public let size: Double
  /// The relations that changed between the state before and this one; those of the actor or tie first.
  public let events: [SeriesEvent]
  /// How many of the events have the actor, or an actor of the tie, at one end.
  public let ownEventCount: Int
}

/// Something that happened to a relation between two states.
public struct SeriesEvent: Sendable, Hashable {
  /// What happened.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The relation is new.
    case began
    /// The relation no longer holds.
    case ended
    /// The relation says something else.
    case changed
  }

  /// What happened.
  public let kind: Kind
  /// The relation, as it was where it ended and as it is otherwise.
  public let relation: Relation
  /// What changed, where it did.
  public let fields: [FieldChange]

  /// When it happened; `nil` where that is not dated.
  public var date: CalendarDate? { kind == .ended ? relation.validity.until : relation.validity.since }
}

/// Finds where the series of a timeline changed, and what happened then.
struct SeriesChanges {
  let finder: ChangePoints
  let result: TimelineResult

  func find(in context: RunContext) throws(AlgorithmError) -> [SeriesChange] {
    guard result.dates.count > 1 else { return [] }
    var changes: [SeriesChange] = []
    var events: [Int: [SeriesEvent]] = [:]
    func add(_ subject: SeriesSubject, _ values: [Double?]) throws(AlgorithmError) {
      let states = values.indices.filter { values[$0]?.isFinite ?? false }
      let series = states.compactMap { values[$0] }
      let segmentation = try finder.run(on: series, in: context)
      let deviation = Self.deviation(series)
      for (first, second) in zip(segmentation.segments, segmentation.segments.dropFirst()) {
        let state = states[second.lowerBound]
        let earlier = states[first.upperBound - 1]
        if events[state] == nil { events[state] = self.events(earlier, state) }
        let found = events[state] ?? []
        let own = found.filter { Self.concerns($0.relation, subject, result.graphs[state]) }
        let step = series[second.lowerBound] - series[first.upperBound - 1]
        changes.append(
          SeriesChange(
            subject: subject, state: state, before: Self.mean(series[first]), after: Self.mean(series[second]),
            size: deviation > 0 ? step / deviation : 0,
            events: own + found.filter { !own.contains($0) }, ownEventCount: own.count))
      }
    }
    for (measure, values) in zip(result.networkMeasures, result.networkValues) { try add(.network(measure), values) }
    for (tie, values) in zip(result.ties, result.tieValues) { try add(.tie(tie), values) }
    for rankings in result.rankings {
      for series in Self.actorSeries(rankings) { try add(.actor(series.actor, measure: series.measure), series.values) }
    }
    return changes
  }

  private struct ActorSeries {
    let actor: Actor
    let measure: String
    var values: [Double?]
  }

  /// The scores of each actor over the states, sorted by id.
  private static func actorSeries(_ rankings: [RankingResult]) -> [ActorSeries] {
    var series: [String: ActorSeries] = [:]
    for (state, ranking) in rankings.enumerated() {
      for row in ranking.ranked {
        series[
          row.actor.id,
          default: ActorSeries(
            actor: row.actor, measure: ranking.measure, values: [Double?](repeating: nil, count: rankings.count))
        ].values[state] = row.score
      }
    }
    return series.values.sorted { $0.actor.id < $1.actor.id }
  }

  private func events(_ earlier: Int, _ later: Int) -> [SeriesEvent] {
    let matching = RelationMatching(before: result.graphs[earlier], after: result.graphs[later])
    return matching.added.map { SeriesEvent(kind: .began, relation: $0, fields: []) }
      + matching.ended.map { SeriesEvent(kind: .ended, relation: $0, fields: []) }
      + matching.changed.map { SeriesEvent(kind: .changed, relation: $0.after, fields: $0.fields) }
  }

  /// Whether a relation has the actor of a series, or both actors of a tie, at its ends.
  private static func concerns(_ relation: Relation, _ subject: SeriesSubject, _ projected: ProjectedGraph) -> Bool {
    func isAt(_ end: String, _ actor: String) -> Bool {
      end == actor
        || (projected.node(ofActor: end) != nil && projected.node(ofActor: end) == projected.node(ofActor: actor))
    }
    let ends = relation.ends
    switch subject {
    case .network: return false
    case .actor(let actor, _): return isAt(ends.first, actor.id) || isAt(ends.second, actor.id)
    case .tie(let tie):
      return (isAt(ends.first, tie.from) && isAt(ends.second, tie.to))
        || (isAt(ends.first, tie.to) && isAt(ends.second, tie.from))
    }
  }

  private static func mean(_ values: ArraySlice<Double>) -> Double { values.reduce(0, +) / Double(values.count) }

  private static func deviation(_ values: [Double]) -> Double {
    let mean = mean(values[...])
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(values.count, 1))).squareRoot()
  }
}
