import GraphCore

/// Finds a shortest way between two nodes by searching from both ends at once.
///
///     d(s, t) = min over paths s → t of Σ length(e)
///
/// **Reading.** The same answer as ``Dijkstra``, sooner: for one pair it looks only at the neighbourhoods of the two
/// ends until they meet.
///
/// **Graph.** Directed: edges are followed in `direction`. Self-loops never lie on a shortest way; of parallel edges
/// the shortest counts. Signs are ignored.
///
/// **Weights.** `metric` says whether an edge costs its length or one step. Lengths of 0 are allowed, negative ones
/// are not.
///
/// **Range.** A length from 0, in the unit of the lengths; `nil` where no way leads.
///
/// **Precision.** The length is the sum along the way from the source on; it is within a relative 1e-12 of the least.
///
/// **Repeatability.** Always the same way; of several shortest ways not always the one that ``Dijkstra`` picks.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try BidirectionalDijkstra(from: 0, to: 2).run(on: chain)?.nodes     // [0, 1, 2]
/// ```
///
/// - Complexity: O((n + m) log n) time at worst, O(n + m) memory.
/// - Source: I. Pohl, Machine Intelligence 6 (1971) 127–140.
/// - SeeAlso: ``Dijkstra``
public struct BidirectionalDijkstra: GraphAlgorithm, DescribedAlgorithm {
  /// Where the way starts.
  package var source: Int
  /// Where the way ends.
  package var target: Int
  /// Which way edges are followed.
  package var direction: EdgeDirection
  /// What a step along a path costs.
  package var metric: PathMetric

  /// A search between two nodes.
  ///
  /// - Parameters:
  ///   - source: Where the way starts.
  ///   - target: Where the way ends.
  ///   - direction: Which way edges are followed.
  ///   - metric: What a step along a path costs.
  public init(from source: Int, to target: Int, direction: EdgeDirection = .out, metric: PathMetric = .automatic) {
    self.source = source
    self.target = target
    self.direction = direction
    self.metric = metric
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "bidirectional-dijkstra", title: "Shortest path between two nodes", family: .paths,
    meaning: "How far one actor is from another, and along which ties.",
    formula: "d(s, t) = min over paths s -> t of the sum of lengths", signs: .ignored,
    complexity: "O((n + m) log n) time at worst, O(n + m) memory",
    source: "I. Pohl, Machine Intelligence 6 (1971) 127-140")

  /// The options by name.
  package static let parameters: [Parameter<BidirectionalDijkstra>] = [
    .node("from", \.source, "The actor that ways start from."),
    .node("to", \.target, "The actor that ways lead to."),
    .choice("direction", \.direction, "Follow edges forward (out), backward (in) or either way (all)."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: `source` and `target` are nodes of the graph.
  /// - Returns: The way; `nil` where none leads.
  /// - Throws: `.missingColumn` when lengths were asked for and there are none; `.unfitValue` for a length that is
  ///   negative or not finite; `.limitExceeded` when lengths are too large to add; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Path? {
    graph.checkNode(source)
    graph.checkNode(target)
    try context.checkCancellation()
    let forward = try PathSpace(graph, direction, metric, allowingZero: true)
    let backward = try PathSpace(graph, direction.opposite, metric, allowingZero: true)
    var front = SearchFront(from: source, in: forward)
    var back = SearchFront(from: target, in: backward)
    var meeting = Meeting(node: source == target ? source : -1, length: source == target ? 0 : .infinity)
    var steps = 0
    while front.least + back.least < meeting.length {
      steps += 1
      if steps & 1023 == 0 { try context.checkCancellation() }
      if front.least <= back.least {
        front.settleNext(in: forward, facing: back, &meeting)
      } else {
        back.settleNext(in: backward, facing: front, &meeting)
      }
    }
    guard meeting.node >= 0 else { return nil }
    let first = front.way(to: meeting.node)
    let second = back.way(to: meeting.node)
    let arcsForward = Array(first.arcs.reversed())
    var length = 0.0
    for arc in arcsForward { length += forward.cost(ofArc: arc) }
    for arc in second.arcs { length += backward.cost(ofArc: arc) }
    return Path(
      nodes: first.nodes.reversed() + second.nodes.dropFirst(),
      edges: arcsForward.map(forward.arcs.edge) + second.arcs.map(backward.arcs.edge), length: length)
  }
}

/// The meeting point of the two searches on the shortest path found so far.
private struct Meeting {
  var node: Int
  var length: Double
}

/// A path from a node back to the start of its search.
private struct Trace {
  var nodes: [Int]
  var arcs: [Int]
}

/// One of the two searches.
private struct SearchFront: ~Copyable {
  private let distances: Buffer<Double>
  private let parentArcs: Buffer<Int32>
  private let parents: Buffer<Int32>
  private var heap: MinimumHeap

  init(from start: Int, in space: PathSpace) {
    distances = Buffer(repeating: .infinity, count: space.nodeCount)
    parentArcs = Buffer(repeating: -1, count: space.nodeCount)
    parents = Buffer(repeating: -1, count: space.nodeCount)
    heap = MinimumHeap(nodeCount: space.nodeCount)
    distances[start] = 0
    heap.insertOrLower(Int32(truncatingIfNeeded: start), to: 0)
  }

  /// The distance of the next node; infinity when there is none.
  var least: Double { heap.isEmpty ? .infinity : heap.minimumKey }

  /// Takes the next node, and remembers whether one of its arcs closes a shorter way.
  mutating func settleNext(in space: PathSpace, facing other: borrowing SearchFront, _ meeting: inout Meeting) {
    let arcs = space.arcs
    let targets = arcs.targets.span
    let node = heap.removeMinimum()
    let distance = distances[node]
    for arc in arcs.range(of: Int(node)) {
      let next = targets[unchecked: arc]
      let candidate = distance + space.cost(ofArc: arc)
      guard candidate < distances[next] else { continue }
      distances[next] = candidate
      parentArcs[next] = Int32(truncatingIfNeeded: arc)
      parents[next] = node
      heap.insertOrLower(next, to: candidate)
      if candidate + other.distances[next] < meeting.length {
        meeting = Meeting(node: Int(next), length: candidate + other.distances[next])
      }
    }
  }

  func way(to end: Int) -> Trace {
    var trace = Trace(nodes: [end], arcs: [])
    var node = end
    while parents[node] >= 0 {
      trace.arcs.append(Int(parentArcs[node]))
      node = Int(parents[node])
      trace.nodes.append(node)
    }
    return trace
  }
}
