import ActorModel
import Testing

@testable import NetworkDrawing

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
      let group = try #require(text.firstMatch(of: try Regex("id=\"relation-\(relation)\" class=\"([^\"]*)\"")))
      let names = String(group.output[1].substring ?? "").split(separator: " ").map(String.init)
      return try names.filter { $0.hasPrefix("k") }.compactMap { name in
        try Regex("\\.\(name)\\{([^}]*);animation").firstMatch(in: text)?.output[1].substring.map(String.init)
      }
    }
    #expect(try rest("R01") == ["opacity:0;visibility:hidden"])
    #expect(try rest("R37") == ["opacity:1;visibility:visible"])
    #expect(try !rest("R10").contains("opacity:0;visibility:hidden"))
  }

  private func reading() throws -> AnimationReading {
    try AnimationReading(try svg(try animation()), dateCount: SeriesSample.dates.count)
  }

  @Test("At each date every tie in force is seen with the dash of its kind, and no other but those that just ended")
  func dashes() throws {
    let reading = try reading()
    #expect(!reading.styleSheet.contains("stroke-dasharray"))
    let lines = reading.groups.filter { $0.name.hasPrefix("relation-") }
    #expect(!lines.isEmpty && !lines.contains { $0.body.contains("stroke-dasharray") })
    #expect(reading.unevenClasses.isEmpty)
    let relations = SeriesSample.relations(try SeriesSample.network().relations)
    for date in SeriesSample.dates.indices {
      let held = Set(relations[date].map { "relation-\($0.id)" })
      let before = date > 0 ? Set(relations[date - 1].map { "relation-\($0.id)" }) : []
      let shown = reading.shown("relation", at: date)
      #expect(Set(shown.filter { $0.opacity == 1 }.map(\.group.name)) == held)
      #expect(Set(shown.filter { $0.opacity < 1 }.map(\.group.name)) == before.subtracting(held))
      #expect(shown.count == held.union(before).count)
      for relation in relations[date] {
        let group = try #require(shown.first { $0.group.name == "relation-\(relation.id)" }?.group)
        let isWhole = LineStyle(sign: relation.sign, status: relation.status, width: 1).pattern.isEmpty
        // A whole line with an arrow at both ends may have a stub for the second.
        #expect(isWhole == (group.pieceCount <= 2), "\(relation.id) at \(date): \(group.pieceCount)")
      }
    }
  }

  @Test("At each date an actor's size, fill and tooltip are those of its ties on that date")
  func sizes() throws {
    let reading = try reading()
    let pictures = try SeriesSample.series().compose().pictures
    var widths: Set<Double> = []
    for (date, picture) in pictures.enumerated() {
      let shown = reading.shown("actor", at: date)
      #expect(Set(shown.map(\.group.name)).count == shown.count)
      for actor in picture.actors {
        let seen = try #require(shown.first { $0.group.name == "actor-\(actor.id)" })
        #expect(seen.opacity == 1)
        let count = try #require(actor.tooltip.firstMatch(of: /([0-9]+ relations?) shown/)?.output.1)
        #expect(seen.group.title.contains("\(count) now"))
        guard let ellipse = seen.group.ellipse else { continue }
        #expect(abs(ellipse.width - actor.size.width) < 0.05 && abs(ellipse.height - actor.size.height) < 0.05)
        #expect(ellipse.fill == actor.fill.hex || ellipse.fill == "white" && actor.fill == .white)
        if actor.id == "RUS" { widths.insert(ellipse.width) }
      }
      let tied = Set(picture.actors.map { "actor-\($0.id)" })
      #expect(shown.filter { !tied.contains($0.group.name) }.allSatisfy { $0.opacity == 0.25 })
    }
    #expect(widths.count > 1)
  }

  @Test("At each date lines end at the outlines of that date, and no shape covers another")
  func lineEnds() throws {
    let animation = try animation()
    var series = PictureSeries(animation.panels.map(\.drawing), union: animation.union)
    series.namesChangesOnly = true
    let arranged = try series.arrangement()
    let frames = try AnimationFrames(animation, arranged: arranged).frames()
    for frame in frames {
      let figures = frame.actors.map(\.figure)
      for (place, figure) in figures.enumerated() {
        for other in figures.dropFirst(place + 1) { #expect(!figure.box.overlaps(other.box)) }
        // Names of relations keep clear of the shapes of the picture of all dates.
        #expect(arranged.composition.actors[place].box.contains(figure.box), "\(figure.id)")
      }
      for relation in frame.relations {
        let figure = try #require(figures.first { $0.id == relation.to })
        func grown(_ margin: Double) -> Size {
          Size(width: figure.size.width + margin, height: figure.size.height + margin)
        }
        #expect(figure.shape.contains(relation.tip, center: figure.center, size: grown(3)))
        #expect(!figure.shape.contains(relation.tip, center: figure.center, size: grown(1)))
      }
    }
  }

  @Test("The caption says which names are shown, and the head how many are missing")
  func names() throws {
    let composed = try animation().compose()
    #expect(composed.union.summary.contains("relations are named where they are new or have changed"))
    #expect(!composed.picture.texts.contains { $0.contains("tooltip") })
    #expect(composed.union.legend?.blocs == [])
  }

  @Test("What is alike at several dates is drawn once, under its own name where it is seen last")
  func marksOfSeveralDates() {
    var shapes = TimedMarks<Int>(dateCount: 3)
    for date in 0..<3 { shapes.add(7, of: "p-a", at: date, opacity: 1) }
    shapes.add(8, of: "p-b", at: 0, opacity: 1)
    shapes.add(9, of: "p-b", at: 2, opacity: 0.5)
    #expect(shapes.entries.map(\.opacities) == [[1, 1, 1], [1, 0, 0], [0, 0, 0.5]])
    #expect(shapes.ids(prefix: "p-") == ["p-a", "p-date-1-b", "p-b"])
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
