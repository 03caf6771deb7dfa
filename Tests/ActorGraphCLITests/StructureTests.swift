import Testing

@Suite("structure")
struct StructureTests {
  @Test("The JSON has numbers and lists by name, with relations behind ties")
  func json() async throws {
    let run = try await Program.run(
      ["structure", Program.seed, "--measure", "density", "--measure", "bridges", "--format", "json"])
    #expect(run.status == 0)
    let measures = try #require(run.json["measures"] as? [[String: Any]])
    #expect(measures.map { $0["measure"] as? String } == ["density", "bridges"])
    let numbers = try #require(measures[0]["numbers"] as? [String: Any])
    #expect(numbers["tiedPairs"] as? Int == 83)
    let lists = try #require(measures[1]["lists"] as? [String: [[String: Any]]])
    let tie = try #require(lists["bridges"]?.first?["tie"] as? [String: Any])
    #expect((tie["relations"] as? [String])?.isEmpty == false)
    #expect(run.json["manifest"] != nil)
  }

  @Test("Without a measure it tells what says most; a table fits 100 columns")
  func table() async throws {
    let run = try await Program.run(["structure", Program.seed])
    #expect(run.status == 0)
    for word in ["density", "reciprocity", "transitivity", "diameter", "pairs tied both ways"] {
      #expect(run.output.contains(word))
    }
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("CSV is one long table")
  func csv() async throws {
    let run = try await Program.run(
      ["structure", Program.seed, "--measure", "dyad-census", "--measure", "bridges", "--format", "csv"])
    let lines = run.output.split(separator: "\r\n")
    #expect(lines.first == "measure,list,row,what,value")
    #expect(lines.contains("dyad-census,,,mutual,11.0"))
    #expect(lines.contains { $0.hasPrefix("bridges,bridges,1,relations,") })
  }

  @Test("What it does not take is answered with the command that does; a refusal alone ends with 65")
  func refusals() async throws {
    let other = try await Program.run(["structure", Program.seed, "--measure", "betweenness"])
    #expect(other.status == 64)
    #expect(other.errors.contains("actorgraph rank FILE --measure betweenness"))
    let actor = try await Program.run(["structure", Program.seed, "--measure", "group-betweenness:group=Rusia"])
    #expect(actor.status == 64)
    #expect(actor.errors.contains("did you mean 'Russia'?"))
    let directed = try await Program.run(["structure", Program.seed, "--measure", "global-minimum-cut"])
    #expect(directed.status == 65)
    #expect(directed.errors.contains("project without direction"))
    #expect(try await Program.run(["structure", Program.seed, "--top", "0"]).status == 64)
  }
}
