import ActorAnalysis
import Testing

@Suite("RankBiasedOverlap")
struct RankBiasedOverlapTests {
  /// Ranks of letters in their order.
  private func order(_ letters: String) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: letters.enumerated().map { ("\($1)", $0 + 1) })
  }

  /// The values frozen below are made by `Oracle/rank_biased_overlap.py`, which sums the definition term by term.
  @Test(
    "Known values without ties, of equal and unequal length",
    arguments: [
      ("abcde", "bacde", 0.9, 0.9), ("abcde", "edcba", 0.9, 0.737775), ("abcde", "abc", 0.9, 1),
      ("abc", "xbcay", 0.8, 0.6141866666666667), ("abcdefghij", "badcfehgji", 0.98, 0.9654862979676642),
      ("ab", "ba", 0.5, 0.5),
    ])
  func known(first: String, second: String, persistence: Double, expected: Double) {
    let overlap = RankBiasedOverlap(persistence: persistence)
    #expect(abs(overlap.run(order(first), order(second)) - expected) < 1e-12)
    #expect(abs(overlap.run(order(second), order(first)) - expected) < 1e-12)
  }

  @Test("By hand: the first two change places, so that only depth 1 disagrees and loses 1 − p")
  func byHand() {
    for persistence in [0.1, 0.5, 0.9] {
      let value = RankBiasedOverlap(persistence: persistence).run(order("abcd"), order("bacd"))
      #expect(abs(value - persistence) < 1e-12)
    }
  }

  @Test("With itself a ranking agrees wholly, with a disjoint one not at all")
  func extremes() {
    for letters in ["a", "ab", "abcdefghijklmnopqrstuvwxyz"] {
      #expect(abs(RankBiasedOverlap().run(order(letters), order(letters)) - 1) < 1e-12)
    }
    #expect(RankBiasedOverlap().run(order("abc"), order("def")) == 0)
    #expect(RankBiasedOverlap().run(order("abc"), order("defgh")) == 0)
  }

  @Test("Empty rankings agree; an empty one and another do not")
  func empty() {
    #expect(RankBiasedOverlap().run([:], [:]) == 1)
    #expect(RankBiasedOverlap().run([:], order("a")) == 0)
    #expect(RankBiasedOverlap().run(order("a"), [:]) == 0)
  }

  @Test("Ties: everybody with a rank stands in the list from that depth on")
  func ties() {
    let overlap = RankBiasedOverlap()
    let tied = ["a": 1, "b": 2, "c": 2, "d": 4]
    #expect(abs(overlap.run(tied, ["a": 1, "b": 2, "c": 3, "d": 4]) - 0.982) < 1e-12)
    #expect(abs(overlap.run(["a": 1, "b": 1, "c": 3], ["a": 1, "b": 2, "c": 3]) - 0.9666666666666667) < 1e-12)
    #expect(abs(overlap.run(["a": 1, "b": 1, "c": 1], ["a": 1, "b": 1, "c": 1]) - 1) < 1e-12)
    let other = ["b": 1, "e": 1, "a": 3, "c": 4, "f": 5, "d": 6]
    #expect(abs(overlap.run(tied, other) - 0.735165) < 1e-12)
    #expect(abs(overlap.run(other, tied) - 0.735165) < 1e-12)
  }

  @Test("The top counts most: a change there costs more than the same change below")
  func topHeavy() {
    let overlap = RankBiasedOverlap()
    let atTop = overlap.run(order("abcdefgh"), order("bacdefgh"))
    let below = overlap.run(order("abcdefgh"), order("abcdefhg"))
    #expect(atTop < below)
    #expect(below < 1)
  }
}
