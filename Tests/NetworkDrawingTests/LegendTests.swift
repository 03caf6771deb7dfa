import ActorModel
import Testing

@testable import NetworkDrawing

@Suite struct LegendTests {
  @Test func holdsWhatIsInThePicture() throws {
    let legend = try #require(try ArticleNetwork.drawing().compose().legend)
    #expect(legend.signs == [.positive, .negative, .neutral])
    #expect(legend.statuses == [.fact, .assessment, .anticipated])
    // No neutral assessment is in the article.
    #expect(legend.lines.count == 8)
    #expect(!legend.lines.contains { $0.sign == .neutral && $0.status == .assessment })
    #expect(Set(legend.kinds) == Set(ActorKind.allCases.map { $0 }))
    #expect(legend.strengths.first == 0.3)
    #expect(legend.strengths.last == 1)
    #expect(legend.blocs == ["Anti-Western axis (analysts' term)"])
    #expect(legend.measures == ["number of ties"])
  }

  @Test func holdsNothingElse() throws {
    var network = content(["A", "B"], [(0, 1)])
    network.actors[0].kind = .state
    network.actors[1].kind = .state
    network.relations[0].sign = .negative
    let legend = try #require(try drawingOf(network).compose().legend)
    #expect(legend.signs == [.negative])
    #expect(legend.statuses == [.fact])
    #expect(legend.kinds == [.state])
    #expect(legend.blocs.isEmpty)
    #expect(legend.measures.isEmpty)
    #expect(!legend.showsDisputes)
    let texts = SVGReading(try GraphvizRenderer().render(try drawingOf(network).compose(), as: .svg)).texts
    #expect(!texts.contains { $0.hasPrefix("positive") || $0.hasPrefix("anticipated") || $0 == "movement" })
  }

  @Test func canBeLeftOut() throws {
    var drawing = try ArticleNetwork.drawing()
    drawing.style.showsLegend = false
    #expect(try drawing.compose().legend == nil)
  }

  @Test("No two samples overlap", arguments: [Measure.ties, .none, .values(["RUS": 4, "IRN": 1], name: "power")])
  func samplesKeepApart(_ measure: Measure) throws {
    var drawing = try ArticleNetwork.drawing()
    drawing.style.sizes = measure
    let boxes = try #require(try drawing.compose().legend).marks.shapes.map(\.box)
    for (place, box) in boxes.enumerated() {
      for other in boxes.dropFirst(place + 1) { #expect(!box.overlaps(other)) }
    }
  }

  @Test("It shows every colour that lines and areas of blocs have, and fills from the least to the greatest")
  func colours() throws {
    let composition = try ArticleNetwork.drawing().compose()
    let legend = try #require(composition.legend)
    let palette = composition.style.palette
    let drawn = Set(composition.relations.map { $0.style.colour(palette) })
    #expect(drawn.isSubset(of: Set(legend.marks.lines.map(\.colour))))
    #expect(Set(composition.areas.map(\.colour)).isSubset(of: Set(legend.marks.areas.map(\.stroke))))
    let fills = Set(legend.marks.shapes.map(\.fill))
    let darkest = try #require(composition.actors.map(\.fill).min { $0.luminance < $1.luminance })
    #expect(fills.contains(darkest))
  }
}
