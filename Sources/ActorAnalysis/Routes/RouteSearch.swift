import ActorModel
import GraphAlgorithms
import GraphCore

/// Finds the best routes from one actor to another.
package struct RouteSearch: Sendable {
  /// What makes a route good.
  package enum Objective: String, CaseIterable, Sendable {
    /// Few steps; or little length, where the file's numbers are lengths.
    case shortest
    /// Little sum of the lengths that strengths are converted into.
    case strongest
    /// A weakest tie that is as strong as can be; then few steps.
    case widest
    /// A high probability that every tie on it holds: the product of their confidences.
    case mostReliable = "most-reliable"
  }

  /// Where routes start.
  package var from: String
  /// Where routes end.
  package var to: String
  /// What makes a route good.
  package var objective: Objective
  /// How many routes to find.
  package var count: Int
  /// How many steps a route may have; `nil` for any number.
  package var maximumHops: Int?

  /// The best five routes between two actors.
  package init(
    from: String, to: String, objective: Objective = .shortest, count: Int = 5, maximumHops: Int? = nil
  ) {
    self.from = from
    self.to = to
    self.objective = objective
    self.count = count
    self.maximumHops = maximumHops
  }

  /// Finds the routes.
  ///
  /// - Returns: Routes, best first; none where no way leads or an actor is not in the snapshot.
  /// - Throws: `.invalidParameter` for a count or number of hops below 1; `.missingColumn` when the objective needs
  ///   strengths or lengths and the projection has none; `.cancelled`.
  package func run(on projected: ProjectedGraph, in context: RunContext = RunContext()) throws(AlgorithmError)
    -> RouteSearchResult
  {
    guard let source = projected.node(ofActor: from), let target = projected.node(ofActor: to) else {
      return RouteSearchResult(routes: [], hasMoreTies: false)
    }
    // One more than asked for tells whether the last place is shared.
    let wanted = count < Int.max ? count + 1 : count
    guard count >= 1 else { throw .invalidParameter(name: "count", value: "\(count)", needed: "a whole number from 1") }
    try context.checkCancellation()
    var found: [Route]
    switch objective {
    case .shortest:
      let metric: PathMetric = projected.projection.weights == .length ? .lengths : .steps
      let paths = try KShortestPaths(
        from: source, to: target, count: wanted, maximumHops: maximumHops, metric: metric
      ).run(on: projected.graph, in: context)
      found = paths.map { Route($0.nodes, $0.edges, cost: $0.length, in: projected) }
    case .strongest:
      let paths = try KShortestPaths(
        from: source, to: target, count: wanted, maximumHops: maximumHops, metric: .lengths
      ).run(on: projected.graph, in: context)
      found = paths.map { Route($0.nodes, $0.edges, cost: $0.length, in: projected) }
    case .widest: found = try widest(from: source, to: target, wanted, projected, context)
    case .mostReliable: found = try mostReliable(from: source, to: target, wanted, projected, context)
    }
    let hasMoreTies = found.count > count && found[count].isAsGood(as: found[count - 1])
    return RouteSearchResult(routes: Array(found.prefix(count)), hasMoreTies: hasMoreTies)
  }

  /// Routes over ties of at least some strength, which is lowered until there are enough.
  private func widest(
    from source: Int, to target: Int, _ wanted: Int, _ projected: ProjectedGraph, _ context: RunContext
  ) throws(AlgorithmError) -> [Route] {
    guard let strengths = projected.graph.strengths else { throw .missingColumn(.strength) }
    if source == target { return [Route([source], [], cost: -Double.infinity, in: projected)] }
    var routes: [Route] = []
    var seen: Set<[Int]> = []
    for width in Set(strengths).sorted(by: >) {
      try context.checkCancellation()
      let part = EdgeSelection(of: projected.graph) { strengths[$0] >= width }
      let paths = try KShortestPaths(
        from: source, to: target, count: wanted, maximumHops: maximumHops, metric: .steps
      ).run(on: part.graph, in: context)
      for path in paths where seen.insert(path.nodes).inserted {
        routes.append(Route(path.nodes, path.edges.map { part.edges[$0] }, cost: -width, in: projected))
      }
      if routes.count >= wanted { break }
    }
    return Array(routes.prefix(wanted))
  }

  private func mostReliable(
    from source: Int, to target: Int, _ wanted: Int, _ projected: ProjectedGraph, _ context: RunContext
  ) throws(AlgorithmError) -> [Route] {
    let confidences = (0..<projected.graph.edgeCount).map { projected.confidence(ofEdge: $0) }
    var part = EdgeSelection(of: projected.graph) { confidences[$0] > 0 }
    part.graph = part.graph.replacing(
      columns: EdgeColumns(lengths: part.edges.map { confidences[$0].negativeLogarithm }))
    let paths = try KShortestPaths(
      from: source, to: target, count: wanted, maximumHops: maximumHops, metric: .lengths
    ).run(on: part.graph, in: context)
    return paths.map { path in
      Route(path.nodes, path.edges.map { part.edges[$0] }, cost: path.length, in: projected)
    }
  }
}

/// Routes and whether the list cuts through equals.
package struct RouteSearchResult: Sendable, Hashable {
  /// The routes, best first.
  package let routes: [Route]
  /// Whether a route that is not listed is as good as the last one that is.
  package let hasMoreTies: Bool
}
