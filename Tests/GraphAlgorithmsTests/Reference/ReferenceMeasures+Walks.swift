import GraphAlgorithms
import GraphCore

// Walks, currents and flows: what the libraries were asked, in this package's words.

/// Ties that count alike and ties that count their strength, as the names of measures tell them apart.
private let units: [(suffix: String, weight: TieWeight)] = [("", .none), (" by strength", .strengths)]

extension ReferenceMeasure {
  static let walks: [ReferenceMeasure] =
    units.flatMap { unit, weight in
      walks(unit, weight) + position(unit, weight) + [
        ReferenceMeasure("current-flow betweenness\(unit)", CurrentFlowBetweenness(scale: .fraction, weight: weight)),
        ReferenceMeasure("current-flow closeness\(unit)", CurrentFlowCloseness(scale: .component, weight: weight)),
        ReferenceMeasure(unit.isEmpty ? "effective resistance from the first" : "effective resistance\(unit)") {
          graph in
          try EffectiveResistance(between: graph.nodes.map { NodePair(0, $0) }, weight: weight).run(on: graph).values
        },
      ]
    } + [
      ReferenceMeasure("subgraph centrality", SubgraphCentrality(weight: .none)),
      ReferenceMeasure("communicability from the first") { graph in
        try Communicability(between: graph.nodes.map { NodePair(0, $0) }).run(on: graph).values
      },
      ReferenceMeasure("local reaching", LocalReachingCentrality()),
      ReferenceMeasure("global reaching") { [try GlobalReachingCentrality().run(on: $0).value] },
      ReferenceMeasure("VoteRank", VoteRank()),
    ]

  private static func walks(_ unit: String, _ weight: TieWeight) -> [ReferenceMeasure] {
    [
      ReferenceMeasure(
        "eigenvector\(unit)", Eigenvector(direction: .in, weight: weight, tolerance: 1e-14, iterations: 100_000)),
      ReferenceMeasure(
        "Katz\(unit)", Katz(alpha: weight == .none ? 0.03 : 0.01, unit: .number, weight: weight, tolerance: 1e-14)),
      ReferenceMeasure("PageRank\(unit)", PageRank(damping: 0.85, tolerance: 1e-14, weight: weight)),
      ReferenceMeasure("PageRank from the first two\(unit)") { graph in
        try PersonalisedPageRank(from: [0, 1], tolerance: 1e-14, weight: weight).run(on: graph).values
      },
      ReferenceMeasure(
        "hubs\(unit)", Hubs(scale: .largest, weight: weight, tolerance: 1e-14, iterations: 100_000)),
      ReferenceMeasure(
        "authorities\(unit)", Authorities(scale: .largest, weight: weight, tolerance: 1e-14, iterations: 100_000)),
    ]
  }

  private static func position(_ unit: String, _ weight: TieWeight) -> [ReferenceMeasure] {
    [
      ReferenceMeasure("trophic level\(unit)", TrophicLevel(weight: weight)),
      ReferenceMeasure("constraint\(unit)", BurtConstraint(weight: weight)),
      ReferenceMeasure("effective size\(unit)", EffectiveSize(weight: weight)),
      ReferenceMeasure("efficiency\(unit)", BurtEfficiency(weight: weight)),
    ]
  }

  static let cuts: [ReferenceMeasure] =
    units.flatMap { unit, weight in
      [
        ReferenceMeasure("maximum flow from the first\(unit)") { graph in
          try graph.nodes.dropFirst().map { try MaximumFlow(from: 0, to: $0, weight: weight).run(on: graph).value }
        },
        ReferenceMeasure("minimum cut from the first\(unit)") { graph in
          try graph.nodes.dropFirst().map { try MinimumCut(from: 0, to: $0, weight: weight).run(on: graph).value }
        },
        ReferenceMeasure("global minimum cut\(unit)") { [try GlobalMinimumCut(weight: weight).run(on: $0).value] },
      ]
    } + [
      ReferenceMeasure("edge-disjoint paths from the first") { graph in
        try graph.nodes.dropFirst().map { Double(try EdgeDisjointPaths(from: 0, to: $0).run(on: graph).paths.count) }
      },
      ReferenceMeasure("node-disjoint paths from the first") { graph in
        try graph.nodes.dropFirst().map { Double(try NodeDisjointPaths(from: 0, to: $0).run(on: graph).paths.count) }
      },
      ReferenceMeasure("bridges") { graph in
        let bridges = Set(try Bridges().run(on: graph).edges)
        return (0..<graph.edgeCount).map { bridges.contains($0) ? 1 : 0 }
      },
      ReferenceMeasure("articulation points") { try ArticulationPoints().run(on: $0).values.map { $0 > 0 ? 1 : 0 } },
      ReferenceMeasure("pieces without a node", ArticulationPoints()),
      ReferenceMeasure("dominators from the first") { graph in
        try DominatorTree(from: 0).run(on: graph).parents.map { Double($0) }
      },
    ]
}
