import Testing

@testable import ActorAnalysis

@Suite("AlgorithmText")
struct AlgorithmTextTests {
  @Test(
    "A name, and options after a colon",
    arguments: [
      ("betweenness", "betweenness", []), ("pagerank:damping=0.9", "pagerank", ["damping 0.9"]),
      ("a:b=c,d=e=f,g=", "a", ["b c", "d e=f", "g "]), ("", "", []), ("a:b=c:d", "a", ["b c:d"]),
      ("a:b=c,d", "a", ["b c,d"]), ("a:b=c, d,e=f", "a", ["b c, d", "e f"]),
    ])
  func parts(text: String, name: String, options: [String]) throws {
    let parsed = try AlgorithmText(text)
    #expect(parsed.name == name)
    #expect(parsed.options.map { "\($0.name) \($0.value)" } == options)
  }

  @Test("A part without = that goes on with no list is refused", arguments: ["a:", "a:b", "a:b=c,", "a:b=c,,d=e"])
  func malformed(text: String) {
    #expect(throws: AlgorithmTextError.self) { try AlgorithmText(text) }
  }
}
