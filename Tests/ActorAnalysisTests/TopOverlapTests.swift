import ActorAnalysis
import Testing

@Suite("TopOverlap")
struct TopOverlapTests {
  @Test("By hand: of the first two, one is in both")
  func byHand() {
    let first = ["a": 1, "b": 2, "c": 3]
    let second = ["a": 1, "c": 2, "b": 3]
    #expect(TopOverlap(depth: 1).run(first, second) == 1)
    #expect(TopOverlap(depth: 2).run(first, second) == 0.5)
    #expect(TopOverlap(depth: 3).run(first, second) == 1)
  }

  @Test("A tie at the border is in as a whole, and the sizes then differ")
  func ties() {
    #expect(TopOverlap(depth: 1).run(["a": 1, "b": 1], ["a": 1, "b": 2]) == 2.0 / 3)
    #expect(TopOverlap(depth: 1).run(["a": 1, "b": 1], ["b": 1, "a": 2]) == 2.0 / 3)
  }

  @Test("Nothing in common is 0, two empty rankings are equal")
  func extremes() {
    #expect(TopOverlap().run(["a": 1], ["b": 1]) == 0)
    #expect(TopOverlap().run(["a": 1], [:]) == 0)
    #expect(TopOverlap().run([:], [:]) == 1)
  }
}
