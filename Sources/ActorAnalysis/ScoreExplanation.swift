import ActorModel
import GraphCore

/// Says which relations and which sources an actor's score rests on, by taking each away and scoring again.
///
/// What a score loses without a relation is not a share that adds up: two relations that can stand in for each other
/// lose little each. It answers the question "would this number stand without it?".
///
/// Where the network without a relation cannot be projected or scored, the result says so and why.
package struct ScoreExplanation: Sendable {
  /// The measure and its options.
  package var measure: MeasureChoice
  /// The actor whose score is explained.
  package var actor: String

  /// The most relations of a snapshot that are each taken away; more are refused.
  static let relationLimit = 2_000

  /// An explanation of an actor's score.
  package init(of actor: String, by measure: MeasureChoice) {
    self.actor = actor
    self.measure = measure
  }

  /// Takes every relation and every independent source away in turn.
  ///
  /// - Returns: Relations and sources without which the score or the rank differs, the largest loss first.
  /// - Throws: What the measure throws on the whole graph; `.limitExceeded` above 2,000 relations; `.cancelled`.
  /// - Complexity: One run of the measure for each relation and each source.
  package func run(on projected: ProjectedGraph, in context: RunContext = RunContext()) throws(AlgorithmError)
    -> ScoreExplanationResult
  {
    let all = projected.snapshot.relations
    let positions = all.indices.filter { projected.projection.admits(all[$0]) }
    let admitted = positions.map { all[$0] }
    guard admitted.count <= Self.relationLimit else {
      throw .limitExceeded(
        what: "an explanation", needed: "\(admitted.count) runs", limit: "\(Self.relationLimit); narrow the snapshot")
    }
    guard let node = projected.node(ofActor: actor) else {
      throw .undefined(reason: "\(actor) is not in the snapshot", advice: "choose a day on which it exists")
    }
    let ranking = InfluenceRanking(by: measure)
    let standing = projected.actors[node].id
    let whole = try ranking.run(on: projected, in: context)
    guard let row = whole.row(ofActor: standing) else {
      throw .undefined(reason: GraphText(whole.refusal ?? "no score"), advice: "choose another measure")
    }
    let sole = Self.soleSupport(of: admitted, at: positions, in: projected.snapshot.network)
    let trial = ScoreTrial(
      measures: CounterfactualMeasures([measure], observed: [[whole]], by: projected.projection), row: row,
      tolerance: TiedRanks.tolerance * (whole.ranked.map { abs($0.score) }.filter(\.isFinite).max() ?? 0),
      snapshot: projected.snapshot, context: context.alone)
    let outcomes = try context.orderedMap(over: positions.count + sole.count, chunkSize: 1, makeWorker: { trial }) {
      (trial: ScoreTrial, range) throws(AlgorithmError) in
      let number = range.lowerBound
      if number < positions.count { return try trial.without([positions[number]], source: nil) }
      let (source, resting) = sole[number - positions.count]
      return try trial.without(resting, source: source)
    }
    var relations = ScoreSupports()
    for outcome in outcomes.prefix(positions.count) { relations.add(outcome) }
    var sources = ScoreSupports()
    for outcome in outcomes.dropFirst(positions.count) { sources.add(outcome) }
    return ScoreExplanationResult(
      measure: whole.measure, row: row, relations: relations.found.sorted(by: Self.larger),
      sources: sources.found.sorted(by: Self.larger), refused: sources.refused + relations.refused,
      relationsWithoutEffect: relations.withoutEffect, sourcesWithoutEffect: sources.withoutEffect)
  }

  private static func larger(_ a: ScoreSupport, _ b: ScoreSupport) -> Bool {
    let name = a.source ?? a.relations.first ?? ""
    let other = b.source ?? b.relations.first ?? ""
    return abs(a.loss) != abs(b.loss) ? abs(a.loss) > abs(b.loss) : name < other
  }

  /// For each independent source the positions of the relations that rest on nothing else, sorted by source.
  private static func soleSupport(
    of relations: [Relation], at positions: [Int], in network: ActorNetwork
  ) -> [(String, Set<Int>)] {
    let originals = network.originals()
    var sole: [String: Set<Int>] = [:]
    for (relation, position) in zip(relations, positions) {
      let support = Set(relation.evidence.filter { $0.stance == .supports }.map { originals[$0.source] ?? $0.source })
      if support.count == 1, let source = support.first { sole[source, default: []].insert(position) }
    }
    return sole.sorted { $0.key < $1.key }
  }
}

