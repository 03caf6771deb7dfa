import ActorAnalysis
import ActorModel
import ModelTestSupport
import Testing

@Suite("Actors that no path can pass")
struct PathObstacleTests {
  /// M acts on A, B and C only; A passes on to B; D only receives; L is tied to itself; U is untied.
  private func projected(_ change: (inout Projection) -> Void = { _ in }) throws -> ProjectedGraph {
    var projection = Projection()
    change(&projection)
    let relations = [
      Sample.relation("R1", "M>A"), Sample.relation("R2", "M>B"), Sample.relation("R3", "M>C"),
      Sample.relation("R4", "A>B"), Sample.relation("R5", "B>D"), Sample.relation("R6", "C>D"),
      Sample.relation("R7", "L>L"),
    ]
    let actors = ["A", "B", "C", "D", "L", "M", "U"].map { Sample.actor($0) }
    return try projection.graph(of: Snapshot(of: try Sample.network(relations, actors: actors)))
  }

  private func obstacle(_ actor: String, _ projected: ProjectedGraph) throws -> PathObstacle? {
    PathObstacle(at: try #require(projected.node(ofActor: actor)), of: projected.graph)
  }

  @Test("Nothing leads to who only acts, nothing leads on from who only receives; a loop leads nowhere")
  func obstacles() throws {
    let projected = try projected { $0.loops = .keep }
    #expect(try obstacle("M", projected) == .nothingLeadsToIt)
    #expect(try obstacle("D", projected) == .nothingLeadsOnFromIt)
    #expect(try obstacle("L", projected) == .untied)
    #expect(try obstacle("U", projected) == .untied)
    #expect(try obstacle("A", projected) == nil)
    #expect(try obstacle("M", try self.projected { $0.direction = .either }) == nil)
  }

  private func rank(_ measure: String, _ projected: ProjectedGraph) throws -> RankingResult {
    try InfluenceRanking(by: try Sample.measure(measure)).run(on: projected)
  }

  @Test("Where a third of the actors or more score 0 in betweenness, the ranking says why")
  func reasons() throws {
    let pathless = try #require(try rank("betweenness", try projected()).pathless)
    // A lies on no shortest path: M leads to B itself.
    #expect((pathless.count, pathless.onlyActing, pathless.onlyReceiving) == (5, 1, 1))
    #expect((pathless.untied, pathless.bypassed) == (2, 1))
    #expect(try rank("stress", try projected()).pathless == pathless)
    #expect(try rank("pagerank", try projected()).pathless == nil)
  }

  @Test("Against the direction of statements, who acts still acts")
  func reversed() throws {
    let pathless = try #require(try rank("betweenness", try projected { $0.direction = .reversed }).pathless)
    #expect((pathless.onlyActing, pathless.onlyReceiving) == (1, 1))
    let acting = try Sample.project(Sample.ties(("A>Z", 1), ("B>Z", 1), ("C>Z", 1)))
    #expect(try #require(try rank("betweenness", acting).pathless).onlyActing == 3)
    var projection = Projection()
    projection.direction = .reversed
    #expect(try rank("betweenness", try projection.graph(of: acting.snapshot)).pathless?.onlyActing == 3)
  }

  @Test("Without direction nobody only acts; where few score 0 there is nothing to say")
  func undirected() throws {
    let star = try Sample.project(Sample.ties(("A-B", 1), ("A-C", 1), ("A-D", 1)))
    let pathless = try #require(try rank("betweenness", star).pathless)
    #expect((pathless.count, pathless.onlyActing, pathless.onlyReceiving, pathless.bypassed) == (3, 0, 0, 3))
    let ring = try Sample.project(Sample.ties(("A-B", 1), ("B-C", 1), ("C-D", 1), ("D-A", 1)))
    #expect(try rank("betweenness", ring).pathless == nil)
  }

  @Test("An explained score of 0 says that no path can pass")
  func explained() throws {
    let projected = try projected()
    func explain(_ actor: String, _ measure: String = "betweenness") throws -> PathObstacle? {
      try ScoreExplanation(of: actor, by: try Sample.measure(measure)).run(on: projected).obstacle(in: projected)
    }
    #expect(try explain("M") == .nothingLeadsToIt)
    #expect(try explain("D") == .nothingLeadsOnFromIt)
    #expect(try explain("A") == nil)
    #expect(try explain("U", "degree") == nil)
  }
}
