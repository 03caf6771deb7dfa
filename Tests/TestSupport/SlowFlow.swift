import GraphCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The description length of a random wanderer's way, by its definition over all pairs of nodes.
public enum SlowFlow {
  /// Bits for each step when these are the communities; directed wanderers jump with probability 1 − damping.
  public static func codeLength(
    _ graph: CSRGraph, _ groups: [Int], damping: Double = 0.85, usesStrengths: Bool = false
  ) -> Double {
    let nodes = 0..<graph.nodeCount
    let matrix = SlowWalks.matrix(graph, usesStrengths: usesStrengths)
    let out = nodes.map { u in nodes.reduce(0) { $0 + matrix[$1][u] } }
    let total = out.reduce(0, +)
    let visits =
      graph.isDirected
      ? SlowWalks.pageRank(graph, damping: damping, usesStrengths: usesStrengths)
      : out.map { total > 0 ? $0 / total : 0 }
    let followed = graph.isDirected ? damping : 1
    var exits = [Double](repeating: 0, count: (groups.max() ?? 0) + 1)
    var visited = exits
    for u in nodes {
      visited[groups[u]] += visits[u]
      for v in nodes where groups[v] != groups[u] {
        if out[u] > 0 { exits[groups[u]] += followed * visits[u] * matrix[v][u] / out[u] }
        if graph.isDirected {
          let jump = out[u] > 0 ? 1 - damping : 1
          exits[groups[u]] += jump * visits[u] / Double(nodes.count)
        }
      }
    }
    func f(_ x: Double) -> Double { x > 0 ? x * log2(x) : 0 }
    return f(exits.reduce(0, +)) - 2 * exits.reduce(0) { $0 + f($1) } - visits.reduce(0) { $0 + f($1) }
      + zip(exits, visited).reduce(0) { $0 + f($1.0 + $1.1) }
  }
}
