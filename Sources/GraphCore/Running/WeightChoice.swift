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

/// How much a tie counts for walks, flows and sums.
public enum TieWeight: String, CaseIterable, Codable, Sendable {
  /// The strength column where the graph has one, else every tie counts 1.
  case automatic
  /// Every tie counts 1.
  case none
  /// Every tie counts its strength.
  case strengths

  /// The strengths to use on a graph, `nil` when every tie counts 1.
  ///
  /// - Throws: `.missingColumn` when strengths were asked for and the graph has none.
  package func strengths(of graph: CSRGraph) throws(AlgorithmError) -> [Double]? {
    switch self {
    case .none: return nil
    case .automatic: return graph.strengths
    case .strengths:
      guard let strengths = graph.strengths else { throw .missingColumn(.strength) }
      return strengths
    }
  }
}

extension CSRGraph {
  /// Checks that every length is a finite number above 0, or not below 0 where zero is allowed.
  ///
  /// - Throws: `.unfitValue` with the first edge that is at fault.
  package func checkLengths(_ lengths: [Double]?, allowingZero: Bool) throws(AlgorithmError) {
    guard let lengths else { return }
    for edge in lengths.indices where !(lengths[edge] > 0 && lengths[edge] < .infinity) {
      if allowingZero && lengths[edge] == 0 { continue }
      throw .unfitValue(
        column: .length, edge: edge, value: lengths[edge],
        needed: allowingZero ? "a finite length of 0 or more" : "a finite length above 0")
    }
  }

  /// Checks that every strength is a finite number above 0.
  ///
  /// - Throws: `.unfitValue` with the first edge that is at fault.
  package func checkStrengths(_ strengths: [Double]?) throws(AlgorithmError) {
    guard let strengths else { return }
    for edge in strengths.indices where !(strengths[edge] > 0 && strengths[edge] < .infinity) {
      throw .unfitValue(
        column: .strength, edge: edge, value: strengths[edge],
        needed: "a finite strength above 0; leave ties without strength out of the projection")
    }
  }
}
