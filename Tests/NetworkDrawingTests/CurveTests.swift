import Testing

@testable import NetworkDrawing

@Suite("Curve")
struct CurveTests {
  private let bow = Curve(Point(x: 0, y: 0), Point(x: 10, y: 40), Point(x: 60, y: 40), Point(x: 90, y: -10))

  private func isNear(_ a: Point, _ b: Point) -> Bool { a.distance(to: b) < 1e-9 }

  @Test("A part runs along the whole")
  func part() {
    let part = bow.part(from: 0.25, to: 0.75)
    for step in 0...10 {
      let share = Double(step) / 10
      #expect(isNear(part.point(at: share), bow.point(at: 0.25 + share / 2)))
    }
    #expect(isNear(bow.part(from: 0, to: 1).end, bow.end))
  }

  @Test("Turned round it has the same places in the other order, and moved each as much further")
  func reversedAndMoved() {
    let moved = bow.moved(by: Point(x: 3, y: -5))
    for step in 0...10 {
      let share = Double(step) / 10
      #expect(isNear(bow.reversed.point(at: 1 - share), bow.point(at: share)))
      #expect(isNear(moved.point(at: share), bow.point(at: share) + Point(x: 3, y: -5)))
    }
  }

  @Test("A straight line is as long as its ends are apart, and runs in one direction")
  func straight() {
    let line = Curve(from: Point(x: 2, y: 1), to: Point(x: 32, y: 41))
    #expect(abs(line.lengths(steps: 12)[12] - 50) < 1e-9)
    for share in [0, 0.3, 1] { #expect(isNear(line.direction(at: share), Point(x: 0.6, y: 0.8))) }
    let beside = line.beside(by: 5)
    #expect(abs(beside.start.distance(to: line.start) - 5) < 1e-9)
    #expect((line.end - line.start).cross(beside.start - line.start) > 0)
  }

  @Test("Dashes begin at the start, lie on the line in its order, and leave the gaps of the pattern free")
  func dashes() {
    let line = Curve(from: Point(x: 0, y: 0), to: Point(x: 100, y: 0))
    let dashes = line.dashes([6, 4])
    #expect(dashes.count == 10)
    for (place, dash) in dashes.enumerated() {
      #expect(abs(dash.start.x - 10 * Double(place)) < 1e-6 && abs(dash.end.x - dash.start.x - 6) < 1e-6)
    }
    #expect(line.dashes([]) == [line])
    #expect(bow.dashes([1e-9, 1e-9]).count <= 400)
  }

  @Test("Its box holds every place")
  func bounds() {
    let box = bow.bounds
    #expect(bow.places(every: 3).allSatisfy { box.contains($0.point) })
    #expect(bow.places(every: 3).first?.point == bow.start && bow.places(every: 3).last?.point == bow.end)
  }
}
