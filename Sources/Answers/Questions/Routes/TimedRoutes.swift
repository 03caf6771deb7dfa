import ActorAnalysis
import ActorModel
import GraphCore

/// A way in the order of time, as an answer: the keys of routes, with the days of each step.
struct TimedRoutes {
  let question: Routes
  let search: TimedRouteSearch
  let from: Actor
  let to: Actor

  /// Finds the way.
  func answer(in study: Study) throws(QuestionError) -> Answer {
    let timed = try study.timedProjection(question.view)
    let route: TimedRoute?
    do {
      route = try search.run(on: timed, in: study.context)
    } catch {
      throw QuestionError(error, in: timed.projected)
    }
    var body = AnswerSection([.table(table(of: route, in: timed))])
    body.add("from", .actor(from))
    body.add("to", .actor(to))
    body.add("objective", .text(search.objective.rawValue))
    body.add("transit", .count(search.transit))
    body.add("periodFrom", .text(timed.period.start.description))
    body.add("periodUntil", .text(timed.period.end.description))
    body.add("undatedRelations", .count(timed.undatedCount))
    body.add("paths", .list(route.map { [record($0)] } ?? []))
    return Answer(
      manifest: Manifest(Routes.summary.id, of: study, [timed.projected]), body: body, sheet: sheet(of: route),
      remarks: ViewDescription.remarks(on: [timed.projected]))
  }

  // MARK: - Table

  private static let columns: [AnswerTable.Column] = [
    .words("step"), .words("relation"), .words("what it is"), .words("sign"), .words("statement"), .words("holds"),
    .numbers("conf."), .words("rests on"),
  ]

  /// The way, a row for each step.
  private func table(of route: TimedRoute?, in timed: TimedProjection) -> AnswerTable {
    let isEmpty = route?.steps.isEmpty ?? true
    let last = timed.period.end.advanced(by: -1)
    // One column of days where a step takes no time.
    let days = search.transit == 0 ? ["day"] : ["leaves", "arrives"]
    var table = AnswerTable(
      "route", title: "From \(from) to \(to) in the order of time, \(objective)",
      statement: "\(view(of: timed)); a step takes \(ViewDescription.count(search.transit, "day"))",
      columns: isEmpty ? [] : days.map { .numbers($0) } + Self.columns, for: .people)
    for actor in [from, to] where timed.projected.node(ofActor: actor.id) == nil {
      table.notes.append("\(actor) does not exist between \(timed.period.start.description) and \(last.description).")
    }
    guard let route else {
      table.notes.append(
        "There is none: no chain of these statements, each taken on a day on which it holds and after the one before, "
          + "leads from \(from) to \(to) between \(timed.period.start.description) and \(last.description).")
      table.notes += undated(in: timed, on: nil)
      return table
    }
    if isEmpty { table.notes.append("The actor itself.") }
    for step in route.steps { table.add(cells(of: step, in: timed)) }
    table.notes += summary(of: route, in: timed)
    return table
  }

  private var objective: String {
    switch search.objective {
    case .earliest: "arriving as early as can be"
    case .fewestHops: "in the fewest steps"
    case .latestDeparture: "leaving as late as can be"
    }
  }

  /// "2021-08-15 to 2026-07-07, the last day included; fact + assessment; …": what was looked at.
  private func view(of timed: TimedProjection) -> String {
    let view = ViewDescription(of: timed.projected)
    let direction = timed.projected.projection.direction
    var parts = ["\(timed.period.start) to \(timed.period.end.advanced(by: -1)), the last day included"]
    parts += [view.outside, view.knownBy].compactMap(\.self) + view.statements + [view.size]
    parts += [view.undated].compactMap(\.self)
    parts.append(direction == .either ? "undirected" : "directed as \(direction.rawValue)")
    parts += [view.loops].compactMap(\.self)
    return parts.joined(separator: "; ")
  }

  private func cells(of step: TimedRouteStep, in timed: TimedProjection) -> [Cell] {
    let relation = step.relation
    let days = search.transit == 0 ? [step.departure] : [step.departure, step.arrival]
    return days.map { .text($0.description) } + [
      .phrase(relation.tie(from: step.from, to: step.to, isOpposed: isOpposed(step, in: timed))),
      .relation(relation.id), .text(relation.shownName), .text(relation.sign.rawValue), .text(relation.statusText),
      .text(relation.validityText), .number(relation.confidence, .plain), .phrase(relation.support),
    ]
  }

