import GraphAlgorithms
import GraphCore
import Testing

@Suite("ChangePoints")
struct ChangePointsTests {
  /// Levels 0, 3, 1, 1.5 with a pseudo-random noise of ±0.5, the same in every language.
  static func series(_ count: Int) -> [Double] {
    var state = 12345
    return (0..<count).map { i in
      state = (state * 1_103_515_245 + 12345) % 2_147_483_648
      let noise = Double((state >> 8) % 1000) / 1000 - 0.5
      return [0, 3, 1, 1.5][i * 4 / count] + noise
    }
  }

  /// The sum of the squared distances from the mean.
  private static func distance(_ values: ArraySlice<Double>) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  @Suite("Known values")
  struct Known {
    // ruptures 1.1.10 on the same series: Pelt(model="l2", min_size=…, jump=1).fit(x).predict(pen=…), and the cost of
    // the result by cost.sum_of_costs.
    @Test(
      "As ruptures' Pelt with cost l2",
      arguments: [
        (40, 1, 0.5, [10, 20, 30], 3.1025918), (40, 2, 0.5, [10, 20, 30], 3.1025918),
        (40, 1, 5, [10, 20], 5.019634999999999), (40, 1, 20, [10], 21.408371066666668),
        (120, 1, 0.5, [3, 30, 60, 75, 91], 9.619606166235632), (120, 2, 2, [30, 60, 91], 10.86548622228402),
        (120, 1, 20, [30, 60], 14.444942566666667),
      ])
    func mean(count: Int, minimum: Int, penalty: Double, positions: [Int], cost: Double) throws {
      let finder = ChangePoints(penalty: penalty, minimumLength: minimum, isStandardised: false)
      let found = try finder.run(on: ChangePointsTests.series(count))
      #expect(found.positions == positions)
      #expect(abs(found.cost - cost) < 1e-9)
    }

    // ruptures adds 1e-6 to each variance, which matters where two neighbours are nearly equal and penalties are small.
    @Test(
      "As ruptures' Pelt with cost normal",
      arguments: [(120, 30, [30, 60, 91]), (120, 40, [30, 60]), (40, 20, [10, 20]), (40, 15, [10, 20, 30])])
    func meanVariance(count: Int, penalty: Double, positions: [Int]) throws {
      let finder = ChangePoints(cost: .meanVariance, penalty: penalty, isStandardised: false)
      #expect(try finder.run(on: ChangePointsTests.series(count)).positions == positions)
    }

    @Test("One step is found where it is, whatever the unit")
    func step() throws {
      let step = [1.0, 1, 1, 1, 1, 5, 5, 5, 5, 5]
      #expect(try ChangePoints().run(on: step).positions == [5])
      #expect(try ChangePoints().run(on: step.map { $0 * 1e-200 }).positions == [5])
      #expect(try ChangePoints().run(on: step.map { $0 * 1e200 + 1e201 }).positions == [5])
      #expect(try ChangePoints().run(on: step).segments == [0..<5, 5..<10])
    }

    @Test("The penalty of the Bayesian information criterion is 2 ln n, or 3 ln n with the variance")
    func penalty() throws {
      #expect(ChangePoints().penalty(forCount: 1) == 0)
      #expect(abs(ChangePoints().penalty(forCount: 60) - 8.188689) < 1e-6)
      #expect(abs(ChangePoints(cost: .meanVariance).penalty(forCount: 60) - 12.283034) < 1e-6)
      #expect(ChangePoints(penalty: 4).penalty(forCount: 60) == 4)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("A larger penalty never finds more")
    func penalties() throws {
      let series = ChangePointsTests.series(80)
      let counts = try [0, 0.1, 0.5, 1, 2, 5, 10, 100, 1000].map {
        try ChangePoints(penalty: $0).run(on: series).positions.count
      }
      #expect(counts == counts.sorted(by: >))
      #expect((counts.first ?? 0) >= 70 && counts.last == 0)
    }

    @Test("The series turned round has the change points turned round", arguments: 0..<20)
    func reversal(seed: Int) throws {
      var random = SeededGenerator(seed: UInt64(seed))
      let series = (0..<40).map { Double($0 / 10) + random.nextUnit() }
      let forth = try ChangePoints(penalty: 3).run(on: series)
      let back = try ChangePoints(penalty: 3).run(on: Array(series.reversed()))
      #expect(back.positions.map { 40 - $0 }.reversed() == forth.positions)
    }

    @Test("Noise without a change has none")
    func noise() throws {
      var found = 0
      for seed in 0..<100 {
        var random = SeededGenerator(seed: UInt64(1000 + seed))
        let series = (0..<100).map { _ in random.nextUnit() + random.nextUnit() + random.nextUnit() }
        if try !ChangePoints().run(on: series).positions.isEmpty { found += 1 }
      }
      #expect(found <= 10, "\(found) of 100")
    }

    @Test("A constant series, one number and none have no change points", arguments: ChangePoints.Cost.allCases)
    func constant(cost: ChangePoints.Cost) throws {
      for series in [[Double](repeating: 0.1, count: 50), [3], []] {
        let found = try ChangePoints(cost: cost).run(on: series)
        #expect(found.positions.isEmpty && found.count == series.count)
      }
    }
  }

