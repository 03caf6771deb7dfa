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
      let found = try FrustrationIndex().run(on: graph)
      #expect(found.index == Double(complete.edgeCount - (count * count) / 4))
      #expect(found.isOptimal)
      #expect(found.lowerBound == found.index)
      #expect(found.frustratedEdges.count == Int(found.index))
    }

    // P. Doreian, A. Mrvar, Social Networks 18 (1996) 149–168: half of 25 for two camps by strength.
    @Test("In the monastery 14 ties of 103, 25 by strength, with a proof")
    func monastery() throws {
      let found = try FrustrationIndex().run(on: SignedGraphs.monastery)
      #expect(found.index == 14)
      #expect(found.isOptimal)
      #expect(found.camps.groups == [0, 0, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0])
      #expect(try FrustrationIndex(weight: .strengths).run(on: SignedGraphs.monastery).index == 25)
    }

    // Over all 2⁹ divisions, numpy 2.4.6.
    @Test("The published example of PN centrality has 5")
    func tenNodes() throws {
      #expect(try FrustrationIndex().run(on: SignedGraphs.tenNodes).index == 5)
    }

    @Test("Loops, parallels and both directions count each by itself")
    func parallels() throws {
      let graph = SignedGraphs.graph(nodes: 2, [[0, 1, 1], [0, 1, -1], [1, 0, 1], [0, 0, -1], [1, 1, 1]])
      let found = try FrustrationIndex().run(on: graph)
      #expect(found.index == 2)
      #expect(found.isOptimal)
      #expect(found.frustratedEdges.count == 2)
      let directed = SignedGraphs.graph(nodes: 2, [[0, 1, 1], [1, 0, -1], [0, 0, -1]], isDirected: true)
      #expect(try FrustrationIndex().run(on: directed).index == 2)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Turning all signs at a node changes nothing; frustrated edges make up the index")
    func switching() throws {
      for graph in SignedGraphs.assortment {
        let found = try FrustrationIndex().run(on: graph)
        #expect(found.isOptimal)
        for node in [0, 3, 6] {
          #expect(try FrustrationIndex().run(on: graph.switched(at: node)).index == found.index)
        }
        #expect(Double(found.frustratedEdges.count) == found.index)
        #expect(found.frustratedEdges == found.frustratedEdges.sorted())
        #expect(found.camps.groupCount <= 2)
        let groups = found.camps.groups.map { Int($0) }
        #expect(2 * SlowSigned.inconsistency(graph, groups) == found.index)
        let order = randomOrder(graph.nodeCount, seed: 4)
        #expect(try FrustrationIndex().run(on: graph.relabelled(order)).index == found.index)
        if !graph.hasParallels { #expect(try FrustrationIndex().run(on: graph.shuffled(seed: 4)) == found) }
      }
    }

    @Test("Without branches there are bounds, and the answer lies between them")
    func bounds() throws {
      let recipe = GraphRecipe(nodes: 24, edges: 110, isDirected: false)
      for seed in 0..<4 {
        let plain = RandomGraphs.graph(recipe, seed: UInt64(seed))
        let graph = plain.replacing(
          columns: EdgeColumns(signs: (0..<plain.edgeCount).map { ($0 * 7 + seed).isMultiple(of: 3) ? -1 : 1 }))
        let rough = try FrustrationIndex(searchLimit: 0).run(on: graph)
        let exact = try FrustrationIndex().run(on: graph)
        #expect(exact.isOptimal)
        #expect(rough.lowerBound <= exact.index && exact.index <= rough.index)
        #expect(rough.lowerBound > 0.6 * exact.index)
      }
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
      let found = try FrustrationIndex(searchLimit: 200).run(on: SignedGraphs.graph(nodes: 150, triples))
      #expect(found.isOptimal)
      #expect(found.index > 10)
    }
  }

  @Suite("Against all divisions into two")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in (0...4).flatMap(SignedGraphs.all) + AllGraphs.small.map(\.alternatelySigned) {
        let found = try FrustrationIndex().run(on: graph)
        #expect(found.index == SlowSigned.frustration(graph))
        #expect(found.isOptimal)
      }
    }

    @Test func randomGraphs() throws {
      for graph in SignedGraphs.assortment where graph.nodeCount <= 12 {
        #expect(try FrustrationIndex().run(on: graph).index == SlowSigned.frustration(graph))
        if let values = graph.signedStrengths {
          let found = try FrustrationIndex(weight: .strengths).run(on: graph)
          #expect(abs(found.index - SlowSigned.frustration(graph, values: values)) < 1e-9)
          #expect(found.isOptimal)
        }
      }
      for seed in 0..<15 {
        let plain = RandomGraphs.graph(GraphRecipe(nodes: 11, edges: 60, isDirected: false), seed: UInt64(seed))
        var random = SeededGenerator(seed: UInt64(seed))
        let graph = plain.replacing(
          columns: EdgeColumns(signs: (0..<plain.edgeCount).map { _ in random.nextIndex(below: 2) == 0 ? -1 : 1 }))
        let found = try FrustrationIndex().run(on: graph)
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
          let found = try FrustrationIndex().run(on: signed)
          #expect(found.index == 0 && found.isOptimal && found.share == 0)
        }
      }
    }

    @Test func refusals() {
      #expect(throws: AlgorithmError.missingColumn(.sign)) { try FrustrationIndex().run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try FrustrationIndex(weight: .strengths).run(on: SignedGraphs.tenNodes)
      }
      #expect(throws: AlgorithmError.self) { try FrustrationIndex(searchLimit: -1).run(on: SignedGraphs.tenNodes) }
      #expect(throws: AlgorithmError.cancelled) {
        try FrustrationIndex().run(on: SignedGraphs.tenNodes, in: .cancelled)
      }
    }

    @Test func parameters() {
      let texts = ["weight": ["strengths"], "search-limit": ["9"], "seed": ["4"]]
      expectParameters(of: FrustrationIndex(), texts)
    }
  }
}
