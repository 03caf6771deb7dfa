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
/// **Precision.** Up to ``exactLimit`` changes every subset is scored, and the shares are exact. Above, orders are
/// drawn at random, each together with its reverse; shares then carry a standard error, and still add up.
///
/// **Repeatability.** The same seed gives the same shares at any thread count.
///
/// - Complexity: 2ᶜ runs of the measures for c ≤ 12 changes, 2 · `pairs` · c runs above.
/// - Source: L. S. Shapley, in Contributions to the Theory of Games II (1953) 307–317, doi:10.1515/9781400881970-018;
///   sampling: J. Castro, D. Gómez, J. Tejada, Computers & Operations Research 36 (2009) 1726–1730,
///   doi:10.1016/j.cor.2008.04.004.
public struct ChangeAttribution: Sendable {
  /// The measures whose change is shared out.
  public var measures: [MeasureChoice]
  /// How many pairs of orders are drawn when there are too many changes for all subsets.
  public var pairs: Int
  /// Seed of the orders.
  public var seed: UInt64

  /// The most changes for which all subsets are scored.
  public static let exactLimit = 12

  /// An attribution of the change of measures.
  public init(of measures: [MeasureChoice], pairs: Int = 50, seed: UInt64 = 1) {
    self.measures = measures
    self.pairs = pairs
    self.seed = seed
  }

  /// Shares out the change from one graph to another.
  ///
  /// - Precondition: Both were made by the same projection.
  /// - Returns: For each measure and actor the shares of all changes that have one, the largest first.
  /// - Throws: `.invalidParameter` for fewer than two pairs; `.cancelled`.
  public func run(_ before: ProjectedGraph, _ after: ProjectedGraph, in context: RunContext = RunContext())
    throws(AlgorithmError) -> AttributionResult
  {
    guard pairs >= 2 else { throw .invalidParameter(name: "pairs", value: "\(pairs)", needed: "2 or more") }
    let game = ChangeGame(before, after, measures)
    let count = game.changes.count
    let isExact = count <= Self.exactLimit
    let shares = isExact ? try exactShares(game, context) : try sampledShares(game, context)
    return AttributionResult(game: game, measures: measures, shares: shares, isExact: isExact)
  }

  /// All subsets, each scored once.
  private func exactShares(_ game: ChangeGame, _ context: RunContext) throws(AlgorithmError) -> [[ShareEstimate]] {
    let count = game.changes.count
    let subsets = 1 << count
    let values = try context.orderedMap(over: subsets, chunkSize: 1, makeWorker: { game }) {
      (game: ChangeGame, range) throws(AlgorithmError) in
      let made = (0..<count).map { range.lowerBound >> $0 & 1 == 1 }
      return try game.scores(made: made, context)
    }
    // |S|! (c − |S| − 1)! / c! for each size of S.
    var weights = [Double](repeating: 1 / Double(max(count, 1)), count: max(count, 1))
    for size in 1..<max(count, 1) { weights[size] = weights[size - 1] * Double(size) / Double(count - size) }
    var shares = [[ShareEstimate]](
      repeating: [ShareEstimate](repeating: ShareEstimate(share: 0, error: 0), count: game.width), count: count)
    for change in 0..<count {
      for subset in 0..<subsets where subset >> change & 1 == 0 {
        let weight = weights[subset.nonzeroBitCount]
        let with = values[subset | 1 << change]
        for i in 0..<game.width { shares[change][i].share += weight * (with[i] - values[subset][i]) }
      }
    }
    return shares
  }

  /// Random orders and their reverses.
  private func sampledShares(_ game: ChangeGame, _ context: RunContext) throws(AlgorithmError) -> [[ShareEstimate]] {
    let count = game.changes.count
    let stream = SeededGenerator(seed: seed)
    let draws = try context.orderedMap(over: pairs, chunkSize: 1, makeWorker: { game }) {
      (game: ChangeGame, range) throws(AlgorithmError) in
      var random = stream.stream(range.lowerBound)
      var order = Array(0..<count)
      random.shuffle(&order)
      var means = [[Double]](repeating: [Double](repeating: 0, count: game.width), count: count)
      for walk in [order, order.reversed()] {
        var made = [Bool](repeating: false, count: count)
        var last = try game.scores(made: made, context)
        for change in walk {
          made[change] = true
          let next = try game.scores(made: made, context)
          for i in 0..<game.width { means[change][i] += (next[i] - last[i]) / 2 }
          last = next
        }
      }
      return means
    }
    let n = Double(draws.count)
    return (0..<count).map { change in
      (0..<game.width).map { i in
        let mean = draws.reduce(0) { $0 + $1[change][i] } / n
        let squares = draws.reduce(0) { $0 + ($1[change][i] - mean) * ($1[change][i] - mean) }
        return ShareEstimate(share: mean, error: (squares / (n - 1) / n).squareRoot())
      }
    }
  }
}

/// A share and how sure it is.
struct ShareEstimate: Sendable {
  var share: Double
  var error: Double
}

/// What each change of a network does to the scores.
public struct AttributionResult: Sendable, Hashable {
  /// Whether the shares are exact.
  public let isExact: Bool
  private let shares: [String: [String: [ChangeShare]]]

