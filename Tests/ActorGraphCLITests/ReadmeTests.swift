import Foundation
import Testing

/// What README tells a reader to run, and what it says comes out.
@Suite("README")
struct ReadmeTests {
  /// The `actorgraph` lines of a text, each on one line; continued lines are joined.
  private static func commands(in text: String) -> [String] {
    text.replacing("\\\n", with: " ").split(separator: "\n")
      .map { $0.split(separator: " ").joined(separator: " ") }
      .filter { $0.hasPrefix("actorgraph ") }
  }

  private static func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: Program.root + name)), as: UTF8.self)
  }

  private static func readme() throws -> [String] { commands(in: try text("README.md")) }

  /// What the demo runs, in README's words.
  private static func demo() throws -> [String] {
    let script = try text(".ci/demo").replacing("\"$actorgraph\"", with: "actorgraph")
    return commands(in: script.replacing("\"$network\"", with: "Graphs/moscow-kabul.yaml"))
  }

  @Test("Each picture that README shows or links to is made by a line of README, the same as the demo's")
  func pictures() throws {
    let shown = Set(
      try Self.text("README.md").matches(of: /\((Exports\/[a-z-]+\.svg)\)/).map { String($0.output.1) })
    #expect(shown.count == 4)
    let lines = try Self.readme()
    let demo = try Self.demo()
    for picture in shown {
      let line = try #require(lines.first { $0.hasPrefix("actorgraph draw ") && $0.hasSuffix(" -o \(picture)") })
      #expect(demo.contains(line), "\(picture)")
    }
  }

  @Test("Every other line of README runs as it stands")
  func lines() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let demo = Set(try Self.demo())
    let lines = try Self.readme().filter { !demo.contains($0) && !$0.hasPrefix("actorgraph compare ") }
    #expect(lines.count >= 12)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.folder + "/Graphs", withDestinationPath: Program.root + "Graphs")
    try FileManager.default.createDirectory(
      atPath: scratch.folder + "/Exports", withIntermediateDirectories: false)
    for line in lines {
      let run = try await Program.run(
        [], in: scratch.folder, shell: "\"$actorgraph\" " + line.dropFirst("actorgraph ".count))
      #expect(run.status == 0, "\(line): \(run.errors)")
    }
  }

  @Test("Numbers and ranks that README names are those that its lines print")
  func figures() async throws {
    let text = try Self.text("README.md").replacing("\n", with: " ")
    #expect(text.contains("It holds 48 actors, 131 statements and 82 sources"))
    let info = try await Program.run(["info", Program.seed, "--format", "json"]).json
    #expect(info["actors"] as? Int == 48)
    #expect(info["relations"] as? Int == 131)
    #expect(info["sources"] as? Int == 82)
    func rankOfIran(_ more: String...) async throws -> Int? {
      let arguments = ["rank", Program.seed, "--at", "2025-07-08", "--measure", "betweenness", "--format", "json"]
      let json = try await Program.run(arguments + more).json
      let scores = (json["measures"] as? [[String: Any]])?.first?["scores"] as? [[String: Any]]
      return scores?.first { $0["actor"] as? String == "IRN" }?["rank"] as? Int
    }
    #expect(text.contains("Iran is eleventh; with ties taken both ways (`--direction either`) it is third"))
    #expect(try await rankOfIran() == 11)
    #expect(try await rankOfIran("--direction", "either") == 3)
  }
}
