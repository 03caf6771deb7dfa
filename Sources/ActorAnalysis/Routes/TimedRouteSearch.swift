import ActorModel
import GraphAlgorithms
import GraphCore

/// Finds the best way from one actor to another that takes every tie on a day on which it holds, one after another.
package struct TimedRouteSearch: Sendable {
  /// What makes a way good.
  package enum Objective: String, CaseIterable, Sendable {
    /// It arrives as early as can be.
    case earliest
    /// It has as few steps as can be, and of those ways it arrives earliest.
    case fewestHops = "fewest-hops"
    /// It leaves as late as can be and still arrives within the period.
    case latestDeparture = "latest-departure"

    /// The algorithm that finds such a way.
    var summary: AlgorithmSummary {
      switch self {
      case .earliest: EarliestArrival.summary
      case .fewestHops: FewestHops.summary
      case .latestDeparture: LatestDeparture.summary
      }
    }
  }

  /// Where the way starts.
  package var from: String
  /// Where it ends.
  package var to: String
  /// What makes it good.
  package var objective: Objective
  /// How many days a step takes.
  package var transit: Int

  /// A search between two actors.
  package init(from: String, to: String, objective: Objective = .earliest, transit: Int = 0) {
    self.from = from
    self.to = to
    self.objective = objective
    self.transit = transit
  }

  /// Finds the way.
  ///
  /// - Returns: The way; `nil` where none leads within the period, or an actor does not exist in it.
  /// - Throws: `.invalidParameter` for a transit below 0 or above 2³¹; `.cancelled`.
  package func run(on timed: TimedProjection, in context: RunContext = RunContext())
    throws(AlgorithmError)
    -> TimedRoute?
  {
    guard let source = timed.projected.node(ofActor: from),
      let target = timed.projected.node(ofActor: to)
    else {
      return nil
    }
    let start = Int(timed.period.start.number)
    let last = Int(timed.period.end.number) - 1
    let steps: [TimedStep]?
    switch objective {
    case .earliest:
      steps = try EarliestArrival(from: source, at: start, transit: transit).run(
        on: timed.graph, in: context
      )
      .steps(to: target)
    case .fewestHops:
      steps = try FewestHops(from: source, at: start, transit: transit).run(
        on: timed.graph, in: context
      ).ways[target]
    case .latestDeparture:
      steps = try LatestDeparture(to: target, by: last, transit: transit).run(
        on: timed.graph, in: context
      )
      .steps(from: source)
    }
    guard let steps, (steps.last?.arrival ?? start) <= last else { return nil }
    var node = source
    var found: [TimedRouteStep] = []
    for step in steps {
      guard let relation = timed.relation(ofEdge: step.edge) else { return nil }
      found.append(
        TimedRouteStep(
          from: timed.projected.actors[node], to: timed.projected.actors[step.node],
          relation: relation,
          departure: Day(number: Int32(clamping: step.departure)),
          arrival: Day(number: Int32(clamping: step.arrival))))
      node = step.node
    }
    return TimedRoute(
      actors: [timed.projected.actors[source]] + found.map(\.to), steps: found, period: timed.period
    )
  }
}

/// A way through time.
package struct TimedRoute: Sendable, Hashable {
  /// The actors passed, both ends included.
  package let actors: [Actor]
  /// The steps, one fewer than actors.
  package let steps: [TimedRouteStep]
  /// The days within which it runs.
  package let period: DayRange

  /// When it leaves; `nil` for a way without steps.
  package var departure: Day? { steps.first?.departure }
  /// When it arrives; `nil` for a way without steps.
  package var arrival: Day? { steps.last?.arrival }
  /// Product of the steps' confidences: the probability that all hold, were the steps independent. Where steps share a
  /// source it is rather too small.
  package var confidence: Double { steps.reduce(1) { $0 * $1.relation.confidence } }
  /// Product of the steps' signs, the sign by balance theory: the enemy of an enemy is positive; neutral when a step
  /// is. What the way does to the one it leads to is ``lastSign``.
  package var sign: Sign { Sign(product: steps.map(\.relation.sign)) }
  /// The sign of the last step; `nil` for a way without steps.
  package var lastSign: Sign? { steps.last?.relation.sign }
}

/// One step of a way through time.
package struct TimedRouteStep: Sendable, Hashable {
  /// Where it starts.
  package let from: Actor
  /// Where it leads.
  package let to: Actor
  /// The relation taken.
  package let relation: Relation
  /// The day on which it is taken.
  package let departure: Day
  /// The day on which it is done.
  package let arrival: Day

  /// Whether nothing says when the relation begins, so that it was taken to hold from the first day looked at.
  package var isUndated: Bool { relation.validity.since == nil }
}
