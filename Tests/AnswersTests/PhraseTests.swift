import ActorModel
import Testing

@testable import Answers

@Suite struct PhraseTests {
  @Test func `names and numbers in a phrase are known for what they are`() {
    let russia = Actor(id: "RUS", name: "Russia")
    let phrase: Phrase = "\(russia) rose by \(0.25, as: .change) through \(relation: "R1")"
    #expect(
      phrase.parts == [
        .actor(ActorReference(russia)), .text(" rose by "), .number(0.25, .change), .text(" through "), .relation("R1"),
      ])
  }

  @Test func `phrases are joined with words between them`() {
    #expect([Phrase("a"), Phrase("b")].joined(separator: ", ").plain == "a, b")
    #expect([Phrase]().joined(separator: ", ").isEmpty)
  }
}
