import Foundation
import Testing

@Suite struct ShowTests {
  @Test func `an actor is shown with claims, sources and their addresses`() async throws {
    let run = try await Program.run(["show", Program.seed, "Iran", "--quiet"])
    #expect(run.status == 0)
    #expect(run.output.contains("actor IRN, state"))
    #expect(run.output.contains("What they rest on"))
  }

  @Test func `a tie, a relation and a source are shown under keys of their own`() async throws {
    for (subject, key) in [
      ("IRN", "actor"), ("RUS:EU", "tie"), ("R01", "relation"), ("nieuwsimpuls-2025-07", "source"),
    ] {
      let run = try await Program.run(["show", Program.seed, subject, "--format", "json"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.json[key] != nil, "\(subject)")
      let statements = try #require(run.json["statements"] as? [[String: Any]])
      let first = try #require(statements.first, "\(subject)")
      for key in ["relation", "from", "to", "type", "sign", "strength", "confidence", "status", "evidence"] {
        #expect(first[key] != nil, "\(subject): \(key)")
      }
    }
  }

  @Test func `what is misspelt ends with 64 and the nearest`() async throws {
    let run = try await Program.run(["show", Program.seed, "Irann"])
    #expect(run.status == 64)
    #expect(run.errors.contains("did you mean 'Iran'"))
  }
}
