import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Every undirected graph of up to 6 nodes and every directed one of up to 4 against slow checkers, for the algorithms
/// whose own tests do not go through them; lengths and strengths from 1 to 4.
@Suite("All small graphs")
struct SmallGraphsTests {
  static let weighted = AllGraphs.small.filter { $0.nodeCount > 0 }.map(FormulaGraphs.weighted)

  @Test("There are 209 undirected and 239 directed graphs that numbers do not tell apart")
  func shapes() {
    // The numbers of graphs and digraphs: sequences A000088 and A000273 of the OEIS.
    let undirected = (0...6).map { count in AllGraphs.small.count { !$0.isDirected && $0.nodeCount == count } }
    let directed = (0...4).map { count in AllGraphs.small.count { $0.isDirected && $0.nodeCount == count } }
    #expect(undirected == [1, 1, 2, 4, 11, 34, 156])
    #expect(directed == [1, 1, 3, 16, 218])
    #expect(AllGraphs.small.allSatisfy { !$0.hasParallels })
  }

  @Test("Distances by Dijkstra, out, in and either way, are those of Floyd and Warshall")
  func dijkstra() throws {
    for graph in Self.weighted {
      for direction in EdgeDirection.allCases {
        let slow = SlowPaths(graph, direction, usesLengths: true).distances
        for source in [0, graph.nodeCount - 1] {
          let found = try Dijkstra(from: source, direction: direction).run(on: graph).distances
          #expect(found == slow[source], "\(graph.pairs)")
        }
      }
    }
  }

  @Test("The widest and the most reliable path are the best of all simple paths")
  func bestPaths() throws {
    for graph in Self.weighted {
      let strengths = graph.strengths ?? []
      let chances = strengths.map { $0 / 5 }
      let slow = SlowPaths(graph)
      let target = graph.nodeCount - 1
      guard target > 0 else { continue }
      let paths = slow.simplePaths(from: 0, to: target)
      let width = paths.map { path in path.edges.map { strengths[$0] }.min() ?? .infinity }.max()
      #expect(try WidestPath(from: 0, to: target).run(on: graph)?.width == width, "\(graph.pairs)")
      let chance = paths.map { path in path.edges.reduce(1.0) { $0 * chances[$1] } }.max()
      let route = try MostReliablePath(from: 0, to: target, probabilities: chances).run(on: graph)
      #expect((route == nil) == (chance == nil), "\(graph.pairs)")
      #expect(abs((route?.probability ?? 0) - (chance ?? 0)) <= 1e-12, "\(graph.pairs)")
    }
  }

  @Test("Strengths, with signs and without, are sums over the list of edges")
  func strengths() throws {
    for plain in Self.weighted {
      let values = plain.strengths ?? []
      let signs = plain.alternatelySigned.signs ?? []
      let signed = zip(signs, values).map { Double($0) * $1 }
      let graph = plain.replacing(columns: EdgeColumns(strengths: values, signs: signs, signedStrengths: signed))
      for (direction, takesOut, takesIn) in [(EdgeDirection.out, true, false), (.in, false, true), (.all, true, true)] {
        func sums(_ values: [Double]) -> [Double] {
          var sums = [Double](repeating: 0, count: graph.nodeCount)
          for (pair, value) in zip(graph.pairs, values) {
            if takesOut || !graph.isDirected { sums[pair.source] += value }
            if takesIn || !graph.isDirected { sums[pair.target] += value }
          }
          return sums
        }
        #expect(try Strength(direction: direction).run(on: graph).values == sums(values), "\(graph.pairs)")
        #expect(try SignedStrength(direction: direction).run(on: graph).values == sums(signed), "\(graph.pairs)")
      }
    }
  }

  @Test("Ways through time are those found by looking at every node at every moment")
  func time() throws {
    for graph in Self.weighted {
      let timed = try graph.timed()
      let slow = SlowTime(graph: timed, transit: 1, moments: 0..<14)
      let arrivals = slow.arrivals(from: 0, at: 0)
      #expect(try EarliestArrival(from: 0, at: 0, transit: 1).run(on: timed).times == arrivals, "\(graph.pairs)")
      let hops = slow.hops(from: 0, at: 0).map { row in row.last.flatMap { $0 < .max ? $0 : nil } }
      #expect(try FewestHops(from: 0, at: 0, transit: 1).run(on: timed).hops == hops, "\(graph.pairs)")
      let reached = Double(arrivals.count { $0 != nil } - 1)
      #expect(try TemporalReachability(at: 0, transit: 1).run(on: timed).values[0] == reached, "\(graph.pairs)")
      let last = graph.nodeCount - 1
      let latest = try LatestDeparture(to: 0, by: 7, transit: 1).run(on: timed).times[last]
      for (start, isInTime) in [(latest ?? 0, latest != nil), ((latest ?? -1) + 1, false)] where last > 0 {
        let arrival = slow.arrivals(from: last, at: start)[0]
        #expect((arrival.map { $0 <= 7 } ?? false) == isInTime, "\(graph.pairs)")
      }
    }
  }

  @Test("Approximate betweenness keeps the error it promises")
  func approximate() throws {
    for graph in AllGraphs.small where graph.nodeCount > 2 {
      let exact = try Betweenness().run(on: graph).values
      let found = try ApproximateBetweenness(epsilon: 0.1, delta: 0.01, seed: 9).run(on: graph).values
      #expect(largestDifference(found, exact) <= 0.1, "\(graph.pairs)")
    }
  }
}
