import ActorAnalysis
import ActorModel
import ModelTestSupport
import Testing

@Suite("NetworkSummary")
struct NetworkSummaryTests {
  private func network() throws -> ActorNetwork {
    let dispute = Sample.relation("R3", "C>B") { relation in
      relation.status = .assessment
      relation.evidence = Sample.evidence("s1")
      relation.evidence[0].stance = .denies
    }
    return try Sample.network(
      [
        Sample.relation("R1", "A>B") {
          $0.sign = .positive
          $0.validity = Sample.interval("2020", "2021")
        },
        Sample.relation("R2", "A>B") {
          $0.sign = .negative
          $0.validity = Sample.interval("2022-03")
        },
        dispute, Sample.relation("R4", "D-E"), Sample.relation("R5", "D>D") { $0.status = .anticipated },
      ],
      actors: [
        Sample.actor("A") { $0.kind = .state }, Sample.actor("B") { $0.kind = .state },
        Sample.actor("C") { $0.kind = .person }, Sample.actor("D"), Sample.actor("E"), Sample.actor("F"),
      ],
      sources: [Sample.source("s1"), Sample.source("s2") { $0.sameAs = ["s1"] }, Sample.source("s3")])
  }

  @Test("The whole file is counted, whatever is looked at")
  func file() throws {
    let summary = try NetworkSummary(of: try Sample.project(try network()))
    #expect((summary.actors, summary.relations, summary.sources) == (6, 5, 3))
    #expect(summary.independentSources == 2)
    #expect(summary.disputedRelations == 1)
    #expect(summary.undatedRelations == 3)
    #expect(summary.relationsByStatus.map(\.count) == [3, 1, 1])
    #expect(summary.relationsBySign.map(\.count) == [1, 1, 3])
    #expect(summary.actorsByKind.map { "\($0.name) \($0.count)" } == ["state 2", "person 1"])
    #expect(summary.firstDay?.description == "2020-01-01")
    #expect(summary.lastDay?.description == "2022-03-01")
  }

  @Test("The graph is that of the day and the statements looked at")
  func graph() throws {
    let summary = try NetworkSummary(of: try Sample.project(try network()))
    // R2 and R3 hold, R4 runs both ways; R1 has ended, R5 is anticipated.
    #expect(summary.nodes == 6)
    #expect(summary.edges == 4)
    #expect(summary.relationsInGraph == 3)
    #expect(summary.isDirected)
    #expect(summary.components == 3)
    #expect(summary.largestComponent == 3)
    #expect(summary.isolates == 1)
    #expect(abs(summary.density - 4.0 / 30) < 1e-15)
  }

  @Test("Undirected, pairs count once; parallel edges and loops do not make a graph denser")
  func density() throws {
    func density(_ relations: [Relation], _ change: @escaping (inout Projection) -> Void) throws -> Double {
      try NetworkSummary(of: try Sample.project(relations, change)).density
    }
    let triangle = Sample.ties(("A>B", 1), ("B>C", 1), ("C>A", 1))
    #expect(try density(triangle) { $0.direction = .either } == 1)
    #expect(try density(triangle) { _ in } == 0.5)
    let doubled = triangle + [Sample.relation("P", "A>B"), Sample.relation("Q", "B>A"), Sample.relation("L", "A>A")]
    #expect(
      try density(doubled) {
        $0.direction = .either
        $0.combination = .keep
        $0.loops = .keep
      } == 1)
  }

  @Test("An empty network and a lone actor have density 0")
  func small() throws {
    let empty = try NetworkSummary(of: try Sample.project([]))
    #expect((empty.nodes, empty.components, empty.largestComponent, empty.density) == (0, 0, 0, 0))
    let lone = try NetworkSummary(of: try Sample.project([], actors: [Sample.actor("A")]))
    #expect((lone.nodes, lone.components, lone.largestComponent, lone.isolates) == (1, 1, 1, 1))
    #expect(lone.density == 0)
    #expect(lone.firstDay == nil)
  }
}
