import ActorModel
import GraphCore

/// Shares a change of scores out among the changes of the network that brought it about.
///
/// The share of a change is its Shapley value: what it adds to a score when it is made after some of the others, as the
/// mean over all orders in which the changes could be made. The shares of an actor add up to the whole change of its
/// score.
///
///     φ(i) = mean over orders of  v(changes before i, and i) − v(changes before i)
///
/// **Reading.** "Russia rose because of this tie" in numbers: no share depends on which change is looked at first, and
/// a tie that matters only together with another splits what they do with it.
///
/// **Refusals.** A share needs the score of every state between. Where the projection or the measure refuses one of them,
/// there are no shares, and ``AttributionResult/refusal(_:actor:)`` says why; a state stands between only as far as the
/// measure reads it, so that a length that cannot be made is no hindrance for a measure that reads none.
///
/// **Precision.** Up to ``exactLimit`` changes every subset is scored, and the shares are exact. Above, orders are
/// drawn at random, each together with its reverse; shares then carry a standard error, and still add up.
///
/// **Repeatability.** The same seed gives the same shares at any thread count.
///
/// - Complexity: 2ᶜ runs of the measures for c ≤ 12 changes, 2 · `pairs` · (c − 3) + 2c + 2 runs above.
/// - Source: L. S. Shapley, in Contributions to the Theory of Games II (1953) 307–317, doi:10.1515/9781400881970-018;
///   sampling: J. Castro, D. Gómez, J. Tejada, Computers & Operations Research 36 (2009) 1726–1730,
///   doi:10.1016/j.cor.2008.04.004.
package struct ChangeAttribution: Sendable {
  /// The measures whose change is shared out.
  package var measures: [MeasureChoice]
  /// How many pairs of orders are drawn when there are too many changes for all subsets.
  package var pairs: Int
  /// Seed of the orders.
  package var seed: UInt64

  /// The most changes for which all subsets are scored.
  package static let exactLimit = 12

  /// An attribution of the change of measures.
  package init(of measures: [MeasureChoice], pairs: Int = 50, seed: UInt64 = 1) {
    self.measures = measures
    self.pairs = pairs
    self.seed = seed
  }

  /// Shares out the change from one graph to another.
  ///
  /// - Precondition: Both were made by the same projection.
  /// - Returns: For each measure and actor the shares of all changes that have one, the largest first, or why there are
  ///   none.
  /// - Throws: `.invalidParameter` for fewer than two pairs; `.cancelled`.
  package func run(_ before: ProjectedGraph, _ after: ProjectedGraph, in context: RunContext = RunContext())
    throws(AlgorithmError) -> AttributionResult
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
  ) throws(AlgorithmError) -> AttributionResult {
    guard pairs >= 2 else { throw .invalidParameter(name: "pairs", value: "\(pairs)", needed: "2 or more") }
    let defined = measures.indices.filter { observed[$0].refusal == nil }
    var game = ChangeGame(before, after, defined.map { measures[$0] }, observed: defined.map { observed[$0] })
    try game.complete(in: context.alone)
    let isExact = game.changes.count <= Self.exactLimit
    let shares = isExact ? try exactShares(game, context) : try sampledShares(game, context)
    var result = AttributionResult(isExact: isExact)
    for (measure, rankings) in zip(measures, observed) { result.refuse(measure, rankings.refusal) }
    for (m, position) in defined.enumerated() { result.add(measures[position], at: m, of: game, shares) }
    return result
  }

  /// All subsets, each scored once.
  private func exactShares(_ game: ChangeGame, _ context: RunContext) throws(AlgorithmError) -> GameShares {
    let count = game.changes.count
    let subsets = 1 << count
    let states = try context.orderedMap(over: subsets, chunkSize: 1, makeWorker: { game }) {
      (game: ChangeGame, range) throws(AlgorithmError) in
      let made = (0..<count).map { range.lowerBound >> $0 & 1 == 1 }
      return try game.scores(made: made, context)
    }
    // |S|! (c − |S| − 1)! / c! for each size of S.
    var weights = [Double](repeating: 1 / Double(max(count, 1)), count: max(count, 1))
    for size in 1..<max(count, 1) { weights[size] = weights[size - 1] * Double(size) / Double(count - size) }
    var shares = GameShares(game)
    for state in states { shares.note(state.refusals) }
    for change in 0..<count {
      for subset in 0..<subsets where subset >> change & 1 == 0 {
        let weight = weights[subset.nonzeroBitCount]
        let with = states[subset | 1 << change].values
        let without = states[subset].values
        for i in 0..<game.width { shares.estimates[change][i].share += weight * (with[i] - without[i]) }
      }
    }
    return shares
  }

  /// Random orders and their reverses.
  private func sampledShares(_ game: ChangeGame, _ context: RunContext) throws(AlgorithmError) -> GameShares {
    let count = game.changes.count
    let stream = SeededGenerator(seed: seed)
    let ends = try EndStates(of: game, context)
    let draws = try context.orderedMap(over: pairs, chunkSize: 1, makeWorker: { game }) {
      (game: ChangeGame, range) throws(AlgorithmError) in
      var random = stream.stream(range.lowerBound)
      var order = Array(0..<count)
      random.shuffle(&order)
      var means = [[Double]](repeating: [Double](repeating: 0, count: game.width), count: count)
      var refusals = [String?](repeating: nil, count: game.measureCount)
      for walk in [order, order.reversed()] {
        var made = [Bool](repeating: false, count: count)
        var last = ends.none
        refusals = Self.first(refusals, last.refusals)
        for (position, change) in walk.enumerated() {
          made[change] = true
          let next =
            if let known = ends.state(after: walk, position) { known } else { try game.scores(made: made, context) }
          refusals = Self.first(refusals, next.refusals)
          for i in 0..<game.width { means[change][i] += (next.values[i] - last.values[i]) / 2 }
          last = next
        }
      }
      return DrawnShares(means: means, refusals: refusals)
    }
    let n = Double(draws.count)
    var shares = GameShares(game)
    for draw in draws { shares.note(draw.refusals) }
    for change in 0..<count {
      for i in 0..<game.width {
        let mean = draws.reduce(0) { $0 + $1.means[change][i] } / n
        let squares = draws.reduce(0) { $0 + ($1.means[change][i] - mean) * ($1.means[change][i] - mean) }
        shares.estimates[change][i] = ShareEstimate(share: mean, error: (squares / (n - 1) / n).squareRoot())
      }
    }
    return shares
  }

  /// The reasons known, and others where there are none yet.
  fileprivate static func first(_ known: [String?], _ more: [String?]) -> [String?] {
    zip(known, more).map { $0 ?? $1 }
  }

  private struct DrawnShares: Sendable {
    let means: [[Double]]
    let refusals: [String?]
  }
}

