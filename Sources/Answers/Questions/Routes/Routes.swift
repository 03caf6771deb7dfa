import ActorAnalysis
import ActorModel
import GraphCore

/// The best routes from one actor to another, what each step rests on, and what cuts them.
public struct Routes: Question {
  /// What makes a route good, in one picture or in the order of time.
  public enum Objective: String, CaseIterable, Codable, Sendable {
    /// Few steps; or little length, where the file's numbers are lengths.
    case shortest
    /// Little sum of the lengths that strengths are converted into.
    case strongest
    /// A weakest tie that is as strong as can be.
    case widest
    /// A high product of confidences.
    case mostReliable = "most-reliable"
    /// In the order of time, an arrival as early as can be.
    case earliest
    /// In the order of time, as few steps as can be.
    case fewestHops = "fewest-hops"
    /// In the order of time, a departure as late as can be.
    case latestDeparture = "latest-departure"

    /// The objective in one picture; `nil` for one in the order of time.
    var fixed: RouteSearch.Objective? { RouteSearch.Objective(rawValue: rawValue) }
    /// The objective in the order of time; `nil` for one in one picture.
    var timed: TimedRouteSearch.Objective? { TimedRouteSearch.Objective(rawValue: rawValue) }
    /// Whether each tie is taken on a day on which it holds, one after another.
    public var respectsTime: Bool { timed != nil }
  }

  /// The actor that routes start from, by id, name or alias.
  public var from: String
  /// The actor that routes lead to, by id, name or alias; `nil` for a method that leads to all.
  public var to: String?
  /// What makes a route good.
  public var objective = Objective.shortest
  /// An algorithm with its options that is asked instead of an objective: `all-shortest-paths:limit=20`.
  public var method: String?
  /// How many routes are looked for.
  public var count = 5
  /// How many steps a route may have; `nil` for any number.
  public var maximumHops: Int?
  /// How many days a step takes, where time is respected.
  public var transit = 0
  /// Whether the product of a route's signs is told, its sign by balance theory.
  public var showsSignProduct = false
  /// How many statements of a step, and rows of a method's list, people are shown; programs get all.
  public var top = 15
  /// What is looked at. Where time is respected its window counts, or all days up to its own.
  public var view: StudyView

  /// What the question is.
  public static let summary = QuestionSummary(
    id: "paths", title: "Routes", meaning: "Finds the best routes from one actor to another, and what cuts them.")

  /// Its options.
  public static var parameters: [Parameter<Routes>] {
    [
      .text("from", \.from, "The actor that routes start from."),
      .text("to", \.to, "The actor that routes lead to."),
      .choice("objective", \.objective, "What makes a route good."),
      .text("method", \.method, "An algorithm with its options, asked instead of an objective."),
      .integer("count", \.count, in: 1...Int.max, "How many routes."),
      .integer("max-hops", \.maximumHops, in: 1...Int.max, "How many steps a route may have."),
      .integer("transit", \.transit, in: 0...1_000_000, "How many days a step takes, where time is respected."),
      .flag("sign-product", \.showsSignProduct, "Whether the product of a route's signs is told."),
      .integer("top", \.top, in: 1...Int.max, "How many statements of a step, and rows of a list, people are shown."),
    ]
  }

  /// Routes between two actors, or from one to all others where a method leads there.
  public init(from: String, to: String?, objective: Objective = .shortest, view: StudyView = StudyView()) {
    self.from = from
    self.to = to
    self.objective = objective
    self.view = view
  }

  /// Finds routes in the first network of a study.
  ///
  /// - Throws: That there is no such actor, method or source; that an objective needs an actor to lead to; what the
  ///   projection throws; that the run was cancelled.
  public func answer(in study: Study) throws(QuestionError) -> Answer {
    try checkOptions()
    let source = try study.actor(from)
    let target = try to.map { word throws(QuestionError) in try study.actor(word) }
    if let method { return try MethodRoutes(question: self, from: source, to: target).answer(method, in: study) }
    guard let target else { throw .unfit("\(objective.rawValue) routes lead from one actor to another") }
    if let timed = objective.timed {
      let search = TimedRouteSearch(from: source.id, to: target.id, objective: timed, transit: transit)
      return try TimedRoutes(question: self, search: search, from: source, to: target).answer(in: study)
    }
    let search = RouteSearch(
      from: source.id, to: target.id, objective: objective.fixed ?? .shortest, count: count, maximumHops: maximumHops)
    return try BestRoutes(question: self, search: search, from: source, to: target).answer(in: study)
  }
}
