import ActorAnalysis
import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("RouteCatalog")
struct RouteCatalogTests {
  private let catalog = RouteCatalog()

  /// Two ways from A to D, one of them strong; and a tail.
  private func projected(_ direction: Projection.Direction = .stated) throws -> ProjectedGraph {
    let strengths = [("A>B", 1.0), ("B>D", 0.5), ("A>C", 0.25), ("C>D", 1.0), ("D>E", 2.0)]
    let relations = strengths.enumerated().map { i, tie in
      Sample.relation("R\(i + 1)", tie.0) { relation in
        relation.strength = tie.1
        relation.confidence = i == 1 ? 0.5 : 1
      }
    }
    return try Sample.project(relations) { $0.direction = direction }
  }

  private func find(
    _ text: String, from: String = "A", to: String? = nil, _ direction: Projection.Direction = .stated
  ) throws -> Finding {
    try catalog.choice(text, from: from, to: to).run(on: try projected(direction), in: RunContext())
  }

  private func number(_ key: String, _ finding: Finding) -> Double? { finding.numbers.first { $0.key == key }?.value }

  private func ways(_ finding: Finding) -> [String] { finding.routes.map { $0.actors.map(\.id).joined() } }

  @Test("From one actor to another: ways with their relations")
  func ways() throws {
    #expect(try ways(find("bidirectional-dijkstra", to: "D")) == ["ABD"])
    #expect(try ways(find("all-shortest-paths:metric=steps", to: "D")) == ["ABD", "ACD"])
    #expect(try ways(find("k-shortest-paths:count=1", to: "E")) == ["ABDE"])
    #expect(try ways(find("widest-path", to: "E")) == ["ABDE"])
    #expect(try ways(find("most-reliable-path", to: "E")) == ["ACDE"])
    #expect(try number("probability", find("most-reliable-path", to: "E")) == 1)
    #expect(
      try find("widest-path", to: "E").routes.first?.steps.map { $0.relations.map(\.id) } == [["R1"], ["R2"], ["R5"]])
    #expect(try ways(find("bidirectional-dijkstra", from: "E", to: "A")) == [])
    #expect(try number("distance", find("bidirectional-dijkstra", from: "E", to: "A")) == .infinity)
  }

  @Test("Flows and cuts name their ties")
  func flows() throws {
    #expect(try number("flow", find("maximum-flow", to: "D")) == 0.75)
    let cut = try #require(try find("minimum-cut", to: "D").lists.first { $0.key == "cut" })
    let relations = cut.rows.map { row -> [String] in
      if case .tie(let tie) = row[0] { tie.relations.map(\.id) } else { [] }
    }
    #expect(relations == [["R3"], ["R2"]])
    #expect(try ways(find("edge-disjoint-paths", to: "D")) == ["ABD", "ACD"])
    #expect(try ways(find("node-disjoint-paths", to: "E")).count == 1)
    let both = try find("node-disjoint-paths", to: "B")
    #expect(both.lists.isEmpty)
    #expect(both.notes.count == 1)
  }

  @Test("From one actor to all: the nearest first, and through whom")
  func trees() throws {
    for method in ["breadth-first", "dijkstra", "bellman-ford"] {
      let finding = try find(method)
      #expect(number("reached", finding) == 4, "\(method)")
      #expect(number("unreached", finding) == 0)
      #expect(finding.lists.first?.rows.count == 4)
    }
    let gates = try #require(try find("dominator-tree").lists.first)
    let pairs = gates.rows.map { row -> String in
      if case .actor(let actor?) = row[0], case .actor(let gate?) = row[1] { actor.id + gate.id } else { "" }
    }
    #expect(Set(pairs) == ["BA", "CA", "DA", "ED"])
  }

  @Test("Pairs of one actor with all others, or of two")
  func pairs() throws {
    #expect(try find("effective-resistance", from: "D", .either).lists.first?.rows.count == 4)
    #expect(try find("communicability", from: "D", to: "E", .either).lists.first?.rows.count == 1)
    let resistance = try find("effective-resistance", from: "D", to: "E", .either)
    guard case .number(let value?) = resistance.lists.first?.rows.first?.last else {
      Issue.record("no resistance")
      return
    }
    #expect(abs(value - 0.5) < 1e-12)
  }

  @Test("Ends are named once, and only where they belong")
  func ends() throws {
    #expect(throws: AlgorithmTextError.needsTarget(algorithm: "minimum-cut")) {
      try catalog.choice("minimum-cut", from: "A", to: nil)
    }
    #expect(throws: AlgorithmTextError.leadsToAll(algorithm: "dijkstra")) {
      try catalog.choice("dijkstra", from: "A", to: "B")
    }
    #expect(throws: AlgorithmTextError.endAmongOptions(parameter: "from", algorithm: "dijkstra")) {
      try catalog.choice("dijkstra:from=B", from: "A", to: nil)
    }
    let unknown = try #require(throws: AlgorithmTextError.self) { try catalog.choice("dijkstr", from: "A", to: nil) }
    #expect(unknown.description.contains("did you mean 'dijkstra'?"))
  }
}
