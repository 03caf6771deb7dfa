import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@testable import ActorAnalysis

@Suite("NamedOption")
struct NamedOptionTests {
  private func projected() throws -> ProjectedGraph {
    let actors = [
      Sample.actor("COD") { $0.name = "Congo, Democratic Republic" },
      Sample.actor("C+B") { $0.name = "Cut + Borders" },
      Sample.actor("RUS") { actor in
        actor.name = "Russia"
        actor.aliases = [Alias("Moscow")]
      },
      Sample.actor("OLD") { $0.existence = Sample.interval("", "2000") },
    ]
    let relations = [
      Sample.relation("R1", "RUS>COD") { $0.validity = Sample.interval("2020", "") },
      Sample.relation("R2", "COD>C+B") { $0.validity = Sample.interval("2020", "") },
    ]
    return try Sample.project(relations, actors: actors)
  }

  private func nodes(_ text: String, _ values: ParameterValues = .nodes) throws -> NodeChoice {
    try NamedOption("from", text: text, values: values).nodes(in: try projected(), RunContext())
  }

  @Test(
    "Actors by id, name or alias, with commas or + between them; the longest name wins",
    arguments: [
      ("RUS", [2]), ("Moscow", [2]), ("RUS,COD", [2, 1]), ("RUS+COD", [2, 1]), ("russia, C+B", [2, 0]),
      ("Congo, Democratic Republic", [1]), ("Congo, Democratic Republic,Cut + Borders", [1, 0]), ("RUS,RUS", [2]),
    ])
  func names(text: String, expected: [Int]) throws {
    // Nodes are in the order of ids: C+B, COD, RUS.
    #expect(try nodes(text) == .nodes(expected))
  }

  @Test("One actor, and pairs: of one with all others, of several with each other")
  func shapes() throws {
    #expect(try nodes("RUS", .node) == .node(2))
    #expect(try nodes("RUS", .pairs) == .pairs([NodePair(2, 0), NodePair(2, 1)]))
    #expect(try nodes("RUS,COD", .pairs) == .pairs([NodePair(2, 1)]))
  }

  @Test("Who is unknown is answered with the nearest, before anything runs")
  func unknown() throws {
    let network = try projected().snapshot.network
    let option = try NamedOption("from", text: "RUS,Rusia", values: .nodes)
    let error = try #require(throws: AlgorithmTextError.self) { try option.check(in: network) }
    #expect(error.description == "from: there is no actor 'Rusia'; did you mean 'Russia'?")
    let two = try #require(throws: AlgorithmTextError.self) {
      try NamedOption("from", text: "RUS,COD", values: .node).check(in: network)
    }
    #expect(two.description.contains("one is needed"))
  }

  @Test("Who is not there on the day is refused with advice")
  func absent() throws {
    let error = try #require(throws: AlgorithmError.self) { try nodes("OLD") }
    #expect(error.description.contains("OLD is not in the graph as of"))
    #expect(error.description.contains("choose a day"))
  }
}
