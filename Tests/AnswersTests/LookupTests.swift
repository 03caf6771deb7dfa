import Testing

@testable import Answers

@Suite struct LookupTests {
  private func relations(_ subject: String, _ view: StudyView = .everything) throws -> [String] {
    let answer = try Lookup(subject, view: view).answer(in: Samples.study())
    return (answer.body.value("statements")?.elements ?? []).compactMap { cell in
      if case .relation(let id) = cell["relation"] { id } else { nil }
    }
  }

  @Test func `an actor is shown with every statement about it, of any day and status`() throws {
    #expect(try relations("RUS") == ["R1", "R2", "R3"])
    #expect(try relations("Moscow") == ["R1", "R2", "R3"])
    #expect(try relations("united nations") == ["R2"])
  }

  @Test func `a tie is shown with the statements either way, whatever colons an id has`() throws {
    #expect(try relations("RUS:UKR") == ["R1", "R3"])
    #expect(try relations("UKR:Russia") == ["R1", "R3"])
    #expect(try relations("UN:HQ:RUS") == ["R2"])
    #expect(try relations("UN:HQ") == ["R2"])
  }

  @Test func `a source is shown with all that rests on it or on its copies`() throws {
    #expect(try relations("s1") == ["R1", "R2"])
    #expect(try relations("s2") == ["R1", "R2"])
    #expect(try relations("s3") == ["R1"])
  }

  @Test func `a relation is shown with claims, places, dates, grades and addresses`() throws {
    let answer = try Lookup("R1").answer(in: Samples.study())
    let statement = try #require(answer.body.value("statements")?.elements.first)
    #expect(statement["from"] == .actorID("RUS"))
    #expect(statement["strength"] == .number(2))
    #expect(statement["since"] == .text("2022-02-24"))
    #expect(statement["until"] == .absent)
    #expect(statement["disputed"] == .flag(true))
    let evidence = try #require(statement["evidence"]?.elements)
    #expect(evidence.count == 2)
    #expect(evidence[0]["claim"] == .text("Russia attacks."))
    #expect(evidence[0]["locator"] == .text("page 2"))
    #expect(evidence[0]["published"] == .text("2022-07-22"))
    #expect(evidence[0]["reliability"] == .text("A"))
    #expect(evidence[0]["url"] == .text("https://example.org/deal"))
    #expect(evidence[1]["stance"] == .text("denies"))
  }

  @Test func `a day, a status or a source narrows what is shown`() throws {
    var view = StudyView.everything
    view.query.time = .day(try #require(.init(year: 2024, month: 1, day: 1)))
    #expect(try relations("RUS", view) == ["R1", "R3"])
    view.projection.statuses = [.fact]
    #expect(try relations("RUS", view) == ["R1"])
    var sourced = StudyView.everything
    sourced.query.sources = ["s2"]
    #expect(try relations("RUS", sourced) == ["R1", "R2"])
  }

  @Test func `what is misspelt is answered with the nearest`() throws {
    let study = try Samples.study()
    #expect(
      Samples.refusal { () throws(QuestionError) in try Lookup("Rusia").answer(in: study) }
        == "there is no actor, relation or source 'Rusia'; did you mean 'Russia'?")
    #expect(
      Samples.refusal { () throws(QuestionError) in try Lookup("Rusia:UKR").answer(in: study) }
        == "there is no actor 'Rusia'; did you mean 'Russia'?")
    var view = StudyView.everything
    view.query.sources = ["s9"]
    #expect(
      Samples.refusal { () throws(QuestionError) in try Lookup("RUS", view: view).answer(in: study) }
        == "there is no source 's9'; did you mean s1 or s2 or s3?")
  }
}
