import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Frustration index")
struct FrustrationIndexTests {
  @Suite("Known values")
  struct Known {
    @Test("All enemies: of a complete graph all but the largest cut", arguments: 1...9)
    func enemies(count: Int) throws {
      let complete = KnownGraphs.complete(count)
      let graph = complete.replacing(columns: EdgeColumns(signs: [Int8](repeating: -1, count: complete.edgeCount)))
      let found = try FrustrationIndex(weighing: .count).run(on: graph)
      #expect(found.index == Double(complete.edgeCount - (count * count) / 4))
      #expect(found.isOptimal)
      #expect(found.lowerBound == found.index)
      #expect(found.frustratedEdges.count == Int(found.index))
    }

    // P. Doreian, A. Mrvar, Social Networks 18 (1996) 149–168: half of 25 for two camps by strength.
    @Test("In the monastery 14 ties of 103, 25 by strength, with a proof")
    func monastery() throws {
      let found = try FrustrationIndex(weighing: .count).run(on: SignedGraphs.monastery)
      #expect(found.index == 14)
      #expect(found.isOptimal)
      #expect(found.camps.groups == [0, 0, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0])
      #expect(try FrustrationIndex(weighing: .strength).run(on: SignedGraphs.monastery).index == 25)
    }

    // Over all 2⁹ divisions, numpy 2.4.6.
    @Test("The published example of PN centrality has 5")
    func tenNodes() throws {
      #expect(try FrustrationIndex(weighing: .count).run(on: SignedGraphs.tenNodes).index == 5)
    }

    @Test("Three enemies: any two may stand together, in three divisions; nobody's camp is certain")
    func threeEnemies() throws {
      let graph = SignedGraphs.graph(nodes: 4, [[0, 1, -1], [0, 2, -1], [1, 2, -1]])
      let found = try FrustrationIndex().run(on: graph)
      let divisions = try #require(found.divisions)
      #expect(found.index == 1 && found.weighing == .count)
      #expect(divisions.count == 3 && divisions.isExact)
      #expect(divisions.sameCamp.isEmpty && divisions.undecided == [0, 1, 2])
      #expect(divisions.alwaysFrustrated.isEmpty && divisions.sometimesFrustrated == [0, 1, 2])
      #expect(found.sides[3] == 0, "without a signed tie in no camp")
      #expect(found.camps.groups[3] != found.camps.groups[0] && found.camps.groups[3] != found.camps.groups[2])
    }

    @Test("0.1 and 0.2 weigh as much as 0.3, though not in binary")
    func decimals() throws {
      let graph = CSRGraph(
        nodeCount: 4, edges: [NodePair(0, 1), NodePair(0, 2), NodePair(0, 3), NodePair(1, 3), NodePair(2, 3)],
        isDirected: false,
        columns: EdgeColumns(
          strengths: [0.1, 0.2, 0.3, 5, 5], signs: [1, 1, -1, 1, 1], signedStrengths: [0.1, 0.2, -0.3, 5, 5]))
      let found = try FrustrationIndex().run(on: graph)
      #expect(found.index == 0.3 && found.weighing == .strength)
      #expect(found.divisions?.count == 2 && found.divisions?.undecided == [0])
      #expect(found.divisions?.sameCamp == [[1, 2, 3]])
      #expect(found.margins[0] == 0)
    }

    @Test("Camps of parts without signed ties between them are apart, and their divisions are not multiplied")
    func parts() throws {
      let graph = SignedGraphs.graph(nodes: 6, [[0, 1, -1], [2, 3, 1], [3, 4, -1], [1, 2, 0]])
      let found = try FrustrationIndex().run(on: graph)
      #expect(found.divisions?.count == 1)
      #expect(found.parts.groups == [0, 0, 1, 1, 1, 2])
      #expect(found.camps.groups == [0, 1, 2, 2, 3, 4])
      #expect(found.divisions?.sameCamp == [[2, 3]] && found.divisions?.undecided == [])
    }

