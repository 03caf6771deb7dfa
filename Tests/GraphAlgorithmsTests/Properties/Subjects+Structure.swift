import GraphAlgorithms
import GraphCore
import TestSupport

// Structure, signs, communities, time and comparison: what is known of each beforehand.

extension Subject {
  private static let merged: Traits = [.loopBlind, .mergesParallels]

  static let structure: [Subject] =
    components + [
      Subject("density", merged, mirror: "density", bothWays: 1) {
        Answer(numbers: [try Density().run(on: $0.graph, in: $0.context).density])
      },
      Subject("reciprocity", [.local, .loopBlind, .mergesParallels], mirror: "reciprocity", bothWays: 1) {
        Answer(numbers: [try Reciprocity().run(on: $0.graph, in: $0.context).reciprocity])
      },
      Subject("degree assortativity", .ignoresIsolated, mirror: "degree assortativity") {
        Answer(numbers: [try DegreeAssortativity().run(on: $0.graph, in: $0.context).coefficient])
      },
      Subject("degree assortativity, in to out", .ignoresIsolated, mirror: "degree assortativity, in to out") {
        let reverse = DegreeAssortativity(sourceDegree: .in, targetDegree: .out)
        return Answer(numbers: [try reverse.run(on: $0.graph, in: $0.context).coefficient])
      },
      Subject("degree distribution", mirror: "degree distribution") {
        Answer(numbers: try DegreeDistribution().run(on: $0.graph, in: $0.context).counts.map { Double($0) })
      },
      Subject("dyad census", merged, mirror: "dyad census", bothWays: 1) {
        let counts = try DyadCensus().run(on: $0.graph, in: $0.context)
        return Answer(numbers: [counts.mutual, counts.asymmetric, counts.null].map { Double($0) })
      },
      Subject("triad census", merged, bothWays: 1) {
        Answer(numbers: try TriadCensus().run(on: $0.graph, in: $0.context).counts.map { Double($0) })
      },
      Subject("rich club", [.loopBlind, .mergesParallels], mirror: "rich club", bothWays: 1) {
        Answer(numbers: try RichClub().run(on: $0.graph, in: $0.context).levels.map(\.share))
      },
      Subject("transitivity", [.ignoresIsolated, .loopBlind, .mergesParallels], mirror: "transitivity", bothWays: 1) {
        Answer(numbers: [try Transitivity().run(on: $0.graph, in: $0.context).transitivity])
      },
      Subject("triangles", Triangles(), .distance, mirror: "triangles", bothWays: 1),
      Subject("local clustering", LocalClustering(), .distance, mirror: "local clustering", bothWays: 1),
      Subject(
        "clustering by Barrat", LocalClustering(variant: .barrat), needs: .strengths, [.local, .loopBlind],
        mirror: "clustering by Barrat", bothWays: 1),
      Subject(
        "clustering by Onnela", LocalClustering(variant: .onnela), needs: .strengths, [.ignoresIsolated, .loopBlind],
        mirror: "clustering by Onnela", bothWays: 1),
    ]

  private static let components: [Subject] = [
    Subject("weak components", .distance, mirror: "weak components", bothWays: 1) {
      Answer(groups: try WeakComponents().run(on: $0.graph, in: $0.context))
    },
    Subject("strong components", .distance, mirror: "strong components", bothWays: 1) {
      Answer(groups: try StrongComponents().run(on: $0.graph, in: $0.context))
    },
    Subject("layers of the condensation", .distance, bothWays: 1) {
      let found = try Condensation().run(on: $0.graph, in: $0.context)
      return Answer(nodes: found.components.groups.map { Double(found.layers[Int($0)]) })
    },
  ]

