/// A number for each edge, with what it needs to be read alone.
public struct EdgeScores: Sendable, Hashable {
  /// The score of each edge.
  public let values: [Double]
  /// The measure's id.
  public let measure: String
  /// The scale the values are on.
  public let scale: String
  /// Which column weighed the edges; `nil` where every edge counted the same.
  public let weights: EdgeColumn?

  /// Scores of a run.
  package init(values: [Double], measure: String, scale: String, weights: EdgeColumn? = nil) {
    self.values = values
    self.measure = measure
    self.scale = scale
    self.weights = weights
  }
}
