import ActorModel
import GraphCore

/// Says whether ranks and scores changed more than the same number of random changes would have changed them.
///
/// Each draw makes as many changes to the earlier network as there were, at random: as many relations end, chosen
/// without regard to what they are; the relations that came are given two other actors each, but keep sign, strength,
/// type and direction; and what changed about a relation changes about another. The network is scored again. The same is
/// done from the later network back to the earlier one, and of both answers the more cautious counts.
///
///     p = (1 + draws that change it at least as much) / (1 + draws), the greater of forth and back
///
/// **Reading.** A small p says: it matters *which* ties changed, not only that some did. A large one says that an actor
/// would have moved as far whoever had tied and untied. It does not say that a change is important or well sourced.
/// Where many actors are looked at, some p are small by chance: ``RankChange/adjusted`` allows for that.
///
/// **Ties.** A shared rank counts as the mean of the places it takes.
///
/// **Direction.** Turned round, a comparison has the same p.
///
/// **Repeatability.** The same seed gives the same p at any thread count.
///
/// - Complexity: two projections and two runs of each measure for each draw.
/// - Source: permutation p with the observed one counted: B. Phipson, G. K. Smyth, Stat. Appl. Genet. Mol. Biol. 9 (2010)
///   39, doi:10.2202/1544-6115.1585; adjustment: Y. Benjamini, Y. Hochberg, J. R. Stat. Soc. B 57 (1995) 289–300,
///   doi:10.1111/j.2517-6161.1995.tb02031.x.
public struct RankChangeTest: Sendable {
  /// The measures whose ranks are tested.
  public var measures: [MeasureChoice]
  /// How many random sets of changes are drawn.
  public var draws: Int
  /// Seed of the draws.
  public var seed: UInt64

  /// A test of the ranks by some measures.
  public init(of measures: [MeasureChoice], draws: Int = 199, seed: UInt64 = 1) {
    self.measures = measures
    self.draws = draws
    self.seed = seed
  }

  /// Tests the change from one graph to another.
  ///
  /// - Precondition: Both were made by the same projection.
  /// - Returns: For each measure the p of every actor that has a score in both; none for a measure that is refused.
  /// - Throws: `.invalidParameter` for no draws; `.cancelled`.
  public func run(_ before: ProjectedGraph, _ after: ProjectedGraph, in context: RunContext = RunContext())
    throws(AlgorithmError) -> RankChangeTestResult
  {
    guard draws >= 1 else { throw .invalidParameter(name: "draws", value: "\(draws)", needed: "1 or more") }
    var old: [StateScores] = []
    var new: [StateScores] = []
    for measure in measures {
      old.append(try StateScores(of: before, by: measure, context))
      new.append(try StateScores(of: after, by: measure, context))
    }
    let forth = try tally(
      RandomChanges(before, after), zip(old, new).map { ChangeTally(before: $0, after: $1) }, context)
    let back = try tally(
      RandomChanges(after, before), zip(new, old).map { ChangeTally(before: $0, after: $1) }, context)
    return RankChangeTestResult(
      draws: draws, measures: zip(forth, back).map { $0.changes(draws: draws, orBack: $1) })
  }

  /// Counts, for each measure, the draws that change an actor at least as much.
  private func tally(
    _ game: RandomChanges, _ blank: [ChangeTally], _ context: RunContext
  ) throws(AlgorithmError) -> [ChangeTally] {
    let stream = SeededGenerator(seed: seed)
    let tallies = try context.orderedMap(over: draws, chunkSize: 4, makeWorker: { game }) {
      (game: RandomChanges, range) throws(AlgorithmError) in
      var tallies = blank
      for draw in range {
        try context.checkCancellation()
        var random = stream.stream(draw)
        guard let graph = game.draw(&random) else { continue }
        for (m, measure) in measures.enumerated() {
          tallies[m].count(try StateScores(of: graph, by: measure, context.alone))
        }
      }
      return tallies
    }
    return measures.indices.map { m in tallies.dropFirst().reduce(into: tallies[0][m]) { $0.add($1[m]) } }
  }
}

/// Whether ranks changed more than by chance.
public struct RankChangeTestResult: Sendable, Hashable {
  /// How many random sets of changes were drawn.
  public let draws: Int
  /// For each measure, in the order asked for, the actors that have a score in both graphs, by id.
  public let measures: [[String: RankChange]]
}

/// How unusual the change of an actor's place is.
public struct RankChange: Sendable, Hashable {
  /// The share of draws, the real one included, in which the rank changed at least as much.
  public let rank: Double
  /// The same for the score.
  public let score: Double
  /// `rank` adjusted for the number of actors looked at: the share of false finds among all with a value this small.
  public let adjusted: Double
}

extension RunContext {
  /// The same run on one thread and without progress, for pieces of work that run side by side.
  var alone: RunContext {
    var context = self
    context.threads = 1
    context.progress = nil
    return context
  }
}

/// Scores and mid-ranks of a graph's actors.
struct StateScores: Sendable {
  var scores: [String: Double] = [:]
  var ranks: [String: Double] = [:]