  static let signed: [Subject] = [
    Subject("signed triangles", needs: .signs, [.local, .loopBlind], mirror: "signed triangles") {
      let found = try SignedTriangles().run(on: $0.graph, in: $0.context)
      return Answer(
        nodes: found.balancedAtNode.map { Double($0) }, numbers: [Double(found.balanced), Double(found.unbalanced)])
    },
    Subject("signed triad census", needs: .signs, .loopBlind) {
      Answer(numbers: try SignedTriadCensus().run(on: $0.graph, in: $0.context).classes.map { Double($0.count) })
    },
    Subject("frustration index", needs: .signs, .ignoresIsolated, mirror: "frustration index") {
      let found = try FrustrationIndex(weighing: .count).run(on: $0.graph, in: $0.context)
      return Answer(numbers: [found.index, found.lowerBound])
    },
    Subject(
      "frustration by strength", needs: [.signs, .strengths], .ignoresIsolated, strengths: 1,
      mirror: "frustration by strength"
    ) {
      let found = try FrustrationIndex(weighing: .strength).run(on: $0.graph, in: $0.context)
      return Answer(numbers: [found.index, found.lowerBound])
    },
    Subject("best divisions", needs: .signs, .ignoresIsolated, mirror: "best divisions") {
      let found = try FrustrationIndex(weighing: .count).run(on: $0.graph, in: $0.context)
      return Answer(numbers: [Double(found.divisions?.count ?? 0), Double(found.divisions?.undecided.count ?? 0)])
    },
    Subject("two camps", needs: .signs, .ignoresIsolated, mirror: "two camps") {
      let found = try TwoCampSplit(weighing: .count).run(on: $0.graph, in: $0.context)
      return Answer(numbers: [found.index, Double(found.frustratedEdges.count)])
    },
    Subject("PN centrality in", PNCentrality(direction: .in), needs: .signs, mirror: "PN centrality out", bothWays: 1),
    Subject("PN centrality out", PNCentrality(direction: .out), needs: .signs, mirror: "PN centrality in", bothWays: 1),
    Subject("signed eigenvector", SignedEigenvector(), needs: .signs, .ignoresIsolated, mirror: "signed eigenvector"),
    Subject("signed blockmodel", needs: .signs, .byNumber) {
      let found = try SignedBlockmodel(camps: 3, restarts: 10).run(on: $0.graph, in: $0.context)
      return Answer(numbers: [found.inconsistency], groups: found.partition)
    },
  ]

  static let groups: [Subject] = [
    Subject("modularity", [.ignoresIsolated, .asksRoles], mirror: "modularity", bothWays: 1) {
      let measure = Modularity(of: Partition(labels: $0.labels), signs: .ignored)
      return Answer(numbers: [try measure.run(on: $0.graph, in: $0.context).value])
    },
    Subject("signed modularity", needs: .signs, [.ignoresIsolated, .asksRoles], mirror: "signed modularity") {
      let measure = Modularity(of: Partition(labels: $0.labels), signs: .used)
      return Answer(numbers: [try measure.run(on: $0.graph, in: $0.context).value])
    },
    Subject("Leiden", .byNumber) {
      let found = try Leiden(signs: .ignored, runs: 3, seed: 5).run(on: $0.graph, in: $0.context)
      return Answer(numbers: [found.quality], groups: found.partition)
    },
    Subject("Leiden with signs", needs: .signs, .byNumber) {
      let found = try Leiden(signs: .used, runs: 3, seed: 5).run(on: $0.graph, in: $0.context)
      return Answer(numbers: [found.quality], groups: found.partition)
    },
    Subject("Louvain", .byNumber) {
      let found = try Louvain(signs: .ignored, runs: 3, seed: 5).run(on: $0.graph, in: $0.context)
      return Answer(numbers: [found.quality], groups: found.partition)
    },
    Subject("label propagation", .byNumber) {
      let graph = $0.graph.withStrengths($0.graph.strengths ?? [Double](repeating: 1, count: $0.graph.edgeCount))
      return Answer(groups: try LabelPropagation(seed: 5).run(on: graph, in: $0.context).partition)
    },
    Subject("Infomap", .byNumber) {
      let graph = $0.graph.withStrengths($0.graph.strengths ?? [Double](repeating: 1, count: $0.graph.edgeCount))
      let found = try Infomap(runs: 3, seed: 5).run(on: graph, in: $0.context)
      return Answer(numbers: [found.codeLength], groups: found.partition)
    },
    Subject("consensus", .byNumber) {
      let found = try ConsensusPartition(runs: 8, seed: 5).run(on: $0.graph, in: $0.context)
      return Answer(nodes: found.agreement, groups: found.partition)
    },
    Subject("CONCOR", .byNumber) {
      Answer(groups: try Concor().run(on: $0.graph, in: $0.context).partition)
    },
  ]

