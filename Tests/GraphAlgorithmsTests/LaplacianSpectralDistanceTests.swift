import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Laplacian spectral distance")
struct LaplacianSpectralDistanceTests {
  @Suite("Known values")
  struct Known {
    @Test("Closed forms: star 0, 1 … 1, n; complete graph 0, n … n; path of three 0, 1, 3; square 0, 2, 2, 4")
    func closedForms() throws {
      #expect(abs(try distance(KnownGraphs.complete(3), KnownGraphs.path(3)) - 2) < 1e-14)
      #expect(abs(try distance(KnownGraphs.complete(5), KnownGraphs.star(4)) - Double(48).squareRoot()) < 1e-13)
      #expect(abs(try distance(KnownGraphs.cycle(4), FormulaGraphs.graph(4, [])) - Double(24).squareRoot()) < 1e-13)
      let even = LaplacianSpectralDistance(to: KnownGraphs.complete(4), matrix: .normalized)
      // Complete graph 0, 4/3, 4/3, 4/3; square 0, 1, 1, 2.
      #expect(abs(try even.run(on: KnownGraphs.cycle(4)).value - (Double(6) / 9).squareRoot()) < 1e-14)
    }

    // NetworkX 3.6.1 laplacian_matrix and normalized_laplacian_matrix, numpy 2.4.6 linalg.eigvalsh.
    @Test("Karate club without ties 1–2 and 33–34; Les Misérables without its weakest ties")
    func frozen() throws {
      #expect(abs(try distance(KnownGraphs.karate, karateWithoutTwo) - 1.7667795624076736) < 1e-12)
      #expect(abs(try distance(KnownGraphs.karate, karateWithoutTwo, .normalized) - 0.08629630778612361) < 1e-13)
      let novel = KnownGraphs.lesMiserables
      #expect(abs(try distance(novel, novelWithoutWeak) - 28.415007683499386) < 1e-11)
      #expect(abs(try distance(novel, novelWithoutWeak, .normalized) - 3.5500362302122945) < 1e-12)
      #expect(abs(try distance(novel.withoutColumns(), novelWithoutWeak.withoutColumns()) - 28.661490432097487) < 1e-11)
    }
  }

  @Suite("Properties and Jacobi's rotations")
  struct Checker {
    @Test("Under other numbers and at any thread count; against eigenvalues found another way")
    func graphs() throws {
      let random = RandomGraphs.assortment.filter { !$0.isDirected }
      let shapes = AllGraphs.undirectedShapes(upTo: 6).map(FormulaGraphs.weighted)
      let small = (1...6).map { count in shapes.filter { $0.nodeCount == count } }.flatMap { zip($0, $0.reversed()) }
      let pairs = zip(random, random.dropFirst()).filter { $0.nodeCount == $1.nodeCount } + small
      for (one, two) in pairs {
        for matrix in LaplacianSpectralDistance.Matrix.allCases {
          let slow = zip(spectrum(one, matrix), spectrum(two, matrix)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
          let found = try distance(one, two, matrix)
          #expect(abs(found - slow.squareRoot()) < 1e-11)
          #expect(abs(try distance(two, one, matrix) - found) < 1e-13)
          #expect(try distance(one, one.relabelled(randomOrder(one.nodeCount, seed: 3)), matrix) < 1e-12)
          let measure = LaplacianSpectralDistance(to: two, matrix: matrix)
          #expect(try measure.run(on: one, in: RunContext(threads: 4)).value == found)
        }
      }
    }

    /// Eigenvalues by turning pairs of axes until nothing is left beside the diagonal.
    private func spectrum(_ graph: CSRGraph, _ kind: LaplacianSpectralDistance.Matrix) -> [Double] {
      // `strengths` of two nodes counts undirected parallels each; ties without strengths count once.
      let slow = SlowNeighbors(graph)
      let nodes = slow.nodes
      let ties = nodes.map { u in
        nodes.map { v in graph.strengths == nil ? (slow.areTied(u, v) ? 1 : 0) : slow.strengths[u][v] }
      }
      let degrees = ties.map { $0.reduce(0, +) }
      var a = nodes.map { u in
        nodes.map { v -> Double in
          if u == v { return degrees[u] == 0 ? 0 : kind == .combinatorial ? degrees[u] : 1 }
          if ties[u][v] == 0 { return 0 }
          return -ties[u][v] / (kind == .combinatorial ? 1 : (degrees[u] * degrees[v]).squareRoot())
        }
      }
      for _ in 0..<60 {
        for p in nodes {
          for q in nodes where q > p && abs(a[p][q]) > 1e-300 {
            let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
            let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
            let c = 1 / (t * t + 1).squareRoot()
            let s = t * c
            for k in nodes {
              let (x, y) = (a[k][p], a[k][q])
              a[k][p] = c * x - s * y
              a[k][q] = s * x + c * y
            }
            for k in nodes {
              let (x, y) = (a[p][k], a[q][k])
              a[p][k] = c * x - s * y
              a[q][k] = s * x + c * y
            }
          }
        }
      }
      return nodes.map { a[$0][$0] }.sorted()
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      for graph in KnownGraphs.trivial(isDirected: false) { #expect(try distance(graph, graph) == 0) }
      #expect(throws: AlgorithmError.self) { try distance(KnownGraphs.kite, KnownGraphs.karate) }
      let directed = KnownGraphs.path(3, isDirected: true)
      #expect(throws: AlgorithmError.self) { try distance(directed, directed) }
      let kite = KnownGraphs.kite
      #expect(throws: AlgorithmError.self) {
        try LaplacianSpectralDistance(to: kite, memoryLimit: 799).run(on: kite)
      }
      #expect(throws: AlgorithmError.missingColumn(.strength)) {
        try LaplacianSpectralDistance(to: kite, weight: .strengths).run(on: kite)
      }
      let huge = KnownGraphs.path(3).withStrengths([1e200, 1])
      #expect(throws: AlgorithmError.self) { try distance(huge, huge) }
      #expect(throws: AlgorithmError.cancelled) {
        try LaplacianSpectralDistance(to: kite).run(on: kite, in: .cancelled)
      }
      expectParameters(
        of: LaplacianSpectralDistance(to: kite),
        [
          "matrix": ["combinatorial", "normalized"], "weight": ["automatic", "none", "strengths"],
          "memory-limit": ["0", "1000"],
        ])
    }
  }
}

private func distance(
  _ one: CSRGraph, _ two: CSRGraph, _ matrix: LaplacianSpectralDistance.Matrix = .combinatorial
) throws -> Double {
  try LaplacianSpectralDistance(to: two, matrix: matrix).run(on: one).value
}
