import ActorModel
import Foundation
import NetworkFormats
import Testing

@testable import Answers

@Suite struct StudyTests {
  @Test func `a graph is made once for all questions that look at the same`() throws {
    let study = try Samples.study()
    let first = try study.graph(StudyView())
    #expect(try study.graph(StudyView()).graph.edgeCount == first.graph.edgeCount)
    var reversed = StudyView()
    reversed.projection.direction = .reversed
    #expect(try study.graph(reversed).projection.direction == .reversed)
  }

  @Test func `a file with errors is refused with its problems`() throws {
    #expect(throws: QuestionError.self) { try Samples.study("network: x\nactors: []\nrelations: [{id: R, from: A}]\n") }
  }

  @Test func `a type that no relation has is refused with the nearest`() throws {
    let study = try Samples.study()
    var view = StudyView()
    view.projection.types = ["atacks"]
    #expect(
      Samples.refusal { () throws(QuestionError) in try NetworkOverview(view: view).answer(in: study) }
        == "there is no relation of type 'atacks'; did you mean attacks?")
  }

  @Test func `questions are read back as they were written`() throws {
    var view = StudyView.everything
    view.query.knownBy = Day(year: 2025, month: 7, day: 8)
    view.query.sources = ["s1"]
    view.projection.rollUp = .into(["RUS"])
    let question = Lookup("RUS:EU", view: view)
    let read = try JSONDecoder().decode(Lookup.self, from: JSONEncoder().encode(question))
    #expect(read.subject == "RUS:EU")
    #expect(read.view == view)
  }

  @Test func `a day that is none is refused when a question is read`() throws {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data(#"["2025-02-30"]"#.utf8)) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data(#"["2025-02"]"#.utf8)) }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(DayRange.self, from: Data(#"{"start": "2025-02-02", "end": "2025-02-01"}"#.utf8))
    }
  }
}
