import Foundation
import Testing

@Suite("timeline")
struct TimelineCommandTests {
  /// Rows of a CSV without quotes, each by the names of the columns.
  static func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }

  /// A text without the breaks of its lines.
  static func line(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// The folder of data beside the checkout, where there is one.
  static let data = SharedFolder.data

  @Suite("Dates")
  struct Dates {
    // case 33-change-points-of-two-dates
    @Test("From two dates no change points, which is said; a CSV does not wait for what it does not hold")
    func twoDates() async throws {
      let scratch = try Scratch()
      defer { scratch.remove() }
      let small = "source,target,weight,year\nPeru,Chile,100,2001\nChile,Kenya,30,2001\nPeru,Chile,101,2002\n"
      try scratch.write("two-years.csv", small + "Chile,Kenya,30,2002\n")
      let line = ["timeline", "two-years.csv", "--frames-by", "year", "--measure", "strength"]
      let table = try await Program.run(line, in: scratch.folder)
      #expect(table.status == 0, "\(table.errors)")
      #expect(TimelineCommandTests.line(table.output).contains("2 dates are too few to tell: that takes 6"))
      let json = try await Program.run(line + ["--format", "json"], in: scratch.folder).json
      let changes = try #require(json["changePoints"] as? [String: Any])
      #expect((changes["points"] as? [Any])?.isEmpty == true && changes["tooFewDates"] as? Bool == true)
      // 400 actors and 8,000 ties in each of eight years, half of them new in the fifth: every actor changes.
      var rows = "source,target,weight,year\n"
      for year in 2001...2008 {
        for i in 0..<4000 {
          let shift = year < 2005 ? 1 : 7
          rows += "S\(i % 400),S\((i % 400 + i / 400 * 13 + shift) % 400),\(i % 7 + (year < 2005 ? 1 : 9)),\(year)\n"
        }
      }
      try scratch.write("big.csv", rows)
      let big = ["timeline", "big.csv", "--frames-by", "year", "--measure", "strength", "--quiet"]
      let points = try await Program.run(big + ["--format", "json"], in: scratch.folder)
      #expect(points.status == 0, "\(points.errors)")
      let found = try #require((points.json["changePoints"] as? [String: Any])?["points"] as? [[String: Any]])
      #expect(found.count == 400)
      #expect(found.allSatisfy { ($0["events"] as? [Any] ?? []).count <= 25 && ($0["ownEvents"] as? Int ?? 0) > 0 })
      #expect(points.output.utf8.count < 20_000_000)
    }

    @Test("What a series of pictures does not show is said")
    func seriesEnd() async throws {
      let scratch = try Scratch()
      defer { scratch.remove() }
      try scratch.write(
        "grain.csv", "source,target,since,until\nA,B,2022-07-22,2023-07-17\nA,C,2022-05-01,\nB,C,2023-09-15,\n")
      let table = try await Program.run(
        "timeline grain.csv --every quarter --to 2023-09-30 --measure relations --quiet", in: scratch.folder)
      let said =
        "2 dates with changes after 2023-07-01, the last date shown, up to 2023-09-15; --every change shows them"
      #expect(TimelineCommandTests.line(table.output).contains(said))
      let drawn = try await Program.run(
        ["draw", "grain.csv", "--every", "quarter", "--to", "2023-09-30", "--multiples", "-o", "g.svg"],
        in: scratch.folder)
      #expect(drawn.status == 0 && drawn.errors.contains(said), "\(drawn.errors)")
    }

    @Test("A CSV has a row for each date, actor and measure; a Markdown table too, unless rows by date are asked for")
    func forms() async throws {
      let line = "timeline \(Program.seed) --every year --from 2024 --to 2025 --measure degree --format "
      let csv = try await Program.run(line + "csv")
      #expect(csv.output.hasPrefix("date,actor,name,measure,score,rank\r\n"))
      #expect(csv.errors.contains("actorgraph: note: "))
      #expect(try await Program.run(line + "markdown").output.contains("| date | actor | name |"))
      #expect(try await Program.run(line + "markdown --layout wide").output.contains("| date | actor |") == false)
      let table = try await Program.run(
        "timeline \(Program.seed) --every day --from 2025-07-01 --to 2025-07-10 --measure relations")
      #expect(TimelineCommandTests.line(table.output).contains("nothing here differs from the date before left out"))
      #expect(!table.output.contains("2025-07-02 "))
    }

    @Test("Half-lives are said, and change strengths")
    func decay() async throws {
      func run(_ more: String...) async throws -> Program.Run {
        try await Program.run(
          ["rank", Program.seed, "--at", "2025-07-08", "--measure", "strength"] + more)
      }
      let plain = try await run()
      let faded = try await run("--half-life", "*=365", "--half-life", "recognises=30")
      #expect(TimelineCommandTests.line(faded.output).contains("half-lives in days: recognises 30, others 365"))
      #expect(faded.output != plain.output)
      let typo = try await run("--half-life", "recognizes=30")
      #expect(typo.status == 64 && typo.errors.contains("did you mean recognises"))
      #expect(try await run("--half-life", "recognises=0").status == 64)
      #expect(try await run("--half-life", "recognises").status == 64)
      #expect(try await run("--half-life", "*=1", "--half-life", "*=2").status == 64)
      let older = try await run("--older-than", "365")
      let text = TimelineCommandTests.line(older.output)
      #expect(text.contains("of all strength rests on the") && text.contains("without older"))
    }
  }

  @Suite("Frames")
  struct Frames {
    @Test("Files as frames, in any order on the command line: the same bytes")
    func order() async throws {
      let scratch = try Scratch()
      defer { scratch.remove() }
      try scratch.write("a.csv", "source,target,weight\nA,B,1\nB,C,2\n")
      try scratch.write("b.csv", "source,target,weight\nA,B,3\n")
      try scratch.write("c.csv", "source,target,weight\nC,B,1\n")
      let rest = ["--measure", "betweenness", "--measure", "network", "--tie", "A:B", "--quiet", "--format"]
      for format in ["json", "csv", "table", "markdown"] {
        var outputs: Set<String> = []
        for frames in [
          ["2021=a.csv", "2022=b.csv", "2023=c.csv"], ["2023=c.csv", "2021=a.csv", "2022=b.csv"],
          ["2022=b.csv", "2023=c.csv", "2021=a.csv"],
        ] {
          let run = try await Program.run(["timeline", "--frames"] + frames + rest + [format], in: scratch.folder)
          #expect(run.status == 0, "\(run.errors)")
          outputs.insert(run.output)
        }
        #expect(outputs.count == 1, "\(format)")
      }
    }

    @Test("A frame that is missing, has no date or no file ends in the exit code for it")
    func dates() async throws {
      let scratch = try Scratch()
      defer { scratch.remove() }
      try scratch.write("a.csv", "source,target,since\nA,B,2021-05-01\n")
      func run(_ frames: String...) async throws -> Program.Run {
        try await Program.run(
          ["timeline", "--frames"] + frames + ["--measure", "relations", "--format", "csv"], in: scratch.folder)
      }
      #expect(try await run("2021=missing.csv").status == 66)
      #expect(try await run("=a.csv").status == 64)
      #expect(try await run("2021=a.csv", "2021=a.csv").status == 64)
      let empty = try await run("2020=a.csv", "2021=a.csv")
      #expect(empty.status == 0 && empty.errors.contains("a.csv: nothing in it holds "), "\(empty.errors)")
    }

    @Test("Formats may differ from frame to frame")
    func formats() async throws {
      let scratch = try Scratch()
      defer { scratch.remove() }
      try scratch.write("a.csv", "source,target\nA,B\n")
      try scratch.write("b.gml", "graph [ directed 1 node [ id 1 label \"A\" ] node [ id 2 label \"B\" ] ]")
      let run = try await Program.run(
        [
          "timeline", "--frames", "2021=a.csv", "2022=b.gml", "--measure", "ties", "--format", "csv", "--quiet",
        ], in: scratch.folder)
      #expect(TimelineCommandTests.rows(run.output).map { $0["score"] } == ["1.0", "0.0"], "\(run.errors)")
    }

    @Test(
      "Signed state ties: sizes and hostile ties of every window equal a recount of the file",
      .enabled(if: data != nil, "the folder shared/data is not beside this checkout"))
    func states() async throws {
      let path = try #require(TimelineCommandTests.data) + "/cow-signed-windows-to1979/edges.csv"
      var ties: [String: Int] = [:]
      var hostile: [String: Int] = [:]
      var actors: [String: Set<String>] = [:]
      var signs: [String: [Set<String>: String]] = [:]
      for row in TimelineCommandTests.rows(try String(contentsOfFile: path, encoding: .utf8)) {
        let window = try #require(row["window"])
        ties[window, default: 0] += 1
        if row["sign"] == "-1" { hostile[window, default: 0] += 1 }
        let pair: Set<String> = [row["a"] ?? "", row["b"] ?? ""]
        actors[window, default: []].formUnion(pair)
        signs[window, default: [:]][pair] = row["sign"]
      }
      let run = try await Program.run([
        "timeline", path, "--undirected", "--direction", "either", "--frames-by", "window", "--measure", "actors",
        "--measure", "ties", "--measure", "hostile-ties", "--measure", "balance", "--measure", "flips", "--measure",
        "new-ties", "--measure", "ended-ties", "--change-points", "none", "--format", "csv", "--quiet",
      ])
      #expect(run.status == 0, "\(run.errors)")
      let rows = TimelineCommandTests.rows(run.output)
      let order = signs.keys.sorted()
      #expect(Set(rows.compactMap { $0["date"] }) == Set(order) && order.count == 31)
      for row in rows {
        let window = try #require(row["date"])
        let value = try #require(Double(row["score"] ?? ""))
        switch row["measure"] {
        case "actors": #expect(value == Double(actors[window]?.count ?? -1))
        case "ties": #expect(value == Double(ties[window] ?? -1))
        case "hostile-ties": #expect(value == Double(hostile[window] ?? 0))
        case "flips", "new-ties", "ended-ties":
          let position = try #require(order.firstIndex(of: window))
          let before = try #require(signs[order[position - 1]])
          let after = try #require(signs[window])
          switch row["measure"] {
          case "flips": #expect(value == Double(after.count { before[$0.key] != nil && before[$0.key] != $0.value }))
          case "new-ties": #expect(value == Double(after.count { before[$0.key] == nil }))
          default: #expect(value == Double(before.count { after[$0.key] == nil }))
          }
        default: #expect((0...1).contains(value))
        }
      }
    }

    @Test("A table by year: the strength of single ties as it stands in the file")
    func years() async throws {
      let scratch = try Scratch()
      defer { scratch.remove() }
      try scratch.write(
        "p.csv",
        "year,coo_name,coo,coa_name,coa,refugees,idps\n2009,Afghanistan,AFG,\"Iran, Islamic Rep.\",IRN,1022494,0\n"
          + "2008,Afghanistan,AFG,\"Iran, Islamic Rep.\",IRN,977765,5\n2008,Afghanistan,AFG,Pakistan,PAK,1780150,\n")
      let run = try await Program.run(
        [
          "timeline", "p.csv", "--column", "source=coo", "--column", "target=coa", "--column", "weight=refugees",
          "--frames-by", "year", "--tie", "AFG:IRN", "--tie", "afg:pak", "--format", "csv", "--quiet",
        ], in: scratch.folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        run.output.replacing("\r\n", with: "\n") == """
          date,actor,name,measure,score,rank
          2008,AFG:IRN,AFG → IRN,tie,977765.0,
          2008,AFG:PAK,AFG → PAK,tie,1780150.0,
          2009,AFG:IRN,AFG → IRN,tie,1022494.0,

          """)
    }

    @Test(
      "UNHCR's table: Afghans in Iran and Pakistan by year, strengths equal to the file",
      .enabled(if: data != nil, "the folder shared/data is not beside this checkout"))
    func refugees() async throws {
      let path = try #require(TimelineCommandTests.data) + "/unhcr-to2022/population.csv"
      var expected: [String: Double] = [:]
      for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
        for country in ["IRN", "PAK"] {
          // Afghanistan's name has no comma, and nothing before the host's codes does but the host's name.
          guard line.dropFirst(4).hasPrefix(",Afghanistan,AFG,AFG,"),
            let codes = line.firstRange(of: ",\(country),\(country),")
          else { continue }
          let refugees = line[codes.upperBound...].prefix { $0 != "," }
          expected["\(line.prefix(4)) AFG:\(country)"] = Double(refugees)
        }
      }
      #expect(expected.count == 30)
      let run = try await Program.run([
        "timeline", path, "--column", "source=coo_iso", "--column", "target=coa_iso", "--column", "weight=refugees",
        "--frames-by", "year", "--tie", "AFG:IRN", "--tie", "AFG:PAK", "--format", "csv", "--quiet",
      ])
      #expect(run.status == 0, "\(run.errors)")
      var found: [String: Double] = [:]
      for row in TimelineCommandTests.rows(run.output) {
        found["\(row["date"] ?? "") \(row["actor"] ?? "")"] = Double(row["score"] ?? "")
      }
      #expect(found == expected)
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test(
      "What is wrong, and what to do",
      arguments: [
        ("--every month --from 2025-02 --to 2025-01", 64, "--to 2025-01-01 is before --from 2025-02-01"),
        ("--every month --from 2025-13", 64, "months run from 01 to 12"),
        ("--every fortnight", 64, "quarter"),
        ("--every day --from 1900 --to 2000", 64, "more than 20000 dates"),
        ("--measure betwenness", 64, "did you mean 'betweenness'?"),
        ("--tie RUS", 64, "is not of the form FROM:TO"), ("--tie RUS:Nowhere", 64, "there is no actor 'Nowhere'"),
        ("--actor Nobody", 64, "there is no actor 'Nobody'"), ("--ledger ledein", 64, "did you mean 'leiden'?"),
        ("--frames-by year --every month", 64, "--every looks at one file over time"),
        ("--penalty -1", 64, "--penalty"), ("--column weight", 64, "is not FIELD=NAME"),
        ("--column wight=x", 64, "did you mean 'weight'?"),
      ])
    func refused(line: String, status: Int, words: String) async throws {
      let run = try await Program.run(["timeline", Program.seed] + line.split(separator: " ").map(String.init))
      #expect(Int(run.status) == status, "\(run.errors)")
      #expect(run.errors.contains(words), "\(run.errors)")
      #expect(run.output.isEmpty)
    }

    @Test("Of many problems in a table the first are shown, and how many more there are")
    func manyWarnings() async throws {
      let scratch = try Scratch()
      defer { scratch.remove() }
      let rows = (1...30).map { "A,B\($0),0\n" }.joined()
      try scratch.write("z.csv", "source,target,weight\n" + rows + "A,B,1\n")
      let run = try await Program.run("info z.csv", in: scratch.folder)
      #expect(run.status == 0)
      #expect((21...25).contains(run.errors.split(separator: "\n").count))
      #expect(run.errors.contains("10 more warnings; actorgraph check z.csv"), "\(run.errors)")
      #expect(try await Program.run("info z.csv --quiet", in: scratch.folder).errors.isEmpty)
    }

    @Test("No file, a file beside frames, and a file without dates")
    func files() async throws {
      let scratch = try Scratch()
      defer { scratch.remove() }
      try scratch.write("u.csv", "source,target\nA,B\n")
      #expect(try await Program.run(["timeline"]).status == 64)
      let both = try await Program.run(["timeline", "u.csv", "--frames", "2021=u.csv"], in: scratch.folder)
      #expect(both.status == 64)
      let undated = try await Program.run(["timeline", "u.csv", "--quiet"], in: scratch.folder)
      #expect(undated.status == 65 && undated.errors.contains("--from DATE --to DATE"), "\(undated.errors)")
      let given = try await Program.run(
        "timeline u.csv --quiet --every year --from 2020 --to 2021 --measure ties --format csv", in: scratch.folder)
      #expect(TimelineCommandTests.rows(given.output).count == 2)
    }
  }

  @Suite("Ways in time")
  struct Ways {
    @Test("One day is no time for a way; other options that do not fit are refused")
    func refusals() async throws {
      func status(_ more: String) async throws -> Int32 {
        try await Program.run(
          ["paths", Program.seed, "--from", "RUS", "--to", "EU"] + more.split(separator: " ").map(String.init)
        ).status
      }
      #expect(try await status("--objective earliest --at 2025-01-01") == 64)
      #expect(try await status("--objective earliest --max-hops 2") == 64)
      #expect(try await status("--transit 3") == 64)
      #expect(try await status("--objective soonest") == 64)
      #expect(try await status("--objective earliest --transit 3") == 0)
    }

    @Test("Reach in time and burstiness are ranked like other measures")
    func rankings() async throws {
      let run = try await Program.run([
        "rank", Program.seed, "--measure", "temporal-reachability", "--measure", "burstiness", "--measure", "degree",
        "--format", "json",
      ])
      #expect(run.status == 0, "\(run.errors)")
      let measures = try #require(run.json["measures"] as? [[String: Any]])
      #expect(measures.map { $0["measure"] as? String } == ["degree", "temporal-reachability", "burstiness"])
      #expect(measures.allSatisfy { ($0["scores"] as? [Any])?.isEmpty == false })
    }
  }
}
