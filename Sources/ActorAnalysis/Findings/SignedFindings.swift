import ActorModel
import GraphAlgorithms
import GraphCore

/// Findings about friendly and hostile ties.
enum SignedFindings {
  static let triangles = AlgorithmKind<Finding>(SignedTriangles()) { count, _, projected in
    let order = count.unbalancedAtNode.indices.filter { count.unbalancedAtNode[$0] > 0 }.sorted {
      let (a, b) = (count.unbalancedAtNode[$0], count.unbalancedAtNode[$1])
      return a != b ? a > b : $0 < $1
    }
    return Finding(
      numbers: [
        FindingNumber("degreeOfBalance", count.degreeOfBalance, name: "share balanced"),
        FindingNumber("allFriendly", count.allFriendly, name: "three friendly (balanced)"),
        FindingNumber("oneHostile", count.oneHostile, name: "one hostile (unbalanced)"),
        FindingNumber("twoHostile", count.twoHostile, name: "two hostile (balanced)"),
        FindingNumber("allHostile", count.allHostile, name: "three hostile (unbalanced)"),
      ],
      lists: [
        FindingList(
          "actors", title: "Actors in unbalanced triangles",
          columns: [.words("actor"), .numbers("unbalanced"), .numbers("balanced")],
          rows: order.map {
            [.actor(projected.actors[$0]), .count(count.unbalancedAtNode[$0]), .count(count.balancedAtNode[$0])]
          })
      ])
  }

  static let triads = AlgorithmKind<Finding>(SignedTriadCensus()) { counts, _, projected in
    Finding(
      lists: [
        FindingList(
          "triads", title: "Sets of three actors by the signs of their ties; classes that do not occur are left out",
          columns: [.words("class"), .numbers("count")],
          rows: counts.classes.filter { $0.count > 0 }.map { [.text($0.name), .count($0.count)] })
      ],
      notes: [
        projected.graph.isDirected
          ? "A class names its three pairs, each by the sign there and the sign back: + friendly, - hostile, 0 none."
          : "A class names its three pairs by their signs: + friendly, - hostile, 0 none."
      ])
  }

  static let frustration = AlgorithmKind<Finding>(FrustrationIndex()) { result, _, projected in
    Finding(
      numbers: [
        FindingNumber("frustration", result.index, name: "frustration index"),
        FindingNumber("lowerBound", result.lowerBound, name: "proved to be at least"),
        FindingNumber("share", result.share, name: "share of all signed ties"),
      ],
      lists: [
        FindingList(
          "ties", title: "Ties that contradict the two camps", columns: [.words("tie")],
          rows: projected.cells(ofEdges: result.frustratedEdges).map { [$0] }),
        FindingList(
          "camps", title: "The two camps", columns: [.numbers("camp"), .numbers("size"), .words("actors")],
          rows: result.camps.members().enumerated().map {
            [.count($0 + 1), .count($1.count), projected.cell(ofNodes: $1)]
          }),
      ],
      notes: [
        result.isOptimal
          ? "Proved to be the least." : "Not proved to be the least; a larger search-limit may prove it or find less."
      ]
        + (projected.graph.isDirected
          ? [
            "Each direction of a tie counts: a mutual relation that is frustrated counts 2. With --direction either "
              + "each pair of actors counts once, as in groups."
          ] : []))
  }
}
