import Testing

@Suite("groups")
struct GroupsTests {
  @Test("An unknown method is 64 with those that exist, an unknown attribute and two limits of one search are too")
  func unknown() async throws {
    let method = try await Program.run(["groups", "nofile.yaml", "--method", "magic"])
    #expect(method.status == 64)
    #expect(method.errors.contains("'magic'; methods are leiden"))
    let attribute = try await Program.run(["groups", Program.seed, "--method", "attribute/nothing"])
    #expect(attribute.status == 64)
    #expect(attribute.errors.contains("there is no attribute 'nothing'"))
    let both = try await Program.run(["groups", Program.seed, "--search-limit", "5", "--proof-seconds", "5"])
    #expect(both.status == 64)
  }

  @Test("How to let a proof go on is named by options")
  func remedy() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    var random = UInt64(7)
    func next(_ bound: UInt64) -> UInt64 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (random >> 33) % bound
    }
    var text = "source,target,sign\n"
    for _ in 0..<300 { text += "a\(next(60)),b\(next(60)),\(next(5) < 3 ? "positive" : "negative")\n" }
    let file = try scratch.write("signed.csv", text)
    let run = try await Program.run(["groups", file, "--method", "weak-components", "--search-limit", "0"])
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("--search-limit N or --proof-seconds N lets it go on."))
  }
}
