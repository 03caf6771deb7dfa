import GraphAlgorithms
import GraphCore
import TestSupport

// Scores of nodes: what is known of each beforehand.

extension Subject {
  static let ties: [Subject] = [
    Subject("degree", Degree(), .local, mirror: "degree"),
    Subject("degree out", Degree(direction: .out), .local, mirror: "degree in", bothWays: 1),
    Subject("degree in", Degree(direction: .in), .local, mirror: "degree out", bothWays: 1),
    Subject("strength", Strength(), needs: .strengths, .local, strengths: 1, mirror: "strength"),
    Subject(
      "strength out", Strength(direction: .out), needs: .strengths, .local, strengths: 1, mirror: "strength in",
      bothWays: 1),
    Subject(
      "strength in", Strength(direction: .in), needs: .strengths, .local, strengths: 1, mirror: "strength out",
      bothWays: 1),
    Subject(
      "signed strength", SignedStrength(), needs: .signs, .local, strengths: 1, mirror: "signed strength"),
    Subject(
      "signed strength out", SignedStrength(direction: .out), needs: .signs, .local, strengths: 1,
      mirror: "signed strength in", bothWays: 1),
    Subject(
      "signed strength in", SignedStrength(direction: .in), needs: .signs, .local, strengths: 1,
      mirror: "signed strength out", bothWays: 1),
  ]

  static let distances: [Subject] =
    closeness("out", .out, mirror: "in") + closeness("in", .in, mirror: "out") + betweenness + [
      Subject("distances in sum", [.loopBlind, .mergesParallels], lengths: 1, mirror: "distances in sum", bothWays: 1) {
        let found = try Distances().run(on: $0.graph, in: $0.context)
        return Answer(numbers: [found.diameter ?? .infinity, found.meanDistance ?? .infinity])
      },
      Subject("efficiency", [.loopBlind, .mergesParallels], lengths: -1, mirror: "efficiency", bothWays: 1) {
        Answer(numbers: [try Distances().run(on: $0.graph, in: $0.context).efficiency])
      },
      Subject("global reaching", [.loopBlind, .mergesParallels]) {
        Answer(numbers: [try GlobalReachingCentrality().run(on: $0.graph, in: $0.context).value])
      },
      Subject("local reaching", LocalReachingCentrality(), [.loopBlind, .mergesParallels]),
    ]

  private static func closeness(_ way: String, _ direction: EdgeDirection, mirror: String) -> [Subject] {
    [
      Subject(
        "closeness \(way)", Closeness(direction: direction), [.loopBlind, .mergesParallels], lengths: -1,
        mirror: "closeness \(mirror)", bothWays: 1),
      Subject(
        "closeness within component \(way)", Closeness(direction: direction, scale: .component), .distance,
        lengths: -1, mirror: "closeness within component \(mirror)", bothWays: 1),
      Subject(
        "harmonic \(way)", HarmonicCloseness(direction: direction), .distance, lengths: -1,
        mirror: "harmonic \(mirror)", bothWays: 1),
      Subject(
        "harmonic by steps \(way)", HarmonicCloseness(direction: direction, metric: .steps), .distance,
        mirror: "harmonic by steps \(mirror)", bothWays: 1),
      Subject(
        "eccentricity \(way)", Eccentricity(direction: direction), .distance, lengths: 1,
        mirror: "eccentricity \(mirror)", bothWays: 1),
      Subject(
        "reach \(way)", ReachWithin(limit: 2, direction: direction), .distance, mirror: "reach \(mirror)",
        bothWays: 1),
    ]
  }

  private static let betweenness: [Subject] = [
    Subject("betweenness", Betweenness(scale: .pairs), [.local, .loopBlind], mirror: "betweenness", bothWays: 2),
    Subject(
      "betweenness by steps", Betweenness(scale: .pairs, metric: .steps), [.local, .loopBlind],
      mirror: "betweenness by steps", bothWays: 2),
    Subject("betweenness as fraction", Betweenness(), .loopBlind, mirror: "betweenness as fraction", bothWays: 1),
    Subject("stress", StressCentrality(), [.local, .loopBlind], mirror: "stress", bothWays: 2),
    Subject("edge betweenness", [.local], mirror: "edge betweenness") {
      Answer(edges: try EdgeBetweenness(scale: .pairs).run(on: $0.graph, in: $0.context).values)
    },
    Subject("group betweenness", [.local, .loopBlind, .asksRoles], mirror: "group betweenness", bothWays: 2) {
      let group = GroupBetweenness(of: [$0.first, $0.second], scale: .pairs)
      return Answer(numbers: [try group.run(on: $0.graph, in: $0.context).value])
    },
    Subject("subset betweenness", [.local, .loopBlind, .asksRoles], bothWays: 1) {
      let subset = SubsetBetweenness(from: [$0.first], to: [$0.second], scale: .pairs)
      return Answer(nodes: try subset.run(on: $0.graph, in: $0.context).values)
    },
    Subject("approximate betweenness", ApproximateBetweenness(epsilon: 0.2), .byNumber),
    Subject(
      "current-flow betweenness", CurrentFlowBetweenness(scale: .pairs), needs: .undirected, [.local, .loopBlind]),
    Subject(
      "current-flow closeness", CurrentFlowCloseness(scale: .component), needs: .undirected, [.local, .loopBlind],
      strengths: 1),
  ]

