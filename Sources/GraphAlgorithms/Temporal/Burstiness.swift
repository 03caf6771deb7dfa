import GraphCore

/// Measures whether events come in bursts, at random, or by the clock.
///
/// With mean μ and standard deviation σ of the gaps between one event and the next, r = σ/μ, and *m* gaps:
///
///     plain        B = (r − 1) / (r + 1)
///     finite-size  B = (√(m+1) r − √(m−1)) / ((√(m+1) − 2) r + √(m−1))
///
/// **Reading.** −1: by the clock. 0: at random. Towards 1: long silences and sudden bursts. The detail `memory` says
/// whether long gaps follow long ones. A burst in the record may be one in the reporting.
///
/// **Graph.** None: events at moments, as those on which the ties of one actor began.
///
/// **Weights.** None; every event counts the same.
///
/// **Events.** Moments in any order; several at one moment have gaps of 0 between them.
///
/// **Range.** `finite-size`, the default, from −1 to 1 whatever the number of events; `plain` cannot reach 1 with few.
///
/// **Precision.** σ is that of all gaps there are, not an estimate for more.
///
/// **Repeatability.** The same bits whatever the order of the events.
///
/// **Other programs.** Kim and Jo close the sequence to a ring, which has as many gaps as events; here only the gaps
/// between the first and the last event count, and m is their number.
///
/// ```swift
/// try Burstiness().run(on: [0, 10, 20, 30]).burstiness     // −1
/// ```
///
/// - Complexity: O(n log n) time, O(n) memory.
/// - Source: K.-I. Goh, A.-L. Barabási, Europhysics Letters 81 (2008) 48002, doi:10.1209/0295-5075/81/48002; E.-K. Kim,
///   H.-H. Jo, Physical Review E 94 (2016) 032311, doi:10.1103/PhysRevE.94.032311.
/// - SeeAlso: ``ChangePoints``, ``TemporalReachability``
public struct Burstiness: DescribedAlgorithm {
  /// Whether the number of events is allowed for.
  public enum Correction: String, CaseIterable, Codable, Sendable {
    /// Allowed for, so that sequences of different length can be compared.
    case finiteSize = "finite-size"
    /// Not allowed for.
    case plain
  }

  /// Whether the number of events is allowed for.
  package var correction: Correction

  /// Burstiness, allowing for the number of events.
  ///
  /// - Parameter correction: Whether the number of events is allowed for.
  public init(correction: Correction = .finiteSize) { self.correction = correction }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "burstiness", title: "Burstiness", family: .time,
    meaning: "Whether events come in bursts, at random, or by the clock.",
    formula: "B = (s - m) / (s + m) with mean m and standard deviation s of the gaps", signs: .ignored,
    complexity: "O(n log n) time, O(n) memory",
    source: "K.-I. Goh, A.-L. Barabasi, Europhysics Letters 81 (2008) 48002, doi:10.1209/0295-5075/81/48002")

  /// The options by name.
  package static let parameters: [Parameter<Burstiness>] = [
    .choice("correction", \.correction, "Allow for the number of events (finite-size) or not (plain).")
  ]

  /// Runs on the moments of events.
  ///
  /// - Returns: Burstiness, memory and the gaps they come from.
  /// - Throws: `.undefined` for fewer than three events, and for events all at one moment; `.invalidParameter` for a
  ///   moment outside of `TimedGraph.moments`; `.cancelled`.
  public func run(on times: [Int], in context: RunContext = RunContext()) throws(AlgorithmError) -> GapSummary {
    try context.checkCancellation()
    if let moment = times.first(where: { !TimedGraph.moments.contains($0) }) {
      throw .invalidParameter(name: "time", value: "\(moment)", needed: "a moment from -2^53 to 2^53")
    }
    guard times.count >= 3 else {
      throw .undefined(
        reason: "fewer than three events have no pattern", advice: "take a longer time or a larger group")
    }
    let sorted = times.sorted()
    let gaps = zip(sorted.dropFirst(), sorted).map { Double($0 - $1) }
    let mean = gaps.reduce(0, +) / Double(gaps.count)
    guard mean > 0 else {
      throw .undefined(reason: "all events are at one moment", advice: "measure time in finer units")
    }
    let deviation = (gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gaps.count)).squareRoot()
    return GapSummary(
      burstiness: value(ratio: deviation / mean, gapCount: Double(gaps.count)), memory: Self.memory(of: gaps),
      eventCount: times.count, meanGap: mean, gapDeviation: deviation)
  }

  private func value(ratio: Double, gapCount: Double) -> Double {
    switch correction {
    case .plain: return (ratio - 1) / (ratio + 1)
    case .finiteSize:
      let more = (gapCount + 1).squareRoot()
      let less = (gapCount - 1).squareRoot()
      return max(-1, min(1, (more * ratio - less) / ((more - 2) * ratio + less)))
    }
  }

  /// The correlation of each gap with the next; `nil` where gaps do not differ.
  private static func memory(of gaps: [Double]) -> Double? {
    let count = Double(gaps.count - 1)
    let first = gaps.dropLast().reduce(0, +) / count
    let second = gaps.dropFirst().reduce(0, +) / count
    var product = 0.0
    var firstSquares = 0.0
    var secondSquares = 0.0
    for (a, b) in zip(gaps, gaps.dropFirst()) {
      product += (a - first) * (b - second)
      firstSquares += (a - first) * (a - first)
      secondSquares += (b - second) * (b - second)
    }
    guard gaps.count > 2, firstSquares > 0, secondSquares > 0 else { return nil }
    return product / (firstSquares * secondSquares).squareRoot()
  }
}

/// How events follow one another.
public struct GapSummary: Sendable, Hashable {
  /// From −1, by the clock, over 0, at random, to 1, in bursts.
  public let burstiness: Double
  /// Whether long gaps follow long ones, from −1 to 1; `nil` where gaps do not differ or are fewer than three.
  public let memory: Double?
  /// How many events there are.
  public let eventCount: Int
  /// The mean gap.
  public let meanGap: Double
  /// The standard deviation of the gaps.
  public let gapDeviation: Double

  /// A summary of gaps.
  package init(burstiness: Double, memory: Double?, eventCount: Int, meanGap: Double, gapDeviation: Double) {
    self.burstiness = burstiness
    self.memory = memory
    self.eventCount = eventCount
    self.meanGap = meanGap
    self.gapDeviation = gapDeviation
  }
}
