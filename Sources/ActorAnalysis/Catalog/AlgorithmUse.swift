/// The question that takes an algorithm, and as what.
package enum AlgorithmUse: Sendable, Hashable {
  /// A measure that actors or ties are ranked by.
  case measure
  /// A method that divides the actors into groups.
  case grouping
  /// A method of routes from an actor: to another, or to all.
  case route(leadsToAll: Bool)
  /// What makes a route through time good.
  case objective(TimedRouteSearch.Objective)
  /// A measure of the network as a whole.
  case structure
  /// A comparison of one way to divide the actors with another.
  case partitionComparison
  /// A comparison of two networks.
  case networkComparison

  /// The question's id.
  package var question: String {
    switch self {
    case .measure: "rank"
    case .grouping, .partitionComparison: "groups"
    case .route, .objective: "paths"
    case .structure: "structure"
    case .networkComparison: "compare"
    }
  }
}
