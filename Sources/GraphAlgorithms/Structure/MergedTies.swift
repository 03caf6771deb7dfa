import GraphCore

// What measures of density and triangles share: who is tied to whom, without loops and without repetition.

/// Each pair of different tied nodes once at either end, whatever the direction and the number of its edges.
///
/// The ties of node `v` stand at `offsets[v] ..< offsets[v + 1]`, sorted by neighbour.
struct MergedTies: Sendable {
  /// An edge leads to the neighbour; in an undirected graph every tie leads both ways.
  static let leads: UInt8 = 1
  /// An edge comes from the neighbour.
  static let comes: UInt8 = 2
  /// Edges run both ways.
  static let mutual: UInt8 = 3

  private(set) var offsets: [Int32] = [0]
  private(set) var targets: [Int32] = []
  /// Which ways the edges run, seen from the node.
  private(set) var ways: [UInt8] = []
  /// Strength of the edges that lead to the neighbour; empty when none were given.
  private(set) var strengthsOut: [Double] = []
  /// Strength of the edges that come from it; empty when none were given or the graph is undirected.
  private(set) var strengthsIn: [Double] = []

  init(_ graph: CSRGraph, strengths: [Double]? = nil, _ context: RunContext) throws(AlgorithmError) {
    let out = ArcCursor(graph.out, strengths)
    let incoming = ArcCursor(graph.incoming, strengths)
    offsets.reserveCapacity(graph.nodeCount + 1)
    for node in 0..<graph.nodeCount {
      if node & 1023 == 0 { try context.checkCancellation() }
      if graph.isDirected {
        merge(node, out, incoming)
      } else {
        take(node, out)
      }
      offsets.append(Int32(truncatingIfNeeded: targets.count))
    }
  }

  /// How many nodes there are.
  var nodeCount: Int { offsets.count - 1 }
  /// How many pairs are tied.
  var pairCount: Int { targets.count / 2 }

  /// The ties of a node.
  func range(of node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  /// How many neighbours a node has.
  func degree(of node: Int) -> Int { Int(offsets[node + 1] - offsets[node]) }

  /// Strength of a tie, both ways together; 1 when none were given.
  func strength(at position: Int) -> Double {
    if strengthsOut.isEmpty { return 1 }
    return strengthsIn.isEmpty ? strengthsOut[position] : strengthsOut[position] + strengthsIn[position]
  }

  private mutating func take(_ node: Int, _ arcs: ArcCursor) {
    var arc = arcs.range(of: node).lowerBound
    let end = arcs.range(of: node).upperBound
    while arc < end {
      let run = arcs.run(from: arc, to: end)
      arc = run.end
      guard Int(run.target) != node else { continue }
      targets.append(run.target)
      ways.append(Self.mutual)
      if arcs.hasStrengths { strengthsOut.append(run.strength) }
    }
  }

  private mutating func merge(_ node: Int, _ out: ArcCursor, _ incoming: ArcCursor) {
    var i = out.range(of: node).lowerBound
    var j = incoming.range(of: node).lowerBound
    let iEnd = out.range(of: node).upperBound
    let jEnd = incoming.range(of: node).upperBound
    while i < iEnd || j < jEnd {
      let leaving = out.run(from: i, to: iEnd)
      let arriving = incoming.run(from: j, to: jEnd)
      let target = min(leaving.target, arriving.target)
      if leaving.target == target { i = leaving.end }
      if arriving.target == target { j = arriving.end }
      guard Int(target) != node else { continue }
      targets.append(target)
      ways.append((leaving.target == target ? Self.leads : 0) | (arriving.target == target ? Self.comes : 0))
      guard out.hasStrengths else { continue }
      strengthsOut.append(leaving.target == target ? leaving.strength : 0)
      strengthsIn.append(arriving.target == target ? arriving.strength : 0)
    }
  }
}

/// Arcs with their strengths, read in runs that lead to the same node.
private struct ArcCursor {
  private let arcs: Adjacency
  private let strengths: [Double]

  init(_ arcs: Adjacency, _ strengths: [Double]?) {
    self.arcs = arcs
    self.strengths = strengths.map(arcs.byArc) ?? []
  }

  var hasStrengths: Bool { !strengths.isEmpty }

  func range(of node: Int) -> Range<Int> { arcs.range(of: node) }

  /// The arcs from a position on that lead to the same node; a run past the end leads to the largest number.
  func run(from start: Int, to end: Int) -> ArcRun {
    guard start < end else { return ArcRun(target: .max, end: end, strength: 0) }
    let target = arcs.targets[start]
    var position = start
    var strength = 0.0
    while position < end && arcs.targets[position] == target {
      if hasStrengths { strength += strengths[position] }
      position += 1
    }
    return ArcRun(target: target, end: position, strength: strength)
  }
}

private struct ArcRun {
  let target: Int32
  let end: Int
  let strength: Double
}
