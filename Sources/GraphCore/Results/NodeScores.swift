/// A number for each node, with what it needs to be read alone: which measure, on which scale, how it looked at
/// edges.
public struct NodeScores: Sendable, Hashable {
  /// The score of each node.
  public let values: [Double]
  /// The measure's id: `betweenness`.
  public let measure: String
  /// The scale the values are on: `fraction`, `pairs`.
  public let scale: String
  /// Which edges of a node count; `nil` where direction plays no part.
  public let direction: EdgeDirection?
  /// Which column weighed the edges; `nil` where every edge counted the same.
  public let weights: EdgeColumn?
  /// Further numbers for each node that belong to the score, such as how many nodes it reached.
  public let details: [NodeDetail]
  /// How the iteration ended; `nil` for measures that do not iterate.
  public let convergence: Convergence?

  /// Scores of a run.
  public init(
    values: [Double], measure: String, scale: String, direction: EdgeDirection? = nil, weights: EdgeColumn? = nil,
    details: [NodeDetail] = [], convergence: Convergence? = nil
  ) {
    self.values = values
    self.measure = measure
    self.scale = scale
    self.direction = direction
    self.weights = weights
    self.details = details
    self.convergence = convergence
  }
}

/// A named number for each node beside its score.
public struct NodeDetail: Sendable, Hashable {
  /// What the numbers are: `reached`.
  public let name: String
  /// The number of each node.
  public let values: [Double]

  /// A named column.
  public init(name: String, values: [Double]) {
    self.name = name
    self.values = values
  }
}
