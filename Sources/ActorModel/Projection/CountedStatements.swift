/// What of a snapshot counts in a projection, before it becomes a graph: the actors that are its nodes, and the relations
/// between them. A picture needs no more, as it draws relations and not edges.
package struct CountedStatements: Sendable {
  /// The actor of each node, sorted by id.
  package var actors: [Actor] { nodes.actors }
  /// The relations that count, by their positions in the snapshot.
  package private(set) var places: [Int32] = []
  /// How many relations are left out because they tie an actor to itself.
  package private(set) var droppedLoopCount = 0
  /// How many relations count that tie an actor to itself.
  package private(set) var keptLoopCount = 0
  /// How many relations count although nothing says when they began.
  package private(set) var undatedCount = 0
  let nodes: ProjectedNodes

  /// What counts of a snapshot.
  ///
  /// - Throws: That parts are to be rolled up into an actor that is not there.
  package init(_ projection: Projection, of snapshot: Snapshot) throws(ProjectionError) {
    let order = snapshot.standing.order
    let wholes = try ActorWholes(projection.rollUp, of: snapshot, order)
    let selection = snapshot.statements.selection
    let table = selection.table
    let statuses = Set(projection.statuses)
    let signs = Set(projection.signs.map { Int8($0.factor) })
    let types = table.typeNames.map { projection.types?.contains($0) ?? true }
    var ends: Set<Int32> = []
    places.reserveCapacity(selection.rows.count)
    for place in selection.rows.indices {
      let row = Int(selection.rows[place])
      guard statuses.contains(table.statuses[row]), signs.contains(table.signs[row]),
        table.confidences[row] >= projection.minimumConfidence, types[Int(table.types[row])]
      else { continue }
      if wholes.of(table.firsts[row]) == wholes.of(table.seconds[row]) {
        if projection.loops == .drop {
          droppedLoopCount += 1
          continue
        }
        keptLoopCount += 1
      }
      if table.beginnings[row] == .min { undatedCount += 1 }
      places.append(Int32(truncatingIfNeeded: place))
      if projection.isolates == .drop { ends.formUnion([table.firsts[row], table.seconds[row]]) }
    }
    if !snapshot.takesUndatedAsHeld { undatedCount = 0 }
    nodes = ProjectedNodes(
      wholes, order, of: snapshot.network, tied: projection.isolates == .drop ? ends : nil)
  }

  /// The node that stands for an actor: its own, or that of the whole it was rolled up into.
  package func node(ofActor id: String) -> Int? { nodes.node(ofActor: id) }
}
