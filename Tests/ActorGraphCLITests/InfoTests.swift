import Testing

@Suite("info")
struct InfoTests {
  @Test("The manifest says which file was read under which seed")
  func manifest() async throws {
    let run = try await Program.run(["info", Program.seed, "--format", "json", "--seed", "7"])
    let manifest = try #require(run.json["manifest"] as? [String: Any])
    #expect(manifest["seed"] as? Int == 7)
    let input = try #require((manifest["inputs"] as? [[String: Any]])?.first)
    #expect(input["path"] as? String == Program.seed)
  }

  @Test("An empty network and a lone actor are no fault")
  func small() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for actors in [0, 1] {
      let list = actors == 0 ? " []" : "\n  - {id: A, name: A}"
      let file = try scratch.write("small.yaml", "network: small\nactors:\(list)\n")
      for command in ["info", "check", "rank", "draw"] {
        #expect(try await Program.run([command, file]).status == 0, "\(command) of \(actors)")
      }
    }
  }
}