  static let walks: [Subject] = [
    Subject("eigenvector in", Eigenvector(direction: .in), .ignoresIsolated, mirror: "eigenvector out", bothWays: 1),
    Subject("eigenvector out", Eigenvector(direction: .out), .ignoresIsolated, mirror: "eigenvector in", bothWays: 1),
    Subject(
      "Katz in", Katz(alpha: 0.01, unit: .number), .local, strengths: nil, mirror: "Katz out", bothWays: 1, alone: 1),
    Subject(
      "Katz out", Katz(alpha: 0.01, unit: .number, direction: .out), .local, strengths: nil, mirror: "Katz in",
      bothWays: 1, alone: 1),
    Subject("Katz by share", Katz(), .ignoresIsolated, bothWays: 1, alone: 1),
    Subject("Bonacich power out", BonacichPower(), mirror: "Bonacich power in", bothWays: 1),
    Subject("Bonacich power in", BonacichPower(beta: 0.5, direction: .in), mirror: "Bonacich power out", bothWays: 1),
    Subject("Bonacich power, negative", BonacichPower(beta: -0.5), bothWays: 1),
    Subject("PageRank", PageRank(), bothWays: 1),
    Subject("personalised PageRank", [.ignoresIsolated, .asksRoles], bothWays: 1) {
      Answer(nodes: try PersonalisedPageRank(from: [$0.first, $0.second]).run(on: $0.graph, in: $0.context).values)
    },
    Subject("hubs", Hubs(scale: .largest), .ignoresIsolated, mirror: "authorities", bothWays: 1),
    Subject("authorities", Authorities(scale: .largest), .ignoresIsolated, mirror: "hubs", bothWays: 1),
    Subject("subgraph centrality", SubgraphCentrality(), needs: .undirected, .local, alone: 1),
    Subject("communicability", needs: .undirected, [.local, .asksRoles]) {
      let pairs = [NodePair($0.first, $0.second)]
      return Answer(numbers: try Communicability(between: pairs).run(on: $0.graph, in: $0.context).values)
    },
    Subject("effective resistance", needs: .undirected, [.local, .loopBlind, .asksRoles], strengths: -1) {
      let pairs = [NodePair($0.first, $0.second)]
      return Answer(numbers: try EffectiveResistance(between: pairs).run(on: $0.graph, in: $0.context).values)
    },
  ]

  static let position: [Subject] = [
    Subject("coreness", Coreness(), [.local, .loopBlind], mirror: "coreness"),
    Subject("coreness out", Coreness(direction: .out), [.local, .loopBlind], mirror: "coreness in", bothWays: 1),
    Subject("coreness in", Coreness(direction: .in), [.local, .loopBlind], mirror: "coreness out", bothWays: 1),
    Subject("constraint", BurtConstraint(), [.local, .loopBlind], mirror: "constraint", bothWays: 1),
    Subject("effective size", EffectiveSize(), [.local, .loopBlind], mirror: "effective size", bothWays: 1),
    Subject("Burt's efficiency", BurtEfficiency(), [.local, .loopBlind], mirror: "Burt's efficiency", bothWays: 1),
    Subject("hierarchy", BurtHierarchy(), [.local, .loopBlind], mirror: "hierarchy", bothWays: 1),
    Subject("trophic level", TrophicLevel(), needs: .directed, .local, alone: 1),
    Subject("VoteRank", VoteRank(), [.loopBlind, .byNumber]),
    Subject("brokerage", [.local, .loopBlind, .mergesParallels, .asksRoles], mirror: "brokerage in reverse") {
      Answer(nodes: try gatekeepers($0, .gatekeeper))
    },
    Subject("brokerage in reverse", [.local, .loopBlind, .mergesParallels, .asksRoles], mirror: "brokerage") {
      Answer(nodes: try gatekeepers($0, .representative))
    },
    Subject("key players who fragment", .byNumber) {
      let found = try KeyPlayerFragmentation(size: 2).run(on: $0.graph, in: $0.context)
      return Answer(numbers: [found.value])
    },
    Subject("key players who reach", .byNumber) {
      Answer(numbers: [try KeyPlayerReach(size: 2).run(on: $0.graph, in: $0.context).value])
    },
  ]

  private static func gatekeepers(_ question: Question, _ role: BrokerageRole) throws -> [Double] {
    let roles = try Brokerage(between: Partition(labels: question.labels)).run(on: question.graph, in: question.context)
    return roles.roles.first { $0.role == role }?.counts ?? []
  }
}
