import GraphAlgorithms
import GraphCore
import TestSupport

// Ties, distances, paths: what the libraries were asked, in this package's words.

/// Steps and lengths, as the names of measures tell them apart.
private let units: [(suffix: String, metric: PathMetric)] = [("", .steps), (" by length", .lengths)]

extension ReferenceMeasure {
  static let ties: [ReferenceMeasure] = {
    var measures = [
      ReferenceMeasure("degree distribution") { try DegreeDistribution().run(on: $0).counts.map { Double($0) } }
    ]
    for (suffix, direction) in [("", EdgeDirection.all), (" out", .out), (" in", .in)] {
      measures.append(ReferenceMeasure("degree" + suffix, Degree(direction: direction)))
      measures.append(ReferenceMeasure("strength" + suffix, Strength(direction: direction)))
      measures.append(ReferenceMeasure("signed strength" + suffix, SignedStrength(direction: direction)))
    }
    return measures
  }()

  static let distances: [ReferenceMeasure] = {
    var measures = [
      ReferenceMeasure("global efficiency") { [try Distances(metric: .steps).run(on: $0).efficiency] },
      ReferenceMeasure("reach within two steps", ReachWithin(limit: 2)),
    ]
    for (unit, metric) in units {
      measures += closeness("out", .out, unit, metric) + closeness("in", .in, unit, metric)
      measures += betweenness(unit, metric) + sums(unit, metric)
    }
    return measures
  }()

  private static func closeness(
    _ way: String, _ direction: EdgeDirection, _ unit: String, _ metric: PathMetric
  ) -> [ReferenceMeasure] {
    [
      ReferenceMeasure("closeness \(way)\(unit)", Closeness(direction: direction, metric: metric)),
      ReferenceMeasure(
        "closeness within component \(way)\(unit)",
        Closeness(direction: direction, scale: .component, metric: metric)),
      ReferenceMeasure("harmonic \(way)\(unit)", HarmonicCloseness(direction: direction, metric: metric)),
      ReferenceMeasure("eccentricity \(way)\(unit)", Eccentricity(direction: direction, metric: metric)),
    ]
  }

  private static func sums(_ unit: String, _ metric: PathMetric) -> [ReferenceMeasure] {
    [
      ReferenceMeasure("harmonic either way\(unit)", HarmonicCloseness(direction: .all, metric: metric)),
      ReferenceMeasure("diameter\(unit)") { [try Distances(metric: metric).run(on: $0).diameter ?? 0] },
      ReferenceMeasure("radius\(unit)") { [try Distances(metric: metric).run(on: $0).radius ?? .infinity] },
      ReferenceMeasure("mean distance\(unit)") { [try Distances(metric: metric).run(on: $0).meanDistance ?? .nan] },
    ]
  }

  private static func betweenness(_ unit: String, _ metric: PathMetric) -> [ReferenceMeasure] {
    [
      ReferenceMeasure("betweenness\(unit)", Betweenness(scale: .pairs, metric: metric)),
      ReferenceMeasure("betweenness as fraction\(unit)", Betweenness(scale: .fraction, metric: metric)),
      ReferenceMeasure("edge betweenness\(unit)") {
        try EdgeBetweenness(scale: .pairs, metric: metric).run(on: $0).values
      },
      ReferenceMeasure("subset betweenness\(unit)") { graph in
        let third = graph.nodeCount / 3
        return try SubsetBetweenness(
          from: Array(0..<third), to: Array((graph.nodeCount - third)..<graph.nodeCount), scale: .pairs, metric: metric
        ).run(on: graph).values
      },
      ReferenceMeasure("group betweenness\(unit)") { graph in
        [try GroupBetweenness(of: [1, 2, graph.nodeCount / 2], scale: .pairs, metric: metric).run(on: graph).value]
      },
    ]
  }

  static let paths: [ReferenceMeasure] = singlePaths + units.flatMap { searches($0.suffix, $0.metric) }

  private static func searches(_ unit: String, _ metric: PathMetric) -> [ReferenceMeasure] {
    [
      ReferenceMeasure("distances from the first\(unit)") { graph in
        metric == .steps
          ? try BreadthFirst(from: 0).run(on: graph).distances
          : try Dijkstra(from: 0, metric: metric).run(on: graph).distances
      },
      ReferenceMeasure("distances to the first\(unit)") { graph in
        metric == .steps
          ? try BreadthFirst(from: 0, direction: .in).run(on: graph).distances
          : try Dijkstra(from: 0, direction: .in, metric: metric).run(on: graph).distances
      },
      ReferenceMeasure("two-sided search from the first\(unit)") { graph in
        try graph.nodes.map {
          try BidirectionalDijkstra(from: 0, to: $0, metric: metric).run(on: graph)?.length ?? .infinity
        }
      },
      ReferenceMeasure("all pairs\(unit)") { graph in
        try AllPairsDistances(metric: metric).run(on: graph).rows.flatMap { $0 }
      },
      ReferenceMeasure("number of shortest paths\(unit)") { graph in
        try graph.nodes.map { try AllShortestPaths(from: 0, to: $0, limit: 1, metric: metric).run(on: graph).count }
      },
      ReferenceMeasure("six shortest paths\(unit)") { graph in
        try KShortestPaths(from: 0, to: graph.nodeCount - 1, count: 6, metric: metric).run(on: graph).map(\.length)
      },
    ]
  }

  private static let singlePaths: [ReferenceMeasure] = [
    ReferenceMeasure("Bellman-Ford with lengths below 0") { graph in
      let tilted = graph.pairs.enumerated().map { edge, ends in
        (graph.lengths?[edge] ?? .nan) + 2 * Double(ends.source % 3) - 2 * Double(ends.target % 3)
      }
      return try BellmanFord(from: 0).run(on: graph.withLengths(tilted)).distances
    },
    ReferenceMeasure("most reliable path from the first") { graph in
      let chances = (graph.strengths ?? []).map { $0 / (1 + $0) }
      return try graph.nodes.map {
        try MostReliablePath(from: 0, to: $0, probabilities: chances).run(on: graph)?.probability ?? 0
      }
    },
    ReferenceMeasure("widest path from the first") { graph in
      try graph.nodes.dropFirst().map { try WidestPath(from: 0, to: $0).run(on: graph)?.width ?? .infinity }
    },
    ReferenceMeasure("shortest spanning tree") { [try MinimumSpanningTree(goal: .shortest).run(on: $0).total] },
    ReferenceMeasure("strongest spanning tree") { [try MinimumSpanningTree(goal: .strongest).run(on: $0).total] },
  ]
}
