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
    let order = snapshot.standing.order
    let wholes = try ActorWholes(projection.rollUp, of: snapshot, order)
    let counted = counted(wholes)
    let nodes = ProjectedNodes(
      wholes, order, of: snapshot.network, tied: projection.isolates == .drop ? ends(of: counted.places) : nil)
    let ties = ties(counted.places, nodes)
    let groups = TieGroups(ties, keepsParallel: projection.combination == .keep)
    var builder = GraphBuilder(nodeCount: nodes.actors.count, isDirected: isDirected)
    builder.reserve(groups.count)
    for group in 0..<groups.count {
      let tie = ties[groups.range(group).lowerBound]
      builder.addEdge(from: Int(tie.source), to: Int(tie.target))
    }
    let strengths = GroupStrengths(projection, snapshot, table, rows)
    let build = builder.build(columns: try strengths.columns(of: groups, ties, wanted))
    return ProjectedGraph(
      graph: build.graph, nodes: nodes, edges: EdgeStatements(build.inputPositions, groups, ties), snapshot: snapshot,
      projection: projection, relationCount: counted.places.count,
      droppedLoopCount: projection.loops == .drop ? counted.loops : 0,
      keptLoopCount: projection.loops == .keep ? counted.loops : 0,
      undatedCount: snapshot.takesUndatedAsHeld ? counted.undated : 0)
  }

  /// Which relations count, by their positions in the snapshot.
  private struct Counted {
    var places: [Int32] = []
    var loops = 0
    var undated = 0
  }

  private func counted(_ wholes: ActorWholes) -> Counted {
    let statuses = Set(projection.statuses)
    let signs = Set(projection.signs.map { Int8($0.factor) })
    let types = table.typeNames.map { projection.types?.contains($0) ?? true }
    var counted = Counted()
    counted.places.reserveCapacity(rows.count)
    for place in rows.indices {
      let row = Int(rows[place])
      guard statuses.contains(table.statuses[row]), signs.contains(table.signs[row]),
        table.confidences[row] >= projection.minimumConfidence, types[Int(table.types[row])]
      else { continue }
      if wholes.of(table.firsts[row]) == wholes.of(table.seconds[row]) {
        counted.loops += 1
        if projection.loops == .drop { continue }
      }
      if table.beginnings[row] == .min { counted.undated += 1 }
      counted.places.append(Int32(truncatingIfNeeded: place))
    }
    return counted
  }

  /// The numbers of the actors that relations tie.
  private func ends(of places: [Int32]) -> Set<Int32> {
    var ends: Set<Int32> = []
    for place in places {
      let row = Int(rows[Int(place)])
      ends.insert(table.firsts[row])
      ends.insert(table.seconds[row])
    }
    return ends
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
