import ActorAnalysis
import ActorModel
import GraphCore

/// Routes under an objective, and what cuts them, as an answer.
struct BestRoutes {
  let question: Routes
  let search: RouteSearch
  let from: Actor
  let to: Actor

  /// Finds the routes.
  func answer(in study: Study) throws(QuestionError) -> Answer {
    let projected = try study.graph(question.view)
    let result: RouteSearchResult
    let cut: RouteCutResult?
    study.begin("routes")
    do throws(AlgorithmError) {
      result = try search.run(on: projected, in: study.context)
      cut = try RouteCut(from: from.id, to: to.id).run(on: projected, in: study.context)
    } catch {
      throw QuestionError(error, in: projected)
    }
    let routes = RouteSections(projected: projected, question: question)
    var body = AnswerSection([.table(overview(result, routes))])
    body.blocks += routes.tables(of: result.routes)
    if !result.routes.isEmpty, let cut { body.add(table(of: cut, isDirected: projected.graph.isDirected)) }
    body.add("from", .actor(from))
    body.add("to", .actor(to))
    body.add("objective", .text(search.objective.rawValue))
    body.add("order", .text(order(projected.projection)))
    body.add("paths", .list(result.routes.map(routes.record)))
    body.add("moreTies", .flag(result.hasMoreTies))
    body.add("cuts", cut.map(record) ?? .absent)
    return Answer(
      manifest: Manifest(Routes.summary.id, of: study, [projected]), body: body,
      sheet: RouteSections.sheet(of: result.routes), remarks: ViewDescription.remarks(on: [projected]))
  }

  // MARK: - Overview

  /// A number of a route.
  private enum Figure: String {
    case steps, length, confidence
    case weakestTie = "weakest tie"

    func cell(of route: Route) -> Cell {
      switch self {
      case .steps: .count(route.steps.count)
      case .length: .number(route.length)
      case .confidence: .number(route.confidence)
      case .weakestTie: .number(route.strength)
      }
    }
  }

  /// All routes in their order, what they were ordered by in front.
  private func overview(_ result: RouteSearchResult, _ sections: RouteSections) -> AnswerTable {
    let projected = sections.projected
    let limit = search.maximumHops.map { $0 == 1 ? " in one step" : " in at most \($0) steps" } ?? ""
    let hasSteps = result.routes.contains { !$0.steps.isEmpty }
    var figures: [Figure] = [.steps, .confidence]
    if projected.graph.strengths != nil { figures.append(.weakestTie) }
    let first = leading(projected.projection)
    figures = [first] + figures.filter { $0 != first }
    var table = AnswerTable(
      "overview",
      title: "Routes from \(from) to \(to)\(limit)\(hasSteps ? ", \(order(projected.projection))" : "")",
      statement: "\(ViewDescription(of: projected).sentence)",
      columns: hasSteps
        ? [.numbers("no.")] + figures.map { .numbers($0.rawValue) } + [.words("signs"), .words("route")] : [],
      for: .people)
    for (number, route) in result.routes.enumerated() where hasSteps {
      let actors = route.actors.map { "\(actor: $0.id)" as Phrase }.joined(separator: " → ")
      table.add(
        [.count(number + 1)] + figures.map { $0.cell(of: route) } + [.text(route.signSymbols), .phrase(actors)])
    }
    for actor in [from, to] where projected.node(ofActor: actor.id) == nil {
      table.notes.append("\(actor) does not exist \(projected.snapshot.timeDescription).")
    }
    if result.routes.isEmpty {
      table.notes.append("There is none\(limit): no chain of these statements leads from \(from) to \(to).")
    }
    if result.hasMoreTies {
      table.notes.append("Other routes are as good as the last one shown\(Remedy.findMoreRoutes).")
    }
    table.notes += sections.notes(on: result.routes)
    return table
  }

  /// What the objective orders routes by.
  private func leading(_ projection: Projection) -> Figure {
    switch search.objective {
    case .shortest: projection.weights == .length ? .length : .steps
    case .strongest: .length
    case .widest: .weakestTie
    case .mostReliable: .confidence
    }
  }

  /// In which order routes come.
  private func order(_ projection: Projection) -> String {
    switch search.objective {
    case .shortest: projection.weights == .length ? "least length first" : "fewest steps first"
    case .strongest: "least length first"
    case .widest: "strongest weakest tie first, then fewest steps"
    case .mostReliable: "greatest confidence first"
    }
  }

  // MARK: - Cuts

  private func table(of cut: RouteCutResult, isDirected: Bool) -> AnswerTable {
    let count = cut.separateRoutes
    var table = AnswerTable(
      "cut", title: "What cuts every route",
      statement: count == 1 ? "All routes share a tie." : "\(count) routes share no tie, so that as many ties must go.",
      columns: [.words("cut"), .ties("tie"), .numbers("of total")], for: .people)
    for (name, part) in [("fewest ties", cut.fewestTies), ("least strength", cut.weakestTies)] {
      for (position, step) in part.steps.enumerated() {
        let tie = Cell.tie(TieReference(step, isDirected: isDirected))
        table.add(position == 0 ? [.text(name), tie, .number(part.size)] : [.absent, tie, .absent])
      }
    }
    return table
  }

  private func record(_ result: RouteCutResult) -> Cell {
    .record([
      Field("separateRoutes", .count(result.separateRoutes)), Field("fewestTies", record(result.fewestTies)),
      Field("weakestTies", record(result.weakestTies)),
    ])
  }

  private func record(_ cut: ActorCut) -> Cell {
    .record([
      Field("size", .number(cut.size)),
      Field("ties", .list(cut.steps.map { .tie(TieReference($0, isDirected: true)) })),
    ])
  }
}
