import Testing

@testable import NetworkDrawing

@Suite struct BumpChartTests {
  private func line(_ id: String, _ ranks: [Int?]) -> BumpChart.Line {
    BumpChart.Line(id: id, name: "Name \(id)", ranks: ranks, scores: ranks.map { $0.map { 1 / Double($0) } })
  }

  private func chart() -> BumpChart {
    var chart = BumpChart(
      title: "Ranks", measure: "betweenness", dates: ["2021", "2022", "2023"],
      lines: [
        line("a", [1, 2, 3]), line("b", [2, 2, 1]), line("c", [3, 1, 2]), line("d", [nil, 4, 9]),
        line("e", [9, 9, 9]), line("f", [4, 5, nil]),
      ])
    chart.top = 5
    return chart
  }

  @Test func thoseWhoShareARankStandOneBelowTheOther() {
    let slots = BumpSlots(chart().lines, dateCount: 3, top: 5)
    #expect(slots.rows[0] == [0, 1, 2])
    #expect(slots.rows[1] == [1, 2, 0])
    #expect(slots.rows[2] == [2, 0, 1])
    #expect(slots.ties == [[], [1...2], []])
    #expect(slots.shown == [0, 1, 2, 3, 5])
  }

  @Test func aTieThatDoesNotEndInTheRowsIsBelowThem() {
    let lines = [line("a", [1]), line("b", [2]), line("c", [2]), line("d", [2])]
    let slots = BumpSlots(lines, dateCount: 1, top: 3)
    #expect(slots.rows == [[0], [nil], [nil], [nil]])
    #expect(slots.ties == [[]])
    #expect(BumpSlots(lines, dateCount: 1, top: 4).ties == [[1...3]])
  }

  @Test func noTwoActorsShareAPlace() {
    var generator = Generator(state: 11)
    for _ in 0..<50 {
      let scores = (0..<12).map { _ in (0..<4).map { _ in Int.random(in: 0..<6, using: &generator) } }
      let lines = scores.indices.map { actor in
        line("\(actor)", (0..<4).map { date in 1 + scores.count { $0[date] > scores[actor][date] } })
      }
      let slots = BumpSlots(lines, dateCount: 4, top: 8)
      for date in 0..<4 {
        let rows = slots.rows.compactMap { $0[date] }
        #expect(Set(rows).count == rows.count)
        #expect(rows.allSatisfy { $0 < 8 })
      }
    }
  }

  @Test func namesStandAtBothEndsAndRanksInCircles() throws {
    let texts = try chart().compose().texts
    #expect(texts.count { $0 == "Name a" } == 2)
    // This one is not among them at either end.
    #expect(texts.count { $0 == "Name d" } == 1)
    #expect(texts.contains("they share a rank"))
    #expect(texts.contains { $0.hasPrefix("not among the first 5") })
    #expect(texts.count { $0 == "2021" } == 1)
    #expect(!texts.contains("Name e"))
  }

  @Test func everythingIsOnThePage() throws {
    var large = chart()
    large.lines = (1...40).map { line("\($0)", [$0, 41 - $0, $0]) }
    large.top = 40
    for picture in [try chart().compose(), try large.compose()] {
      for mark in picture.marks.texts { #expect(picture.page.contains(mark.box), "\(mark.text)") }
      for mark in picture.marks.shapes { #expect(picture.page.contains(mark.box)) }
    }
  }

  @Test func namesDoNotCoverEachOther() throws {
    let picture = try chart().compose()
    let names = picture.marks.texts.filter { $0.text.hasPrefix("Name") }
    for (index, name) in names.enumerated() {
      for other in names.dropFirst(index + 1) { #expect(!name.box.overlaps(other.box)) }
      for shape in picture.marks.shapes { #expect(!name.box.overlaps(shape.box), "\(name.text)") }
    }
  }

  @Test func linesOfTheChosenDifferWithoutColour() throws {
    var chosen = chart()
    chosen.emphasised = ["a", "b", "c"]
    let picture = try chosen.compose()
    let widths = Dictionary(
      picture.marks.lines.compactMap { line in line.id.map { ($0, line.width) } }, uniquingKeysWith: { $1 })
    #expect(try #require(widths["actor-a"]) > #require(widths["actor-f"]))
    let pieces = picture.marks.lines.filter { ["actor-a", "actor-b", "actor-c"].contains($0.id) }.map(\.more.count)
    #expect(Set(pieces).count == 3)
  }

  @Test(arguments: ["<b>&amp;", "]]></svg><script>alert(1)</script>", "a\" ]; n1 [label=\"x"])
  func hostileNames(_ text: String) throws {
    var hostile = chart()
    hostile.title = text
    hostile.measure = text
    hostile.dates[0] = text
    hostile.lines[0].name = text
    let reading = SVGReading(try GraphvizRenderer().render(try hostile.compose(), as: .svg))
    #expect(reading.error == nil)
    #expect(!reading.elements.contains("script"))
    #expect(reading.title == text)
  }

  @Test(arguments: [PictureFormat.svg, .png, .pdf, .dot])
  func sameBytesInAnyOrderOfActors(_ format: PictureFormat) throws {
    var turned = chart()
    turned.lines.reverse()
    let renderer = GraphvizRenderer()
    #expect(try renderer.render(try turned.compose(), as: format) == renderer.render(try chart().compose(), as: format))
  }

  @Test func whatDoesNotFitIsRefused() {
    var none = chart()
    none.dates = []
    #expect(throws: DrawingError.self) { try none.compose() }
    var many = chart()
    many.dates = (0...BumpChart.mostDates).map { "\($0)" }
    #expect(throws: DrawingError.self) { try many.compose() }
    var high = chart()
    high.top = 0
    #expect(throws: DrawingError.self) { try high.compose() }
    #expect(throws: DrawingError.self) { try GraphvizRenderer().render(try chart().compose(), as: .json) }
  }
}
