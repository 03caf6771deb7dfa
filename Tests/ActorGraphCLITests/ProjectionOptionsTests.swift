import Foundation
import Testing

@Suite("What is looked at, and how it is said")
struct ProjectionOptionsTests {
  // case 19-loops-never-count
  @Suite("Ties of an actor with itself")
  struct Loops {
    private static let ties =
      "source,target,directed\n1,1,false\n1,2,false\n1,3,false\n1,4,false\n2,4,false\n3,5,false\n"
    private func run(_ line: String) async throws -> Program.Run {
      let scratch = try Scratch()
      defer { scratch.remove() }
      try scratch.write("loop.csv", Self.ties)
      return try await Program.run(line, in: scratch.folder)
    }

    /// The score of actor 1.
    private func score(_ measure: String, _ options: String) async throws -> Double {
      let json = try await run("rank loop.csv --measure \(measure) --format json \(options)").json
      let scores = (json["measures"] as? [[String: Any]])?.first?["scores"] as? [[String: Any]]
      return try #require(scores?.first { $0["actor"] as? String == "1" }?["score"] as? Double)
    }

    @Test("Kept where that is asked for, dropped where it is not")
    func option() async throws {
      #expect(try await score("degree", "--loops keep") == 5)
      #expect(try await score("degree", "") == 3)
    }

    @Test("Every form of output says what became of them")
    func said() async throws {
      for form in ["table", "markdown"] {
        let dropped = try await run("rank loop.csv --format \(form)").output.split(whereSeparator: \.isWhitespace)
        #expect(dropped.joined(separator: " ").contains("1 tie inside one actor dropped"))
        let kept = try await run("rank loop.csv --format \(form) --loops keep")
        let words = kept.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("1 tie inside one actor kept as a loop"))
      }
      let json = try await run("rank loop.csv --format json").json
      let projection = try #require((json["manifest"] as? [String: Any])?["projection"] as? [String: Any])
      #expect(projection["loops"] as? String == "drop")
      #expect(projection["droppedLoops"] as? Int == 1)
      #expect(projection["combination"] as? String == "sum", "the projection keeps its own keys")
      let csv = try await run("rank loop.csv --format csv")
      #expect(csv.errors.contains("1 tie inside one actor dropped; --loops keep keeps it"))
      #expect(!csv.output.contains("dropped"))
      #expect(try await run("rank loop.csv --format csv --quiet").errors.isEmpty)
      let picture = try await run("draw loop.csv --format svg").output
      #expect(picture.contains("1 tie inside one actor dropped"))
    }

    @Test("A picture is drawn with loops that are kept")
    func picture() async throws {
      let run = try await run("draw loop.csv --loops keep")
      #expect(run.status == 0, "\(run.errors)")
    }
  }

  @Suite("Undated ties and days outside the file's dates")
  struct Dates {
    private static let network = """
      network: t
      actors: [{id: A, name: A}, {id: B, name: B}, {id: C, name: C}]
      relations:
      - {id: R1, from: A, to: B, type: t, since: 2003-05-15}
      - {id: R2, from: B, to: C, type: t, since: 2020, until: 2026-07-07}
      - {id: R3, from: C, to: A, type: t}
      - {id: R4, from: A, to: C, type: t, status: anticipated}

      """

    private func run(_ line: String) async throws -> Program.Run {
      let scratch = try Scratch()
      defer { scratch.remove() }
      try scratch.write("t.yaml", Self.network)
      try scratch.write("u.csv", "source,target\nA,B\n")
      return try await Program.run(line, in: scratch.folder)
    }

    private func words(_ line: String) async throws -> String {
      try await run(line).output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private let outside = "1850-01-01 lies before the file's dates, 2003-05-15 to 2026-07-07"

    @Test(
      "A table's head says how many undated relations count, and that the day lies outside",
      arguments: ["rank t.yaml", "paths t.yaml --from C --to A"])
    func tables(command: String) async throws {
      let early = try await words("\(command) --at 1850")
      #expect(early.contains("1 undated relation counts as held"), "\(early)")
      #expect(early.contains(outside))
      #expect(try await words("\(command) --at 2099").contains("2099-01-01 lies after the file's dates"))
      let within = try await words("\(command) --at 2021 --status fact,anticipated")
      #expect(within.contains("2 undated relations count as held"))
      #expect(!within.contains("lies "))
    }

    @Test("So do Markdown, JSON, and for CSV a note on standard error")
    func forms() async throws {
      #expect(try await words("rank t.yaml --at 1850 --format markdown").contains(outside))
      let csv = try await run("rank t.yaml --at 1850 --format csv")
      #expect(csv.errors.contains(outside) && csv.errors.contains("1 undated relation counts as held"))
      let json = try await run("rank t.yaml --at 1850 --format json").json
      let manifest = try #require(json["manifest"] as? [String: Any])
      #expect((manifest["projection"] as? [String: Any])?["undatedRelations"] as? Int == 1)
      let view = try #require((manifest["views"] as? [[String: Any]])?.first)
      #expect(view["undatedRelations"] as? Int == 1)
      #expect(view["outsideDates"] as? String == "before")
      #expect(view["datesCovered"] as? [String] == ["2003-05-15", "2026-07-07"])
    }

    @Test("So do the captions of pictures and the heads of series")
    func picturesAndSeries() async throws {
      let picture = try await run("draw t.yaml --at 1850 --format svg").output
      #expect(picture.contains("1 undated relation counts as held"))
      #expect(picture.contains("lies before the file"))
      let series = try await words("timeline t.yaml --every year --from 2001 --to 2004 --measure relations")
      #expect(series.contains("1 undated relation counts as held"))
      #expect(series.contains("3 dates lie outside the file's dates, 2003-05-15 to 2026-07-07"), "\(series)")
      let compared = try await words("compare t.yaml --from 1850 --to 2021 --draws 0 --samples 0")
      #expect(compared.contains(outside))
    }

    @Test("A file in which nothing is dated is undated, unless a day is asked for")
    func nothingDated() async throws {
      #expect(!(try await words("rank u.csv").contains("count as held")))
      #expect(try await words("rank u.csv --at 2020").contains("1 undated relation counts as held"))
    }

    @Test("By default the last change is shown while anything dated goes on")
    func standardDay() async throws {
      #expect(try await words("info t.yaml").contains("as of 2026-07-07"))
      #expect(try await words("info t.yaml --roll-up none").contains("last date 2026-07-07"))
      #expect(try await words("info t.yaml").contains("undated 2"))
    }
  }
}
