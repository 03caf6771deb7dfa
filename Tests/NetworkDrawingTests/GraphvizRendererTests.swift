import ActorModel
import Foundation
import GraphCore
import NetworkDrawing
import Testing

@Suite struct GraphvizRendererTests {
  private let renderer = GraphvizRenderer()

  private func svg(_ composition: Composition) throws -> SVGReading {
    let reading = SVGReading(try renderer.render(composition, as: .svg))
    #expect(reading.error == nil)
    return reading
  }

  @Test func everyActorAndRelationHasItsGroupAndTitle() throws {
    let composition = try ArticleNetwork.drawing().compose()
    let reading = try svg(composition)
    #expect(composition.actors.count == 25)
    #expect(composition.relations.count == 37)
    for actor in composition.actors {
      let group = try #require(reading.groups["actor-\(actor.id)"])
      #expect(group.title == actor.tooltip)
    }
    for relation in composition.relations {
      let group = try #require(reading.groups["relation-\(relation.id)"])
      #expect(group.title.contains("Says so of \(relation.id)."))
      #expect(group.title.contains("confidence"))
      #expect(group.title.contains("since 2025-07-03"))
    }
    #expect(Set(reading.ids).count == reading.ids.count)
  }

  @Test func pictureIsNamedForReadersWhoDoNotSeeIt() throws {
    let reading = try svg(try ArticleNetwork.drawing().compose())
    #expect(reading.rootAttributes["role"] == "img")
    #expect(reading.rootAttributes["aria-labelledby"] == "title desc")
    #expect(reading.title == "Moscow, Kabul and the EU")
    #expect(reading.summary.contains("25 actors · 37 relations"))
    #expect(reading.summary.contains("1 actor without ties left out"))
    #expect(reading.summary.contains("data 0123456789ab"))
    #expect(reading.rootAttributes["font-family"]?.hasPrefix("DejaVu Sans,") == true)
  }

  @Test func nothingButPlainDrawingIsInIt() throws {
    let reading = try svg(try ArticleNetwork.drawing().compose())
    let allowed: Set = ["svg", "g", "title", "desc", "path", "polygon", "polyline", "ellipse", "text"]
    #expect(reading.elements.subtracting(allowed).isEmpty)
    #expect(!reading.attributes.contains { $0.hasPrefix("on") || $0.contains("href") || $0 == "style" })
  }

