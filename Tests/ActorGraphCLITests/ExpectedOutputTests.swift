import Foundation
import Testing

/// What commands say and write, byte for byte. A difference is a mistake, or is meant: then
/// `ACTORGRAPH_RENEW_EXPECTED=1 swift test --filter ExpectedOutputTests` writes the files anew, and the change to them is
/// part of the commit.
@Suite("Expected outputs")
struct ExpectedOutputTests {
  private static let renews = ProcessInfo.processInfo.environment["ACTORGRAPH_RENEW_EXPECTED"] != nil

  @Test("Every command writes what it wrote before", arguments: ExpectedOutput.all)
  func unchanged(output: ExpectedOutput) async throws {
    for (name, text) in try await output.make() {
      let path = ExpectedOutput.folder + name
      if Self.renews {
        try FileManager.default.createDirectory(
          at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: path))
      }
      let expected = try? String(contentsOfFile: path, encoding: .utf8)
      #expect(
        expected == text,
        "\(name) is not as expected: \(Self.difference(expected ?? "", text)); if it is meant, renew the files by ACTORGRAPH_RENEW_EXPECTED=1"
      )
    }
  }

  @Test("The list names outputs of every command, and no file is expected that no command makes")
  func complete() async throws {
    let outputs = ExpectedOutput.all
    #expect(outputs.count > 150)
    let commands = Set(outputs.map { $0.arguments[0] })
    #expect(commands == Set(try await ActorGraphCommandTests.commands()))
    let stems = Set(outputs.map(\.name))
    let names = try #require(FileManager.default.enumerator(atPath: ExpectedOutput.folder)).compactMap { $0 as? String }
    for name in names where name.contains(".") && !["commands.txt", "answers.schema.json"].contains(name) {
      let stem = name.prefix { $0 != "." }
      #expect(stems.contains { stem == $0 || stem == $0 + "-nodes" }, "no command makes \(name)")
    }
  }

  /// The first line in which two texts differ.
  private static func difference(_ expected: String, _ text: String) -> String {
    let lines = [expected, text].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    let place = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
    let shown = lines.map { $0.indices.contains(place) ? String($0[place].prefix(160)) : "nothing more" }
    return "line \(place + 1) was \"\(shown[0])\" and is \"\(shown[1])\""
  }
}
