import GraphCore

/// Sums over the distances from one node: how many others are reached, and how far they are in all.
struct Reach: Sendable {
  /// How many other nodes are reached.
  let count: Int
  /// Sum of the distances to them.
  let distanceSum: Double
  /// Sum of one over the distances to them.
  let harmonicSum: Double
}

extension Reach {
  /// Refuses lengths whose distances cannot be added up, or that one over the distances cannot be.
  ///
  /// - Throws: `.unfitValue` with the longest or the shortest edge.
  static func checkSums(distances: Double = 0, inverses: Double = 0, on graph: CSRGraph) throws(AlgorithmError) {
    guard distances < .infinity else {
      throw .tooLarge(.length, graph.lengths ?? [], needed: "lengths whose distances add up to a number")
    }
    guard inverses < .infinity else {
      throw .tooSmall(
        .length, graph.lengths ?? [], needed: "lengths for which one over the distances add up to a number")
    }
  }
}

extension RunContext {
  /// The reach of every node along the edges that a direction follows.
  ///
  /// Steps are counted for many far ends at once, walking backwards; distances by length are found from eight nodes at once.
  func reaches(
    on graph: CSRGraph, _ direction: EdgeDirection, in space: PathSpace
  ) throws(AlgorithmError) -> [Reach] {
    guard !space.costs.isEmpty, let lengths = graph.lengths else {
      return try stepReaches(against: graph.adjacency(direction.opposite))
    }
    return try lengthReaches(on: graph, direction, in: space, lengths)
  }

  private func stepReaches(against arcs: Adjacency) throws(AlgorithmError) -> [Reach] {
    let count = arcs.offsets.count - 1
    let sums = try sparseOrderedSum(
      over: count, width: 3 * count, chunkSize: BatchedReach.batchSize,
      makeWorker: { Worker(BatchedReach(against: arcs)) }
    ) { (worker: Worker<BatchedReach>, farEnds, sums: borrowing SparseSums) throws(AlgorithmError) in
      try worker.scratch.addReach(of: farEnds, to: sums, self)
    }
    return (0..<count).map {
      Reach(count: Int(sums[$0]), distanceSum: sums[count + $0], harmonicSum: sums[2 * count + $0])
    }
  }

  private func lengthReaches(
    on graph: CSRGraph, _ direction: EdgeDirection, in space: PathSpace, _ lengths: [Double]
  ) throws(AlgorithmError) -> [Reach] {
    let order = try HubOrder(graph, direction, space, lengths: lengths, self)
    let reaches = try orderedMap(over: order.nodeCount, makeWorker: { Worker(BatchedLengths(order)) }) {
      (worker: Worker<BatchedLengths>, places) throws(AlgorithmError) in
      var reaches: [Reach] = []
      for first in stride(from: places.lowerBound, to: places.upperBound, by: BatchedLengths.laneCount) {
        let batch = order.sources[first..<Swift.min(first + BatchedLengths.laneCount, places.upperBound)]
        try worker.scratch.run(from: batch, self)
        reaches += worker.scratch.reaches(of: batch.count)
      }
      return reaches
    }.flatMap { $0 }
    var results = reaches
    for (source, reach) in zip(order.sources, reaches) { results[Int(order.nodes[Int(source)])] = reach }
    return results
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
