/// Rank-biased overlap, extrapolated: how far two rankings agree, where the top counts most.
///
/// The agreement A_d of the two lists down to depth d, averaged with weights that fall by `persistence` at each depth:
///
///     RBO = (1 − p)/p · Σ A_d pᵈ, carried on beyond the end of the lists with the agreement reached there
///
/// **Ties.** Everybody with a rank of at most d stands in the list down to d, and A_d is twice the overlap over the two
/// sizes. Lists of different lengths follow equation 32 of the paper.
///
/// **Range.** 0 (nothing in common) to 1 (the same order).
///
/// - Complexity: O(n) after sorting.
/// - Source: W. Webber, A. Moffat, J. Zobel, ACM Trans. Inf. Syst. 28 (2010) 20:1–38, doi:10.1145/1852102.1852106.
package struct RankBiasedOverlap: Sendable {
  /// How much of the attention given to one depth is left for the next, between 0 and 1.
  package var persistence: Double

  /// An overlap; with persistence 0.9 the first ten places carry 86 % of the weight.
  package init(persistence: Double = 0.9) {
    precondition(persistence > 0 && persistence < 1, "a persistence between 0 and 1")
    self.persistence = persistence
  }

  /// The overlap of two rankings, each the ids with their ranks.
  ///
  /// - Returns: A number from 0 to 1; 1 for two empty rankings and 0 when only one is empty.
  package func run(_ first: [String: Int], _ second: [String: Int]) -> Double {
    let (short, long) = first.count <= second.count ? (first, second) : (second, first)
    guard !short.isEmpty else { return long.isEmpty ? 1 : 0 }
    let p = persistence
    let depths = Depths(short: short, long: long)
    let s = short.count
    let l = long.count
    var sum = 0.0
    var weight = 1.0
    for d in 1...l {
      weight *= p
      sum += depths.agreement(at: d) * weight
      if d > s {
        let atShort = depths.overlap[s]
        sum += atShort * Double(d - s) / (Double(s) * Double(d)) * weight
      }
    }
    let tail = (depths.overlap[l] - depths.overlap[s]) / Double(l) + depths.overlap[s] / Double(s)
    return (1 - p) / p * sum + tail * weight
  }

  /// How many stand in each list, and in both, down to each depth.
  private struct Depths {
    var overlap: [Double]
    private var shortSize: [Double]
    private var longSize: [Double]
    private let shortCount: Int

    init(short: [String: Int], long: [String: Int]) {
      shortCount = short.count
      overlap = [Double](repeating: 0, count: long.count + 1)
      shortSize = overlap
      longSize = overlap
      for (id, rank) in long {
        longSize[min(rank, long.count)] += 1
        if let other = short[id] { overlap[min(max(rank, other), long.count)] += 1 }
      }
      for rank in short.values { shortSize[min(rank, long.count)] += 1 }
      for d in 1...long.count {
        overlap[d] += overlap[d - 1]
        shortSize[d] += shortSize[d - 1]
        longSize[d] += longSize[d - 1]
      }
    }

    func agreement(at depth: Int) -> Double {
      depth <= shortCount
        ? 2 * overlap[depth] / Swift.max(shortSize[depth] + longSize[depth], 1) : overlap[depth] / longSize[depth]
    }
  }
}
