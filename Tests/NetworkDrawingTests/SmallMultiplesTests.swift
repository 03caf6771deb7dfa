import ActorModel
import Testing

@testable import NetworkDrawing

@Suite struct SmallMultiplesTests {
  private func multiples(shuffledBy seed: UInt64? = nil) throws -> SmallMultiples {
    SmallMultiples(
      try SeriesSample.panels(shuffledBy: seed),
      union: try Snapshot(union: try SeriesSample.snapshots(shuffledBy: seed)))
  }

  @Test func anActorStandsInTheSamePlaceOfEveryPanel() throws {
    let composed = try multiples().compose()
    #expect(Set(composed.positions).count == 1)
    // In the rendered graph all actors of a panel are as far from those of the first as the panel is.
    let dot = String(decoding: try GraphvizRenderer().render(composed.picture, as: .dot), as: UTF8.self)
    var places: [Int: [String: (Double, Double)]] = [:]
    for line in dot.split(separator: "\n") {
      guard let id = line.firstMatch(of: /id="panel-([0-9]+)-(actor-[^"]+)"/)?.output,
        let place = line.firstMatch(of: /pos="([0-9.]+),([0-9.]+)"/)?.output
      else { continue }
      places[Int(id.1) ?? 0, default: [:]][String(id.2)] = (Double(place.1) ?? 0, Double(place.2) ?? 0)
    }
    #expect(places.count == 3)
    let first = try #require(places[1])
    #expect(first.count == 25)
    for panel in places.values {
      let offsets = Set(
        panel.map { id, place in
          let start = first[id] ?? (0, 0)
          return "\(Int(((place.0 - start.0) * 100).rounded())) \(Int(((place.1 - start.1) * 100).rounded()))"
        })
      #expect(offsets.count == 1)
    }
  }

  @Test func panelsSayTheirDateAndWhatChanged() throws {
    let texts = try multiples().compose().picture.texts
    #expect(texts.contains("2024 · 12 ties"))
    #expect(texts.contains("2025 · 27 ties: 18 new, 3 ended"))
    #expect(texts.contains("2026 · 31 ties: 7 new, 3 ended"))
  }

  @Test func shortNamesAreExplained() throws {
    let texts = try multiples().compose().picture.texts
    #expect(texts.contains("AFG-MIG"))
    #expect(texts.contains { $0.contains("AFG-MIG Afghan migrants and returnees") })
  }

  @Test func legendHoldsWhatOccurs() throws {
    let texts = try multiples().compose().picture.texts
    #expect(texts.contains("new") && texts.contains("ended") && texts.contains("unchanged"))
    #expect(!texts.contains("flipped") && !texts.contains("weakened"))
  }

  @Test func sameBytesInAnyRowOrder() throws {
    let renderer = GraphvizRenderer()
    let plain = try renderer.render(try multiples().compose().picture, as: .svg)
    #expect(try renderer.render(try multiples(shuffledBy: 3).compose().picture, as: .svg) == plain)
    #expect(SVGReading(plain).error == nil)
    let ids = SVGReading(plain).ids
    #expect(Set(ids).count == ids.count)
  }

  @Test func tooManyPanelsAreRefused() throws {
    let panel = try SeriesSample.panels()[0]
    let union = try Snapshot(union: try SeriesSample.snapshots())
    let many = SmallMultiples(Array(repeating: panel, count: SmallMultiples.most + 1), union: union)
    #expect(throws: DrawingError.self) { try many.compose() }
  }

  @Test("No line leaves its panel, however many ties there are and whatever became of them")
  func linesStayInside() throws {
    let count = 24
    var network = content((0..<count).map { "Actor \($0)" })
    var generator = Generator(state: 5)
    network.relations = (0..<400).map { index in
      let pair =
        index < 40
        ? (0, 1) : (Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
      var relation = Relation(id: "R\(index)", ends: .directed(from: "A\(pair.0)", to: "A\(pair.1)"), type: "knows")
      relation.sign = Sign.allCases[index % 3]
      return relation
    }
    let whole = Snapshot(of: try ActorNetwork(network))
    var projection = Projection()
    projection.loops = .keep
    let panels = (0..<4).map { place in
      var drawing = Drawing(of: whole, projection: projection)
      var changes = PictureChanges(before: "a", after: "b")
      for (index, relation) in whole.relations.enumerated() {
        changes.relations[relation.id] = TieChange.allCases[(index + place) % TieChange.allCases.count]
      }
      if place > 0 { drawing.changes = changes }
      return SmallMultiples.Panel(date: "\(2000 + place)", drawing: drawing)
    }
    let picture = try SmallMultiples(panels, union: whole).compose().picture
    let frames = picture.marks.areas.map {
      Box(minX: $0.outline[0].x, minY: $0.outline[0].y, maxX: $0.outline[2].x, maxY: $0.outline[2].y)
    }
    #expect(frames.count == 4)
    var lineCount = 0
    for line in picture.marks.lines {
      guard let found = line.id?.firstMatch(of: /^panel-([0-9]+)-relation/), let panel = Int(found.output.1) else {
        continue
      }
      lineCount += 1
      for strand in line.style?.strands(along: line.curve) ?? [line.curve] {
        #expect(frames[panel - 1].contains(strand.bounds), "\(line.id ?? "")")
      }
      if let tip = line.tip { #expect(frames[panel - 1].contains(tip)) }
    }
    #expect(lineCount > 1500)
  }
}
