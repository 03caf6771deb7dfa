import ActorModel
import GraphAlgorithms
import GraphCore

/// Findings of algorithms that describe a network as a whole.
enum StructureFindings {
  static let density = AlgorithmKind<Finding>(Density()) { count, _, _ in
    Finding(numbers: [
      FindingNumber("density", count.density), FindingNumber("tiedPairs", count.tiedPairs),
      FindingNumber("possiblePairs", count.possiblePairs),
    ])
  }

  static let reciprocity = AlgorithmKind<Finding>(Reciprocity()) { share, _, _ in
    Finding(numbers: [
      FindingNumber("reciprocity", share.reciprocity), FindingNumber("returned", share.returned, name: "returned ties"),
      FindingNumber("total", share.total, name: "ties"),
    ])
  }

  static let transitivity = AlgorithmKind<Finding>(Transitivity()) { count, _, _ in
    Finding(numbers: [
      FindingNumber("transitivity", count.transitivity), FindingNumber("triangles", count.triangles),
      FindingNumber("connectedTriples", count.connectedTriples, name: "paths of two steps"),
    ])
  }

  static let assortativity = AlgorithmKind<Finding>(DegreeAssortativity()) { result, _, _ in
    Finding(numbers: [
      FindingNumber("assortativity", result.coefficient, name: "correlation of degrees"),
      FindingNumber("edges", result.edgeCount),
    ])
  }

  static let distances = AlgorithmKind<Finding>(Distances()) { summary, _, _ in
    Finding(
      numbers: [
        FindingNumber("diameter", summary.diameter), FindingNumber("radius", summary.radius),
        FindingNumber("meanDistance", summary.meanDistance), FindingNumber("efficiency", summary.efficiency),
        FindingNumber("connectedPairs", summary.connectedPairs), FindingNumber("pairs", summary.pairs),
      ],
      notes: [
        "Measured in \(summary.weights?.rawValue ?? "steps"), over ordered pairs of which one reaches the other."
      ])
  }

  static let degrees = AlgorithmKind<Finding>(DegreeDistribution()) { counts, _, _ in
    Finding(
      numbers: [
        FindingNumber("meanDegree", counts.mean), FindingNumber("medianDegree", counts.median),
        FindingNumber("variance", counts.variance, name: "variance of degrees"),
        FindingNumber("centralization", counts.centralization, name: "degree centralization"),
      ],
      lists: [
        FindingList(
          "degrees", title: "Actors by number of ties", columns: [.numbers("degree"), .numbers("actors")],
          rows: counts.counts.enumerated().compactMap { $1 > 0 ? [.count($0), .count($1)] : nil })
      ])
  }

  static let dyads = AlgorithmKind<Finding>(DyadCensus()) { counts, _, _ in
    Finding(numbers: [
      FindingNumber("mutual", counts.mutual, name: "pairs tied both ways"),
      FindingNumber("asymmetric", counts.asymmetric, name: "pairs tied one way"),
      FindingNumber("null", counts.null, name: "pairs not tied"),
    ])
  }

  static let triads = AlgorithmKind<Finding>(TriadCensus()) { counts, _, _ in
    Finding(lists: [
      FindingList(
        "triads", title: "Sets of three actors by type",
        columns: [.words("type"), .words("pattern"), .numbers("count")],
        rows: zip(TriadType.allCases, counts.counts).map { [.text($0.rawValue), .text($0.pattern), .count($1)] })
    ])
  }

  static let richClub = AlgorithmKind<Finding>(RichClub()) { curve, _, _ in
    Finding(lists: [
      FindingList(
        "levels", title: "Ties among the actors with more than so many neighbours",
        columns: [
          .numbers("degree", "neighbours above"), .numbers("actors"), .numbers("ties"), .numbers("share"),
          .numbers("expectedTies", "expected"), .numbers("ratio"),
        ],
        rows: curve.levels.map {
          [
            .count($0.degree), .count($0.nodeCount), .count($0.tieCount), .number($0.share),
            .number($0.expectedTieCount), .number($0.ratio),
          ]
        })
    ])
  }

