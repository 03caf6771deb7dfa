import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Turnover of ties")
struct TurnoverTests {
  @Test("One tie kept, one new, one gone")
  func known() throws {
    let before = FormulaGraphs.graph(4, [(0, 1), (1, 2), (1, 2)])
    let after = FormulaGraphs.graph(4, [(2, 1), (2, 3)])
    let found = try Turnover(since: before).run(on: after)
    #expect(found.kept == [NodePair(1, 2)])
    #expect(found.appeared == [NodePair(2, 3)])
    #expect(found.vanished == [NodePair(0, 1)])
    #expect(found.turnover == 2.0 / 3)
  }

  @Test("As sets; turned round in time, appeared and vanished change places")
  func sets() throws {
    let graphs = RandomGraphs.assortment
    for (before, after) in zip(graphs, graphs.dropFirst())
    where before.nodeCount == after.nodeCount && before.isDirected == after.isDirected {
      let found = try Turnover(since: before).run(on: after)
      let (old, new) = (Set(before.pairs), Set(after.pairs))
      #expect(Set(found.kept) == old.intersection(new) && found.kept.count == old.intersection(new).count)
      #expect(Set(found.appeared) == new.subtracting(old))
      #expect(Set(found.vanished) == old.subtracting(new))
      #expect(found.turnover == Double(old.symmetricDifference(new).count) / Double(old.union(new).count))
      let back = try Turnover(since: after).run(on: before)
      #expect(back == TieChanges(kept: found.kept, appeared: found.vanished, vanished: found.appeared))
      #expect(try Turnover(since: before.shuffled(seed: 2)).run(on: after.shuffled(seed: 3)) == found)
      #expect(try Turnover(since: before).run(on: before).turnover == 0)
    }
  }

  @Test("Refusals")
  func refusals() throws {
    for graph in KnownGraphs.trivial(isDirected: false) {
      #expect(try Turnover(since: graph).run(on: graph).turnover == 0)
    }
    #expect(throws: AlgorithmError.self) { try Turnover(since: KnownGraphs.kite).run(on: KnownGraphs.karate) }
    #expect(throws: AlgorithmError.self) {
      try Turnover(since: KnownGraphs.path(3)).run(on: KnownGraphs.path(3, isDirected: true))
    }
    #expect(throws: AlgorithmError.cancelled) {
      try Turnover(since: KnownGraphs.kite).run(on: KnownGraphs.kite, in: .cancelled)
    }
    expectTexts(Turnover.summary, Turnover.parameters.map(\.name), [])
  }
}