/// The states at both ends of every walk: with no change made, with one, with all but one, with all.
private struct EndStates: Sendable {
  let none: ChangeGame.State
  private let all: ChangeGame.State
  private let single: [ChangeGame.State]
  private let allButOne: [ChangeGame.State]

  init(of game: ChangeGame, _ context: RunContext) throws(AlgorithmError) {
    let count = game.changes.count
    var quiet = context
    quiet.progress = nil
    let states = try quiet.orderedMap(over: 2 * count + 2, chunkSize: 1, makeWorker: { game }) {
      (game: ChangeGame, range) throws(AlgorithmError) in
      let number = range.lowerBound
      let isFromBelow = number <= count
      let other = isFromBelow ? number : number - count - 1
      return try game.scores(made: (0..<count).map { $0 == other ? isFromBelow : !isFromBelow }, context)
    }
    single = Array(states[..<count])
    none = states[count]
    allButOne = Array(states[(count + 1)...(2 * count)])
    all = states[2 * count + 1]
  }

  /// The state of a walk once the change at a position is made; `nil` where it is not one of these.
  func state(after walk: [Int], _ position: Int) -> ChangeGame.State? {
    switch position {
    case walk.count - 1: all
    case walk.count - 2: allButOne[walk[position + 1]]
    case 0: single[walk[0]]
    default: nil
    }
  }
}

