import GraphCore

extension SparseSums {
  /// Lets the sums of all nodes count that a search has reached.
  func mark(_ search: borrowing DistanceSearch) {
    guard 4 * search.reachedCount < search.distances.count else { return markAll() }
    for position in 0..<search.reachedCount { mark(Int(search.order[position])) }
  }
}

/// Shortest paths from one source: how long they are, and how many lead to each node.
///
/// What the measures of shortest paths share. A path may go from a node to the next where the distance of the first
/// and the cost of the arc come to the distance of the second, ties included.
struct PathCounts: ~Copyable {
  let space: PathSpace
  /// The distances from the last source.
  private(set) var search: DistanceSearch
  /// σ: shortest paths from the last source to each node that it reached; other entries mean nothing.
  let counts: Buffer<Double>

  init(_ space: PathSpace) {
    self.space = space
    search = DistanceSearch(space)
    counts = Buffer(repeating: 0, count: space.nodeCount)
  }

  /// Finds distances and counts from a source, in place of those of the last source.
  ///
  /// - Throws: `.unfitValue` when a length vanishes beside the distances, `.limitExceeded` when there are more paths
  ///   than the largest number, `.cancelled`.
  mutating func run(from source: Int, _ context: RunContext) throws(AlgorithmError) {
    try search.run(from: source, in: space, context)
    try search.checkFineness(in: space)
    let offsets = space.arcs.offsets.span
    let targets = space.arcs.targets.span
    let costs = space.costs.span
    let hasCosts = !costs.isEmpty
    let distances = search.distances.pointer
    for position in 0..<search.reachedCount { counts[search.order[position]] = 0 }
    counts[source] = 1
    for position in 0..<search.reachedCount {
      let node = Int(search.order[position])
      let distance = distances[node]
      let count = counts[node]
      guard count < .infinity else { throw .tooManyPaths(to: node) }
      for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
        let next = Int(targets[unchecked: arc])
        let reach = distance + (hasCosts ? costs[unchecked: arc] : 1)
        if reach <= distances[next] * PathTies.factor { counts[next] += count }
      }
    }
  }

  /// The sum of a value over the nodes that come next on shortest paths; parallel arcs count each.
  func sumOverNext(after node: Int, of values: borrowing Buffer<Double>) -> Double {
    let targets = space.arcs.targets.span
    let costs = space.costs.span
    let hasCosts = !costs.isEmpty
    let distance = search.distances[node]
    var sum = 0.0
    for arc in space.arcs.range(of: node) {
      let next = Int(targets[unchecked: arc])
      let reach = distance + (hasCosts ? costs[unchecked: arc] : 1)
      if reach <= search.distances[next] * PathTies.factor { sum += values[next] }
    }
    return sum
  }
}
