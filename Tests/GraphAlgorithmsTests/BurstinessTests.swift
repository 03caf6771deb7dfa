import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Burstiness")
struct BurstinessTests {
  // numpy 2.4.6: t = [0, 1, 2, 4, 20, 21, 22, 50, 51]; g = diff(t); r = g.std() / g.mean(); m = 8;
  // (r - 1) / (r + 1); (sqrt(m + 1) r - sqrt(m - 1)) / ((sqrt(m + 1) - 2) r + sqrt(m - 1)); corrcoef(g[:-1], g[1:]).
  @Test("A sequence with bursts")
  func known() throws {
    let times = [51, 0, 1, 2, 50, 4, 20, 21, 22]
    let found = try Burstiness().run(on: times)
    #expect(abs(found.burstiness - 0.4424095475591504) < 1e-14)
    #expect(abs((found.memory ?? 0) + 0.36062861869313484) < 1e-14)
    #expect(found.meanGap == 6.375)
    #expect(found.eventCount == 9)
    #expect(abs(try Burstiness(correction: .plain).run(on: times).burstiness - 0.19747358531338843) < 1e-14)
  }

  @Test("By the clock −1; all but one at one moment 1")
  func extremes() throws {
    #expect(try Burstiness().run(on: [0, 10, 20, 30]).burstiness == -1)
    #expect(try Burstiness().run(on: [0, 10, 20, 30]).memory == nil)
    for count in [3, 4, 10, 100] {
      let found = try Burstiness().run(on: [Int](repeating: 0, count: count - 1) + [1000])
      #expect(abs(found.burstiness - 1) < 1e-12)
    }
  }

  @Test("Moments thrown at random come out near 0")
  func random() throws {
    var generator = SeededGenerator(seed: 4)
    let times = (0..<4000).map { _ in generator.nextIndex(below: 1_000_000_000) }
    #expect(abs(try Burstiness().run(on: times).burstiness) < 0.03)
    #expect(abs(try Burstiness().run(on: times).memory ?? 1) < 0.05)
  }

  @Test("Order, shift and unit make no difference")
  func changes() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      var times = (0..<12).map { _ in generator.nextIndex(below: 100) }
      for correction in Burstiness.Correction.allCases {
        let measure = Burstiness(correction: correction)
        let found = try measure.run(on: times)
        #expect(found.burstiness >= -1 && found.burstiness <= 1)
        #expect(try measure.run(on: times.map { $0 - 77 }) == found)
        #expect(abs(try measure.run(on: times.map { $0 * 60 }).burstiness - found.burstiness) < 1e-14)
        generator.shuffle(&times)
        #expect(try measure.run(on: times) == found)
      }
    }
  }

  @Test("Refusals")
  func refusals() {
    for times in [[], [1], [1, 2], [5, 5, 5], [0, 1, .max]] {
      #expect(throws: AlgorithmError.self) { try Burstiness().run(on: times) }
    }
    #expect(throws: AlgorithmError.cancelled) { try Burstiness().run(on: [1, 2, 5], in: .cancelled) }
    expectTexts(Burstiness.summary, Burstiness.parameters.map(\.name), ["correction"])
  }
}
