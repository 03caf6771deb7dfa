import Testing

@Suite("structure")
struct StructureTests {
  @Test("A table fits 100 columns")
  func table() async throws {
    let run = try await Program.run(["structure", Program.seed])
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("What it does not take is answered with the command that does; a refusal alone ends with 65")
  func refusals() async throws {
    let other = try await Program.run(["structure", Program.seed, "--measure", "betweenness"])
    #expect(other.status == 64)
    #expect(other.errors.contains("actorgraph rank FILE --measure betweenness"))
    let directed = try await Program.run(["structure", Program.seed, "--measure", "global-minimum-cut"])
    #expect(directed.status == 65)
    #expect(directed.errors.contains("project without direction"))
    #expect(try await Program.run(["structure", Program.seed, "--top", "0"]).status == 64)
  }
}
