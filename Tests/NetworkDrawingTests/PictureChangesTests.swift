import ActorModel
import NetworkDrawing
import Testing

@Suite struct PictureChangesTests {
  @Test func theCaptionCountsWhatHappened() throws {
    let composition = try ChangeSample.drawing().compose()
    #expect(composition.summary.contains("from 2024-12-31 to 2025-07-08"))
    #expect(
      composition.summary.contains(
        "7 relations: 1 new, 1 ended, 1 strengthened, 1 weakened, 1 flipped, 1 changed otherwise, 1 unchanged"))
  }

  @Test func theLegendHoldsWhatHappenedAndNothingElse() throws {
    let all = try #require(try ChangeSample.drawing().compose().legend)
    #expect(all.changes == TieChange.allCases)
    let some = try #require(try ChangeSample.drawing([.new, .unchanged]).compose().legend)
    #expect(some.changes == [.new, .unchanged])
    #expect(Set(some.lines.compactMap(\.change)) == [.new, .unchanged])
    let picture = try ChangeSample.drawing([.new, .unchanged]).compose().picture
    #expect(picture.texts.contains("★ new"))
    #expect(!picture.texts.contains { $0.contains("ended") || $0.contains("flipped") || $0.contains("rank by") })
  }

  @Test func onlyWhatChangedIsNamed() throws {
    let composition = try ChangeSample.drawing().compose()
    let named = Set(composition.labels.flatMap(\.relations))
    #expect(named == ["R0", "R1", "R2", "R3", "R4", "R5"])
    #expect(composition.unnamedCount == 0)
    let rows = composition.labels.flatMap(\.rows).map(\.text)
    #expect(rows.contains { $0.hasPrefix("★") })
    #expect(rows.contains { $0.hasPrefix("▲") && $0.hasSuffix("0.25 → 1") })
  }

  @Test func ranksStandUnderTheNames() throws {
    var drawing = try ChangeSample.drawing()
    drawing.changes?.actors = [
      "A0": ActorChange(rankBefore: 9, rankAfter: 4), "A1": ActorChange(rankBefore: 2, rankAfter: 5),
      "A2": ActorChange(rankBefore: 3, rankAfter: 3), "A3": ActorChange(rankAfter: 8, presence: .new),
      "A4": ActorChange(rankBefore: 6, presence: .gone),
    ]
    let composition = try drawing.compose()
    func lines(_ id: String) -> [String] { composition.actors.first { $0.id == id }?.lines ?? [] }
    #expect(lines("A0").last == "9 → 4 ▲")
    #expect(lines("A1").last == "2 → 5 ▼")
    #expect(lines("A2") == ["Actor 4"] || lines("A2") == ["Actor 2"])
    #expect(lines("A3").last == "new at 8")
    #expect(lines("A4").last == "was 6")
    let texts = composition.picture.texts
    #expect(texts.contains("rank by betweenness"))
    #expect(texts.contains("new actor") && texts.contains("not any more"))
    for actor in composition.actors { #expect(actor.box.contains(actor.textBox)) }
  }

  @Test func aPairThatTurnedSaysSo() throws {
    var drawing = try ChangeSample.drawing()
    drawing.changes?.flippedPairs = [FlippedPair("A1", "A0", isPositiveNow: false)]
    let label = try #require(try drawing.compose().labels.first { Set($0.actors) == ["A0", "A1"] })
    #expect(label.rows.first?.text == "⇄ the tie turned + to −")
  }

  @Test func labelsCoverNothing() throws {
    let composition = try ChangeSample.drawing().compose()
    for (index, label) in composition.labels.enumerated() {
      for other in composition.labels.dropFirst(index + 1) { #expect(!label.box.overlaps(other.box)) }
      for actor in composition.actors { #expect(!label.box.overlaps(actor.box)) }
    }
  }

  @Test(arguments: ["<b>&amp;", "a\" ]; n1 [label=\"x", "]]></svg><script>alert(1)</script>", "\\N \\G"])
  func hostileNamesAreShownAsTheyAre(_ text: String) throws {
    var drawing = try ChangeSample.drawing(name: text)
    drawing.changes?.before = text
    drawing.changes?.measure = text
    drawing.changes?.actors = ["A0": ActorChange(rankBefore: 2, rankAfter: 1)]
    let reading = SVGReading(try GraphvizRenderer().render(try drawing.compose(), as: .svg))
    #expect(reading.error == nil)
    #expect(!reading.elements.contains("script"))
    #expect(reading.texts.contains("rank by \(text)"))
  }

  @Test(arguments: PictureFormat.allCases)
  func sameBytes(_ format: PictureFormat) throws {
    let renderer = GraphvizRenderer()
    let first = try renderer.render(try ChangeSample.drawing().compose(), as: format)
    #expect(try renderer.render(try ChangeSample.drawing().compose(), as: format) == first)
  }
}
