import Testing

@testable import Answers

@Suite struct NetworkStructureTests {
  @Test func `numbers and lists come by name, with relations behind ties`() throws {
    let measures = try NetworkStructure(["density", "bridges"]).answer(in: SeedNetwork.study).body.sections("measures")
    #expect(measures.map { $0.value("measure") } == [.text("density"), .text("bridges")])
    #expect(measures[0].value("numbers")?["tiedPairs"]?.number == 83)
    let ties = try #require(measures[1].section("lists")?.table("bridges")).column("tie")
    guard case .tie(let tie) = ties.first else { throw QuestionError.internal("no tie") }
    #expect(!tie.relations.isEmpty)
  }

  @Test func `without a measure it tells what says most`() throws {
    let numbers = try #require(NetworkStructure().answer(in: SeedNetwork.study).body.table("numbers"))
    let words = numbers.column("measure") + numbers.column("what")
    for word in ["density", "reciprocity", "transitivity", "diameter", "pairs tied both ways"] {
      #expect(words.contains(.text(word)), "\(word)")
    }
  }

  @Test func `a sheet holds all numbers and lists`() throws {
    let sheet = try #require(NetworkStructure(["dyad-census", "bridges"]).answer(in: SeedNetwork.study).sheet)
    #expect(sheet.columns.map(\.key) == ["measure", "list", "row", "what", "value"])
    #expect(sheet.rows.contains([.text("dyad-census"), .absent, .absent, .text("mutual"), .number(11)]))
    #expect(sheet.rows.contains { $0[1] == .text("bridges") && $0[2] == .count(1) && $0[3] == .text("relations") })
  }

  @Test
  func `an actor that an option misspells is answered with the nearest, and a number of rows that is none is refused`()
    throws
  {
    let study = try SeedNetwork.study
    let refusal = Samples.refusal { () throws(QuestionError) in
      try NetworkStructure(["group-betweenness:group=Rusia"]).answer(in: study)
    }
    #expect(refusal.contains("did you mean 'Russia'?"))
    #expect(throws: QuestionError.self) { try NetworkStructure(top: -1).check() }
  }
}
