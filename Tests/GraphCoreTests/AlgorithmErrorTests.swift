import GraphCore
import Testing

@Suite("AlgorithmError")
struct AlgorithmErrorTests {
  @Test("Says what is wrong, where, and what to do")
  func descriptions() {
    let convergence = Convergence(iterations: 5, residual: 0.25, isConverged: false)
    let texts: [(AlgorithmError, String)] = [
      (.missingColumn(.length), "the graph has no length"),
      (.unfitValue(column: .strength, edge: 3, value: -1, needed: "above 0"), "strength -1.0 of edge 3 does not fit"),
      (.invalidParameter(name: "damping", value: "2", needed: "below 1"), "damping cannot be 2: below 1"),
      (.undefined(reason: "no cycle", advice: "use Katz"), "no cycle; use Katz"),
      (.notConverged(convergence), "not converged after 5 iterations (residual 0.25)"),
      (.negativeCycle(edges: [1, 4]), "a cycle of negative length: edge 1, edge 4"),
      (.limitExceeded(what: "a table", needed: "9", limit: "8"), "a table would need 9, more than the limit of 8"),
      (.cancelled, "cancelled"),
    ]
    for (error, text) in texts { #expect(error.description.contains(text)) }
  }

  // case 18-eigenvector-message-names-nobody
  @Test("Nodes and edges take the names that the floors above give them")
  func names() {
    let names = GraphNames(node: { "actor A\($0)" }, edge: { "relation R\($0)" })
    let value = AlgorithmError.unfitValue(column: .length, edge: 3, value: 0, needed: "less than at \(node: 2)")
    #expect(value.named(by: names) == "length 0.0 of relation R3 does not fit: less than at actor A2")
    let cycle = AlgorithmError.negativeCycle(edges: [1, 4])
    #expect(cycle.named(by: names) == "a cycle of negative length: relation R1, relation R4")
    let parts: GraphText = "the parts around \(node: 0) and " + "\(node: 2)"
    let undefined = AlgorithmError.undefined(reason: parts, advice: "use Katz")
    #expect(undefined.named(by: names) == "the parts around actor A0 and actor A2; use Katz")
    #expect("\(undefined)" == "the parts around node 0 and node 2; use Katz")
  }
}
