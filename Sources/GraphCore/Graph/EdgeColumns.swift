/// Values by edge number. A column that is `nil` is not there; work that needs it refuses.
public struct EdgeColumns: Sendable, Hashable {
  /// Length of each edge: more is farther; not negative unless an algorithm says that it may be.
  public var lengths: [Double]?
  /// Strength of each edge: more is closer; above 0.
  public var strengths: [Double]?
  /// Sign of each edge: −1, 0 or 1.
  public var signs: [Int8]?
  /// Sum of sign × strength of the statements behind each edge. Where statements of both signs lie behind one edge,
  /// its size is less than the edge's strength.
  public var signedStrengths: [Double]?

  /// Columns by edge, each `nil` unless given.
  public init(
    lengths: [Double]? = nil, strengths: [Double]? = nil, signs: [Int8]? = nil, signedStrengths: [Double]? = nil
  ) {
    self.lengths = lengths
    self.strengths = strengths
    self.signs = signs
    self.signedStrengths = signedStrengths
  }

  func checkCounts(edgeCount: Int) {
    precondition(lengths.map { $0.count == edgeCount } ?? true, "a length for each edge")
    precondition(strengths.map { $0.count == edgeCount } ?? true, "a strength for each edge")
    precondition(signs.map { $0.count == edgeCount } ?? true, "a sign for each edge")
    precondition(signedStrengths.map { $0.count == edgeCount } ?? true, "a signed strength for each edge")
  }

  /// The columns in another order: value `i` of the result is value `order[i]` of this one.
  func permuted(by order: [Int32]) -> EdgeColumns {
    EdgeColumns(
      lengths: lengths.map { column in order.map { column[Int($0)] } },
      strengths: strengths.map { column in order.map { column[Int($0)] } },
      signs: signs.map { column in order.map { column[Int($0)] } },
      signedStrengths: signedStrengths.map { column in order.map { column[Int($0)] } })
  }
}
