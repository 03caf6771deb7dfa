import Foundation
import Testing

@Suite("compare")
struct CompareTests {
  private func compare(_ from: String, _ to: String) async throws -> [String: Any] {
    let run = try await Program.sharedRun(
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

  @Test("By the end of 2025 the ministry's case against Molokhov has ended")
  func molokhov() async throws {
    let ended = try relations(try await compare("2025-07-08", "2025-12-31"), "ended")
    let found = ended.filter { Set([$0["from"], $0["to"]].compactMap { $0 as? String }) == ["RUS-MOJ", "MOLOKHOV"] }
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0["until"] as? String == "2025-11-27" })
  }

  @Test("Russia gained most in betweenness up to July 2025, and the shares of the changes add up to what it gained")
  func gained() async throws {
    let run = try await Program.run([
      "compare", Program.seed, "--from", "2024-12-31", "--to", "2025-07-08", "--format", "json", "--measure",
      "betweenness", "--samples", "3", "--draws", "9",
    ])
    #expect(run.status == 0)
    let json = run.json
    let ranking = try #require((json["rankings"] as? [[String: Any]])?.first)
    let moves = try #require(ranking["moves"] as? [[String: Any]])
    #expect(moves.first?["actor"] as? String == "RUS")
    let evidence = try #require(json["evidence"] as? [String: [[String: Any]]])
    for move in moves {
      func score(_ key: String) -> Double { (move[key] as? [String: Any])?["score"] as? Double ?? 0 }
      let because = try #require(move["because"] as? [[String: Any]])
      let sum = because.reduce(0) { $0 + ($1["share"] as? Double ?? 0) }
      #expect(abs(sum - (score("after") - score("before"))) < 1e-9, "\(move["actor"] ?? "")")
      // Every cause leads to its evidence.
      #expect(because.allSatisfy { evidence[$0["relation"] as? String ?? ""]?.isEmpty == false })
      let chance = try #require(move["byChance"] as? [String: Any])
      #expect((chance["rank"] as? Double).map { (0.1...1).contains($0) } == true)
    }
  }

  @Test("Up to twelve changes the shares are exact, and sentences name the causes with their sources")
  func exact() async throws {
    let line = ["compare", Program.seed, "--from", "2025-07-08", "--to", "2025-10-05", "--measure", "betweenness"]
    let json = try await Program.run(line + ["--format", "json", "--draws", "0"]).json
    let changes = try ["added", "ended", "changed"].reduce(0) { $0 + (try relations(json, $1)).count }
    #expect((1...12).contains(changes), "\(changes)")
    let moves = try #require(((json["rankings"] as? [[String: Any]])?.first)?["moves"] as? [[String: Any]])
    let shares = moves.flatMap { $0["because"] as? [[String: Any]] ?? [] }
    #expect(shares.allSatisfy { $0["error"] as? Double == 0 })
    let table = try await Program.run(line + ["--draws", "0"])
    #expect(table.output.contains("Why: "))
    #expect(table.output.contains("account") && !table.output.contains("estimates from random orders"))
  }

  @Test("By dyad, each pair of actors once; the notes count them as the JSON does")
  func dyads() async throws {
    let line = [
      "compare", Program.seed, "--from", "2025-07-08", "--to", "2025-12-31", "--samples", "0", "--draws", "0",
      "--measure", "degree",
    ]
    let json = try await Program.run(line + ["--format", "json"]).json
    let dyads = try #require(json["dyads"] as? [[String: Any]])
    let pairs = dyads.compactMap { ($0["actors"] as? [String])?.joined(separator: " ") }
    #expect(!pairs.isEmpty && Set(pairs).count == dyads.count)
    let flipped = dyads.count { $0["change"] as? String == "flipped" }
    let added = dyads.count { $0["change"] as? String == "added" }
    let table = try await Program.run(line + ["--by", "dyad"])
    #expect(table.output.contains("\(added) added"))
    #expect(table.output.contains("\(flipped) flipped"))
  }

