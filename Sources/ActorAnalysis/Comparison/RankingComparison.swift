import ActorModel

/// How a ranking moved from one graph to another.
public struct RankingComparison: Sendable, Hashable {
  /// The ranking before.
  public let before: RankingResult
  /// The ranking after.
  public let after: RankingResult
  /// Kendall's tau-b over the actors in both; `nil` where it is not defined.
  public let kendallTauB: Double?
  /// Rank-biased overlap over all actors; `nil` where a ranking was refused.
  public let rankBiasedOverlap: Double?
  /// The share of the first ranks that both have in common; `nil` where a ranking was refused.
  public let topOverlap: Double?
  /// Actors whose score or rank changed, appeared or left; the largest change of score first.
  public let moves: [RankMove]

  init(before: RankingResult, after: RankingResult, persistence: Double, topDepth: Int) {
    self.before = before
    self.after = after
    let old = Dictionary(before.ranked.map { ($0.actor.id, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after.ranked.map { ($0.actor.id, $0) }, uniquingKeysWith: { first, _ in first })
    let isRefused = before.refusal != nil || after.refusal != nil
    let common = old.keys.filter { new[$0] != nil }.sorted()
    // Negative ranks, so that rounding inside a tie plays no part and the best has the highest value.
    kendallTauB =
      isRefused
      ? nil
      : KendallTau().run(
        common.map { -Double(old[$0]?.rank ?? 0) }, common.map { -Double(new[$0]?.rank ?? 0) })
    rankBiasedOverlap =
      isRefused
      ? nil
      : RankBiasedOverlap(persistence: persistence).run(old.mapValues(\.rank), new.mapValues(\.rank))
    topOverlap = isRefused ? nil : TopOverlap(depth: topDepth).run(old.mapValues(\.rank), new.mapValues(\.rank))
    moves = Set(old.keys).union(new.keys).compactMap { RankMove(before: old[$0], after: new[$0]) }
      .sorted { a, b in
        let sizeA = abs(a.scoreChange)
        let sizeB = abs(b.scoreChange)
        return sizeA != sizeB ? sizeA > sizeB : a.actor.id < b.actor.id
      }
  }
}

/// An actor whose score or rank changed.
public struct RankMove: Sendable, Hashable {
  /// The actor.
  public let actor: Actor
  /// Its place before; `nil` when it was not there.
  public let before: RankedActor?
  /// Its place after; `nil` when it is not there any more.
  public let after: RankedActor?

  init?(before: RankedActor?, after: RankedActor?) {
    guard let actor = (after ?? before)?.actor else { return nil }
    if let before, let after, before.rank == after.rank, before.score == after.score { return nil }
    self.actor = actor
    self.before = before
    self.after = after
  }

  /// The score after less the score before; an absent actor has 0.
  public var scoreChange: Double { (after?.score ?? 0) - (before?.score ?? 0) }
}
