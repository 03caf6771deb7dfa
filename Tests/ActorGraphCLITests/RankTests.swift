import Testing

@Suite("rank")
struct RankTests {
  @Test("A measure asked for alone that is not defined ends in 65 with the reason")
  func refused() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = try scratch.write("t.yaml", NetworkText.sound)
    let run = try await Program.run(["rank", file, "--measure", "eigenvector"])
    #expect(run.status == 65)
    #expect(run.errors.contains("eigenvector"))
  }

  @Test("A strength that does not fit the length asked for names its relations")
  func unfit() async throws {
    let run = try await Program.run(["rank", Program.seed, "--length", "negative-log"])
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("relation "))
    let max = try await Program.run([
      "paths", Program.seed, "--from", "RUS", "--to", "EU", "--objective", "strongest", "--length", "negative-log",
      "--combine", "max",
    ])
    #expect(max.status == 0)
  }

  @Test("A CSV holds a ranking and no explanation, actors or ties, and says so rather than dropping something")
  func notOneTable() async throws {
    let explained = try await Program.run(["rank", Program.seed, "--explain", "Iran", "--format", "csv"])
    #expect(explained.status == 64 && explained.errors.contains("--explain goes with"))
    #expect(explained.output.isEmpty)
    let mixed = try await Program.run(
      ["rank", Program.seed, "--measure", "edge-betweenness", "--measure", "degree", "--format", "csv"])
    #expect(mixed.status == 64 && mixed.errors.contains("one CSV file holds actors or ties"))
    #expect(mixed.output.isEmpty)
  }

  @Test("A question at fault is refused before its file is read")
  func order() async throws {
    let measure = try await Program.run(["rank", "nofile.yaml", "--measure", "betweeness"])
    #expect(measure.status == 64 && measure.errors.contains("'betweenness'"))
    let other = try await Program.run(["rank", "nofile.yaml", "--measure", "leiden"])
    #expect(other.status == 64 && other.errors.contains("write actorgraph groups FILE --method leiden"))
  }

  @Test("What a reader can do is named by options")
  func remedies() async throws {
    let run = try await Program.run(["rank", Program.seed, "--at", "2025-07-08"])
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(". --direction either lets paths run both ways along each tie."))
    #expect(words.contains("; --top ") && words.contains(" shows all."))
  }
}
