import GraphCore

// Changes to a graph whose effect on every measure is known beforehand.
extension CSRGraph {
  /// The edges as pairs, by edge number.
  public var pairs: [NodePair] { (0..<edgeCount).map { NodePair(source(of: $0), target(of: $0)) } }

  /// The graph with node `v` called `order[v]`.
  public func relabelled(_ order: [Int]) -> CSRGraph {
    CSRGraph(
      nodeCount: nodeCount, edges: pairs.map { NodePair(order[$0.source], order[$0.target]) }, isDirected: isDirected,
      columns: columns)
  }

  /// The graph built from its edges in a random order, undirected ones turned round at random.
  public func shuffled(seed: UInt64) -> CSRGraph {
    var random = SeededGenerator(seed: seed)
    var order = Array(0..<edgeCount)
    random.shuffle(&order)
    let pairs = pairs
    let edges = order.map { edge -> NodePair in
      let turns = !isDirected && random.nextIndex(below: 2) == 1
      return turns ? NodePair(pairs[edge].target, pairs[edge].source) : pairs[edge]
    }
    return CSRGraph(nodeCount: nodeCount, edges: edges, isDirected: isDirected, columns: columns.taking(order))
  }

  /// The graph with another node that has no edge, numbered last.
  public func withIsolatedNode() -> CSRGraph {
    CSRGraph(nodeCount: nodeCount + 1, edges: pairs, isDirected: isDirected, columns: columns)
  }

  /// The graph with further edges; columns get 1 for them.
  public func adding(_ edges: [NodePair]) -> CSRGraph {
    let ones = [Double](repeating: 1, count: edges.count)
    return CSRGraph(
      nodeCount: nodeCount, edges: pairs + edges, isDirected: isDirected,
      columns: EdgeColumns(
        lengths: lengths.map { $0 + ones }, strengths: strengths.map { $0 + ones },
        signs: signs.map { $0 + edges.map { _ in 1 } }, signedStrengths: signedStrengths.map { $0 + ones }))
  }

  /// This graph and another side by side; the other's nodes come last. Columns are dropped unless both have them.
  public func union(_ other: CSRGraph) -> CSRGraph {
    func joined<Value>(_ a: [Value]?, _ b: [Value]?) -> [Value]? {
      guard let a, let b else { return nil }
      return a + b
    }
    let moved = other.pairs.map { NodePair($0.source + nodeCount, $0.target + nodeCount) }
    return CSRGraph(
      nodeCount: nodeCount + other.nodeCount, edges: pairs + moved, isDirected: isDirected,
      columns: EdgeColumns(
        lengths: joined(lengths, other.lengths), strengths: joined(strengths, other.strengths),
        signs: joined(signs, other.signs), signedStrengths: joined(signedStrengths, other.signedStrengths)))
  }

  /// The directed graph with both directions of every edge of this undirected one; a loop stays one edge.
  public func asDirected() -> CSRGraph {
    let pairs = pairs
    let edges = Array(pairs.indices) + pairs.indices.filter { pairs[$0].source != pairs[$0].target }
    let ends = edges.indices.map { position -> NodePair in
      let pair = pairs[edges[position]]
      return position < pairs.count ? pair : NodePair(pair.target, pair.source)
    }
    return CSRGraph(nodeCount: nodeCount, edges: ends, isDirected: true, columns: columns.taking(edges))
  }

  /// The graph with lengths, strengths and signed strengths multiplied.
  public func scaled(by factor: Double) -> CSRGraph {
    replacing(
      columns: EdgeColumns(
        lengths: lengths.map { $0.map { $0 * factor } }, strengths: strengths.map { $0.map { $0 * factor } },
        signs: signs, signedStrengths: signedStrengths.map { $0.map { $0 * factor } }))
  }

  /// The same edges without columns.
  public func withoutColumns() -> CSRGraph { replacing(columns: EdgeColumns()) }

  /// The same edges with these lengths, given in edge order.
  public func withLengths(_ lengths: [Double]) -> CSRGraph { replacing(columns: EdgeColumns(lengths: lengths)) }

  /// The same edges with these strengths, given in edge order.
  public func withStrengths(_ strengths: [Double]) -> CSRGraph {
    replacing(columns: EdgeColumns(strengths: strengths))
  }
}

extension EdgeColumns {
  /// Columns whose value `i` is value `order[i]` of these.
  func taking(_ order: [Int]) -> EdgeColumns {
    EdgeColumns(
      lengths: lengths.map { column in order.map { column[$0] } },
      strengths: strengths.map { column in order.map { column[$0] } },
      signs: signs.map { column in order.map { column[$0] } },
      signedStrengths: signedStrengths.map { column in order.map { column[$0] } })
  }
}

/// The numbers `0..<count` in a random order.
public func randomOrder(_ count: Int, seed: UInt64) -> [Int] {
  var random = SeededGenerator(seed: seed)
  var order = Array(0..<count)
  random.shuffle(&order)
  return order
}
