import GraphCore

/// All eigenvalues and eigenvectors of a symmetric matrix: Householder's reflections to three diagonals, then QL steps
/// with implicit shifts.
///
/// - Source: H. Bowdler, R. S. Martin, C. Reinsch, J. H. Wilkinson, Numerische Mathematik 11 (1968) 293–306,
///   doi:10.1007/BF02166687.
struct SymmetricEigenSolver: ~Copyable {
  let count: Int
  /// The eigenvalues, in no particular order.
  let eigenvalues: Buffer<Double>
  /// Row by row the eigenvectors, of length 1, in the order of the eigenvalues.
  let eigenvectors: Buffer<Double>
  /// The second diagonal, while it lasts.
  private let side: Buffer<Double>
  /// The direction of a reflection, and the matrix times it.
  private let mirror: Buffer<Double>
  private let product: Buffer<Double>

  /// How many rows a matrix may have: it then has 4 million numbers, 32 megabytes.
  static let largest = 2000

  /// Decomposes a matrix, given row by row, which is used up.
  ///
  /// - Throws: `.notConverged` when QL does not end, which no matrix of finite numbers is known for; `.cancelled`.
  /// - Complexity: O(k³) time, O(k²) memory for k rows.
  init(_ matrix: consuming Buffer<Double>, count: Int, _ context: RunContext) throws(AlgorithmError) {
    self.count = count
    eigenvalues = Buffer(repeating: 0, count: count)
    eigenvectors = Buffer(repeating: 0, count: count * count)
    side = Buffer(repeating: 0, count: count)
    mirror = Buffer(repeating: 0, count: count)
    product = Buffer(repeating: 0, count: count)
    for row in 0..<count { eigenvectors[row * count + row] = 1 }
    for column in 0..<max(count - 1, 0) {
      if column & 3 == 0 {
        try context.checkCancellation()
        context.progress?(RunProgress(done: column, total: count))
      }
      if column < count - 2 { reflect(matrix, column) }
      side[column] = matrix[(column + 1) * count + column]
    }
    for row in 0..<count { eigenvalues[row] = matrix[row * count + row] }
    for position in 0..<count {
      if position & 3 == 0 { try context.checkCancellation() }
      try isolate(position)
    }
  }

  /// Mirrors the rows below a column so that only one number remains below the diagonal in it.
  private func reflect(_ matrix: borrowing Buffer<Double>, _ column: Int) {
    let first = column + 1
    let values = matrix.pointer
    let vectors = eigenvectors.pointer
    var squares = 0.0
    for row in first..<count {
      mirror[row] = values[row * count + column]
      squares += mirror[row] * mirror[row]
    }
    let length = mirror[first] > 0 ? -squares.squareRoot() : squares.squareRoot()
    guard length != 0, squares > mirror[first] * mirror[first] else { return }
    let reach = squares - length * mirror[first]
    mirror[first] -= length
    for row in first..<count {
      var sum = 0.0
      for k in first..<count { sum += values[row &* count &+ k] * mirror[k] }
      product[row] = sum / reach
    }
    var overlap = 0.0
    for row in first..<count { overlap += product[row] * mirror[row] }
    for row in first..<count { product[row] -= overlap / (2 * reach) * mirror[row] }
    for row in first..<count {
      for k in first..<count {
        values[row &* count &+ k] -= mirror[row] * product[k] + product[row] * mirror[k]
      }
      values[row * count + column] = row == first ? length : 0
    }
    for k in 0..<count { product[k] = 0 }
    for row in first..<count {
      for k in 0..<count { product[k] += mirror[row] * vectors[row &* count &+ k] }
    }
    for row in first..<count {
      let share = mirror[row] / reach
      for k in 0..<count { vectors[row &* count &+ k] -= share * product[k] }
    }
  }

  /// QL steps until the second diagonal is gone at a position.
  private func isolate(_ position: Int) throws(AlgorithmError) {
    for _ in 0..<100 {
      var end = position
      while end < count - 1 {
        let size = abs(eigenvalues[end]) + abs(eigenvalues[end + 1])
        if abs(side[end]) <= size * 0x1p-53 { break }
        end += 1
      }
      if end == position { return }
      step(from: position, to: end)
    }
    throw .notConverged(Convergence(iterations: 100, residual: abs(side[position]), isConverged: false))
  }

