import GraphCore

extension Projection {
  /// Makes a graph of a snapshot.
  ///
  /// Nodes are sorted by actor id and parallel relations by what they say, so that the order of the file changes
  /// nothing. Strengths, signs and lengths become columns; what they mean is said by this value.
  ///
  /// - Parameter columns: The columns that are made, signs together with signed strengths. A number that does not fit a
  ///   column left out is no hindrance.
  /// - Throws: A relation whose number cannot be converted as asked for, or an actor to roll up that is not there.
  /// - Complexity: O(r log r) for r relations.
  public func graph(
    of snapshot: Snapshot, columns: Set<EdgeColumn> = Set(EdgeColumn.allCases)
  ) throws(ProjectionError) -> ProjectedGraph {
    try Projector(projection: self, snapshot: snapshot, columns: columns).project()
  }

  /// Whether a relation counts, apart from where it runs.
  public func admits(_ relation: Relation) -> Bool {
    statuses.contains(relation.status) && signs.contains(relation.sign) && relation.confidence >= minimumConfidence
      && (types?.contains(relation.type) ?? true)
  }
}

extension Projection {
  /// What a relation's number counts as a strength in a snapshot, shares of a window and decay included.
  public func strength(of relation: Relation, in snapshot: Snapshot) -> Double {
    switch weights {
    case .strength: relation.strength * countedShare(of: relation, in: snapshot)
    case .length: countedShare(of: relation, in: snapshot) / relation.strength
    case .none: 1
    }
  }

  /// What is left of a relation's weight: all of it, but for means over a window and for decay.
  fileprivate func countedShare(of relation: Relation, in snapshot: Snapshot) -> Double {
    halfLives.isEmpty && snapshot.query.windowMode != .mean ? 1 : share(of: relation, in: snapshot)
  }
}

/// Why a snapshot could not be made into a graph.
public enum ProjectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A strength does not fit the conversion asked for.
  case unfitStrength(relation: String, strength: Double, needed: String)
  /// There is no such actor to roll parts up into.
  case unknownActor(UnknownActor)

  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .unfitStrength(let relation, let strength, let needed):
      "strength \(strength) of relation \(relation) does not fit: \(needed)"
    case .unknownActor(let problem): problem.description
    }
  }
}

/// One projection under way.
private struct Projector {
  let projection: Projection
  let snapshot: Snapshot
  /// The columns that are made.
  let wanted: Set<EdgeColumn>
  /// Whether edges run one way; where no relation of the whole network does, no edge does, whatever the day.
  let isDirected: Bool

  init(projection: Projection, snapshot: Snapshot, columns: Set<EdgeColumn>) {
    self.projection = projection
    self.snapshot = snapshot
    wanted = columns
    isDirected = projection.direction != .either && snapshot.network.relations.contains { $0.ends.isDirected }
  }

  /// A relation on its way to an edge.
  struct Tie {
    let position: Int
    let source: Int
    let target: Int
  }

  func project() throws(ProjectionError) -> ProjectedGraph {
    let wholes = try wholes()
    var admitted: [Int] = []
    var loops = 0
    var undated = 0
    for (position, relation) in snapshot.relations.enumerated() where projection.admits(relation) {
      if wholes[relation.ends.first] == wholes[relation.ends.second] {
        loops += 1
        if projection.loops == .drop { continue }
      }
      if relation.isUndated { undated += 1 }
      admitted.append(position)
    }
    let actors = nodeActors(wholes: wholes, admitted: admitted)
    var numbers: [String: Int] = [:]
    for (node, actor) in actors.enumerated() { numbers[actor.id] = node }
    let nodes = wholes.compactMapValues { numbers[$0] }
    let groups = groups(of: ties(admitted, nodes: nodes))
    var builder = GraphBuilder(nodeCount: actors.count, isDirected: isDirected)
    builder.reserve(groups.count)
    for group in groups { builder.addEdge(from: group[0].source, to: group[0].target) }
    let build = builder.build(columns: try columns(of: groups))
    return ProjectedGraph(
      graph: build.graph, actors: actors,
      relationPositions: build.inputPositions.map { groups[Int($0)].map(\.position) },
      snapshot: snapshot, projection: projection, relationCount: admitted.count,
      droppedLoopCount: projection.loops == .drop ? loops : 0, keptLoopCount: projection.loops == .keep ? loops : 0,
      undatedCount: snapshot.takesUndatedAsHeld ? undated : 0, nodes: nodes)
  }