/// Scores an actor with something taken away.
private struct ScoreTrial: Sendable {
  let measures: CounterfactualMeasures
  let row: RankedActor
  /// Scores no farther apart are equal: rounding is no effect.
  let tolerance: Double
  let snapshot: Snapshot
  let context: RunContext

  enum Outcome: Sendable {
    case found(ScoreSupport)
    case refused(RefusedSupport)
    case withoutEffect
  }

  /// The outcome without the relations at some positions.
  ///
  /// - Throws: `.cancelled`.
  func without(_ positions: Set<Int>, source: String?) throws(AlgorithmError) -> Outcome {
    let rest = snapshot.selecting(snapshot.relations.indices.filter { !positions.contains($0) })
    for outcome in try measures.run(on: rest, in: context) {
      switch outcome {
      case .refused(let reason):
        return .refused(RefusedSupport(relations: ids(positions), source: source, reason: reason))
      case .scored(let scores, let projected):
        let node = projected.ownNode(ofActor: row.actor.id)
        let score = node.map { scores.values[$0] }
        let rank = node.flatMap { node in
          TiedRanks(of: scores.values).places.first { $0.position == node }?.rank
        }
        let loss = row.score - (score ?? 0)
        let isSame = row.score == score || abs(loss) <= tolerance
        guard !isSame || rank != row.rank else { return .withoutEffect }
        return .found(
          ScoreSupport(relations: ids(positions), source: source, loss: isSame ? 0 : loss, rankWithout: rank))
      }
    }
    return .withoutEffect
  }

  private func ids(_ positions: Set<Int>) -> [String] {
    let relations = snapshot.relations
    return positions.map { relations[$0].id }.sorted()
  }
}

/// The outcomes of several trials.
private struct ScoreSupports {
  private(set) var found: [ScoreSupport] = []
  private(set) var refused: [RefusedSupport] = []
  private(set) var withoutEffect = 0

  mutating func add(_ outcome: ScoreTrial.Outcome) {
    switch outcome {
    case .found(let support): found.append(support)
    case .refused(let refusal): refused.append(refusal)
    case .withoutEffect: withoutEffect += 1
    }
  }
}

/// What a score rests on.
package struct ScoreExplanationResult: Sendable, Hashable {
  /// The measure's id.
  package let measure: String
  /// The actor's place.
  package let row: RankedActor
  /// Single relations without which score or rank differs, the largest loss first.
  package let relations: [ScoreSupport]
  /// Independent sources without which score or rank differs, the largest loss first.
  package let sources: [ScoreSupport]
  /// What could not be taken away because nothing can be scored without it.
  package let refused: [RefusedSupport]
  /// How many single relations change neither score nor rank.
  package let relationsWithoutEffect: Int
  /// How many independent sources change neither score nor rank.
  package let sourcesWithoutEffect: Int
}

/// Something a score rests on.
package struct ScoreSupport: Sendable, Hashable {
  /// The relations that go.
  package let relations: [String]
  /// The source they rest on alone; `nil` when a single relation was taken away.
  package let source: String?
  /// The score less what it would be without; negative when it would be higher.
  package let loss: Double
  /// The rank without; `nil` when the actor would be gone.
  package let rankWithout: Int?
}

/// Something whose part in a score cannot be told.
package struct RefusedSupport: Sendable, Hashable {
  /// The relations that would go.
  package let relations: [String]
  /// The source they rest on alone; `nil` for a single relation.
  package let source: String?
  /// Why there is no score without them.
  package let reason: String
}
