import Testing

/// Property M30 for whole commands: what is printed does not depend on the seeds of hash tables or on threads.
@Suite("Repeatability")
struct RepeatabilityTests {
  @Test(
    "M30 The same bytes with SWIFT_DETERMINISTIC_HASHING set and unset, at one thread and at three",
    arguments: [
      "rank $seed --measure all --format json", "groups $seed --format json", "info $seed --format json",
      "paths $seed --from RUS --to TAL --count 5 --format json",
      "compare $seed --from 2024-12-31 --to 2025-07-08 --measure pagerank --samples 2 --draws 9 --format json",
      "algorithms --format json",
    ])
  func hashing(command: String) async throws {
    let threads = command.hasPrefix("rank") || command.hasPrefix("groups") || command.hasPrefix("compare")
    let ways = [
      "SWIFT_DETERMINISTIC_HASHING=1 $actorgraph \(command)",
      "env -u SWIFT_DETERMINISTIC_HASHING $actorgraph \(command)" + (threads ? " --threads 1" : ""),
      "env -u SWIFT_DETERMINISTIC_HASHING $actorgraph \(command)" + (threads ? " --threads 3" : ""),
    ]
    var outputs: [String] = []
    for way in ways {
      let run = try await Program.run([], shell: way)
      #expect(run.status == 0, "\(run.errors)")
      outputs.append(run.output)
    }
    #expect(!outputs[0].isEmpty && outputs[1] == outputs[0] && outputs[2] == outputs[0])
  }

  @Test("M30 The same picture with SWIFT_DETERMINISTIC_HASHING set and unset")
  func pictures() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for way in ["SWIFT_DETERMINISTIC_HASHING=1", "env -u SWIFT_DETERMINISTIC_HASHING"] {
      let name = way.hasPrefix("env") ? "b.svg" : "a.svg"
      let run = try await Program.run([], in: scratch.folder, shell: "\(way) $actorgraph draw $seed -o \(name)")
      #expect(run.status == 0, "\(run.errors)")
    }
    let one = try scratch.text("a.svg")
    #expect(one.contains("<svg") && scratch.names == ["a.svg", "b.svg"])
    #expect(try scratch.text("b.svg") == one)
  }
}
