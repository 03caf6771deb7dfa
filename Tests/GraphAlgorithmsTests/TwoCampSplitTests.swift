import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Two camps")
struct TwoCampSplitTests {
  @Suite("Known values")
  struct Known {
    @Test("Camps, and how firmly nodes belong to them")
    func camps() throws {
      let graph = SignedGraphs.graph(
        nodes: 5, [[0, 1, 1], [1, 2, -1], [0, 2, -1], [2, 3, 1], [3, 4, 1], [4, 2, 1]])
      let found = try TwoCampSplit(weighing: .count).run(on: graph)
      #expect(found.camps.groups == [0, 0, 1, 1, 1])
      #expect(found.margins == [2, 2, 4, 2, 2])
      #expect(found.isOptimal && found.index == 0 && found.frustratedEdges.isEmpty)
      #expect(found.parts.groupCount == 1)
    }

    // The two camps of the least frustration, over all 2¹⁷ divisions in numpy 2.4.6; Sampson's Loyal Opposition, and
    // the Young Turks with the Outcasts.
    @Test("In the monastery")
    func monastery() throws {
      let found = try TwoCampSplit(weighing: .count).run(on: SignedGraphs.monastery)
      #expect(found.camps.groups == [0, 0, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0])
      #expect(found.index == 14 && found.isOptimal)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("As good as the frustration index, and nobody gains by changing sides", arguments: SignedGraphs.assortment)
    func margins(graph: CSRGraph) throws {
      let found = try TwoCampSplit(weighing: .count).run(on: graph)
      let index = try FrustrationIndex(weighing: .count).run(on: graph)
      #expect(found.index == index.index && found.camps == index.camps)
      #expect(found.frustratedEdges == index.frustratedEdges)
      #expect(found.margins.allSatisfy { $0 >= 0 })
      let groups = index.sides.map { Int($0) }
      #expect(
        SlowSigned.inconsistency(graph, groups) == SlowSigned.inconsistency(graph, found.camps.groups.map { Int($0) }))
      for node in groups.indices {
        var changed = groups
        changed[node] = -groups[node]
        let cost = 2 * SlowSigned.inconsistency(graph, changed) - 2 * SlowSigned.inconsistency(graph, groups)
        #expect(found.margins[node] == cost)
      }
      #expect(try TwoCampSplit(weighing: .count).run(on: graph, in: RunContext(threads: 4)) == found)
    }
  }

  @Suite("Against all divisions into two")
  struct Checker {
    @Test("All signed graphs of up to 4 nodes, and all graphs of up to 6 with signs by turns")
    func graphs() throws {
      for graph in (1...4).flatMap(SignedGraphs.all) + AllGraphs.small.map(\.alternatelySigned) {
        let found = try TwoCampSplit(weighing: .count).run(on: graph)
        #expect(found.index == SlowSigned.frustration(graph))
        let groups = found.camps.groups.map { Int($0) }
        #expect(2 * SlowSigned.inconsistency(graph, groups) == found.index)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("On trivial graphs there is one camp at most, and nobody without a tie is in it")
    func trivial() throws {
      for isDirected in [false, true] {
        for graph in KnownGraphs.trivial(isDirected: isDirected) {
          let signed = graph.replacing(columns: EdgeColumns(signs: [Int8](repeating: 1, count: graph.edgeCount)))
          let found = try TwoCampSplit(weighing: .count).run(on: signed)
          let tied = Set(graph.pairs.filter { $0.source != $0.target }.flatMap { [$0.source, $0.target] })
          let camps = found.camps.members()
          #expect(camps.allSatisfy { Set($0) == tied || ($0.count == 1 && !tied.contains($0[0])) })
        }
      }
    }

    @Test("Signs, and strengths where asked for, must be there; stops when cancelled; options are set from text")
    func refusals() {
      #expect(throws: AlgorithmError.missingColumn(.sign)) {
        try TwoCampSplit(weighing: .count).run(on: KnownGraphs.kite)
      }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try TwoCampSplit(weighing: .strength).run(on: SignedGraphs.tenNodes)
      }
      expectCancelled(TwoCampSplit(), on: SignedGraphs.tenNodes)
      expectParameters(
        of: TwoCampSplit(),
        ["weighing": ["strength", "count"], "search-limit": ["9"], "proof-seconds": ["7", "none"], "seed": ["4"]])
    }
  }
}
