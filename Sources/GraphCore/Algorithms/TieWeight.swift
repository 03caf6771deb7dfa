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
