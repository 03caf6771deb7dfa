import ActorModel
import GraphAlgorithms
import GraphCore

/// Findings about ways from one actor to another, or to all.
enum PathFindings {
  static let breadthFirst = AlgorithmKind<Finding>(BreadthFirst(from: 0)) { tree, _, projected in
    distances(tree, "steps", projected)
  }

  static let dijkstra = AlgorithmKind<Finding>(Dijkstra(from: 0)) { tree, algorithm, projected in
    distances(tree, algorithm.metric == .steps ? "steps" : "length", projected)
  }

  static let bellmanFord = AlgorithmKind<Finding>(BellmanFord(from: 0)) { tree, _, projected in
    distances(tree, "length", projected)
  }

  static let bidirectional = AlgorithmKind<Finding>(BidirectionalDijkstra(from: 0, to: 0)) { path, _, projected in
    Finding(
      numbers: [FindingNumber("distance", path?.length ?? .infinity)],
      routes: path.map { [Route($0.nodes, $0.edges, cost: $0.length, in: projected)] } ?? [])
  }

  static let allShortest = AlgorithmKind<Finding>(AllShortestPaths(from: 0, to: 0)) { result, _, projected in
    Finding(
      numbers: [
        FindingNumber("distance", result.length), FindingNumber("count", result.count, name: "shortest routes"),
      ],
      routes: result.paths.map { Route($0.nodes, $0.edges, cost: $0.length, in: projected) },
      notes: result.count > Double(result.paths.count) ? ["Not all are listed; a larger limit lists more."] : [])
  }

  static let kShortest = AlgorithmKind<Finding>(KShortestPaths(from: 0, to: 0, count: 5)) { paths, _, projected in
    Finding(
      numbers: [FindingNumber("routes", paths.count)],
      routes: paths.map { Route($0.nodes, $0.edges, cost: $0.length, in: projected) })
  }

  static let widest = AlgorithmKind<Finding>(WidestPath(from: 0, to: 0)) { route, _, projected in
    Finding(
      numbers: [FindingNumber("width", route?.width, name: "strength of the weakest tie")],
      routes: route.map { [Route($0.path.nodes, $0.path.edges, cost: -$0.width, in: projected)] } ?? [])
  }

  static let mostReliable = AlgorithmKind<Finding>(
    MostReliablePath(from: 0, to: 0, probabilities: []),
    prepare: { algorithm, projected in
      algorithm.probabilities = (0..<projected.graph.edgeCount).map { projected.confidence(ofEdge: $0) }
    },
    finding: { route, _, projected in
      Finding(
        numbers: [FindingNumber("probability", route?.probability ?? 0, name: "probability that all ties hold")],
        routes: route.map { [Route($0.path.nodes, $0.path.edges, cost: -$0.probability, in: projected)] } ?? [])
    })

  private static func distances(_ tree: PathTree, _ unit: String, _ projected: ProjectedGraph) -> Finding {
    let reached = tree.distances.indices.filter { tree.distances[$0] < .infinity && $0 != tree.source }
    let order = reached.sorted {
      let (a, b) = (tree.distances[$0], tree.distances[$1])
      return a != b ? a < b : $0 < $1
    }
    return Finding(
      numbers: [
        FindingNumber("reached", reached.count, name: "actors reached"),
        FindingNumber("unreached", tree.distances.count - reached.count - 1, name: "actors out of reach"),
      ],
      lists: [
        FindingList(
          "distances", title: "Distances, the nearest first",
          columns: [.words("actor"), .numbers("distance", unit), .words("before", "reached from")],
          rows: order.map {
            [
              .actor(projected.actors[$0]), .number(tree.distances[$0]),
              .actor(tree.parents[$0] < 0 ? nil : projected.actors[Int(tree.parents[$0])]),
            ]
          })
      ])
  }
}