  /// - Throws: `.cancelled` only; a measure that is not defined scores nobody.
  init(of projected: ProjectedGraph, by measure: MeasureChoice, _ context: RunContext) throws(AlgorithmError) {
    let ranking = try InfluenceRanking(by: measure).run(on: projected, in: context)
    let sizes = ranking.ranked.reduce(into: [Int: Int]()) { $0[$1.rank, default: 0] += 1 }
    for row in ranking.ranked {
      scores[row.actor.id] = row.score
      ranks[row.actor.id] = Double(row.rank) + Double((sizes[row.rank] ?? 1) - 1) / 2
    }
  }
}

/// How often random changes moved an actor as far as the real ones did.
private struct ChangeTally: Sendable {
  private let before: StateScores
  private let actors: [String]
  private let rankChange: [Double]
  private let scoreChange: [Double]
  private var rankCount: [Int]
  private var scoreCount: [Int]

  init(before: StateScores, after: StateScores) {
    self.before = before
    actors = before.scores.keys.filter { after.scores[$0] != nil }.sorted()
    func change(_ id: String, _ values: KeyPath<StateScores, [String: Double]>) -> Double {
      abs((after[keyPath: values][id] ?? 0) - (before[keyPath: values][id] ?? 0))
    }
    rankChange = actors.map { change($0, \.ranks) }
    scoreChange = actors.map { change($0, \.scores) }
    rankCount = actors.map { _ in 0 }
    scoreCount = rankCount
  }

  mutating func count(_ drawn: StateScores) {
    for (i, id) in actors.enumerated() {
      let rank = abs((drawn.ranks[id] ?? 0) - (before.ranks[id] ?? 0))
      let score = abs((drawn.scores[id] ?? 0) - (before.scores[id] ?? 0))
      if rank >= rankChange[i] { rankCount[i] += 1 }
      // Rounding must not decide whether a draw reached exactly the same score.
      if score >= scoreChange[i] * (1 - 1e-9) { scoreCount[i] += 1 }
    }
  }

  mutating func add(_ other: ChangeTally) {
    for i in actors.indices {
      rankCount[i] += other.rankCount[i]
      scoreCount[i] += other.scoreCount[i]
    }
  }

  /// The p of every actor, the greater of these counts and of those of the way back, which are about the same actors.
  func changes(draws: Int, orBack back: ChangeTally) -> [String: RankChange] {
    func p(_ forth: Int, _ back: Int) -> Double { Double(1 + max(forth, back)) / Double(1 + draws) }
    let ranks = zip(rankCount, back.rankCount).map(p)
    let scores = zip(scoreCount, back.scoreCount).map(p)
    let adjusted = Self.adjusted(ranks)
    var changes: [String: RankChange] = [:]
    for (i, id) in actors.enumerated() {
      changes[id] = RankChange(rank: ranks[i], score: scores[i], adjusted: adjusted[i])
    }
    return changes
  }

  /// Benjamini and Hochberg's adjusted p, from the largest down.
  private static func adjusted(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
    var adjusted = values
    var least = 1.0
    for (position, i) in order.enumerated() {
      least = min(least, values[i] * Double(values.count) / Double(values.count - position))
      adjusted[i] = least
    }
    return adjusted
  }
}

/// Draws networks that differ from the earlier one by as many changes as the later one does.
private struct RandomChanges: Sendable {
  private let after: ProjectedGraph
  private let old: [Relation]
  private let matching: RelationMatching
  private let actors: [String]

  init(_ before: ProjectedGraph, _ after: ProjectedGraph) {
    self.after = after
    // By id, so that the order of the file plays no part in what is drawn.
    old = before.snapshot.relations.filter(before.projection.admits).sorted { $0.id < $1.id }
    matching = RelationMatching(before: before, after: after)
    actors = after.snapshot.actors.map(\.id).sorted()
  }

  /// A network drawn; `nil` where the projection refuses it.
  func draw(_ random: inout SeededGenerator) -> ProjectedGraph? {
    var relations = old
    random.shuffle(&relations)
    relations.removeLast(min(matching.ended.count, relations.count))
    for (i, change) in matching.changed.sorted(by: { $0.after.id < $1.after.id }).enumerated()
    where i < relations.count {
      relations[i].strength *= change.after.strength / change.before.strength
      if change.after.sign != change.before.sign { relations[i].sign = change.after.sign }
    }
    let present = Set(actors)
    relations.removeAll { !present.contains($0.ends.first) || !present.contains($0.ends.second) }
    if actors.count > 1 {
      for relation in matching.added.sorted(by: { $0.id < $1.id }) {
        relations.append(relocated(relation, &random))
      }
    }
    return try? after.projection.graph(of: after.snapshot.replacing(relations: relations))
  }

  /// The same relation between two other actors.
  private func relocated(_ relation: Relation, _ random: inout SeededGenerator) -> Relation {
    let first = random.nextIndex(below: actors.count)
    let second = (first + 1 + random.nextIndex(below: actors.count - 1)) % actors.count
    var moved = relation
    moved.ends =
      relation.ends.isDirected
      ? .directed(from: actors[first], to: actors[second]) : .mutual(actors[first], actors[second])
    return moved
  }
}
