import ActorModel
import GraphAlgorithms
import GraphCore

/// Findings about friendly and hostile ties.
enum SignedFindings {
  static let triangles = AlgorithmKind<Finding>(SignedTriangles(), reading: .pairs) { count, _, projected in
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

  static let frustration = AlgorithmKind<Finding>(
    FrustrationIndex(),
    analysis: { index, projected, context throws(AlgorithmError) in
      finding(try BalanceAnalysis(index).run(on: projected, in: context))
    })

  private static func finding(_ balance: SignedBalance) -> Finding {
    var numbers = [
      FindingNumber("frustration", balance.frustration, name: "frustration index, \(balance.unit)"),
      FindingNumber("lowerBound", balance.lowerBound, name: "proved to be at least"),
      FindingNumber("share", balance.share, name: "share of all signed ties"),
    ]
    if let divisions = balance.divisions {
      numbers.append(
        FindingNumber(
          "bestDivisions", divisions.count,
          name: divisions.isExact ? "divisions equally good" : "divisions equally good, at least"))
    }
    var lists = [
      FindingList(
        "ties", title: "Ties that contradict the division shown", columns: [.words("tie")],
        rows: balance.frustratedTies.map { [.tie($0)] })
    ]
    if let some = balance.divisions?.tiesContradictingSome, !some.isEmpty {
      lists.append(
        FindingList(
          "tiesInSome", title: "Ties that contradict some of the best divisions and not others",
          columns: [.words("tie")], rows: some.map { [.tie($0)] }))
    }
    lists += [camps(balance), standings(balance)]
    let proof =
      balance.isOptimal
      ? "The frustration is the least possible. \(balance.divisionsSentence)"
      : balance.openQuestion.map { $0 + "; a larger search-limit, or proof-seconds, may settle it." } ?? ""
    let rest = balance.isOptimal ? balance.openQuestion.map { $0 + "; a larger search-limit may." } : nil
    return Finding(
      numbers: numbers, lists: lists,
      notes: [proof] + balance.undecidedLines
        + [balance.singleTiesSentence, balance.partsSentence, rest].compactMap(\.self)
        + ["Each pair of actors counts once, whatever the direction."],
      balance: balance, reading: .pairs)
  }

  private static func camps(_ balance: SignedBalance) -> FindingList {
    let rows = balance.parts.enumerated().flatMap { part, found in
      found.camps.enumerated().map { camp, actors -> [FindingCell] in
        [
          .count(part + 1), .count(camp + 1), .count(actors.count), .actors(actors),
          .actors(actors.filter(balance.isUndecided)),
        ]
      }
    }
    return FindingList(
      "camps",
      title: (balance.divisions?.count ?? 2) > 1 ? "The camps of one division of the best found" : "The camps",
      columns: [.numbers("part"), .numbers("camp"), .numbers("size"), .words("actors"), .words("undecided")],
      rows: rows)
  }

  private static func standings(_ balance: SignedBalance) -> FindingList {
    FindingList(
      "standings", title: "What each place rests on, the weakest first",
      columns: [
        .words("actor"), .words("camp"), .words("restsOn"), .words("against"),
        .numbers("margin", "cost of changing sides"),
      ],
      rows: balance.standings.map {
        [
          .actor($0.actor), .text($0.place(among: balance.parts.count)),
          .text($0.restsOn.joined(separator: " ")), .text($0.against.joined(separator: " ")), .number($0.margin),
        ]
      })
  }
}
