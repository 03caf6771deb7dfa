import ActorModel
import GraphAlgorithms
import GraphCore

/// Ranks the actors of a network over a period by a measure that needs dates, and not one picture of a day.
///
/// - `temporal-reachability`: how many others an actor can reach, or is reached by, when ties must be taken in the order
///   of time.
/// - `burstiness`: whether the relations of an actor began in bursts, at random, or by the clock. Events are the days on
///   which relations of the actor began within the period; an actor with fewer than three, or with all on one day, has
///   no value and no rank.
public struct TimedRanking: Sendable {
  private enum Measure {
    case reachability(TemporalReachability)
    case burstiness(Burstiness)
  }

  private var measure: Measure

  /// The measures there are.
  public static let names = [TemporalReachability.summary.id, Burstiness.summary.id]

  /// The measure that a text names with its options: `temporal-reachability:side=in`; `nil` where it names none of
  /// these.
  ///
  /// - Throws: That the measure has no such option, or that it cannot have that value.
  public init?(_ text: String) throws(AlgorithmTextError) {
    let parsed = try AlgorithmText(text)
    switch parsed.name {
    case TemporalReachability.summary.id:
      measure = .reachability(
        try Self.configured(
          TemporalReachability(), parsed.options, Self.reachabilityParameters, id: parsed.name))
    case Burstiness.summary.id:
      measure = .burstiness(
        try Self.configured(Burstiness(), parsed.options, Burstiness.parameters, id: parsed.name))
    default: return nil
    }
  }

  /// When ways start is said by the period, and not by an option.
  private static var reachabilityParameters: [Parameter<TemporalReachability>] {
    TemporalReachability.parameters.filter { $0.name != "start" }
  }

  private static func configured<Algorithm>(
    _ standard: Algorithm, _ options: [AlgorithmOption], _ parameters: [Parameter<Algorithm>],
    id: String
  ) throws(AlgorithmTextError) -> Algorithm {
    var algorithm = standard
    for option in options {
      guard let parameter = parameters.first(where: { $0.name == option.name }) else {
        throw .unknownParameter(option.name, algorithm: id, known: parameters.map(\.name))
      }
      guard parameter.write(&algorithm, option.value) else {
        throw .unfitValue(
          option.value, parameter: option.name, algorithm: id, needed: parameter.values.description)
      }
    }
    return algorithm
  }

  /// Ranks the actors.
  ///
  /// - Returns: The ranking, or the reason why the measure is not defined.
  /// - Throws: `.cancelled` only; every other reason is part of the result.
  public func run(on timed: TimedProjection, in context: RunContext = RunContext())
    throws(AlgorithmError)
    -> RankingResult
  {
    switch measure {
    case .reachability(var algorithm):
      algorithm.start = Int(timed.period.start.number)
      let configured = algorithm
      let options = Self.reachabilityParameters.map {
        AlgorithmOption(name: $0.name, value: $0.read(configured))
      }
      do throws(AlgorithmError) {
        let scores = try configured.run(on: timed.graph, in: context)
        return result(scores, timed.projected.actors, TemporalReachability.summary, options)
      } catch .cancelled {
        throw .cancelled
      } catch {
        return refusal(error.named(by: timed.projected.names), TemporalReachability.summary, options)
      }
    case .burstiness(let algorithm): return try rank(by: algorithm, timed, context)
    }
  }

  private func rank(
    by algorithm: Burstiness, _ timed: TimedProjection, _ context: RunContext
  ) throws(AlgorithmError) -> RankingResult {
    var actors: [Actor] = []
    var values: [Double] = []
    var counts: [Double] = []
    for (node, days) in Self.beginnings(timed).enumerated() {
      guard days.count >= 3, days.contains(where: { $0 != days[0] }) else { continue }
      values.append(try algorithm.run(on: days, in: context).burstiness)
      counts.append(Double(days.count))
      actors.append(timed.projected.actors[node])
    }
    let options = Burstiness.parameters.map {
      AlgorithmOption(name: $0.name, value: $0.read(algorithm))
    }
    guard !actors.isEmpty else {
      return refusal(
        "no actor has three relations that began on different days of the period; take a longer time",
        Burstiness.summary, options)
    }
    let scores = NodeScores(
      values: values, measure: Burstiness.summary.id, scale: "-1 to 1",
      details: [NodeDetail(name: "events", values: counts)])
    return result(scores, actors, Burstiness.summary, options)
  }

  /// For each node the days within the period on which its relations began.
  private static func beginnings(_ timed: TimedProjection) -> [[Int]] {
    var seen: [Set<String>] = timed.projected.actors.map { _ in [] }
    var days: [[Int]] = timed.projected.actors.map { _ in [] }
    let graph = timed.projected.graph
    for edge in 0..<graph.edgeCount {
      for relation in timed.projected.relations(ofEdge: edge) {
        guard let since = relation.validity.since?.firstDay, since >= timed.period.start else {
          continue
        }
        // A mutual relation is two edges of a directed graph, and one event.
        for node in [graph.source(of: edge), graph.target(of: edge)]
        where seen[node].insert(relation.id).inserted {
          days[node].append(Int(since.number))
        }
      }
    }
    return days
  }

  private func result(
    _ scores: NodeScores, _ actors: [Actor], _ summary: AlgorithmSummary,
    _ options: [AlgorithmOption]
  ) -> RankingResult {
    RankingResult(
      measure: summary.id, options: options, scale: scores.scale, direction: scores.direction,
      weights: nil,
      signs: summary.signs, ranked: InfluenceRanking.ranked(scores, actors: actors), refusal: nil)
  }

  private func refusal(_ reason: String, _ summary: AlgorithmSummary, _ options: [AlgorithmOption])
    -> RankingResult
  {
    RankingResult(
      measure: summary.id, options: options, scale: "", direction: nil, weights: nil,
      signs: summary.signs,
      ranked: [], refusal: reason)
  }
}
