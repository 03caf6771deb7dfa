import ActorModel
import Testing

@testable import NetworkDrawing

@Suite("PictureContent")
struct PictureContentTests {
  @Test("Actors and relations are in an order of their own, whatever the order in the file")
  func order() throws {
    let plain = try ArticleNetwork.drawing().content()
    for seed: UInt64 in [1, 2, 3] {
      let shuffled = try ArticleNetwork.drawing(shuffledBy: seed).content()
      #expect(shuffled.actors.map(\.id) == plain.actors.map(\.id))
      #expect(shuffled.ties.map(\.relation.id) == plain.ties.map(\.relation.id))
    }
  }

  @Test("It holds the relations that the projection takes, between the actors they count for")
  func asProjected() throws {
    var network = content(["A", "B", "C", "D"], [(0, 1), (1, 2), (2, 2), (0, 2)])
    network.actors[1].partOf = "A0"
    network.relations[3].confidence = 0.2
    for rollUp in [Projection.RollUp.none, .all] {
      for loops in Projection.Loops.allCases {
        var projection = Projection()
        projection.rollUp = rollUp
        projection.loops = loops
        projection.minimumConfidence = 0.5
        let snapshot = Snapshot(of: try ActorNetwork(network))
        let graph = try projection.graph(of: snapshot)
        let inside = try Drawing(of: snapshot, projection: projection).content()
        #expect(inside.ties.count == graph.relationCount)
        #expect(inside.droppedLoopCount == graph.droppedLoopCount)
        #expect(inside.undatedCount == graph.undatedCount)
        #expect(inside.actors.count + inside.loneCount == graph.actors.count)
        for tie in inside.ties {
          let ends = [tie.from, tie.to].map { inside.actors[$0].id }
          let nodes = [tie.relation.ends.first, tie.relation.ends.second].map { graph.node(ofActor: $0) }
          #expect(ends == nodes.compactMap(\.self).map { graph.actors[$0].id })
        }
      }
    }
  }

  @Test("Marked by changes it is what it would have been had they been known from the start")
  func marked() throws {
    var changes = PictureChanges(before: "2024", after: "2025")
    changes.relations = ["R01": .new, "R02": .ended, "R03": .flipped]
    var drawing = try ArticleNetwork.drawing()
    let later = try drawing.content().marked(by: changes)
    drawing.changes = changes
    let first = try drawing.content()
    #expect(later.ties.map(\.change) == first.ties.map(\.change) && later.tieCounts == first.tieCounts)
    #expect(try drawing.content().tieCounts != ArticleNetwork.drawing().content().tieCounts)
  }

  @Test("Parts that tie leads to are components, the largest first")
  func components() throws {
    let network = content((0..<7).map { "Actor \($0)" }, [(0, 1), (2, 3), (3, 4), (5, 6)])
    let components = try drawingOf(network).content().components()
    #expect(components.map(Set.init) == [[2, 3, 4], [0, 1], [5, 6]])
  }
}
