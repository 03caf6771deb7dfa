import Testing

@Suite struct ListTests {
  @Test(arguments: ["actors", "relations", "sources", "blocs", "anticipated"])
  func `each list stands under its own key`(_ what: String) async throws {
    let run = try await Program.run(["list", Program.seed, what, "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect((run.json[what] as? [[String: Any]])?.isEmpty == false)
    #expect(Set(run.json.keys) == ["manifest", what])
  }

  @Test func `as many actors, relations and sources are listed as info counts`() async throws {
    let info = try await Program.run(["info", Program.seed, "--format", "json"]).json
    for what in ["actors", "relations", "sources"] {
      let list = try await Program.run(["list", Program.seed, what, "--format", "json"]).json[what] as? [Any]
      #expect(list?.count == info[what] as? Int)
    }
  }

  @Test func `an unknown list ends with 64 and names those that there are`() async throws {
    let run = try await Program.run(["list", Program.seed, "ties"])
    #expect(run.status == 64)
    #expect(run.errors.contains("actors"))
  }
}
