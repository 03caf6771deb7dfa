import ActorModel
import Testing

@testable import NetworkDrawing

@Suite("Caption")
struct CaptionTests {
  private let facts = (1...12).map { "fact number \($0) of this picture" }

  @Test("Facts stand in lines no wider than the page, in their order, and none is lost", arguments: [120.0, 300, 800])
  func lines(width: Double) {
    let caption = Caption(title: "A title", facts: facts, width: width)
    for line in caption.facts { #expect(Caption.factFace.width(of: line) <= width) }
    let words = caption.facts.joined(separator: " ").split(whereSeparator: { " ·".contains($0) })
    #expect(words == facts.joined(separator: " ").split(separator: " "))
  }

  @Test("Its texts lie in its box wherever it hangs, and it is laid out the same")
  func hanging() {
    let caption = Caption(title: "A title", facts: facts, width: 400)
    let hung = caption.hanging(from: Point(x: 30, y: 500))
    #expect(hung.title == caption.title && hung.facts == caption.facts)
    #expect(abs(hung.box.height - caption.box.height) < 1e-9 && abs(hung.box.width - 400) < 1e-9)
    #expect(hung.box.minX == 30 && hung.box.maxY == 500)
    let marks = hung.marks(Palette())
    #expect(marks.texts.count == hung.title.count + hung.facts.count)
    for mark in marks.texts { #expect(hung.box.inset(by: -1).contains(mark.box), "\(mark.text)") }
  }

  @Test("It says what was looked at in the words of the tables")
  func words() throws {
    var network = content(["A", "B", "C"], [(0, 1), (1, 2), (2, 2)])
    network.relations[0].confidence = 0.9
    network.relations[1].confidence = 0.4
    var projection = Projection()
    projection.statuses = [.fact]
    projection.signs = [.positive, .neutral]
    projection.types = ["knows", "meets"]
    projection.minimumConfidence = 0.25
    var query = SnapshotQuery()
    query.knownBy = Day(year: 2025, month: 1, day: 1)
    let snapshot = Snapshot(of: try ActorNetwork(network), query)
    let graph = try projection.graph(of: snapshot)
    let summary = try Drawing(of: snapshot, projection: projection).compose().summary
    let parts = summary.split(separator: " · ").map(String.init)
    let view = ViewDescription(of: graph)
    for part in [view.knownBy, view.undated, view.loops].compactMap(\.self) + view.statements {
      #expect(parts.contains(part), "\(part) in \(summary)")
    }
    #expect(parts.contains("fact") && parts.contains("types knows, meets") && parts.contains("confidence ≥ 0.25"))
  }
}
