import ActorModel
import GraphCore

/// Says whether ranks and scores changed more than the same number of random changes would have changed them.
///
/// Each draw makes as many changes to the earlier network as there were, at random: as many relations end, chosen
/// without regard to what they are; the relations that came are given two other actors each, but keep sign, strength,
/// type and direction; and what changed about a relation changes about another. The network is scored again. The same is
/// done from the later network back to the earlier one, and of both answers the more cautious counts.
///
///     p = (1 + draws that change it at least as much) / (1 + draws that count), the greater of forth and back
///
/// **Draws that do not count.** A network drawn that the projection or the measure refuses says nothing either way: it is
/// in neither count, and the result says how many there were and why. Where fewer than ``leastDraws`` of the draws
/// count, there is no p. A measure sees only the columns that it reads, so that a length that cannot be made refuses
/// no draw of a measure that reads none.
///
/// **Reading.** A small p says: it matters *which* ties changed, not only that some did. A large one says that an actor
/// would have moved as far whoever had tied and untied. It does not say that a change is important or well sourced.
/// Where many actors are looked at, some p are small by chance: ``RankChange/adjusted`` allows for that.
///
/// **Ties.** A shared rank counts as the mean of the places it takes. An actor that a draw leaves out of the graph stands
/// behind the last.
///
/// **Direction.** Turned round, a comparison has the same p.
///
/// **Repeatability.** The same seed gives the same p at any thread count.
///
/// - Complexity: two projections and two runs of each measure for each draw.
/// - Source: permutation p with the observed one counted: B. Phipson, G. K. Smyth, Stat. Appl. Genet. Mol. Biol. 9 (2010)
///   39, doi:10.2202/1544-6115.1585; adjustment: Y. Benjamini, Y. Hochberg, J. R. Stat. Soc. B 57 (1995) 289–300,
///   doi:10.1111/j.2517-6161.1995.tb02031.x.
package struct RankChangeTest: Sendable {
  /// The measures whose ranks are tested.
  package var measures: [MeasureChoice]
  /// How many random sets of changes are drawn.
  package var draws: Int
  /// Seed of the draws.
  package var seed: UInt64

  /// How many draws must count for a p, where as many were asked for: with fewer no p could be as small as 0.05.
  package static let leastDraws = 19

  /// A test of the ranks by some measures.
  package init(of measures: [MeasureChoice], draws: Int = 199, seed: UInt64 = 1) {
    self.measures = measures
    self.draws = draws
    self.seed = seed
  }

  /// Tests the change from one graph to another.
  ///
  /// - Precondition: Both were made by the same projection.
  /// - Returns: For each measure the p of every actor that has a score in both; none for a measure that is refused, or
  ///   of which too few draws count.
  /// - Throws: `.invalidParameter` for no draws; `.cancelled`.
  package func run(_ before: ProjectedGraph, _ after: ProjectedGraph, in context: RunContext = RunContext())
    throws(AlgorithmError) -> RankChangeTestResult
  {
    var observed: [ObservedRankings] = []
    for measure in measures {
      observed.append(try ObservedRankings(by: measure, before, after, in: context))
    }
    return try run(before, after, observed: observed, in: context)
  }

  /// The same where the rankings of both graphs are known.
  func run(
    _ before: ProjectedGraph, _ after: ProjectedGraph, observed: [ObservedRankings], in context: RunContext
  ) throws(AlgorithmError) -> RankChangeTestResult {
    guard draws >= 1 else { throw .invalidParameter(name: "draws", value: "\(draws)", needed: "1 or more") }
    let defined = measures.indices.filter { observed[$0].refusal == nil }
    let scored = CounterfactualMeasures(
      defined.map { measures[$0] }, observed: defined.map { [observed[$0].before, observed[$0].after] },
      by: after.projection)
    let blank = defined.map { position in
      let old = StateScores(observed[position].before)
      let new = StateScores(observed[position].after)
      return (forth: ChangeTally(before: old, after: new), back: ChangeTally(before: new, after: old))
    }
    let forth = try tally(RandomChanges(before, after), blank.map(\.forth), scored, context)
    let back = try tally(RandomChanges(after, before), blank.map(\.back), scored, context)
    var changes = [[String: RankChange]](repeating: [:], count: measures.count)
    var counts = observed.map { DrawCount(drawn: 0, counted: 0, refusal: $0.refusal) }
    for (m, position) in defined.enumerated() {
      counts[position] = forth[m].drawCount(draws, orBack: back[m])
      if counts[position].isEnough { changes[position] = forth[m].changes(orBack: back[m]) }
    }
    return RankChangeTestResult(draws: draws, measures: changes, counts: counts)
  }

  /// Counts, for each measure, the draws that change an actor at least as much.
  private func tally(
    _ game: RandomChanges, _ blank: [ChangeTally], _ scored: CounterfactualMeasures, _ context: RunContext
  ) throws(AlgorithmError) -> [ChangeTally] {
    let stream = SeededGenerator(seed: seed)
    let distinct = game.areAllAlike ? 1 : draws
    let tallies = try context.orderedMap(over: distinct, chunkSize: 4, makeWorker: { game }) {
      (game: RandomChanges, range) throws(AlgorithmError) in
      var tallies = blank
      for draw in range {
        try context.checkCancellation()
        var random = stream.stream(draw)
        let outcomes = try scored.run(on: game.draw(&random), in: context.alone)
        for (m, outcome) in outcomes.enumerated() {
          switch outcome {
          case .refused(let reason): tallies[m].pass(over: reason)
          case .scored(let scores, let projected):
            tallies[m].count(DrawnScores(scores, on: projected))
          }
        }
      }
      return tallies
    }
    if game.areAllAlike {
      return blank.indices.map { m in (1..<draws).reduce(into: tallies[0][m]) { sum, _ in sum.add(tallies[0][m]) } }
    }
    return blank.indices.map { m in tallies.dropFirst().reduce(into: tallies[0][m]) { $0.add($1[m]) } }
  }
}

