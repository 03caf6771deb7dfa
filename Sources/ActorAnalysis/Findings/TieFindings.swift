import ActorModel
import GraphAlgorithms
import GraphCore

/// Findings of algorithms that pick out ties of the whole network.
enum TieFindings {
  static let bridges = AlgorithmKind<Finding>(Bridges()) { list, _, projected in
    Finding(
      numbers: [
        FindingNumber("bridges", list.edges.count),
        FindingNumber("parts", list.groups.groupCount, name: "parts without them"),
      ],
      lists: [
        FindingList(
          "bridges", title: "Ties without which a part is cut off",
          columns: [.words("tie"), .numbers("smallerSide", "actors on the smaller side")],
          rows: zip(list.edges, list.smallerSides).map { [.tie(projected.tie(ofEdge: $0)), .count($1)] })
      ])
  }

  static let spanningForest = AlgorithmKind<Finding>(MinimumSpanningTree()) { forest, algorithm, projected in
    let values = algorithm.goal == .shortest ? projected.graph.lengths : projected.graph.strengths
    let name = algorithm.goal == .shortest ? "length" : "strength"
    return Finding(
      numbers: [
        FindingNumber("total", forest.total, name: "sum of \(name)s"), FindingNumber("trees", forest.treeCount),
      ],
      lists: [
        FindingList(
          "ties", title: "Ties that suffice to keep everybody connected", columns: [.words("tie"), .numbers(name)],
          rows: forest.edges.map { [.tie(projected.tie(ofEdge: $0)), .number(values?[$0] ?? 1)] })
      ])
  }

  static let globalCut = AlgorithmKind<Finding>(GlobalMinimumCut()) { cut, algorithm, projected in
    let weighs = algorithm.weight != .none && projected.graph.strengths != nil
    return Finding(
      numbers: [FindingNumber("cut", cut.value, name: weighs ? "strength cut" : "ties cut")],
      lists: [
        FlowFindings.cutList(cut.edges, projected),
        FindingList(
          "sides", title: "What the cut parts", columns: [.words("side"), .numbers("size"), .words("actors")],
          rows: [("smaller", cut.sourceSide), ("rest", cut.targetSide)].map { name, side in
            [.text(name), .count(side.count), projected.cell(ofNodes: side)]
          }),
      ])
  }
}