  @Test("Blocs, balance and all distances stand in the JSON, and are mirrored when the times change places")
  func shapes() async throws {
    func run(_ from: String, _ to: String) async throws -> [String: Any] {
      try await Program.run([
        "compare", Program.seed, "--from", from, "--to", to, "--samples", "0", "--draws", "0", "--measure", "degree",
        "--format", "json",
      ]).json
    }
    let forth = try await run("2024-12-31", "2025-07-08")
    let back = try await run("2025-07-08", "2024-12-31")
    let one = try #require(forth["distances"] as? [String: Any])
    let other = try #require(back["distances"] as? [String: Any])
    let names = [
      "jaccard", "weightedJaccard", "hamming", "weightedHamming", "deltacon", "netsimile", "portraitDivergence",
      "laplacianSpectral",
    ]
    for name in names {
      let value = try #require(one[name] as? Double, "\(name)")
      #expect(value > 0 && other[name] as? Double == value, "\(name)")
    }
    let blocs = try #require(forth["blocs"] as? [String: Any])
    let mirror = try #require(back["blocs"] as? [String: Any])
    for name in ["adjustedRand", "normalizedMutualInformation", "variationOfInformation"] {
      let value = try #require(blocs[name] as? Double)
      #expect(abs(value - (mirror[name] as? Double ?? .nan)) < 1e-12, "\(name)")
    }
    let balance = try #require(forth["balance"] as? [String: [String: Any]])
    #expect(balance["before"]?["triangles"] is Int && balance["after"]?["frustration"] is [String: Any])
  }

