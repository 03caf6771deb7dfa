/// The actors that are nodes, and the node of every actor of the network.
struct ProjectedNodes: Sendable {
  /// The actor of each node, sorted by id.
  let actors: [Actor]
  private let network: ActorNetwork
  /// For each number of the network the node it counts as; −1 for none.
  private let nodes: [Int32]
  /// For each node its actor's number in the network.
  private let numbers: [Int32]

  /// - Parameter tied: The actors that relations tie, where others are no nodes; `nil` where all are.
  init(_ wholes: ActorWholes, _ order: ActorOrder, of network: ActorNetwork, tied: Set<Int32>?) {
    self.network = network
    guard tied != nil || !wholes.areOwn else {
      actors = order.sorted
      nodes = order.places
      numbers = order.numbers
      return
    }
    let wanted = tied.map { Set($0.map(wholes.of)) }
    var actors: [Actor] = []
    var numbers: [Int32] = []
    var own = [Int32](repeating: -1, count: order.places.count)
    for (place, number) in order.numbers.enumerated()
    where wholes.of(number) == number && wanted?.contains(number) ?? true {
      own[Int(number)] = Int32(truncatingIfNeeded: actors.count)
      actors.append(order.sorted[place])
      numbers.append(number)
    }
    self.actors = actors
    self.numbers = numbers
    nodes = own.indices.map { number in
      let whole = wholes.of(Int32(truncatingIfNeeded: number))
      return whole < 0 ? -1 : own[Int(whole)]
    }
  }

  /// The node of an actor; `nil` for none.
  func node(ofActor id: String) -> Int? {
    guard let number = network.position(ofActor: id), nodes[number] >= 0 else { return nil }
    return Int(nodes[number])
  }

  /// The node that stands for an actor and for no whole that it is a part of; `nil` for none.
  func ownNode(ofActor id: String) -> Int? {
    guard let number = network.position(ofActor: id), nodes[number] >= 0 else { return nil }
    let node = Int(nodes[number])
    return Int(numbers[node]) == number ? node : nil
  }

  /// The node of an actor by its number in the network; −1 for none.
  func node(ofNumber number: Int32) -> Int32 { number < 0 ? -1 : nodes[Int(number)] }
}
