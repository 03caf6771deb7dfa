import GraphCore

/// The search for a set of nodes with the greatest value that both key player problems share: all sets where they are
/// few, else greedy choice and exchange.
struct KeySetSearch: Sendable {
  let nodeCount: Int
  let size: Int
  let exactLimit: Int
  let restarts: Int
  let seed: UInt64

  /// Refuses options out of their range.
  func check() throws(AlgorithmError) {
    guard size >= 1 && size <= max(nodeCount, 1) else {
      throw .invalidParameter(
        name: "size", value: "\(size)", needed: "a whole number from 1 to \(nodeCount), the nodes")
    }
    guard exactLimit >= 0 else {
      throw .invalidParameter(name: "exact-limit", value: "\(exactLimit)", needed: "a whole number from 0")
    }
    guard restarts >= 0 else {
      throw .invalidParameter(name: "restarts", value: "\(restarts)", needed: "a whole number from 0")
    }
  }

  /// The best set, the first in order of equal ones.
  func best<Scratch: ~Copyable>(
    _ context: RunContext, makeWorker: @Sendable () -> Worker<Scratch>,
    value: @Sendable (Worker<Scratch>, [Int]) throws(AlgorithmError) -> Double
  ) throws(AlgorithmError) -> KeyPlayers {
    guard nodeCount > 0 else { return KeyPlayers(members: [], value: 0, isExact: true) }
    func best(of sets: [[Int]]) throws(AlgorithmError) -> KeyPlayers {
      let values = try context.orderedMap(over: sets.count, chunkSize: 8, makeWorker: makeWorker) {
        (worker: Worker<Scratch>, range) throws(AlgorithmError) in
        var values: [Double] = []
        for set in range { values.append(try value(worker, sets[set])) }
        return values
      }.flatMap { $0 }
      var best = 0
      for set in values.indices where values[set] > values[best] + 1e-12 { best = set }
      return KeyPlayers(members: sets[best], value: values[best], isExact: false)
    }
    if let sets = allSets() {
      let found = try best(of: sets)
      return KeyPlayers(members: found.members, value: found.value, isExact: true)
    }
    var greedy: [Int] = []
    for _ in 0..<size {
      let members = greedy
      greedy = try best(of: (0..<nodeCount).filter { !members.contains($0) }.map { (members + [$0]).sorted() }).members
    }
    var found = try exchanged(from: greedy, best: best)
    for restart in 0..<restarts {
      let next = try exchanged(from: randomSet(restart), best: best)
      if next.value > found.value + 1e-12 { found = next }
    }
    return found
  }

  /// The set after the best exchange of a member for another node, again and again until none helps.
  private func exchanged(
    from start: [Int], best: ([[Int]]) throws(AlgorithmError) -> KeyPlayers
  ) throws(AlgorithmError) -> KeyPlayers {
    var found = try best([start])
    while true {
      let members = found.members
      let others = (0..<nodeCount).filter { !members.contains($0) }
      let sets = members.indices.flatMap { position in
        others.map { other in
          var next = members
          next[position] = other
          return next.sorted()
        }
      }
      guard !sets.isEmpty else { return found }
      let next = try best(sets)
      guard next.value > found.value + 1e-12 else { return found }
      found = next
    }
  }

  private func randomSet(_ restart: Int) -> [Int] {
    var random = SeededGenerator(seed: seed).stream(restart)
    var nodes = Array(0..<nodeCount)
    random.shuffle(&nodes)
    return nodes.prefix(size).sorted()
  }

  /// All sets in order; `nil` when they are more than the limit.
  private func allSets() -> [[Int]]? {
    var count = 1.0
    for member in 0..<size { count = count * Double(nodeCount - member) / Double(member + 1) }
    guard count <= Double(exactLimit) else { return nil }
    var sets: [[Int]] = []
    var set = Array(0..<size)
    while true {
      sets.append(set)
      guard let position = set.indices.last(where: { set[$0] < nodeCount - size + $0 }) else { return sets }
      set[position] += 1
      for later in (position + 1)..<max(size, position + 1) { set[later] = set[later - 1] + 1 }
    }
  }
}

/// A set of nodes chosen together.
public struct KeyPlayers: Sendable, Hashable {
  /// The nodes, in ascending order.
  public let members: [Int]
  /// What they reach or break, on the measure's scale.
  public let value: Double
  /// Whether all sets of that size were compared, so that no set has a greater value.
  public let isExact: Bool

  /// A set and its value.
  package init(members: [Int], value: Double, isExact: Bool) {
    self.members = members
    self.value = value
    self.isExact = isExact
  }
}
