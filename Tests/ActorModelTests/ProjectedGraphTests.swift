import ActorModel
import ModelTestSupport
import Testing

@Suite("ProjectedGraph")
struct ProjectedGraphTests {
  private func projected(_ change: (inout Projection) -> Void = { _ in }) throws -> ProjectedGraph {
    var projection = Projection()
    change(&projection)
    let network = try Sample.network(
      [Sample.relation("R1", "B>A"), Sample.relation("R2", "B>A"), Sample.relation("R3", "PART>A")],
      actors: [
        Sample.actor("B"), Sample.actor("A"), Sample.actor("PART") { $0.partOf = "B" },
        Sample.actor("GONE") { $0.existence = Sample.interval("", "2000") },
      ])
    return try projection.graph(of: Snapshot(of: network, SnapshotQuery(time: .day(Sample.day("2025")))))
  }

  @Test("Nodes are the actors sorted by id")
  func nodes() throws {
    let projected = try projected()
    #expect(projected.actors.map(\.id) == ["A", "B", "PART"])
    #expect(projected.graph.nodeCount == 3)
    #expect(projected.node(ofActor: "B") == 1)
    #expect(projected.node(ofActor: "GONE") == nil)
    #expect(projected.node(ofActor: "nobody") == nil)
  }

  @Test("A part leads to the node of its whole when it is rolled up")
  func parts() throws {
    let rolled = try projected { $0.rollUp = .all }
    #expect(rolled.node(ofActor: "PART") == rolled.node(ofActor: "B"))
    #expect(rolled.actors.map(\.id) == ["A", "B"])
  }

  @Test("Every edge leads back to its relations")
  func relations() throws {
    let projected = try projected()
    #expect(projected.relations(ofEdge: 0).map(\.id) == ["R1", "R2"])
    #expect(projected.relations(ofEdge: 1).map(\.id) == ["R3"])
  }

  @Test("An edge is named by its relations and actors, with the way it runs")
  func description() throws {
    #expect(try projected().describe(edge: 0) == "relation R1, R2 (B → A)")
    #expect(try projected { $0.direction = .either }.describe(edge: 0) == "relation R1, R2 (A – B)")
  }

  @Test("An edge of many relations is named by the first few and their number")
  func longDescription() throws {
    let relations = (1...9).map { Sample.relation("R\($0)", "A>B") }
    let graph = try Projection().graph(of: Snapshot(of: try Sample.network(relations)))
    #expect(graph.describe(edge: 0) == "relation R1, R2, R3, R4, R5 and 4 more (A → B)")
  }

  @Test("An edge is as sure as its relations together; those that share a source count once")
  func confidence() throws {
    let relations = [("R1", "a"), ("R2", "a"), ("R3", "b")].map { id, source in
      Sample.relation(id, "A>B") {
        $0.confidence = 0.5
        $0.evidence = Sample.evidence(source)
      }
    }
    let network = try Sample.network(relations, sources: [Sample.source("a"), Sample.source("b")])
    #expect(try Projection().graph(of: Snapshot(of: network)).confidence(ofEdge: 0) == 0.75)
    var apart = Projection()
    apart.combination = .keep
    #expect(try apart.graph(of: Snapshot(of: network)).confidence(ofEdge: 0) == 0.5)
    // Without the second source, what is left rests on one.
    let query = SnapshotQuery(withoutSources: ["b"])
    #expect(try Projection().graph(of: Snapshot(of: network, query)).confidence(ofEdge: 0) == 0.5)
  }

  @Test("An actor is named by its name and id, or once where they are the same")
  func names() throws {
    let network = try Sample.network(
      [Sample.relation("R1", "A>B")], actors: [Sample.actor("A") { $0.name = "Atlantis" }, Sample.actor("B")])
    let names = try Projection().graph(of: Snapshot(of: network)).names
    #expect(names.node(0) == "actor Atlantis (A)" && names.node(1) == "actor B")
    #expect(names.edge(0) == "relation R1 (A → B)")
  }
}
