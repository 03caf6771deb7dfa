/// What a step along a path costs.
public enum PathMetric: String, CaseIterable, Codable, Sendable {
  /// The length column where the graph has one, else steps.
  case automatic
  /// Every edge is one step.
  case steps
  /// Every edge costs its length.
  case lengths

  /// The lengths to use on a graph, `nil` for steps.
  ///
  /// - Throws: `.missingColumn` when lengths were asked for and the graph has none.
  package func lengths(of graph: CSRGraph) throws(AlgorithmError) -> [Double]? {
    switch self {
    case .steps: return nil
    case .automatic: return graph.lengths
    case .lengths:
      guard let lengths = graph.lengths else { throw .missingColumn(.length) }
      return lengths
    }
  }
}
