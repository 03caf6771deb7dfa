import Foundation
import Testing

@Suite("draw")
struct DrawTests {
  @Test("Each format begins as it should", arguments: ["svg", "png", "pdf", "dot", "json"])
  func formats(format: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = try scratch.write("t.yaml", NetworkText.sound)
    let run = try await Program.run(["draw", file, "-o", "picture.\(format)"], in: scratch.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
    let bytes = try Data(contentsOf: URL(filePath: scratch.folder + "/picture.\(format)"))
    let beginnings = ["svg": "<?xml", "png": "\u{89}PNG", "pdf": "%PDF", "dot": "digraph", "json": "{"]
    let beginning = String(decoding: bytes.prefix(100).map { $0 == 0x89 ? 0x3F : $0 }, as: UTF8.self)
    let expected = try #require(beginnings[format]).replacing("\u{89}", with: "?")
    #expect(beginning.contains(expected), "\(beginning)")
    #expect(scratch.names == ["picture.\(format)", "t.yaml"])
  }

  @Test("The seed network's picture names actors and the day; the same input gives the same bytes")
  func seed() async throws {
    let first = try await Program.run(["draw", Program.seed, "--at", "2025-07-08"])
    let second = try await Program.run(["draw", Program.seed, "--at", "2025-07-08", "--threads", "1"])
    #expect(first.status == 0)
    #expect(first.output.contains("<svg"))
    #expect(first.output.contains("2025-07-08"))
    #expect(first.output.contains("Russia"))
    #expect(first.output == second.output)
  }
}

@Suite("draw over time")
struct DrawSeriesTests {
  private static let period = ["--from", "2021", "--to", "2026"]

  @Test("A picture of changes counts them, says ranks before and after, and is the same with any threads")
  func diff() async throws {
    let arguments = ["draw", Program.seed, "--from", "2024-12-31", "--to", "2025-07-08", "--diff"]
    let first = try await Program.run(arguments)
    let second = try await Program.run(arguments + ["--threads", "1"])
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output == second.output)
    #expect(first.output.contains("from 2024-12-31 to 2025-07-08"))
    #expect(first.output.contains("43 new, 3 ended, 1 strengthened"))
    #expect(first.output.contains("rank by betweenness"))
    #expect(first.output.contains("★ + recognition"))
  }

  @Test("A network and itself have no changes")
  func noChanges() async throws {
    let run = try await Program.run(["draw", Program.seed, Program.seed, "--diff"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.output.contains("★") && !run.output.contains("▲"))
    #expect(run.output.contains("unchanged"))
  }

  @Test("A file for each date, in which an actor's place differs by 0")
  func files() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let run = try await Program.run(
      ["draw", Program.seed, "--every", "year", "-o", "k-{date}.svg"] + Self.period, in: scratch.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(scratch.names.count == 6)
    var places: [String: Set<String>] = [:]
    for name in scratch.names {
      let groups = try scratch.text(name).split(separator: "<g ")
      for group in groups {
        guard let id = group.firstMatch(of: /^id="(actor-[^"]+)"/)?.output.1, !id.hasSuffix("-name"),
          let place = group.firstMatch(of: /<ellipse[^>]* cx="([^"]+)" cy="([^"]+)"/)?.output
        else { continue }
        places[String(id), default: []].insert("\(place.1) \(place.2)")
      }
    }
    #expect(places.count > 10)
    #expect(places.values.allSatisfy { $0.count == 1 }, "\(places.filter { $0.value.count > 1 })")
  }

  @Test(
    "Small multiples, an animation and a chart of ranks come out", arguments: ["--multiples", "--animate", "--bump"])
  func forms(form: String) async throws {
    let arguments = ["draw", Program.seed, "--every", "year", form] + (form == "--bump" ? ["betweenness"] : [])
    let run = try await Program.run(arguments + Self.period)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("<?xml"))
    #expect(run.output.contains("2025-01-01") || run.output.contains(">2025<"))
    #expect(!run.output.contains("<script"))
  }

  @Test(
    "What does not go together is refused and nothing is written",
    arguments: [
      ["--every", "year", "-o", "x.svg"], ["--multiples", "-o", "x.svg"], ["--diff", "-o", "x.svg"],
      ["--every", "year", "--animate", "-o", "x.png"], ["--every", "year", "--dates", "2024", "-o", "x-{date}.svg"],
      ["--every", "year", "--multiples", "--animate", "-o", "x.svg"], ["--from", "2024", "-o", "x.svg"],
      ["--every", "year", "--bump", "no-such-measure", "-o", "x.svg"], ["--update-positions", "-o", "x.svg"],
      ["--every", "year", "--at", "2024", "-o", "x-{date}.svg"],
    ])
  func refused(arguments: [String]) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let run = try await Program.run(["draw", Program.seed] + arguments, in: scratch.folder)
    #expect(run.status == 64, "\(run.errors)")
    #expect(scratch.names.isEmpty)
    #expect(run.errors.count > 20)
  }

  @Test("Positions are written when missing, kept when there, and updated only when asked for")
  func positions() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = try scratch.write("t.yaml", NetworkText.sound)
    let first = try await Program.run(["draw", file, "--positions", "p.json", "-o", "a.svg"], in: scratch.folder)
    #expect(first.status == 0 && first.errors.contains("wrote their positions to p.json"))
    let second = try await Program.run(["draw", file, "--positions", "p.json", "-o", "b.svg"], in: scratch.folder)
    #expect(second.errors.contains("stand as in p.json"))
    #expect(try scratch.text("a.svg") == scratch.text("b.svg"))
    let known = try scratch.text("p.json")
    let lines = known.split(separator: "\n").filter { $0.contains("{\"x\"") && !$0.contains("page") }
    _ = try scratch.write(
      "p.json", "{\"positions\": {\n" + lines[0].trimmingCharacters(in: CharacterSet(charactersIn: ",")) + "\n}}\n")
    let few = try scratch.text("p.json")
    let third = try await Program.run(["draw", file, "--positions", "p.json", "-o", "c.svg"], in: scratch.folder)
    #expect(third.errors.contains("placed by") && third.errors.contains("the file is unchanged"))
    #expect(try scratch.text("p.json") == few)
    let fourth = try await Program.run(
      ["draw", file, "--positions", "p.json", "--update-positions", "-o", "d.svg"], in: scratch.folder)
    #expect(fourth.errors.contains("added to the file"))
    #expect(try scratch.text("p.json") != few)
    #expect(try scratch.text("c.svg") == scratch.text("d.svg"))
  }
}
