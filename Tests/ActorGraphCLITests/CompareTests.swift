import Foundation
import Testing

@Suite("compare")
struct CompareTests {
  private func compare(_ from: String, _ to: String) async throws -> [String: Any] {
    let run = try await Program.run(
      [
        "compare", Program.seed, "--from", from, "--to", to, "--format", "json", "--measure", "betweenness",
        "--samples", "0",
      ])
    #expect(run.status == 0)
    return run.json
  }

  private func relations(_ json: [String: Any], _ key: String) throws -> [[String: Any]] {
    try #require((json["relations"] as? [String: Any])?[key] as? [[String: Any]])
  }

  @Test("Up to July 2025 the recognition is added and the terrorist listing ends")
  func recognition() async throws {
    let json = try await compare("2024-12-31", "2025-07-08")
    let added = try relations(json, "added")
    #expect(
      added.contains {
        $0["from"] as? String == "RUS" && $0["to"] as? String == "IEA"
          && ($0["type"] as? String)?.hasPrefix("recogni") == true
      })
    let ended = try relations(json, "ended")
    #expect(
      ended.contains {
        $0["from"] as? String == "RUS" && $0["to"] as? String == "TAL" && $0["sign"] as? String == "negative"
      }, "\(ended)")
  }

  @Test("In the second half of 2025 Pakistan and the Taliban government flip from + to −")
  func flip() async throws {
    let json = try await compare("2025-07-08", "2025-12-31")
    let flipped = try relations(json, "flipped")
    let flip = try #require(flipped.first { Set($0["actors"] as? [String] ?? []) == ["PAK", "IEA"] })
    #expect(flip["before"] as? String == "positive")
    #expect(flip["after"] as? String == "negative")
    #expect((flip["relationsBefore"] as? [String])?.isEmpty == false)
  }

  @Test("The JSON has the keys that scripts rely on")
  func keys() async throws {
    let json = try await compare("2024-12-31", "2025-07-08")
    let actors = try #require(json["actors"] as? [String: Any])
    #expect(actors["added"] is [Any] && actors["removed"] is [Any])
    for key in ["added", "ended", "changed", "flipped"] { _ = try relations(json, key) }
    let ranking = try #require((json["rankings"] as? [[String: Any]])?.first)
    #expect(ranking["measure"] as? String == "betweenness")
    #expect(ranking["kendallTauB"] is Double && ranking["rbo"] is Double)
    let move = try #require((ranking["moves"] as? [[String: Any]])?.first)
    #expect(move["actor"] is String)
    let before = try #require(move["before"] as? [String: Any])
    #expect(before["rank"] is Int && before["score"] is Double)
    let distances = try #require(json["distances"] as? [String: Any])
    for key in ["jaccard", "weightedJaccard", "hamming", "weightedHamming"] { #expect(distances[key] != nil) }
  }

  @Test("A day with itself: nothing changed")
  func same() async throws {
    let run = try await Program.run([
      "compare", Program.seed, "--from", "2025-07-08", "--to", "2025-07-08", "--samples", "0",
    ])
    #expect(run.status == 0)
    #expect(run.output.contains("Nothing changed."))
    #expect(run.output.contains("No score changed."))
  }

  @Test("Two files: a source or type that only one of them has may be named")
  func twoFiles() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let old = try scratch.write("old.yaml", NetworkText.sound)
    let new = try scratch.write(
      "new.yaml", NetworkText.sound.replacing("s1", with: "s2").replacing("meets", with: "fights"))
    let run = try await Program.run([
      "compare", old, new, "--source", "s2", "--type", "fights", "--format", "json", "--measure", "degree",
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try relations(run.json, "added").count == 1)
    #expect(try relations(run.json, "ended").isEmpty)
    let unknown = try await Program.run(["compare", old, new, "--source", "s3"])
    #expect(unknown.status == 64)
  }

  @Test("A tie without direction may be written from either end")
  func mutual() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    func file(_ name: String, _ pair: String) throws -> String {
      try scratch.write(
        name, NetworkText.sound.replacing("    from: A\n    to: B\n", with: "    between: \(pair)\n"))
    }
    let run = try await Program.run([
      "compare", try file("old.yaml", "[A, B]"), try file("new.yaml", "[B, A]"), "--measure", "degree",
    ])
    #expect(run.status == 0)
    #expect(run.output.contains("Nothing changed."))
  }
}
