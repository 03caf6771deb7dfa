import Foundation
import NetworkDrawing
import Testing

@Suite struct PositionFileTests {
  @Test func holdsPositionsAndThePage() throws {
    let composition = try ArticleNetwork.drawing().compose()
    let text = PositionFile.text(of: composition)
    #expect(Array(text.utf8) == (try GraphvizRenderer().render(composition, as: .json)))
    let file = try JSONDecoder().decode(PositionFile.self, from: Data(text.utf8))
    #expect(file.positions == composition.positions)
    let page = try #require(file.page)
    #expect(abs(page.maxX - composition.page.maxX) < 1e-9 && abs(page.maxY - composition.page.maxY) < 1e-9)
    #expect(page.minX == composition.page.minX && page.minY == composition.page.minY)
  }

  @Test func thePageIsNotNeeded() throws {
    let text = #"{"positions": {"A": {"x": 1, "y": 2}}}"#
    let file = try JSONDecoder().decode(PositionFile.self, from: Data(text.utf8))
    #expect(file.page == nil)
    #expect(file.positions["A"] == Point(x: 1, y: 2))
  }

  @Test func othersKeepTheirPlaces() throws {
    let composition = try drawingOf(content(["A", "B"], [(0, 1)])).compose()
    let others = Positions(["Z": Point(x: 5, y: 6), "A0": Point(x: 0, y: 0)])
    let text = PositionFile.text(of: composition, keeping: others)
    let file = try JSONDecoder().decode(PositionFile.self, from: Data(text.utf8))
    #expect(file.positions["Z"] == Point(x: 5, y: 6))
    #expect(file.positions["A0"] == composition.positions["A0"])
  }

  @Test func aPictureAtTheSamePositionsHasTheSameOrigin() throws {
    var drawing = try ArticleNetwork.drawing()
    let first = try drawing.compose()
    drawing.positions = first.positions
    drawing.leastPage = first.page
    drawing.style.note = "one line more"
    drawing.style.showsLegend = false
    let second = try drawing.compose()
    #expect(second.page.contains(first.page))
    #expect(second.positions == first.positions)
  }
}
