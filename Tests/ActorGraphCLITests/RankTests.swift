import Foundation
import Testing

@Suite("rank")
struct RankTests {
  @Test("The JSON has the keys that scripts rely on, and every actor has a rank")
  func keys() async throws {
    let run = try await Program.run([
      "rank", Program.seed, "--measure", "betweenness:scale=pairs", "--measure", "pagerank", "--format", "json",
    ])
    let measures = try #require(run.json["measures"] as? [[String: Any]])
    #expect(measures.map { $0["measure"] as? String } == ["betweenness", "pagerank"])
    #expect(measures[0]["scale"] as? String == "pairs")
    #expect((measures[0]["parameters"] as? [String: String])?["scale"] == "pairs")
    #expect(measures.allSatisfy { $0["direction"] is String && $0["weights"] is String })
    let scores = try #require(measures[0]["scores"] as? [[String: Any]])
    #expect(scores.allSatisfy { $0["actor"] is String && $0["name"] is String && $0["score"] is Double })
    let ranks = scores.compactMap { $0["rank"] as? Int }
    #expect(ranks.count == scores.count)
    for (i, rank) in ranks.enumerated() { #expect(rank == i + 1 || (i > 0 && rank == ranks[i - 1])) }
  }

  @Test("All measures at once: those that are not defined say why, the others have scores")
  func all() async throws {
    let run = try await Program.run(["rank", Program.seed, "--measure", "all", "--format", "json"])
    #expect(run.status == 0)
    let measures = try #require(run.json["measures"] as? [[String: Any]])
    #expect(measures.count >= 7)
    for measure in measures {
      let scores = try #require(measure["scores"] as? [Any])
      #expect(scores.isEmpty == (measure["refused"] is String), "\(measure["measure"] ?? "")")
    }
  }

  @Test("A measure asked for alone that is not defined ends in 65 with the reason")
  func refused() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = try scratch.write("t.yaml", NetworkText.sound)
    let run = try await Program.run(["rank", file, "--measure", "eigenvector"])
    #expect(run.status == 65)
    #expect(run.errors.contains("eigenvector"))
  }

