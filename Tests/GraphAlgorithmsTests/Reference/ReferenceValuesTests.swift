import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// All measures against NetworkX and igraph, on graphs of every kind. `Oracle/reference_values.py` says how the values
/// were made; the call behind each stands beside it in `Resources`.
@Suite("Reference values of two libraries")
struct ReferenceValuesTests {
  @Test("Every measure equals NetworkX's and igraph's value on every graph", arguments: ReferenceMeasure.all)
  func agreement(measure: ReferenceMeasure) throws {
    let all = try Reference.frozen.get()
    for library in all.libraries {
      guard let frozen = library.measures[measure.name] else { continue }
      for reference in all.graphs {
        guard let expected = frozen.values[reference.name] else { continue }
        let values = try measure.values(reference.graph)
        let problem = difference(values, expected.map { $0 ?? .infinity })
        #expect(problem == nil, "\(measure.name) on \(reference.name): \(problem ?? "") by \(frozen.calls)")
      }
    }
  }

  @Test("Every measure that was frozen is compared")
  func complete() throws {
    let names = Set(ReferenceMeasure.all.map(\.name))
    #expect(names.count == ReferenceMeasure.all.count)
    let libraries = try Reference.frozen.get().libraries
    #expect(Set(libraries.flatMap { $0.measures.keys }) == names)
    #expect(libraries.map(\.version) == ["3.6.1", "1.0.0"])
    let graphs = Set(try Reference.frozen.get().graphs.map(\.name))
    for library in libraries {
      #expect(library.measures.values.allSatisfy { !$0.values.isEmpty && Set($0.values.keys).isSubset(of: graphs) })
    }
    let comparisons = libraries.map { $0.measures.values.reduce(0) { $0 + $1.values.count } }
    #expect(comparisons[0] > 2000 && comparisons[1] > 1700, "\(comparisons)")
  }

  @Test("The graphs are classics, directed, weighted, signed, disconnected, with loops and parallels")
  func kinds() throws {
    let graphs = try Reference.frozen.get().graphs.map(\.graph)
    #expect(graphs.count >= 20)
    #expect(graphs.count { $0.isDirected } >= 8)
    #expect(graphs.count { $0.strengths != nil } >= 8)
    #expect(graphs.count { $0.signs?.contains(-1) == true } >= 4)
    #expect(graphs.count { $0.hasParallels } >= 3)
    #expect(graphs.count { $0.pairs.contains { $0.source == $0.target } } >= 3)
    #expect(try graphs.count { try WeakComponents().run(on: $0).groupCount > 1 } >= 5)
  }

  @Test("The classics that the libraries bring are those that stand in the tests")
  func classics() throws {
    let graphs = Dictionary(uniqueKeysWithValues: try Reference.frozen.get().graphs.map { ($0.name, $0.graph) })
    #expect(try #require(graphs["karate"]).pairs == KnownGraphs.karate.pairs)
    #expect(try #require(graphs["kite"]).pairs == KnownGraphs.kite.pairs)
    #expect(try #require(graphs["florentine"]).pairs == KnownGraphs.florentine.pairs)
    #expect(try #require(graphs["monastery"]).pairs == SignedGraphs.monastery.pairs)
    #expect(try #require(graphs["ten-nodes"]).signs == SignedGraphs.tenNodes.signs)
    // NetworkX numbers the characters in another order.
    let mine = try Degree().run(on: KnownGraphs.lesMiserables).values.sorted()
    #expect(try Degree().run(on: try #require(graphs["miserables"])).values.sorted() == mine)
  }

  /// Where values differ by more than a relative 1e-9; sums that ought to be 0 may miss it by 1e-12 of the largest.
  private func difference(_ values: [Double], _ expected: [Double]) -> String? {
    guard values.count == expected.count else { return "\(values.count) values, \(expected.count) expected" }
    let scale = expected.reduce(1) { $1 < .infinity ? max($0, abs($1)) : $0 }
    for (position, pair) in zip(values, expected).enumerated() {
      let (value, other) = pair
      if value == other { continue }
      let allowed = max(1e-9 * max(abs(value), abs(other)), 1e-12 * scale)
      if !(abs(value - other) <= allowed) || value == .infinity || other == .infinity {
        return "value \(position) is \(value), expected \(other)"
      }
    }
    return nil
  }
}
