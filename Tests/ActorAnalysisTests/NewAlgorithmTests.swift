import ActorAnalysis
import GraphCore
import ModelTestSupport
import Testing

/// How many neighbours of a node have at least so many ties: an algorithm that the package does not have.
private struct BusyNeighbors: NodeMeasure {
  var least = 2

  static let summary = AlgorithmSummary(
    id: "busy-neighbors", title: "Busy neighbours", family: .degree,
    meaning: "How many of an actor's neighbours have many ties.",
    formula: "b(v) = number of u next to v with deg(u) >= k",
    signs: .ignored, graphs: .undirected, complexity: "O(n + m) time, O(n) memory", source: "a test")

  static let parameters: [Parameter<BusyNeighbors>] = [
    .integer("least", \.least, in: 1...1000, "How many ties are many.")
  ]

  func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    let degrees = (0..<graph.nodeCount).map { graph.out.range(of: $0).count }
    let values = degrees.indices.map { node in
      Double(graph.out.range(of: node).count { degrees[Int(graph.out.targets[$0])] >= least })
    }
    return NodeScores(values: values, measure: Self.summary.id, scale: "count")
  }
}

@Suite("A new algorithm")
struct NewAlgorithmTests {
  /// The one line that a catalogue needs.
  private let catalog = MeasureCatalog(measures: MeasureCatalog().measures + [AlgorithmKind(BusyNeighbors()) { $0 }])

  @Test("Its file and one line of the catalogue suffice: it is found by name, takes its options and ranks actors")
  func ranking() throws {
    let ties = Sample.ties(("A>B", 1), ("B>C", 1), ("C>D", 1), ("C>E", 1))
    let projected = try Sample.project(ties) { $0.direction = .either }
    func scores(_ text: String) throws -> [String] {
      let ranking = try InfluenceRanking(by: try catalog.choice(text)).run(on: projected)
      return ranking.ranked.map { "\($0.actor.id) \(Int($0.score))" }
    }
    #expect(try scores("busy-neighbors") == ["A 1", "B 1", "C 1", "D 1", "E 1"])
    #expect(try scores("busy-neighbors:least=3") == ["B 1", "D 1", "E 1", "A 0", "C 0"])
    #expect(throws: AlgorithmTextError.self) { try catalog.choice("busy-neighbors:least=0") }
    let misspelt = try #require(throws: AlgorithmTextError.self) { try catalog.choice("busy-neighbor") }
    #expect(misspelt.description.contains("did you mean 'busy-neighbors'?"))
  }

  @Test("The index shows it with its options, and the question that takes it")
  func index() throws {
    let entry = try #require(AlgorithmIndex(measures: catalog).entry(id: "busy-neighbors"))
    #expect(entry.use == .measure)
    #expect(entry.parameters.map(\.name) == ["least"])
    #expect(entry.parameters.first?.standard == "2")
    #expect(entry.summary.graphs == .undirected)
  }
}
