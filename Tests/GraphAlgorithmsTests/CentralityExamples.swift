import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Graphs that several of the tests of centralities use, with their frozen numbers beside each test.
enum CentralityExamples {
  /// Eight nodes with cycles, a source (0) and a sink (7).
  static let directed = CSRGraph(
    nodeCount: 8,
    edges: pairs([0, 1, 0, 2, 1, 2, 1, 3, 2, 3, 3, 4, 4, 1, 4, 5, 5, 6, 6, 5, 2, 6, 6, 7]), isDirected: true)

  /// Six nodes, seven ties of unequal strength.
  static let weighted = CSRGraph(
    nodeCount: 6, edges: pairs([0, 1, 0, 2, 1, 2, 2, 3, 3, 4, 4, 5, 3, 5]), isDirected: false,
    columns: EdgeColumns(strengths: [2, 1, 3, 1, 4, 1, 2]))

  /// Undirected graphs of the assortment.
  static let undirectedAssortment = RandomGraphs.assortment.filter { !$0.isDirected }

  /// Node numbers two by two as edges.
  static func pairs(_ ends: [Int]) -> [NodePair] {
    stride(from: 0, to: ends.count, by: 2).map { NodePair(ends[$0], ends[$0 + 1]) }
  }
}

/// Checks that a measure gives these values on the trivial graphs: no node, one, two, one edge, a loop, four nodes.
func expectTrivial<Measure: NodeMeasure>(
  _ measure: Measure, isDirected: Bool = false, _ expected: [[Double]],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let values = try KnownGraphs.trivial(isDirected: isDirected).map { try measure.run(on: $0).values }
  #expect(values == expected, sourceLocation: sourceLocation)
}

/// Checks that an algorithm refuses lengths of 0 where paths must have an end, and lengths that are not there.
func expectLengthRefusals<Algorithm: GraphAlgorithm & DescribedAlgorithm>(
  of algorithm: Algorithm, sourceLocation: SourceLocation = #_sourceLocation
) {
  for length in [-1, Double.nan, .infinity] {
    let graph = KnownGraphs.path(3).withLengths([1, length])
    #expect(throws: AlgorithmError.self, "\(length)", sourceLocation: sourceLocation) {
      _ = try algorithm.run(on: graph)
    }
  }
  #expect(throws: AlgorithmError.missingColumn(.length), sourceLocation: sourceLocation) {
    _ = try algorithm.run(on: KnownGraphs.path(3))
  }
}

/// Checks that an algorithm refuses strengths that are not there or not above 0.
func expectStrengthRefusals<Algorithm: GraphAlgorithm & DescribedAlgorithm>(
  of algorithm: Algorithm, isDirected: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
) {
  for strength in [0, -1, Double.nan, .infinity] {
    let graph = KnownGraphs.path(3, isDirected: isDirected).withStrengths([1, strength])
    #expect(throws: AlgorithmError.self, "\(strength)", sourceLocation: sourceLocation) {
      _ = try algorithm.run(on: graph)
    }
  }
  #expect(throws: AlgorithmError.missingColumn(.strength), sourceLocation: sourceLocation) {
    _ = try algorithm.run(on: KnownGraphs.path(3, isDirected: isDirected))
  }
}

/// Checks that an algorithm ends when its run was cancelled.
func expectCancelled<Algorithm: GraphAlgorithm & DescribedAlgorithm>(
  _ algorithm: Algorithm, on graph: CSRGraph = KnownGraphs.kite, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(throws: AlgorithmError.cancelled, sourceLocation: sourceLocation) {
    _ = try algorithm.run(on: graph, in: .cancelled)
  }
}

/// Checks that an algorithm says that it is not defined on a directed graph.
func expectRefusesDirected<Algorithm: GraphAlgorithm & DescribedAlgorithm>(
  _ algorithm: Algorithm, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectUndefined(algorithm, on: KnownGraphs.path(3, isDirected: true), sourceLocation: sourceLocation)
}

/// Checks that an algorithm says that it is not defined on a graph, and what to do instead.
func expectUndefined<Algorithm: GraphAlgorithm & DescribedAlgorithm>(
  _ algorithm: Algorithm, on graph: CSRGraph, sourceLocation: SourceLocation = #_sourceLocation
) {
  do throws(AlgorithmError) {
    _ = try algorithm.run(on: graph)
    Issue.record("a refusal was expected", sourceLocation: sourceLocation)
  } catch {
    guard case .undefined(let reason, let advice) = error else {
      Issue.record("\(error)", sourceLocation: sourceLocation)
      return
    }
    #expect(!reason.isEmpty && !advice.isEmpty, sourceLocation: sourceLocation)
  }
}
