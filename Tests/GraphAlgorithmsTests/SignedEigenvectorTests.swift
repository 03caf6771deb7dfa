import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Signed eigenvector")
struct SignedEigenvectorTests {
  @Suite("Known values")
  struct Known {
    // numpy 2.4.6: eigh(S + Sᵀ), largest eigenvalue, first six nodes; signs and signed strengths.
    @Test("In the monastery")
    func monastery() throws {
      let signs = [
        0.39856075279730846, 0.7963847245342435, 0.6531519737186787, -1.0, -0.5127964391970672, -0.8498262538370063,
      ]
      let bySigns = try SignedEigenvector(weight: .none).run(on: SignedGraphs.monastery)
      #expect(largestDifference(Array(bySigns.values.prefix(6)), signs) < 1e-10)
      let strengths = [
        0.4088173398760103, 0.7571652461526266, 0.643811157628959, -1.0, -0.44594255831537827, -0.7097235716375833,
      ]
      let byStrengths = try SignedEigenvector().run(on: SignedGraphs.monastery)
      #expect(largestDifference(Array(byStrengths.values.prefix(6)), strengths) < 1e-10)
      #expect(byStrengths.weights == .strength)
      #expect(byStrengths.convergence?.isConverged == true)
    }

    // numpy 2.4.6: eigh(A); the two sides have the same sum, so that node 0, of largest size, is positive.
    @Test("The published example of PN centrality")
    func tenNodes() throws {
      let expected = [
        1.0, 0.8253188888864373, 0.5740901670648616, 0.8253188888864373, 0.5150413416652281, -0.6955873184212441,
        -0.8514295196879126, -0.9355008923324911, -0.8196109083943166, -0.4376406476670004,
      ]
      let values = try SignedEigenvector().run(on: SignedGraphs.tenNodes).values
      let turned = values[0] < 0 ? values.map { -$0 } : values
      #expect(largestDifference(turned, expected) < 1e-10)
    }

    @Test("In a balanced graph the signs are the camps, and sizes those of the friendly graph")
    func balanced() throws {
      let friends = KnownGraphs.kite.replacing(columns: EdgeColumns(signs: [Int8](repeating: 1, count: 18)))
      let plain = try SignedEigenvector().run(on: friends).values
      let switched = try SignedEigenvector().run(on: friends.switched(at: 3).switched(at: 9)).values
      #expect(plain.allSatisfy { $0 > 0 })
      #expect(switched.indices.filter { switched[$0] < 0 } == [3, 9])
      #expect(largestDifference(switched.map { abs($0) }, plain) < 1e-9)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test func invariance() throws {
      try expectInvariance(of: SignedEigenvector(), on: SignedGraphs.monastery, tolerance: 1e-9)
      let scaled = try SignedEigenvector().run(on: SignedGraphs.monastery.scaled(by: 0.5)).values
      #expect(try SignedEigenvector().run(on: SignedGraphs.monastery).values == scaled)
    }
  }

  @Suite("Against its definition")
  struct Checker {
    @Test("A x = λ x, and no random vector does better")
    func definition() throws {
      var compared = 0
      for graph in SignedGraphs.all(4) + SignedGraphs.assortment {
        guard let x = try? SignedEigenvector(weight: .none).run(on: graph).values else { continue }
        var matrix = SlowSigned.matrix(graph)
        if graph.isDirected {
          let one = matrix
          matrix = one.indices.map { u in one.indices.map { one[u][$0] + one[$0][u] } }
        }
        let image = matrix.map { row in zip(row, x).reduce(0) { $0 + $1.0 * $1.1 } }
        let length = x.reduce(0) { $0 + $1 * $1 }
        let value = zip(image, x).reduce(0) { $0 + $1.0 * $1.1 } / length
        #expect(largestDifference(image, x.map { value * $0 }) < 1e-7)
        compared += 1
        var random = SeededGenerator(seed: 5)
        for _ in 0..<20 {
          let y = x.map { $0 + 0.2 * (random.nextUnit() - 0.5) }
          let yImage = matrix.map { row in zip(row, y).reduce(0) { $0 + $1.0 * $1.1 } }
          let other = zip(yImage, y).reduce(0) { $0 + $1.0 * $1.1 } / y.reduce(0) { $0 + $1 * $1 }
          #expect(other <= value + 1e-7)
        }
      }
      #expect(compared > 300)
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Refused without ties, and where two parts weigh the same")
    func undefined() throws {
      for isDirected in [false, true] {
        for graph in KnownGraphs.trivial(isDirected: isDirected) where graph.edgeCount == 0 || graph.nodeCount == 1 {
          let signed = graph.replacing(columns: EdgeColumns(signs: [Int8](repeating: 1, count: graph.edgeCount)))
          #expect(throws: AlgorithmError.self) { try SignedEigenvector().run(on: signed) }
        }
      }
      let twice = SignedGraphs.graph(nodes: 4, [[0, 1, 1], [2, 3, 1]])
      #expect(throws: AlgorithmError.self) { try SignedEigenvector().run(on: twice) }
    }

    @Test func refusals() {
      let graph = SignedGraphs.tenNodes
      #expect(throws: AlgorithmError.missingColumn(.sign)) { try SignedEigenvector().run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.self) { try SignedEigenvector(weight: .none, iterations: 2).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try SignedEigenvector(weight: .none, iterations: 0).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try SignedEigenvector(weight: .none, tolerance: 0).run(on: graph) }
      #expect(throws: AlgorithmError.cancelled) { try SignedEigenvector().run(on: graph, in: .cancelled) }
    }

    @Test func parameters() {
      expectParameters(
        of: SignedEigenvector(), ["weight": ["none"], "tolerance": ["1e-08"], "iterations": ["9"]])
    }
  }
}
