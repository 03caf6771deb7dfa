import ActorAnalysis
import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("BlocMethod")
struct BlocMethodTests {
  private func projected() throws -> ProjectedGraph {
    let actors = [
      Sample.actor("A") { actor in
        actor.kind = .state
        actor.attributes = [Attribute("side", "left")]
      },
      Sample.actor("B") { $0.kind = .state },
      Sample.actor("C") { actor in
        actor.kind = .person
        actor.attributes = [Attribute("side", "left")]
      },
    ]
    return try Sample.project(Sample.ties(("A>B", 1), ("B>C", 1)), actors: actors)
  }

  @Test(
    "What the file says divides the actors; those it says nothing about stand alone",
    arguments: [("kind", [0, 0, 1]), ("attribute/side", [0, 1, 0]), ("weak-components", [0, 0, 0])])
  func partition(text: String, groups: [Int32]) throws {
    #expect(try BlocAnalysis.Method(text).partition(of: try projected()).groups == groups)
  }

  @Test("A method's own options have another spelling inside those of an algorithm")
  func nested() throws {
    guard case .found(let choice) = try BlocAnalysis.Method("leiden/resolution=0.8+seed=3") else {
      Issue.record("not a method")
      return
    }
    #expect(choice.options.first { $0.name == "resolution" }?.value == "0.8")
    #expect(choice.options.first { $0.name == "seed" }?.value == "3")
  }

  @Test("A file that says nothing is refused where blocs are needed, and leaves all alone where not")
  func nothing() throws {
    let given = try BlocAnalysis.Method("given")
    #expect(try given.partition(of: try projected()).groupCount == 3)
    let error = try #require(throws: AlgorithmError.self) { try given.partition(of: try projected(), needed: true) }
    #expect(error.description.contains("says nothing about the bloc of any actor"))
  }

  @Test("Unknown methods and attributes are answered with those that there are")
  func unknown() throws {
    let error = try #require(throws: AlgorithmTextError.self) { try BlocAnalysis.Method("lieden") }
    #expect(error.description.contains("did you mean 'leiden'?"))
    #expect(error.description.contains("given, kind, attribute/NAME"))
    let attribute = try BlocAnalysis.Method("attribute/sid")
    let network = try projected().snapshot.network
    let second = try #require(throws: AlgorithmTextError.self) { try attribute.check(in: network) }
    #expect(second.description.contains("did you mean 'side'?"))
  }
}
