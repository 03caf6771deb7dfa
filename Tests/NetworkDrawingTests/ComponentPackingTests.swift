import Testing

@testable import NetworkDrawing

@Suite("ComponentPacking")
struct ComponentPackingTests {
  private let area = Box(minX: 10, minY: 20, maxX: 510, maxY: 320)

  @Test("Components keep apart, inside the page and below the largest, which keeps two fifths", arguments: 0..<25)
  func apart(seed: Int) {
    var random = Generator(state: UInt64(seed))
    let sizes = (0..<seed).map { _ in
      Size(width: Double.random(in: 20...520, using: &random), height: Double.random(in: 10...90, using: &random))
    }
    let packing = ComponentPacking(sizes: sizes, area: area)
    #expect(packing.boxes.count == sizes.count)
    for (place, box) in packing.boxes.enumerated() {
      #expect(area.inset(by: -1e-9).contains(box))
      #expect(box.maxY <= packing.mainArea.minY)
      for other in packing.boxes.dropFirst(place + 1) { #expect(!box.inset(by: 1e-9).overlaps(other)) }
    }
    #expect(packing.mainArea.height >= 0.4 * area.height - 8 - 1e-9 && packing.mainArea.maxY == area.maxY)
  }

  @Test("One component has the whole page")
  func alone() {
    let packing = ComponentPacking(sizes: [], area: area)
    #expect(packing.boxes.isEmpty && packing.mainArea == area)
  }

  @Test("A component of many takes more room than one of few, and none is wider than allowed")
  func sizes() {
    let shape = Size(width: 60, height: 24)
    let shapes = Array(repeating: shape, count: 12)
    let sizes = [1, 2, 5, 12].map { count in
      ComponentPacking.size(of: Array(0..<count), sizes: shapes, label: Size(width: 30, height: 10), most: 300)
    }
    let areas = sizes.map { $0.width * $0.height }
    #expect(areas == areas.sorted() && Set(areas).count == 4)
    #expect(sizes.allSatisfy { $0.width <= 300 })
    #expect(sizes[0].width > shape.width && sizes[0].height > shape.height)
  }
}
