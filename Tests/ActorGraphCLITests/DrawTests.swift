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

  // case 36-draw-hides-unknown-options
  @Test(
    "A misspelt option is what is complained of, not its value",
    arguments: [
      (["--titel", "X", "-o", "z.svg"], "--title"), (["--emphasize", "RUS", "-o", "z.svg"], "--emphasise"),
      (["--sze", "betweenness", "-o", "z.svg"], "--size"),
      (["--frames-by", "year", "--dates", "2001,2002", "--multiples", "-o", "z.svg"], "--frames-by"),
      (["--diff", "--form", "2024", "--to", "2025", "-o", "z.svg"], "--from"),
    ])
  func misspeltOptions(arguments: [String], option: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let run = try await Program.run(["draw", Program.seed] + arguments, in: scratch.folder)
    #expect(run.status == 64)
    #expect(run.errors.contains("Unknown option '\(arguments[0].hasPrefix("--diff") ? "--form" : arguments[0])'"))
    #expect(run.errors.contains(option))
    #expect(scratch.names.isEmpty)
  }

  @Test("A picture goes to standard output when nothing or - is named, but not to a terminal")
  func standardOutput() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let plain = try await Program.run(["draw", Program.seed, "--at", "2025-07-08"], in: scratch.folder)
    let dash = try await Program.run(["draw", Program.seed, "--at", "2025-07-08", "-o", "-"], in: scratch.folder)
    #expect(plain.output == dash.output && plain.output.hasPrefix("<?xml"))
    let dot = try await Program.run(["draw", Program.seed, "-o", "-", "--format", "dot"], in: scratch.folder)
    #expect(dot.status == 0 && dot.output.contains("digraph"))
    #expect(scratch.names.isEmpty)
    let terminal = try await Program.run(
      [], in: scratch.folder,
      shell: #"command -v script >/dev/null || exit 99; script -qec "\"$actorgraph\" draw \"$seed\"" /dev/null"#)
    guard terminal.status != 99 else { return }
    #expect(terminal.status == 64)
    #expect(terminal.output.contains("a picture is not for the terminal") && terminal.output.utf8.count < 300)
  }

  @Test("An empty picture is said to be empty")
  func nothingToDraw() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = try scratch.write("t.yaml", NetworkText.sound)
    let run = try await Program.run(["draw", file, "--at", "1999-01-01", "-o", "e.svg"], in: scratch.folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("nothing to draw, and the picture is empty: as of 1999-01-01"))
    #expect(run.errors.contains("0 actors"))
    let series = try await Program.run(
      ["draw", file, "--dates", "1999,2000,2026", "-o", "e-{date}.svg"], in: scratch.folder)
    #expect(series.errors.contains("nothing to draw in 2 of 3 pictures"))
    let full = try await Program.run(["draw", file, "-o", "f.svg"], in: scratch.folder)
    #expect(!full.errors.contains("nothing to draw"))
  }

  // case 26-positions-page
  @Test(
    "A page that cannot be drawn is refused with its place, in every format",
    arguments: [#""x": 0, "y": 0, "width": 1e300, "height": 1e300"#, #""x": 1e300, "y": 0, "width": 8, "height": 9"#],
    ["svg", "png", "pdf"])
  func pages(page: String, format: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = try scratch.write("t.yaml", NetworkText.sound)
    let text = "{\"unit\": \"pt\",\n \"page\": {\(page)}, \"positions\": {\"A\": {\"x\": 1, \"y\": 2}}}"
    _ = try scratch.write("p.json", text)
    let run = try await Program.run(
      ["draw", file, "--positions", "p.json", "-o", "q.\(format)"], in: scratch.folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("p.json:2:") && run.errors.contains("of the page is 1e300"))
    #expect(scratch.names == ["p.json", "t.yaml"])
    _ = try scratch.write("p.json", #"{"positions": {"A": {"x": 1, "y": 2}, "A": {"x": 3, "y": 4}}}"#)
    let twice = try await Program.run(
      ["draw", file, "--positions", "p.json", "-o", "q.\(format)"], in: scratch.folder)
    #expect(twice.status == 65 && twice.errors.contains("p.json:1:39: error: duplicate key 'A'"))
  }

  @Test(
    "A png too large for the memory is refused, by the limit or by what the system gives, and never ends by a signal")
  func memory() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = try scratch.write("t.yaml", NetworkText.sound)
    let page = #"{"page": {"x": 0, "y": 0, "width": 40000, "height": 40000}, "positions": {"A": {"x": 9, "y": 9}}}"#
    _ = try scratch.write("p.json", page)
    let arguments = ["draw", file, "--positions", "p.json", "-o", "q.png"]
    let limited = try await Program.run(arguments + ["--memory-limit", "200M"], in: scratch.folder)
    #expect(limited.status == 65, "\(limited.errors)")
    #expect(limited.errors.contains("a png of") && limited.errors.contains("more than the limit of 200 MiB"))
    let squeezed = try await Program.run(
      arguments, in: scratch.folder,
      shell: #"ulimit -v 1100000; "$actorgraph" "$@" --memory-limit none --threads 1"#)
    #expect(squeezed.status == 65, "\(squeezed.errors)")
    #expect(squeezed.errors.contains("which the system does not give"))
    #expect(scratch.names == ["p.json", "t.yaml"])
  }

  @Test("A pdf is the same in every time zone")
  func timeZones() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for zone in ["XXX-14", "UTC0", "XXX+9:30"] {
      let run = try await Program.run(
        [zone], in: scratch.folder,
        shell: #"TZ="$1" "$actorgraph" draw "$seed" --at 2025-07-08 -o "$1.pdf""#)
      #expect(run.status == 0, "\(run.errors)")
    }
    let files = try scratch.names.map { try Data(contentsOf: URL(filePath: scratch.folder + "/" + $0)) }
    #expect(files.count == 3 && Set(files).count == 1)
  }

  @Test("Thousands of marks on one letter are cut with a word")
  func marks() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let marks = String(repeating: "\u{301}", count: 30_000)
    let file = try scratch.write("t.yaml", NetworkText.sound.replacing("name: Alpha", with: "name: A\(marks)"))
    let run = try await Program.run(["draw", file, "-o", "m.svg"], in: scratch.folder)
    #expect(run.status == 0, "\(run.errors)")
    let text = try scratch.text("m.svg")
    #expect(text.contains("1 name cut, with over 30 marks on a letter"))
    #expect(text.utf8.count < 20_000)
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
      ["--every", "year", "--animate", "--bloc", "axis", "-o", "x.svg"],
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