/// The shares of all changes in all scores, by change, then by measure and actor.
private struct GameShares {
  var estimates: [[ShareEstimate]]
  /// For each measure why a state between has no scores.
  private(set) var refusals: [String?]

  init(_ game: ChangeGame) {
    estimates = [[ShareEstimate]](
      repeating: [ShareEstimate](repeating: ShareEstimate(share: 0, error: 0), count: game.width),
      count: game.changes.count)
    refusals = [String?](repeating: nil, count: game.measureCount)
  }

  mutating func note(_ more: [String?]) { refusals = ChangeAttribution.first(refusals, more) }
}

/// A share and how sure it is.
private struct ShareEstimate: Sendable {
  var share: Double
  var error: Double
}

/// What each change of a network does to the scores.
package struct AttributionResult: Sendable, Hashable {
  /// Whether the shares are exact.
  package let isExact: Bool
  private var shares: [String: [String: [ChangeShare]]] = [:]
  private var refusals: [String: String] = [:]
  /// By measure the actors that have an infinite score on a state between.
  private var unbounded: [String: Set<String>] = [:]

  fileprivate init(isExact: Bool) { self.isExact = isExact }

  /// What accounts for the change of an actor's score, the largest share first; nothing where shares were refused.
  package func because(_ measure: MeasureChoice, actor: String) -> [ChangeShare] {
    shares[measure.key]?[actor] ?? []
  }

  /// Why there are no shares of a measure's changes; `nil` when there are.
  package func refusal(_ measure: MeasureChoice) -> String? { refusals[measure.key] }

  /// Why there are no shares of the change of an actor's score; `nil` when there are.
  package func refusal(_ measure: MeasureChoice, actor: String) -> String? {
    if let refusal = refusals[measure.key] { return refusal }
    guard unbounded[measure.key]?.contains(actor) ?? false else { return nil }
    return "with some of the changes made the score is not finite"
  }

  fileprivate mutating func refuse(_ measure: MeasureChoice, _ reason: String?) {
    if let reason { refusals[measure.key] = reason }
  }

  /// Adds the shares of the measure that stands at a position in the game.
  fileprivate mutating func add(
    _ measure: MeasureChoice, at position: Int, of game: ChangeGame, _ found: GameShares
  ) {
    if let reason = found.refusals[position] {
      return refuse(measure, "with some of the changes made, a state between the two is refused: \(reason)")
    }
    for (a, actor) in game.actors.enumerated() {
      let parts = game.changes.indices.compactMap { change -> ChangeShare? in
        let estimate = found.estimates[change][position * game.actors.count + a]
        guard estimate.share != 0 else { return nil }
        return ChangeShare(change: game.changes[change], share: estimate.share, error: estimate.error)
      }
      guard parts.allSatisfy({ $0.share.isFinite && $0.error.isFinite }) else {
        unbounded[measure.key, default: []].insert(actor)
        continue
      }
      shares[measure.key, default: [:]][actor] = parts.sorted { x, y in
        abs(x.share) != abs(y.share) ? abs(x.share) > abs(y.share) : x.change.id < y.change.id
      }
    }
  }
}

extension AlgorithmChoice {
  /// The algorithm with all its options, as one text.
  var key: String { summary.id + options.map { ":\($0.name)=\($0.value)" }.joined() }
}

/// The part of one change in the change of a score.
package struct ChangeShare: Sendable, Hashable {
  /// The change.
  package let change: NetworkChange
  /// How much of the change of the score it accounts for.
  package let share: Double
  /// Standard error of the share; 0 when it is exact.
  package let error: Double
}
