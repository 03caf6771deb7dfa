import Testing

@testable import NetworkDrawing

@Suite("Hull")
struct HullTests {
  private func points(_ count: Int, seed: UInt64) -> [Point] {
    var random = Generator(state: seed)
    return (0..<count).map { _ in
      Point(x: Double.random(in: 0...100, using: &random), y: Double.random(in: 0...80, using: &random))
    }
  }

  /// Whether a place lies in a convex polygon, counter-clockwise, borders included.
  private func holds(_ polygon: [Point], _ point: Point) -> Bool {
    polygon.indices.allSatisfy { index in
      let corner = polygon[index]
      return (polygon[(index + 1) % polygon.count] - corner).cross(point - corner) >= -1e-9
    }
  }

  @Test("It holds all its points, has only them as corners, and turns left at each", arguments: 1..<30)
  func holdsPoints(seed: Int) {
    let points = points(3 + seed, seed: UInt64(seed))
    let hull = convexHull(points)
    #expect(points.allSatisfy { holds(hull, $0) })
    #expect(Set(hull).isSubset(of: points))
    for index in hull.indices {
      let next = hull[(index + 1) % hull.count]
      #expect((next - hull[index]).cross(hull[(index + 2) % hull.count] - next) > 0)
    }
  }

  @Test("Points on a line have its two ends, equal points are one, and none has none")
  func degenerate() {
    let line = (0...9).map { Point(x: Double($0), y: 2 * Double($0)) }
    #expect(Set(convexHull(line)) == [line[0], line[9]])
    #expect(convexHull([line[3], line[3], line[3]]) == [line[3]])
    #expect(convexHull([]).isEmpty)
  }

  @Test("With round corners all its points are inside, and no corner of the outline is further off than the margin")
  func roundCorners() {
    let hull = convexHull(points(12, seed: 3))
    let outline = rounded(hull, margin: 7)
    #expect(hull.allSatisfy { holds(outline, $0) })
    for corner in outline {
      let nearest = hull.map { $0.distance(to: corner) }.min() ?? .infinity
      #expect(abs(nearest - 7) < 1e-9)
    }
  }

  @Test("It touches a box when the two share a place")
  func touching() {
    let triangle = [Point(x: 0, y: 0), Point(x: 40, y: 0), Point(x: 0, y: 40)]
    func box(_ x: Double, _ y: Double) -> Box { Box(center: Point(x: x, y: y), size: Size(width: 6, height: 6)) }
    #expect(touches(triangle, box(10, 10)) && touches(triangle, box(0, 20)))
    // Inside the triangle's box, and beyond its long side.
    #expect(!touches(triangle, box(36, 36)) && !touches(triangle, box(60, 10)))
    #expect(!touches([], box(0, 0)))
  }
}
