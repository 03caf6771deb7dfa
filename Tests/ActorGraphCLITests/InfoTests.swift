import Testing

@Suite("info")
struct InfoTests {
  @Test("The seed network holds at least 26 actors, 60 relations and 40 sources")
  func seed() async throws {
    let run = try await Program.run(["info", Program.seed, "--format", "json"])
    #expect(run.status == 0)
    #expect(try #require(run.json["actors"] as? Int) >= 26)
    #expect(try #require(run.json["relations"] as? Int) >= 60)
    #expect(try #require(run.json["sources"] as? Int) >= 40)
    #expect(run.json["directed"] as? Bool == true)
    #expect(try #require(run.json["components"] as? Int) >= 1)
    #expect((0...1).contains(try #require(run.json["density"] as? Double)))
  }

  @Test("The manifest says how the result was made")
  func manifest() async throws {
    let run = try await Program.run([
      "info", Program.seed, "--format", "json", "--seed", "7", "--direction", "either", "--roll-up", "all",
    ])
    let manifest = try #require(run.json["manifest"] as? [String: Any])
    #expect(manifest["command"] as? String == "info")
    #expect(manifest["version"] is String)
    #expect(manifest["seed"] as? Int == 7)
    let input = try #require((manifest["inputs"] as? [[String: Any]])?.first)
    #expect(input["path"] as? String == Program.seed)
    #expect((input["sha256"] as? String)?.count == 64)
    let projection = try #require(manifest["projection"] as? [String: Any])
    #expect(projection["direction"] as? String == "either")
    #expect(projection["rollUp"] as? String == "all")
    #expect(run.json["directed"] as? Bool == false)
  }

  @Test("The file is counted whole, the graph as of the day")
  func day() async throws {
    let early = try await Program.run(["info", Program.seed, "--format", "json", "--at", "2022"])
    let late = try await Program.run(["info", Program.seed, "--format", "json", "--at", "2025-07-08"])
    #expect(early.json["relations"] as? Int == late.json["relations"] as? Int)
    func edges(_ run: Program.Run) throws -> Int {
      try #require((run.json["graph"] as? [String: Any])?["edges"] as? Int)
    }
    #expect(try edges(early) < edges(late))
  }

  @Test("An empty network and a lone actor are counted without complaint")
  func small() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for actors in [0, 1] {
      let list = actors == 0 ? " []" : "\n  - {id: A, name: A}"
      let file = try scratch.write("small.yaml", "network: small\nactors:\(list)\n")
      let run = try await Program.run(["info", file, "--format", "json"])
      #expect(run.status == 0)
      #expect(run.json["actors"] as? Int == actors)
      #expect(run.json["density"] as? Double == 0)
      for command in ["info", "check", "rank", "draw"] {
        #expect(try await Program.run([command, file]).status == 0, "\(command) of \(actors)")
      }
    }
  }
}
