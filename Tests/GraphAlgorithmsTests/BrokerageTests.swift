import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Brokerage roles")
struct BrokerageTests {
  @Suite("Known values")
  struct Known {
    @Test("One broker in each role, by the blocs of the two others")
    func roles() throws {
      let chain = KnownGraphs.path(3, isDirected: true)
      let cases: [BrokerageRole: [String]] = [
        .coordinator: ["a", "a", "a"], .consultant: ["b", "a", "b"], .representative: ["a", "a", "b"],
        .gatekeeper: ["b", "a", "a"], .liaison: ["a", "b", "c"],
      ]
      for (role, labels) in cases {
        let result = try Brokerage(between: Partition(labels: labels)).run(on: chain)
        for other in BrokerageRole.allCases {
          #expect(result[other].counts == [0, other == role || other == .total ? 1 : 0, 0])
        }
      }
    }

    // By the formulas of Gould and Fernandez (1989): d = 12/56, q = d²(1 − d), blocs of 4 and 4.
    @Test("What chance gives in two blocs of four")
    func chance() throws {
      let blocs = Partition(labels: [0, 0, 0, 0, 1, 1, 1, 1])
      let result = try Brokerage(between: blocs).run(on: CentralityExamples.directed)
      let density = 12.0 / 56
      let open = density * density * (1 - density)
      #expect(abs(result.density - density) < 1e-15)
      #expect(abs(result[.coordinator].expected[0] - 6 * open) < 1e-15)
      #expect(abs(result[.consultant].expected[0] - 12 * open) < 1e-15)
      #expect(abs(result[.gatekeeper].expected[7] - 12 * open) < 1e-15)
      #expect(result[.liaison].expected == [Double](repeating: 0, count: 8))
      #expect(result[.liaison].z == [Double](repeating: 0, count: 8))
      #expect(abs(result[.total].expected[3] - 42 * open) < 1e-14)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Roles add up to the total; turned round, representatives are gatekeepers; order and threads change nothing")
    func sums() throws {
      for graph in RandomGraphs.assortment {
        let algorithm = Brokerage(between: Partition(labels: (0..<graph.nodeCount).map { $0 % 3 }))
        let result = try algorithm.run(on: graph)
        for values in [result.roles.map(\.counts), result.roles.map(\.expected)] {
          let added = values.dropLast().reduce([Double](repeating: 0, count: graph.nodeCount)) { zip($0, $1).map(+) }
          #expect(largestDifference(added, values[5]) < 1e-10)
        }
        #expect(try algorithm.run(on: graph, in: RunContext(threads: 4)) == result)
        #expect(try algorithm.run(on: graph.shuffled(seed: 3)) == result)
        let reversed = try algorithm.run(on: graph.reversed().graph)
        #expect(reversed[.gatekeeper].counts == result[.representative].counts)
        #expect(reversed[.liaison].counts == result[.liaison].counts)
        if !graph.isDirected { #expect(result[.gatekeeper].counts == result[.representative].counts) }
      }
    }
  }

  @Suite("Against all triples, and all graphs")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let blocs = Partition(labels: (0..<graph.nodeCount).map { [0, 0, 1, 2, 1][$0 % 5] })
        let result = try Brokerage(between: blocs).run(on: graph)
        for (index, role) in BrokerageRole.allCases.enumerated() {
          #expect(result[role].counts == slow(graph, blocs)[index])
        }
      }
    }

    @Test("Mean and deviation are those over all graphs of four nodes, each as likely as any other")
    func directedNull() throws {
      let some = CSRGraph(
        nodeCount: 4, edges: CentralityExamples.pairs([0, 1, 0, 2, 1, 2, 2, 3, 3, 0, 3, 1]), isDirected: true)
      try checkNull(of: AllGraphs.directed(4), on: some)
    }

    @Test("On undirected graphs edges are drawn, not arcs")
    func undirectedNull() throws {
      let some = CSRGraph(
        nodeCount: 5, edges: CentralityExamples.pairs([0, 1, 0, 2, 1, 2, 2, 3, 3, 4]), isDirected: false)
      try checkNull(of: AllGraphs.undirected(5), on: some)
    }

    private func checkNull(of graphs: [CSRGraph], on half: CSRGraph) throws {
      let blocs = Partition(labels: Array([0, 0, 1, 2, 2].prefix(half.nodeCount)))
      let result = try Brokerage(between: blocs).run(on: half)
      #expect(result.density == 0.5)
      let zeros = BrokerageRole.allCases.map { _ in [Double](repeating: 0, count: half.nodeCount) }
      var sums = zeros
      var squares = zeros
      for graph in graphs {
        for (role, counts) in slow(graph, blocs).enumerated() {
          for node in counts.indices {
            sums[role][node] += counts[node]
            squares[role][node] += counts[node] * counts[node]
          }
        }
      }
      for (index, role) in BrokerageRole.allCases.enumerated() {
        for node in 0..<half.nodeCount {
          let mean = sums[index][node] / Double(graphs.count)
          let variance = squares[index][node] / Double(graphs.count) - mean * mean
          #expect(abs(result[role].expected[node] - mean) < 1e-12)
          #expect(abs(result[role].deviation[node] * result[role].deviation[node] - variance) < 1e-12)
        }
      }
    }

    private func slow(_ graph: CSRGraph, _ blocs: Partition) -> [[Double]] {
      let count = graph.nodeCount
      var isTie = [Bool](repeating: false, count: count * count)
      for node in 0..<count { for other in graph.neighbors(of: node) { isTie[node * count + Int(other)] = true } }
      var counts = BrokerageRole.allCases.map { _ in [Double](repeating: 0, count: count) }
      let groups = blocs.groups
      for i in 0..<count {
        for j in 0..<count where j != i && isTie[i * count + j] {
          for k in 0..<count where k != i && k != j && isTie[j * count + k] && !isTie[i * count + k] {
            counts[5][j] += 1
            if groups[i] == groups[j] && groups[j] == groups[k] {
              counts[0][j] += 1
            } else if groups[i] == groups[k] {
              counts[1][j] += 1
            } else if groups[i] == groups[j] {
              counts[2][j] += 1
            } else if groups[j] == groups[k] {
              counts[3][j] += 1
            } else {
              counts[4][j] += 1
            }
          }
        }
      }
      return counts
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Trivial graphs have nothing to broker")
    func trivial() throws {
      for isDirected in [false, true] {
        for graph in KnownGraphs.trivial(isDirected: isDirected) {
          let blocs = Partition(labels: Array(0..<graph.nodeCount))
          let result = try Brokerage(between: blocs).run(on: graph)
          #expect(result.roles.allSatisfy { $0.counts.allSatisfy { $0 == 0 } && $0.z.allSatisfy { !$0.isNaN } })
          #expect(result.roles.allSatisfy { $0.counts.count == graph.nodeCount })
        }
      }
    }

    @Test("Blocs of other nodes are refused")
    func options() {
      #expect(throws: AlgorithmError.self) { try Brokerage(between: Partition(labels: [1])).run(on: KnownGraphs.kite) }
      expectCancelled(Brokerage(between: Partition(labels: Array(0..<10))))
      expectParameters(of: Brokerage(between: Partition(labels: [Int]())), [:])
    }
  }
}
