import ActorModel
import Testing

@testable import NetworkDrawing

@Suite("Composer")
struct ComposerTests {
  private func compositions() throws -> [Composition] {
    var bare = try ArticleNetwork.drawing()
    bare.style.showsLegend = false
    bare.style.relationLabels = .never
    var labelled = try ArticleNetwork.drawing()
    labelled.style.relationLabels = .always
    return try [ArticleNetwork.drawing(), bare, labelled, drawingOf(content(["A", "B"], [(0, 1)]))].map { drawing in
      try drawing.compose()
    }
  }

  @Test("Caption, picture and legend lie on the page, one below the other")
  func parts() throws {
    for composition in try compositions() {
      let page = composition.page.inset(by: -0.01)
      #expect(page.contains(composition.caption.box) && page.contains(composition.area))
      #expect(composition.caption.box.minY >= composition.area.maxY)
      guard let legend = composition.legend else { continue }
      #expect(page.contains(legend.box) && legend.box.maxY <= composition.area.minY)
      let marks = legend.marks.shapes.map(\.box) + legend.marks.texts.map(\.box)
      #expect(marks.allSatisfy(legend.box.inset(by: -1).contains))
    }
  }

  @Test("Shapes and labels lie in the picture's part of the page, and no label covers a shape or another label")
  func apart() throws {
    for composition in try compositions() {
      let area = composition.area.inset(by: -0.01)
      let shapes = composition.actors.map(\.box)
      let labels = composition.labels.map(\.box)
      #expect((shapes + labels).allSatisfy(area.contains))
      for (place, label) in labels.enumerated() {
        #expect(!shapes.contains { $0.overlaps(label) })
        #expect(!labels.dropFirst(place + 1).contains { $0.overlaps(label) })
      }
    }
  }

  @Test("Each relation is a line between its actors, and is named by a label or counted as unnamed")
  func relations() throws {
    for composition in try compositions() {
      let ids = composition.relations.map(\.id)
      #expect(Set(ids).count == ids.count)
      let named = composition.labels.flatMap(\.named)
      #expect(Set(named).isSubset(of: ids) && ids.count - Set(named).count == composition.unnamedCount)
    }
  }

  @Test("What is laid out once for a page is what a second layout would give")
  func laidOutOnce() throws {
    // A picture at given places has the page's own width; the caption that room was made for stays.
    let first = try ArticleNetwork.drawing().compose()
    var again = try ArticleNetwork.drawing()
    again.positions = first.positions
    let second = try again.compose()
    let direct = Caption(
      title: first.caption.title.joined(separator: " "), facts: second.summary.split(separator: " · ").map(String.init),
      width: second.caption.box.width)
    #expect(abs(direct.box.height - second.caption.box.height) < 1e-9)
  }
}
