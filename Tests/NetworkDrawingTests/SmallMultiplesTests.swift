import ActorModel
import NetworkDrawing
import Testing

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
}
