import GraphCore

/// A dense symmetric matrix, for its eigenvalues.
struct SymmetricMatrix: ~Copyable {
  private let count: Int
  private let values: Buffer<Double>

  /// A matrix of zeros.
  init(count: Int) {
    self.count = count
    values = Buffer(repeating: 0, count: count * count)
  }

  /// An element; writers keep the matrix symmetric.
  subscript(row: Int, column: Int) -> Double {
    get { values[row * count + column] }
    nonmutating set { values[row * count + column] = newValue }
  }

  /// All eigenvalues, in ascending order. Uses the matrix up.
  ///
  /// - Complexity: O(n³).
  consuming func eigenvalues(_ context: RunContext) throws(AlgorithmError) -> [Double] {
    try reduceToThreeDiagonals(context)
    let diagonal = (0..<count).map { values[$0 * count + $0] }
    let squares = (0..<max(count - 1, 0)).map { row in
      let value = values[(row + 1) * count + row]
      return value * value
    }
    let bands = ThreeDiagonals(diagonal: diagonal, squares: squares)
    return try context.orderedMap(over: count, makeWorker: {}) { (_: Void, ranks) throws(AlgorithmError) in
      try context.checkCancellation()
      return ranks.map { bands.eigenvalue(rank: $0) }
    }.flatMap { $0 }
  }

  /// Householder's reflections: clears each column below the second diagonal, and the row with it.
  private func reduceToThreeDiagonals(_ context: RunContext) throws(AlgorithmError) {
    let mirror = Buffer<Double>(repeating: 0, count: count)
    let image = Buffer<Double>(repeating: 0, count: count)
    for column in 0..<max(count - 2, 0) {
      try context.checkCancellation()
      let first = column + 1
      var square = 0.0
      for row in first..<count {
        mirror[row] = values[row * count + column]
        square += mirror[row] * mirror[row]
      }
      let below = square - mirror[first] * mirror[first]
      guard below > 0 else { continue }
      let length = mirror[first] > 0 ? -square.squareRoot() : square.squareRoot()
      let scale = square - mirror[first] * length
      mirror[first] -= length
      reflect(mirror, image, from: first, scale)
      values[first * count + column] = length
      for row in (first + 1)..<count { values[row * count + column] = 0 }
    }
  }

  /// A − v wᵀ − w vᵀ on the rows and columns from `first` on, with w made so that the reflection acts on both sides.
  private func reflect(
    _ mirror: borrowing Buffer<Double>, _ image: borrowing Buffer<Double>, from first: Int, _ scale: Double
  ) {
    var product = 0.0
    for row in first..<count {
      var sum = 0.0
      for column in first..<count { sum += values[row * count + column] * mirror[column] }
      image[row] = sum / scale
      product += image[row] * mirror[row]
    }
    let half = product / (2 * scale)
    for row in first..<count { image[row] -= half * mirror[row] }
    for row in first..<count {
      for column in first..<count {
        values[row * count + column] -= mirror[row] * image[column] + image[row] * mirror[column]
      }
    }
  }
}

/// A symmetric matrix with values on the diagonal and beside it only.
private struct ThreeDiagonals: Sendable {
  private let diagonal: [Double]
  /// Squares of the values beside the diagonal.
  private let squares: [Double]
  private let low: Double
  private let high: Double

  init(diagonal: [Double], squares: [Double]) {
    self.diagonal = diagonal
    self.squares = squares
    var low = Double.infinity
    var high = -Double.infinity
    for row in diagonal.indices {
      let before = row > 0 ? squares[row - 1].squareRoot() : 0
      let after = row < squares.count ? squares[row].squareRoot() : 0
      low = min(low, diagonal[row] - before - after)
      high = max(high, diagonal[row] + before + after)
    }
    self.low = low
    self.high = high
  }

  /// The eigenvalue that has `rank` smaller ones, by halving the range in which all of them lie.
  func eigenvalue(rank: Int) -> Double {
    let width = 0x1p-55 * max(abs(low), abs(high))
    var low = low
    var high = high
    var middle = low + (high - low) / 2
    while high - low > width && middle > low && middle < high {
      if countBelow(middle) > rank { high = middle } else { low = middle }
      middle = low + (high - low) / 2
    }
    return middle
  }

  /// How many eigenvalues are below a number: the negative pivots of the matrix less that number (Sturm).
  private func countBelow(_ number: Double) -> Int {
    var count = 0
    var pivot = 1.0
    let smallest = 1e-300
    for row in diagonal.indices {
      pivot = diagonal[row] - number - (row > 0 ? squares[row - 1] / pivot : 0)
      if abs(pivot) < smallest { pivot = -smallest }
      if pivot < 0 { count &+= 1 }
    }
    return count
  }
}
