import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Signed triad census")
struct SignedTriadCensusTests {
  @Suite("Known values")
  struct Known {
    @Test("There are 10 undirected classes and 138 directed ones, as in the R package signnet")
    func classes() throws {
      let undirected = try SignedTriadCensus().run(on: SignedGraphs.tenNodes).classes
      #expect(
        undirected.map(\.name) == ["+++", "++-", "++0", "+--", "+-0", "+00", "---", "--0", "-00", "000"])
      #expect(undirected.reduce(0) { $0 + $1.count } == 120)
      let directed = try SignedTriadCensus().run(on: SignedGraphs.monastery).classes
      #expect(directed.count == 138)
      #expect(directed.reduce(0) { $0 + $1.count } == 816)
      #expect(directed.contains { $0.name == "++/++/++" } && directed.contains { $0.name == "00/00/00" })
    }

    @Test("The four closed triangles and what is left of them")
    func triangles() throws {
      let census = try SignedTriadCensus().run(
        on: SignedGraphs.graph(nodes: 3, [[0, 1, 1], [1, 2, -1], [0, 2, -1]]))
      #expect(census.count(of: "+--") == 1 && census.classes.reduce(0) { $0 + $1.count } == 1)
      let chain = try SignedTriadCensus().run(
        on: SignedGraphs.graph(nodes: 3, [[0, 1, 1], [1, 2, -1]], isDirected: true))
      #expect(chain.classes.filter { $0.count > 0 }.map(\.count) == [1])
      #expect(census.count(of: "no such class") == 0)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test(
      "Counts add up to all triads, whatever the order of edges, the numbers of nodes and the threads",
      arguments: SignedGraphs.assortment)
    func sums(graph: CSRGraph) throws {
      let census = try SignedTriadCensus().run(on: graph)
      let count = graph.nodeCount
      #expect(census.classes.reduce(0) { $0 + $1.count } == count * (count - 1) * (count - 2) / 6)
      #expect(try SignedTriadCensus().run(on: graph.shuffled(seed: 3)) == census)
      #expect(try SignedTriadCensus().run(on: graph.relabelled(randomOrder(count, seed: 8))) == census)
      #expect(try SignedTriadCensus().run(on: graph, in: RunContext(threads: 4)) == census)
    }

    @Test("Its closed classes are the signed triangles")
    func closed() throws {
      for graph in SignedGraphs.assortment where !graph.isDirected {
        let census = try SignedTriadCensus().run(on: graph)
        let triangles = try SignedTriangles().run(on: graph)
        #expect(census.count(of: "+++") == triangles.allFriendly && census.count(of: "++-") == triangles.oneHostile)
        #expect(census.count(of: "+--") == triangles.twoHostile && census.count(of: "---") == triangles.allHostile)
      }
    }
  }

  @Suite("Against all sets of three")
  struct Checker {
    @Test("All signed graphs of up to 4 nodes, all directed ones of 3, the monastery and random graphs")
    func graphs() throws {
      let directed = AllGraphs.directed(3).flatMap { graph in
        (0..<2).map { seed in
          graph.replacing(
            columns: EdgeColumns(signs: (0..<graph.edgeCount).map { ($0 + seed).isMultiple(of: 2) ? 1 : -1 }))
        }
      }
      let signed = (0...4).flatMap(SignedGraphs.all) + SignedGraphs.assortment + [SignedGraphs.monastery]
      for graph in signed + directed + AllGraphs.small.map(\.alternatelySigned) {
        let found = try SignedTriadCensus().run(on: graph).classes.filter { $0.count > 0 }
        let slow = SlowSigned.census(graph)
        #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.count) }) == slow)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Trivial graphs have no triads but of four nodes without ties")
    func trivial() throws {
      for isDirected in [false, true] {
        for graph in KnownGraphs.trivial(isDirected: isDirected) {
          let signed = graph.replacing(columns: EdgeColumns(signs: [Int8](repeating: 1, count: graph.edgeCount)))
          let total = graph.nodeCount == 4 ? 4 : 0
          #expect(try SignedTriadCensus().run(on: signed).classes.reduce(0) { $0 + $1.count } == total)
        }
      }
    }

    @Test("Signs must be there; more triads than can be counted are refused; stops when cancelled; has no options")
    func refusals() {
      #expect(throws: AlgorithmError.missingColumn(.sign)) { try SignedTriadCensus().run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.cancelled) {
        try SignedTriadCensus().run(on: SignedGraphs.tenNodes, in: .cancelled)
      }
      #expect(throws: AlgorithmError.self) {
        try SignedTriadCensus().run(
          on: CSRGraph(nodeCount: 2_000_001, edges: [], isDirected: true, columns: EdgeColumns(signs: [])))
      }
      expectParameters(of: SignedTriadCensus(), [:])
    }
  }
}

extension CSRGraph {
  /// The edges friendly and hostile by turns.
  var alternatelySigned: CSRGraph {
    replacing(columns: EdgeColumns(signs: (0..<edgeCount).map { $0.isMultiple(of: 2) ? 1 : -1 }))
  }
}
