import ActorGraph

/// Routes in words.
enum RouteText {
  /// How confidences of statements became those of steps and routes.
  static func combination(_ projection: Projection) -> String {
    projection.combination == .keep
      ? "Confidence: that of the one statement taken on each step; along a route the steps are multiplied."
      : "Confidence: statements of a step that share a source, or copies of one, count once, by the greatest; those "
        + "without a common source are combined as independent, 1 − Π(1 − c); along a route the steps are multiplied."
  }

  /// In which order routes come.
  static func order(_ objective: RouteSearch.Objective, _ projection: Projection) -> String {
    switch objective {
    case .shortest: projection.weights == .length ? "least length first" : "fewest steps first"
    case .strongest: "least length first"
    case .widest: "strongest weakest tie first, then fewest steps"
    case .mostReliable: "greatest confidence first"
    }
  }

  /// "1.5 (sum of 3 statements, the strongest 0.6)": a strength, and where several statements make it up, how.
  static func strength(of step: RouteStep, _ projection: Projection) -> String {
    let value = NumberText.score(step.strength)
    guard step.relations.count > 1 else { return value }
    let statements = "\(step.relations.count) statements"
    let strongest = ", the strongest \(NumberText.score(step.greatestStrength))"
    return switch projection.combination {
    case .sum: "\(value) (sum of \(statements)\(strongest))"
    case .max: "\(value) (the strongest of \(statements))"
    case .mean: "\(value) (mean of \(statements)\(strongest))"
    case .latest: "\(value) (the latest of \(statements)\(strongest))"
    case .noisyOr: "\(value) (noisy-or of \(statements)\(strongest))"
    case .keep: value
    }
  }

  /// "+ −": the sign of each step.
  static func signs(_ route: Route) -> String { route.steps.map(\.sign.symbol).joined(separator: " ") }

  /// "+, − (statements of both signs)": the sign of each step, and whether its statements agree.
  static func signsInFull(_ route: Route) -> String {
    route.steps.map { $0.sign.symbol + ($0.hasMixedSigns ? " (statements of both signs)" : "") }
      .joined(separator: ", ")
  }

  /// "Afghanistan burdens or is hostile to European Union": what the last step does.
  static func lastStep(_ step: RouteStep, isStated: Bool) -> String {
    guard isStated, step.opposed.isEmpty else {
      return "\(step.from.name) – \(step.to.name) is \(step.sign.rawValue)"
    }
    return lastStep(from: step.from, to: step.to, step.sign) + (step.hasMixedSigns ? " on balance" : "")
  }

  /// What one actor does to another by a tie of some sign.
  static func lastStep(from: Actor, to: Actor, _ sign: Sign) -> String {
    switch sign {
    case .positive: "\(from.name) supports \(to.name)"
    case .negative: "\(from.name) burdens or is hostile to \(to.name)"
    case .neutral: "\(from.name) neither supports nor burdens \(to.name)"
    }
  }

  /// `RUS → EU`; the arrow points as the statement does.
  static func tie(_ from: Actor, _ to: Actor, _ relation: Relation, isOpposed: Bool) -> String {
    "\(from.id) \(relation.ends.isDirected ? isOpposed ? "←" : "→" : "–") \(to.id)"
  }

  /// `R1, R2, R3 and 4 more`
  static func list(_ relations: [Relation], most: Int = 8) -> String {
    let more = relations.count > most ? " and \(relations.count - most) more" : ""
    return relations.prefix(most).map(\.id).joined(separator: ", ") + more
  }

  /// What a reader should know before relying on a route: steps without a fact, what is anticipated, what is disputed.
  static func cautions(_ route: Route) -> [String] {
    let unfounded = route.steps.enumerated().filter { !$1.statuses.contains(.fact) }.map { number, step in
      "step \(number + 1) (\(step.statuses.map(\.rawValue).joined(separator: ", ")))"
    }
    var parts = unfounded.isEmpty ? [] : ["No fact in \(unfounded.joined(separator: ", "))."]
    let anticipated = route.steps.flatMap { $0.relations.filter { $0.status == .anticipated } }
    if !anticipated.isEmpty { parts.append("Anticipated: \(list(anticipated)).") }
    let disputed = route.steps.flatMap(\.disputed)
    if !disputed.isEmpty { parts.append("Disputed: \(list(disputed)).") }
    return parts.isEmpty ? [] : [parts.joined(separator: " ")]
  }

  /// The sources that support a relation: the first, and how many more.
  static func support(_ relation: Relation) -> String {
    let sources = relation.evidence.filter { $0.stance == .supports }.map(\.source)
    return (sources.first ?? "no source") + (sources.count > 1 ? " and \(sources.count - 1) more" : "")
  }

  /// "anticipated, disputed"
  static func kind(_ relation: Relation) -> String {
    relation.status.rawValue + (relation.isDisputed ? ", disputed" : "")
  }
}
