import ActorModel
import Testing

@testable import NetworkDrawing

@Suite("Spacing")
struct SpacingTests {
  /// So many actors in a ring of ties, with shapes of one size.
  private func spacing(_ count: Int, in area: Box) throws -> Spacing {
    let network = content((0..<count).map { "Actor \($0)" }, (0..<count).map { ($0, ($0 + 1) % count) })
    let inside = try drawingOf(network).content()
    return Spacing(
      content: inside, sizes: Array(repeating: Size(width: 50, height: 20), count: count),
      labelSizes: inside.pairs.map { _ in Size(width: 20, height: 8) }, area: area)
  }

  private func boxes(_ spacing: Spacing, _ points: [Point]) -> [Box] {
    zip(points, spacing.sizes).map { Box(center: $0, size: $1) }
  }

  @Test("No two shapes overlap, and all are on the page, however they began", arguments: 1..<12)
  func settled(seed: Int) throws {
    var random = Generator(state: UInt64(seed))
    var spacing = try spacing(12, in: Box(minX: 0, minY: 0, maxX: 700, maxY: 400))
    let start = (0..<12).map { _ in
      Point(x: Double.random(in: 0...200, using: &random), y: Double.random(in: 0...50, using: &random))
    }
    let result = spacing.settle(start)
    let boxes = boxes(spacing, result.points)
    for (place, box) in boxes.enumerated() {
      #expect(result.area.inset(by: -0.01).contains(box))
      for other in boxes.dropFirst(place + 1) { #expect(!box.overlaps(other)) }
    }
  }

  @Test("Where there is no room the page grows, and shapes stand apart all the same")
  func grows() throws {
    let area = Box(minX: 0, minY: 0, maxX: 120, maxY: 60)
    var spacing = try spacing(20, in: area)
    let result = spacing.separate(Array(repeating: area.center, count: 20))
    #expect(result.area.width > area.width && result.area.minX == 0)
    let boxes = boxes(spacing, result.points)
    for (place, box) in boxes.enumerated() {
      for other in boxes.dropFirst(place + 1) { #expect(!box.overlaps(other)) }
    }
  }

  @Test("Shapes that stand apart stay where they are")
  func stays() throws {
    var spacing = try spacing(4, in: Box(minX: 0, minY: 0, maxX: 800, maxY: 600))
    let start = [
      Point(x: 100, y: 100), Point(x: 500, y: 100), Point(x: 500, y: 400), Point(x: 100, y: 400),
    ]
    #expect(spacing.separate(start).points == start)
  }
}
