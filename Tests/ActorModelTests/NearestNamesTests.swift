import Testing

@testable import ActorModel

@Suite("NearestNames")
struct NearestNamesTests {
  @Test(
    "Distance counts letters inserted, deleted, replaced and swapped",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "acb", 1),
      ("kitten", "sitting", 3), ("ca", "abc", 3), ("strenght", "strength", 1), ("souce", "source", 1),
    ])
  func distance(a: String, b: String, expected: Int) {
    #expect(NearestNames.distance(Array(a), Array(b)) == expected)
    #expect(NearestNames.distance(Array(b), Array(a)) == expected)
  }

  @Test("The nearest comes first, equals in alphabetical order")
  func order() {
    let names = NearestNames(to: "Iran", among: ["Irak", "IRN", "Iran Air", "iran", "Oran"])
    #expect(names.prefix(9) == ["iran", "IRN", "Irak", "Oran"])
    #expect(names.first == "iran")
    #expect(names.prefix(2) == ["iran", "IRN"])
  }

  @Test("Names beyond a third of the word are not offered")
  func limit() {
    #expect(NearestNames(to: "until", among: ["unit"]).first == nil)
    #expect(NearestNames(to: "untill", among: ["until"]).first == "until")
    #expect(NearestNames(to: "x", among: ["y"]).first == "y")
    #expect(NearestNames(to: "Rusia", among: ["Russia"]).first == "Russia")
    #expect(NearestNames(to: "Rusia", among: [] as [String]).first == nil)
    let long = String(repeating: "a", count: 40)
    #expect(NearestNames(to: long, among: [String(long.dropLast(4))]).first != nil)
    #expect(NearestNames(to: long, among: [String(long.dropLast(5))]).first == nil)
  }

  @Test("Capitals do not count, in any script")
  func capitals() {
    #expect(NearestNames(to: "РОССИЯ", among: ["Россия", "Кремль"]).first == "Россия")
  }
}
