import Foundation
import Testing

@Suite("A dash is standard output")
struct DestinationTests {
  // B10 of the newcomer's review: a file called - was written
  @Test(
    "Every command prints under -o - what it prints without, and writes no file",
    arguments: [
      "check t.yaml", "info t.yaml", "rank t.yaml", "rank t.yaml --format csv", "groups t.yaml", "structure t.yaml",
      "paths t.yaml --from A --to B", "timeline t.yaml --every year", "compare t.yaml --from 2024 --to 2026",
      "algorithms",
      "schema", "draw t.yaml --format svg",
    ])
  func dash(command: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", NetworkText.sound)
    let plain = try await Program.run(command, in: scratch.folder)
    let dashed = try await Program.run(command + " -o -", in: scratch.folder)
    #expect(plain.status == 0 && dashed.status == 0, "\(plain.errors)\(dashed.errors)")
    #expect(!plain.output.isEmpty && dashed.output == plain.output)
    #expect(scratch.names == ["t.yaml"])
  }

  @Test("Networks go there in the format asked for")
  func networks() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", NetworkText.sound)
    for command in ["convert t.yaml - --to-format gml", "merge t.yaml t.yaml -o - --to-format gml"] {
      let run = try await Program.run(command, in: scratch.folder)
      #expect(run.status == 0 && run.output.hasPrefix("graph ["), "\(run.errors)")
    }
    let unknown = try await Program.run("merge t.yaml t.yaml -o -", in: scratch.folder)
    #expect(unknown.status == 64 && unknown.errors.contains("--to-format"), "\(unknown.errors)")
    #expect(scratch.names == ["t.yaml"])
  }

  @Test("What is not a result has no place there; the file called - is ./-")
  func files() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", NetworkText.sound)
    for option in ["--positions", "--quarantine"] {
      let run = try await Program.run("draw t.yaml -o x.svg \(option) -", in: scratch.folder)
      #expect(run.status == 64 && run.errors.contains("\(option) names a file"), "\(run.errors)")
    }
    #expect(scratch.names == ["t.yaml"])
    #expect(try await Program.run("rank t.yaml -o ./-", in: scratch.folder).status == 0)
    #expect(scratch.names == ["-", "t.yaml"])
  }
}
