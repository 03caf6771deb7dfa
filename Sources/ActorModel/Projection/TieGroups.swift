/// Ties, sorted, that become one edge each group.
struct TieGroups: Sendable {
  /// Where each group begins, and where the last one ends.
  private let bounds: [Int32]

  init(_ ties: [StatementTie], keepsParallel: Bool) {
    var bounds: [Int32] = []
    for i in ties.indices
    where i == 0 || keepsParallel || ties[i].source != ties[i - 1].source || ties[i].target != ties[i - 1].target {
      bounds.append(Int32(truncatingIfNeeded: i))
    }
    bounds.append(Int32(truncatingIfNeeded: ties.count))
    self.bounds = bounds
  }

  /// How many groups there are.
  var count: Int { bounds.count - 1 }

  /// The ties of a group.
  func range(_ group: Int) -> Range<Int> { Int(bounds[group])..<Int(bounds[group + 1]) }
}

/// A relation on its way to an edge.
struct StatementTie: Sendable {
  let source: Int32
  let target: Int32
  /// The relation's position in the snapshot.
  let place: Int32
}
