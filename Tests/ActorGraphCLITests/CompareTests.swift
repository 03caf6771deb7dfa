import Foundation
import Testing

@Suite("compare")
struct CompareTests {
  private func compare(_ from: String, _ to: String) async throws -> [String: Any] {
    let run = try await Program.sharedRun(
      [
        "compare", Program.seed, "--from", from, "--to", to, "--format", "json", "--measure", "betweenness",
        "--samples", "0", "--draws", "9",
      ])
    #expect(run.status == 0)
    return run.json
  }

  private func relations(_ json: [String: Any], _ key: String) throws -> [[String: Any]] {
    try #require((json["relations"] as? [String: Any])?[key] as? [[String: Any]])
  }

  /// How many dyads of each kind of change the program finds between two frames of a table of ties.
  private func counts(_ file: String, by column: String, _ from: String, _ to: String) async throws -> [String: Int] {
    let run = try await Program.run([
      "compare", file, "--frames-by", column, "--from", from, "--to", to, "--samples", "0", "--draws", "0", "--blocs",
      "none", "--measure", "degree", "--format", "json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let dyads = try #require(run.json["dyads"] as? [[String: Any]])
    return dyads.reduce(into: [:]) { $0[$1["change"] as? String ?? "", default: 0] += 1 }
  }

  @Test(
    "Signed ties of states 1946–1979: dyads added, ended and flipped equal a plain recount of the file",
    .enabled(if: SharedFolder.data != nil, "the folder shared/data is not beside this checkout"),
    arguments: [["46-49", "48-51"], ["60-63", "61-64"], ["46-49", "76-79"]])
  func signedStates(frames: [String]) async throws {
    let folder = try #require(SharedFolder.data)
    let file = folder + "/cow-signed-windows-to1979/edges.csv"
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").dropFirst()
    let rows = lines.map { $0.split(separator: ",").map(String.init) }
    func ties(_ frame: String) -> [Set<String>: String] {
      rows.filter { $0[0] == frame }.reduce(into: [:]) { $0[[$1[1], $1[2]]] = $1[3] }
    }
    let old = ties(frames[0])
    let new = ties(frames[1])
    let found = try await counts(file, by: "window", frames[0], frames[1])
    #expect(!old.isEmpty && !new.isEmpty)
    #expect(found["added"] ?? 0 == new.keys.count { old[$0] == nil })
    #expect(found["ended"] ?? 0 == old.keys.count { new[$0] == nil })
    #expect(found["flipped"] ?? 0 == old.count { pair, sign in new[pair].map { $0 != sign } ?? false })
  }

  @Test("The JSON has the keys that scripts rely on")
  func keys() async throws {
    let json = try await compare("2024-12-31", "2025-07-08")
    let actors = try #require(json["actors"] as? [String: Any])
    #expect(actors["added"] is [Any] && actors["removed"] is [Any])
    for key in ["added", "ended", "changed", "flipped"] { _ = try relations(json, key) }
    let ranking = try #require((json["rankings"] as? [[String: Any]])?.first)
    #expect(ranking["measure"] as? String == "betweenness")
    #expect(ranking["kendallTauB"] is Double && ranking["rbo"] is Double)
    let move = try #require((ranking["moves"] as? [[String: Any]])?.first)
    #expect(move["actor"] is String)
    let before = try #require(move["before"] as? [String: Any])
    #expect(before["rank"] is Int && before["score"] is Double)
    let distances = try #require(json["distances"] as? [String: Any])
    for key in ["jaccard", "weightedJaccard", "hamming", "weightedHamming"] { #expect(distances[key] != nil) }
  }

  @Test("A misspelt option is told of before files are counted: its value looks like one")
  func options() async throws {
    let seed = Program.seed
    let extra = try await Program.run(["compare", seed, seed, "--at", "2025-01-01"])
    #expect(extra.status == 64 && extra.errors.contains("Unknown option '--at'"), "\(extra.errors)")
    let from = try await Program.run(["compare", seed, "--frm=2024", "--to", "2025"])
    #expect(from.status == 64 && from.errors.contains("Did you mean '--from'?"), "\(from.errors)")
    let three = try await Program.run(["compare", seed, seed, seed])
    #expect(three.status == 64 && three.errors.contains("compare takes one file or two"), "\(three.errors)")
    let one = try await Program.run(["compare", seed, "--from", "2024"])
    #expect(one.status == 64 && one.errors.contains("add --from TIME --to TIME"), "\(one.errors)")
    let frames = try await Program.run(["compare", seed, seed, "--frames-by", "year"])
    #expect(frames.status == 64 && frames.errors.contains("--frames-by compares frames of one file"))
  }

  @Test("A time, a frame, a source or a measure that is none is refused with what there is")
  func refusals() async throws {
    let time = try await Program.run(["compare", Program.seed, "--from", "spring", "--to", "2025"])
    #expect(time.status == 64 && time.errors.contains("spring"))
    let days = ["compare", Program.seed, "--from", "2024", "--to", "2025"]
    #expect(try await Program.run(days + ["--source", "s3"]).status == 64)
    let measure = try await Program.run(["compare", "missing.yaml", "missing.yaml", "--measure", "betwenness"])
    #expect(measure.status == 64 && measure.errors.contains("did you mean 'betweenness'?"))
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = try scratch.write("ties.csv", "frame,source,target\n46-49,A,B\n50-54,A,B\n")
    let frame = try await Program.run(["compare", file, "--frames-by", "frame", "--from", "46-48", "--to", "50-54"])
    #expect(frame.status == 64 && frame.errors.contains("46-49"), "\(frame.errors)")
  }

  @Test("What is not explained unasked, and what a table leaves out, is told with the option for it")
  func remedies() async throws {
    let line = ["compare", Program.seed, "--from", "2024-12-31", "--to", "2025-07-08", "--measure", "degree"]
    let run = try await Program.run(line + ["--draws", "0", "--samples", "0", "--by", "dyad", "--top", "1"])
    let text = TimelineCommandTests.line(run.output)
    #expect(text.contains("said something else before; --by relation says what."))
    #expect(text.contains(" more moves; --top "))
    #expect(!text.contains("--samples"))
  }
}
