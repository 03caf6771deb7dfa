import GraphCore

/// One projection under way: rows of a table of statements on their way to edges. Texts are read only where a refusal
/// names a relation.
struct Projector {
  let projection: Projection
  let snapshot: Snapshot
  /// The columns that are made.
  let wanted: Set<EdgeColumn>
  private let table: StatementTable
  private let rows: [Int32]
  /// Whether edges run one way; where no relation of the whole network does, no edge does, whatever the day.
  private let isDirected: Bool

  init(projection: Projection, snapshot: Snapshot, columns: Set<EdgeColumn>) {
    self.projection = projection
    self.snapshot = snapshot
    wanted = columns
    let selection = snapshot.statements.selection
    table = selection.table
    rows = selection.rows
    isDirected = projection.direction != .either && selection.table.isNetworkDirected
  }

  func project() throws(ProjectionError) -> ProjectedGraph {
    let counted = try CountedStatements(projection, of: snapshot)
    let ties = ties(counted.places, counted.nodes)
    let groups = TieGroups(ties, keepsParallel: projection.combination == .keep)
    var builder = GraphBuilder(nodeCount: counted.actors.count, isDirected: isDirected)
    builder.reserve(groups.count)
    for group in 0..<groups.count {
      let tie = ties[groups.range(group).lowerBound]
      builder.addEdge(from: Int(tie.source), to: Int(tie.target))
    }
    let strengths = GroupStrengths(projection, snapshot, table, rows)
    let build = builder.build(columns: try strengths.columns(of: groups, ties, wanted))
    return ProjectedGraph(
      graph: build.graph, nodes: counted.nodes, edges: EdgeStatements(build.inputPositions, groups, ties),
      snapshot: snapshot, projection: projection, relationCount: counted.places.count,
      droppedLoopCount: counted.droppedLoopCount, keptLoopCount: counted.keptLoopCount,
      undatedCount: counted.undatedCount)
  }

  /// Each relation that counts as one tie, or two when it is mutual in a directed graph, in an order that does not
  /// depend on the file's.
  private func ties(_ places: [Int32], _ nodes: ProjectedNodes) -> [StatementTie] {
    var ties: [StatementTie] = []
    ties.reserveCapacity(places.count)
    for place in places {
      let row = Int(rows[Int(place)])
      let first = nodes.node(ofNumber: table.firsts[row])
      let second = nodes.node(ofNumber: table.seconds[row])
      guard first >= 0, second >= 0 else { continue }
      let isTurned = isDirected ? projection.direction == .reversed : second < first
      let tie = StatementTie(source: isTurned ? second : first, target: isTurned ? first : second, place: place)
      ties.append(tie)
      if isDirected && !table.areDirected[row] && first != second {
        ties.append(StatementTie(source: tie.target, target: tie.source, place: place))
      }
    }
    ties.sort { a, b in
      if a.source != b.source { return a.source < b.source }
      if a.target != b.target { return a.target < b.target }
      return table.precedes(Int(rows[Int(a.place)]), Int(rows[Int(b.place)]))
    }
    return ties
  }
}
