import Foundation
import Testing

@Suite("Standard output and files")
struct TerminalTests {
  static let commands: [[String]] = [
    ["check", Program.seed], ["info", Program.seed], ["rank", Program.seed], ["schema"],
    ["paths", Program.seed, "--from", "RUS", "--to", "EU"],
    ["compare", Program.seed, "--from", "2024-12-31", "--to", "2025-07-08", "--samples", "0"],
  ]

  @Test("A pipe gets no escape codes, in any format", arguments: ["table", "json", "csv", "markdown"])
  func noColour(format: String) async throws {
    for command in Self.commands where command[0] != "schema" {
      let run = try await Program.run(command + ["--format", format])
      #expect(run.status == 0, "\(command)")
      #expect(!run.output.isEmpty)
      #expect(!run.output.contains("\u{1B}"), "\(command)")
      #expect(!run.errors.contains("\u{1B}"))
    }
  }

  @Test("Tables fit 100 columns and have nothing at the ends of lines")
  func width() async throws {
    let wide: [[String]] = [
      ["rank", Program.seed, "--measure", "all", "--top", "100"],
      ["rank", Program.seed, "--explain", "Iran", "--top", "100"],
      [
        "paths", Program.seed, "--from", "RUS", "--to", "EU", "--status", "fact,assessment,anticipated", "--count",
        "20",
      ],
    ]
    for command in Self.commands + wide where command[0] != "schema" {
      let run = try await Program.run(command)
      let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.count <= 100 && $0.last != " " }, "\(command)")
    }
  }

  @Test("A reader that goes away ends the program quietly")
  func closedPipe() async throws {
    for command in Self.commands {
      let run = try await Program.run(command, shell: "set -o pipefail; \"$actorgraph\" \"$@\" | head -n 1 >&2")
      #expect([0, 141].contains(run.status), "\(command)")
      #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    }
  }

  @Test("A full disk behind standard output is 74 with the reason, not a crash")
  func fullDisk() async throws {
    for command in Self.commands + [["draw", Program.seed]] {
      let run = try await Program.run(command, shell: "\"$actorgraph\" \"$@\" > /dev/full")
      #expect(run.status == 74, "\(command)")
      #expect(run.errors.contains("cannot write to standard output"), "\(run.errors)")
    }
    for command in [["--help"], ["rank", "--help"], ["--version"], []] {
      let help = try await Program.run(command, shell: "\"$actorgraph\" \"$@\" > /dev/full")
      #expect(help.status == 74, "\(command)")
      #expect(help.errors.contains("cannot write to standard output"), "\(help.errors)")
    }
    let closed = try await Program.run(["info", Program.seed], shell: "\"$actorgraph\" \"$@\" >&-")
    #expect(closed.status == 74)
    let deaf = try await Program.run(["info", "nofile"], shell: "\"$actorgraph\" \"$@\" 2> /dev/full")
    #expect(deaf.status == 66)
  }

  @Test("With -o the file holds what would be printed, and an earlier file is replaced")
  func outputFile() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for command in Self.commands {
      try scratch.write("out.txt", String(repeating: "something longer ", count: 10_000))
      let printed = try await Program.run(command)
      let written = try await Program.run(command + ["-o", scratch.folder + "/out.txt"])
      #expect(written.status == 0)
      #expect(written.output.isEmpty)
      #expect(try scratch.text("out.txt") == printed.output, "\(command)")
      #expect(scratch.names == ["out.txt"])
    }
  }

  @Test("The file's ending tells the format, an option overrules it")
  func endings() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for (name, beginning) in [("a.json", "{"), ("a.csv", "measure,"), ("a.md", "## "), ("a.txt", "Moscow")] {
      _ = try await Program.run(["rank", Program.seed, "-o", name], in: scratch.folder)
      #expect(try scratch.text(name).hasPrefix(beginning), "\(name)")
    }
    _ = try await Program.run(["rank", Program.seed, "-o", "b.json", "--format", "csv"], in: scratch.folder)
    #expect(try scratch.text("b.json").hasPrefix("measure,"))
  }

  @Test("A file that cannot be created is 73, and nothing is printed instead")
  func cannotCreate() async throws {
    for command in Self.commands + [["draw", Program.seed, "--format", "svg"]] {
      for path in ["/nonexistent/out.json", "/tmp", "/proc/out.json"] {
        let run = try await Program.run(command + ["-o", path])
        #expect(run.status == 73, "\(command) \(path)")
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("cannot create \(path)"), "\(run.errors)")
      }
    }
  }

  @Test("A file that grows past a limit is 74; the earlier file stays, and nothing else is left")
  func fileLimit() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("out.json", "old")
    let line = "ulimit -f 8; \"$actorgraph\" schema -o out.json"
    let run = try await Program.run([], in: scratch.folder, shell: line)
    #expect(run.status == 74, "\(run.errors)")
    #expect(try scratch.text("out.json") == "old")
    #expect(scratch.names == ["out.json"])
  }

  @Test("A name with escape codes does not reach the terminal as such")
  func hostileNames() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let text = NetworkText.sound.replacing("name: Alpha", with: #"name: "\e[31mAl\npha\u202E""#)
    let file = try scratch.write("esc.yaml", text)
    for command in [["rank", file], ["paths", file, "--from", "A", "--to", "B"], ["check", file]] {
      let run = try await Program.run(command)
      #expect(run.status == 0)
      #expect(!run.output.contains("\u{1B}"))
      #expect(!run.output.unicodeScalars.contains("\u{202E}"))
    }
  }

  // case 29-csv-formulas-and-escapes
  @Test(
    "No form of output brings escape codes, C1 or direction-turning characters to a terminal; files have them as they are",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs the program script"),
    arguments: [
      "rank in.json --measure degree --format csv", "rank in.json --measure degree --format json",
      "rank in.json --measure degree --format markdown", "rank in.json --measure degree",
      "convert in.json - --to-format csv", "convert in.json - --to-format network-json",
      "convert in.json - --to-format network", "convert in.json - --to-format dot", "draw in.json --format svg -o -",
    ])
  func hostileCharacters(line: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let text = #"""
      {"network": "n", "actors": [{"id": "A", "name": "\u001b[2Jred\u009b31m\u202ex"}, {"id": "B", "name": "a\rb"}],
      "relations": [{"id": "r", "from": "A", "to": "B", "type": "t"}]}
      """#
    try scratch.write("in.json", text)
    let shown = try await Program.run(
      [], in: scratch.folder, shell: "NO_COLOR=1 script -qec '\"$actorgraph\" \(line) --quiet' /dev/null < /dev/null")
    let steering = shown.output.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n" && $0 != "\r" && $0 != "\t") || (0x7F...0x9F).contains($0.value)
        || $0 == "\u{202E}"
    }
    // A table of ties has the ids of its actors alone.
    let hasNames = !line.hasSuffix("to-format csv")
    #expect(steering.isEmpty && shown.output.contains("red") == hasNames, "\(shown.output)")
    if line.hasSuffix("json") {
      let printed = shown.output.replacing("\r\n", with: "\n")
      let actors = try #require(
        try JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [String: Any], "still JSON: \(printed)")
      #expect(!actors.isEmpty)
    }
    if line.contains("--to-format csv") {
      let piped = try await Program.run(line + " --quiet", in: scratch.folder)
      #expect(!piped.output.contains("\\u{"), "a pipe gets what is there")
    }
  }

  @Test(
    "On a terminal a long run says what it does, its rate and the time left, and takes the line away at its end",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs the program script"))
  func progress() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("large.json", NetworkText.large(actors: 100, relations: 350))
    // Some seconds, or more on a busy machine: there is a line before it ends.
    let long = "'\"$actorgraph\" rank large.json --explain a1 --threads 2'"
    let shown = try await Program.run([], in: scratch.folder, shell: "timeout 120 script -qec \(long) /dev/null")
    #expect(shown.output.contains("explaining betweenness: "))
    #expect(shown.output.contains(" a second, "))
    #expect(shown.output.contains(" left\u{1B}[K"))
    let hidden = "'\"$actorgraph\" rank large.json --explain a1 --threads 2 --no-progress'"
    let silent = try await Program.run([], in: scratch.folder, shell: "timeout 120 script -qec \(hidden) /dev/null")
    #expect(!silent.output.contains("explaining"))
  }
}
