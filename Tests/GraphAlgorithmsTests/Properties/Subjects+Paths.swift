import GraphAlgorithms
import GraphCore
import TestSupport

// Paths, flows and cuts: what is known of each beforehand.

extension Subject {
  static let paths: [Subject] = searches + routes

  private static let searches: [Subject] = [
    Subject(
      "steps from a node", [.distance, .asksRoles], mirror: "steps to a node", bothWays: 1, alone: .infinity
    ) {
      Answer(nodes: try BreadthFirst(from: $0.first).run(on: $0.graph, in: $0.context).distances)
    },
    Subject("steps to a node", [.distance, .asksRoles], mirror: "steps from a node", bothWays: 1, alone: .infinity) {
      Answer(nodes: try BreadthFirst(from: $0.first, direction: .in).run(on: $0.graph, in: $0.context).distances)
    },
    Subject(
      "distances from a node", [.distance, .asksRoles], lengths: 1, mirror: "distances to a node", bothWays: 1,
      alone: .infinity
    ) {
      Answer(nodes: try Dijkstra(from: $0.first).run(on: $0.graph, in: $0.context).distances)
    },
    Subject(
      "distances to a node", [.distance, .asksRoles], lengths: 1, mirror: "distances from a node", bothWays: 1,
      alone: .infinity
    ) {
      Answer(nodes: try Dijkstra(from: $0.first, direction: .in).run(on: $0.graph, in: $0.context).distances)
    },
    Subject(
      "distances by Bellman and Ford", needs: .lengths, [.distance, .asksRoles], lengths: 1, bothWays: 1,
      alone: .infinity
    ) {
      Answer(nodes: try BellmanFord(from: $0.first).run(on: $0.graph, in: $0.context).distances)
    },
    Subject("distance from both ends", [.distance, .asksRoles], lengths: 1, bothWays: 1) {
      let search = BidirectionalDijkstra(from: $0.first, to: $0.second)
      return Answer(numbers: [try search.run(on: $0.graph, in: $0.context)?.length ?? .infinity])
    },
    Subject(
      "row of the table of distances", [.distance, .asksRoles], lengths: 1, bothWays: 1, alone: .infinity
    ) {
      Answer(nodes: try AllPairsDistances().run(on: $0.graph, in: $0.context).rows[$0.first])
    },
  ]

  private static let routes: [Subject] = [
    Subject("number of shortest paths", [.local, .loopBlind, .asksRoles], bothWays: 1) {
      let search = AllShortestPaths(from: $0.first, to: $0.second)
      return Answer(numbers: [try search.run(on: $0.graph, in: $0.context).count])
    },
    Subject("five shortest paths", [.distance, .asksRoles], lengths: 1, bothWays: 1) {
      let search = KShortestPaths(from: $0.first, to: $0.second, count: 5)
      return Answer(numbers: try search.run(on: $0.graph, in: $0.context).map(\.length))
    },
    Subject("widest path", needs: .strengths, [.local, .loopBlind, .asksRoles], strengths: 1, bothWays: 1) {
      let search = WidestPath(from: $0.first, to: $0.second)
      return Answer(numbers: [try search.run(on: $0.graph, in: $0.context)?.width ?? 0])
    },
    Subject(
      "most reliable path", needs: .lengths, [.distance, .asksRoles], lengths: nil, bothWays: 1
    ) { question in
      let chances = (question.graph.lengths ?? []).map { 1 / (1 + $0) }
      let search = MostReliablePath(from: question.first, to: question.second, probabilities: chances)
      return Answer(numbers: [try search.run(on: question.graph, in: question.context)?.probability ?? 0])
    },
    Subject("shortest spanning forest", .distance, lengths: 1, mirror: "shortest spanning forest", bothWays: 1) {
      Answer(numbers: [try MinimumSpanningTree().run(on: $0.graph, in: $0.context).total])
    },
    Subject(
      "strongest spanning forest", needs: .strengths, [.local, .loopBlind], strengths: 1,
      mirror: "strongest spanning forest", bothWays: 1
    ) {
      Answer(numbers: [try MinimumSpanningTree(goal: .strongest).run(on: $0.graph, in: $0.context).total])
    },
  ]

  static let flows: [Subject] = [
    Subject("maximum flow", [.local, .loopBlind, .asksRoles], strengths: 1, bothWays: 1) {
      Answer(numbers: [try MaximumFlow(from: $0.first, to: $0.second).run(on: $0.graph, in: $0.context).value])
    },
    Subject("minimum cut", [.local, .loopBlind, .asksRoles], strengths: 1, bothWays: 1) {
      Answer(numbers: [try MinimumCut(from: $0.first, to: $0.second).run(on: $0.graph, in: $0.context).value])
    },
    Subject("edge-disjoint paths", [.local, .loopBlind, .asksRoles], bothWays: 1) {
      let paths = try EdgeDisjointPaths(from: $0.first, to: $0.second).run(on: $0.graph, in: $0.context).paths
      return Answer(numbers: [Double(paths.count)])
    },
    Subject("node-disjoint paths", [.local, .loopBlind, .asksRoles], bothWays: 1) {
      let paths = try NodeDisjointPaths(from: $0.first, to: $0.second).run(on: $0.graph, in: $0.context).paths
      return Answer(numbers: [Double(paths.count)])
    },
    Subject("global minimum cut", needs: .undirected, .loopBlind, strengths: 1) {
      Answer(numbers: [try GlobalMinimumCut().run(on: $0.graph, in: $0.context).value])
    },
    Subject("bridges", .local, mirror: "bridges") { question in
      let found = Set(try Bridges().run(on: question.graph, in: question.context).edges)
      return Answer(edges: (0..<question.graph.edgeCount).map { found.contains($0) ? 1 : 0 })
    },
    Subject(
      "articulation points", ArticulationPoints(), [.local, .loopBlind, .mergesParallels],
      mirror: "articulation points", bothWays: 1),
    Subject("dominators", [.distance, .asksRoles], bothWays: 1) {
      let tree = try DominatorTree(from: $0.first).run(on: $0.graph, in: $0.context)
      return Answer(nodes: tree.dominatedCounts.map { Double($0) })
    },
  ]
}