  /// For each actor of the snapshot the actor it counts as: the topmost of those above it that parts are rolled up into.
  ///
  /// - Complexity: O(actors): what was found for a whole is taken over by all its parts.
  private func wholes() throws(ProjectionError) -> [String: String] {
    guard projection.rollUp != .none else {
      return Dictionary(snapshot.actors.map { ($0.id, $0.id) }, uniquingKeysWith: { first, _ in first })
    }
    let targets = try rollUpTargets()
    let parts = Dictionary(snapshot.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var wholes: [String: String] = [:]
    for actor in snapshot.actors {
      var chain: [String] = []
      var next: String? = actor.id
      while let id = next, let part = parts[id], wholes[id] == nil {
        chain.append(id)
        next = part.partOf
      }
      // From the top down: an actor's own whole is that of the actor above it, or that actor itself.
      for id in chain.reversed() {
        guard let above = parts[id]?.partOf, let whole = wholes[above] else {
          wholes[id] = id
          continue
        }
        wholes[id] = whole != above || targets?.contains(above) ?? true ? whole : id
      }
    }
    return wholes
  }

  /// The actors that parts are rolled up into; `nil` for all.
  private func rollUpTargets() throws(ProjectionError) -> Set<String>? {
    guard case .into(let words) = projection.rollUp else { return nil }
    var ids: Set<String> = []
    for word in words {
      do { ids.insert(try snapshot.network.actor(named: word).id) } catch { throw .unknownActor(error) }
    }
    return ids
  }

  private func nodeActors(wholes: [String: String], admitted: [Int]) -> [Actor] {
    let standing = snapshot.actors.filter { wholes[$0.id] == $0.id }.sorted { $0.id < $1.id }
    guard projection.isolates == .drop else { return standing }
    var tied: Set<String> = []
    for position in admitted {
      let ends = snapshot.relations[position].ends
      for end in [ends.first, ends.second] { if let whole = wholes[end] { tied.insert(whole) } }
    }
    return standing.filter { tied.contains($0.id) }
  }

  /// Each admitted relation as one tie, or two when it is mutual in a directed graph, in an order that does not
  /// depend on the file's.
  private func ties(_ admitted: [Int], nodes: [String: Int]) -> [Tie] {
    var ties: [Tie] = []
    for position in admitted {
      let ends = snapshot.relations[position].ends
      guard let first = nodes[ends.first], let second = nodes[ends.second] else { continue }
      switch projection.direction {
      case _ where !isDirected:
        ties.append(Tie(position: position, source: min(first, second), target: max(first, second)))
      case .stated, .either: ties.append(Tie(position: position, source: first, target: second))
      case .reversed: ties.append(Tie(position: position, source: second, target: first))
      }
      if isDirected && !ends.isDirected && first != second {
        let tie = ties[ties.count - 1]
        ties.append(Tie(position: position, source: tie.target, target: tie.source))
      }
    }
    return ties.sorted { a, b in
      if a.source != b.source { return a.source < b.source }
      if a.target != b.target { return a.target < b.target }
      return Self.precedes(a.position, b.position, in: snapshot.relations)
    }
  }

  /// Whether one of two relations comes first. They are read in place: a copy of each would take most of the time.
  private static func precedes(_ a: Int, _ b: Int, in all: [Relation]) -> Bool {
    if all[a].strength != all[b].strength { return all[a].strength > all[b].strength }
    if all[a].sign != all[b].sign { return all[a].sign.factor > all[b].sign.factor }
    if all[a].type != all[b].type { return all[a].type < all[b].type }
    let aSince = all[a].validity.since?.firstDay.number ?? .min
    let bSince = all[b].validity.since?.firstDay.number ?? .min
    return aSince != bSince ? aSince < bSince : all[a].id < all[b].id
  }

  /// Ties that become one edge.
  private func groups(of ties: [Tie]) -> [[Tie]] {
    var groups: [[Tie]] = []
    for tie in ties {
      if projection.combination != .keep, let last = groups.last?.first, last.source == tie.source,
        last.target == tie.target
      {
        groups[groups.count - 1].append(tie)
      } else {
        groups.append([tie])
      }
    }
    return groups
  }

  private func columns(of groups: [[Tie]]) throws(ProjectionError) -> EdgeColumns {
    var columns = EdgeColumns()
    let relations = groups.map { group in group.map { snapshot.relations[$0.position] } }
    if projection.weights != .none, wanted.contains(.strength) || wanted.contains(.length) {
      let strengths = try relations.map { group throws(ProjectionError) in try combine(group) }
      if wanted.contains(.strength) { columns.strengths = strengths }
      if wanted.contains(.length) {
        columns.lengths = try zip(groups, strengths).map { group, strength throws(ProjectionError) in
          try length(of: group, strength)
        }
      }
    }
    if wanted.contains(.sign) {
      let signed = try relations.map { group throws(ProjectionError) in try signedStrength(group) }
      columns.signs = signed.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }
      columns.signedStrengths = signed
    }
    return columns
  }

