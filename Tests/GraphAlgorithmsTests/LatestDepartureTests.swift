import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Latest departure")
struct LatestDepartureTests {
  @Suite("Known values")
  struct Known {
    @Test("Back along a chain, with and without time for each step")
    func chain() throws {
      let graph = try timed(3, [TimedEdge(0, 1, from: 2, until: 6), TimedEdge(1, 2, from: 3, until: 5)])
      #expect(try LatestDeparture(to: 2, by: 9).run(on: graph).times == [4, 4, 9])
      #expect(try LatestDeparture(to: 2, by: 9, transit: 1).run(on: graph).times == [3, 4, 9])
      #expect(try LatestDeparture(to: 2, by: 3).run(on: graph).times == [3, 3, 3])
      #expect(try LatestDeparture(to: 2, by: 2).run(on: graph).times == [nil, nil, 2])
    }
  }

  @Suite("Properties and every node at every moment")
  struct Checker {
    @Test("One moment later nothing would arrive in time")
    func randomGraphs() throws {
      for graph in try SlowTime.assortment() {
        for transit in 0...2 {
          let deadline = 8
          let found = try LatestDeparture(to: 0, by: deadline, transit: transit).run(on: graph)
          let slow = SlowTime(graph: graph, transit: transit, moments: 0..<18)
          for node in 1..<graph.nodeCount {
            let latest = (0...deadline).last { start in
              slow.arrivals(from: node, at: start)[0].map { $0 <= deadline } ?? false
            }
            #expect(found.times[node] == latest)
            guard let steps = found.steps(from: node), let time = found.times[node] else { continue }
            #expect(graph.isWay(steps, from: node, to: 0, notBefore: time, transit: transit))
            #expect(steps.last.map { $0.arrival <= deadline } ?? true)
          }
          let order = randomOrder(graph.nodeCount, seed: 5)
          let copy = try LatestDeparture(to: order[0], by: deadline, transit: transit).run(on: graph.relabelled(order))
          #expect(order.map { copy.times[$0] } == found.times)
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      let graph = try timed(2, [])
      #expect(try LatestDeparture(to: 1, by: 0).run(on: graph).times == [nil, 0])
      #expect(throws: AlgorithmError.self) { try LatestDeparture(to: 0, by: .max).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try LatestDeparture(to: 0, by: 0, transit: -1).run(on: graph) }
      #expect(throws: AlgorithmError.cancelled) { try LatestDeparture(to: 0, by: 0).run(on: graph, in: .cancelled) }
      expectTexts(LatestDeparture.summary, LatestDeparture.parameters.map(\.name), ["deadline", "transit"])
    }
  }
}