  static let condensation = AlgorithmKind<Finding>(Condensation()) { condensed, _, projected in
    let members = condensed.components.members()
    let order = members.indices.sorted {
      condensed.layers[$0] != condensed.layers[$1] ? condensed.layers[$0] < condensed.layers[$1] : $0 < $1
    }
    let ties = (0..<condensed.graph.edgeCount).map { edge -> [FindingCell] in
      [
        .count(condensed.graph.source(of: edge) + 1), .count(condensed.graph.target(of: edge) + 1),
        .count(condensed.edgeCounts[edge]),
      ]
    }
    return Finding(
      numbers: [
        FindingNumber("components", members.count, name: "strong components"),
        FindingNumber("largest", members.map(\.count).max() ?? 0, name: "actors in the largest"),
      ],
      lists: [
        FindingList(
          "components", title: "Strong components, those that nothing leads to first",
          columns: [.numbers("component"), .numbers("layer"), .numbers("size"), .words("actors")],
          rows: order.map {
            [
              .count($0 + 1), .count(condensed.layers[$0]), .count(members[$0].count),
              projected.cell(ofNodes: members[$0]),
            ]
          }),
        FindingList(
          "ties", title: "Ties between components", columns: [.numbers("from"), .numbers("to"), .numbers("ties")],
          rows: ties),
      ])
  }

  static let reaching = AlgorithmKind<Finding>(GlobalReachingCentrality()) { result, _, _ in
    Finding(numbers: [
      FindingNumber("globalReaching", result.value, name: "global reaching centrality"),
      FindingNumber("largestReach", result.local.values.max(), name: "largest local reaching centrality"),
    ])
  }

  static let modularity = AlgorithmKind<Finding>(
    Modularity(of: Partition(labels: [Int]())), defaults: ["blocs": "given"]
  ) { score, algorithm, projected in
    let members = algorithm.partition.members()
    return Finding(
      numbers: [FindingNumber("modularity", score.value)],
      lists: [
        FindingList(
          "blocs", title: "What holds inside each bloc, as shares of all ties",
          columns: [.words("actors"), .numbers("inside"), .numbers("expected"), .numbers("surplus")],
          rows: members.indices.map {
            [
              projected.cell(ofNodes: members[$0]), .number(score.inside[$0]), .number(score.expected[$0]),
              .number(score.inside[$0] - score.expected[$0]),
            ]
          })
      ])
  }

  static let allPairs = AlgorithmKind<Finding>(AllPairsDistances()) { table, _, projected in
    let columns = projected.actors.map { FindingColumn(key: $0.id, name: $0.id, isNumeric: true) }
    return Finding(lists: [
      FindingList(
        "distances", title: "Distances from the actor of the row to that of the column",
        columns: [.words("from")] + columns,
        rows: table.rows.enumerated().map { node, row in
          [.text(projected.actors[node].id)] + row.map { FindingCell.number($0) }
        })
    ])
  }
}

extension TriadType {
  /// The pattern in signs.
  var pattern: String {
    switch self {
    case .empty: "A, B, C apart"
    case .oneWay: "A → B, C alone"
    case .oneMutual: "A ↔ B, C alone"
    case .outStar: "A ← B → C"
    case .inStar: "A → B ← C"
    case .chain: "A → B → C"
    case .mutualIn: "A ↔ B ← C"
    case .mutualOut: "A ↔ B → C"
    case .transitive: "A → B ← C, A → C"
    case .cycle: "A ← B ← C, A → C"
    case .twoMutual: "A ↔ B ↔ C"
    case .mutualBelow: "A ← B → C, A ↔ C"
    case .mutualAbove: "A → B ← C, A ↔ C"
    case .mutualChain: "A → B → C, A ↔ C"
    case .almostComplete: "A → B ↔ C, A ↔ C"
    case .complete: "A ↔ B ↔ C, A ↔ C"
    }
  }
}
