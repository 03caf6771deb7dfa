import ActorAnalysis
import ActorModel
import GraphAlgorithms
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
    for type in catalog.measures where type.runsAlone {
      #expect(try catalog.choice(type.summary.id).summary.id == type.summary.id)
    }
  }

  @Test("Every default can be written and gives the default back")
  func defaults() throws {
    for type in catalog.measures where type.runsAlone {
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
    for type in catalog.measures where type.runsAlone {
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

  @Test("Measures as seen from some actors need them named, and refuse a bare graph")
  func named() throws {
    let error = try #require(throws: AlgorithmTextError.self) { try catalog.choice("personalised-pagerank") }
    #expect(error.description.contains("personalised-pagerank needs from"))
    let projected = try Sample.project(Sample.ties(("A>B", 1), ("B>C", 1), ("A>C", 1)))
    let choice = try catalog.choice("personalised-pagerank:from=A")
    let scores = try choice.run(on: projected, in: RunContext()).values
    #expect(scores == (try PersonalisedPageRank(from: [0]).run(on: projected.graph).values))
    #expect(throws: AlgorithmError.self) { try choice.run(on: projected.graph, in: RunContext()) }
  }

  @Test("Brokerage counts roles between the blocs named, with what chance would give")
  func brokerage() throws {
    let actors = ["A", "B", "C"].map { id in
      Sample.actor(id) { if id != "C" { $0.blocs = [BlocMembership("x")] } }
    }
    let projected = try Sample.project(Sample.ties(("A>B", 1), ("B>C", 1)), actors: actors)
    let scores = try catalog.choice("brokerage").run(on: projected, in: RunContext())
    #expect(scores.values == [0, 1, 0])
    #expect(scores.details.first { $0.name == "representative" }?.values == [0, 1, 0])
    #expect(scores.details.contains { $0.name == "representative expected" })
    let kinds = try catalog.choice("brokerage:blocs=kind")
    #expect(throws: AlgorithmError.self) { try kinds.run(on: projected, in: RunContext()) }
  }

  @Test("A measure of ties is told from one of actors")
  func ties() throws {
    #expect(try catalog.tieChoice("betweenness") == nil)
    let choice = try #require(try catalog.tieChoice("edge-betweenness:scale=pairs"))
    let projected = try Sample.project(Sample.ties(("A>B", 1), ("B>C", 1)))
    #expect(try choice.run(on: projected, in: RunContext()).values == [2, 2])
    #expect(throws: AlgorithmTextError.self) { try catalog.tieChoice("edge-betweenness:scale=raw") }
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

  @Test(
    "A part without = is not an option",
    arguments: ["pagerank:damping", "pagerank:", "pagerank:damping=0.5,", "pagerank:damping=0.5,0.6"])
  func malformed(text: String) throws {
    let error = try #require(throws: AlgorithmTextError.self) { try catalog.choice(text) }
    #expect(error.description.contains("name=value"))
  }
}
