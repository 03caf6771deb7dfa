import GraphCore

/// A network of conductors: the strengths of an undirected graph as conductances, one component at a time.
struct ConductorNetwork: Sendable {
  let graph: CSRGraph
  /// How well each edge conducts, divided by ``scale``; empty when each counts 1.
  let conductances: [Double]
  /// The power of four by which strengths are divided, so that no potential leaves the range of numbers.
  let scale: Double
  /// The nodes of each component.
  let components: [[Int]]
  /// The place of each node within its component.
  let places: [Int32]
  /// The component of each node.
  let componentOfNode: [Int32]

  /// How many nodes a component may have: its matrix then has 4 million numbers, 32 megabytes.
  static let largestComponent = 2000

  /// The conductors of a graph.
  ///
  /// - Throws: `.undefined` for a directed graph; `.missingColumn` when strengths were asked for and there are none;
  ///   `.unfitValue` for a strength that is not a finite number above 0, or vanishing beside another; `.limitExceeded`
  ///   for a component of more than ``largestComponent`` nodes; `.cancelled`.
  init(_ graph: CSRGraph, _ weight: TieWeight, _ context: RunContext) throws(AlgorithmError) {
    guard !graph.isDirected else {
      throw .undefined(
        reason: "current flows both ways, so it is not defined on a directed graph",
        advice: "project the network without directions, or use a measure of shortest paths")
    }
    let strengths = try weight.strengths(of: graph)
    try graph.checkStrengths(strengths)
    let scale = WeightScale.of(strengths ?? [])
    self.scale = scale
    if let strengths, let least = strengths.min(), let most = strengths.max(), !(most / least <= 1e12) {
      throw .tooSmall(
        .strength, strengths, needed: "at least 1e-12 of the greatest strength in a network of currents, \(most)")
    }
    let partition = try WeakComponents().run(on: graph, in: context)
    self.graph = graph
    conductances = strengths?.map { $0 / scale } ?? []
    weights = strengths == nil ? nil : .strength
    componentOfNode = partition.groups
    components = partition.members()
    if let largest = components.map(\.count).max(), largest > Self.largestComponent {
      throw .limitExceeded(
        what: "a component", needed: "\(largest) nodes", limit: "\(Self.largestComponent) nodes for measures of current"
      )
    }
    var places = [Int32](repeating: 0, count: graph.nodeCount)
    for component in components {
      for (place, node) in component.enumerated() { places[node] = Int32(truncatingIfNeeded: place) }
    }
    self.places = places
  }

  /// How well an edge conducts.
  func conductance(of edge: Int) -> Double { conductances.isEmpty ? 1 : conductances[edge] }

  /// The column the conductances come from, in a graph without edges too.
  let weights: EdgeColumn?
}

/// Potentials in one component, measured against its last node: Cholesky's factors of the Laplacian without that
/// node's row and column.
struct LaplacianSolver: ~Copyable {
  /// How many nodes the component has.
  let count: Int
  /// How many rows the matrix has: one fewer, at least 0.
  private let size: Int
  /// Row by row the lower triangle of the factor.
  private let matrix: Buffer<Double>

  /// Factors the Laplacian of a component.
  ///
  /// - Complexity: O(k³) time and O(k²) memory for k nodes.
  init(_ network: ConductorNetwork, component: [Int], _ context: RunContext) throws(AlgorithmError) {
    count = component.count
    size = max(component.count - 1, 0)
    matrix = Buffer(repeating: 0, count: size * size)
    let arcs = network.graph.out
    for row in 0..<size {
      for arc in arcs.range(of: component[row]) {
        let column = Int(network.places[Int(arcs.targets[arc])])
        guard column != row else { continue }
        let conductance = network.conductance(of: arcs.edge(ofArc: arc))
        matrix[row * size + row] += conductance
        if column < size { matrix[row * size + column] -= conductance }
      }
    }
    try factor(context)
  }

  /// Replaces the lower triangle by that of L in matrix = L Lᵀ.
  private func factor(_ context: RunContext) throws(AlgorithmError) {
    let values = matrix.pointer
    for row in 0..<size {
      if row & 3 == 0 {
        try context.checkCancellation()
        context.progress?(RunProgress(done: row, total: size))
      }
      for column in 0...row {
        var sum = values[row &* size &+ column]
        for k in 0..<column { sum -= values[row &* size &+ k] * values[column &* size &+ k] }
        values[row &* size &+ column] = row == column ? sum.squareRoot() : sum / values[column &* size &+ column]
      }
    }
  }

  /// The potential of each node when currents flow in and out; that of the last node is 0.
  ///
  /// - Parameter currents: What flows in at each node, at least one for each but the last; replaced by the potentials.
  /// - Complexity: O(k²).
  func solve(_ currents: inout [Double]) {
    for row in 0..<size {
      var sum = currents[row]
      for k in 0..<row { sum -= matrix[row * size + k] * currents[k] }
      currents[row] = sum / matrix[row * size + row]
    }
    for row in stride(from: size - 1, through: 0, by: -1) {
      let value = currents[row] / matrix[row * size + row]
      currents[row] = value
      for k in 0..<row { currents[k] -= matrix[row * size + k] * value }
    }
    if size < count { currents[size] = 0 }
  }

  /// The potentials for a unit current into each node and out of the last, row by row; all 0 in the last row and
  /// column.
  ///
  /// - Complexity: O(k³) time, O(k²) memory.
  func potentials(_ context: RunContext) throws(AlgorithmError) -> [Double] {
    var rows: [Double] = []
    rows.reserveCapacity(count * count)
    for node in 0..<count {
      if node & 15 == 0 { try context.checkCancellation() }
      var row = [Double](repeating: 0, count: count)
      if node < size {
        row[node] = 1
        solve(&row)
      }
      rows.append(contentsOf: row)
    }
    // The inverse is symmetric; take it exactly so.
    for node in 0..<count {
      for other in 0..<node {
        let mean = (rows[node * count + other] + rows[other * count + node]) / 2
        rows[node * count + other] = mean
        rows[other * count + node] = mean
      }
    }
    return rows
  }
}
