import ActorModel
import Testing

@testable import NetworkDrawing

@Suite("SVGText")
struct SVGTextTests {
  private static let hostile = #"<script>&amp;&#x41; "quoted" 'so' ]]> --> ü→"#

  private func svg(_ composition: Composition) throws -> [UInt8] {
    try GraphvizRenderer().render(composition, as: .svg)
  }

  @Test("It is well-formed, its ids are unique, and texts and tooltips are what was written")
  func wellFormed() throws {
    var network = content([Self.hostile, "B & C"], [(0, 1)])
    network.relations[0].type = "a<b&c"
    network.title = Self.hostile
    let reading = SVGReading(try svg(try drawingOf(network).compose()))
    #expect(reading.error == nil)
    #expect(Set(reading.ids).count == reading.ids.count)
    #expect(reading.title == Self.hostile)
    #expect(reading.groups["actor-A0"]?.title.hasPrefix(Self.hostile) == true)
    #expect(!reading.elements.contains("script"))
    #expect(reading.texts.joined(separator: " ").contains("a<b&c"))
    #expect(!reading.texts.joined().contains(SVGText.guardMark))
  }

  @Test("Every actor and relation is a group with its id and a tooltip")
  func groups() throws {
    let composition = try ArticleNetwork.drawing().compose()
    let reading = SVGReading(try svg(composition))
    for actor in composition.actors { #expect(reading.groups["actor-\(actor.id)"]?.title.isEmpty == false) }
    for relation in composition.relations {
      #expect(reading.groups["relation-\(relation.id)"]?.title.isEmpty == false, "\(relation.id)")
    }
  }

  @Test("Two pictures with prefixes of their own can stand in one document")
  func prefixes() throws {
    var ids: [String] = []
    for prefix in ["a-", "b-"] {
      var drawing = try ArticleNetwork.drawing()
      drawing.style.idPrefix = prefix
      let own = SVGReading(try svg(try drawing.compose())).ids
      #expect(own.allSatisfy { $0.hasPrefix(prefix) }, "\(own)")
      ids += own
    }
    #expect(Set(ids).count == ids.count)
  }

  @Test("What XML would read as markup is written out")
  func escaped() {
    #expect(SVGText.escaped(#"a & b < c > "d""#) == "a &amp; b &lt; c &gt; &quot;d&quot;")
    #expect(SVGText.escaped("plain → ü") == "plain → ü")
  }
}
