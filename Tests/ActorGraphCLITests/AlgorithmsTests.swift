import Testing

@Suite("algorithms")
struct AlgorithmsTests {
  @Test("The list names every measure that rank takes; tables fit 100 columns")
  func list() async throws {
    let run = try await Program.run("algorithms")
    #expect(run.status == 0)
    for name in ["betweenness", "pagerank", "harmonic", "leiden"] { #expect(run.output.contains(" \(name) ")) }
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("One algorithm with its definition, options and source; an unknown one with the nearest")
  func one() async throws {
    let run = try await Program.run("algorithms pagerank")
    #expect(run.status == 0)
    for word in ["definition", "damping", "0.85", "source"] { #expect(run.output.contains(word)) }
    let unknown = try await Program.run("algorithms pagerenk")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("'pagerank'"))
  }
}
