import ActorAnalysis
import GraphCore
import ModelTestSupport
import Testing

@Suite("MeasureCatalog")
struct MeasureCatalogTests {
  private let catalog = MeasureCatalog()

  @Test("Every measure is found by its id, and no id is used twice")
  func ids() throws {
    let ids = catalog.measures.map(\.summary.id)
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids).isSuperset(of: ["degree", "strength", "signed-strength", "betweenness", "harmonic", "pagerank"]))
    for id in ids { #expect(try catalog.choice(id).summary.id == id) }
  }

  @Test("Every default can be written and gives the default back")
  func defaults() throws {
    for type in catalog.measures {
      let options = try type.parameters.map { AlgorithmOption(name: $0.name, value: try #require($0.standard)) }
      #expect(try type.choice().options == options, "\(type.summary.id)")
      #expect(try type.choice(options).options == options, "\(type.summary.id)")
      let text = options.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
      if !text.isEmpty { #expect(try catalog.choice("\(type.summary.id):\(text)").options == options) }
      #expect(type.parameters.allSatisfy { !$0.help.isEmpty && !$0.values.description.isEmpty })
    }
  }

  @Test("Every measure scores every actor of a small graph, or says why it cannot")
  func run() throws {
    let graph = try Sample.project(Sample.ties(("A>B", 0.5), ("B>C", 1), ("C>A", 2), ("C>D", 1))).graph
    for type in catalog.measures {
      do {
        let scores = try type.choice().run(on: graph, in: RunContext())
        #expect(scores.values.count == 4, "\(type.summary.id)")
        #expect(!scores.values.contains { $0.isNaN }, "\(type.summary.id)")
      } catch AlgorithmError.undefined(let reason, let advice) {
        #expect(!reason.isEmpty && !advice.isEmpty, "\(type.summary.id)")
      }
    }
  }

  @Test("Options change what is computed")
  func options() throws {
    let graph = try Sample.project(Sample.ties(("A>B", 1), ("B>C", 1))).graph
    func scores(_ text: String) throws -> [Double] { try catalog.choice(text).run(on: graph, in: RunContext()).values }
    #expect(try scores("betweenness") == [0, 0.5, 0])
    #expect(try scores("betweenness:scale=pairs") == [0, 1, 0])
    #expect(try scores("degree:direction=out") == [1, 1, 0])
    #expect(try scores("degree:direction=in") == [0, 1, 1])
  }

  @Test("Several options, the last of a repeated one")
  func several() throws {
    let choice = try catalog.choice("pagerank:damping=0.9,tolerance=1e-12,damping=0.5")
    #expect(choice.options.first { $0.name == "damping" }?.value == "0.5")
    #expect(choice.options.first { $0.name == "tolerance" }?.value == "1e-12")
  }

  @Test("An unknown measure is answered with all that there are")
  func unknownMeasure() throws {
    for text in ["betweeness", "", "Betweenness", "page rank", "betweenness "] {
      let error = try #require(throws: AlgorithmTextError.self) { try catalog.choice(text) }
      guard case .unknown(text, what: "measure", _, let known) = error else {
        Issue.record("\(error)")
        continue
      }
      #expect(known == catalog.measures.map(\.summary.id))
      #expect(error.description.contains("betweenness, "))
    }
  }

  @Test("An unknown parameter is answered with those of the measure")
  func unknownParameter() throws {
    let error = try #require(throws: AlgorithmTextError.self) { try catalog.choice("pagerank:dampng=0.9") }
    #expect(error.description.contains("pagerank has no parameter 'dampng'; parameters are damping, tolerance"))
  }

  @Test(
    "A value out of range is answered with the range",
    arguments: [
      ("pagerank:damping=2", "from 0 to below 1"), ("pagerank:damping=nan", "from 0"), ("pagerank:damping=", "from 0"),
      ("pagerank:iterations=0", "whole number from 1"), ("pagerank:iterations=1.5", "whole number from 1"),
      ("betweenness:scale=raw", "pairs"), ("degree:direction=both", "out"),
    ])
  func unfitValue(text: String, needed: String) throws {
    let error = try #require(throws: AlgorithmTextError.self) { try catalog.choice(text) }
    guard case .unfitValue = error else {
      Issue.record("\(error)")
      return
    }
    #expect(error.description.contains(needed))
  }

  @Test("A part without = is not an option", arguments: ["pagerank:damping", "pagerank:", "pagerank:damping=0.5,"])
  func malformed(text: String) throws {
    let error = try #require(throws: AlgorithmTextError.self) { try catalog.choice(text) }
    #expect(error.description.contains("name=value"))
  }
}