  init(game: ChangeGame, measures: [MeasureChoice], shares: [[ShareEstimate]], isExact: Bool) {
    self.isExact = isExact
    var result: [String: [String: [ChangeShare]]] = [:]
    for (m, measure) in measures.enumerated() {
      for (a, actor) in game.actors.enumerated() {
        let position = m * game.actors.count + a
        let parts = game.changes.indices.compactMap { change -> ChangeShare? in
          let estimate = shares[change][position]
          guard estimate.share != 0 else { return nil }
          return ChangeShare(change: game.changes[change], share: estimate.share, error: estimate.error)
        }
        result[measure.key, default: [:]][actor] = parts.sorted { x, y in
          abs(x.share) != abs(y.share) ? abs(x.share) > abs(y.share) : x.change.id < y.change.id
        }
      }
    }
    self.shares = result
  }

  /// What accounts for the change of an actor's score, the largest share first.
  public func because(_ measure: MeasureChoice, actor: String) -> [ChangeShare] {
    shares[measure.key]?[actor] ?? []
  }
}

extension AlgorithmChoice {
  /// The algorithm with all its options, as one text.
  var key: String { summary.id + options.map { ":\($0.name)=\($0.value)" }.joined() }
}

/// The part of one change in the change of a score.
public struct ChangeShare: Sendable, Hashable {
  /// The change.
  public let change: NetworkChange
  /// How much of the change of the score it accounts for.
  public let share: Double
  /// Standard error of the share; 0 when it is exact.
  public let error: Double
}

/// One change from a network to a later one.
public enum NetworkChange: Sendable, Hashable {
  /// A relation came.
  case added(Relation)
  /// A relation went.
  case ended(Relation)
  /// A relation says something else.
  case changed(RelationChange)
  /// Actors came or went, or became parts of others.
  case actors(added: [String], removed: [String])

  /// The relation's id; `actors` for actors.
  public var id: String {
    switch self {
    case .added(let relation), .ended(let relation): relation.id
    case .changed(let change): change.after.id
    case .actors: "actors"
    }
  }

  /// Where it stands among others: by id, then by its actors.
  fileprivate var place: String {
    switch self {
    case .added(let relation), .ended(let relation): "\(id)\u{1}\(relation.ends.first)\u{1}\(relation.ends.second)"
    case .changed, .actors: id
    }
  }
}

/// The game whose players are the changes: scores of the network with any of them made.
struct ChangeGame: Sendable {
  let changes: [NetworkChange]
  /// Ids of all actors of either network, sorted.
  let actors: [String]
  private let measures: [MeasureChoice]
  private let before: ProjectedGraph
  private let after: ProjectedGraph
  private let constant: [Relation]

  /// How many numbers a state has: one for each measure and actor.
  var width: Int { measures.count * actors.count }

  init(_ before: ProjectedGraph, _ after: ProjectedGraph, _ measures: [MeasureChoice]) {
    self.before = before
    self.after = after
    self.measures = measures
    let matching = RelationMatching(before: before, after: after)
    var changes = matching.added.map(NetworkChange.added) + matching.ended.map(NetworkChange.ended)
    changes += matching.changed.map(NetworkChange.changed)
    let old = Set(before.snapshot.actors.map(\.id))
    let new = Set(after.snapshot.actors.map(\.id))
    if old != new || Self.wholes(before) != Self.wholes(after) {
      changes.append(.actors(added: new.subtracting(old).sorted(), removed: old.subtracting(new).sorted()))
    }
    // By id, so that a comparison turned round meets its changes in the same order and its shares are the mirror image.
    self.changes = changes.sorted { $0.place < $1.place }
    actors = old.union(new).sorted()
    let moving = Set(matching.added.map(\.id)).union(matching.changed.map(\.after.id))
    constant = after.snapshot.relations.filter { after.projection.admits($0) && !moving.contains($0.id) }
  }

  /// What each actor is a part of, where that counts.
  private static func wholes(_ projected: ProjectedGraph) -> [String: String] {
    guard projected.projection.rollUp != .none else { return [:] }
    let parts = projected.snapshot.actors.compactMap { actor in actor.partOf.map { (actor.id, $0) } }
    return Dictionary(parts, uniquingKeysWith: { first, _ in first })
  }

  /// Scores when some changes are made; an actor that is not there has 0.
  func scores(made: [Bool], _ context: RunContext) throws(AlgorithmError) -> [Double] {
    var relations = constant
    var snapshot = before.snapshot
    for (change, isMade) in zip(changes, made) {
      switch change {
      case .added(let relation): if isMade { relations.append(relation) }
      case .ended(let relation): if !isMade { relations.append(relation) }
      case .changed(let change): relations.append(isMade ? change.after : change.before)
      case .actors: if isMade { snapshot = after.snapshot }
      }
    }
    let present = Set(snapshot.actors.map(\.id))
    relations.removeAll { !present.contains($0.ends.first) || !present.contains($0.ends.second) }
    var scores = [Double](repeating: 0, count: width)
    guard let graph = try? after.projection.graph(of: snapshot.replacing(relations: relations)) else { return scores }
    let single = context.alone
    for (m, measure) in measures.enumerated() {
      let values: [Double]
      do throws(AlgorithmError) {
        values = try measure.run(on: graph, in: single).values
      } catch .cancelled {
        throw .cancelled
      } catch {
        // A measure that is not defined on a state between gives nobody anything there.
        continue
      }
      for (a, actor) in actors.enumerated() {
        if let node = graph.node(ofActor: actor), graph.actors[node].id == actor {
          scores[m * actors.count + a] = values[node]
        }
      }
    }
    return scores
  }
}
