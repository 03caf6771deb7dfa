import ActorAnalysis
import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("TimedRouteSearch")
struct TimedRouteSearchTests {
  private func relation(_ id: String, _ ends: String, _ since: String, _ until: String = "") -> Relation {
    Sample.relation(id, ends) {
      $0.validity = Sample.interval(since, until)
      $0.confidence = 0.5
      $0.sign = .negative
    }
  }

  /// A to D: over B early in three steps, over C in two, later; and a direct tie that is over before all others begin.
  private func network() throws -> ActorNetwork {
    try Sample.network([
      relation("AB", "A>B", "2024-02-01", "2024-03-01"), relation("BC", "B>C", "2024-01-01", "2024-04-01"),
      relation("CD", "C>D", "2024-02-10", "2024-08-01"), relation("AC", "A>C", "2024-06-01", "2024-07-01"),
      relation("DA", "D>A", "2023-12-01", "2024-01-05"), relation("BD", "B-D", "2023-12-15", "2024-01-20"),
    ])
  }

  private func timed(_ from: String = "2024-01-01", _ to: String = "2025") throws -> TimedProjection {
    try TimedProjection(of: try network(), over: Sample.window(from, to))
  }

  private func text(_ route: TimedRoute?) -> [String]? {
    route?.steps.map { "\($0.relation.id) \($0.departure) \($0.arrival)" }
  }

  private func route(
    _ objective: TimedRouteSearch.Objective, transit: Int = 0, _ timed: TimedProjection
  ) throws -> [String]? {
    text(try TimedRouteSearch(from: "A", to: "D", objective: objective, transit: transit).run(on: timed))
  }

  @Test("Earliest arrival, fewest steps and latest departure are three different ways")
  func objectives() throws {
    let timed = try timed()
    #expect(
      try route(.earliest, timed) == [
        "AB 2024-02-01 2024-02-01", "BC 2024-02-01 2024-02-01", "CD 2024-02-10 2024-02-10",
      ])
    #expect(try route(.fewestHops, timed) == ["AC 2024-06-01 2024-06-01", "CD 2024-06-01 2024-06-01"])
    #expect(try route(.latestDeparture, timed) == ["AC 2024-06-30 2024-06-30", "CD 2024-07-31 2024-07-31"])
  }

  @Test("A step that takes time is begun while its tie holds")
  func transit() throws {
    #expect(
      try route(.earliest, transit: 5, try timed())
        == ["AB 2024-02-01 2024-02-06", "BC 2024-02-06 2024-02-11", "CD 2024-02-11 2024-02-16"])
    #expect(
      try route(.latestDeparture, transit: 40, try timed()) == ["AC 2024-06-21 2024-07-31", "CD 2024-07-31 2024-09-09"])
  }

  @Test("A way must lie within the period, its arrival too")
  func period() throws {
    #expect(try route(.earliest, try timed("2024-03-01")) == ["AC 2024-06-01 2024-06-01", "CD 2024-06-01 2024-06-01"])
    #expect(try route(.earliest, try timed("2024-07-01")) == nil)
    #expect(try route(.earliest, try timed("2024-01-01", "2024-02-10")) == nil)
    #expect(try route(.earliest, transit: 5, try timed("2024-01-01", "2024-02-16")) == nil)
    #expect(try route(.earliest, transit: 5, try timed("2024-01-01", "2024-02-17"))?.count == 3)
    #expect(
      try route(.latestDeparture, transit: 40, try timed("2024-01-01", "2024-08-01"))
        == ["AB 2024-02-20 2024-03-31", "BC 2024-03-31 2024-05-10", "CD 2024-06-21 2024-07-31"])
    #expect(try route(.latestDeparture, transit: 60, try timed("2024-01-01", "2024-08-01")) == nil)
  }

  @Test("Mutual ties run both ways, directed ones only forward; undirected, all do")
  func directions() throws {
    let search = TimedRouteSearch(from: "D", to: "B")
    #expect(text(try search.run(on: try timed())) == ["BD 2024-01-01 2024-01-01"])
    var either = Projection()
    either.direction = .either
    let all = try TimedProjection(of: try network(), over: Sample.window("2024-01-01", "2025"), by: either)
    #expect(text(try TimedRouteSearch(from: "C", to: "A").run(on: all))?.first == "BC 2024-01-01 2024-01-01")
  }

  @Test("Confidence and sign are products over the steps; days on which an actor does not exist do not count")
  func products() throws {
    let route = try #require(try TimedRouteSearch(from: "A", to: "D").run(on: try timed()))
    #expect(route.confidence == 0.125 && route.sign == .negative && route.actors.map(\.id) == ["A", "B", "C", "D"])
    let late = try Sample.network(
      [Sample.relation("R", "A>B")],
      actors: [Sample.actor("A"), Sample.actor("B") { $0.existence = Sample.interval("2024-05-05") }])
    let projection = try TimedProjection(of: late, over: Sample.window("2024", "2025"))
    #expect(text(try TimedRouteSearch(from: "A", to: "B").run(on: projection)) == ["R 2024-05-05 2024-05-05"])
  }

  @Test("To oneself no step is needed; to an actor that is not there no way leads")
  func ends() throws {
    #expect(try TimedRouteSearch(from: "A", to: "A").run(on: try timed())?.steps.isEmpty == true)
    #expect(try TimedRouteSearch(from: "A", to: "X").run(on: try timed()) == nil)
    #expect(throws: AlgorithmError.self) {
      try TimedRouteSearch(from: "A", to: "D", transit: -1).run(on: try timed())
    }
  }

  @Test("Each step tells whether its tie is undated, and all such ties are counted")
  func undated() throws {
    let network = try Sample.network([
      Sample.relation("open", "A>B"), relation("dated", "B>C", "2024-02-01"),
      Sample.relation("ended", "C>D") { $0.validity = Sample.interval("", "2024-06-01") },
      Sample.relation("mutual", "C-D"), Sample.relation("over", "A>D") { $0.validity = Sample.interval("", "2020") },
    ])
    let timed = try TimedProjection(of: network, over: Sample.window("2024-01-01", "2025"))
    #expect(timed.undatedCount == 3)
    let route = try #require(try TimedRouteSearch(from: "A", to: "C").run(on: timed))
    #expect(route.steps.map(\.isUndated) == [true, false])
  }

  @Test("The last step tells what is done to the target, the product of signs is another thing")
  func lastSign() throws {
    let network = try Sample.network([relation("AB", "A>B", "2024-01-01"), relation("BC", "B>C", "2024-02-01")])
    let timed = try TimedProjection(of: network, over: Sample.window("2024-01-01", "2025"))
    let route = try #require(try TimedRouteSearch(from: "A", to: "C").run(on: timed))
    #expect(route.lastSign == .negative && route.sign == .positive)
    #expect(try TimedRouteSearch(from: "A", to: "A").run(on: timed)?.lastSign == nil)
  }
}
