import ActorAnalysis
import GraphAlgorithms
import GraphCore
import ModelTestSupport
import Testing

@Suite("AlgorithmKind")
struct AlgorithmKindTests {
  private let kind = AlgorithmKind(PageRank()) { $0.values.reduce(0, +) }

  @Test("It shows the algorithm's options with their defaults")
  func parameters() {
    #expect(kind.summary.id == "pagerank")
    #expect(kind.parameters.map(\.name) == PageRank.parameters.map(\.name))
    #expect(kind.parameters.first { $0.name == "damping" }?.standard == "0.85")
  }

  @Test("A choice carries every option, and makes of the result what was asked for")
  func choice() throws {
    let choice = try kind.choice([AlgorithmOption(name: "damping", value: "0.5")])
    #expect(choice.options.count == kind.parameters.count)
    #expect(choice.options.first { $0.name == "damping" }?.value == "0.5")
    let graph = try Sample.project(Sample.ties(("A>B", 1), ("B>C", 2))).graph
    #expect(abs(try choice.run(on: graph, in: RunContext()) - 1) < 1e-9)
  }

  @Test("A seed for all counts where the options name none")
  func seed() throws {
    let leiden = AlgorithmKind(Leiden()) { $0.partition.groupCount }
    func seed(_ options: [AlgorithmOption], _ seed: UInt64?) throws -> String? {
      try leiden.choice(options, seed: seed).options.first { $0.name == "seed" }?.value
    }
    #expect(try seed([], nil) == "0")
    #expect(try seed([], 7) == "7")
    #expect(try seed([AlgorithmOption(name: "seed", value: "3")], 7) == "3")
    #expect(try kind.choice(seed: 7).options == kind.choice().options)
  }

  @Test("Options that do not exist or do not fit are refused by name")
  func refusals() throws {
    #expect(throws: AlgorithmTextError.self) { try kind.choice([AlgorithmOption(name: "dampng", value: "0.5")]) }
    let error = try #require(throws: AlgorithmTextError.self) {
      try kind.choice([AlgorithmOption(name: "damping", value: "1.5")])
    }
    #expect(error.description == "pagerank: damping cannot be '1.5'; write a number from 0 to below 1")
  }
}
