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