  @Test("Windows may be compared, and a time that is none is refused with the way to write one")
  func times() async throws {
    let windows = try await Program.run([
      "compare", Program.seed, "--from", "2024..2025", "--to", "2025..2026", "--samples", "0", "--draws", "0",
      "--measure", "degree",
    ])
    #expect(windows.status == 0, "\(windows.errors)")
    #expect(windows.output.contains("from 2024-01-01 until 2025-01-01"))
    let wrong = try await Program.run(["compare", Program.seed, "--from", "spring", "--to", "2025"])
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("spring"))
  }

  @Test("What could be known then: before the recognition was reported it is not there")
  func knownThen() async throws {
    let run = try await Program.run([
      "compare", Program.seed, "--from", "2025-07-02", "--to", "2025-07-08", "--known-then", "--samples", "0",
      "--draws", "0", "--measure", "degree", "--format", "json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let views = try #require((run.json["manifest"] as? [String: Any])?["views"] as? [[String: Any]])
    #expect(views.map { $0["knownBy"] as? String } == ["2025-07-02", "2025-07-08"])
    #expect(try relations(run.json, "added").contains { $0["relation"] as? String == "R01" })
  }

  /// How many dyads of each kind of change the program finds between two frames of a table of ties.
  private func counts(_ file: String, by column: String, _ from: String, _ to: String) async throws -> [String: Int] {
    let run = try await Program.run([
      "compare", file, "--frames-by", column, "--from", from, "--to", to, "--samples", "0", "--draws", "0", "--blocs",
      "none", "--measure", "degree", "--format", "json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let dyads = try #require(run.json["dyads"] as? [[String: Any]])
    return dyads.reduce(into: [:]) { $0[$1["change"] as? String ?? "", default: 0] += 1 }
  }

  @Test("Frames of one table: dyads added, ended and flipped; an unknown frame is refused with the nearest")
  func frames() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = try scratch.write(
      "ties.csv",
      """
      frame,source,target,sign
      46-49,A,B,1
      46-49,B,C,-1
      46-49,C,D,1
      50-54,A,B,-1
      50-54,B,C,-1
      50-54,A,D,1

      """)
    let found = try await counts(file, by: "frame", "46-49", "50-54")
    #expect(found == ["flipped": 1, "added": 1, "ended": 1])
    let unknown = try await Program.run([
      "compare", file, "--frames-by", "frame", "--from", "46-48", "--to", "50-54",
    ])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("46-49"))
  }

  @Test(
    "Signed ties of states 1946–1979: dyads added, ended and flipped equal a plain recount of the file",
    .enabled(if: SharedFolder.data != nil, "the folder shared/data is not beside this checkout"),
    arguments: [["46-49", "48-51"], ["60-63", "61-64"], ["46-49", "76-79"]])
  func signedStates(frames: [String]) async throws {
    let folder = try #require(SharedFolder.data)
    let file = folder + "/cow-signed-windows-to1979/edges.csv"
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").dropFirst()
    let rows = lines.map { $0.split(separator: ",").map(String.init) }
    func ties(_ frame: String) -> [Set<String>: String] {
      rows.filter { $0[0] == frame }.reduce(into: [:]) { $0[[$1[1], $1[2]]] = $1[3] }
    }
    let old = ties(frames[0])
    let new = ties(frames[1])
    let found = try await counts(file, by: "window", frames[0], frames[1])
    #expect(!old.isEmpty && !new.isEmpty)
    #expect(found["added"] ?? 0 == new.keys.count { old[$0] == nil })
    #expect(found["ended"] ?? 0 == old.keys.count { new[$0] == nil })
    #expect(found["flipped"] ?? 0 == old.count { pair, sign in new[pair].map { $0 != sign } ?? false })
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

  @Test("What a reader sees of relations, actors and sources is told where it changed, in the table and in the JSON")
  func everyField() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    func network(_ until: String, _ more: String, _ name: String, _ title: String) -> String {
      """
      network: t
      sources:
        - {id: s1, title: \(title)}
      actors:
        - {id: A, name: \(name)}
        - {id: B, name: B}
      relations:
        - id: R1
          from: A
          to: B
          type: meets
          since: 2020
          until: \(until)
          \(more)
          evidence:
            - source: s1

      """
    }
    let old = try scratch.write("old.yaml", network("2026", "label: trade", "Alpha", "First"))
    let new = try scratch.write("new.yaml", network("2030", "note: doubtful", "Alpha Two", "Second"))
    let line = ["compare", old, new, "--from", "2025", "--to", "2025", "--measure", "degree", "--draws", "0"]
    let table = try await Program.run(line)
    #expect(table.status == 0, "\(table.errors)")
    #expect(!table.output.contains("Nothing changed."))
    let text = table.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in ["until 2026 → 2030", "label trade → none", "name Alpha → Alpha Two", "title First → Second"] {
      #expect(text.contains(words), "\(words)")
    }
    let json = try await Program.run(line + ["--format", "json"]).json
    let change = try #require(try relations(json, "changed").first)
    let fields = try #require(change["fields"] as? [[String: Any]])
    #expect(fields.map { $0["field"] as? String } == ["until", "label", "note"])
    #expect(fields[1]["after"] == nil && fields[2]["after"] as? String == "doubtful")
    let actors = try #require((json["actors"] as? [String: Any])?["changed"] as? [[String: Any]])
    #expect(actors.map { $0["id"] as? String } == ["A"])
    let sources = try #require((json["sources"] as? [String: Any])?["changed"] as? [[String: Any]])
    #expect(sources.map { $0["id"] as? String } == ["s1"])
  }

  @Test("Where a state between has no length, the explanation by lengths is refused with the reason; the rest goes on")
  func refusedExplanation() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    func network(_ id: String, _ type: String, _ strength: String) -> String {
      """
      network: t
      actors:
        - {id: A, name: A}
        - {id: B, name: B}
        - {id: C, name: C}
      relations:
        - {id: \(id), from: A, to: B, type: \(type), strength: \(strength)}
        - {id: R0, from: B, to: A, type: meets, sign: positive, strength: 0.5}

      """
    }
    let old = try scratch.write("old.yaml", network("R1", "old", "0.7"))
    let new = try scratch.write("new.yaml", network("R2", "new", "0.6"))
    let line = [
      "compare", old, new, "--length", "negative-log", "--measure", "harmonic", "--measure", "strength:direction=out",
      "--draws", "0",
    ]
    let run = try await Program.run(line + ["--format", "json"])
    // Balance adds both directions up to more than 1, and reads no length either.
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.json["balance"] != nil)
    let rankings = try #require(run.json["rankings"] as? [[String: Any]])
    #expect((rankings[0]["explanationRefused"] as? String)?.contains("R1, R2") == true)
    let moves = try #require(rankings[1]["moves"] as? [[String: Any]])
    let because = try #require(moves.first { $0["actor"] as? String == "A" }?["because"] as? [[String: Any]])
    let shares = because.map { "\($0["relation"] ?? "") \(String(format: "%.3f", $0["share"] as? Double ?? 0))" }
    #expect(shares == ["R1 -0.700", "R2 0.600"])
    for format in ["table", "markdown"] {
      let text = try await Program.run(line + ["--format", format]).output
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(text.contains("Why ranks moved cannot be said: with some of the changes made"), "\(text)")
    }
  }

  @Test("Sentences speak of ranks, and of no share above the whole")
  func sentences() async throws {
    let run = try await Program.run([
      "compare", Program.seed, "--from", "2024-12-31", "--to", "2025-07-08", "--measure", "betweenness", "--measure",
      "harmonic", "--draws", "0", "--top", "50",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let why = run.output.split(separator: "\n").filter { $0.hasPrefix("Why: ") }
    #expect(!why.isEmpty)
    #expect(why.allSatisfy { $0.contains(" rank ") && !$0.contains("stayed at") }, "\(why)")
    let shares = run.output.matches(of: /account(?:s)?\s+for\s+([0-9.]+)\s+%/).compactMap { Double($0.output.1) }
    #expect(shares.allSatisfy { $0 <= 100 }, "\(shares)")
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
