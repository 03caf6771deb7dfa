import ActorModel
import Foundation
import NetworkDrawing
import Testing

@Suite struct DrawingTests {
  @Test func givenPositionsAreKeptExactly() throws {
    var drawing = try ArticleNetwork.drawing()
    let first = try drawing.compose()
    var positions = first.positions
    positions["RUS"] = Point(x: 400.123456789, y: 301.0000001)
    drawing.positions = positions
    let second = try drawing.compose()
    #expect(second.positions == positions)
  }

  @Test func newcomersLeaveTheOthersInPlace() throws {
    var drawing = try ArticleNetwork.drawing()
    var positions = try drawing.compose().positions
    positions["EU"] = nil
    positions["PAK"] = nil
    drawing.positions = positions
    let composition = try drawing.compose()
    for (id, point) in positions.points where id != "EU" && id != "PAK" { #expect(composition.positions[id] == point) }
    let newcomer = try #require(composition.actors.first { $0.id == "EU" })
    for actor in composition.actors where actor.id != "EU" { #expect(!actor.box.overlaps(newcomer.box)) }
  }

  @Test func positionsSurviveJSON() throws {
    let composition = try ArticleNetwork.drawing().compose()
    let json = Data(try GraphvizRenderer().render(composition, as: .json))
    #expect(try JSONDecoder().decode(Positions.self, from: json) == composition.positions)
    let encoded = try JSONEncoder().encode(composition.positions)
    #expect(try JSONDecoder().decode(Positions.self, from: encoded) == composition.positions)
  }

  @Test func positionsFarOutMakeThePageLarger() throws {
    var drawing = try drawingOf(content(["A", "B"], [(0, 1)]))
    drawing.positions = Positions(["A0": Point(x: -300, y: 200), "A1": Point(x: 2000, y: 900)])
    let composition = try drawing.compose()
    #expect(composition.actors.allSatisfy { composition.page.contains($0.box) })
    #expect(composition.positions == drawing.positions)
    #expect(SVGReading(try GraphvizRenderer().render(composition, as: .svg)).error == nil)
  }

  @Test func unfitPositionsAndPagesAreRefused() throws {
    var drawing = try drawingOf(content(["A", "B"], [(0, 1)]))
    drawing.positions = Positions(["A0": Point(x: .nan, y: 0)])
    #expect(throws: DrawingError.self) { try drawing.compose() }
    drawing.positions = nil
    drawing.style.page = Page(width: 10, height: 10)
    #expect(throws: DrawingError.self) { try drawing.compose() }
  }

  @Test func tooLargeNetworksAreRefusedWithAdvice() throws {
    let count = Drawing.mostActors + 1
    let network = content((0..<count).map { "N\($0)" }, (0..<count).map { ($0, ($0 + 1) % count) })
    let drawing = try drawingOf(network)
    let error = #expect(throws: DrawingError.self) { try drawing.compose() }
    #expect(error?.description.contains("roll parts up") == true)
  }

  @Test func componentsStandApart() throws {
    let network = content(
      ["A", "B", "C", "D", "E", "F", "G", "H"], [(0, 1), (1, 2), (2, 3), (3, 0), (4, 5), (6, 7)])
    let composition = try drawingOf(network).compose()
    func box(_ ids: [String]) -> Box {
      let boxes = composition.actors.filter { ids.contains($0.id) }.map(\.box)
      return boxes.dropFirst().reduce(boxes[0]) { union, box in
        Box(
          minX: min(union.minX, box.minX), minY: min(union.minY, box.minY), maxX: max(union.maxX, box.maxX),
          maxY: max(union.maxY, box.maxY))
      }
    }
    let parts = [box(["A0", "A1", "A2", "A3"]), box(["A4", "A5"]), box(["A6", "A7"])]
    for (index, part) in parts.enumerated() {
      for other in parts.dropFirst(index + 1) { #expect(!part.overlaps(other)) }
    }
  }

  @Test func largerNetworksGetALargerPage() throws {
    var generator = Generator(state: 3)
    let lines = (1..<150).map { (Int.random(in: 0..<$0, using: &generator), $0) }
    let composition = try drawingOf(content((0..<150).map { "Actor number \($0)" }, lines)).compose()
    #expect(composition.page.width > 842)
    for (index, actor) in composition.actors.enumerated() {
      for other in composition.actors.dropFirst(index + 1) { #expect(!actor.box.overlaps(other.box)) }
    }
  }

  @Test func shufflingChangesNothing() throws {
    let plain = try ArticleNetwork.drawing().compose()
    for seed in 1...3 { #expect(try ArticleNetwork.drawing(shuffledBy: UInt64(seed)).compose() == plain) }
  }

  @Test func sizesAndFillsFollowAnyMeasure() throws {
    var drawing = try ArticleNetwork.drawing()
    drawing.style.sizes = .values(["EU": 10, "RUS": 1], name: "exposure")
    drawing.style.fills = .none
    let composition = try drawing.compose()
    let sizes = Dictionary(uniqueKeysWithValues: composition.actors.map { ($0.id, $0.size) })
    #expect(try #require(sizes["EU"]).width > #require(sizes["RUS"]).width)
    #expect(Set(composition.actors.map(\.fill)).count == 1)
    #expect(composition.legend?.measures == ["exposure"])
  }
}
