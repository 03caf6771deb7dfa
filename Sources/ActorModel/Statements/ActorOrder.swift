/// Actors by number and by id.
struct ActorOrder: Sendable {
  /// For each number of the network the position of that actor in the list; −1 where it is not in it.
  let positions: [Int32]
  /// The number of each actor in the order of ids.
  let numbers: [Int32]
  /// The actors in the order of ids.
  let sorted: [Actor]
  /// For each number of the network the place of that actor in the order of ids; −1 where it is not there.
  let places: [Int32]

  init(of actors: [Actor], in network: ActorNetwork) {
    var positions = [Int32](repeating: -1, count: network.actors.count)
    var found: [(position: Int, number: Int32)] = []
    var next = 0
    for (position, actor) in actors.enumerated() {
      // Most lists are the network's own, or leave some out.
      let isNext = next < network.actors.count && network.actors[next].id == actor.id
      guard let number = isNext ? next : network.position(ofActor: actor.id) else { continue }
      next = number + 1
      guard positions[number] < 0 else { continue }
      positions[number] = Int32(truncatingIfNeeded: position)
      found.append((position, Int32(truncatingIfNeeded: number)))
    }
    found.sort { actors[$0.position].id < actors[$1.position].id }
    self.positions = positions
    numbers = found.map { $0.number }
    sorted = found.map { actors[$0.position] }
    var places = [Int32](repeating: -1, count: positions.count)
    for (place, number) in numbers.enumerated() { places[Int(number)] = Int32(truncatingIfNeeded: place) }
    self.places = places
  }
}
