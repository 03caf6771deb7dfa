import ActorModel

/// How a ranking moved from one graph to another.
package struct RankingComparison: Sendable, Hashable {
  /// The ranking before.
  package let before: RankingResult
  /// The ranking after.
  package let after: RankingResult
  /// Kendall's tau-b over the actors in both; `nil` where it is not defined.
  package let kendallTauB: Double?
  /// Rank-biased overlap over all actors; `nil` where a ranking was refused.
  package let rankBiasedOverlap: Double?
  /// The share of the first ranks that both have in common; `nil` where a ranking was refused.
  package let topOverlap: Double?
  /// Actors whose score or rank changed, appeared or left; the largest change of score first. Who has the same score as
  /// before and shares its rank did not move, wherever that rank now stands: others did.
  package let moves: [RankMove]

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
    let places = [RankPlaces(before), RankPlaces(after)]
    moves = Set(old.keys).union(new.keys).compactMap { id in
      Self.stays(old[id], new[id], places) ? nil : RankMove(before: old[id], after: new[id])
    }
    .sorted { a, b in
      let sizeA = abs(a.scoreChange)
      let sizeB = abs(b.scoreChange)
      return sizeA != sizeB ? sizeA > sizeB : a.actor.id < b.actor.id
    }
  }
}

extension RankingComparison {
  /// Which ranks are shared, and how far apart scores must be to differ.
  private struct RankPlaces {
    private let sizes: [Int: Int]
    let tolerance: Double

    init(_ ranking: RankingResult) {
      sizes = ranking.ranked.reduce(into: [:]) { $0[$1.rank, default: 0] += 1 }
      tolerance = TiedRanks.tolerance * (ranking.ranked.map { abs($0.score) }.filter(\.isFinite).max() ?? 0)
    }

    func isShared(_ rank: Int) -> Bool { sizes[rank, default: 0] > 1 }
  }

  private static func stays(_ before: RankedActor?, _ after: RankedActor?, _ places: [RankPlaces]) -> Bool {
    guard let before, let after else { return false }
    guard before.score == after.score || abs(before.score - after.score) <= places.map(\.tolerance).max() ?? 0 else {
      return false
    }
    return before.rank == after.rank || places[0].isShared(before.rank) || places[1].isShared(after.rank)
  }
}

/// An actor whose score or rank changed.
package struct RankMove: Sendable, Hashable {
  /// The actor.
  package let actor: Actor
  /// Its place before; `nil` when it was not there.
  package let before: RankedActor?
  /// Its place after; `nil` when it is not there any more.
  package let after: RankedActor?

  init?(before: RankedActor?, after: RankedActor?) {
    guard let actor = (after ?? before)?.actor else { return nil }
    self.actor = actor
    self.before = before
    self.after = after
  }

  /// Whether it stands at another rank, or came or left.
  package var changesRank: Bool { before?.rank != after?.rank }

  /// The score after less the score before; an absent actor has 0.
  package var scoreChange: Double { (after?.score ?? 0) - (before?.score ?? 0) }
}
