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
  /// The reach of every node along the edges that a direction follows.
  ///
  /// Steps are counted for many far ends at once, walking backwards; lengths take a search from each node.
  func reaches(
    on graph: CSRGraph, _ direction: EdgeDirection, in space: PathSpace
  ) throws(AlgorithmError) -> [Reach] {
    try space.costs.isEmpty ? stepReaches(against: graph.adjacency(direction.opposite)) : lengthReaches(in: space)
  }

  private func stepReaches(against arcs: Adjacency) throws(AlgorithmError) -> [Reach] {
    let count = arcs.offsets.count - 1
    let sums = try orderedSum(
      over: count, width: 3 * count, chunkSize: BatchedReach.batchSize,
      makeWorker: { Worker(BatchedReach(against: arcs)) }
    ) { (worker: Worker<BatchedReach>, farEnds, sums: borrowing Buffer<Double>) throws(AlgorithmError) in
      try worker.scratch.addReach(of: farEnds, to: sums, self)
    }
    return (0..<count).map {
      Reach(count: Int(sums[$0]), distanceSum: sums[count + $0], harmonicSum: sums[2 * count + $0])
    }
  }

  private func lengthReaches(in space: PathSpace) throws(AlgorithmError) -> [Reach] {
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