  @Suite("Against the slow checker")
  struct Slow {
    private static func cost(_ values: ArraySlice<Double>, _ cost: ChangePoints.Cost) -> Double {
      let distance = ChangePointsTests.distance(values)
      return cost == .mean ? distance : Double(values.count) * logarithm(distance / Double(values.count) + 1e-12)
    }

    /// ln by its series, so that the checker shares nothing with the kernel.
    private static func logarithm(_ value: Double) -> Double {
      let exponent = value.exponent
      let y = (value.significand - 1) / (value.significand + 1)
      var power = y
      var sum = 0.0
      for k in stride(from: 1, through: 61, by: 2) {
        sum += 2 * power / Double(k)
        power *= y * y
      }
      return sum + Double(exponent) * 0.693147180559945309417232
    }

    /// What each part of a series costs, by where it starts and where it ends.
    private static func costs(_ series: [Double], _ kind: ChangePoints.Cost) -> [[Double]] {
      series.indices.map { start in
        (0...series.count).map { end in end > start ? cost(series[start..<end], kind) : .infinity }
      }
    }

    /// The least total over all divisions, each looked at.
    private static func least(_ costs: [[Double]], _ penalty: Double, _ minimum: Int) -> Double {
      let count = costs.count
      var least = Double.infinity
      for mask in 0..<(1 << (count - 1)) {
        var start = 0
        var total = -penalty
        var end = 1
        while end <= count {
          if end == count || mask >> (end - 1) & 1 == 1 {
            total += end - start >= minimum ? costs[start][end] + penalty : .infinity
            start = end
          }
          end += 1
        }
        least = min(least, total)
      }
      return least
    }

    @Test("The least cost of all divisions", arguments: 0..<60)
    func bruteForce(seed: Int) throws {
      var random = SeededGenerator(seed: UInt64(seed))
      let count = 4 + random.nextIndex(below: 9)
      var level = 0.0
      let series = (0..<count).map { _ in
        if random.nextIndex(below: 4) == 0 { level = Double(random.nextIndex(below: 5)) }
        return level + (seed % 2 == 0 ? random.nextUnit() : Double(random.nextIndex(below: 2)) / 4)
      }
      for kind in ChangePoints.Cost.allCases {
        let costs = Self.costs(series, kind)
        for minimum in kind == .mean ? [1, 2, 3] : [2, 3] where count >= 2 * minimum {
          for penalty in [0.05, 0.4, 2, 8.0] {
            let finder = ChangePoints(cost: kind, penalty: penalty, minimumLength: minimum, isStandardised: false)
            let found = try finder.run(on: series)
            let least = Self.least(costs, penalty, minimum)
            let total = found.cost + penalty * Double(found.positions.count)
            #expect(abs(total - least) < 1e-9 * max(1, abs(least)), "\(series) \(kind) \(minimum) \(penalty)")
            #expect(found.segments.allSatisfy { $0.count >= minimum })
          }
        }
      }
    }
  }

  @Suite("Long runs of equal numbers")
  struct Runs {
    /// The least total by looking at every end and every start before it.
    private static func least(_ costs: [[Double]], _ penalty: Double, _ minimum: Int) -> Double {
      var least = [Double](repeating: .infinity, count: costs.count + 1)
      least[0] = -penalty
      for end in stride(from: minimum, through: costs.count, by: 1) {
        for start in 0...(end - minimum) where least[start] < .infinity {
          least[end] = min(least[end], least[start] + costs[start][end] + penalty)
        }
      }
      return least[costs.count]
    }

    @Test("Passing over places far inside of runs costs nothing, whatever the least length", arguments: 0..<60)
    func passedOver(seed: Int) throws {
      var random = SeededGenerator(seed: UInt64(seed))
      var series: [Double] = []
      while series.count < 50 {
        let level = [0, 0.5, 1, 2, 5][random.nextIndex(below: 5)]
        series += [Double](repeating: level, count: [1, 1, 2, 3, 8, 20][random.nextIndex(below: 6)])
      }
      let costs = series.indices.map { start in
        (0...series.count).map { $0 > start ? ChangePointsTests.distance(series[start..<$0]) : .infinity }
      }
      for minimum in 1...5 {
        for penalty in [0.01, 0.5, 2, 5] {
          let finder = ChangePoints(penalty: penalty, minimumLength: minimum, isStandardised: false)
          let found = try finder.run(on: series)
          let total = found.cost + penalty * Double(found.positions.count)
          #expect(abs(total - Self.least(costs, penalty, minimum)) < 1e-9, "\(series) \(minimum) \(penalty)")
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Numbers that are not finite, a negative penalty, no least length, an interrupt")
    func refused() throws {
      #expect(throws: AlgorithmError.self) { try ChangePoints().run(on: [1, .nan]) }
      #expect(throws: AlgorithmError.self) { try ChangePoints().run(on: [1, .infinity]) }
      #expect(throws: AlgorithmError.self) { try ChangePoints(penalty: -1).run(on: [1, 2]) }
      #expect(throws: AlgorithmError.self) { try ChangePoints(penalty: .nan).run(on: [1, 2]) }
      #expect(throws: AlgorithmError.self) { try ChangePoints(minimumLength: 0).run(on: [1, 2]) }
      let context = RunContext()
      context.cancellation.cancel()
      #expect(throws: AlgorithmError.cancelled) {
        try ChangePoints().run(on: ChangePointsTests.series(400), in: context)
      }
    }
  }
}
