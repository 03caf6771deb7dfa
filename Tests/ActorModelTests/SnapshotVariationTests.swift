import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("Variations of a snapshot")
struct SnapshotVariationTests {
  /// Four actors, one of which exists from 2020 on, and relations of all kinds.
  static func network() throws -> ActorNetwork {
    let actors = ["D", "B", "A", "C"].map { id in
      Sample.actor(id) { if id == "D" { $0.existence = Sample.interval("2020-01-11") } }
    }
    let relations = [
      Sample.relation("R5", "A>B") { $0.strength = 0.3 },
      Sample.relation("R1", "B>C") { $0.sign = .negative },
      Sample.relation("R4", "A-C") { $0.sign = .positive },
      Sample.relation("R3", "A>B") {
        $0.strength = 0.7
        $0.type = "u"
        $0.validity = Sample.interval("2020-01-06")
      },
      Sample.relation("R2", "C>D") { $0.confidence = 0.5 },
      Sample.relation("R0", "B>A") { $0.validity = Sample.interval("2019", "2020-01-16") },
    ]
    return try Sample.network(relations, actors: actors)
  }

  /// Everything about a graph that does not depend on how its snapshot is kept.
  static func expectSame(_ one: ProjectedGraph, _ other: ProjectedGraph, _ note: String) {
    let pairs = [one, other].map { projected in
      (0..<projected.graph.edgeCount).map {
        [projected.graph.source(of: $0), projected.graph.target(of: $0)]
      }
    }
    #expect(pairs[0] == pairs[1], "\(note)")
    #expect(one.actors == other.actors && one.graph.columns == other.graph.columns, "\(note)")
    #expect(one.relationPositions == other.relationPositions && one.snapshot.relations == other.snapshot.relations)
    #expect(one.relationCount == other.relationCount && one.undatedCount == other.undatedCount)
    for actor in one.snapshot.network.actors { #expect(one.node(ofActor: actor.id) == other.node(ofActor: actor.id)) }
  }

  /// Projections that read all that there is about a relation.
  static var projections: [Projection] {
    var all: [Projection] = []
    for combination in Projection.Combination.allCases {
      for direction in Projection.Direction.allCases {
        var projection = Projection()
        projection.combination = combination
        projection.direction = direction
        projection.isolates = .drop
        projection.halfLives = [HalfLife(type: "u", days: 10)]
        all.append(projection)
      }
    }
    return all
  }

  static let queries = [
    SnapshotQuery(time: .day(Sample.day("2020-01-12"))),
    SnapshotQuery(time: .window(Sample.window("2020-01-01", "2020-01-21")), windowMode: .mean),
  ]

  @Test("A selection of relations gives the graph that the same relations give when they are listed")
  func selection() throws {
    for query in Self.queries {
      let snapshot = Snapshot(of: try Self.network(), query)
      let count = snapshot.relations.count
      for subset in 0..<(1 << count) {
        let positions = (0..<count).filter { subset >> $0 & 1 == 1 }
        let selected = snapshot.selecting(positions)
        let listed = snapshot.replacing(relations: positions.map { snapshot.relations[$0] })
        for projection in subset % 7 == 0 ? Self.projections : [Projection()] {
          Self.expectSame(
            try projection.graph(of: selected), try projection.graph(of: listed), "\(projection) of \(positions)")
        }
      }
    }
  }

  @Test("A selection of a selection is one of the whole")
  func nested() throws {
    let snapshot = Snapshot(of: try Self.network(), Self.queries[0])
    let part = snapshot.selecting([0, 2, 3]).selecting([1, 2])
    #expect(part.relations == [snapshot.relations[2], snapshot.relations[3]])
    let projected = try Projection().graph(of: part)
    #expect(projected.relations(ofEdge: 0).map(\.id) == ["R3"] && projected.relationCount == 2)
  }

  @Test("Other strengths, signs and ends give the graph of relations that say so")
  func variation() throws {
    for query in Self.queries {
      let snapshot = Snapshot(of: try Self.network(), query)
      var world = SnapshotVariation(of: snapshot)
      world.scaleStrength(at: 0, by: 0.5)
      world.setSign(at: 1, to: .positive)
      world.move(at: 3, from: "D", to: "B")
      world.move(at: 2, from: "D", to: "A")
      var relations = snapshot.relations
      relations[0].strength *= 0.5
      relations[1].sign = .positive
      relations[3].ends = .directed(from: "D", to: "B")
      relations[2].ends = .mutual("D", "A")
      for positions in [[0, 1, 2, 3, 4], [3, 2, 0], []] {
        let varied = world.snapshot(of: positions)
        let listed = snapshot.replacing(relations: positions.map { relations[$0] })
        for projection in Self.projections {
          Self.expectSame(
            try projection.graph(of: varied), try projection.graph(of: listed), "\(projection) of \(positions)")
        }
      }
    }
  }

  @Test("The snapshot that is varied stays as it was")
  func base() throws {
    let snapshot = Snapshot(of: try Self.network(), Self.queries[0])
    let before = try Projection().graph(of: snapshot)
    var world = SnapshotVariation(of: snapshot)
    world.scaleStrength(at: 0, by: 3)
    _ = try Projection().graph(of: world.snapshot(of: [0]))
    Self.expectSame(try Projection().graph(of: snapshot), before, "varied")
  }

  @Test("States of two networks that list their actors differently lead to the right nodes where they share a graph")
  func sharedGraph() throws {
    let gone = Sample.actor("Z") { $0.existence = Sample.interval("", "2000") }
    let actors = ["B", "A"].map { Sample.actor($0) }
    let relations = [Sample.relation("R", "A>B")]
    let networks = [
      FrameNetwork(try Sample.network(relations, actors: actors), date: FrameDate("2020")),
      FrameNetwork(try Sample.network(relations, actors: [gone] + actors), date: FrameDate("2021")),
    ]
    let series = try ProjectedSeries(of: SnapshotSeries(of: networks), by: Projection())
    #expect(series.firstOfEqual == [0, 0])
    for graph in series.graphs {
      #expect(graph.node(ofActor: "A") == 0 && graph.node(ofActor: "B") == 1 && graph.node(ofActor: "Z") == nil)
    }
  }
}
