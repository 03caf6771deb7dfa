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
}
