import ActorModel
import GraphAlgorithms
import GraphCore

/// Findings about what can pass from one actor to another, and what cuts it.
enum FlowFindings {
  static let maximumFlow = AlgorithmKind<Finding>(MaximumFlow(from: 0, to: 0)) { flow, _, projected in
    let used = flow.flows.indices.filter { flow.flows[$0] != 0 }
    return Finding(
      numbers: [FindingNumber("flow", flow.value, name: "maximum flow"), FindingNumber("ties", used.count)],
      lists: [
        FindingList(
          "ties", title: "Ties that carry it; less than 0 against the direction shown",
          columns: [.words("tie"), .numbers("flow"), .numbers("strength")],
          rows: used.map {
            [
              .tie(projected.tie(ofEdge: $0)), .number(flow.flows[$0]), .number(projected.graph.strengths?[$0]),
            ]
          })
      ])
  }

  static let minimumCut = AlgorithmKind<Finding>(MinimumCut(from: 0, to: 0)) { cut, algorithm, projected in
    let weighs = algorithm.weight != .none && projected.graph.strengths != nil
    return Finding(
      numbers: [
        FindingNumber("cut", cut.value, name: weighs ? "strength cut" : "ties cut"),
        FindingNumber("ties", cut.edges.count),
      ],
      lists: [
        cutList(cut.edges, projected),
        FindingList(
          "sides", title: "What the cut parts", columns: [.words("side"), .numbers("size"), .words("actors")],
          rows: [("start", cut.sourceSide), ("rest", cut.targetSide)].map { name, side in
            [.text(name), .count(side.count), projected.cell(ofNodes: side)]
          }),
      ])
  }

  static let edgeDisjoint = AlgorithmKind<Finding>(EdgeDisjointPaths(from: 0, to: 0)) { ways, _, projected in
    Finding(
      numbers: [FindingNumber("routes", ways.paths.count, name: "routes that share no tie")],
      routes: ways.paths.map { Route($0.nodes, $0.edges, cost: $0.length, in: projected) },
      lists: [cutList(ways.separator ?? [], projected)])
  }

  static let nodeDisjoint = AlgorithmKind<Finding>(NodeDisjointPaths(from: 0, to: 0)) { ways, _, projected in
    Finding(
      numbers: [FindingNumber("routes", ways.paths.count, name: "routes that share no actor between")],
      routes: ways.paths.map { Route($0.nodes, $0.edges, cost: $0.length, in: projected) },
      lists: ways.separator.map { nodes in
        [
          FindingList(
            "cut", title: "Actors without whom there is no route", columns: [.words("actor")],
            rows: nodes.map { [.actor(projected.actors[$0])] })
        ]
      } ?? [],
      notes: ways.separator == nil ? ["A tie joins the two ends, so that no actors between can cut them off."] : [])
  }

  static let dominators = AlgorithmKind<Finding>(DominatorTree(from: 0)) { tree, _, projected in
    let reached = tree.parents.indices.filter { tree.parents[$0] >= 0 }
    let order = reached.sorted {
      let (a, b) = (tree.dominatedCounts[$0], tree.dominatedCounts[$1])
      return a != b ? a > b : $0 < $1
    }
    return Finding(
      numbers: [FindingNumber("reached", reached.count, name: "actors reached")],
      lists: [
        FindingList(
          "actors", title: "Through whom everything passes on the way to each actor",
          columns: [
            .words("actor"), .words("gate", "nearest it must pass"), .numbers("dominated", "others behind it"),
          ],
          rows: order.map {
            [
              .actor(projected.actors[$0]), .actor(projected.actors[Int(tree.parents[$0])]),
              .count(tree.dominatedCounts[$0]),
            ]
          })
      ])
  }

  static let resistance = AlgorithmKind<Finding>(EffectiveResistance(between: [])) { scores, _, projected in
    pairs(scores, "resistance", title: "Effective resistance, the least first", descending: false, projected)
  }

  static let communicability = AlgorithmKind<Finding>(Communicability(between: [])) { scores, _, projected in
    pairs(scores, "communicability", title: "Communicability, the greatest first", descending: true, projected)
  }

  static func cutList(_ edges: [Int], _ projected: ProjectedGraph) -> FindingList {
    FindingList(
      "cut", title: "Ties that must go", columns: [.words("tie"), .numbers("strength")],
      rows: edges.map { [.tie(projected.tie(ofEdge: $0)), .number(projected.graph.strengths?[$0])] })
  }

  private static func pairs(
    _ scores: PairScores, _ key: String, title: String, descending: Bool, _ projected: ProjectedGraph
  ) -> Finding {
    let order = scores.values.indices.sorted {
      let (a, b) = (scores.values[$0], scores.values[$1])
      return a != b ? (a > b) == descending : $0 < $1
    }
    return Finding(lists: [
      FindingList(
        "pairs", title: title, columns: [.words("from"), .words("to"), .numbers(key)],
        rows: order.map {
          [
            .actor(projected.actors[scores.pairs[$0].source]), .actor(projected.actors[scores.pairs[$0].target]),
            .number(scores.values[$0]),
          ]
        })
    ])
  }
}
