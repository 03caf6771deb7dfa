import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Maximum flow")
struct MaximumFlowTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: maximum_flow(G, 0, 5) gives 23, as does the textbook (Cormen et al., chapter on maximum flow).
    @Test("The textbook network carries 23")
    func textbook() throws {
      let graph = textbookNetwork
      let flow = try MaximumFlow(from: 0, to: 5).run(on: graph)
      #expect(flow.value == 23)
      #expect(flow.flows.count == 10)
    }

    // NetworkX 3.6.1: maximum_flow_value(lesmis, s, t, capacity="weight"); python-igraph 1.0.0 maxflow_value agrees.
    @Test("Les Misérables: 50 from Valjean to Gavroche, 7 to the last, 47 between Javert and Enjolras")
    func lesMiserables() throws {
      let graph = KnownGraphs.lesMiserables
      #expect(try MaximumFlow(from: 11, to: 48).run(on: graph).value == 50)
      #expect(try MaximumFlow(from: 0, to: 76).run(on: graph).value == 7)
      #expect(try MaximumFlow(from: 27, to: 62).run(on: graph).value == 47)
    }

    @Test("Closed forms: complete graph n − 1, path 1, nothing between components")
    func closedForms() throws {
      #expect(try MaximumFlow(from: 0, to: 5).run(on: KnownGraphs.complete(6)).value == 5)
      #expect(try MaximumFlow(from: 0, to: 8).run(on: KnownGraphs.path(9)).value == 1)
      #expect(try MaximumFlow(from: 8, to: 0).run(on: KnownGraphs.path(9, isDirected: true)).value == 0)
      #expect(try MaximumFlow(from: 0, to: 11).run(on: KnownGraphs.florentine).value == 0)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Nothing is lost on the way, nothing carries more than its strength", arguments: RandomGraphs.assortment)
    func conservation(graph: CSRGraph) throws {
      let flow = try MaximumFlow(from: 0, to: graph.nodeCount - 1).run(on: graph)
      var balance = [Double](repeating: 0, count: graph.nodeCount)
      for (edge, pair) in graph.pairs.enumerated() {
        let amount = flow.flows[edge]
        #expect(amount <= graph.strengths?[edge] ?? 1)
        #expect(amount >= (graph.isDirected ? 0 : -(graph.strengths?[edge] ?? 1)))
        balance[pair.source] -= amount
        balance[pair.target] += amount
      }
      #expect(balance[0] == -flow.value)
      #expect(balance[graph.nodeCount - 1] == flow.value)
      #expect(balance.dropFirst().dropLast().allSatisfy { $0 == 0 })
    }

    @Test("Other numbers, other order, reversal, scale", arguments: RandomGraphs.assortment)
    func changes(graph: CSRGraph) throws {
      let last = graph.nodeCount - 1
      let value = try MaximumFlow(from: 0, to: last).run(on: graph).value
      let order = randomOrder(graph.nodeCount, seed: 3)
      #expect(try MaximumFlow(from: order[0], to: order[last]).run(on: graph.relabelled(order)).value == value)
      #expect(try MaximumFlow(from: 0, to: last).run(on: graph.shuffled(seed: 4)).value == value)
      #expect(try MaximumFlow(from: last, to: 0).run(on: graph.reversed().graph).value == value)
      let factor: Double = graph.strengths == nil ? 1 : 4
      #expect(try MaximumFlow(from: 0, to: last).run(on: graph.scaled(by: 4)).value == factor * value)
      #expect(try MaximumFlow(from: 0, to: last).run(on: graph.withIsolatedNode()).value == value)
    }
  }

  @Suite("Against the least of all cuts")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small where graph.nodeCount > 1 {
        let weighted = FormulaGraphs.weighted(graph)
        #expect(try MaximumFlow(from: 0, to: 1).run(on: weighted).value == leastCut(weighted, 0, 1))
      }
    }

    @Test func randomGraphs() throws {
      for graph in RandomGraphs.assortment where graph.nodeCount < 12 {
        #expect(try MaximumFlow(from: 2, to: 5).run(on: graph).value == leastCut(graph, 2, 5))
      }
    }

    private func leastCut(_ graph: CSRGraph, _ source: Int, _ target: Int) -> Double {
      sides(graph.nodeCount, with: source, without: target).map { cutValue(graph, $0) }.min() ?? .nan
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Equal ends, missing and unfit strengths")
    func refusals() {
      #expect(throws: AlgorithmError.self) { try MaximumFlow(from: 1, to: 1).run(on: KnownGraphs.path(3)) }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try MaximumFlow(from: 0, to: 1, weight: .strengths).run(on: KnownGraphs.path(3))
      }
      for bad in [0, -1, .nan, .infinity] as [Double] {
        let graph = KnownGraphs.path(3).withStrengths([1, bad])
        #expect(throws: AlgorithmError.self) { try MaximumFlow(from: 0, to: 1).run(on: graph) }
      }
      let huge = KnownGraphs.path(3).withStrengths([.greatestFiniteMagnitude, 1])
      #expect(throws: AlgorithmError.self) { try MaximumFlow(from: 0, to: 1).run(on: huge) }
    }

    @Test("Two isolated nodes, loops only")
    func trivial() throws {
      let apart = FormulaGraphs.graph(2, [])
      #expect(try MaximumFlow(from: 0, to: 1).run(on: apart).value == 0)
      #expect(try MaximumFlow(from: 0, to: 1).run(on: FormulaGraphs.graph(2, [(0, 0), (1, 1)])).value == 0)
    }

    @Test("Stops when cancelled; options are set from text")
    func cancelled() {
      #expect(throws: AlgorithmError.cancelled) {
        try MaximumFlow(from: 0, to: 9).run(on: KnownGraphs.kite, in: .cancelled)
      }
      expectParameters(of: MaximumFlow(from: 0, to: 1), ["weight": ["automatic", "none", "strengths"]])
    }
  }
}

/// The network of the textbook by Cormen, Leiserson, Rivest and Stein.
let textbookNetwork: CSRGraph = {
  let ends = [(0, 1), (0, 2), (1, 2), (1, 3), (2, 1), (2, 4), (3, 2), (3, 5), (4, 3), (4, 5)]
  return FormulaGraphs.graph(6, ends, isDirected: true).withStrengths([16, 13, 10, 12, 4, 14, 9, 20, 7, 4])
}()
