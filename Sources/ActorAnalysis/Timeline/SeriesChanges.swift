import ActorModel
import GraphAlgorithms
import GraphCore

/// A series of numbers that a timeline holds.
package enum SeriesSubject: Sendable, Hashable {
  /// An actor's score.
  case actor(Actor, measure: String)
  /// A number of the whole network.
  case network(NetworkMeasure)
  /// The strength of a tie.
  case tie(TrackedTie)
}

/// A date on which a series settled at another level.
package struct SeriesChange: Sendable {
  /// The series.
  package let subject: SeriesSubject
  /// The position of the first state after the change.
  package let state: Int
  /// The mean of the segment before.
  package let before: Double
  /// The mean of the segment after.
  package let after: Double
  /// The size of the change as a share of the largest value that the measure has anywhere on the timeline, by which
  /// changes of different measures can be put side by side.
  package let relativeSize: Double
  /// The change of the series at that date, in standard deviations of the whole series.
  package let size: Double
  /// The relations that changed between the state before and this one: those of the actor or tie, all for a number of
  /// the whole network; the strongest first, at most 25.
  package let events: [SeriesEvent]
  /// How many relations that changed have the actor at one end, or are the tie; 0 for a number of the whole network.
  package let ownEventCount: Int
  /// How many relations changed in all.
  package let eventCount: Int

  /// The change in the unit of the measure.
  package var difference: Double { after - before }
}

/// Something that happened to a relation between two states.
package struct SeriesEvent: Sendable, Hashable {
  /// What happened.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// The relation is new.
    case began
    /// The relation no longer holds.
    case ended
    /// The relation says something else.
    case changed
  }

  /// What happened.
  package let kind: Kind
  /// The relation, as it was where it ended and as it is otherwise.
  package let relation: Relation
  /// What changed, where it did.
  package let fields: [FieldChange]

  /// When it happened; `nil` where that is not dated.
  package var date: CalendarDate? { kind == .ended ? relation.validity.until : relation.validity.since }
}

/// Finds where the series of a timeline changed, and what happened then.
struct SeriesChanges {
  let finder: ChangePoints
  let result: TimelineResult

  /// The most relations that a change carries.
  static let eventLimit = 25

  func find(in context: RunContext) throws(AlgorithmError) -> [SeriesChange] {
    guard result.dates.count >= finder.leastCount else { return [] }
    var changes: [SeriesChange] = []
    var happened: [StatePair: SeriesEvents] = [:]
    func add(_ series: [Series]) throws(AlgorithmError) {
      let largest = series.lazy.flatMap(\.values).compactMap(\.self).map(abs).filter(\.isFinite).max() ?? 0
      for one in series {
        for point in try points(one.values, context) {
          let pair = StatePair(earlier: point.earlier, later: point.later)
          let events = happened[pair] ?? SeriesEvents(result.graphs[pair.earlier], result.graphs[pair.later])
          happened[pair] = events
          changes.append(point.change(of: one.subject, events, largest: largest))
        }
      }
    }
    for (measure, values) in zip(result.networkMeasures, result.networkValues) {
      try add([Series(subject: .network(measure), values: values)])
    }
    try add(zip(result.ties, result.tieValues).map { Series(subject: .tie($0), values: $1) })
    for rankings in result.rankings { try add(Self.actorSeries(rankings)) }
    return changes
  }

  private struct StatePair: Hashable {
    let earlier: Int
    let later: Int
  }

  private struct Series {
    let subject: SeriesSubject
    var values: [Double?]
  }

  /// A change point, without what happened then.
  private struct Point {
    let earlier: Int
    let later: Int
    let before: Double
    let after: Double
    let size: Double

    func change(of subject: SeriesSubject, _ events: SeriesEvents, largest: Double) -> SeriesChange {
      let own = events.concerning(subject)
      return SeriesChange(
        subject: subject, state: later, before: before, after: after,
        relativeSize: largest > 0 ? abs(after - before) / largest : 0, size: size,
        events: Array((own ?? events.all).prefix(SeriesChanges.eventLimit)), ownEventCount: own?.count ?? 0,
        eventCount: events.all.count)
    }
  }

