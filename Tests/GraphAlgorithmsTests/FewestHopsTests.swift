import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Fewest steps in time")
struct FewestHopsTests {
  @Suite("Known values")
  struct Known {
    @Test("The way of fewest steps is later than the earliest way, or longer than the picture suggests")
    func waiting() throws {
      let direct = TimedEdge(0, 2, from: 9, until: 10)
      let graph = try timed(3, [TimedEdge(0, 1, from: 1, until: 2), TimedEdge(1, 2, from: 2, until: 3), direct])
      let found = try FewestHops(from: 0, at: 0).run(on: graph)
      #expect(found.hops == [0, 1, 1])
      #expect(found.ways[2]?.last?.arrival == 9)
      #expect(try EarliestArrival(from: 0, at: 0).run(on: graph).times[2] == 2)
    }

    @Test("A node first reached late in one step is of use early in two")
    func labels() throws {
      let edges = [
        TimedEdge(0, 2, from: 9, until: 10), TimedEdge(0, 1, from: 1, until: 2), TimedEdge(1, 2, from: 2, until: 3),
        TimedEdge(2, 3, from: 4, until: 5),
      ]
      let found = try FewestHops(from: 0, at: 0).run(on: try timed(4, edges))
      #expect(found.hops == [0, 1, 1, 3])
      #expect(found.ways[3]?.map(\.node) == [1, 2, 3])
    }
  }

  @Suite("Properties and every node at every moment")
  struct Checker {
    @Test func randomGraphs() throws {
      for graph in try SlowTime.assortment() {
        for transit in 0...2 {
          let slow = SlowTime(graph: graph, transit: transit, moments: 0..<18).hops(from: 0, at: 1)
          let found = try FewestHops(from: 0, at: 1, transit: transit).run(on: graph)
          for node in 0..<graph.nodeCount {
            let fewest = slow[node].min() ?? .max
            #expect(found.hops[node] == (fewest == .max ? nil : fewest))
            guard let steps = found.ways[node] else { continue }
            #expect(graph.isWay(steps, from: 0, to: node, notBefore: 1, transit: transit))
            #expect(steps.last?.arrival ?? 1 == slow[node].firstIndex(of: fewest).map { max($0, 1) })
          }
          let order = randomOrder(graph.nodeCount, seed: 5)
          let copy = try FewestHops(from: order[0], at: 1, transit: transit).run(on: graph.relabelled(order))
          #expect(order.map { copy.hops[$0] } == found.hops)
        }
      }
    }

    @Test("With ties that never end it is the search breadth first")
    func timeless() throws {
      for graph in RandomGraphs.assortment {
        let edges = graph.pairs.map { TimedEdge($0.source, $0.target, from: 0, until: 1) }
        let found = try FewestHops(from: 0, at: 0).run(
          on: try timed(graph.nodeCount, edges, isDirected: graph.isDirected))
        let steps = try BreadthFirst(from: 0).run(on: graph).distances
        #expect(found.hops.map { $0.map(Double.init) ?? .infinity } == steps)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      let graph = try timed(2, [])
      #expect(try FewestHops(from: 1, at: 0).run(on: graph).hops == [nil, 0])
      #expect(throws: AlgorithmError.self) { try FewestHops(from: 0, at: .max).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try FewestHops(from: 0, at: 0, transit: -1).run(on: graph) }
      #expect(throws: AlgorithmError.cancelled) { try FewestHops(from: 0, at: 0).run(on: graph, in: .cancelled) }
      expectTexts(FewestHops.summary, FewestHops.parameters.map(\.name), ["start", "transit"])
    }
  }
}
