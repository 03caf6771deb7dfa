import Testing

@Suite("paths")
struct PathsTests {
  private func paths(_ more: String...) async throws -> Program.Run {
    let arguments = more.flatMap { $0.split(separator: " ").map(String.init) }
    return try await Program.run(["paths", Program.seed, "--from", "RUS", "--to", "EU"] + arguments)
  }

  @Test("By the article's facts alone no single step leads from Russia to the EU, and that is said")
  func noFact() async throws {
    let options = "--source nieuwsimpuls-2025-07 --status fact --max-hops 1"
    let run = try await paths(options)
    #expect(run.status == 0)
    #expect(run.output.contains("There is none in one step"))
    let json = try await paths(options, "--format json")
    #expect((json.json["paths"] as? [Any])?.isEmpty == true)
  }

  @Test("With assessments and expectations there are some, and each step says what kind of statement it is")
  func allStatements() async throws {
    let options = "--source nieuwsimpuls-2025-07 --status fact,assessment,anticipated"
    let run = try await paths(options, "--format json")
    let routes = try #require(run.json["paths"] as? [[String: Any]])
    #expect(!routes.isEmpty)
    for route in routes {
      for key in ["length", "strength", "confidence", "sign"] { #expect(route[key] != nil) }
      for step in try #require(route["steps"] as? [[String: Any]]) {
        #expect(step["from"] is String && step["to"] is String)
        #expect((step["relations"] as? [String])?.isEmpty == false)
        let statements = try #require(step["statements"] as? [[String: Any]])
        #expect(
          statements.allSatisfy { ["fact", "assessment", "anticipated"].contains($0["status"] as? String ?? "") })
      }
    }
    let table = try await paths(options)
    #expect(table.output.contains("anticipated"))
    #expect(table.output.contains("nieuwsimpuls"))
  }

  @Test("Routes come best first; names, ids and aliases mean the same actor")
  func names() async throws {
    let byID = try await paths("--format json")
    let byName = try await Program.run([
      "paths", Program.seed, "--from", "russia", "--to", "European Union", "--format", "json",
    ])
    #expect(byID.output == byName.output)
    let hops = try #require(byID.json["paths"] as? [[String: Any]]).compactMap { $0["hops"] as? Int }
    #expect(hops == hops.sorted())
    #expect(hops.count == 5)
  }

  @Test("An actor that does not exist on the day is said to be missing")
  func absent() async throws {
    let run = try await Program.run(["paths", Program.seed, "--from", "IEA", "--to", "EU", "--at", "2020"])
    #expect(run.status == 0)
    #expect(run.output.contains("does not exist as of 2020-01-01"))
  }

  @Test("From an actor to itself there is the actor alone")
  func itself() async throws {
    let run = try await Program.run(["paths", Program.seed, "--from", "RUS", "--to", "Moscow"])
    #expect(run.status == 0)
    #expect(run.output.contains("the actor itself"))
    #expect(!run.output.contains("step"))
  }

  @Test("A method answers with its finding and, where it has them, with paths")
  func method() async throws {
    let flow = try await Program.run(
      ["paths", Program.seed, "--from", "RUS", "--to", "EU", "--method", "edge-disjoint-paths", "--format", "json"])
    #expect(flow.status == 0)
    #expect((flow.json["paths"] as? [[String: Any]])?.count == 2)
    let finding = try #require(flow.json["finding"] as? [String: Any])
    #expect((finding["numbers"] as? [String: Any])?["routes"] as? Int == 2)
    let tree = try await Program.run(["paths", Program.seed, "--from", "RUS", "--method", "dominator-tree"])
    #expect(tree.status == 0)
    #expect(tree.output.contains("Dominator tree from Russia"))
    let missing = try await Program.run(["paths", Program.seed, "--from", "RUS"])
    #expect(missing.status == 64)
    let target = try await Program.run(["paths", Program.seed, "--from", "RUS", "--method", "minimum-cut"])
    #expect(target.status == 64)
    #expect(target.errors.contains("--to"))
  }
}
