import Testing

@Suite("Little memory")
struct MemoryExhaustionTests {
  // case 10 of the attack on 0.2.0: it waited for ever for threads that there was no room for
  @Test("Under a limit of address space it ends, with a result or with a message", arguments: [1, 8])
  func limits(threads: Int) async throws {
    let commands = [
      "rank strait.yaml --measure all", "compare strait.yaml --from 2024 --to 2025 --samples 0 --draws 0",
      "draw strait.yaml --format svg",
    ]
    for kilobytes in stride(from: 150_000, through: 500_000, by: 25_000) {
      for command in commands {
        let run = try await Program.run(
          [], in: ExpectedOutput.networks,
          shell: "ulimit -v \(kilobytes); timeout -s KILL 60 \"$actorgraph\" \(command) --threads \(threads)")
        // 137 is the end of a program that hangs.
        #expect(run.status != 137, "\(command) with \(kilobytes)")
        if run.status != 0 { #expect(!run.errors.isEmpty, "\(command) with \(kilobytes): \(run.status)") }
      }
    }
  }
}
