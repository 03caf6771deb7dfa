import ActorModel
import GraphCore

/// The game whose players are the changes: scores of the network with any of them made.
struct ChangeGame: Sendable {
  /// The players.
  private(set) var changes: [NetworkChange]
  /// Ids of all actors of either network, sorted.
  let actors: [String]
  private let before: ProjectedGraph
  private let after: ProjectedGraph
  /// Every relation of any state: those that all have, then by change the one it takes away and the one it brings.
  private var candidates: ChangeCandidates
  private let measures: CounterfactualMeasures
  private let observed: [ObservedRankings]

  /// How many measures are scored.
  var measureCount: Int { observed.count }
  /// How many numbers a state has: one for each measure and actor.
  var width: Int { measureCount * actors.count }

  init(
    _ before: ProjectedGraph, _ after: ProjectedGraph, _ measures: [MeasureChoice], observed: [ObservedRankings]
  ) {
    self.before = before
    self.after = after
    self.observed = observed
    self.measures = CounterfactualMeasures(
      measures, observed: observed.map { [$0.before, $0.after] }, by: after.projection)
    let matching = RelationMatching(before: before, after: after)
    let changed = matching.changed.filter { after.projection.sees($0, in: [before.snapshot, after.snapshot]) }
    var changes = matching.added.map(NetworkChange.added) + matching.ended.map(NetworkChange.ended)
    changes += changed.map(NetworkChange.changed)
    let old = Set(before.snapshot.actors.map(\.id))
    let new = Set(after.snapshot.actors.map(\.id))
    if old != new || Self.wholes(before) != Self.wholes(after) {
      changes.append(.actors(added: new.subtracting(old).sorted(), removed: old.subtracting(new).sorted()))
    }
    // By id, so that a comparison turned round meets its changes in the same order and its shares are the mirror image.
    self.changes = changes.sorted { $0.place < $1.place }
    actors = old.union(new).sorted()
    let moving = Set(matching.added.map(\.id)).union(changed.map(\.after.id))
    candidates = ChangeCandidates(
      constant: after.snapshot.relations.filter { after.projection.admits($0) && !moving.contains($0.id) },
      self.changes, before.snapshot, after.snapshot)
  }

  /// What each actor is a part of, where that counts.
  private static func wholes(_ projected: ProjectedGraph) -> [String: String] {
    guard projected.projection.rollUp != .none else { return [:] }
    let parts = projected.snapshot.actors.compactMap { actor in actor.partOf.map { (actor.id, $0) } }
    return Dictionary(parts, uniquingKeysWith: { first, _ in first })
  }

  /// The numbers of a state.
  struct State: Sendable {
    /// By measure, then by actor; an actor that is not there has 0.
    var values: [Double]
    /// For each measure why it has no scores.
    var refusals: [String?]
  }

  /// Adds the setting as one more change where the others do not lead from one network to the other: where ages,
  /// memberships or the file itself count.
  ///
  /// - Throws: `.cancelled`.
  mutating func complete(in context: RunContext) throws(AlgorithmError) {
    let hasSwap = changes.contains { if case .actors = $0 { true } else { false } }
    if hasSwap { return }
    if try leads(in: context) { return }
    let constant = candidates.constant
    changes = (changes + [.setting]).sorted { $0.place < $1.place }
    candidates = ChangeCandidates(constant: constant, changes, before.snapshot, after.snapshot)
  }

  /// Whether no change made gives the scores before, and all made those after.
  private func leads(in context: RunContext) throws(AlgorithmError) -> Bool {
    let none = try scores(made: changes.map { _ in false }, context)
    let all = try scores(made: changes.map { _ in true }, context)
    for (m, rankings) in observed.enumerated() {
      for (state, ranking) in [(none, rankings.before), (all, rankings.after)] {
        let known = Dictionary(ranking.ranked.map { ($0.actor.id, $0.score) }, uniquingKeysWith: { first, _ in first })
        let tolerance = TiedRanks.tolerance * (known.values.map(abs).filter(\.isFinite).max() ?? 0)
        for (a, actor) in actors.enumerated() {
          let value = state.values[m * actors.count + a]
          let expected = known[actor] ?? 0
          if value != expected, !(abs(value - expected) <= tolerance) { return false }
        }
      }
    }
    return true
  }

  /// Scores when some changes are made.
  func scores(made: [Bool], _ context: RunContext) throws(AlgorithmError) -> State {
    let outcomes = try measures.run(on: candidates.snapshot(made: made), in: context.alone)
    var state = State(
      values: [Double](repeating: 0, count: width), refusals: [String?](repeating: nil, count: measureCount))
    for (m, outcome) in outcomes.enumerated() {
      switch outcome {
      case .refused(let reason): state.refusals[m] = reason
      case .scored(let scores, let graph):
        for (a, actor) in actors.enumerated() {
          if let node = graph.ownNode(ofActor: actor) {
            state.values[m * actors.count + a] = scores.values[node]
          }
        }
      }
    }
    return state
  }
}

extension Projection {
  /// Whether a graph of one of the snapshots can differ by a change of a relation, or only what a reader is told.
  func sees(_ change: RelationChange, in snapshots: [Snapshot]) -> Bool {
    let before = change.before
    let after = change.after
    if before.type != after.type || before.sign != after.sign || before.strength != after.strength { return true }
    let readsDates =
      !halfLives.isEmpty || combination == .latest || snapshots.contains { $0.query.windowMode == .mean }
    return readsDates && before.validity != after.validity
  }
}
