import ActorAnalysis
import ActorModel

/// Routes as parts of an answer: values for programs, and a table each for people, with a row for each statement behind
/// each step.
struct RouteSections {
  /// What the routes were found in.
  let projected: ProjectedGraph
  /// How much is shown.
  let question: Routes

  private var projection: Projection { projected.projection }

  // MARK: - Tables

  /// A table for each route.
  func tables(of routes: [Route]) -> [AnswerSection.Block] {
    routes.enumerated().map { .table(table(of: $1, number: $0 + 1)) }
  }

  /// How what is said of routes was reckoned.
  func notes(on routes: [Route]) -> [Phrase] {
    guard routes.contains(where: { !$0.steps.isEmpty }) else { return [] }
    return projection.combination == .keep
      ? ["Confidence: that of the one statement taken on each step; along a route the steps are multiplied."]
      : [
        "Confidence: statements of a step that share a source, or copies of one, count once, by the greatest; those "
          + "without a common source are combined as independent, 1 − Π(1 − c); along a route the steps are multiplied."
      ]
  }

  private static let columns: [AnswerTable.Column] = [
    .words("step"), .words("relation"), .words("what it is"), .words("sign"), .words("statement"),
    .numbers("strength"), .numbers("conf."), .words("rests on"),
  ]

  private func table(of route: Route, number: Int) -> AnswerTable {
    var table = AnswerTable(
      "route", title: "\(number). \(route.actors.map { "\($0)" as Phrase }.joined(separator: " → "))",
      statement: statement(on: route), columns: route.steps.isEmpty ? [] : Self.columns, for: .people)
    for (position, step) in route.steps.enumerated() {
      for (place, relation) in step.relations.prefix(question.top).enumerated() {
        let tie = relation.tie(from: step.from, to: step.to, isOpposed: step.opposed.contains(relation.id))
        table.add([
          place == 0 || !step.opposed.isEmpty ? .phrase(tie) : .absent, .relation(relation.id),
          .text(relation.shownName), .text(relation.sign.rawValue), .text(relation.statusText),
          .number(relation.strength, .plain), .number(relation.confidence, .plain), .phrase(relation.support),
        ])
      }
      let rest = step.relations.count - question.top
      if rest > 0 {
        table.notes.append(
          "Step \(position + 1): \(rest) relations more\(Remedy.showStatements(step.relations.count)).")
      }
    }
    table.notes += route.cautions.map { [$0] } ?? []
    return table
  }

  /// The numbers and signs of a route in one sentence.
  private func statement(on route: Route) -> Phrase {
    guard let last = route.steps.last, let weakest = route.weakestStep else { return "the actor itself" }
    var parts: [Phrase] = ["\(ViewDescription.count(route.steps.count, "step"))", "confidence \(route.confidence)"]
    if projected.graph.strengths != nil {
      parts.append("length \(route.length)")
      parts.append("weakest tie \(strength(of: weakest))")
    }
    let isStated = projection.direction == .stated && projected.graph.isDirected
    parts.append("signs of the steps \(route.signsInFull)")
    parts.append("last step: \(last.deed(isStated: isStated))")
    if question.showsSignProduct { parts.append("sign by balance theory: \(route.sign.rawValue)") }
    return parts.joined(separator: "; ")
  }

  /// "1.5 (sum of 3 statements, the strongest 0.6)": a strength, and where several statements make it up, how.
  private func strength(of step: RouteStep) -> Phrase {
    guard step.relations.count > 1, projection.combination != .keep else { return "\(step.strength)" }
    let strongest: Phrase = ", the strongest \(step.greatestStrength)"
    let how: Phrase =
      switch projection.combination {
      case .max: "the strongest of \(step.relations.count) statements"
      case .sum, .keep: "sum of \(step.relations.count) statements\(strongest)"
      case .mean: "mean of \(step.relations.count) statements\(strongest)"
      case .latest: "the latest of \(step.relations.count) statements\(strongest)"
      case .noisyOr: "noisy-or of \(step.relations.count) statements\(strongest)"
      }
    return "\(step.strength) (\(how))"
  }

  // MARK: - Values

  /// A route for programs.
  func record(_ route: Route) -> Cell {
    let statuses = Set(route.steps.flatMap(\.statuses))
    return .record([
      Field("hops", .count(route.steps.count)), Field("length", .number(route.length)),
      Field("strength", .number(route.strength)), Field("confidence", .number(route.confidence)),
      Field("sign", .text(route.sign.rawValue)), Field("lastSign", .text(optional: route.lastSign?.rawValue)),
      Field("statuses", .list(Status.allCases.filter(statuses.contains).map { .text($0.rawValue) })),
      Field("disputed", .relations(route.steps.flatMap { $0.disputed.map(\.id) })),
      Field("steps", .list(route.steps.map(record))),
    ])
  }

  private func record(_ step: RouteStep) -> Cell {
    let isWeighted = projected.graph.strengths != nil
    return .record([
      Field("from", .actor(step.from)), Field("to", .actor(step.to)),
      Field("relations", .relations(step.relations.map(\.id))),
      Field("statements", .list(step.relations.map(\.record))),
      Field("confidence", .number(step.confidence)), Field("independentGroups", .count(step.independentGroupCount)),
      Field("sign", .text(step.sign.rawValue)),
      Field("strength", isWeighted ? .number(step.strength) : .absent),
      Field("greatestStrength", isWeighted ? .number(step.greatestStrength) : .absent),
      Field("statuses", .list(step.statuses.map { .text($0.rawValue) })),
      Field("disputed", .relations(step.disputed.map(\.id))),
    ])
  }

  /// All steps of all routes as one long table.
  static func sheet(of routes: [Route]) -> AnswerTable {
    var sheet = AnswerTable(
      "steps",
      columns: [
        "route", "step", "from", "to", "relation", "type", "sign", "status", "strength", "confidence", "sources",
        "disputed",
      ].map { .words($0) })
    for (number, route) in routes.enumerated() {
      for (position, step) in route.steps.enumerated() {
        for relation in step.relations {
          sheet.add([
            .count(number + 1), .count(position + 1), .actor(step.from), .actor(step.to), .relation(relation.id),
            .text(relation.type), .text(relation.sign.rawValue), .text(relation.status.rawValue),
            .number(relation.strength), .number(relation.confidence), .sources(relation.evidence.map(\.source)),
            .text(relation.isDisputed ? "yes" : "no"),
          ])
        }
      }
    }
    return sheet
  }
}
