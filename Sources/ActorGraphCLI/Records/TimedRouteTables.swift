import ActorGraph

/// Ways through time as tables and as JSON.
enum TimedRouteTables {
  /// The way, a row for each step.
  static func table(
    _ route: TimedRoute?, _ search: TimedRouteSearch, _ timed: TimedProjection, _ source: Actor,
    _ target: Actor
  ) -> Table {
    let isEmpty = route?.steps.isEmpty ?? true
    let last = timed.period.end.advanced(by: -1)
    var table = Table(
      "From \(source.name) to \(target.name) in the order of time, \(word(search.objective))",
      statement: "\(ViewText.period(timed)); a step takes \(ViewText.count(search.transit, "day"))",
      columns: isEmpty
        ? []
        : [
          .numbers("leaves"), .numbers("arrives"), .words("step"), .words("relation"),
          .words("what it is"),
          .words("sign"), .words("statement"), .words("holds"), .numbers("conf."),
          .words("rests on"),
        ])
    for actor in [source, target] where timed.projected.node(ofActor: actor.id) == nil {
      table.notes.append("\(actor.name) does not exist between \(timed.period.start) and \(last).")
    }
    guard let route else {
      table.notes.append(
        "There is none: no chain of these statements, each taken on a day on which it holds and after the one before, "
          + "leads from \(source.name) to \(target.name) between \(timed.period.start) and \(last)."
      )
      return table
    }
    if isEmpty { table.notes.append("The actor itself.") }
    for step in route.steps {
      let relation = step.relation
      let sources = relation.evidence.filter { $0.stance == .supports }.map(\.source)
      table.add([
        "\(step.departure)", "\(step.arrival)", "\(step.from.id) → \(step.to.id)", relation.id,
        relation.shownName,
        relation.sign.rawValue,
        relation.status.rawValue + (relation.isDisputed ? ", disputed" : ""),
        holds(relation), NumberText.plain(relation.confidence),
        (sources.first ?? "no source")
          + (sources.count > 1 ? " and \(sources.count - 1) more" : ""),
      ])
    }
    if let departure = route.departure, let arrival = route.arrival {
      let days = Int(arrival.number) - Int(departure.number)
      table.notes.append(
        "\(ViewText.count(route.steps.count, "step")) in \(ViewText.count(days, "day")), \(departure) to \(arrival); "
          + "\(route.sign.rawValue) as a whole, confidence \(NumberText.score(route.confidence)).")
    }
    return table
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
  }

  struct Path: Encodable {
    let hops: Int
    let departure: String?
    let arrival: String?
    let confidence: Double
    let sign: Sign
    let steps: [Step]
  }

  let manifest: Manifest
  let from: String
  let to: String
  let objective: String
  let transit: Int
  let periodFrom: String
  let periodUntil: String
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
    paths =
      route.map { route in
        [
          Path(
            hops: route.steps.count, departure: route.departure?.description,
            arrival: route.arrival?.description,
            confidence: route.confidence, sign: route.sign,
            steps: route.steps.map { step in
              Step(
                from: step.from.id, to: step.to.id, relations: [step.relation.id],
                statements: [RelationRecord(step.relation)], departure: step.departure.description,
                arrival: step.arrival.description)
            })
        ]
      } ?? []
  }
}
