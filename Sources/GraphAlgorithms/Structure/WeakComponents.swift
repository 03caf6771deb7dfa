import GraphCore

/// Groups the nodes that are connected when the direction of edges is ignored.
///
/// **Reading.** The separate worlds of the network: between two components there is no tie at all.
///
/// **Graph.** Direction, self-loops, parallel edges and signs make no difference. An isolated node is a component of
/// its own.
///
/// **Repeatability.** Exact. Components are numbered in the order of their smallest node.
///
/// ```swift
/// let graph = CSRGraph(nodeCount: 3, edges: [NodePair(2, 0)], isDirected: true)
/// try WeakComponents().run(on: graph).groups     // [0, 1, 0]
/// ```
///
/// - Complexity: O(n + m) time, O(n) memory.
/// - Source: J. Hopcroft, R. Tarjan, Comm. ACM 16 (1973) 372–378, doi:10.1145/362248.362272.
/// - SeeAlso: ``StrongComponents``
public struct WeakComponents: GraphAlgorithm {
  /// The algorithm; it has no options.
  public init() {}

  /// What the algorithm is.
  public static let summary = AlgorithmSummary(
    id: "weak-components", title: "Weak components", family: .structure,
    meaning: "Which actors are connected at all, directly or through others.",
    formula: "u ~ v when a path joins them, whatever the direction of its edges",
    signs: .ignored, complexity: "O(n + m) time, O(n) memory",
    source: "J. Hopcroft, R. Tarjan, Comm. ACM 16 (1973) 372-378, doi:10.1145/362248.362272")

  /// No options.
  public static let parameters: [Parameter<WeakComponents>] = []

  /// Runs on a graph.
  ///
  /// - Returns: One group for each component.
  /// - Throws: `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Partition {
    let out = graph.out
    let incoming = graph.incoming
    let component = Buffer<Int32>(repeating: -1, count: graph.nodeCount)
    let queue = Buffer<Int32>(repeating: 0, count: graph.nodeCount)
    var tail = 0
    var head = 0
    for root in 0..<graph.nodeCount where component[root] < 0 {
      component[root] = Int32(truncatingIfNeeded: root)
      queue[tail] = Int32(truncatingIfNeeded: root)
      tail &+= 1
      while head < tail {
        let node = Int(queue[head])
        head &+= 1
        if head & 1023 == 0 { try context.checkCancellation() }
        tail = Self.enter(out, of: node, component, queue, tail)
        if graph.isDirected { tail = Self.enter(incoming, of: node, component, queue, tail) }
      }
    }
    return Partition(numbers: component.array(), below: graph.nodeCount)
  }

  /// Puts a node's neighbours into its component; returns the new end of the queue.
  private static func enter(
    _ arcs: Adjacency, of node: Int, _ component: borrowing Buffer<Int32>, _ queue: borrowing Buffer<Int32>, _ end: Int
  ) -> Int {
    let targets = arcs.targets.span
    var tail = end
    for arc in arcs.range(of: node) {
      let next = targets[unchecked: arc]
      guard component[next] < 0 else { continue }
      component[next] = component[node]
      queue[tail] = next
      tail &+= 1
    }
    return tail
  }
}
