import ActorModel
import Synchronization

/// Graphs that were made, by what they are of.
final class StudyCache: Sendable {
  /// A view of one of the networks.
  struct Place: Hashable, Sendable {
    let position: Int
    let view: StudyView
  }

  /// A view of states.
  struct Times: Hashable, Sendable {
    let states: StateSelection
    let view: StudyView
  }

  private let graphs = Mutex<[Place: ProjectedGraph]>([:])
  private let series = Mutex<[Times: StateSeries]>([:])

  func graph(at place: Place) -> ProjectedGraph? { graphs.withLock { $0[place] } }

  func keep(_ graph: ProjectedGraph, at place: Place) { graphs.withLock { $0[place] = graph } }

  func series(at times: Times) -> StateSeries? { series.withLock { $0[times] } }

  func keep(_ made: StateSeries, at times: Times) { series.withLock { $0[times] = made } }
}
