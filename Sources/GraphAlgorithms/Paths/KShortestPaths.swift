import GraphCore

/// Finds the shortest, second shortest … path between two nodes, none passing a node twice.
///
///     the k paths s → t without a circle whose Σ length(e) is least, in ascending order
///
/// **Reading.** The routes that remain when the best one is closed, with what each costs more.
///
/// **Graph.** Directed: edges are followed in `direction`. Two paths are different when they pass different nodes:
/// of parallel edges the shortest is taken (then the smallest number), and it stands for the others. igraph counts
/// every choice among parallel edges as a path of its own, so that many records of one relation crowd out real
/// alternatives; NetworkX refuses parallel edges. Self-loops never lie on a path. Signs are ignored.
///
/// **Weights.** `metric` says whether an edge costs one step or its length. Lengths of 0 are allowed.
///
/// **Range.** Up to `count` paths; fewer where there are no more, none where no way leads. From a node to itself
/// there is one, of that node alone. With `maximumHops`, paths of more edges are not admitted.
///
/// **Precision.** Lengths are sums taken from the end of the path, and never decrease along the list. Sums are
/// compared exactly: of two paths of equal length whose sums differ in the last bit, the smaller sum comes first.
///
/// **Repeatability.** Among equal lengths paths come in the order of the node numbers they pass, like words in a
/// dictionary. Where lengths of 0 make ties, the order may differ from that, but not from run to run.
///
/// ```swift
/// let square = CSRGraph(
///   nodeCount: 4, edges: [NodePair(0, 1), NodePair(1, 3), NodePair(0, 2), NodePair(2, 3), NodePair(0, 3)],
///   isDirected: false)
/// try KShortestPaths(from: 0, to: 3, count: 2).run(on: square).map(\.nodes)     // [[0, 3], [0, 1, 3]]
/// ```
///
/// - Complexity: O(k L (m + n log n)) time for k paths of up to L edges, O(n + m + k L) memory; with a limit of h hops
///   O(k L h m) time and O(n h) memory.
/// - Source: J. Y. Yen, Management Science 17 (1971) 712–716, doi:10.1287/mnsc.17.11.712; E. L. Lawler, Management
///   Science 18 (1972) 401–405, doi:10.1287/mnsc.18.7.401.
/// - SeeAlso: ``Dijkstra``, ``AllShortestPaths``
public struct KShortestPaths: GraphAlgorithm, DescribedAlgorithm {
  /// Where the paths start.
  package var source: Int
  /// Where the paths end.
  package var target: Int
  /// How many paths to find.
  package var count: Int
  /// How many edges a path may have at most; `nil` for any number.
  package var maximumHops: Int?
  /// Which way edges are followed.
  package var direction: EdgeDirection
  /// What a step along a path costs.
  package var metric: PathMetric

  /// The shortest paths from one node to another.
  ///
  /// - Parameters:
  ///   - source: Where the paths start.
  ///   - target: Where the paths end.
  ///   - count: How many paths to find.
  ///   - maximumHops: How many edges a path may have at most; `nil` for any number.
  ///   - direction: Which way edges are followed.
  ///   - metric: What a step along a path costs.
  public init(
    from source: Int, to target: Int, count: Int, maximumHops: Int? = nil, direction: EdgeDirection = .out,
    metric: PathMetric = .automatic
  ) {
    self.source = source
    self.target = target
    self.count = count
    self.maximumHops = maximumHops
    self.direction = direction
    self.metric = metric
  }

  /// What the algorithm is.
  package static let summary = AlgorithmSummary(
    id: "k-shortest-paths", title: "K shortest paths", family: .paths,
    meaning: "The best routes between two actors in order, each passing other actors.",
    formula: "the k loopless paths s -> t of least sums of lengths", signs: .ignored,
    complexity: "O(k L (m + n log n)) time for paths of L edges, O(n + m + k L) memory",
    source: "J. Y. Yen, Management Science 17 (1971) 712-716, doi:10.1287/mnsc.17.11.712")

  /// The options by name.
  package static let parameters: [Parameter<KShortestPaths>] = [
    .node("from", \.source, "The actor that ways start from."),
    .node("to", \.target, "The actor that ways lead to."),
    .integer("count", \.count, in: 1...Int.max, "How many paths to find."),
    .integer("maximum-hops", \.maximumHops, in: 1...Int.max, "How many edges a path may have."),
    .choice("direction", \.direction, "Follow edges forward (out), backward (in) or either way (all)."),
    .choice("metric", \.metric, "Whether an edge costs one step or its length."),
  ]

