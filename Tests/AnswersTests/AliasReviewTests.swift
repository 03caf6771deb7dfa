import Testing

@testable import Answers

@Suite struct AliasReviewTests {
  @Test func `actors that may be the same are named by their ids, with the spellings that are alike`() throws {
    let answer = try AliasReview().answer(
      in: Samples.study(
        """
        network: n
        actors:
          - {id: A, name: Muammar Qaddafi}
          - {id: B, name: Muammar Kadafi}
          - {id: C, name: Somebody else}
        """))
    let found = try #require(answer.body.table("suggestions"))
    #expect(found.column("first") == [.actorID("A")])
    #expect(found.column("second") == [.actorID("B")])
    #expect(found.column("firstName") == [.text("Muammar Qaddafi")])
    #expect(answer.sheet?.rows.count == 1)
    #expect(answer.manifest?.command == "check")
  }

  @Test func `where there are none that is said`() throws {
    let answer = try AliasReview().answer(in: Samples.study(Samples.chain))
    #expect(answer.body.notes == "None.")
  }
}