  /// One QL step on the block between two positions.
  private func step(from position: Int, to end: Int) {
    let slope = (eigenvalues[position + 1] - eigenvalues[position]) / (2 * side[position])
    let root = (slope * slope + 1).squareRoot()
    var g = eigenvalues[end] - eigenvalues[position] + side[position] / (slope + (slope < 0 ? -root : root))
    var sine = 1.0
    var cosine = 1.0
    var shift = 0.0
    for i in stride(from: end - 1, through: position, by: -1) {
      let f = sine * side[i]
      let b = cosine * side[i]
      let r = (f * f + g * g).squareRoot()
      side[i + 1] = r
      if r == 0 {
        eigenvalues[i + 1] -= shift
        side[end] = 0
        return
      }
      sine = f / r
      cosine = g / r
      let d = eigenvalues[i + 1] - shift
      let turn = (eigenvalues[i] - d) * sine + 2 * cosine * b
      shift = sine * turn
      eigenvalues[i + 1] = d + shift
      g = cosine * turn - b
      rotate(i, sine: sine, cosine: cosine)
    }
    eigenvalues[position] -= shift
    side[position] = g
    side[end] = 0
  }

  private func rotate(_ row: Int, sine: Double, cosine: Double) {
    let lower = eigenvectors.pointer + row * count
    let upper = lower + count
    for k in 0..<count {
      let f = upper[k]
      upper[k] = sine * lower[k] + cosine * f
      lower[k] = cosine * lower[k] - sine * f
    }
  }
}

/// The exponential of a graph's matrix, one component at a time: walks of every length l between two nodes, counted
/// 1 / l! each.
struct WalkExponential: ~Copyable {
  private let solver: SymmetricEigenSolver
  /// e to the power of each eigenvalue.
  private let powers: [Double]

  /// The exponential of the matrix of a component.
  ///
  /// - Throws: `.limitExceeded` for more than 2000 nodes or an eigenvalue whose power is beyond the largest number;
  ///   `.notConverged`; `.cancelled`.
  init(
    of component: [Int], places: [Int32], step: MatrixProduct, _ context: RunContext
  ) throws(AlgorithmError) {
    let count = component.count
    guard count <= SymmetricEigenSolver.largest else {
      throw .limitExceeded(
        what: "a component", needed: "\(count) nodes",
        limit: "\(SymmetricEigenSolver.largest) nodes for the exponential of a matrix")
    }
    let matrix = Buffer(repeating: 0.0, count: count * count)
    for row in 0..<count {
      for arc in step.arcs.range(of: component[row]) {
        let position = row * count + Int(places[Int(step.arcs.targets[arc])])
        matrix[position] += step.weight(ofArc: arc)
        // No eigenvalue is below the largest element of a matrix without negative elements.
        guard matrix[position] < 709 else { throw Self.tooLarge(matrix[position]) }
      }
    }
    let solver = try SymmetricEigenSolver(matrix, count: count, context)
    powers = try Self.powers(of: solver.eigenvalues)
    self.solver = solver
  }

  private static func powers(of eigenvalues: borrowing Buffer<Double>) throws(AlgorithmError) -> [Double] {
    var powers: [Double] = []
    for index in 0..<eigenvalues.count {
      guard eigenvalues[index] < 709 else { throw tooLarge(eigenvalues[index]) }
      powers.append(ElementaryFunctions.exponential(eigenvalues[index]))
    }
    return powers
  }

  /// An element of the exponential, by places within the component.
  func element(_ row: Int, _ column: Int) -> Double {
    let count = solver.count
    var sum = 0.0
    for index in 0..<count {
      let start = index * count
      sum += powers[index] * (solver.eigenvectors[start + row] * solver.eigenvectors[start + column])
    }
    return sum
  }

  private static func tooLarge(_ value: Double) -> AlgorithmError {
    .limitExceeded(
      what: "the largest eigenvalue", needed: "\(value) or more",
      limit: "709, beyond which its exponential is no "
        + "number; divide the strengths by a constant, or count ties instead")
  }
}

/// The components of an undirected graph, for measures that take its matrix apart.
struct MatrixComponents: Sendable {
  let partition: Partition
  let members: [[Int]]
  let places: [Int32]
  let step: MatrixProduct
  let weights: EdgeColumn?

  /// The components of a graph.
  ///
  /// - Throws: `.undefined` for a directed graph; `.missingColumn` when strengths were asked for and there are none;
  ///   `.unfitValue` for a strength that is not a finite number above 0; `.cancelled`.
  init(_ graph: CSRGraph, _ weight: TieWeight, _ context: RunContext) throws(AlgorithmError) {
    guard !graph.isDirected else {
      throw .undefined(
        reason: "closed walks are counted there and back, so this is not defined on a directed graph",
        advice: "project the network without directions, or use katz")
    }
    let strengths = try weight.strengths(of: graph)
    try graph.checkStrengths(strengths)
    step = MatrixProduct(graph.out, strengths)
    weights = strengths == nil ? nil : .strength
    partition = try WeakComponents().run(on: graph, in: context)
    members = partition.members()
    var places = [Int32](repeating: 0, count: graph.nodeCount)
    for component in members {
      for (place, node) in component.enumerated() { places[node] = Int32(truncatingIfNeeded: place) }
    }
    self.places = places
  }
}
