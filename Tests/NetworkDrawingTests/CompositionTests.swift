import ActorModel
import Foundation
import Testing

@testable import NetworkDrawing

@Suite struct CompositionTests {
  @Test func labelsCoverNeitherEachOtherNorShapes() throws {
    let composition = try ArticleNetwork.drawing().compose()
    #expect(composition.unnamedCount == 0)
    for (index, label) in composition.labels.enumerated() {
      for other in composition.labels.dropFirst(index + 1) { #expect(!label.box.overlaps(other.box)) }
      for actor in composition.actors { #expect(!label.box.overlaps(actor.box), "\(label.actors) on \(actor.id)") }
    }
  }

  @Test func shapesKeepApart() throws {
    let composition = try ArticleNetwork.drawing().compose()
    for (index, actor) in composition.actors.enumerated() {
      for other in composition.actors.dropFirst(index + 1) { #expect(!actor.box.overlaps(other.box)) }
    }
  }

  @Test func everythingIsOnThePage() throws {
    let composition = try ArticleNetwork.drawing().compose()
    let page = composition.page
    #expect(composition.actors.allSatisfy { page.contains($0.box) })
    #expect(composition.labels.allSatisfy { page.contains($0.box) })
    #expect(composition.areas.flatMap(\.outlines).flatMap(\.self).allSatisfy { page.contains($0) })
    for relation in composition.relations {
      #expect(page.contains(relation.tip))
      #expect(page.contains(relation.curve.start))
    }
    #expect(page.contains(composition.caption.box))
    #expect(page.contains(try #require(composition.legend).box))
    #expect(abs(page.width - 842) < 0.01)
    #expect(abs(page.height - 595) < 0.01)
  }

  @Test func namesStandInsideTheirShapes() throws {
    for actor in try ArticleNetwork.drawing().compose().actors { #expect(actor.box.contains(actor.textBox)) }
  }

  @Test func everyRelationHasALineAndALabelNamesIt() throws {
    let composition = try ArticleNetwork.drawing().compose()
    let named = Set(composition.labels.flatMap(\.relations))
    #expect(named == Set(composition.relations.map(\.id)))
    #expect(named.count == 37)
    let pairs = composition.labels.filter { $0.actors == ["AFG", "RUS"] }
    #expect(pairs.count == 1)
    // The strongest come first, with arrows because the lines run both ways.
    #expect(pairs.first?.rows.first?.relation == "R11")
    #expect(pairs.first?.rows.count(where: { $0.relation == "R36" }) == 1)
  }

  @Test func arrowsOfParallelRelationsStandApart() throws {
    let composition = try ArticleNetwork.drawing().compose()
    let tips = composition.relations.filter { $0.to == "EU" }.map(\.tip)
    #expect(tips.count == 3)
    for (index, tip) in tips.enumerated() {
      for other in tips.dropFirst(index + 1) {
        let dx = tip.x - other.x
        let dy = tip.y - other.y
        #expect(dx * dx + dy * dy > 9)
      }
    }
  }

  @Test func arrowsEndAtTheBorderAndNotBehindIt() throws {
    let composition = try ArticleNetwork.drawing().compose()
    let actors = Dictionary(uniqueKeysWithValues: composition.actors.map { ($0.id, $0) })
    for relation in composition.relations {
      let actor = try #require(actors[relation.to])
      #expect(!actor.shape.contains(relation.tip, center: actor.center, size: actor.size), "\(relation.id)")
    }
  }

  @Test func longListsAreCut() throws {
    var network = content(["A", "B"], (0..<7).map { _ in (0, 1) })
    for index in network.relations.indices { network.relations[index].type = "type-\(index)" }
    let label = try #require(try drawingOf(network).compose().labels.first)
    #expect(label.rows.count == 4)
    #expect(label.rows.last?.text == "+ 4 more")
    #expect(label.tooltip.split(separator: "\n").count == 7)
  }

  @Test func likeLinesShareALabel() throws {
    let network = content(["Hub", "A", "B", "C", "D"], [(1, 0), (2, 0), (3, 0), (4, 0), (0, 1)])
    let labels = try drawingOf(network).compose().labels
    #expect(labels.contains { $0.actors == ["A0"] && $0.rows.map(\.text) == ["○ knows ×3"] })
    #expect(labels.count == 2)
  }

  @Test func emptyNetworkSaysSo() throws {
    let composition = try drawingOf(content([])).compose()
    #expect(composition.actors.isEmpty)
    #expect(composition.legend == nil)
    let reading = SVGReading(try GraphvizRenderer().render(composition, as: .svg))
    #expect(reading.error == nil)
    #expect(reading.texts.contains("No actors to show."))
  }

  @Test func actorsWithoutTiesAreLeftOutAndCounted() throws {
    var drawing = try drawingOf(content(["A", "B", "C"], [(0, 1)]))
    #expect(try drawing.compose().actors.map(\.id) == ["A0", "A1"])
    #expect(try drawing.compose().summary.contains("1 actor without ties left out"))
    drawing.style.showsActorsWithoutTies = true
    let all = try drawing.compose()
    #expect(all.actors.count == 3)
    #expect(all.summary.contains("1 actor without ties"))
    #expect(!all.summary.contains("left out"))
  }

  @Test func singleActor() throws {
    var drawing = try drawingOf(content(["Alone"]))
    #expect(try drawing.compose().summary.contains("No relations") == false)
    drawing.style.showsActorsWithoutTies = true
    let composition = try drawing.compose()
    #expect(composition.actors.count == 1)
    #expect(composition.page.contains(composition.actors[0].box))
    #expect(SVGReading(try GraphvizRenderer().render(composition, as: .svg)).error == nil)
  }

  @Test func tiesOfAnActorWithItselfAreDrawnWhenKept() throws {
    var drawing = try drawingOf(content(["A", "B"], [(0, 0), (0, 1)]))
    #expect(try drawing.compose().relations.map(\.id) == ["R1"])
    var projection = drawing.projection
    projection.loops = .keep
    drawing = Drawing(of: drawing.snapshot, projection: projection)
    let composition = try drawing.compose()
    #expect(composition.relations.count == 2)
    #expect(composition.relations.allSatisfy { composition.page.contains($0.tip) })
  }

  @Test func partsAreRolledUp() throws {
    var network = ArticleNetwork.content()
    network.actors[1].partOf = "RUS"
    var projection = Projection()
    projection.statuses = Status.allCases
    projection.rollUp = .all
    let composition = try Drawing(of: Snapshot(of: try ActorNetwork(network)), projection: projection).compose()
    #expect(!composition.actors.contains { $0.id == "KREMLIN" })
    #expect(composition.relations.first { $0.id == "R19" }?.to == "RUS")
  }

  @Test("The caption counts every relation without a name, also those that a label only counts")
  func unnamedRelationsAreCounted() throws {
    let many = try drawingOf(content(["A", "B"], (0..<40).map { _ in (0, 1) })).compose()
    #expect(many.labels[0].rows.last?.text == "+ 37 more")
    #expect(many.labels[0].named.count == 3 && many.labels[0].counted.count == 37)
    #expect(many.unnamedCount == 37)
    #expect(many.summary.contains("37 of 40 relations not named in the picture"))
    var drawing = try ArticleNetwork.drawing()
    drawing.style.relationLabels = .never
    #expect(try drawing.compose().summary.contains("37 of 37 relations not named in the picture"))
    drawing.style.relationLabels = .always
    drawing.style.relationsPerLabel = 40
    #expect(try !drawing.compose().summary.contains("not named"))
  }

  @Test(
    "No caption sends the reader to tooltips, which only some formats have", arguments: Style.RelationLabels.allCases)
  func captionsNameNoTooltips(_ labels: Style.RelationLabels) throws {
    var drawing = try ArticleNetwork.drawing()
    drawing.style.relationLabels = labels
    #expect(try !drawing.compose().picture.texts.contains { $0.contains("tooltip") })
  }

  @Test("A page or position that cannot be drawn is refused", arguments: [1e5, 1e17, 1e300, .infinity, .nan])
  func unfitPages(_ size: Double) throws {
    var drawing = try ArticleNetwork.drawing()
    drawing.leastPage = Box(minX: 0, minY: 0, maxX: size, maxY: 100)
    #expect(throws: DrawingError.self) { try drawing.compose() }
    drawing.leastPage = Box(minX: size, minY: 0, maxX: 2 * size, maxY: 100)
    #expect(throws: DrawingError.self) { try drawing.compose() }
    drawing.leastPage = nil
    drawing.positions = Positions(["RUS": Point(x: size, y: 0)])
    #expect(throws: DrawingError.self) { try drawing.compose() }
  }

  @Test("A name with more marks on a letter than Unicode's stream-safe text allows is cut, and the caption says so")
  func marksAreCut() throws {
    let composition = try drawingOf(
      content(["A" + String(repeating: "\u{301}", count: 30_000), "B"], [(0, 1)])
    ).compose()
    #expect(composition.actors[0].lines.joined().unicodeScalars.count == 1 + ShownText.mostMarks)
    #expect(composition.summary.contains("1 name cut, with over 30 marks on a letter"))
    #expect(try !ArticleNetwork.drawing().compose().summary.contains("cut"))
  }
}
