import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Reach in time")
struct TemporalReachabilityTests {
  @Suite("Known values")
  struct Known {
    @Test("Order matters: the end of a chain reaches its beginning, not the other way")
    func chain() throws {
      let edges = [TimedEdge(0, 1, from: 5, until: 6), TimedEdge(1, 2, from: 3, until: 4)]
      let graph = try timed(3, edges, isDirected: false)
      #expect(try TemporalReachability().run(on: graph).values == [1, 2, 2])
      #expect(try TemporalReachability(side: .in).run(on: graph).values == [2, 2, 1])
      #expect(try TemporalReachability(at: 4).run(on: graph).values == [1, 1, 0])
    }
  }

  @Suite("Properties and every node at every moment")
  struct Checker {
    @Test func randomGraphs() throws {
      for graph in try SlowTime.assortment() {
        for transit in 0...1 {
          let slow = SlowTime(graph: graph, transit: transit, moments: 0..<18)
          let reached = (0..<graph.nodeCount).map { slow.arrivals(from: $0, at: 0).map { $0 != nil } }
          let out = reached.map { row in Double(row.count { $0 } - 1) }
          let arriving = reached.indices.map { node in Double(reached.count { $0[node] } - 1) }
          let measure = TemporalReachability(at: 0, transit: transit)
          let found = try measure.run(on: graph)
          #expect(found.values == out)
          #expect(try measure.run(on: graph, in: RunContext(threads: 4)) == found)
          #expect(try TemporalReachability(side: .in, at: 0, transit: transit).run(on: graph).values == arriving)
          let order = randomOrder(graph.nodeCount, seed: 5)
          let copy = try measure.run(on: graph.relabelled(order)).values
          #expect(order.map { copy[$0] } == found.values)
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      #expect(try TemporalReachability().run(on: try timed(0, [])).values == [])
      #expect(try TemporalReachability().run(on: try timed(2, [])).values == [0, 0])
      let graph = try timed(1, [TimedEdge(0, 0, from: 0, until: 1)])
      #expect(try TemporalReachability().run(on: graph).values == [0])
      #expect(throws: AlgorithmError.self) { try TemporalReachability(at: .max).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try TemporalReachability(transit: -1).run(on: graph) }
      #expect(throws: AlgorithmError.cancelled) { try TemporalReachability().run(on: graph, in: .cancelled) }
      expectTexts(
        TemporalReachability.summary, TemporalReachability.parameters.map(\.name), ["side", "start", "transit"])
    }
  }
}