  @Test("A strength that does not fit the length asked for names its relations")
  func unfit() async throws {
    let run = try await Program.run(["rank", Program.seed, "--length", "negative-log"])
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("relation "))
    let max = try await Program.run([
      "paths", Program.seed, "--from", "RUS", "--to", "EU", "--objective", "strongest", "--length", "negative-log",
      "--combine", "max",
    ])
    #expect(max.status == 0)
  }

  @Test("The table ends before a long tie, and says how many share the next rank")
  func longTie() async throws {
    let run = try await Program.run(["rank", Program.seed, "--measure", "betweenness"])
    #expect(run.output.split(separator: "\n").count < 40)
    #expect(run.output.contains("all at rank"))
    let all = try await Program.run(["rank", Program.seed, "--measure", "betweenness", "--top", "1000"])
    #expect(!all.output.contains("… and"))
    #expect(all.output.split(separator: "\n").count > 48)
  }

  @Test("An explanation names relations and sources")
  func explanation() async throws {
    let run = try await Program.run([
      "rank", Program.seed, "--measure", "betweenness", "--explain", "Iran", "--format", "json",
    ])
    let explanation = try #require((run.json["explanations"] as? [[String: Any]])?.first)
    #expect(explanation["actor"] as? String == "IRN")
    #expect((explanation["relations"] as? [[String: Any]])?.isEmpty == false)
    #expect((explanation["sources"] as? [[String: Any]])?.first?["source"] is String)
  }

  @Test("An explanation says with its sign by how much a score changes, the largest change first, and counts the rest")
  func explanationTable() async throws {
    let run = try await Program.run([
      "rank", Program.seed, "--at", "2025-07-08", "--measure", "betweenness", "--explain", "Iran", "--top", "200",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(!text.contains("loses"))
    #expect(text.contains("without which neither score nor rank differs left out"))
    let json = try await Program.run([
      "rank", Program.seed, "--at", "2025-07-08", "--measure", "betweenness", "--explain", "Iran", "--format", "json",
    ]).json
    let explanation = try #require((json["explanations"] as? [[String: Any]])?.first)
    #expect((explanation["relationsWithoutEffect"] as? Int ?? 0) > 0)
    let rows = ["relations", "sources"].flatMap { explanation[$0] as? [[String: Any]] ?? [] }
    let largest = try #require(rows.compactMap { $0["loss"] as? Double }.max { abs($0) < abs($1) })
    let first = try #require(text.firstRange(of: largest > 0 ? " −0.0" : " +0.0"))
    let other = text.firstRange(of: largest > 0 ? " +0.0" : " −0.0")
    #expect(other.map { $0.lowerBound > first.lowerBound } ?? true)
  }

  @Test("A CSV holds a ranking and no explanation, and says so rather than dropping it")
  func explanationAsCSV() async throws {
    let run = try await Program.run(["rank", Program.seed, "--explain", "Iran", "--format", "csv"])
    #expect(run.status == 64 && run.errors.contains("--explain goes with"))
    #expect(run.output.isEmpty)
  }

  @Suite("Repeatability")
  struct Repeatability {
    /// Everything but the hash of the input.
    private func bytes(_ run: Program.Run) -> String {
      run.output.split(separator: "\n").filter { !$0.contains("\"sha256\"") }.joined(separator: "\n")
    }

    private let options = ["--measure", "all", "--format", "json"]

    @Test("1, 2 and 8 threads give the same bytes")
    func threads() async throws {
      var outputs: Set<String> = []
      for threads in ["1", "2", "8"] {
        let run = try await Program.run(["rank", Program.seed, "--threads", threads] + options)
        #expect(run.status == 0)
        outputs.insert(run.output)
      }
      #expect(outputs.count == 1)
    }

    @Test(
      "Relations, actors and sources in any order give the same bytes",
      arguments: [[], ["--direction", "either", "--roll-up", "all"], ["--combine", "keep", "--at", "2025-07-08"]])
    func order(more: [String]) async throws {
      let text = String(decoding: try Data(contentsOf: URL(filePath: Program.seed)), as: UTF8.self)
      var outputs: Set<String> = []
      for seed in 0..<3 {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let shuffled = seed == 0 ? text : NetworkText.shuffled(text, seed: UInt64(seed))
        try scratch.write("seed.yaml", shuffled)
        let run = try await Program.run(["rank", "seed.yaml"] + options + more, in: scratch.folder)
        #expect(run.status == 0, "\(run.errors)")
        outputs.insert(bytes(run))
      }
      #expect(outputs.count == 1)
    }
  }

  @Test("Ties are ranked with the relations behind them")
  func ties() async throws {
    let run = try await Program.run(["rank", Program.seed, "--measure", "edge-betweenness", "--format", "json"])
    #expect(run.status == 0)
    let measure = try #require((run.json["measures"] as? [[String: Any]])?.first)
    let ties = try #require(measure["ties"] as? [[String: Any]])
    #expect(ties.count == 83)
    #expect(ties.first?["rank"] as? Int == 1)
    #expect((ties.first?["relations"] as? [String])?.isEmpty == false)
    let mixed = try await Program.run(
      ["rank", Program.seed, "--measure", "edge-betweenness", "--measure", "degree", "--format", "csv"])
    #expect(mixed.status == 64)
  }

  @Test("Actors in a measure's parameters are named by id, name or alias, with commas or +")
  func actors() async throws {
    var outputs: [String] = []
    for names in ["RUS,IRN", "RUS+IRN", "Russia,Iran"] {
      let run = try await Program.run(
        ["rank", Program.seed, "--measure", "personalised-pagerank:from=\(names)", "--format", "csv"])
      #expect(run.status == 0)
      outputs.append(run.output)
    }
    #expect(Set(outputs).count == 1)
    let unknown = try await Program.run(["rank", Program.seed, "--measure", "personalised-pagerank:from=Rusia"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("did you mean 'Russia'?"))
    let none = try await Program.run(["rank", Program.seed, "--measure", "personalised-pagerank"])
    #expect(none.status == 64)
    #expect(none.errors.contains("needs from"))
  }

  @Test("Where a third of the actors score 0 in betweenness, a note says why and what to ask instead")
  func pathless() async throws {
    let run = try await Program.run(["rank", Program.seed, "--at", "2025-07-08"])
    #expect(run.output.contains("score 0, since no shortest path between two others passes them: "))
    #expect(run.output.contains("only act, ") && run.output.contains("--direction either"))
    let json = try await Program.run(["rank", Program.seed, "--at", "2025-07-08", "--format", "json"]).json
    let measure = try #require((json["measures"] as? [[String: Any]])?.first)
    let pathless = try #require(measure["pathless"] as? [String: Int])
    let zeros = (measure["scores"] as? [[String: Any]] ?? []).count { $0["score"] as? Double == 0 }
    #expect(pathless["count"] == zeros)
    let either = try await Program.run(["rank", Program.seed, "--at", "2025-07-08", "--direction", "either"])
    #expect(!either.output.contains("--direction either"))
  }

  @Test("An explained betweenness of 0 says that no path can pass")
  func obstacle() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", NetworkText.sound)
    let run = try await Program.run("rank t.yaml --explain A", in: scratch.folder)
    #expect(run.output.contains("No path between two others can pass Alpha: nothing leads to it."))
  }
}