  /// Whether a step runs against the way in which its relation is stated.
  private func isOpposed(_ step: TimedRouteStep, in timed: TimedProjection) -> Bool {
    step.relation.ends.isDirected && step.from.id != step.to.id
      && timed.projected.node(ofActor: step.relation.ends.first) == timed.projected.node(ofActor: step.to.id)
  }

  /// When the way runs, what it does to the one it leads to, and what to look out for.
  private func summary(of route: TimedRoute, in timed: TimedProjection) -> [Phrase] {
    guard let departure = route.departure, let arrival = route.arrival, let end = route.steps.last else { return [] }
    let days = Int(arrival.number) - Int(departure.number)
    let deed: Phrase =
      isOpposed(end, in: timed)
      ? "\(end.from) – \(end.to) is \(end.relation.sign.rawValue)"
      : end.relation.sign.deed(of: end.from, to: end.to)
    var parts: [Phrase] = [
      "\(ViewDescription.count(route.steps.count, "step")) in \(ViewDescription.count(days, "day")), "
        + "\(departure.description) to \(arrival.description)",
      "signs of the steps \(route.steps.map(\.relation.sign.symbol).joined(separator: ", "))",
      "last step: \(deed)", "confidence \(route.confidence), the product of the steps'",
    ]
    if question.showsSignProduct { parts.append("sign by balance theory: \(route.sign.rawValue)") }
    return ["\(parts.joined(separator: "; "))."] + undated(in: timed, on: route)
  }

  /// How many relations have no beginning, and which of them the way takes.
  private func undated(in timed: TimedProjection, on route: TimedRoute?) -> [Phrase] {
    let count = timed.undatedCount
    guard count > 0 else { return [] }
    let taken = (route?.steps ?? []).filter(\.isUndated).map(\.relation)
    let relations = ViewDescription.count(timed.projected.relationCount, "relation")
    return [
      "\(count) of \(relations) have no beginning and are taken to hold from \(timed.period.start.description), "
        + "the first day looked at; the way takes \(taken.isEmpty ? "none of them" : taken.phrase())."
    ]
  }

  // MARK: - Values

  private func record(_ route: TimedRoute) -> Cell {
    .record([
      Field("hops", .count(route.steps.count)),
      Field("departure", .text(optional: route.departure?.description)),
      Field("arrival", .text(optional: route.arrival?.description)), Field("confidence", .number(route.confidence)),
      Field("sign", .text(route.sign.rawValue)), Field("lastSign", .text(optional: route.lastSign?.rawValue)),
      Field("steps", .list(route.steps.map(record))),
    ])
  }

  private func record(_ step: TimedRouteStep) -> Cell {
    let relation = step.relation
    return .record([
      Field("from", .actor(step.from)), Field("to", .actor(step.to)), Field("relations", .relations([relation.id])),
      Field("statements", .list([relation.record])), Field("departure", .text(step.departure.description)),
      Field("arrival", .text(step.arrival.description)), Field("sign", .text(relation.sign.rawValue)),
      Field("statuses", .list([.text(relation.status.rawValue)])),
      Field("disputed", .relations(relation.isDisputed ? [relation.id] : [])),
      Field("undated", .flag(step.isUndated)),
    ])
  }

  /// The steps as one table.
  private func sheet(of route: TimedRoute?) -> AnswerTable {
    var sheet = AnswerTable(
      "steps",
      columns: [
        "step", "departure", "arrival", "from", "to", "relation", "type", "sign", "status", "strength", "confidence",
        "since", "until", "sources",
      ].map { .words($0) })
    for (position, step) in (route?.steps ?? []).enumerated() {
      let relation = step.relation
      sheet.add([
        .count(position + 1), .text(step.departure.description), .text(step.arrival.description), .actor(step.from),
        .actor(step.to), .relation(relation.id), .text(relation.type), .text(relation.sign.rawValue),
        .text(relation.status.rawValue), .number(relation.strength), .number(relation.confidence),
        .text(optional: relation.validity.since?.description), .text(optional: relation.validity.until?.description),
        .sources(relation.evidence.map(\.source)),
      ])
    }
    return sheet
  }
}
