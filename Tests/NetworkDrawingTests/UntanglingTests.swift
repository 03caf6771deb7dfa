import Testing

@testable import NetworkDrawing

@Suite("Untangling")
struct UntanglingTests {
  private func lines(_ pairs: [(Int, Int)]) -> [Untangling.Line] {
    pairs.map { Untangling.Line(first: $0.0, second: $0.1, weight: 1) }
  }

  @Test("A ring whose corners stand in the wrong order is laid out without a crossing")
  func ring() {
    let square = [Point(x: 0, y: 0), Point(x: 100, y: 0), Point(x: 100, y: 100), Point(x: 0, y: 100)]
    let untangling = Untangling(lines: lines([(0, 1), (1, 2), (2, 3), (3, 0)]), reaches: [5, 5, 5, 5])
    let crossed = [square[0], square[2], square[1], square[3]]
    let better = untangling.improved(crossed, among: [0, 1, 2, 3], rounds: 3)
    #expect(untangling.cost(better) < untangling.cost(crossed))
    // Four sides of a square, of mean length 1 each.
    #expect(abs(untangling.cost(better) - 4) < 1e-9)
  }

  @Test("The places stay the same, only who takes them changes, and no layout gets worse", arguments: 1..<20)
  func neverWorse(seed: Int) {
    var random = Generator(state: UInt64(seed))
    let points = (0..<9).map { _ in
      Point(x: Double.random(in: 0...300, using: &random), y: Double.random(in: 0...200, using: &random))
    }
    let pairs = (0..<9).map { ($0, ($0 + 1 + Int.random(in: 0..<7, using: &random)) % 9) }.filter { $0.0 != $0.1 }
    // Without shapes in the way what the swaps are judged by is what the layout costs.
    let untangling = Untangling(lines: lines(pairs), reaches: Array(repeating: 0, count: 9))
    let better = untangling.improved(points, among: Array(0..<9), rounds: 3)
    #expect(Set(better) == Set(points))
    #expect(untangling.cost(better) <= untangling.cost(points) + 1e-9)
  }

  @Test("Actors that are not named keep their places")
  func others() {
    let points = [Point(x: 0, y: 0), Point(x: 100, y: 100), Point(x: 100, y: 0), Point(x: 0, y: 100)]
    let untangling = Untangling(lines: lines([(0, 1), (1, 2), (2, 3), (3, 0)]), reaches: [5, 5, 5, 5])
    let better = untangling.improved(points, among: [0], rounds: 3)
    #expect(better == points)
  }
}