  private func points(_ values: [Double?], _ context: RunContext) throws(AlgorithmError) -> [Point] {
    let states = values.indices.filter { values[$0]?.isFinite ?? false }
    let series = states.compactMap { values[$0] }
    let segments = try finder.run(on: series, in: context).segments
    let deviation = Self.deviation(series)
    return zip(segments, segments.dropFirst()).map { first, second in
      let step = series[second.lowerBound] - series[first.upperBound - 1]
      return Point(
        earlier: states[first.upperBound - 1], later: states[second.lowerBound], before: Self.mean(series[first]),
        after: Self.mean(series[second]), size: deviation > 0 ? step / deviation : 0)
    }
  }

  /// The scores of each actor over the states, sorted by id.
  private static func actorSeries(_ rankings: [RankingResult]) -> [Series] {
    var values: [String: [Double?]] = [:]
    var actors: [String: Actor] = [:]
    for (state, ranking) in rankings.enumerated() {
      for row in ranking.ranked {
        values[row.actor.id, default: [Double?](repeating: nil, count: rankings.count)][state] = row.score
        if actors[row.actor.id] == nil { actors[row.actor.id] = row.actor }
      }
    }
    let measure = rankings.first?.measure ?? ""
    return actors.values.sorted { $0.id < $1.id }.map { actor in
      Series(subject: .actor(actor, measure: measure), values: values[actor.id] ?? [])
    }
  }

  private static func mean(_ values: ArraySlice<Double>) -> Double { values.reduce(0, +) / Double(values.count) }

  private static func deviation(_ values: [Double]) -> Double {
    let mean = mean(values[...])
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(values.count, 1))).squareRoot()
  }
}

/// What happened to relations between two states, and to whom.
private struct SeriesEvents {
  /// All of it, the strongest relations first.
  let all: [SeriesEvent]
  private let after: ProjectedGraph
  /// The positions of the events of each actor, by the actor that the relation names and by the node that stands for it.
  private var byActor: [String: [Int]] = [:]
  private var byNode: [Int: [Int]] = [:]

  init(_ before: ProjectedGraph, _ after: ProjectedGraph) {
    self.after = after
    let matching = RelationMatching(before: before, after: after)
    let found =
      matching.added.map { SeriesEvent(kind: .began, relation: $0, fields: []) }
      + matching.ended.map { SeriesEvent(kind: .ended, relation: $0, fields: []) }
      + matching.changed.map { SeriesEvent(kind: .changed, relation: $0.after, fields: $0.fields) }
    all = found.sorted { a, b in
      if a.relation.strength != b.relation.strength { return a.relation.strength > b.relation.strength }
      return a.relation.id != b.relation.id ? a.relation.id < b.relation.id : a.kind.rawValue < b.kind.rawValue
    }
    for (position, event) in all.enumerated() {
      for end in Set([event.relation.ends.first, event.relation.ends.second]) {
        byActor[end, default: []].append(position)
        if let node = after.node(ofActor: end) { byNode[node, default: []].append(position) }
      }
    }
  }

  /// The events of an actor or tie; `nil` for the whole network, which all concern.
  func concerning(_ subject: SeriesSubject) -> [SeriesEvent]? {
    switch subject {
    case .network: nil
    case .actor(let actor, _): positions(actor.id).sorted().map { all[$0] }
    case .tie(let tie): positions(tie.from).intersection(positions(tie.to)).sorted().map { all[$0] }
    }
  }

  /// The events of relations that have an actor, or a part of it, at one end.
  private func positions(_ actor: String) -> Set<Int> {
    Set(byActor[actor] ?? []).union(after.node(ofActor: actor).flatMap { byNode[$0] } ?? [])
  }
}
