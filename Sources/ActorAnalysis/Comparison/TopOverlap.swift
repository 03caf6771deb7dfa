/// Which share of the top of one ranking is at the top of another too.
///
///     overlap(k) = |A_k ∩ B_k| / (½ (|A_k| + |B_k|))
///
/// with A_k everybody whose rank in the one is at most k, B_k in the other.
///
/// **Reading.** "Of the ten that lead, eight led before." Says nothing about the order among them; see
/// ``RankBiasedOverlap`` and ``KendallTau`` for that.
///
/// **Ties.** Everybody with a rank of at most k is in; a tie at the border lets a set grow beyond k, and a tie at the
/// first rank that is already larger than k is in as a whole.
///
/// **Range.** 0 to 1; 1 for two empty rankings.
///
/// - Complexity: O(n).
/// - Source: R. Fagin, R. Kumar, D. Sivakumar, SIAM J. Discrete Math. 17 (2003) 134–160,
///   doi:10.1137/S0895480102412856.
package struct TopOverlap: Sendable {
  /// How many ranks count.
  package var depth: Int

  /// An overlap of the first ranks.
  package init(depth: Int = 10) {
    precondition(depth > 0, "a depth of at least 1")
    self.depth = depth
  }

  /// The overlap of two rankings, each the ids with their ranks.
  package func run(_ first: [String: Int], _ second: [String: Int]) -> Double {
    let one = first.filter { $0.value <= depth }
    let other = second.filter { $0.value <= depth }
    guard !one.isEmpty || !other.isEmpty else { return 1 }
    let shared = one.keys.count { other[$0] != nil }
    return 2 * Double(shared) / Double(one.count + other.count)
  }
}