  /// What a relation's number says as a strength.
  private func size(of relation: Relation) -> Double { projection.strength(of: relation, in: snapshot) }

  /// What is left of a relation's weight: all of it, but for means over a window and for decay.
  private func share(of relation: Relation) -> Double { projection.countedShare(of: relation, in: snapshot) }

  private func length(of group: [Tie], _ strength: Double) throws(ProjectionError) -> Double {
    if projection.weights == .length {
      // A single relation's length stays exactly what was written.
      guard group.count == 1 else { return 1 / strength }
      let relation = snapshot.relations[group[0].position]
      return relation.strength / share(of: relation)
    }
    switch projection.length {
    case .inverse: return 1 / strength
    case .negativeLog:
      guard strength > 1 else { return negativeLogarithm(strength) }
      let ids = group.map { snapshot.relations[$0.position].id }.joined(separator: ", ")
      throw .unfitStrength(
        relation: ids, strength: strength,
        needed: "the length −ln(strength) needs a strength of at most 1; combine by noisy-or or max, "
          + "or take the inverse as length")
    }
  }

  /// The strength of one edge made of several relations; 0 for none.
  private func combine(_ relations: [Relation]) throws(ProjectionError) -> Double {
    let sizes = relations.map(size)
    switch projection.combination {
    case .sum, .keep: return sizes.reduce(0, +)
    case .max: return sizes.max() ?? 0
    case .mean: return sizes.isEmpty ? 0 : sizes.reduce(0, +) / Double(sizes.count)
    case .latest: return latest(relations).map(size) ?? 0
    case .noisyOr:
      for (relation, size) in zip(relations, sizes) where size > 1 {
        throw .unfitStrength(
          relation: relation.id, strength: size, needed: "noisy-or combines strengths of at most 1")
      }
      return 1 - sizes.reduce(1) { $0 * (1 - $1) }
    }
  }

  /// Sum of sign × strength, combined as the strengths are.
  private func signedStrength(_ relations: [Relation]) throws(ProjectionError) -> Double {
    switch projection.combination {
    case .sum, .keep: return relations.reduce(0) { $0 + $1.sign.factor * size(of: $1) }
    case .mean: return relations.reduce(0) { $0 + $1.sign.factor * size(of: $1) } / Double(relations.count)
    case .latest: return latest(relations).map { $0.sign.factor * size(of: $0) } ?? 0
    case .max, .noisyOr:
      let positive = relations.filter { $0.sign == .positive }
      let negative = relations.filter { $0.sign == .negative }
      return try combine(positive) - combine(negative)
    }
  }

  private func latest(_ relations: [Relation]) -> Relation? {
    // The last of equally late ones in the canonical order, so that the file's order does not matter.
    relations.max {
      ($0.validity.since?.firstDay.number ?? .min) < ($1.validity.since?.firstDay.number ?? .min)
    }
  }
}
