import Foundation
import Testing

@Suite("An output never replaces an input, nor has a name that promises something else")
struct OutputPlanTests {
  /// Every command that reads a network and writes a file, with INPUT and OUTPUT for their names.
  static let commands = [
    "show INPUT A -o OUTPUT", "list INPUT actors -o OUTPUT", "check INPUT -o OUTPUT", "check INPUT --aliases -o OUTPUT",
    "info INPUT -o OUTPUT", "rank INPUT -o OUTPUT",
    "groups INPUT -o OUTPUT", "structure INPUT -o OUTPUT", "paths INPUT --from A --to B -o OUTPUT",
    "timeline INPUT --every year -o OUTPUT", "compare INPUT --from 2024 --to 2026 -o OUTPUT",
    "compare other.yaml INPUT -o OUTPUT", "draw INPUT --format svg -o OUTPUT",
    "draw other.yaml INPUT --diff --format svg -o OUTPUT", "draw INPUT -o x.svg --positions OUTPUT",
    "convert INPUT OUTPUT", "convert INPUT OUTPUT --to-format gml", "convert INPUT x.csv --to-actors OUTPUT",
    "merge INPUT other.yaml -o OUTPUT", "merge other.yaml INPUT -o OUTPUT", "info INPUT --quarantine OUTPUT",
    "info other.csv --actors INPUT -o OUTPUT", "timeline --frames 2024=INPUT 2025=other.yaml -o OUTPUT",
    "timeline --frames INPUT other.yaml -o OUTPUT",
  ]

