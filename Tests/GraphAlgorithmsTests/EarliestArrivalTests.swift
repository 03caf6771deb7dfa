import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Earliest arrival")
struct EarliestArrivalTests {
  @Suite("Known values")
  struct Known {
    @Test("Half-open times: an edge can be entered at its start and no longer at its end")
    func halfOpen() throws {
      let graph = try timed(3, [TimedEdge(0, 1, from: 5, until: 6), TimedEdge(1, 2, from: 3, until: 6)])
      #expect(try EarliestArrival(from: 0, at: 0).run(on: graph).times == [0, 5, 5])
      #expect(try EarliestArrival(from: 0, at: 5).run(on: graph).times == [5, 5, 5])
      #expect(try EarliestArrival(from: 0, at: 6).run(on: graph).times == [6, nil, nil])
      #expect(try EarliestArrival(from: 0, at: 0, transit: 1).run(on: graph).times == [0, 6, nil])
    }

    @Test("A tie that was over too soon carries nothing, however well connected the picture")
    func order() throws {
      let graph = try timed(3, [TimedEdge(0, 1, from: 5, until: 6), TimedEdge(1, 2, from: 3, until: 5)])
      let found = try EarliestArrival(from: 0, at: 0).run(on: graph)
      #expect(found.times == [0, 5, nil])
      #expect(found.steps(to: 2) == nil)
      #expect(found.steps(to: 0) == [])
      #expect(found.steps(to: 1) == [TimedStep(edge: 0, node: 1, departure: 5, arrival: 5)])
      #expect(
        try EarliestArrival(from: 2, at: 0).run(on: try timed(3, graph.edges, isDirected: false)).times == [5, 3, 0])
    }

    @Test("Ties that have always held and have no end")
    func open() throws {
      let always = TimedEdge(0, 1, from: TimedGraph.moments.lowerBound, until: TimedGraph.moments.upperBound)
      #expect(try EarliestArrival(from: 0, at: 17).run(on: try timed(2, [always])).times == [17, 17])
    }
  }

  @Suite("Properties and every node at every moment")
  struct Checker {
    @Test func randomGraphs() throws {
      for graph in try SlowTime.assortment() {
        for transit in 0...2 {
          for start in [0, 4] {
            let slow = SlowTime(graph: graph, transit: transit, moments: 0..<18).arrivals(from: 0, at: start)
            let found = try EarliestArrival(from: 0, at: start, transit: transit).run(on: graph)
            #expect(found.times == slow)
            for node in 0..<graph.nodeCount {
              guard let steps = found.steps(to: node) else { continue }
              #expect(graph.isWay(steps, from: 0, to: node, notBefore: start, transit: transit))
              #expect(steps.last?.arrival ?? start == found.times[node])
            }
            let order = randomOrder(graph.nodeCount, seed: 5)
            let copy = try EarliestArrival(from: order[0], at: start, transit: transit).run(on: graph.relabelled(order))
            #expect(order.map { copy.times[$0] } == found.times)
          }
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      #expect(throws: AlgorithmError.self) { try timed(2, [TimedEdge(0, 1, from: 5, until: 5)]) }
      #expect(throws: AlgorithmError.self) { try timed(2, [TimedEdge(0, 1, from: 0, until: .max)]) }
      let graph = try timed(1, [TimedEdge(0, 0, from: 0, until: 1)])
      #expect(try EarliestArrival(from: 0, at: 0).run(on: graph).times == [0])
      #expect(throws: AlgorithmError.self) { try EarliestArrival(from: 0, at: .min).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try EarliestArrival(from: 0, at: 0, transit: -1).run(on: graph) }
      #expect(throws: AlgorithmError.cancelled) { try EarliestArrival(from: 0, at: 0).run(on: graph, in: .cancelled) }
      expectTexts(EarliestArrival.summary, EarliestArrival.parameters.map(\.name), ["start", "transit"])
    }

    @Test("Edges are renumbered by their ends and times, and lead back to the input")
    func numbering() throws {
      let edges = [
        TimedEdge(2, 1, from: 0, until: 9), TimedEdge(0, 1, from: 3, until: 4), TimedEdge(0, 1, from: 1, until: 2),
      ]
      let graph = try timed(3, edges, isDirected: false)
      #expect(graph.inputPositions == [2, 1, 0])
      #expect(graph.edges[2] == TimedEdge(1, 2, from: 0, until: 9))
    }
  }
}

func timed(_ nodes: Int, _ edges: [TimedEdge], isDirected: Bool = true) throws -> TimedGraph {
  try TimedGraph(nodeCount: nodes, edges: edges, isDirected: isDirected)
}

func expectTexts(_ summary: AlgorithmSummary, _ names: [String], _ expected: [String]) {
  let texts = [summary.id, summary.title, summary.meaning, summary.formula, summary.complexity, summary.source]
  #expect(texts.allSatisfy { !$0.isEmpty })
  #expect(names == expected)
}
