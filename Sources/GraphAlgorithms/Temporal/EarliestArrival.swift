import GraphCore

/// Finds when something that starts at a node can reach every other, one tie after another.
///
///     a(v) = min over ways s → v that take every edge while it holds, in the order of time
///
/// **Reading.** How soon news, money or an infection from one actor can be with the others. A tie that was over before
/// its time came carries nothing: the reach over time is often far less than the picture of all ties suggests.
///
/// **Graph.** Directed edges are followed forward, undirected ones either way. An edge can be entered at any moment
/// from its start to before its end; waiting at a node costs nothing. Parallel edges are times of the same tie.
///
/// **Time.** A step takes `transit`; 0 allows any number of steps in one moment, 1 makes them follow one another.
///
/// **Weights.** None: strengths, lengths and signs are no part of a graph over time.
///
/// **Range.** Moments from `start`; `nil` where no way leads.
///
/// **Precision.** Exact.
///
/// **Repeatability.** Among equally early ways always the same one.
///
/// ```swift
/// let edges = [TimedEdge(0, 1, from: 5, until: 6), TimedEdge(1, 2, from: 3, until: 9)]
/// let graph = try TimedGraph(nodeCount: 3, edges: edges, isDirected: true)
/// try EarliestArrival(from: 0, at: 0).run(on: graph).times     // [0, 5, 5]
/// ```
///
/// - Complexity: O((n + m) log n) time, O(n) memory.
/// - Source: B. Bui Xuan, A. Ferreira, A. Jarry, Int. J. Foundations of Computer Science 14 (2003) 267–285,
///   doi:10.1142/S0129054103001728.
/// - SeeAlso: ``LatestDeparture``, ``FewestHops``, ``TemporalReachability``
public struct EarliestArrival: TemporalAlgorithm, DescribedAlgorithm {
  /// Where all ways start.
  package var source: Int
  /// When they can start.
  package var start: Int
  /// How long a step takes.
  package var transit: Int

  /// Ways from a node, from a moment on.
  ///
  /// - Parameters:
  ///   - source: Where all ways start.
  ///   - start: When they can start.
  ///   - transit: How long a step takes.
  public init(from source: Int, at start: Int, transit: Int = 0) {
    self.source = source
    self.start = start
    self.transit = transit
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "earliest-arrival", title: "Earliest arrival", family: .time,
    meaning: "How soon something that starts with one actor can be with the others.",
    formula: "a(v) = min of arrivals at v over ways whose edges hold when they are taken", signs: .ignored,
    complexity: "O((n + m) log n) time, O(n) memory",
    source: "B. Bui Xuan, A. Ferreira, A. Jarry, Int. J. Foundations of Computer Science 14 (2003) 267-285, "
      + "doi:10.1142/S0129054103001728")

  /// The options by name.
  package static let parameters: [Parameter<EarliestArrival>] = [
    .integer("start", \.start, in: TimedGraph.moments, "When ways can start."),
    .integer("transit", \.transit, in: 0...(1 << 31), "How long a step takes."),
  ]

  /// Runs on a graph over time.
  ///
  /// - Precondition: `source` is a node of the graph.
  /// - Returns: Arrivals and the ways they come by.
  /// - Throws: `.invalidParameter` for a moment or a transit out of range; `.cancelled`.
  public func run(on graph: TimedGraph, in context: RunContext) throws(AlgorithmError) -> Arrivals {
    graph.graph.checkNode(source)
    try check(moment: start, name: "start", transit: transit)
    var search = ArrivalSearch(graph, transit: transit)
    try search.run(from: source, at: start, context)
    return search.arrivals(source: source, transit: transit)
  }
}

/// When each node is reached from another, and how.
public struct Arrivals: Sendable, Hashable {
  /// Where all ways start.
  package let source: Int
  /// When each node is reached first; `nil` where no way leads.
  public let times: [Int?]
  /// The last step to each node; `nil` at the source and where no way leads.
  package let lastSteps: [TimedStep?]
  /// The node from which that step leads; −1 without one.
  package let parents: [Int32]

  /// Arrivals and the steps that lead to them.
  package init(source: Int, times: [Int?], lastSteps: [TimedStep?], parents: [Int32]) {
    self.source = source
    self.times = times
    self.lastSteps = lastSteps
    self.parents = parents
  }

  /// The steps to a node; `nil` where no way leads.
  public func steps(to target: Int) -> [TimedStep]? {
    guard times[target] != nil else { return nil }
    var steps: [TimedStep] = []
    var node = target
    while let step = lastSteps[node] {
      steps.append(step)
      node = Int(parents[node])
    }
    return steps.reversed()
  }
}

/// Dijkstra's algorithm on arrival times: whoever is reached earlier is never worse off.
struct ArrivalSearch: ~Copyable {
  private let graph: TimedGraph
  private let transit: Int
  private let times: Buffer<Int>
  private let parents: Buffer<Int32>
  private let parentEdges: Buffer<Int32>
  /// The nodes reached, the source first.
  let order: Buffer<Int32>
  /// How many nodes were reached, the source included.
  private(set) var reachedCount = 0
  private var heap: MinimumHeap

  init(_ graph: TimedGraph, transit: Int) {
    self.graph = graph
    self.transit = transit
    times = Buffer(repeating: .max, count: graph.nodeCount)
    parents = Buffer(repeating: -1, count: graph.nodeCount)
    parentEdges = Buffer(repeating: -1, count: graph.nodeCount)
    order = Buffer(repeating: 0, count: graph.nodeCount)
    heap = MinimumHeap(nodeCount: graph.nodeCount)
  }

  /// Finds all arrivals from a source, in place of those of the last one.
  mutating func run(from source: Int, at start: Int, _ context: RunContext) throws(AlgorithmError) {
    for position in 0..<reachedCount {
      times[order[position]] = .max
      parents[order[position]] = -1
      parentEdges[order[position]] = -1
    }
    reachedCount = 0
    try context.checkCancellation()
    let arcs = graph.graph.out
    let edges = graph.edges
    times[source] = start
    heap.insertOrLower(Int32(truncatingIfNeeded: source), to: Double(start))
    while !heap.isEmpty {
      let node = heap.removeMinimum()
      order[reachedCount] = node
      reachedCount &+= 1
      if reachedCount & 1023 == 0 { try context.checkCancellation() }
      let now = times[node]
      for arc in arcs.range(of: Int(node)) {
        let edge = arcs.edge(ofArc: arc)
        let departure = max(now, edges[edge].start)
        guard departure < edges[edge].end else { continue }
        let next = arcs.targets[arc]
        guard departure + transit < times[next] else { continue }
        times[next] = departure + transit
        parents[next] = node
        parentEdges[next] = Int32(truncatingIfNeeded: edge)
        heap.insertOrLower(next, to: Double(departure + transit))
      }
    }
  }

  func arrivals(source: Int, transit: Int) -> Arrivals {
    let all = times.array()
    let steps = all.indices.map { node -> TimedStep? in
      guard parents[node] >= 0 else { return nil }
      return TimedStep(
        edge: Int(parentEdges[node]), node: node, departure: all[node] - transit, arrival: all[node])
    }
    return Arrivals(
      source: source, times: all.map { $0 == .max ? nil : $0 }, lastSteps: steps, parents: parents.array())
  }
}