  /// A folder with a network, another, and links of both kinds to the first.
  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("in.yaml", NetworkText.sound)
    try scratch.write("other.yaml", NetworkText.sound)
    try scratch.write("other.csv", "source,target\nA,B\n")
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: scratch.folder + "/soft.json", withDestinationPath: "in.yaml")
    try manager.linkItem(atPath: scratch.folder + "/in.yaml", toPath: scratch.folder + "/hard.json")
    return scratch
  }

  // case 05 of the attack on 0.2.0; A1 of the newcomer's review
  @Test("No command replaces what it reads, by whatever name, and nothing is written", arguments: commands)
  func inputs(command: String) async throws {
    let scratch = try folder()
    defer { scratch.remove() }
    let before = scratch.names
    let names = [
      ("in.yaml", "in.yaml"), ("in.yaml", "./in.yaml"), ("in.yaml", "hard.json"), ("soft.json", "in.yaml"),
      ("in.yaml", "soft.json"),
    ]
    for (input, output) in names {
      let line = command.replacing("INPUT", with: input).replacing("OUTPUT", with: output)
      let run = try await Program.run(line, in: scratch.folder)
      #expect(run.status == 73, "\(line): \(run.errors)")
      #expect(run.output.isEmpty, "\(line)")
      #expect(
        run.errors.contains("never replaces an input") || run.errors.contains("no table of rows"), "\(run.errors)")
      #expect(scratch.names == before, "\(line)")
      for file in ["in.yaml", "other.yaml", "hard.json", "soft.json"] {
        #expect(try scratch.text(file) == NetworkText.sound, "\(line): \(file)")
      }
    }
  }

  @Test("The commands tried are all that can write a file")
  func allCommands() async throws {
    let tried = Set(Self.commands.map { $0.split(separator: " ")[0] }.map(String.init))
    for command in try await ActorGraphCommandTests.commands() {
      let help = try await Program.run("\(command) --help").output
      // These read no file.
      guard help.contains("--output") || command == "convert", !["algorithms", "schema"].contains(command) else {
        continue
      }
      #expect(tried.contains(command), "\(command)")
    }
  }

  @Test("What comes in by standard input is an input, and what standard output leads to is an output")
  func standardInput() async throws {
    let scratch = try folder()
    defer { scratch.remove() }
    let run = try await Program.run([], in: scratch.folder, shell: "\"$actorgraph\" rank - -o hard.json < in.yaml")
    #expect(run.status == 73, "\(run.errors)")
    #expect(try scratch.text("in.yaml") == NetworkText.sound)
    for line in ["merge - - -o m.yaml", "compare - -", "info - --actors -", "timeline --frames 2024=- 2025=-"] {
      let twice = try await Program.run(line, in: scratch.folder)
      #expect(twice.status == 64 && twice.errors.contains("standard input (-) can be read once"), "\(twice.errors)")
    }
    let appended = try await Program.run([], in: scratch.folder, shell: "\"$actorgraph\" rank in.yaml >> in.yaml")
    #expect(appended.status == 73, "\(appended.errors)")
    #expect(try scratch.text("in.yaml") == NetworkText.sound)
  }

  @Test("A series refuses an input among its files before the first is written")
  func series() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", NetworkText.sound)
    #expect(try await Program.run("convert t.yaml n-2026-01-01.dot", in: scratch.folder).status == 0)
    let before = try scratch.text("n-2026-01-01.dot")
    let refused = try await Program.run(
      "draw n-2026-01-01.dot --dates 2025,2026 --positions p.json -o n-{date}.dot", in: scratch.folder)
    #expect(refused.status == 73 && refused.errors.contains("n-2026-01-01.dot"), "\(refused.errors)")
    #expect(try scratch.text("n-2026-01-01.dot") == before)
    #expect(!scratch.names.contains("p.json"))
  }

  @Test("Two outputs are two files")
  func twoOutputs() async throws {
    let scratch = try folder()
    defer { scratch.remove() }
    let before = scratch.names
    for line in [
      "draw in.yaml -o p.json --positions p.json", "draw in.yaml -o p.json --positions ./p.json",
      "rank in.yaml -o r.csv --quarantine r.csv", "convert in.yaml x.csv --to-actors x.csv",
    ] {
      let run = try await Program.run(line, in: scratch.folder)
      #expect(run.status == 73 && run.errors.contains("name two files"), "\(line): \(run.errors)")
      #expect(scratch.names == before)
    }
  }

  @Test(
    "A table or picture is not written where a network or another program's file is expected",
    arguments: [
      "rank in.yaml -o r.xlsx", "compare in.yaml other.yaml -o rep.html", "info in.yaml -o r.docx",
      "check in.yaml -o r.ods",
      "groups in.yaml -o r.PDF", "rank in.yaml --format csv -o r.xlsx", "rank in.yaml -o r.csv.gz",
      "rank in.yaml -o r.yaml", "rank in.yaml --format json -o r.yml", "info in.yaml -o r.gexf",
      "timeline in.yaml -o r.graphml", "structure in.yaml -o r.net", "paths in.yaml --from A --to B -o r.gml",
      "check in.yaml -o r.tsv", "algorithms -o a.dot", "schema -o s.yaml", "draw in.yaml --format svg -o r.yaml",
      "draw in.yaml --format png -o r.csv", "draw in.yaml --format svg -o r.dot", "draw in.yaml --format svg -o r.docx",
      "draw in.yaml -o a.svg --positions p.yaml", "rank in.yaml --quarantine q.yaml",
      "convert in.yaml r.xlsx --to-format csv", "convert in.yaml r.svg.gz --to-format gml",
    ])
  func endings(line: String) async throws {
    let scratch = try folder()
    defer { scratch.remove() }
    let before = scratch.names
    let run = try await Program.run(line, in: scratch.folder)
    #expect(run.status == 73, "\(line): \(run.errors)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("cannot create"), "\(run.errors)")
    #expect(scratch.names == before)
  }

  @Test(
    "Names that promise nothing, or what is asked for, are written",
    arguments: [
      "rank in.yaml -o r.2025-07", "rank in.yaml -o ranks", "rank in.yaml -o r.txt",
      "rank in.yaml --format csv -o r.json",
      "rank in.yaml -o R.CSV", "draw in.yaml -o r.dot", "draw in.yaml --format dot -o r.gv",
      "draw in.yaml --format svg -o r.picture", "schema -o s.json", "convert in.yaml r.txt --to-format edgelist",
      "convert in.yaml r.gml.gz --to-format gml",
    ])
  func goodEndings(line: String) async throws {
    let scratch = try folder()
    defer { scratch.remove() }
    let before = scratch.names
    let run = try await Program.run(line, in: scratch.folder)
    #expect(run.status == 0, "\(line): \(run.errors)")
    #expect(scratch.names.count > before.count)
    if line.hasSuffix("R.CSV") { #expect(try scratch.text("R.CSV").hasPrefix("measure,")) }
  }

  @Test("What is refused is refused before anything is read")
  func early() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("bad.yaml", "no network")
    #expect(try await Program.run("rank bad.yaml -o bad.yaml", in: scratch.folder).status == 73)
    #expect(try await Program.run("rank bad.yaml -o r.xlsx", in: scratch.folder).status == 73)
    #expect(try await Program.run("rank missing.yaml -o missing.txt", in: scratch.folder).status == 66)
    #expect(scratch.names == ["bad.yaml"])
  }
}
