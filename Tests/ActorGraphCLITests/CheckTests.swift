import Testing

@Suite("check")
struct CheckTests {
  @Test("The seed network is valid; its lone sources and disputes are listed")
  func seed() async throws {
    let run = try await Program.run(["check", Program.seed, "--format", "json"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let findings = try #require(run.json["findings"] as? [[String: Any]])
    let kinds = Set(findings.compactMap { $0["kind"] as? String })
    #expect(kinds.isSuperset(of: ["lone source", "disputed"]))
    #expect(!kinds.contains("unsupported"), "every statement of the seed has a source")
    #expect(findings.contains { $0["subject"] as? String == "R01" && $0["kind"] as? String == "disputed" })
  }

  @Test("One kind alone")
  func kind() async throws {
    let run = try await Program.run(["check", Program.seed, "--format", "json", "--kind", "disputed"])
    let findings = try #require(run.json["findings"] as? [[String: Any]])
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { $0["kind"] as? String == "disputed" })
  }

  @Test("Findings are counted by kind, some kinds alone or left out; an unknown kind is refused")
  func kinds() async throws {
    let all = try await Program.run(["check", Program.seed, "--format", "json"])
    let counts = try #require(all.json["counts"] as? [String: Int])
    #expect(counts.values.reduce(0, +) == (all.json["findings"] as? [Any])?.count)
    let without = try await Program.run(
      ["check", Program.seed, "--format", "json", "--without-kind", "lone source,undated"])
    let kinds = Set((without.json["findings"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String })
    #expect(kinds == Set(counts.keys).subtracting(["lone source", "undated"]))
    #expect(without.json["counts"] as? [String: Int] == counts, "what is not listed is counted all the same")
    let table = try await Program.run(["check", Program.seed, "--without-kind", "lone source"])
    #expect(table.output.contains("Not listed, as asked: lone source."))
    let unknown = try await Program.run(["check", Program.seed, "--without-kind", "lonesource"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("did you mean 'lone source'?"))
  }

  @Test("Many findings are counted first, and the table says where it stops; CSV lists all")
  func manyFindings() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let count = 20_000
    let ties = (0..<count).map { "a\($0 % 500),b\($0 % 499)\n" }.joined()
    try scratch.write("big.csv", "source,target\n" + ties)
    let table = try await Program.run("check big.csv", in: scratch.folder)
    let lines = table.output.split(separator: "\n").map(String.init)
    #expect(lines.count < 300)
    #expect(table.output.contains("… and 19900 more of unsupported, 19900 more of undated; --top 20000 shows all"))
    let unsupported = try #require(lines.firstIndex { $0.hasPrefix("unsupported") && $0.contains("20000") })
    #expect(unsupported < 12, "counts stand first")
    let csv = try await Program.run("check big.csv --format csv", in: scratch.folder)
    #expect(csv.output.split(separator: "\r\n").count == 1 + 2 * count + 3)
  }

  @Test("A file says for how many relations it leaves strength, confidence and status to be taken for granted")
  func unstated() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", NetworkText.sound.replacing("    confidence: 0.5\n", with: ""))
    let run = try await Program.run("check t.yaml", in: scratch.folder)
    #expect(run.output.contains("not stated for 1 of 1 relations, which count as certain, with 1"))
    let json = try await Program.run("check t.yaml --format json", in: scratch.folder).json
    #expect(json["unstated"] as? [String: Int] == ["strength": 0, "confidence": 1, "status": 1])
  }
}
