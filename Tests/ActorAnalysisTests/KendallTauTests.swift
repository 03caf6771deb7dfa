import ActorAnalysis
import GraphCore
import Testing

@Suite("KendallTau")
struct KendallTauTests {
  // scipy 1.17.1: kendalltau(x, y).statistic
  @Test(
    "Known values",
    arguments: [
      ([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], 1), ([1, 2, 3, 4, 5], [5, 4, 3, 2, 1], -1),
      ([12, 2, 1, 12, 2], [1, 4, 7, 1, 0], -0.4714045207910316),
      ([1, 2, 2, 4, 5, 6], [2, 1, 1, 3, 6, 6], 0.667124384994991), ([1, 1, 2, 2], [1, 2, 1, 2], 0),
      ([3, 1, 4, 1, 5, 9, 2, 6, 5, 3], [2, 7, 1, 8, 2, 8, 1, 8, 2, 8], 0.13041013273932525),
    ] as [([Double], [Double], Double)])
  func known(x: [Double], y: [Double], expected: Double) throws {
    #expect(abs(try #require(KendallTau().run(x, y)) - expected) < 1e-15)
  }

  @Test("Counting by merging agrees with looking at every pair")
  func slow() {
    var random = SeededGenerator(seed: 7)
    for count in 2...40 {
      for distinct in [2, 5, 100] {
        let x = (0..<count).map { _ in Double(random.nextIndex(below: distinct)) }
        let y = (0..<count).map { _ in Double(random.nextIndex(below: distinct)) - 3 }
        let fast = KendallTau().run(x, y)
        let slow = byPairs(x, y)
        #expect((fast == nil) == (slow == nil))
        if let fast, let slow {
          #expect(abs(fast - slow) < 1e-12, "\(x) \(y)")
          #expect(abs(fast) <= 1 + 1e-12)
        }
      }
    }
  }

  private func byPairs(_ x: [Double], _ y: [Double]) -> Double? {
    var difference = 0.0
    var untiedX = 0.0
    var untiedY = 0.0
    for i in x.indices {
      for j in x.indices where j < i {
        if x[i] != x[j] { untiedX += 1 }
        if y[i] != y[j] { untiedY += 1 }
        let product = (x[i] - x[j]) * (y[i] - y[j])
        difference += product > 0 ? 1 : product < 0 ? -1 : 0
      }
    }
    return untiedX * untiedY > 0 ? difference / (untiedX * untiedY).squareRoot() : nil
  }

  @Test("It is the same both ways, and turns its sign when one ranking is reversed")
  func symmetry() throws {
    let x: [Double] = [3, 1, 4, 1, 5, 9, 2, 6]
    let y: [Double] = [2, 7, 1, 8, 2, 8, 1, 8]
    let tau = try #require(KendallTau().run(x, y))
    #expect(KendallTau().run(y, x) == tau)
    #expect(abs(try #require(KendallTau().run(x.map { -$0 }, y)) + tau) < 1e-15)
    #expect(abs(try #require(KendallTau().run(x.map { $0 * 3 + 1 }, y)) - tau) < 1e-15)
  }

  @Test("It is not defined when one ranking ties everybody, or for fewer than two")
  func undefined() {
    #expect(KendallTau().run([], []) == nil)
    #expect(KendallTau().run([1], [1]) == nil)
    #expect(KendallTau().run([1, 1, 1], [1, 2, 3]) == nil)
    #expect(KendallTau().run([1, 2, 3], [1, 1, 1]) == nil)
  }
}
