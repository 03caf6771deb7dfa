import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Distances between all pairs")
struct AllPairsDistancesTests {
  @Suite("Known values")
  struct Known {
    @Test("Path |i − j|, complete graph 1, grid by rows and columns")
    func closedForms() throws {
      let path = try AllPairsDistances().run(on: KnownGraphs.path(6)).rows
      #expect(path == (0..<6).map { u in (0..<6).map { Double(abs(u - $0)) } })
      let grid = try AllPairsDistances().run(on: KnownGraphs.grid(4))
      #expect(grid.distance(from: 0, to: 15) == 6)
      // NetworkX 3.6.1: average_shortest_path_length(karate) = 2.40819964349376, times 34 · 33.
      let karate = try AllPairsDistances().run(on: KnownGraphs.karate).rows
      #expect(karate.flatMap { $0 }.reduce(0, +) == 2702)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Zero on the diagonal, no detour shorter, mirrored, the same at any thread count")
    func axioms() throws {
      for graph in RandomGraphs.assortment {
        let table = try AllPairsDistances().run(on: graph)
        for u in table.rows.indices {
          #expect(table.rows[u][u] == 0)
          for v in table.rows.indices {
            #expect(table.rows[u].indices.allSatisfy { table.rows[u][$0] <= table.rows[u][v] + table.rows[v][$0] })
            if !graph.isDirected { #expect(table.rows[u][v] == table.rows[v][u]) }
          }
        }
        #expect(try AllPairsDistances().run(on: graph, in: RunContext(threads: 8)) == table)
        #expect(try AllPairsDistances().run(on: graph.shuffled(seed: 4)) == table)
        #expect(try AllPairsDistances(direction: .in).run(on: graph.reversed().graph) == table)
      }
    }
  }

  @Suite("Against Floyd and Warshall")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small.map(FormulaGraphs.weighted) + RandomGraphs.assortment {
        for direction in EdgeDirection.allCases {
          let slow = SlowPaths(graph, direction, usesLengths: graph.lengths != nil).distances
          #expect(try AllPairsDistances(direction: direction).run(on: graph).rows == slow)
          let steps = SlowPaths(graph, direction).distances
          #expect(try AllPairsDistances(direction: direction, metric: .steps).run(on: graph).rows == steps)
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("A table that is too large is refused, and the limit named")
    func limit() throws {
      #expect(try AllPairsDistances(memoryLimit: 800).run(on: KnownGraphs.kite).rows.count == 10)
      do {
        _ = try AllPairsDistances(memoryLimit: 799).run(on: KnownGraphs.kite)
        Issue.record("not refused")
      } catch {
        #expect(error.description.contains("800 bytes") && error.description.contains("memory-limit"))
      }
      #expect(throws: AlgorithmError.self) { try AllPairsDistances().run(on: FormulaGraphs.graph(20_000, [])) }
    }

    @Test func refusals() throws {
      #expect(throws: AlgorithmError.missingColumn(.length)) {
        try AllPairsDistances(metric: .lengths).run(on: KnownGraphs.kite)
      }
      #expect(throws: AlgorithmError.self) {
        try AllPairsDistances().run(on: KnownGraphs.path(3).withLengths([1, -.infinity]))
      }
      #expect(throws: AlgorithmError.cancelled) { try AllPairsDistances().run(on: KnownGraphs.kite, in: .cancelled) }
      #expect(
        try KnownGraphs.trivial(isDirected: true).map { try AllPairsDistances().run(on: $0).rows }.prefix(5)
          == [[], [[0]], [[0, .infinity], [.infinity, 0]], [[0, 1], [.infinity, 0]], [[0]]])
      expectParameters(
        of: AllPairsDistances(),
        [
          "direction": ["out", "in", "all"], "metric": ["automatic", "steps", "lengths"],
          "memory-limit": ["0", "1000"],
        ])
    }
  }
}
