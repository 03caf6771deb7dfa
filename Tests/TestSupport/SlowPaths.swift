import GraphCore

/// Distances and paths by the definitions, as slow as they are plain: nothing here is shared with the algorithms.
public struct SlowPaths {
  /// `distances[s][t]`, by Floyd and Warshall; infinity where no way leads.
  public let distances: [[Double]]
  private let arcs: [[Arc]]

  private struct Arc {
    let target: Int
    let edge: Int
    let cost: Double
  }

  /// Paths of a graph, following edges in a direction; by length where asked for, else by steps.
  public init(_ graph: CSRGraph, _ direction: EdgeDirection = .out, usesLengths: Bool = false) {
    var arcs = [[Arc]](repeating: [], count: graph.nodeCount)
    for (edge, pair) in graph.pairs.enumerated() where pair.source != pair.target {
      let cost = usesLengths ? graph.lengths?[edge] ?? .nan : 1
      if direction != .in || !graph.isDirected {
        arcs[pair.source].append(Arc(target: pair.target, edge: edge, cost: cost))
      }
      if direction != .out || !graph.isDirected {
        arcs[pair.target].append(Arc(target: pair.source, edge: edge, cost: cost))
      }
    }
    self.arcs = arcs
    distances = Self.allDistances(arcs)
  }

  private static func allDistances(_ arcs: [[Arc]]) -> [[Double]] {
    let nodes = arcs.indices
    var distances = nodes.map { s in nodes.map { s == $0 ? 0 : Double.infinity } }
    for node in nodes {
      for arc in arcs[node] { distances[node][arc.target] = min(distances[node][arc.target], arc.cost) }
    }
    for middle in nodes {
      for s in nodes where distances[s][middle] < .infinity {
        for t in nodes { distances[s][t] = min(distances[s][t], distances[s][middle] + distances[middle][t]) }
      }
    }
    return distances
  }

  /// All paths without repeated nodes that are no longer than a limit, parallel edges told apart.
  public func simplePaths(from source: Int, to target: Int, atMost limit: Double = .infinity) -> [Path] {
    var found: [Path] = []
    var nodes = [source]
    var edges: [Int] = []
    func extend(_ length: Double) {
      let node = nodes[nodes.count - 1]
      if node == target {
        found.append(Path(nodes: nodes, edges: edges, length: length))
        return
      }
      for arc in arcs[node] where length + arc.cost <= limit && !nodes.contains(arc.target) {
        nodes.append(arc.target)
        edges.append(arc.edge)
        extend(length + arc.cost)
        nodes.removeLast()
        edges.removeLast()
      }
    }
    extend(0)
    return found
  }

  /// All shortest paths; lengths within 1e-12 of the least tie.
  public func shortestPaths(from source: Int, to target: Int) -> [Path] {
    let distance = distances[source][target]
    return distance == .infinity ? [] : simplePaths(from: source, to: target, atMost: distance * (1 + 1e-12))
  }

  /// Betweenness over ordered pairs, by listing every shortest path.
  public func orderedBetweenness() -> [Double] {
    var sums = [Double](repeating: 0, count: arcs.count)
    for s in arcs.indices {
      for t in arcs.indices where s != t {
        let paths = shortestPaths(from: s, to: t)
        for path in paths {
          for node in path.nodes.dropFirst().dropLast() { sums[node] += 1 / Double(paths.count) }
        }
      }
    }
    return sums
  }
}
