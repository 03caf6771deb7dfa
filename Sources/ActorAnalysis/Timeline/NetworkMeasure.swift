import ActorModel
import GraphAlgorithms
import GraphCore

/// A number that describes a network as a whole.
package enum NetworkMeasure: String, CaseIterable, Codable, Sendable {
  /// Actors that exist: nodes of the graph.
  case actors
  /// Actors with at least one tie.
  case tied = "tied-actors"
  /// Relations behind the edges.
  case relations
  /// Pairs of actors tied, each direction of a directed graph for itself.
  case ties
  /// Ties whose signed strength is below 0.
  case hostile = "hostile-ties"
  /// Ties over possible ties.
  case density
  /// Weakly connected components, actors without ties included.
  case components
  /// Actors in the largest component.
  case largest = "largest-component"
  /// Share of ties that are returned.
  case reciprocity
  /// Share of paths of two ties that are closed.
  case transitivity
  /// Share of signed triangles that are balanced.
  case balance
  /// The least that the ties weigh that contradict a division into two camps, or the least found.
  case frustration
  /// What the frustration is proved to be at least.
  case frustrationBound = "frustration-bound"
  /// Share of the ties of this state and the one before that only one of them has.
  case turnover
  /// Ties that the state before did not have.
  case added = "new-ties"
  /// Ties of the state before that are no more.
  case ended = "ended-ties"
  /// Pairs of actors whose tie changed from positive to negative or back since the state before.
  case flips

  /// What it tells.
  package var meaning: String {
    switch self {
    case .actors: "actors that exist"
    case .tied: "actors with at least one tie"
    case .relations: "relations behind the ties"
    case .ties: "pairs of actors tied, each direction of a directed graph for itself"
    case .hostile: "ties whose signed strength is below 0"
    case .density: "ties over possible ties"
    case .components: "weakly connected components, actors without ties included"
    case .largest: "actors in the largest component"
    case .reciprocity: "share of ties that are returned"
    case .transitivity: "share of paths of two ties that are closed"
    case .balance: "share of signed triangles whose signs multiply to +"
    case .frustration:
      "weight of the ties that contradict the best two camps found; the least where the bound equals it"
    case .frustrationBound: "what the frustration is proved to be at least"
    case .turnover: "share of the ties of this state and the one before that only one of them has"
    case .added: "ties that the state before did not have"
    case .ended: "ties of the state before that are no more"
    case .flips: "pairs of actors whose tie changed from positive to negative or back since the state before"
    }
  }

  /// The measures of a timeline where none are named.
  package static let standard: [NetworkMeasure] = [.actors, .relations, .density, .components, .balance, .frustration]

  /// Whether the number needs the state before.
  package var needsEarlier: Bool { [.turnover, .added, .ended, .flips].contains(self) }
}
