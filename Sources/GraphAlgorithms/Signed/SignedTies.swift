import GraphCore

// What the algorithms for friendly and hostile ties share: how a tie's sign and weight are read.

/// The signed weight of every edge.
enum SignedTies {
  /// For each edge its sign times its weight: above 0 friendly, below 0 hostile, 0 neither.
  ///
  /// The signed strengths count where there are some: they sum the statements behind an edge, friendly ones against
  /// hostile ones. Else it is sign times strength, or the sign alone.
  ///
  /// - Throws: `.missingColumn(.sign)` without signs, `.missingColumn(.strength)` when strengths were asked for and
  ///   there are none, `.unfitValue` for a sign other than −1, 0 and 1 or a value that is not finite,
  ///   `.limitExceeded` when the values are too large to add.
  static func values(of graph: CSRGraph, _ weight: TieWeight) throws(AlgorithmError) -> [Double] {
    let values = try raw(graph, weight)
    if let edge = values.firstIndex(where: { !$0.isFinite }) {
      throw .unfitValue(column: .sign, edge: edge, value: values[edge], needed: "a finite signed strength")
    }
    guard 4 * values.reduce(0, { $0 + abs($1) }) < .infinity else {
      throw .limitExceeded(
        what: "the sum of all signed strengths", needed: "more than the largest number",
        limit: "\(Double.greatestFiniteMagnitude)")
    }
    return values
  }

  /// The sign of every edge: −1, 0 or 1.
  ///
  /// - Throws: `.missingColumn(.sign)` without signs, `.unfitValue` for a sign other than −1, 0 and 1.
  static func signs(of graph: CSRGraph) throws(AlgorithmError) -> [Double] {
    try values(of: graph, .none)
  }

  /// Whether the graph has a hostile tie.
  static func hasHostile(_ graph: CSRGraph) -> Bool {
    graph.signs?.contains { $0 < 0 } ?? false || graph.signedStrengths?.contains { $0 < 0 } ?? false
  }

  /// Refuses a graph with hostile ties.
  ///
  /// - Throws: `.undefined` with the advice given.
  static func refuseHostile(_ graph: CSRGraph, advice: String) throws(AlgorithmError) {
    guard hasHostile(graph) else { return }
    throw .undefined(reason: "hostile ties would count as friendly ones here", advice: "\(advice)")
  }

  private static func raw(_ graph: CSRGraph, _ weight: TieWeight) throws(AlgorithmError) -> [Double] {
    if weight != .none, let signed = graph.signedStrengths { return signed }
    let signs = try columnOfSigns(graph)
    guard let strengths = try weight.strengths(of: graph) else { return signs }
    try graph.checkStrengths(strengths)
    return zip(signs, strengths).map { $0 * $1 }
  }

  private static func columnOfSigns(_ graph: CSRGraph) throws(AlgorithmError) -> [Double] {
    if let signs = graph.signs {
      if let edge = signs.firstIndex(where: { abs(Int($0)) > 1 }) {
        throw .unfitValue(column: .sign, edge: edge, value: Double(signs[edge]), needed: "a sign of -1, 0 or 1")
      }
      return signs.map { Double($0) }
    }
    guard let signed = graph.signedStrengths else { throw .missingColumn(.sign) }
    return signed.map { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 == 0 ? 0 : .nan }
  }
}

/// Pairs of nodes with the sum of the signed ties between them; no loops, no pair whose ties cancel out.
struct SignedPairs: Sendable {
  let offsets: [Int32]
  let targets: [Int32]
  /// The sum of each pair's ties; never 0.
  let values: [Double]

  /// The pairs along the arcs of an adjacency.
  ///
  /// - Complexity: O(n + m).
  init(along arcs: Adjacency, _ values: [Double]) {
    let byArc = arcs.byArc(values)
    var offsets: [Int32] = [0]
    var targets: [Int32] = []
    var sums: [Double] = []
    for node in 0..<(arcs.offsets.count - 1) {
      let end = Int(arcs.offsets[node + 1])
      var arc = Int(arcs.offsets[node])
      while arc < end {
        let target = arcs.targets[arc]
        var sum = 0.0
        repeat {
          sum += byArc[arc]
          arc += 1
        } while arc < end && arcs.targets[arc] == target
        guard sum != 0 && Int(target) != node else { continue }
        targets.append(target)
        sums.append(sum)
      }
      offsets.append(Int32(truncatingIfNeeded: targets.count))
    }
    self.offsets = offsets
    self.targets = targets
    self.values = sums
  }

  private init(_ pairs: SignedPairs, values: [Double]) {
    offsets = pairs.offsets
    targets = pairs.targets
    self.values = values
  }

  var nodeCount: Int { offsets.count - 1 }

  /// The positions of a node's pairs.
  func range(of node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  /// The same pairs with nothing but their signs.
  func signs() -> SignedPairs { mapped { $0 > 0 ? 1 : -1 } }

  /// The same pairs with other values.
  func mapped(_ change: (Double) -> Double) -> SignedPairs { SignedPairs(self, values: values.map(change)) }

  /// For each node the sum over its pairs of value times the other node's number.
  func product(with numbers: [Double]) -> [Double] {
    let ends = targets.span
    let weights = values.span
    let factors = numbers.span
    return (0..<nodeCount).map { node in
      var sum = 0.0
      for arc in range(of: node) { sum += weights[unchecked: arc] * factors[unchecked: Int(ends[unchecked: arc])] }
      return sum
    }
  }
}
