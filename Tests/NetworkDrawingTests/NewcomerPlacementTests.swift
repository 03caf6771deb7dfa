import ActorModel
import Testing

@testable import NetworkDrawing

@Suite("NewcomerPlacement")
struct NewcomerPlacementTests {
  @Test("Those with a place keep it to the last digit; newcomers overlap nobody, and stand near their neighbours")
  func places() throws {
    let network = content((0..<9).map { "Actor \($0)" }, (1..<9).map { (0, $0) })
    let inside = try drawingOf(network).content()
    let size = Size(width: 60, height: 24)
    let area = Box(minX: 0, minY: 0, maxX: 800, maxY: 500)
    var kept = [Point?](repeating: nil, count: 9)
    kept[0] = Point(x: 400.25, y: 250.75)
    kept[1] = Point(x: 120.5, y: 60)
    let placement = NewcomerPlacement(content: inside, sizes: Array(repeating: size, count: 9), area: area)
    let places = placement.place(kept: kept)
    #expect(places[0] == kept[0] && places[1] == kept[1])
    let boxes = places.map { Box(center: $0, size: size) }
    for (place, box) in boxes.enumerated() {
      #expect(area.contains(box))
      for other in boxes.dropFirst(place + 1) { #expect(!box.overlaps(other)) }
    }
    for place in places.dropFirst(2) { #expect(place.distance(to: places[0]) < 250) }
  }

  @Test("On a page that is full they stand beside it")
  func full() throws {
    let inside = try drawingOf(content(["A", "B"], [(0, 1)])).content()
    let area = Box(minX: 0, minY: 0, maxX: 100, maxY: 40)
    let sizes = [Size(width: 100, height: 40), Size(width: 60, height: 24)]
    let places = NewcomerPlacement(content: inside, sizes: sizes, area: area).place(kept: [area.center, nil])
    #expect(!Box(center: places[1], size: sizes[1]).overlaps(area))
  }
}