  /// Runs on a graph.
  ///
  /// - Precondition: Both ends are nodes of the graph.
  /// - Returns: The paths, shortest first.
  /// - Throws: `.invalidParameter` for a count or a number of hops below 1; `.missingColumn` when lengths were asked for
  ///   and there are none; `.unfitValue` for a length that is negative or not finite; `.limitExceeded` when lengths are
  ///   too large to add, or when a limit of hops would need a table of more than 2²⁸ entries; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> [Path] {
    graph.checkNode(source)
    graph.checkNode(target)
    guard count >= 1 else {
      throw .invalidParameter(name: "count", value: "\(count)", needed: "a whole number from 1")
    }
    let hops = maximumHops ?? graph.nodeCount
    guard hops >= 1 else {
      throw .invalidParameter(name: "maximumHops", value: "\(hops)", needed: "a whole number from 1, or nil")
    }
    let space = try PathSpace(graph, direction, metric, allowingZero: true)
    guard hops < graph.nodeCount - 1 else {
      let backward = try PathSpace(graph, direction.opposite, metric, allowingZero: true)
      var rest = UnlimitedRest(to: target, space, backward)
      return try paths(in: space, hops: graph.nodeCount, &rest, context)
    }
    var rest = try HopLimitedRest(to: target, space, hops: hops)
    return try paths(in: space, hops: hops, &rest, context)
  }

  /// Yen's list: the best path that is left over leaves the found ones at some node; look for the best at every node.
  private func paths<Rest: RestOfPath & ~Copyable>(
    in space: PathSpace, hops: Int, _ rest: inout Rest, _ context: RunContext
  ) throws(AlgorithmError) -> [Path] {
    var found: [Deviation] = []
    var candidates: [Deviation] = []
    var start = Deviation(path: Path(nodes: [source], edges: [], length: 0), arcs: [], position: 0)
    if source == target { return [start.path] }
    if let best = try deviation(from: start, at: 0, found, in: space, hops: hops, &rest, context) {
      candidates.append(best)
    }
    while found.count < count, let best = candidates.indices.min(by: { candidates[$0].precedes(candidates[$1]) }) {
      start = candidates.remove(at: best)
      found.append(start)
      if found.count == count { break }
      for position in start.position..<start.path.edges.count {
        if let next = try deviation(from: start, at: position, found, in: space, hops: hops, &rest, context) {
          candidates.append(next)
        }
      }
    }
    return found.map(\.path)
  }

  /// The best path that follows another one up to a position and then takes a step that no path found takes there.
  private func deviation<Rest: RestOfPath & ~Copyable>(
    from other: Deviation, at position: Int, _ found: [Deviation], in space: PathSpace, hops: Int,
    _ rest: inout Rest, _ context: RunContext
  ) throws(AlgorithmError) -> Deviation? {
    let root = other.path.nodes[...position]
    let taken = Set(found.filter { $0.path.nodes.starts(with: root) }.map { $0.path.nodes[position + 1] })
    let left = hops - position - 1
    try rest.measure(avoiding: root, within: left, context)
    var best: Int?
    var least = Double.infinity
    for arc in space.arcs.range(of: root[position]) where !taken.contains(Int(space.arcs.targets[arc])) {
      let length = space.cost(ofArc: arc) + rest.length(from: Int(space.arcs.targets[arc]), within: left)
      if length < least {
        least = length
        best = arc
      }
    }
    guard let best else { return nil }
    let arcs = [best] + rest.arcs(from: Int(space.arcs.targets[best]), within: left)
    let rootArcs = other.arcs[..<position]
    let path = Path(
      nodes: root + arcs.map { Int(space.arcs.targets[$0]) },
      edges: (rootArcs + arcs).map(space.arcs.edge(ofArc:)),
      length: rootArcs.reversed().reduce(least) { $0 + space.cost(ofArc: $1) })
    return Deviation(path: path, arcs: rootArcs + arcs, position: position)
  }
}

/// A deviation: a path, and the node at which it left the path that it was made from.
private struct Deviation {
  let path: Path
  let arcs: [Int]
  let position: Int

  /// Whether this path comes first: it is shorter, or equally long and first in the order of the nodes passed.
  func precedes(_ other: Deviation) -> Bool {
    if path.length != other.path.length { return path.length < other.path.length }
    return path.nodes.lexicographicallyPrecedes(other.path.nodes)
  }
}

/// Shortest path completions: the best rest from every node to the target, around the nodes already passed.
private protocol RestOfPath: ~Copyable {
  /// Finds the rests anew.
  mutating func measure(
    avoiding nodes: ArraySlice<Int>, within hops: Int, _ context: RunContext
  ) throws(AlgorithmError)
  /// How long the rest from a node is; infinity where no way leads.
  func length(from node: Int, within hops: Int) -> Double
  /// The arcs of the rest from a node; of equally long rests the first in the order of the nodes passed.
  func arcs(from node: Int, within hops: Int) -> [Int]
}

