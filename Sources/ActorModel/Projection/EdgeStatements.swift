/// The relations behind each edge, by their positions in the snapshot.
struct EdgeStatements: Sendable {
  private let bounds: [Int32]
  private let places: [Int32]

  /// - Parameter order: For each edge the group that it was made of.
  init(_ order: [Int32], _ groups: TieGroups, _ ties: [StatementTie]) {
    var bounds: [Int32] = [0]
    var places: [Int32] = []
    bounds.reserveCapacity(order.count + 1)
    places.reserveCapacity(ties.count)
    for group in order {
      for tie in groups.range(Int(group)) { places.append(ties[tie].place) }
      bounds.append(Int32(truncatingIfNeeded: places.count))
    }
    self.bounds = bounds
    self.places = places
  }

  /// How many edges there are.
  var edgeCount: Int { bounds.count - 1 }

  /// Those behind an edge, in the canonical order.
  subscript(edge: Int) -> ArraySlice<Int32> { places[Int(bounds[edge])..<Int(bounds[edge + 1])] }
}
