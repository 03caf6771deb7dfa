import Synchronization

/// The actors of a snapshot, with their numbers in the network and the order in which they become nodes. All states
/// of the same actors share one, so that it is worked out once.
final class SnapshotActors: Sendable {
  /// The actors, in the network's order.
  let actors: [Actor]
  private let network: ActorNetwork
  private let made = Mutex<ActorOrder?>(nil)

  init(_ actors: [Actor], in network: ActorNetwork) {
    self.actors = actors
    self.network = network
  }

  /// Numbers and order.
  ///
  /// - Complexity: O(n log n) for n actors the first time, O(1) then.
  var order: ActorOrder {
    if let known = made.withLock({ $0 }) { return known }
    let found = ActorOrder(of: actors, in: network)
    made.withLock { $0 = found }
    return found
  }

  /// Whether others are the same.
  func isSame(as other: SnapshotActors) -> Bool { self === other || actors == other.actors }
}