/// Completions of any number of edges: a search from the target.
private struct UnlimitedRest: RestOfPath, ~Copyable {
  private let target: Int
  private let forward: PathSpace
  private let backward: PathSpace
  private var search: DistanceSearch
  /// When each node was reached; a rest goes from later to earlier nodes, even over edges of length 0.
  private let ranks: Buffer<Int32>
  private var avoided: [Int] = []

  init(to target: Int, _ forward: PathSpace, _ backward: PathSpace) {
    self.target = target
    self.forward = forward
    self.backward = backward
    search = DistanceSearch(backward)
    ranks = Buffer(repeating: 0, count: forward.nodeCount)
  }

  mutating func measure(
    avoiding nodes: ArraySlice<Int>, within hops: Int, _ context: RunContext
  ) throws(AlgorithmError) {
    search.reset()
    for node in avoided { search.unblock(node) }
    avoided = Array(nodes)
    for node in avoided { search.block(node) }
    try search.run(from: target, in: backward, context)
    for position in 0..<search.reachedCount {
      ranks[search.order[position]] = Int32(truncatingIfNeeded: position)
    }
  }

  func length(from node: Int, within hops: Int) -> Double {
    let distance = search.distances[node]
    return distance < 0 ? .infinity : distance
  }

  func arcs(from start: Int, within hops: Int) -> [Int] {
    var arcs: [Int] = []
    var node = start
    while node != target, let arc = step(from: node) {
      arcs.append(arc)
      node = Int(forward.arcs.targets[arc])
    }
    return arcs
  }

  private func step(from node: Int) -> Int? {
    forward.arcs.range(of: node).first { arc in
      let next = Int(forward.arcs.targets[arc])
      let rest = length(from: next, within: 0)
      return rest < .infinity && ranks[next] < ranks[node]
        && forward.cost(ofArc: arc) + rest == search.distances[node]
    }
  }
}

/// Rests of a limited number of edges: a table of the best rests of up to 0, 1, 2 … edges, as Bellman and Ford's.
private struct HopLimitedRest: RestOfPath, ~Copyable {
  private let target: Int
  private let space: PathSpace
  /// Row h holds for each node the length of its best rest of at most h edges.
  private let table: Buffer<Double>
  private let isAvoided: Buffer<Bool>

  init(to target: Int, _ space: PathSpace, hops: Int) throws(AlgorithmError) {
    guard hops * space.nodeCount <= 1 << 28 else {
      throw .limitExceeded(
        what: "a limit of \(hops) hops", needed: "a table of \(hops) x \(space.nodeCount) entries",
        limit: "2^28 entries")
    }
    self.target = target
    self.space = space
    table = Buffer(repeating: .infinity, count: hops * space.nodeCount)
    isAvoided = Buffer(repeating: false, count: space.nodeCount)
  }

  private func entry(_ node: Int, _ hops: Int) -> Double { table[hops * space.nodeCount + node] }

  mutating func measure(
    avoiding nodes: ArraySlice<Int>, within hops: Int, _ context: RunContext
  ) throws(AlgorithmError) {
    isAvoided.fill(false)
    for node in nodes { isAvoided[node] = true }
    for node in 0..<space.nodeCount { table[node] = node == target ? 0 : .infinity }
    guard hops > 0 else { return }
    for hop in 1...hops {
      let row = hop * space.nodeCount
      for node in 0..<space.nodeCount {
        if node & 1023 == 0 { try context.checkCancellation() }
        var least = entry(node, hop - 1)
        if !isAvoided[node] {
          for arc in space.arcs.range(of: node) {
            least = min(least, space.cost(ofArc: arc) + entry(Int(space.arcs.targets[arc]), hop - 1))
          }
        }
        table[row + node] = least
      }
    }
  }

  func length(from node: Int, within hops: Int) -> Double { entry(node, hops) }

  func arcs(from start: Int, within limit: Int) -> [Int] {
    var arcs: [Int] = []
    var node = start
    var hops = limit
    while true {
      // The fewest edges that give this length: with more than that a path could run in a circle of length 0.
      while hops > 0 && entry(node, hops - 1) == entry(node, hops) { hops -= 1 }
      let length = entry(node, hops)
      let range = space.arcs.range(of: node)
      guard
        hops > 0,
        let arc = range.first(where: { space.cost(ofArc: $0) + entry(Int(space.arcs.targets[$0]), hops - 1) == length })
      else { return arcs }
      arcs.append(arc)
      node = Int(space.arcs.targets[arc])
      hops -= 1
    }
  }
}
