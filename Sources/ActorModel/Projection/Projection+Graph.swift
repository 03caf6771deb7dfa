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
  package func admits(_ relation: Relation) -> Bool {
    statuses.contains(relation.status) && signs.contains(relation.sign) && relation.confidence >= minimumConfidence
      && (types?.contains(relation.type) ?? true)
  }
}

extension Projection {
  /// What a relation's number counts as a strength in a snapshot, shares of a window and decay included.
  package func strength(of relation: Relation, in snapshot: Snapshot) -> Double {
    switch weights {
    case .strength: relation.strength * countedShare(of: relation, in: snapshot)
    case .length: countedShare(of: relation, in: snapshot) / relation.strength
    case .none: 1
    }
  }

  /// What is left of a relation's weight: all of it, but for means over a window and for decay.
  private func countedShare(of relation: Relation, in snapshot: Snapshot) -> Double {
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
