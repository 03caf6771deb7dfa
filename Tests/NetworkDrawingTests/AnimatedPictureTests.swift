import ActorModel
import NetworkDrawing
import Testing

@Suite struct AnimatedPictureTests {
  private func animation(shuffledBy seed: UInt64? = nil) throws -> AnimatedPicture {
    AnimatedPicture(
      try SeriesSample.panels(shuffledBy: seed),
      union: try Snapshot(union: try SeriesSample.snapshots(shuffledBy: seed)))
  }

  private func svg(_ animation: AnimatedPicture) throws -> [UInt8] {
    try GraphvizRenderer().render(try animation.compose().picture, as: .svg)
  }

  @Test func playsWithoutScripts() throws {
    let bytes = try svg(try animation())
    let reading = SVGReading(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(reading.error == nil)
    #expect(!reading.elements.contains("script"))
    #expect(!reading.attributes.contains { $0.hasPrefix("on") || $0.contains("href") })
    #expect(text.contains("@keyframes"))
    #expect(text.contains("prefers-reduced-motion"))
    #expect(Set(reading.ids).count == reading.ids.count)
  }

  @Test func showsDatesAndCounts() throws {
    let texts = SVGReading(try svg(try animation())).texts
    for date in SeriesSample.dates { #expect(texts.contains(date)) }
    #expect(texts.contains("12 ties"))
    #expect(texts.contains("27 ties: 18 new, 3 ended"))
  }

  /// A relation that is not there at the last date is hidden where nothing plays; one that always is has no rule.
  @Test func atRestItShowsTheLastDate() throws {
    let text = String(decoding: try svg(try animation()), as: UTF8.self)
    func rest(_ relation: String) throws -> [String] {
      let classes = try #require(text.firstMatch(of: try Regex("id=\"relation-\(relation)\" class=\"([^\"]*)\"")))
      let names = String(classes.output[1].substring ?? "").split(separator: " ").map(String.init)
      return try names.filter { $0.hasPrefix("k") }.compactMap { name in
        try Regex("\\.\(name)( path)?\\{([^;]*);animation").firstMatch(in: text)?.output[2].substring.map(String.init)
      }
    }
    #expect(try rest("R01").contains("opacity:0"))
    #expect(try rest("R37").contains("opacity:1"))
    #expect(try !rest("R10").contains("opacity:0"))
  }

  @Test func actorsKeepTheirPlaces() throws {
    let composed = try animation().compose()
    let dot = String(decoding: try GraphvizRenderer().render(composed.picture, as: .dot), as: UTF8.self)
    var count = 0
    for actor in composed.union.actors {
      count += dot.split(separator: "\n").count { $0.contains("id=\"actor-\(actor.id)\"") }
    }
    #expect(count == composed.union.actors.count)
  }

  @Test func sameBytesInAnyRowOrder() throws {
    #expect(try svg(try animation(shuffledBy: 9)) == svg(try animation()))
  }

  @Test func unfitTimesAreRefused() throws {
    var slow = try animation()
    slow.secondsPerDate = 0
    #expect(throws: DrawingError.self) { try slow.compose() }
    #expect(throws: DrawingError.self) {
      try AnimatedPicture([], union: try Snapshot(union: try SeriesSample.snapshots())).compose()
    }
  }
}
