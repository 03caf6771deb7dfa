import GraphCore

/// Scores each node by how much of the current between others flows through it.
///
/// A unit current enters at *s* and leaves at *t*, edges being resistors of conductance *w*; *I* is half the absolute
/// current over the edges at *v*:
///
///     b(v) = Σ I(v; s, t)        over unordered pairs, s ≠ v ≠ t
///
/// **Reading.** Brokers in a world where business takes all ways, short ones more than long ones; the same as how often
/// a random walk from *s* to *t* passes *v* on balance. An actor just beside the shortest path counts, unlike in
/// ``Betweenness``.
///
/// **Graph.** Undirected only; a directed graph is refused. Between components nothing flows. Self-loops carry no
/// current. Parallel edges conduct side by side. Signs are ignored.
///
/// **Weights.** `weight` says whether an edge conducts 1 or its strength: stronger is closer.
///
/// **Range.** `pairs`: from 0 to (n−1)(n−2)/2. `fraction`: divided by that number; 0 when n < 3. On a tree the values are
/// those of ``Betweenness``.
///
/// **Precision.** Cholesky's factors, about 1e-11 of the largest value; strengths more than 1e12 apart are refused.
/// Values that come out below 0 by rounding are 0.
///
/// **Repeatability.** The same bits at any thread count.
///
/// **Other programs.** NetworkX agrees on both scales, and refuses a graph that is not connected. Newman's paper also
/// counts the ends of a pair, as NetworkX and this do not.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try CurrentFlowBetweenness().run(on: chain).values     // [0, 1, 0]
/// ```
///
/// - Complexity: O(k³ + m k log k) time for a component of k nodes and m edges, O(k²) memory; k is at most 2000.
/// - Source: M. E. J. Newman, Social Networks 27 (2005) 39–54, doi:10.1016/j.socnet.2004.11.009; U. Brandes,
///   D. Fleischer, STACS 2005, 533–544, doi:10.1007/978-3-540-31856-9_44.
/// - SeeAlso: ``Betweenness``, ``EffectiveResistance``
public struct CurrentFlowBetweenness: NodeMeasure {
  /// How sums over pairs are scaled.
  package var scale: Betweenness.Scale
  /// How much a tie conducts.
  package var weight: TieWeight

  package init() { self.init(scale: .fraction) }

  /// Current-flow betweenness as a fraction, by strength where the graph has strengths, unless said otherwise.
  ///
  /// - Parameters:
  ///   - scale: How sums over pairs are scaled.
  ///   - weight: How much a tie conducts.
  public init(scale: Betweenness.Scale = .fraction, weight: TieWeight = .automatic) {
    self.scale = scale
    self.weight = weight
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "current-flow-betweenness", title: "Current-flow betweenness", family: .betweenness,
    meaning: "How much of the dealings between others passes an actor when they take all ways.",
    formula: "b(v) = sum over pairs s, t other than v of the current through v when 1 flows from s to t",
    signs: .ignored, graphs: .undirected,
    complexity: "O(k^3 + m k log k) time and O(k^2) memory for components of k <= 2000 nodes",
    source: "M. E. J. Newman, Social Networks 27 (2005) 39-54, doi:10.1016/j.socnet.2004.11.009")

  /// The options by name.
  package static let parameters: [Parameter<CurrentFlowBetweenness>] = [
    .choice("scale", \.scale, "Share of the pairs of other nodes (fraction) or their number (pairs)."),
    .choice("weight", \.weight, "Whether a tie conducts its strength or 1."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node.
  /// - Throws: `.undefined` for a directed graph; `.missingColumn` when strengths were asked for and there are none;
  ///   `.unfitValue` for a strength that is not a finite number above 0, or vanishing beside another; `.limitExceeded`
  ///   for a component of more than 2000 nodes; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    let network = try ConductorNetwork(graph, weight, context)
    var values = [Double](repeating: 0, count: graph.nodeCount)
    for component in network.components where component.count > 2 {
      let flows = try Self.flows(in: component, of: network, context)
      for (place, node) in component.enumerated() {
        values[node] = max(0, (flows[place] - Double(component.count - 1)) / 2)
      }
    }
    let pairs = Double(graph.nodeCount - 1) * Double(graph.nodeCount - 2) / 2
    return NodeScores(
      values: scale == .fraction && pairs > 0 ? values.map { $0 / pairs } : values, measure: Self.summary.id,
      scale: scale.rawValue, weights: network.weights)
  }

  /// For each node of a component the absolute currents over its edges, over all pairs. Of a pair that ends at the
  /// node, the currents add up to 1.
  private static func flows(
    in component: [Int], of network: ConductorNetwork, _ context: RunContext
  ) throws(AlgorithmError) -> [Double] {
    let count = component.count
    let potentials = try LaplacianSolver(network, component: component, context).potentials(context)
    let arcs = network.graph.out
    return try context.orderedSum(
      over: count, width: count, chunkSize: 8, makeWorker: { Worker(FlowSorter(count: count)) }
    ) { (worker: Worker<FlowSorter>, places, sums: borrowing Buffer<Double>) throws(AlgorithmError) in
      for place in places {
        try context.checkCancellation()
        for arc in arcs.range(of: component[place]) {
          let other = Int(network.places[Int(arcs.targets[arc])])
          guard other > place else { continue }
          let flow =
            network.conductance(of: arcs.edge(ofArc: arc))
            * worker.scratch.sumOfDifferences(potentials, rows: place, other)
          sums[place] += flow
          sums[other] += flow
        }
      }
    }
  }
}

/// The sum of differences between all pairs of numbers, by sorting.
private struct FlowSorter: ~Copyable {
  private let numbers: Buffer<Double>

  init(count: Int) { numbers = Buffer(repeating: 0, count: count) }

  /// Σ |p(s) − p(t)| over unordered pairs of columns, with p the difference of two rows.
  ///
  /// - Complexity: O(k log k) for k columns.
  mutating func sumOfDifferences(_ rows: [Double], rows first: Int, _ second: Int) -> Double {
    let count = numbers.count
    let values = rows.span
    for column in 0..<count {
      numbers[column] = values[first &* count &+ column] - values[second &* count &+ column]
    }
    var memory = UnsafeMutableBufferPointer(start: numbers.pointer, count: count)
    memory.sort()
    var sum = 0.0
    for rank in 0..<count { sum += Double(2 * rank - count + 1) * numbers[rank] }
    return sum
  }
}
