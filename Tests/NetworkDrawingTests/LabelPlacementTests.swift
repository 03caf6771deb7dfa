import Testing

@testable import NetworkDrawing

@Suite struct LabelPlacementTests {
  private let area = Box(minX: 0, minY: 0, maxX: 400, maxY: 300)

  private func item(_ from: Point, _ to: Point) -> LabelPlacement.Item {
    let line = Curve(from: from, to: to)
    return .init(
      size: Size(width: 60, height: 12), middle: line, spread: 2, own: (0...20).map { line.point(at: Double($0) / 20) })
  }

  @Test func labelOfAFreeLineStandsOnItsMiddle() throws {
    let places = LabelPlacement(
      items: [item(Point(x: 50, y: 150), Point(x: 350, y: 150))], shapes: [], arrows: [], area: area
    ).places()
    let place = try #require(places[0])
    #expect(place.box.center == Point(x: 200, y: 150))
    #expect(place.anchor == nil)
  }

  @Test func labelsOfCrossingLinesGiveWay() throws {
    let places = LabelPlacement(
      items: [
        item(Point(x: 50, y: 150), Point(x: 350, y: 150)), item(Point(x: 200, y: 20), Point(x: 200, y: 280)),
      ], shapes: [], arrows: [], area: area
    ).places()
    let first = try #require(places[0])
    let second = try #require(places[1])
    #expect(!first.box.overlaps(second.box))
  }

  @Test func labelLeavesALineThatIsTakenAndPointsToIt() throws {
    let wall = Box(minX: 40, minY: 120, maxX: 360, maxY: 180)
    let places = LabelPlacement(
      items: [item(Point(x: 50, y: 150), Point(x: 350, y: 150))], shapes: [wall], arrows: [], area: area
    ).places()
    let place = try #require(places[0])
    #expect(!place.box.overlaps(wall))
    #expect(place.anchor != nil)
  }

  @Test func noRoomMeansNoLabel() {
    let places = LabelPlacement(
      items: [item(Point(x: 50, y: 150), Point(x: 350, y: 150))], shapes: [area], arrows: [], area: area
    ).places()
    #expect(places == [nil])
  }

  @Test("However many lines cross, no label covers another or a shape, or leaves the page", arguments: 1..<10)
  func crowd(seed: Int) {
    var random = Generator(state: UInt64(seed))
    func point() -> Point {
      Point(x: Double.random(in: 20...380, using: &random), y: Double.random(in: 20...280, using: &random))
    }
    let shapes = (0..<8).map { _ in Box(center: point(), size: Size(width: 40, height: 20)) }
    let items = (0..<40).map { _ in item(point(), point()) }
    let places = LabelPlacement(items: items, shapes: shapes, arrows: [], area: area).places().compactMap(\.self)
    #expect(places.count > 5)
    for (place, label) in places.enumerated() {
      #expect(area.contains(label.box) && !shapes.contains { $0.overlaps(label.box) })
      #expect(!places.dropFirst(place + 1).contains { $0.box.overlaps(label.box) })
    }
  }
}