    @Test("Ten who fit both camps make 1024 divisions, sixty more than programs can count")
    func many() throws {
      func graph(_ loose: Int) -> CSRGraph {
        let enemies = [[Int]](repeating: [0, 1, -1], count: loose + 1)
        return SignedGraphs.graph(
          nodes: loose + 2, enemies + (2..<(loose + 2)).flatMap { [[0, $0, 1], [1, $0, 1]] })
      }
      let ten = try #require(try FrustrationIndex().run(on: graph(10)).divisions)
      #expect(ten.count == 1024 && ten.isExact)
      #expect(ten.undecided == Array(2..<12) && ten.boundSets.groups[0] == ten.boundSets.groups[1])
      let sixty = try #require(try FrustrationIndex().run(on: graph(60)).divisions)
      #expect(sixty.count == 1 << 53 && !sixty.isExact && sixty.isSettled)
      #expect(sixty.undecided == Array(2..<62))
    }

    @Test("Loops, parallels and both directions count each by itself")
    func parallels() throws {
      let graph = SignedGraphs.graph(nodes: 2, [[0, 1, 1], [0, 1, -1], [1, 0, 1], [0, 0, -1], [1, 1, 1]])
      let found = try FrustrationIndex(weighing: .count).run(on: graph)
      #expect(found.index == 2)
      #expect(found.isOptimal)
      #expect(found.frustratedEdges.count == 2)
      let directed = SignedGraphs.graph(nodes: 2, [[0, 1, 1], [1, 0, -1], [0, 0, -1]], isDirected: true)
      #expect(try FrustrationIndex(weighing: .count).run(on: directed).index == 2)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Turning all signs at a node changes nothing; frustrated edges make up the index")
    func switching() throws {
      for graph in SignedGraphs.assortment {
        let found = try FrustrationIndex(weighing: .count).run(on: graph)
        #expect(found.isOptimal)
        for node in [0, 3, 6] {
          #expect(try FrustrationIndex(weighing: .count).run(on: graph.switched(at: node)).index == found.index)
        }
        #expect(Double(found.frustratedEdges.count) == found.index)
        #expect(found.frustratedEdges == found.frustratedEdges.sorted())
        for part in found.parts.members() {
          #expect(Set(part.map { found.camps.groups[$0] }).count <= 2, "two camps in each part")
        }
        let groups = found.camps.groups.map { Int($0) }
        #expect(2 * SlowSigned.inconsistency(graph, groups) == found.index)
        let order = randomOrder(graph.nodeCount, seed: 4)
        #expect(try FrustrationIndex(weighing: .count).run(on: graph.relabelled(order)).index == found.index)
        if !graph.hasParallels {
          #expect(try FrustrationIndex(weighing: .count).run(on: graph.shuffled(seed: 4)) == found)
        }
      }
    }

    @Test("Without branches there are bounds, and the answer lies between them")
    func bounds() throws {
      let recipe = GraphRecipe(nodes: 24, edges: 110, isDirected: false)
      for seed in 0..<4 {
        let plain = RandomGraphs.graph(recipe, seed: UInt64(seed))
        let graph = plain.replacing(
          columns: EdgeColumns(signs: (0..<plain.edgeCount).map { ($0 * 7 + seed).isMultiple(of: 3) ? -1 : 1 }))
        let rough = try FrustrationIndex(weighing: .count, searchLimit: 0).run(on: graph)
        let exact = try FrustrationIndex(weighing: .count).run(on: graph)
        #expect(exact.isOptimal)
        #expect(rough.lowerBound <= exact.index && exact.index <= rough.index)
        #expect(rough.lowerBound > 0.6 * exact.index)
      }
    }

    @Test("24,000 ties end at the limit of steps, always at the same place, without a claim about divisions")
    func limit() throws {
      var random = SeededGenerator(seed: 5)
      let triples = (0..<24_000).map { _ in
        [random.nextIndex(below: 8000), random.nextIndex(below: 8000), random.nextIndex(below: 5) < 3 ? 1 : -1]
      }
      let graph = SignedGraphs.graph(nodes: 8000, triples)
      let found = try FrustrationIndex(searchLimit: 500).run(on: graph)
      #expect(!found.isOptimal && found.limit == .steps && found.divisions == nil)
      #expect(found.lowerBound > 0 && found.lowerBound < found.index)
      #expect(try FrustrationIndex(searchLimit: 500).run(on: graph, in: RunContext(threads: 4)) == found)
      let timed = try FrustrationIndex(searchLimit: 500, proofSeconds: 1).run(on: graph)
      #expect(timed.limit == .seconds && timed.index == found.index)
    }

    @Test("A network of 150 actors in two blocs with some quarrels is solved with a proof")
    func large() throws {
      var random = SeededGenerator(seed: 3)
      var triples: [[Int]] = []
      for u in 0..<150 {
        for _ in 0..<3 {
          let v = random.nextIndex(below: 150)
          guard u != v else { continue }
          let isFriendly = (u < 80) == (v < 80)
          let isOdd = random.nextIndex(below: 12) == 0
          triples.append([u, v, isFriendly != isOdd ? 1 : -1])
        }
      }
      let found = try FrustrationIndex(weighing: .count, searchLimit: 10_000).run(
        on: SignedGraphs.graph(nodes: 150, triples))
      #expect(found.isOptimal)
      #expect(found.index > 10)
    }
  }