  static let others: [Subject] =
    comparisons + [
      Subject(
        "earliest arrival", needs: .lengths, [.asksRoles, .local, .loopBlind], lengths: nil, strengths: nil,
        alone: .infinity
      ) {
        let arrivals = try EarliestArrival(from: $0.first, at: 0).run(on: $0.graph.timed(), in: $0.context)
        return Answer(nodes: arrivals.times.map { $0.map { Double($0) } ?? .infinity })
      },
      Subject(
        "latest departure", needs: .lengths, [.asksRoles, .local, .loopBlind], lengths: nil, strengths: nil,
        alone: .infinity
      ) {
        let departures = try LatestDeparture(to: $0.first, by: 20).run(on: $0.graph.timed(), in: $0.context)
        return Answer(nodes: departures.times.map { $0.map { Double($0) } ?? .infinity })
      },
      Subject(
        "fewest hops in time", needs: .lengths, [.asksRoles, .local, .loopBlind], lengths: nil, strengths: nil,
        alone: .infinity
      ) {
        let hops = try FewestHops(from: $0.first, at: 0).run(on: $0.graph.timed(), in: $0.context)
        return Answer(nodes: hops.hops.map { $0.map { Double($0) } ?? .infinity })
      },
      Subject("temporal reachability", needs: .lengths, [.local, .loopBlind], lengths: nil, strengths: nil) {
        Answer(nodes: try TemporalReachability(at: 0).run(on: $0.graph.timed(), in: $0.context).values)
      },
    ]

  private static let comparisons: [Subject] = [
    Subject("DeltaCon", [.loopBlind, .asksRoles], strengths: nil) {
      Answer(numbers: [try DeltaCon(to: $0.without, weight: .none).run(on: $0.graph, in: $0.context).value])
    },
    Subject("NetSimile", [.loopBlind, .mergesParallels, .asksRoles]) {
      Answer(numbers: [try NetSimile(to: $0.without).run(on: $0.graph, in: $0.context).value])
    },
    Subject("portrait divergence", [.loopBlind, .mergesParallels, .asksRoles]) {
      Answer(numbers: [try PortraitDivergence(to: $0.without).run(on: $0.graph, in: $0.context).value])
    },
    Subject("Laplacian spectral distance", [.loopBlind, .asksRoles]) {
      let distance = LaplacianSpectralDistance(to: $0.without, weight: .none)
      return Answer(numbers: [try distance.run(on: $0.graph, in: $0.context).value])
    },
    Subject("turnover", [.ignoresIsolated, .asksRoles]) {
      let changes = try Turnover(since: $0.without).run(on: $0.graph, in: $0.context)
      let counts = [changes.kept.count, changes.appeared.count, changes.vanished.count]
      return Answer(numbers: counts.map { Double($0) })
    },
  ]
}

extension Question {
  /// The graph in which one node has lost its edges, to compare with.
  var without: CSRGraph { graph.stripping(nodes: [first]) }
}

extension CSRGraph {
  /// The edges in time: each holds from its length on for as long as its strength.
  func timed() throws -> TimedGraph {
    let times = zip(lengths ?? [], strengths ?? []).map { (start: Int($0), span: Int($1)) }
    let edges = zip(pairs, times).map { pair, time in
      TimedEdge(pair.source, pair.target, from: time.start, until: time.start + time.span)
    }
    return try TimedGraph(nodeCount: nodeCount, edges: edges, isDirected: isDirected)
  }
}
