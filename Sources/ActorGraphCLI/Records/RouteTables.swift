import ActorGraph

/// Routes as tables: an overview, then one a route, with a row for each relation behind each step.
struct RouteTables {
  /// What the routes were found in.
  let projected: ProjectedGraph
  /// How many relations of a step are shown.
  let top: Int
  /// Whether the product of signs is shown.
  let showsSignProduct: Bool

  /// A heading with an overview, then a table for each route and one of what cuts them.
  func tables(
    _ result: RouteSearchResult, _ cut: RouteCutResult?, _ search: RouteSearch, _ source: Actor, _ target: Actor
  ) -> [Table] {
    let limit = search.maximumHops.map { $0 == 1 ? " in one step" : " in at most \($0) steps" } ?? ""
    let objective = search.objective
    let title = "Routes from \(source.name) to \(target.name)\(limit)"
    var heading = overview(result.routes, title, objective)
    for actor in [source, target] where projected.node(ofActor: actor.id) == nil {
      heading.notes.append("\(actor.name) does not exist \(projected.snapshot.timeDescription).")
    }
    if result.routes.isEmpty {
      heading.notes.append(
        "There is none\(limit): no chain of these statements leads from \(source.name) to \(target.name).")
    }
    if result.hasMoreTies {
      heading.notes.append("Other routes are as good as the last one shown; a larger --count shows them.")
    }
    heading.notes += notes(result.routes)
    let cuts = result.routes.isEmpty ? [] : cut.map { [table($0)] } ?? []
    return [heading] + tables(result.routes) + cuts
  }

  /// A table for each route.
  func tables(_ routes: [Route]) -> [Table] { routes.enumerated().map { table($1, number: $0 + 1) } }

  /// How what is said of routes was reckoned.
  func notes(_ routes: [Route]) -> [String] {
    routes.contains { !$0.steps.isEmpty } ? [RouteText.combination(projected.projection)] : []
  }

  /// All routes in their order, what they were ordered by in front.
  private func overview(_ routes: [Route], _ title: String, _ objective: RouteSearch.Objective) -> Table {
    let statement = ViewText.sentence(projected)
    guard routes.contains(where: { !$0.steps.isEmpty }) else {
      return Table(title, statement: statement, columns: [])
    }
    var figures: [Figure] = [.steps, .confidence]
    if projected.graph.strengths != nil { figures.append(.weakestTie) }
    let first = leading(objective)
    figures = [first] + figures.filter { $0 != first }
    var table = Table(
      "\(title), \(RouteText.order(objective, projected.projection))", statement: statement,
      columns: [.numbers("no.")] + figures.map { .numbers($0.rawValue) } + [.words("signs"), .words("route")])
    for (number, route) in routes.enumerated() {
      table.add(
        ["\(number + 1)"] + figures.map { text($0, of: route) } + [
          RouteText.signs(route), route.actors.map(\.id).joined(separator: " → "),
        ])
    }
    return table
  }

  /// A number of a route.
  private enum Figure: String {
    case steps, length, confidence
    case weakestTie = "weakest tie"
  }

  /// What an objective orders routes by.
  private func leading(_ objective: RouteSearch.Objective) -> Figure {
    switch objective {
    case .shortest: projected.projection.weights == .length ? .length : .steps
    case .strongest: .length
    case .widest: .weakestTie
    case .mostReliable: .confidence
    }
  }

  private func text(_ figure: Figure, of route: Route) -> String {
    switch figure {
    case .steps: "\(route.steps.count)"
    case .length: NumberText.score(route.length)
    case .confidence: NumberText.score(route.confidence)
    case .weakestTie: NumberText.score(route.strength)
    }
  }

  private func table(_ cut: RouteCutResult) -> Table {
    let count = cut.separateRoutes
    var table = Table(
      "What cuts every route",
      statement: count == 1 ? "All routes share a tie." : "\(count) routes share no tie, so that as many ties must go.",
      columns: [.words("cut"), .words("tie"), .words("relations"), .numbers("of total")])
    for (name, part) in [("fewest ties", cut.fewestTies), ("least strength", cut.weakestTies)] {
      for (i, step) in part.steps.enumerated() {
        table.add([
          i == 0 ? name : "", FindingTables.tieText(step, projected), RouteText.list(step.relations),
          i == 0 ? NumberText.score(part.size) : "",
        ])
      }
    }
    return table
  }

  private static let columns: [Table.Column] = [
    .words("step"), .words("relation"), .words("what it is"), .words("sign"), .words("statement"),
    .numbers("strength"), .numbers("conf."), .words("rests on"),
  ]

  /// A route with a row for each relation behind each step, the first where there are many.
  private func table(_ route: Route, number: Int) -> Table {
    var table = Table(
      "\(number). \(route.actors.map(\.name).joined(separator: " → "))", statement: statement(route),
      columns: route.steps.isEmpty ? [] : Self.columns)
    for (position, step) in route.steps.enumerated() {
      for (i, relation) in step.relations.prefix(top).enumerated() {
        let tie = RouteText.tie(step.from, step.to, relation, isOpposed: step.opposed.contains(relation.id))
        table.add([
          i == 0 || !step.opposed.isEmpty ? tie : "", relation.id, relation.shownName, relation.sign.rawValue,
          RouteText.kind(relation), NumberText.plain(relation.strength), NumberText.plain(relation.confidence),
          RouteText.support(relation),
        ])
      }
      if step.relations.count > top {
        table.notes.append(
          "Step \(position + 1): \(step.relations.count - top) relations more; --top \(step.relations.count) shows "
            + "them, JSON and CSV hold all.")
      }
    }
    table.notes += RouteText.cautions(route)
    return table
  }

  /// The numbers and signs of a route in one sentence.
  private func statement(_ route: Route) -> String {
    guard let last = route.steps.last, let weakest = route.weakestStep else { return "the actor itself" }
    var parts = [ViewText.count(route.steps.count, "step"), "confidence \(NumberText.score(route.confidence))"]
    if projected.graph.strengths != nil {
      parts.append("length \(NumberText.score(route.length))")
      parts.append("weakest tie \(RouteText.strength(of: weakest, projected.projection))")
    }
    let isStated = projected.projection.direction == .stated && projected.graph.isDirected
    parts.append("signs of the steps \(RouteText.signsInFull(route))")
    parts.append("last step: \(RouteText.lastStep(last, isStated: isStated))")
    if showsSignProduct { parts.append("sign by balance theory: \(route.sign.rawValue)") }
    return parts.joined(separator: "; ")
  }

  /// All steps of all routes as one long table.
  static func csv(_ result: RouteSearchResult) -> Table {
    var table = Table(
      columns: [
        "route", "step", "from", "to", "relation", "type", "sign", "status", "strength", "confidence", "sources",
        "disputed",
      ].map { .words($0) })
    for (number, route) in result.routes.enumerated() {
      for (position, step) in route.steps.enumerated() {
        for relation in step.relations {
          table.add([
            "\(number + 1)", "\(position + 1)", step.from.id, step.to.id, relation.id, relation.type,
            relation.sign.rawValue, relation.status.rawValue, "\(relation.strength)", "\(relation.confidence)",
            relation.evidence.map(\.source).joined(separator: " "), relation.isDisputed ? "yes" : "no",
          ])
        }
      }
    }
    return table
  }
}