  @Suite("Against all divisions into two")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in (0...4).flatMap(SignedGraphs.all) + AllGraphs.small.map(\.alternatelySigned) {
        let found = try FrustrationIndex(weighing: .count).run(on: graph)
        #expect(found.index == SlowSigned.frustration(graph))
        #expect(found.isOptimal)
      }
    }

    @Test("300 random networks of up to 12: least weight, number of best divisions, fixed pairs, by strength and count")
    func divisions() throws {
      for seed in 0..<300 {
        let network = Self.network(seed: seed)
        for weighing in [SignedWeighing.strength, .count] {
          let weights = weighing == .count ? network.tenths.map { $0.signum() } : network.tenths
          let slow = SlowSigned.bestDivisions(network.graph, weights: weights)
          let found = try FrustrationIndex(weighing: weighing, seed: UInt64(seed)).run(on: network.graph)
          let divisions = try #require(found.divisions, "\(seed)")
          let parts = try WeakComponents().run(on: network.graph)
          #expect(found.index == (weighing == .count ? Double(slow.least) : Double(slow.least) / 10), "\(seed)")
          #expect(divisions.count == slow.divisions.count >> parts.groupCount, "\(seed)")
          #expect(divisions.isExact && divisions.isSettled && found.limit == nil, "\(seed)")
          for u in 0..<network.graph.nodeCount {
            for v in 0..<u {
              let isBound = parts.groups[u] == parts.groups[v] && slow.isBound(u, v)
              #expect((divisions.boundSets.groups[u] == divisions.boundSets.groups[v]) == isBound, "\(seed)")
              let isTogether = isBound && slow.divisions[0][u] == slow.divisions[0][v]
              #expect(divisions.sameCamp.contains { $0.contains(u) && $0.contains(v) } == isTogether, "\(seed)")
            }
          }
          expectTies(found, divisions, slow, weights, network.graph)
          let again = try FrustrationIndex(weighing: weighing, seed: 77).run(on: network.graph)
          #expect(again.sides == found.sides && again.divisions == divisions, "the seed decides nothing: \(seed)")
        }
      }
    }

    /// A tie contradicts all best divisions, some, or none.
    private func expectTies(
      _ found: FrustrationResult, _ divisions: BestDivisions, _ slow: SlowDivisions, _ weights: [Int], _ graph: CSRGraph
    ) {
      for (edge, pair) in graph.pairs.enumerated() {
        let count = slow.divisions.count { ($0[pair.source] == $0[pair.target]) != (weights[edge] > 0) }
        #expect(divisions.alwaysFrustrated.contains(edge) == (count == slow.divisions.count))
        #expect(divisions.sometimesFrustrated.contains(edge) == (count > 0 && count < slow.divisions.count))
        #expect(!found.frustratedEdges.contains(edge) || count > 0)
      }
    }

    private struct RandomNetwork {
      let graph: CSRGraph
      /// The signed strengths, in tenths.
      let tenths: [Int]
    }

