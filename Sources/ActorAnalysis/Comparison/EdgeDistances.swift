import ActorModel
import GraphCore

/// How far two graphs are apart, edge by edge; edges are matched by the ids of their actors.
package struct EdgeDistances: Sendable, Hashable {
  /// 1 − edges in both ÷ edges in either; 0 when neither has any.
  package let jaccard: Double
  /// The same by strength: 1 − Σ min ÷ Σ max over the edges in either.
  package let weightedJaccard: Double
  /// Edges in one but not the other.
  package let hamming: Int
  /// Sum of the differences in strength over the edges in either.
  package let weightedHamming: Double

  /// Measures two graphs.
  ///
  /// Parallel edges add up their strengths; an edge without a strength counts 1.
  package init(before: ProjectedGraph, after: ProjectedGraph) {
    let old = Self.strengths(of: before)
    let new = Self.strengths(of: after)
    let either = Set(old.keys).union(new.keys).sorted()
    var shared = 0
    var smaller = 0.0
    var larger = 0.0
    for key in either {
      let a = old[key] ?? 0
      let b = new[key] ?? 0
      if a > 0 && b > 0 { shared += 1 }
      smaller += min(a, b)
      larger += max(a, b)
    }
    jaccard = either.isEmpty ? 0 : 1 - Double(shared) / Double(either.count)
    weightedJaccard = larger > 0 ? 1 - smaller / larger : 0
    hamming = either.count - shared
    weightedHamming = larger - smaller
  }

  private struct Key: Hashable, Comparable {
    let source: String
    let target: String

    static func < (a: Key, b: Key) -> Bool { a.source != b.source ? a.source < b.source : a.target < b.target }
  }

  private static func strengths(of projected: ProjectedGraph) -> [Key: Double] {
    let graph = projected.graph
    let column = graph.strengths
    var strengths: [Key: Double] = [:]
    for edge in 0..<graph.edgeCount {
      let key = Key(
        source: projected.actors[graph.source(of: edge)].id, target: projected.actors[graph.target(of: edge)].id)
      strengths[key, default: 0] += column?[edge] ?? 1
    }
    return strengths
  }
}
