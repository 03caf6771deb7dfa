import GraphCore

/// Finds the fewest steps from a node to every other, one tie after another in time.
///
///     h(v) = least number of edges on a way s → v that takes every edge while it holds, in the order of time
///
/// **Reading.** Through how many hands something must go at least. The way of fewest hands may be slower than the
/// ``EarliestArrival``, and longer than the shortest path of a picture that forgets time.
///
/// **Graph.** As ``EarliestArrival``.
///
/// **Time.** Ways begin at `start` or later; a step takes `transit`.
///
/// **Weights.** None: strengths, lengths and signs are no part of a graph over time.
///
/// **Range.** Whole numbers from 0; `nil` where no way leads.
///
/// **Precision.** Exact.
///
/// **Repeatability.** Among the ways of fewest steps one that arrives earliest, always the same one.
///
/// ```swift
/// let edges = [
///   TimedEdge(0, 1, from: 1, until: 2), TimedEdge(1, 2, from: 2, until: 3), TimedEdge(0, 2, from: 9, until: 10),
/// ]
/// let graph = try TimedGraph(nodeCount: 3, edges: edges, isDirected: true)
/// try FewestHops(from: 0, at: 0).run(on: graph).hops     // [0, 1, 1]
/// ```
///
/// - Complexity: O(h m) time and O(n + h n) memory at worst, with h the largest number of steps of use.
/// - Source: H. Wu et al., Proc. VLDB Endowment 7 (2014) 721–732, doi:10.14778/2732939.2732945.
/// - SeeAlso: ``EarliestArrival``
public struct FewestHops: TemporalAlgorithm, DescribedAlgorithm {
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
    id: "fewest-hops", title: "Fewest steps in time", family: .time,
    meaning: "Through how many hands something must go at least, in the order of time.",
    formula: "h(v) = least number of edges on a way to v whose edges hold when they are taken", signs: .ignored,
    complexity: "O(h m) time at worst, with h the largest number of steps of use",
    source: "H. Wu et al., Proc. VLDB Endowment 7 (2014) 721-732, doi:10.14778/2732939.2732945")

  /// The options by name.
  package static let parameters: [Parameter<FewestHops>] = [
    .integer("start", \.start, in: TimedGraph.moments, "When ways can start."),
    .integer("transit", \.transit, in: 0...(1 << 31), "How long a step takes."),
  ]

  /// Runs on a graph over time.
  ///
  /// - Precondition: `source` is a node of the graph.
  /// - Returns: Numbers of steps and the ways they belong to.
  /// - Throws: `.invalidParameter` for a moment or a transit out of range; `.cancelled`.
  public func run(on graph: TimedGraph, in context: RunContext) throws(AlgorithmError) -> HopCounts {
    graph.graph.checkNode(source)
    try check(moment: start, name: "start", transit: transit)
    try context.checkCancellation()
    var search = HopSearch(graph, transit: transit)
    var current = search.begin(at: source, start)
    while !current.isEmpty { current = try search.step(from: current, context) }
    return search.counts(source: source)
  }
}

/// The fewest steps to each node, and which.
public struct HopCounts: Sendable, Hashable {
  /// Where all ways start.
  package let source: Int
  /// The steps to each node; `nil` where no way leads.
  public let ways: [[TimedStep]?]

  /// Ways by node.
  package init(source: Int, ways: [[TimedStep]?]) {
    self.source = source
    self.ways = ways
  }

  /// How many steps each node takes; `nil` where no way leads.
  public var hops: [Int?] { ways.map { $0?.count } }
}

/// Earliest arrivals by number of steps: labels of more steps are kept only where they arrive earlier.
private struct HopSearch {
  /// An arrival after some number of steps.
  private struct Label {
    var step: TimedStep
    /// The label before; −1 at the source.
    var previous: Int
  }

  private let graph: TimedGraph
  private let transit: Int
  private var labels: [Label] = []
  /// The earliest arrival at each node so far.
  private var times: [Int]
  /// The label of fewest steps of each node, and the label of the round at work; −1 without one.
  private var firsts: [Int]
  private var news: [Int]

  init(_ graph: TimedGraph, transit: Int) {
    self.graph = graph
    self.transit = transit
    times = [Int](repeating: .max, count: graph.nodeCount)
    firsts = [Int](repeating: -1, count: graph.nodeCount)
    news = firsts
  }

  mutating func begin(at source: Int, _ start: Int) -> [Int] {
    times[source] = start
    firsts[source] = 0
    labels = [Label(step: TimedStep(edge: -1, node: source, departure: start, arrival: start), previous: -1)]
    return [0]
  }

  /// Takes one more step from the labels of the last round; returns those of this one.
  mutating func step(from current: [Int], _ context: RunContext) throws(AlgorithmError) -> [Int] {
    let arcs = graph.graph.out
    let first = labels.count
    for (count, label) in current.enumerated() {
      if count & 1023 == 0 { try context.checkCancellation() }
      let here = labels[label].step
      for arc in arcs.range(of: here.node) {
        let edge = arcs.edge(ofArc: arc)
        let departure = max(here.arrival, graph.edges[edge].start)
        let next = Int(arcs.targets[arc])
        guard departure < graph.edges[edge].end, departure + transit < times[next] else { continue }
        times[next] = departure + transit
        let step = TimedStep(edge: edge, node: next, departure: departure, arrival: departure + transit)
        if news[next] < 0 {
          news[next] = labels.count
          labels.append(Label(step: step, previous: label))
        } else {
          labels[news[next]] = Label(step: step, previous: label)
        }
      }
    }
    for label in first..<labels.count {
      let node = labels[label].step.node
      news[node] = -1
      if firsts[node] < 0 { firsts[node] = label }
    }
    return Array(first..<labels.count)
  }

  func counts(source: Int) -> HopCounts {
    let ways = firsts.map { first -> [TimedStep]? in
      guard first >= 0 else { return nil }
      var steps: [TimedStep] = []
      var label = first
      while labels[label].previous >= 0 {
        steps.append(labels[label].step)
        label = labels[label].previous
      }
      return steps.reversed()
    }
    return HopCounts(source: source, ways: ways)
  }
}
