import GraphCore

/// Finds until when something can wait at every node and still reach a target by a deadline.
///
///     d(v) = max over ways v → t that arrive by the deadline of the moment at which they leave v
///
/// **Reading.** Who could still have been behind what an actor knew or had at a moment, and until when they could have
/// acted. The mirror image of ``EarliestArrival``.
///
/// **Graph.** As ``EarliestArrival``; ways lead *to* the target, directed edges forward.
///
/// **Time.** A step takes `transit`, and must be begun while the edge holds.
///
/// **Weights.** None: strengths, lengths and signs are no part of a graph over time.
///
/// **Range.** Moments up to `deadline`; `nil` where no way leads in time.
///
/// **Precision.** Exact.
///
/// **Repeatability.** Among equally late ways always the same one.
///
/// ```swift
/// let edges = [TimedEdge(0, 1, from: 2, until: 6), TimedEdge(1, 2, from: 3, until: 5)]
/// let graph = try TimedGraph(nodeCount: 3, edges: edges, isDirected: true)
/// try LatestDeparture(to: 2, by: 9).run(on: graph).times     // [4, 4, 9]
/// ```
///
/// - Complexity: O((n + m) log n) time, O(n) memory.
/// - Source: H. Wu et al., Proc. VLDB Endowment 7 (2014) 721–732, doi:10.14778/2732939.2732945.
/// - SeeAlso: ``EarliestArrival``
public struct LatestDeparture: TemporalAlgorithm, DescribedAlgorithm {
  /// Where all ways end.
  package var target: Int
  /// When they must have arrived.
  package var deadline: Int
  /// How long a step takes.
  package var transit: Int

  /// Ways to a node, up to a moment.
  ///
  /// - Parameters:
  ///   - target: Where all ways end.
  ///   - deadline: When they must have arrived.
  ///   - transit: How long a step takes.
  public init(to target: Int, by deadline: Int, transit: Int = 0) {
    self.target = target
    self.deadline = deadline
    self.transit = transit
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "latest-departure", title: "Latest departure", family: .time,
    meaning: "Until when others could act and still reach an actor by a moment.",
    formula: "d(v) = max of departures from v over ways that arrive by the deadline", signs: .ignored,
    complexity: "O((n + m) log n) time, O(n) memory",
    source: "H. Wu et al., Proc. VLDB Endowment 7 (2014) 721-732, doi:10.14778/2732939.2732945")

  /// The options by name.
  package static let parameters: [Parameter<LatestDeparture>] = [
    .integer("deadline", \.deadline, in: TimedGraph.moments, "When ways must have arrived."),
    .integer("transit", \.transit, in: 0...(1 << 31), "How long a step takes."),
  ]

  /// Runs on a graph over time.
  ///
  /// - Precondition: `target` is a node of the graph.
  /// - Returns: Departures and the first steps of the ways they belong to.
  /// - Throws: `.invalidParameter` for a moment or a transit out of range; `.cancelled`.
  public func run(on graph: TimedGraph, in context: RunContext) throws(AlgorithmError) -> Departures {
    graph.graph.checkNode(target)
    try check(moment: deadline, name: "deadline", transit: transit)
    try context.checkCancellation()
    let arcs = graph.graph.incoming
    let edges = graph.edges
    var times = [Int](repeating: .min, count: graph.nodeCount)
    var steps = [TimedStep?](repeating: nil, count: graph.nodeCount)
    var heap = MinimumHeap(nodeCount: graph.nodeCount)
    times[target] = deadline
    heap.insertOrLower(Int32(truncatingIfNeeded: target), to: -Double(deadline))
    var settled = 0
    while !heap.isEmpty {
      let node = Int(heap.removeMinimum())
      settled += 1
      if settled & 1023 == 0 { try context.checkCancellation() }
      for arc in arcs.range(of: node) {
        let edge = arcs.edge(ofArc: arc)
        let departure = min(times[node] - transit, edges[edge].end - 1)
        let previous = Int(arcs.targets[arc])
        guard departure >= edges[edge].start, departure > times[previous] else { continue }
        times[previous] = departure
        steps[previous] = TimedStep(edge: edge, node: node, departure: departure, arrival: departure + transit)
        heap.insertOrLower(Int32(truncatingIfNeeded: previous), to: -Double(departure))
      }
    }
    return Departures(target: target, times: times.map { $0 == .min ? nil : $0 }, firstSteps: steps)
  }
}

/// Until when each node can wait and still reach another, and how.
public struct Departures: Sendable, Hashable {
  /// Where all ways end.
  package let target: Int
  /// The latest moment at each node; `nil` where no way leads in time.
  public let times: [Int?]
  /// The first step from each node; `nil` at the target and where no way leads in time.
  package let firstSteps: [TimedStep?]

  /// Departures and the steps they begin with.
  package init(target: Int, times: [Int?], firstSteps: [TimedStep?]) {
    self.target = target
    self.times = times
    self.firstSteps = firstSteps
  }

  /// The steps from a node; `nil` where no way leads in time.
  public func steps(from source: Int) -> [TimedStep]? {
    guard times[source] != nil else { return nil }
    var steps: [TimedStep] = []
    var node = source
    while let step = firstSteps[node] {
      steps.append(step)
      node = step.node
    }
    return steps
  }
}
