import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Rich club")
struct RichClubTests {
  @Suite("Known values")
  struct Known {
    // NetworkX 3.6.1: rich_club_coefficient(karate, normalized=False).
    @Test("Karate club")
    func karate() throws {
      let expected = [
        0.13903743315508021, 0.14583333333333334, 0.23809523809523808, 0.325, 0.4888888888888889, 0.5238095238095238,
        0.5, 0.5, 0.5, 0.5, 0.3333333333333333, 0.3333333333333333, 0, 0, 0, 0,
      ]
      let curve = try RichClub().run(on: KnownGraphs.karate)
      #expect(curve.levels.map(\.degree) == Array(0..<16))
      #expect(largestDifference(curve.levels.map(\.share), expected) < 1e-15)
      #expect(curve.levels.allSatisfy { $0.ratio == nil })
    }

    @Test("Against chance: at the lowest level every graph of these degrees has the same ties")
    func chance() throws {
      let curve = try RichClub(samples: 20, seed: 7).run(on: KnownGraphs.karate)
      #expect(curve.levels[0].ratio == 1)
      #expect(curve.levels.contains { ($0.ratio ?? 1) != 1 })
      // The two leaders of the karate club are not tied, and by chance often would be.
      #expect((curve.levels[12].expectedTieCount ?? 0) > 0)
      #expect(curve.levels[12].ratio == 0)
    }

    @Test("Where the degrees allow one graph only, chance gives just that")
    func rigid() throws {
      for graph in [KnownGraphs.star(6), KnownGraphs.complete(6)] {
        let curve = try RichClub(samples: 5).run(on: graph)
        #expect(curve.levels.allSatisfy { $0.ratio == 1 || $0.expectedTieCount == Double($0.tieCount) })
      }
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("The same seed, the same answer, at any thread count and order", arguments: RandomGraphs.assortment)
    func changes(graph: CSRGraph) throws {
      let club = RichClub(samples: 4, seed: 3)
      let curve = try club.run(on: graph)
      #expect(try club.run(on: graph, in: RunContext(threads: 4)) == curve)
      #expect(try club.run(on: graph.shuffled(seed: 8)) == curve)
      let plain = try RichClub().run(on: graph)
      #expect(try RichClub().run(on: graph.relabelled(randomOrder(graph.nodeCount, seed: 2))) == plain)
      #expect(try RichClub().run(on: graph.reversed().graph) == plain)
    }

    @Test("Another seed gives another chance")
    func seeds() throws {
      let one = try RichClub(samples: 1, seed: 1).run(on: KnownGraphs.lesMiserables)
      let two = try RichClub(samples: 1, seed: 2).run(on: KnownGraphs.lesMiserables)
      #expect(one != two)
    }
  }

  @Suite("Against a count over pairs")
  struct Checker {
    @Test func allSmallGraphs() throws {
      for graph in AllGraphs.small + RandomGraphs.assortment {
        let slow = SlowNeighbors(graph)
        let degrees = slow.nodes.map { slow.neighbors(of: $0).count }
        let curve = try RichClub().run(on: graph)
        let second = degrees.sorted(by: >).dropFirst().first ?? 0
        #expect(curve.levels.count == second)
        for level in curve.levels {
          let rich = slow.nodes.filter { degrees[$0] > level.degree }
          let ties = rich.reduce(0) { sum, u in sum + rich.count { u < $0 && slow.areTied(u, $0) } }
          #expect(level.nodeCount == rich.count)
          #expect(level.tieCount == ties)
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func refusals() throws {
      #expect(
        try KnownGraphs.trivial(isDirected: false).map { try RichClub(samples: 2).run(on: $0).levels.count }
          == [0, 0, 0, 1, 0, 0])
      #expect(throws: AlgorithmError.self) { try RichClub(samples: -1).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.self) { try RichClub(samples: 1, swapsPerTie: 0).run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.cancelled) { try RichClub().run(on: KnownGraphs.kite, in: .cancelled) }
      expectParameters(of: RichClub(), ["samples": ["0", "10"], "swaps-per-tie": ["1", "100"], "seed": ["0", "42"]])
    }
  }
}
