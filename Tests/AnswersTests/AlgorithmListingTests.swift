import Testing

@testable import Answers

@Suite struct AlgorithmListingTests {
  @Test func `the list names every algorithm with what it tells`() throws {
    let answer = try AlgorithmListing().answer(in: Study([]))
    let names = try #require(answer.body.table("index")).column("name")
    for name in ["betweenness", "pagerank", "harmonic", "leiden"] { #expect(names.contains(.text(name))) }
    #expect(answer.body.sections("algorithms").count == names.count)
    #expect(answer.manifest == nil)
  }

  @Test func `one algorithm comes with its definition, options and how to run it`() throws {
    let answer = try AlgorithmListing("pagerank").answer(in: Study([]))
    let definition = try #require(answer.body.table("definition"))
    #expect(definition.column("is").contains(.remedy(.run(algorithm: "pagerank"))))
    let options = try #require(answer.body.table("options"))
    let position = try #require(options.column("parameter").firstIndex(of: .text("damping")))
    #expect(options.column("default")[position] == .text("0.85"))
    #expect(answer.body.sections("algorithms").count == 1)
  }

  @Test func `one seed serves all algorithms of a run`() throws {
    let options = try #require(AlgorithmListing("leiden").answer(in: Study([])).body.table("options"))
    let position = try #require(options.column("parameter").firstIndex(of: .text("seed")))
    #expect(options.column("default")[position] == .remedy(.setSeed))
  }

  @Test func `an unknown one is answered with the nearest`() {
    let refusal = Samples.refusal { () throws(QuestionError) in
      try AlgorithmListing("pagerenk").answer(in: Study([]))
    }
    #expect(refusal == "there is no algorithm 'pagerenk'; did you mean 'pagerank'?")
  }
}
