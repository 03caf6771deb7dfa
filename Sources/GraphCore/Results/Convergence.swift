/// How an iteration ended.
public struct Convergence: Sendable, Hashable, Codable {
  /// Rounds done.
  public let iterations: Int
  /// How far the last two rounds were apart, in the measure's own norm.
  public let residual: Double
  /// Whether the residual came below the tolerance.
  public let isConverged: Bool

  /// The end of an iteration.
  package init(iterations: Int, residual: Double, isConverged: Bool) {
    self.iterations = iterations
    self.residual = residual
    self.isConverged = isConverged
  }
}
