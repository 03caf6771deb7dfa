import GraphCore

/// Divides a series of numbers at the points where it changes, with the least cost of all divisions.
///
///     least over all divisions of  Σ cost(segment) + β × number of change points
///     mean           cost = Σ (x − mean of the segment)²
///     mean-variance  cost = n ln(Σ (x − mean of the segment)² / n)
///
/// **Reading.** The first dates at which a score settled at another level. A change point says that the numbers differ
/// before and after, not why; look at what happened then.
///
/// **Graph.** None: numbers in the order of time, such as the scores of one actor at many dates.
///
/// **Weights.** None; every number counts the same.
///
/// **Scale.** The series is first divided by its own standard deviation, so that `penalty` means the same for every
/// measure; `isStandardised` turns this off.
///
/// **Penalty.** β; by default that of the Bayesian information criterion, p ln n for n numbers, with p = 2 for `mean`
/// (a mean and a place) and 3 for `mean-variance`. A larger one finds fewer change points.
///
/// **Range.** Positions from 1 to n − 1: each is the first of its segment. None for a constant series.
///
/// **Precision.** The least cost, not an approximation: pruning leaves out only what cannot be part of it.
///
/// **Repeatability.** Of divisions of equal cost always the same one.
///
/// ```swift
/// try ChangePoints().run(on: [1, 1, 1, 1, 1, 5, 5, 5, 5, 5]).positions     // [5]
/// ```
///
/// - Complexity: O(n) time where change points come at a steady rate, O(n²) at worst, with n the number of runs of equal
///   numbers where changes of level are looked for; O(n) memory.
/// - Source: R. Killick, P. Fearnhead, I. A. Eckley, J. American Statistical Association 107 (2012) 1590–1598,
///   doi:10.1080/01621459.2012.737745.
/// - SeeAlso: ``Burstiness``
public struct ChangePoints: DescribedAlgorithm {
  /// What a segment costs.
  public enum Cost: String, CaseIterable, Codable, Sendable {
    /// Squared distances from the segment's mean: changes of level.
    case mean
    /// Normal likelihood with the segment's own mean and variance: changes of level or of restlessness.
    case meanVariance = "mean-variance"
  }

  /// What a segment costs.
  package var cost: Cost
  /// What a change point costs; that of the Bayesian information criterion when `nil`.
  package var penalty: Double?
  /// How many numbers a segment has at least.
  package var minimumLength: Int
  /// Whether the series is divided by its standard deviation first.
  package var isStandardised: Bool

  /// Changes of level, with the penalty of the Bayesian information criterion.
  ///
  /// - Parameters:
  ///   - cost: What a segment costs.
  ///   - penalty: What a change point costs; that of the Bayesian information criterion when `nil`.
  ///   - minimumLength: How many numbers a segment has at least.
  ///   - isStandardised: Whether the series is divided by its standard deviation first.
  public init(cost: Cost = .mean, penalty: Double? = nil, minimumLength: Int = 1, isStandardised: Bool = true) {
    self.cost = cost
    self.penalty = penalty
    self.minimumLength = minimumLength
    self.isStandardised = isStandardised
  }

  /// What the method is.
  package static let summary = AlgorithmSummary(
    id: "change-points", title: "Change points of a series (PELT)", family: .time,
    meaning: "When a series of scores settled at another level.",
    formula: "least of sum of cost(segment) + b x number of change points", signs: .ignored,
    complexity: "O(n) time at a steady rate of changes, O(n^2) at worst; O(n) memory",
    source: "R. Killick, P. Fearnhead, I. A. Eckley, J. American Statistical Association 107 (2012) 1590-1598, "
      + "doi:10.1080/01621459.2012.737745")

  /// The options by name.
  package static let parameters: [Parameter<ChangePoints>] = [
    .choice("cost", \.cost, "What a segment costs: mean, or mean-variance."),
    .integer("minimum", \.minimumLength, in: 1...1_000_000, "How many numbers a segment has at least."),
    .flag("standardised", \.isStandardised, "Divide the series by its standard deviation first."),
  ]

  /// How many numbers a series must have to be divided at all: two segments.
  package var leastCount: Int { 2 * shortest }

  private var shortest: Int { cost == .meanVariance ? max(2, minimumLength) : minimumLength }

  /// What a change point costs in a series of so many numbers.
  package func penalty(forCount count: Int) -> Double {
    penalty ?? (cost == .mean ? 2 : 3) * ElementaryFunctions.logarithm(Double(max(count, 1)))
  }

  /// Divides a series.
  ///
  /// - Throws: `.invalidParameter` for a number that is not finite, a penalty below 0, or a least length below 1;
  ///   `.cancelled`.
  public func run(on series: [Double], in context: RunContext = RunContext()) throws(AlgorithmError) -> Segmentation {
    try check(series)
    let penalty = penalty(forCount: series.count)
    let sums = SegmentCosts(prepared(series), cost: cost)
    guard sums.isVaried, series.count >= leastCount else {
      return Segmentation(positions: [], cost: sums.cost(0, series.count), penalty: penalty, count: series.count)
    }
    var least = [Double](repeating: .infinity, count: series.count + 1)
    var previous = [Int](repeating: 0, count: series.count + 1)
    least[0] = -penalty
    // Where a segment that ends later may begin, with the last end for which the beginning is still of use.
    var candidates: [Candidate] = []
    let ends = ends(of: series)
    let starts = [0] + ends
    var next = 0
    for (count, end) in ends.enumerated() {
      if count & 255 == 0 { try context.checkCancellation() }
      while next < starts.count, starts[next] <= end - shortest {
        candidates.append(Candidate(start: starts[next]))
        next += 1
      }
      for candidate in candidates {
        let total = least[candidate.start] + sums.cost(candidate.start, end) + penalty
        if total < least[end] {
          least[end] = total
          previous[end] = candidate.start
        }
      }
      // A beginning that is worse than a change point here is of no more use once a segment can begin here.
      for i in candidates.indices
      where candidates[i].lastEnd == .max
        && least[candidates[i].start] + sums.cost(candidates[i].start, end) > least[end]
      {
        candidates[i].lastEnd = end + shortest - 1
      }
      candidates.removeAll { $0.lastEnd <= end }
    }
    return segmentation(previous, sums, penalty)
  }

