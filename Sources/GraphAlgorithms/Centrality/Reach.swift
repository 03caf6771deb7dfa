import GraphCore

/// What the distances from one node come to.
struct Reach: Sendable {
  /// How many other nodes are reached.
  let count: Int
  /// Sum of the distances to them.
  let distanceSum: Double
  /// Sum of one over the distances to them.
  let harmonicSum: Double
}

extension RunContext {
  /// The reach of every node; one search for each, on all threads.
  func reaches(in space: PathSpace) throws(AlgorithmError) -> [Reach] {
    try orderedMap(over: space.nodeCount, makeWorker: { Worker(DistanceSearch(space)) }) {
      (worker: Worker<DistanceSearch>, sources) throws(AlgorithmError) in
      var reaches: [Reach] = []
      reaches.reserveCapacity(sources.count)
      for source in sources {
        try worker.scratch.run(from: source, in: space, self)
        reaches.append(worker.scratch.reach())
      }
      return reaches
    }.flatMap { $0 }
  }
}

extension DistanceSearch {
  /// Sums over the nodes that the last search reached, the farthest first.
  func reach() -> Reach {
    var distanceSum = 0.0
    var harmonicSum = 0.0
    for position in stride(from: reachedCount - 1, to: 0, by: -1) {
      let distance = distances[order[position]]
      distanceSum += distance
      harmonicSum += 1 / distance
    }
    return Reach(count: reachedCount - 1, distanceSum: distanceSum, harmonicSum: harmonicSum)
  }
}
