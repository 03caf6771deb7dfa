import ActorGraph

/// Routes as tables: one a route, with a row for each relation behind each step.
enum RouteTables {
  /// A heading, then a table for each route.
  static func tables(
    _ result: RouteSearchResult, _ cut: RouteCutResult?, _ search: RouteSearch, _ projected: ProjectedGraph,
    _ source: Actor, _ target: Actor
  ) -> [Table] {
    let limit = search.maximumHops.map { $0 == 1 ? " in one step" : " in at most \($0) steps" } ?? ""
    var heading = Table(
      "Routes from \(source.name) to \(target.name)\(limit), \(search.objective.rawValue) first",
      statement: ViewText.sentence(projected), columns: [])
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
    let cuts = result.routes.isEmpty ? [] : cut.map { [table($0)] } ?? []
    return [heading] + result.routes.enumerated().map { table($1, number: $0 + 1) } + cuts
  }

  private static func table(_ cut: RouteCutResult) -> Table {
    let count = cut.separateRoutes
    var table = Table(
      "What cuts every route",
      statement: count == 1 ? "All routes share a tie." : "\(count) routes share no tie, so that as many ties must go.",
      columns: [.words("cut"), .words("tie"), .words("relations"), .numbers("of total")])
    for (name, part) in [("fewest ties", cut.fewestTies), ("least strength", cut.weakestTies)] {
      for (i, step) in part.steps.enumerated() {
        table.add([
          i == 0 ? name : "", "\(step.from.id) → \(step.to.id)", step.relations.map(\.id).joined(separator: ", "),
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

  /// A route with a row for each relation behind each step.
  static func table(_ route: Route, number: Int) -> Table {
    var table = Table(
      "\(number). \(route.actors.map(\.name).joined(separator: " → "))",
      statement: route.steps.isEmpty
        ? "the actor itself"
        : "\(route.sign.rawValue) as a whole, length \(NumberText.score(route.length)), weakest tie "
          + "\(NumberText.score(route.strength)), confidence \(NumberText.score(route.confidence))",
      columns: route.steps.isEmpty ? [] : columns)
    for step in route.steps {
      for (i, relation) in step.relations.enumerated() {
        let arrow = relation.ends.isDirected ? "→" : "–"
        let sources = relation.evidence.filter { $0.stance == .supports }.map(\.source)
        table.add([
          i == 0 ? "\(step.from.id) \(arrow) \(step.to.id)" : "", relation.id, relation.shownName,
          relation.sign.rawValue, relation.status.rawValue + (relation.isDisputed ? ", disputed" : ""),
          NumberText.plain(relation.strength), NumberText.plain(relation.confidence),
          (sources.first ?? "no source") + (sources.count > 1 ? " and \(sources.count - 1) more" : ""),
        ])
      }
    }
    return table
  }

  /// All steps of all routes as one long table.
  static func csv(_ result: RouteSearchResult) -> Table {
    var table = Table(
      columns: [
        "route", "step", "from", "to", "relation", "type", "sign", "status", "strength", "confidence", "sources",
      ].map { .words($0) })
    for (number, route) in result.routes.enumerated() {
      for (position, step) in route.steps.enumerated() {
        for relation in step.relations {
          table.add([
            "\(number + 1)", "\(position + 1)", step.from.id, step.to.id, relation.id, relation.type,
            relation.sign.rawValue, relation.status.rawValue, "\(relation.strength)", "\(relation.confidence)",
            relation.evidence.map(\.source).joined(separator: " "),
          ])
        }
      }
    }
    return table
  }
}