  /// Where segments may end: anywhere, but for changes of level only near an end of a run of equal numbers.
  ///
  /// The cost is a concave function of the place in the run, and so least where the place cannot move on: at an end of
  /// the run, or at the least length from the next change point. Change points that hold each other so move together
  /// until one of them comes to an end of a run; and of two segments inside of one run one can be spared, so that each
  /// is at most two least lengths from an end of a run.
  private func ends(of series: [Double]) -> [Int] {
    guard cost == .mean else { return Array(shortest...series.count) }
    let runs = (1..<series.count).filter { series[$0] != series[$0 - 1] } + [series.count]
    guard shortest > 1 else { return runs }
    let reach = 2 * shortest
    var ends: [Int] = []
    for run in [0] + runs {
      let first = max(shortest, run - reach, (ends.last ?? 0) + 1)
      let last = min(series.count, run + reach)
      if first <= last { ends += first...last }
    }
    return ends
  }

  private struct Candidate {
    let start: Int
    var lastEnd = Int.max
  }

  private func segmentation(_ previous: [Int], _ sums: SegmentCosts, _ penalty: Double) -> Segmentation {
    var positions: [Int] = []
    var end = previous.count - 1
    var cost = 0.0
    while end > 0 {
      cost += sums.cost(previous[end], end)
      end = previous[end]
      if end > 0 { positions.append(end) }
    }
    return Segmentation(positions: positions.reversed(), cost: cost, penalty: penalty, count: previous.count - 1)
  }

  private func check(_ series: [Double]) throws(AlgorithmError) {
    if let value = series.first(where: { !$0.isFinite }) {
      throw .invalidParameter(name: "series", value: "\(value)", needed: "finite numbers")
    }
    if let penalty, !(penalty >= 0) {
      throw .invalidParameter(name: "penalty", value: "\(penalty)", needed: "a number from 0")
    }
    guard minimumLength >= 1 else {
      throw .invalidParameter(name: "minimum", value: "\(minimumLength)", needed: "a whole number from 1")
    }
  }

  /// The series about its mean, and in units of its standard deviation when asked for.
  private func prepared(_ series: [Double]) -> [Double] {
    guard let first = series.first else { return [] }
    if series.allSatisfy({ $0 == first }) { return series.map { _ in 0 } }
    // Divided by the largest first, so that squares neither overflow nor vanish.
    let size = series.map(abs).max() ?? 1
    let scaled = series.map { $0 / size }
    let mean = scaled.reduce(0, +) / Double(scaled.count)
    let centred = scaled.map { $0 - mean }
    guard isStandardised else { return centred.map { $0 * size } }
    let deviation = (centred.reduce(0) { $0 + $1 * $1 } / Double(centred.count)).squareRoot()
    return deviation > 0 ? centred.map { $0 / deviation } : series.map { _ in 0 }
  }
}

/// A series divided into segments.
public struct Segmentation: Sendable, Hashable {
  /// The first position of each segment but the first, in order.
  public let positions: [Int]
  /// The sum of the segments' costs, without penalties.
  public let cost: Double
  /// What a change point cost.
  package let penalty: Double
  /// How many numbers the series has.
  package let count: Int

  package init(positions: [Int], cost: Double, penalty: Double, count: Int) {
    self.positions = positions
    self.cost = cost
    self.penalty = penalty
    self.count = count
  }

  /// The positions of each segment.
  public var segments: [Range<Int>] {
    zip([0] + positions, positions + [count]).map { $0..<$1 }
  }
}

/// Costs of segments from running sums.
private struct SegmentCosts {
  private var sums: [Double] = [0]
  private var squares: [Double] = [0]
  /// For each number the first of the equal ones in a row that end with it.
  private var runStarts: [Int] = []
  private let cost: ChangePoints.Cost
  /// Whether the numbers differ.
  let isVaried: Bool

  init(_ values: [Double], cost: ChangePoints.Cost) {
    self.cost = cost
    isVaried = values.contains { $0 != values[0] }
    sums.reserveCapacity(values.count + 1)
    squares.reserveCapacity(values.count + 1)
    for (i, value) in values.enumerated() {
      runStarts.append(i > 0 && values[i - 1] == value ? runStarts[i - 1] : i)
      sums.append(sums[sums.count - 1] + value)
      squares.append(squares[squares.count - 1] + value * value)
    }
  }

  func cost(_ start: Int, _ end: Int) -> Double {
    let count = Double(end - start)
    guard count > 0 else { return 0 }
    let sum = sums[end] - sums[start]
    // Equal numbers are no distance apart; the difference of running sums would leave a trace of rounding.
    let distance = runStarts[end - 1] <= start ? 0 : max(0, squares[end] - squares[start] - sum * sum / count)
    switch cost {
    case .mean: return distance
    // A segment of equal numbers has no likelihood; every segment is taken to vary by a little more than it does.
    case .meanVariance: return count * ElementaryFunctions.logarithm(distance / count + 1e-12)
    }
  }
}