    /// Strengths are tenths, of few sizes or of many, so that sums are often equal and inexact in binary.
    private static func network(seed: Int) -> RandomNetwork {
      var random = SeededGenerator(seed: UInt64(seed))
      let nodes = 2 + random.nextIndex(below: 11)
      let recipe = GraphRecipe(
        nodes: nodes, edges: random.nextIndex(below: nodes * (nodes - 1) / 2 + 1), isDirected: false)
      let plain = RandomGraphs.graph(recipe, seed: UInt64(seed))
      let sizes = seed.isMultiple(of: 2) ? 4 : 30
      let tenths = (0..<plain.edgeCount).map { _ in
        (1 + random.nextIndex(below: sizes)) * (random.nextIndex(below: 5) < 2 ? -1 : 1)
      }
      let columns = EdgeColumns(
        strengths: tenths.map { 0.1 * Double(abs($0)) }, signs: tenths.map { Int8($0.signum()) },
        signedStrengths: tenths.map { 0.1 * Double($0) })
      return RandomNetwork(graph: plain.replacing(columns: columns), tenths: tenths)
    }

    @Test(
      "The same with strengths that are no decimals, very small or very large",
      arguments: [0.7319284756012345, 3e-9, 1e-300, 1.2345678901e15])
    func factors(factor: Double) throws {
      for seed in 0..<40 {
        let network = Self.network(seed: seed)
        let scaled = network.graph.replacing(
          columns: EdgeColumns(
            strengths: network.tenths.map { factor * Double(abs($0)) },
            signs: network.tenths.map { Int8($0.signum()) },
            signedStrengths: network.tenths.map { factor * Double($0) }))
        let found = try FrustrationIndex().run(on: scaled)
        let plain = try FrustrationIndex().run(on: network.graph)
        #expect(found.divisions == plain.divisions && found.sides == plain.sides, "\(seed)")
        #expect(abs(found.index - 10 * factor * plain.index) <= 1e-9 * found.index, "\(seed)")
      }
    }

    @Test func randomGraphs() throws {
      for graph in SignedGraphs.assortment where graph.nodeCount <= 12 {
        #expect(try FrustrationIndex(weighing: .count).run(on: graph).index == SlowSigned.frustration(graph))
        if let values = graph.signedStrengths {
          let found = try FrustrationIndex(weighing: .strength).run(on: graph)
          #expect(abs(found.index - SlowSigned.frustration(graph, values: values)) < 1e-9)
          #expect(found.isOptimal)
        }
      }
      for seed in 0..<15 {
        let plain = RandomGraphs.graph(GraphRecipe(nodes: 11, edges: 60, isDirected: false), seed: UInt64(seed))
        var random = SeededGenerator(seed: UInt64(seed))
        let graph = plain.replacing(
          columns: EdgeColumns(signs: (0..<plain.edgeCount).map { _ in random.nextIndex(below: 2) == 0 ? -1 : 1 }))
        let found = try FrustrationIndex(weighing: .count).run(on: graph)
        #expect(found.index == SlowSigned.frustration(graph))
        #expect(found.isOptimal)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Trivial graphs have nothing to be frustrated about")
    func trivial() throws {
      for isDirected in [false, true] {
        for graph in KnownGraphs.trivial(isDirected: isDirected) {
          let signed = graph.replacing(columns: EdgeColumns(signs: [Int8](repeating: 1, count: graph.edgeCount)))
          let found = try FrustrationIndex(weighing: .count).run(on: signed)
          #expect(found.index == 0 && found.isOptimal && found.share == 0)
        }
      }
    }

    @Test func refusals() {
      #expect(throws: AlgorithmError.missingColumn(.sign)) {
        try FrustrationIndex(weighing: .count).run(on: KnownGraphs.kite)
      }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try FrustrationIndex(weighing: .strength).run(on: SignedGraphs.tenNodes)
      }
      #expect(throws: AlgorithmError.self) { try FrustrationIndex(searchLimit: -1).run(on: SignedGraphs.tenNodes) }
      #expect(throws: AlgorithmError.cancelled) {
        try FrustrationIndex(weighing: .count).run(on: SignedGraphs.tenNodes, in: .cancelled)
      }
    }

    @Test func parameters() {
      let texts = [
        "weighing": ["strength", "count"], "search-limit": ["9"], "proof-seconds": ["7", "none"], "seed": ["4"],
      ]
      expectParameters(of: FrustrationIndex(), texts)
    }
  }
}
