import ActorModel
import NetworkDrawing
import Testing

@Suite struct BlocAreasTests {
  @Test func takeInTheirMembersAndNobodyElse() throws {
    let composition = try ArticleNetwork.drawing().compose()
    let area = try #require(composition.areas.first)
    #expect(area.members == ["CHN", "IRN", "RUS"])
    for actor in composition.actors {
      let isInside = area.outlines.contains { contains($0, actor.center) }
      #expect(isInside == area.members.contains(actor.id), "\(actor.id)")
    }
  }

  @Test func membershipHoldsForItsTimeOnly() throws {
    var network = ArticleNetwork.content()
    for index in network.actors.indices {
      for place in network.actors[index].blocs.indices {
        network.actors[index].blocs[place].interval.until = try CalendarDate("2024")
      }
    }
    #expect(try drawingOf(network).compose().areas.isEmpty)
  }

  @Test func areasCanBeChosen() throws {
    var drawing = try ArticleNetwork.drawing()
    drawing.style.blocs = []
    #expect(try drawing.compose().areas.isEmpty)
    drawing.style.blocs = ["axis", "nowhere"]
    #expect(try drawing.compose().areas.map(\.bloc) == ["axis"])
  }

  /// Others stand between the members: an area would be in pieces.
  @Test func blocsInPiecesHaveBadgesInstead() throws {
    var network = content((0..<9).map { "Actor \($0)" }, (0..<8).map { ($0, $0 + 1) })
    for place in [0, 3, 5, 8] { network.actors[place].blocs = [BlocMembership("pact")] }
    network.blocs = [Bloc(id: "pact", name: "Pact of four")]
    var drawing = try drawingOf(network)
    drawing.positions = Positions(
      Dictionary(uniqueKeysWithValues: (0..<9).map { ("A\($0)", Point(x: 80 + 85 * Double($0), y: 300)) }))
    let composition = try drawing.compose()
    let area = try #require(composition.areas.first)
    #expect(area.outlines.isEmpty)
    #expect(area.badge == "P")
    let picture = composition.picture
    // One at each member, and one in the legend.
    #expect(picture.texts.count { $0 == "P" } == 5)
    #expect(composition.legend?.blocs == ["Pact of four"])
  }

  @Test("The outline of a larger bloc leaves room for that of a smaller one inside")
  func margins() throws {
    var network = content((0..<6).map { "Actor \($0)" }, (0..<5).map { ($0, $0 + 1) })
    for place in 0..<4 { network.actors[place].blocs = [BlocMembership("large")] }
    for place in 0..<2 { network.actors[place].blocs.append(BlocMembership("small")) }
    network.blocs = [Bloc(id: "large", name: "Large"), Bloc(id: "small", name: "Small")]
    let areas = try drawingOf(network).compose().areas
    #expect(areas.map(\.bloc) == ["large", "small"])
    #expect(Set(areas.map(\.colour)).count == 2)
  }

  /// Whether a place lies inside a convex outline, counter-clockwise.
  private func contains(_ outline: [Point], _ point: Point) -> Bool {
    outline.indices.allSatisfy { index in
      let a = outline[index]
      let b = outline[(index + 1) % outline.count]
      return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) >= -0.1
    }
  }
}
