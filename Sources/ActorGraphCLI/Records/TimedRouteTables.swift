import ActorGraph

/// Ways through time as tables and as JSON.
enum TimedRouteTables {
  /// The way, a row for each step.
  static func table(
    _ route: TimedRoute?, _ search: TimedRouteSearch, _ timed: TimedProjection, _ source: Actor,
    _ target: Actor, showsSignProduct: Bool
  ) -> Table {
    let isEmpty = route?.steps.isEmpty ?? true
    let last = timed.period.end.advanced(by: -1)
    var table = Table(
      "From \(source.name) to \(target.name) in the order of time, \(word(search.objective))",
      statement: "\(ViewText.period(timed)); a step takes \(ViewText.count(search.transit, "day"))",
      columns: isEmpty ? [] : days(search).map { .numbers($0) } + columns)
    for actor in [source, target] where timed.projected.node(ofActor: actor.id) == nil {
      table.notes.append("\(actor.name) does not exist between \(timed.period.start) and \(last).")
    }
    guard let route else {
      table.notes.append(
        "There is none: no chain of these statements, each taken on a day on which it holds and after the one before, "
          + "leads from \(source.name) to \(target.name) between \(timed.period.start) and \(last)."
      )
      table.notes += undated(timed, nil)
      return table
    }
    if isEmpty { table.notes.append("The actor itself.") }
    for step in route.steps { table.add(cells(step, search, timed)) }
    table.notes += summary(route, timed, showsSignProduct: showsSignProduct)
    return table
  }

  private static let columns: [Table.Column] = [
    .words("step"), .words("relation"), .words("what it is"), .words("sign"), .words("statement"), .words("holds"),
    .numbers("conf."), .words("rests on"),
  ]

  /// The columns of days: one where a step takes no time.
  private static func days(_ search: TimedRouteSearch) -> [String] {
    search.transit == 0 ? ["day"] : ["leaves", "arrives"]
  }

  private static func cells(
    _ step: TimedRouteStep, _ search: TimedRouteSearch, _ timed: TimedProjection
  ) -> [String] {
    let relation = step.relation
    return (search.transit == 0 ? [step.departure] : [step.departure, step.arrival]).map(\.description) + [
      RouteText.tie(step.from, step.to, relation, isOpposed: isOpposed(step, timed)), relation.id,
      relation.shownName, relation.sign.rawValue, RouteText.kind(relation), holds(relation),
      NumberText.plain(relation.confidence), RouteText.support(relation),
    ]
  }

  /// Whether a step runs against the way in which its relation is stated.
  private static func isOpposed(_ step: TimedRouteStep, _ timed: TimedProjection) -> Bool {
    step.relation.ends.isDirected && step.from.id != step.to.id
      && timed.projected.node(ofActor: step.relation.ends.first) == timed.projected.node(ofActor: step.to.id)
  }

  /// When the way runs, what it does to the one it leads to, and what to look out for.
  private static func summary(_ route: TimedRoute, _ timed: TimedProjection, showsSignProduct: Bool) -> [String] {
    guard let departure = route.departure, let arrival = route.arrival, let end = route.steps.last else { return [] }
    let days = Int(arrival.number) - Int(departure.number)
    let lastStep =
      isOpposed(end, timed)
      ? "\(end.from.name) – \(end.to.name) is \(end.relation.sign.rawValue)"
      : RouteText.lastStep(from: end.from, to: end.to, end.relation.sign)
    var parts = [
      "\(ViewText.count(route.steps.count, "step")) in \(ViewText.count(days, "day")), \(departure) to \(arrival)",
      "signs of the steps \(route.steps.map(\.relation.sign.symbol).joined(separator: ", "))", "last step: \(lastStep)",
      "confidence \(NumberText.score(route.confidence)), the product of the steps'",
    ]
    if showsSignProduct { parts.append("sign by balance theory: \(route.sign.rawValue)") }
    return [parts.joined(separator: "; ") + "."] + undated(timed, route)
  }

