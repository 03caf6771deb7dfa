import ActorAnalysis
import ActorModel
import ModelTestSupport
import Testing

@Suite("Route")
struct RouteTests {
  private static func statement(
    _ id: String, _ ends: String, _ strength: Double, _ confidence: Double, _ sign: Sign, _ status: Status,
    _ sources: String..., disputedBy denier: String? = nil
  ) -> Relation {
    Sample.relation(id, ends) {
      $0.strength = strength
      $0.confidence = confidence
      $0.sign = sign
      $0.status = status
      $0.evidence = sources.map(Evidence.init(source:))
      if let denier {
        var denial = Evidence(source: denier)
        denial.stance = .denies
        $0.evidence.append(denial)
      }
    }
  }

  /// What one article says of Russia, Afghanistan and the European Union, part of it taken over by a copy, part of it
  /// doubted by an agency.
  private func article(_ change: (inout Projection) -> Void = { _ in }) throws -> ProjectedGraph {
    let relations = [
      Self.statement("plans", "RUS-AFG", 0.6, 0.9, .positive, .fact, "article"),
      Self.statement("influence", "RUS>AFG", 0.6, 0.6, .positive, .fact, "copy"),
      Self.statement("axis", "RUS>AFG", 0.4, 0.5, .positive, .assessment, "article"),
      Self.statement("routes", "AFG>EU", 0.6, 0.3, .negative, .anticipated, "article", disputedBy: "agency"),
      Self.statement("flow", "AFG>EU", 0.5, 0.5, .negative, .assessment, "article"),
      Self.statement("transit", "AFG>EU", 0.4, 0.5, .negative, .assessment, "copy"),
    ]
    let sources = [
      Sample.source("article") { $0.sameAs = ["copy"] }, Sample.source("copy"), Sample.source("agency"),
    ]
    return try Sample.project(relations, sources: sources) {
      $0.statuses = Status.allCases
      change(&$0)
    }
  }

  private func only(_ from: String, _ to: String, _ projected: ProjectedGraph) throws -> Route {
    try #require(try RouteSearch(from: from, to: to).run(on: projected).routes.first)
  }

  @Test("What one article and its copy say is one voice: 0.9 × 0.5, not 0.98 × 0.825")
  func confidence() throws {
    let route = try only("RUS", "EU", try article())
    #expect(route.steps.map(\.confidence) == [0.9, 0.5])
    #expect(route.steps.map(\.independentGroupCount) == [1, 1])
    #expect(route.confidence == 0.45)
  }

  @Test("The most reliable route is chosen by the same confidences")
  func mostReliable() throws {
    // Over B one article says two things of 0.5; over C one statement of 0.6 is enough to be the better way.
    let relations = [
      Self.statement("b1", "A>B", 1, 0.5, .neutral, .fact, "a"),
      Self.statement("b2", "A>B", 1, 0.5, .neutral, .fact, "a"),
      Self.statement("b3", "B>D", 1, 1, .neutral, .fact, "a"),
      Self.statement("c1", "A>C", 1, 0.6, .neutral, .fact, "a"),
      Self.statement("c2", "C>D", 1, 1, .neutral, .fact, "a"),
    ]
    let projected = try Sample.project(relations, sources: [Sample.source("a")])
    let search = RouteSearch(from: "A", to: "D", objective: .mostReliable)
    #expect(RouteSearchTests.ways(try search.run(on: projected)) == ["A C D", "A B D"])
    let choice = try RouteCatalog().choice("most-reliable-path", from: "A", to: "D")
    let finding = try #require(try FindingResult(of: choice, on: projected).finding)
    #expect(finding.routes.map { $0.actors.map(\.id) } == [["A", "C", "D"]])
    #expect(finding.numbers.first?.value == 0.6)
  }

  @Test("Each step has a sign, and the last one says what is done to the target; the product is balance theory")
  func signs() throws {
    let relations = [
      Self.statement("R1", "RUS>IRN", 1, 1, .positive, .fact), Self.statement("R2", "IRN>AFG", 1, 1, .negative, .fact),
      Self.statement("R3", "AFG>EU", 1, 1, .negative, .fact),
    ]
    let route = try only("RUS", "EU", try Sample.project(relations))
    #expect(route.steps.map(\.sign) == [.positive, .negative, .negative])
    #expect(route.lastSign == .negative)
    #expect(route.sign == .positive)
    #expect(try only("RUS", "RUS", try Sample.project(relations)).lastSign == nil)
  }

  @Test("Statements of both signs on one step are said to be mixed; their sum is its sign")
  func mixed() throws {
    let relations = [
      Self.statement("R1", "A>B", 0.5, 1, .positive, .fact), Self.statement("R2", "A>B", 0.75, 1, .negative, .fact),
      Self.statement("R3", "B>C", 0.5, 1, .neutral, .fact), Self.statement("R4", "B>C", 0.5, 1, .negative, .fact),
    ]
    let steps = try only("A", "C", try Sample.project(relations)).steps
    #expect(steps.map(\.hasMixedSigns) == [true, false])
    #expect(steps.map(\.sign) == [.negative, .negative])
  }

  @Test("A weakest tie made of three statements: their sum, and the strongest of them")
  func strength() throws {
    let route = try only("RUS", "EU", try article())
    let weakest = try #require(route.weakestStep)
    #expect(weakest.to.id == "EU")
    #expect(route.strength == 1.5 && weakest.strength == 1.5)
    #expect(weakest.greatestStrength == 0.6)
    let greatest = try only("RUS", "EU", try article { $0.combination = .max })
    #expect(greatest.strength == 0.6)
    let unweighted = try only("RUS", "EU", try article { $0.weights = .none })
    #expect(unweighted.strength == 1)
  }

  @Test("Kinds of statement and disputes of each step")
  func cautions() throws {
    let steps = try only("RUS", "EU", try article()).steps
    #expect(steps.map(\.statuses) == [[.fact, .assessment], [.assessment, .anticipated]])
    #expect(steps.map { $0.disputed.map(\.id) } == [[], ["routes"]])
  }

  @Test("Against the direction of a statement a step says so")
  func opposed() throws {
    let stated = try only("RUS", "AFG", try article())
    #expect(stated.steps[0].opposed.isEmpty)
    let either = try only("AFG", "RUS", try article { $0.direction = .either })
    #expect(either.steps[0].opposed == ["influence", "axis"])
    let reversed = try only("EU", "RUS", try article { $0.direction = .reversed })
    #expect(reversed.steps.map(\.opposed) == [["routes", "flow", "transit"], ["influence", "axis"]])
  }
}