/// Whether ranks changed more than by chance.
package struct RankChangeTestResult: Sendable, Hashable {
  /// How many random sets of changes were drawn.
  package let draws: Int
  /// For each measure, in the order asked for, the actors that have a score in both graphs, by id.
  package let measures: [[String: RankChange]]
  /// For each measure how many of the draws count.
  package let counts: [DrawCount]
}

/// How many of the networks drawn could be scored.
package struct DrawCount: Sendable, Hashable {
  /// How many were drawn, forth and back each; 0 where the measure is not defined on the networks compared.
  package let drawn: Int
  /// How many of them count, forth or back, whichever is fewer.
  package let counted: Int
  /// Why others do not; `nil` where all count.
  package let refusal: String?

  /// Whether enough count for a p.
  package var isEnough: Bool { drawn > 0 && counted >= min(drawn, RankChangeTest.leastDraws) }
}

/// How unusual the change of an actor's place is.
package struct RankChange: Sendable, Hashable {
  /// The share of draws, the real one included, in which the rank changed at least as much.
  package let rank: Double
  /// The same for the score.
  package let score: Double
  /// `rank` adjusted for the number of actors looked at: the share of false finds among all with a value this small.
  package let adjusted: Double
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
private struct StateScores: Sendable {
  private(set) var scores: [String: Double] = [:]
  private var ranks: [String: Double] = [:]

  init(_ ranking: RankingResult) {
    let sizes = ranking.ranked.reduce(into: [Int: Int]()) { $0[$1.rank, default: 0] += 1 }
    for row in ranking.ranked {
      scores[row.actor.id] = row.score
      ranks[row.actor.id] = Double(row.rank) + Double((sizes[row.rank] ?? 1) - 1) / 2
    }
  }

  /// The score of an actor; 0 when it is not there.
  func score(_ id: String) -> Double { scores[id] ?? 0 }

  /// The mid-rank of an actor; behind the last when it is not there.
  func rank(_ id: String) -> Double { ranks[id] ?? Double(ranks.count + 1) }
}

/// Scores and mid-ranks of a network drawn.
private struct DrawnScores {
  private let projected: ProjectedGraph
  private let scores: [Double]
  private var ranks: [Double]

  init(_ scores: NodeScores, on projected: ProjectedGraph) {
    self.projected = projected
    self.scores = scores.values
    ranks = [Double](repeating: 0, count: scores.values.count)
    let places = TiedRanks(of: scores.values).places
    var begin = 0
    while begin < places.count {
      let rank = places[begin].rank
      var end = begin
      while end < places.count, places[end].rank == rank { end += 1 }
      for place in places[begin..<end] { ranks[place.position] = Double(rank) + Double(end - begin - 1) / 2 }
      begin = end
    }
  }

  /// The score and the mid-rank of an actor; 0 and behind the last when it is not there.
  func place(of id: String) -> (score: Double, rank: Double) {
    guard let node = projected.ownNode(ofActor: id) else {
      return (0, Double(ranks.count + 1))
    }
    return (scores[node], ranks[node])
  }
}

/// How often random changes moved an actor as far as the real ones did.
private struct ChangeTally: Sendable {
  private let actors: [String]
  private let ranksBefore: [Double]
  private let scoresBefore: [Double]
  private let rankChange: [Double]
  private let scoreChange: [Double]
  private var rankCount: [Int]
  private var scoreCount: [Int]
  private var counted = 0
  private var refusal: String?

  init(before: StateScores, after: StateScores) {
    actors = before.scores.keys.filter { after.scores[$0] != nil }.sorted()
    ranksBefore = actors.map { before.rank($0) }
    scoresBefore = actors.map { before.score($0) }
    rankChange = actors.map { abs(after.rank($0) - before.rank($0)) }
    scoreChange = actors.map { abs(after.score($0) - before.score($0)) }
    rankCount = actors.map { _ in 0 }
    scoreCount = rankCount
  }

  mutating func count(_ drawn: DrawnScores) {
    counted += 1
    for (i, id) in actors.enumerated() {
      let place = drawn.place(of: id)
      let rank = abs(place.rank - ranksBefore[i])
      let score = abs(place.score - scoresBefore[i])
      if rank >= rankChange[i] { rankCount[i] += 1 }
      // Rounding must not decide whether a draw reached exactly the same score.
      if score >= scoreChange[i] * (1 - 1e-9) { scoreCount[i] += 1 }
    }
  }

  /// Leaves a draw out that has no scores.
  mutating func pass(over reason: String) { refusal = refusal ?? reason }

  mutating func add(_ other: ChangeTally) {
    counted += other.counted
    refusal = refusal ?? other.refusal
    for i in actors.indices {
      rankCount[i] += other.rankCount[i]
      scoreCount[i] += other.scoreCount[i]
    }
  }

  /// How many draws count; the same for a comparison turned round.
  func drawCount(_ drawn: Int, orBack back: ChangeTally) -> DrawCount {
    DrawCount(
      drawn: drawn, counted: min(counted, back.counted), refusal: [refusal, back.refusal].compactMap(\.self).min())
  }

  /// The p of every actor, the greater of that of these counts and that of those of the way back, which are about the
  /// same actors.
  func changes(orBack back: ChangeTally) -> [String: RankChange] {
    func p(_ forth: Int, _ backward: Int) -> Double {
      max(Double(1 + forth) / Double(1 + counted), Double(1 + backward) / Double(1 + back.counted))
    }
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
