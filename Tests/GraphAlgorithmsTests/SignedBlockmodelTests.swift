import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Signed blockmodel")
struct SignedBlockmodelTests {
  @Suite("Known values")
  struct Known {
    // P. Doreian, A. Mrvar, Social Networks 18 (1996) 149–168: time 4 of the monastery, by strength, α = 0.5.
    @Test("The monastery: 12.5 for two camps, 10.5 for three, no better with more", arguments: [2, 3, 4])
    func monastery(camps: Int) throws {
      let found = try SignedBlockmodel(camps: camps).run(on: SignedGraphs.monastery)
      #expect(found.inconsistency == (camps == 2 ? 12.5 : 10.5))
    }

    @Test("Camps that fit without a rest are found")
    func fitting() throws {
      let labels = (0..<15).map { $0 % 3 }
      let complete = KnownGraphs.complete(15)
      let graph = complete.replacing(
        columns: EdgeColumns(signs: complete.pairs.map { labels[$0.source] == labels[$0.target] ? 1 : -1 }))
      let found = try SignedBlockmodel(camps: 3).run(on: graph)
      #expect(found.inconsistency == 0)
      #expect(found.partition == Partition(labels: labels))
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("As measured; same bits at any thread count and edge order; more camps never cost more")
    func guarantees() throws {
      for graph in SignedGraphs.assortment {
        let values = graph.signedStrengths ?? graph.signs?.map { Double($0) }
        var last = Double.infinity
        for camps in 1...3 {
          let model = SignedBlockmodel(camps: camps, alpha: 0.4, restarts: 30, seed: 3)
          let found = try model.run(on: graph)
          let groups = found.partition.groups.map { Int($0) }
          let slow = SlowSigned.inconsistency(graph, groups, values: values, alpha: 0.4)
          #expect(abs(found.inconsistency - slow) < 1e-9)
          #expect(found.inconsistency <= last + 1e-9)
          last = found.inconsistency
          #expect(try model.run(on: graph, in: RunContext(threads: 3)) == found)
          if !graph.hasParallels { #expect(try model.run(on: graph.shuffled(seed: 6)) == found) }
        }
      }
    }

    @Test("For two camps it is half the frustration index")
    func twoCamps() throws {
      for graph in SignedGraphs.assortment.prefix(9) {
        let found = try SignedBlockmodel(weight: .none).run(on: graph).inconsistency
        #expect(2 * found == (try FrustrationIndex(weighing: .count).run(on: graph).index))
      }
    }
  }

  @Suite("Against all divisions")
  struct Checker {
    @Test func smallGraphs() throws {
      for graph in SignedGraphs.all(4) {
        let best =
          SlowCommunities.divisions(4).filter { ($0.max() ?? 0) < 3 }
          .map { SlowSigned.inconsistency(graph, $0) }.min() ?? 0
        #expect(try SignedBlockmodel(camps: 3, restarts: 12).run(on: graph).inconsistency == best)
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test func trivial() throws {
      for isDirected in [false, true] {
        for graph in KnownGraphs.trivial(isDirected: isDirected) {
          let signed = graph.replacing(columns: EdgeColumns(signs: [Int8](repeating: 1, count: graph.edgeCount)))
          #expect(try SignedBlockmodel(camps: 5).run(on: signed).inconsistency == 0)
        }
      }
    }

    @Test func refusals() {
      let graph = SignedGraphs.tenNodes
      #expect(throws: AlgorithmError.missingColumn(.sign)) { try SignedBlockmodel().run(on: KnownGraphs.kite) }
      #expect(throws: AlgorithmError.self) { try SignedBlockmodel(camps: 0).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try SignedBlockmodel(alpha: 1.5).run(on: graph) }
      #expect(throws: AlgorithmError.self) { try SignedBlockmodel(restarts: 0).run(on: graph) }
      #expect(throws: AlgorithmError.cancelled) { try SignedBlockmodel().run(on: graph, in: .cancelled) }
    }

    @Test func parameters() {
      expectParameters(
        of: SignedBlockmodel(),
        ["camps": ["3"], "alpha": ["0.25"], "weight": ["none"], "restarts": ["7"], "seed": ["1"]])
    }
  }
}