  /// How many relations have no beginning, and which of them the way takes.
  private static func undated(_ timed: TimedProjection, _ route: TimedRoute?) -> [String] {
    let count = timed.undatedCount
    guard count > 0 else { return [] }
    let taken = (route?.steps ?? []).filter(\.isUndated).map(\.relation)
    return [
      "\(count) of \(ViewText.count(timed.projected.relationCount, "relation")) have no beginning and are taken to hold "
        + "from \(timed.period.start), the first day looked at"
        + (taken.isEmpty ? "; the way takes none of them." : "; the way takes \(RouteText.list(taken)).")
    ]
  }

  private static func word(_ objective: TimedRouteSearch.Objective) -> String {
    switch objective {
    case .earliest: "arriving as early as can be"
    case .fewestHops: "in the fewest steps"
    case .latestDeparture: "leaving as late as can be"
    }
  }

  private static func holds(_ relation: Relation) -> String {
    switch (relation.validity.since, relation.validity.until) {
    case (nil, nil): "undated"
    case (let since?, nil): "since \(since)"
    case (nil, let until?): "until \(until)"
    case (let since?, let until?): "\(since) to \(until)"
    }
  }

  /// The steps as one table.
  static func csv(_ route: TimedRoute?) -> Table {
    var table = Table(
      columns: [
        "step", "departure", "arrival", "from", "to", "relation", "type", "sign", "status",
        "strength", "confidence",
        "since", "until", "sources",
      ].map { .words($0) })
    for (position, step) in (route?.steps ?? []).enumerated() {
      let relation = step.relation
      table.add([
        "\(position + 1)", "\(step.departure)", "\(step.arrival)", step.from.id, step.to.id,
        relation.id, relation.type,
        relation.sign.rawValue, relation.status.rawValue, "\(relation.strength)",
        "\(relation.confidence)",
        relation.validity.since?.description ?? "", relation.validity.until?.description ?? "",
        relation.evidence.map(\.source).joined(separator: " "),
      ])
    }
    return table
  }
}

/// Ways through time as JSON: the keys of `paths`, with the days of each step.
struct TimedPathsRecord: Encodable {
  struct Step: Encodable {
    let from: String
    let to: String
    let relations: [String]
    let statements: [RelationRecord]
    let departure: String
    let arrival: String
    let sign: Sign
    let statuses: [Status]
    let disputed: [String]
    /// Whether nothing says when the relation begins, so that it was taken to hold from the first day looked at.
    let undated: Bool

    init(_ step: TimedRouteStep) {
      let relation = step.relation
      from = step.from.id
      to = step.to.id
      relations = [relation.id]
      statements = [RelationRecord(relation)]
      departure = step.departure.description
      arrival = step.arrival.description
      sign = relation.sign
      statuses = [relation.status]
      disputed = relation.isDisputed ? [relation.id] : []
      undated = step.isUndated
    }
  }

  struct Path: Encodable {
    let hops: Int
    let departure: String?
    let arrival: String?
    let confidence: Double
    /// The product of the signs of the steps: the sign by balance theory.
    let sign: Sign
    /// The sign of the last step: what is done to the actor that the way leads to.
    let lastSign: Sign?
    let steps: [Step]

    init(_ route: TimedRoute) {
      hops = route.steps.count
      departure = route.departure?.description
      arrival = route.arrival?.description
      confidence = route.confidence
      sign = route.sign
      lastSign = route.lastSign
      steps = route.steps.map(Step.init)
    }
  }

  let manifest: Manifest
  let from: String
  let to: String
  let objective: String
  let transit: Int
  let periodFrom: String
  let periodUntil: String
  /// How many relations have no beginning and are taken to hold from the first day of the period.
  let undatedRelations: Int
  let paths: [Path]

  init(
    _ manifest: Manifest, _ search: TimedRouteSearch, _ timed: TimedProjection, _ route: TimedRoute?
  ) {
    self.manifest = manifest
    from = search.from
    to = search.to
    objective = search.objective.rawValue
    transit = search.transit
    periodFrom = timed.period.start.description
    periodUntil = timed.period.end.description
    undatedRelations = timed.undatedCount
    paths = route.map { [Path($0)] } ?? []
  }
}
