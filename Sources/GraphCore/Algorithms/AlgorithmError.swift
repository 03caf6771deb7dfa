/// Why an algorithm gave no answer: what is wrong, where, and what to do.
///
/// Edges and nodes are numbers here; the floors above put the names of relations and actors in their place by
/// ``named(by:)``.
public enum AlgorithmError: Error, Sendable, Hashable {
  /// The graph has no such column.
  case missingColumn(EdgeColumn)
  /// An edge's value is not one that the algorithm can work with.
  case unfitValue(column: EdgeColumn, edge: Int, value: Double, needed: GraphText)
  /// An option is out of its range.
  case invalidParameter(name: GraphText, value: GraphText, needed: GraphText)
  /// The measure is not defined on this graph; `advice` names a way out.
  case undefined(reason: GraphText, advice: GraphText)
  /// Iteration did not reach the tolerance asked for.
  case notConverged(Convergence)
  /// Following edges round this cycle makes the length ever smaller.
  case negativeCycle(edges: [Int])
  /// The run would need more than a stated limit.
  case limitExceeded(what: GraphText, needed: GraphText, limit: GraphText)
  /// Somebody asked for the run to end.
  case cancelled
}

extension AlgorithmError: CustomStringConvertible {
  /// What is wrong, where, and what to do, in one sentence or two; nodes and edges are numbers.
  public var description: String { text.description }

  /// The same text with the names of nodes and edges.
  public func named(by names: GraphNames) -> String { text.named(by: names) }

  /// What is wrong, where, and what to do.
  private var text: GraphText {
    switch self {
    case .missingColumn(let column):
      "the graph has no \(column.rawValue) for its edges; project it with weights, or choose the unweighted variant"
    case .unfitValue(let column, let edge, let value, let needed):
      "\(column.rawValue) \(value) of \(edge: edge) does not fit: \(needed)"
    case .invalidParameter(let parameter, let value, let needed):
      "\(parameter) cannot be \(value): \(needed)"
    case .undefined(let reason, let advice):
      "\(reason); \(advice)"
    case .notConverged(let convergence):
      "not converged after \(convergence.iterations) iterations (residual \(convergence.residual)); "
        + "allow more iterations or a larger tolerance"
    case .negativeCycle(let edges):
      edges.indices.reduce("a cycle of negative length: ") { $0 + "\($1 > 0 ? ", " : "")\(edge: edges[$1])" }
    case .limitExceeded(let what, let needed, let limit):
      "\(what) would need \(needed), more than the limit of \(limit)"
    case .cancelled:
      "cancelled"
    }
  }
}
