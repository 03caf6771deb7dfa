/// For each actor of a snapshot the actor it counts as: the topmost of those above it that parts are rolled up into.
struct ActorWholes: Sendable {
  /// By number of the network; `nil` where every actor counts as itself.
  private var wholes: [Int32]?
  private let order: ActorOrder

  /// - Complexity: O(actors): what was found for a whole is taken over by all its parts.
  init(_ rollUp: Projection.RollUp, of snapshot: Snapshot, _ order: ActorOrder) throws(ProjectionError) {
    self.order = order
    guard rollUp != .none else { return }
    let network = snapshot.network
    let targets = try Self.targets(rollUp, in: network)
    let actors = snapshot.actors
    let above = order.positions.map { position -> Int32 in
      guard position >= 0, let id = actors[Int(position)].partOf, let number = network.position(ofActor: id),
        order.positions[number] >= 0
      else { return -1 }
      return Int32(truncatingIfNeeded: number)
    }
    var wholes = [Int32](repeating: -1, count: order.positions.count)
    for number in order.numbers {
      var chain: [Int32] = []
      var next = number
      while next >= 0, wholes[Int(next)] < 0 {
        chain.append(next)
        next = above[Int(next)]
      }
      // From the top down: an actor's own whole is that of the actor above it, or that actor itself.
      for part in chain.reversed() {
        let up = above[Int(part)]
        guard up >= 0 else {
          wholes[Int(part)] = part
          continue
        }
        let whole = wholes[Int(up)]
        wholes[Int(part)] = whole != up || targets?.contains(up) ?? true ? whole : part
      }
    }
    self.wholes = wholes
  }

  /// The actors that parts are rolled up into; `nil` for all.
  private static func targets(
    _ rollUp: Projection.RollUp, in network: ActorNetwork
  ) throws(ProjectionError) -> Set<Int32>? {
    guard case .into(let words) = rollUp else { return nil }
    var numbers: Set<Int32> = []
    for word in words {
      do {
        let id = try network.actor(named: word).id
        if let number = network.position(ofActor: id) { numbers.insert(Int32(truncatingIfNeeded: number)) }
      } catch {
        throw .unknownActor(error)
      }
    }
    return numbers
  }

  /// Whether every actor counts as itself.
  var areOwn: Bool { wholes == nil }

  /// What an actor counts as; −1 where it is not there.
  func of(_ number: Int32) -> Int32 {
    guard number >= 0 else { return -1 }
    return wholes.map { $0[Int(number)] } ?? (order.positions[Int(number)] >= 0 ? number : -1)
  }
}
