import ActorAnalysis
import ActorModel

extension Study {
  /// The actor of a network that somebody means by an id, a name or an alias.
  ///
  /// - Throws: That there is none, or that there are several, with the nearest.
  func actor(_ word: String, in position: Int = 0) throws(QuestionError) -> Actor {
    do {
      return try inputs[position].network.actor(named: word)
    } catch {
      throw .unfit("\(error.description)")
    }
  }

  /// A network over a period, as a graph whose edges come and go: the window of a view, else all that is dated, up to
  /// the view's day where it has one.
  ///
  /// - Throws: That nothing is dated, or nothing so early; as ``graph(of:_:)``.
  func timedProjection(of position: Int = 0, _ view: StudyView) throws(QuestionError) -> TimedProjection {
    let input = inputs[position]
    guard let first = input.network.firstDay, let last = input.network.lastDay else {
      throw .data(["\(input.path): no relation is dated, and what respects time needs dates"])
    }
    let period: DayRange
    switch view.query.time {
    case .window(let window): period = window
    case .day(let day): period = try Self.period(from: first, to: day, of: input)
    case .last: period = try Self.period(from: first, to: last, of: input)
    }
    try view.check(in: [input.network])
    do {
      return try TimedProjection(of: input.network, over: period, query: view.query, by: view.projection)
    } catch .unknownActor(let problem) {
      throw .unfit("\(problem.description)")
    } catch {
      throw .data(["\(input.path): \(String(describing: error))"])
    }
  }

  private static func period(from first: Day, to last: Day, of input: Input) throws(QuestionError) -> DayRange {
    guard let period = DayRange(start: first, end: last.advanced(by: 1)) else {
      throw .unfit(
        "nothing is dated to \(last.description) or before; the first day of \(input.path) is \(first.description)")
    }
    return period
  }
}