  @Test(arguments: [
    "D&D", "&amp; &lt;b&gt; &#65; &quot;", "<lambda> <map>", "\"quoted\" 'so'", #"back\slash \N \G \l \n \\"#, "Россия",
    "ایران",
    "中国", "🙂 👩‍👩‍👧", "]]> <![CDATA[", "</text></g></svg><script>alert(1)</script>", "<b>bold</b>", "%n %s {a|b}",
    "\\", "a\" ]; n1 [label=\"x", String(repeating: "Long name ", count: 20), String(repeating: "x", count: 200),
    "#ff0000", "é ñ ß Ω", "-->", "// not a comment /* */",
  ])
  func hostileTextIsShownAsItIs(_ text: String) throws {
    var network = content([text, "B"], [(0, 1)])
    network.relations[0].label = text
    network.relations[0].note = text
    network.title = text
    let composition = try drawingOf(network).compose()
    let reading = try svg(composition)
    let wanted = text.split(whereSeparator: \.isWhitespace).joined()
    func shown(_ pieces: [String]) -> String { pieces.joined().filter { !$0.isWhitespace } }
    #expect(shown(reading.groups["actor-A0"]?.texts ?? []) == wanted)
    #expect(reading.groups["actor-A0"]?.title.filter { !$0.isWhitespace }.hasPrefix(wanted) == true)
    #expect(reading.groups["relation-R0"]?.title.filter { !$0.isWhitespace }.contains(wanted) == true)
    #expect(reading.title.filter { !$0.isWhitespace } == wanted)
    #expect(shown(reading.texts).contains("+" + wanted) || shown(reading.texts).contains("○" + wanted))
    #expect(!reading.elements.contains("script"))
    #expect(
      reading.elements.isSubset(of: ["svg", "g", "title", "desc", "path", "polygon", "polyline", "ellipse", "text"]))
    let actor = try #require(composition.actors.first { $0.id == "A0" })
    #expect(actor.box.contains(actor.textBox))
  }

  @Test func controlCharactersAreLeftOut() throws {
    let network = content(["a\u{0}b\u{1}c\u{8}d\u{1B}e\u{7F}f\u{85}g\u{202E}h\ni\tj\u{FFFE}", "B"], [(0, 1)])
    let reading = try svg(try drawingOf(network).compose())
    #expect(reading.groups["actor-A0"]?.texts.joined(separator: " ") == "abcdef gh i j")
  }

  @Test func idsAreReducedToPlainLettersAndStayApart() throws {
    var network = content(["first", "second", "third"], [])
    network.actors[0].id = "a b"
    network.actors[1].id = "a\"b"
    network.actors[2].id = "a_b"
    network.relations = [
      Relation(id: "x<1>", ends: .directed(from: "a b", to: "a\"b"), type: "t"),
      Relation(id: "x_1_", ends: .directed(from: "a\"b", to: "a_b"), type: "t"),
    ]
    let reading = try svg(try drawingOf(network).compose())
    #expect(reading.groups["actor-a_b"]?.texts == ["third"])
    #expect(reading.groups["actor-a_b-2"]?.texts == ["first"] || reading.groups["actor-a_b-2"]?.texts == ["second"])
    #expect(reading.groups["actor-a_b-3"] != nil)
    #expect(reading.groups["relation-x_1_"] != nil)
    #expect(reading.groups["relation-x_1_-2"] != nil)
  }

  @Test func idPrefixKeepsTwoPicturesInOneDocumentApart() throws {
    var drawing = try ArticleNetwork.drawing()
    drawing.style.idPrefix = "before-"
    let reading = try svg(try drawing.compose())
    #expect(reading.ids.allSatisfy { $0.hasPrefix("before-") })
    #expect(reading.rootAttributes["aria-labelledby"] == "before-title before-desc")
  }

  @Test(arguments: PictureFormat.allCases)
  func sameInputGivesSameBytes(_ format: PictureFormat) throws {
    let first = try renderer.render(try ArticleNetwork.drawing().compose(), as: format)
    let again = try renderer.render(try ArticleNetwork.drawing().compose(), as: format)
    let shuffled = try renderer.render(try ArticleNetwork.drawing(shuffledBy: 7).compose(), as: format)
    #expect(first == again)
    #expect(first == shuffled)
    #expect(!first.isEmpty)
  }

  @Test func formatsAreWhatTheySay() throws {
    let composition = try ArticleNetwork.drawing().compose()
    #expect(try renderer.render(composition, as: .png).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let pdf = try renderer.render(composition, as: .pdf)
    #expect(pdf.starts(with: Array("%PDF-".utf8)))
    #expect(String(decoding: pdf, as: UTF8.self).contains("(D:20000101000000"))
    let dot = String(decoding: try renderer.render(composition, as: .dot), as: UTF8.self)
    #expect(dot.contains("digraph"))
    #expect(dot.contains("id=\"relation-R01\""))
    #expect(dot.contains("tooltip="))
    let json = try JSONSerialization.jsonObject(with: Data(try renderer.render(composition, as: .json)))
    let positions = try #require((json as? [String: Any])?["positions"] as? [String: Any])
    #expect(positions.count == 25)
  }

  @Test("A png that takes more memory than the run may take is refused, whatever else is drawn")
  func memory() throws {
    let composition = try ArticleNetwork.drawing().compose()
    let little = RunContext(memory: MemoryBudget(limit: 20 << 20))
    let error = #expect(throws: DrawingError.self) { try renderer.render(composition, as: .png, in: little) }
    #expect(error?.description.contains("a png of 2339 × 1653 pixels would need 42 MiB of memory") == true)
    #expect(try !renderer.render(composition, as: .pdf, in: little).isEmpty)
    let enough = RunContext(memory: MemoryBudget(limit: 64 << 20))
    #expect(try !renderer.render(composition, as: .png, in: enough).isEmpty)
  }

  @Test func hundredRendersKeepMemoryFlat() throws {
    let composition = try drawingOf(content(["A", "B", "C"], [(0, 1), (1, 2)])).compose()
    for _ in 0..<20 { _ = try renderer.render(composition, as: .svg) }
    // Other tests run beside this one; what leaks grows every time.
    var growth: [Int] = []
    repeat {
      let before = residentKilobytes()
      for _ in 0..<100 { _ = try renderer.render(composition, as: .svg) }
      growth.append(residentKilobytes() - before)
    } while growth[growth.count - 1] >= 1_000 && growth.count < 12
    #expect(growth[growth.count - 1] < 1_000, "\(growth)")
  }

  /// Memory in use; 0 where it cannot be read.
  private func residentKilobytes() -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
    let pages = status.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * 4
  }

  @Test func tasksTakeTurns() async throws {
    let expected = try renderer.render(try ArticleNetwork.drawing().compose(), as: .svg)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for seed in 0..<8 {
        group.addTask {
          try GraphvizRenderer().render(try ArticleNetwork.drawing(shuffledBy: UInt64(seed)).compose(), as: .svg)
        }
      }
      for try await bytes in group { #expect(bytes == expected) }
    }
  }
}
