import GraphCore

/// How alike two divisions of the same nodes are.
///
/// From the table of how many nodes *n(i, j)* are in group *i* of the one and group *j* of the other, with group sizes
/// *a(i)* and *b(j)*, entropies *H* and mutual information *I*, all in natural logarithms:
///
///     adjusted Rand = (Σ C(n(i,j), 2) − e) / ((Σ C(a(i), 2) + Σ C(b(j), 2)) / 2 − e)
///                     e = Σ C(a(i), 2) Σ C(b(j), 2) / C(n, 2)
///     normalized mutual information = 2 I / (H(a) + H(b))
///     variation of information = H(a) + H(b) − 2 I
///
/// **Reading.** The adjusted Rand index is 0 for what chance gives and 1 for equal divisions: read it first. Mutual
/// information favours divisions into many groups. Variation of information is a distance: it obeys the triangle
/// inequality, so it can be compared across pairs.
///
/// **Graph.** None: which nodes are tied plays no part.
///
/// **Weights.** None; every node counts the same.
///
/// **Range.** Adjusted Rand from −0.5 to 1, normalized mutual information from 0 to 1, variation of information from 0
/// to ln n. Equal divisions have 1, 1 and 0, trivial ones too: where everything is one group, or every node is alone,
/// in both, or there are no nodes, the formulas have no value and the divisions are equal.
///
/// **Precision.** Counts are exact to 2⁵³ pairs.
///
/// **Repeatability.** The sums run over the table in the order of its cells; the same at every run.
///
/// **Other programs.** igraph's `compare_communities` agrees (`nmi`, `vi`, `rand`, `adjusted.rand`), apart from the
/// trivial divisions, where it gives NaN or an error.
///
/// ```swift
/// let halves = Partition(labels: [0, 0, 1, 1])
/// try PartitionComparison(halves, Partition(labels: [0, 0, 1, 2])).adjustedRand     // 0.571…
/// ```
///
/// - Complexity: O(n log n) time, O(n) memory.
/// - Source: L. Hubert, P. Arabie, J. Classification 2 (1985) 193–218, doi:10.1007/BF01908075; L. Danon et al., J. Stat.
///   Mech. (2005) P09008, doi:10.1088/1742-5468/2005/09/P09008; M. Meilă, J. Multivariate Analysis 98 (2007) 873–895,
///   doi:10.1016/j.jmva.2006.11.013.
/// - SeeAlso: ``Leiden``, ``ConsensusPartition``
public struct PartitionComparison: Sendable, Hashable {
  /// The share of pairs on which the divisions agree: together in both, or apart in both.
  public let rand: Double
  /// The Rand index with what chance gives taken out.
  public let adjustedRand: Double
  /// How much each division tells about the other, from 0 to 1.
  public let normalizedMutualInformation: Double
  /// How much is left to tell when one of them is known, in natural units.
  public let variationOfInformation: Double

  /// What the comparison is.
  package static let summary = AlgorithmSummary(
    id: "partition-comparison", title: "Comparison of two divisions", family: .communities,
    meaning: "How alike two divisions of the same actors into groups are.",
    formula: "adjusted Rand; 2 I / (H(a) + H(b)); H(a) + H(b) - 2 I", signs: .ignored,
    complexity: "O(n log n) time, O(n) memory",
    source: "L. Hubert, P. Arabie, J. Classification 2 (1985) 193-218, doi:10.1007/BF01908075; "
      + "M. Meila, J. Multivariate Analysis 98 (2007) 873-895, doi:10.1016/j.jmva.2006.11.013")

  /// Compares two divisions.
  ///
  /// - Throws: `.invalidParameter` when they are not of equally many nodes.
  public init(_ first: Partition, _ second: Partition) throws(AlgorithmError) {
    guard first.groups.count == second.groups.count else {
      throw .invalidParameter(
        name: "partition", value: "a division of \(second.groups.count) nodes",
        needed: "one of \(first.groups.count) nodes, like the other")
    }
    let cells = zip(first.groups, second.groups).map { Int($0) * second.groupCount + Int($1) }.sorted()
    let table = Self.runLengths(cells)
    let rows = first.members().map { Double($0.count) }
    let columns = second.members().map { Double($0.count) }
    let count = Double(cells.count)
    let together = Self.pairs(table)
    let inFirst = Self.pairs(rows)
    let inSecond = Self.pairs(columns)
    let all = count * (count - 1) / 2
    rand = all > 0 ? (all + 2 * together - inFirst - inSecond) / all : 1
    let expected = all > 0 ? inFirst * inSecond / all : 0
    let largest = (inFirst + inSecond) / 2
    let isSame = table.count == rows.count && table.count == columns.count
    adjustedRand = isSame || largest == expected ? (isSame ? 1 : 0) : (together - expected) / (largest - expected)
    let entropies = Self.entropy(rows, count) + Self.entropy(columns, count)
    let joint = Self.entropy(table, count)
    variationOfInformation = isSame ? 0 : max(2 * joint - entropies, 0)
    normalizedMutualInformation = isSame ? 1 : entropies > 0 ? max(2 * (entropies - joint) / entropies, 0) : 1
  }

  private static func runLengths(_ sorted: [Int]) -> [Double] {
    var lengths: [Double] = []
    for index in sorted.indices {
      if index > 0 && sorted[index] == sorted[index - 1] {
        lengths[lengths.count - 1] += 1
      } else {
        lengths.append(1)
      }
    }
    return lengths
  }

  private static func pairs(_ sizes: [Double]) -> Double { sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }

  private static func entropy(_ sizes: [Double], _ count: Double) -> Double {
    count > 0 ? -sizes.reduce(0) { $0 + Information.xLogX($1 / count) } : 0
  }
}
