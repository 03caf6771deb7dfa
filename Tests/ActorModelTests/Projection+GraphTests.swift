import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("Projection to a graph")
struct ProjectionGraphTests {
  /// The graph of some relations under the default projection, changed as asked for.
  static func project(
    _ relations: [Relation], actors: [Actor]? = nil, _ change: (inout Projection) -> Void = { _ in }
  ) throws -> ProjectedGraph {
    var projection = Projection()
    change(&projection)
    return try projection.graph(of: Snapshot(of: try Sample.network(relations, actors: actors)))
  }

  /// Edges as `A>B`, in the graph's order.
  static func edges(_ projected: ProjectedGraph) -> [String] {
    let graph = projected.graph
    return (0..<graph.edgeCount).map {
      "\(projected.actors[graph.source(of: $0)].id)>\(projected.actors[graph.target(of: $0)].id)"
    }
  }

  @Test("A network of mutual relations is undirected on any day; one directed relation makes every tie run a way")
  func mutual() throws {
    let early = Sample.relation("r", "B-A") { $0.validity = Sample.interval("2020", "2021") }
    for direction in Projection.Direction.allCases {
      let projected = try Self.project([early, Sample.relation("s", "A-C")]) { $0.direction = direction }
      #expect(!projected.graph.isDirected && Self.edges(projected) == ["A>B", "A>C"])
    }
    let mixed = [early, Sample.relation("s", "A-C"), Sample.relation("t", "B>C") { $0.status = .anticipated }]
    let projected = try Self.project(mixed)
    #expect(projected.graph.isDirected && Self.edges(projected) == ["A>B", "A>C", "B>A", "C>A"])
  }

  @Test("Relations that count although nothing says when they began are counted, where a day is looked at")
  func undated() throws {
    let relations = [
      Sample.relation("never said", "A>B"), Sample.relation("dated", "B>C") { $0.validity = Sample.interval("2020") },
      Sample.relation("possible", "A>B") { $0.status = .anticipated }, Sample.relation("loop", "A>A"),
      Sample.relation("ends", "A>B") { $0.validity = Sample.interval("", "2022") },
    ]
    let network = try Sample.network(relations)
    func count(_ time: SnapshotQuery.Time) throws -> Int {
      try Projection().graph(of: Snapshot(of: network, SnapshotQuery(time: time))).undatedCount
    }
    #expect(try count(.day(Sample.day("1850"))) == 2)
    #expect(try count(.last) == 1, "one has ended")
    #expect(try Self.project([relations[0]]).undatedCount == 0, "no day is looked at")
  }

  @Test("A frame that relations name themselves holds its relations for that, and not for want of dates")
  func undatedFrame() throws {
    let network = try Sample.network([
      Sample.relation("R", "A>B") { $0.attributes = [Attribute("year", "2021")] },
      Sample.relation("S", "A>B") {
        $0.attributes = [Attribute("year", "2021")]
        $0.validity = Sample.interval("2021")
      },
    ])
    let series = try SnapshotSeries(of: network, by: "year")
    #expect(try Projection().graph(of: series.frames[0].snapshot).undatedCount == 0)
  }

  @Suite("Which relations count")
  struct Admission {
    private func admitted(_ change: (inout Projection) -> Void) throws -> [String] {
      let relations = [
        Sample.relation("fact", "A>B") { $0.sign = .positive },
        Sample.relation("assessment", "A>B") {
          $0.status = .assessment
          $0.confidence = 0.5
          $0.sign = .negative
        },
        Sample.relation("anticipated", "A>B") {
          $0.status = .anticipated
          $0.type = "u"
          $0.confidence = 0.2
        },
      ]
      let projected = try project(relations) {
        $0.combination = .keep
        change(&$0)
      }
      #expect(projected.relationCount == projected.graph.edgeCount)
      return (0..<projected.graph.edgeCount).map { projected.relations(ofEdge: $0)[0].id }.sorted()
    }

    @Test("By status")
    func status() throws {
      #expect(try admitted { _ in } == ["assessment", "fact"])
      #expect(try admitted { $0.statuses = [.anticipated] } == ["anticipated"])
      #expect(try admitted { $0.statuses = [] } == [])
    }

    @Test("By type, sign and confidence; a confidence that is just enough counts")
    func others() throws {
      #expect(
        try admitted {
          $0.statuses = Status.allCases
          $0.types = ["u"]
        } == ["anticipated"])
      #expect(try admitted { $0.signs = [.negative] } == ["assessment"])
      #expect(try admitted { $0.signs = [.positive, .negative] } == ["assessment", "fact"])
      #expect(try admitted { $0.minimumConfidence = 0.5 } == ["assessment", "fact"])
      #expect(try admitted { $0.minimumConfidence = 0.51 } == ["fact"])
    }
  }

  @Suite("Direction")
  struct Direction {
    private let relations = [Sample.relation("R1", "B>A"), Sample.relation("R2", "B-C")]

    @Test("As stated: a mutual relation runs both ways and is one relation")
    func stated() throws {
      let projected = try project(relations)
      #expect(projected.graph.isDirected)
      #expect(edges(projected) == ["B>A", "B>C", "C>B"])
      #expect(projected.relationCount == 2)
    }

    @Test("Reversed: every edge the other way")
    func reversed() throws {
      #expect(edges(try project(relations) { $0.direction = .reversed }) == ["A>B", "B>C", "C>B"])
    }

    @Test("Either: undirected, opposite relations become parallel")
    func either() throws {
      let projected = try project(relations + [Sample.relation("R3", "A>B")]) { $0.direction = .either }
      #expect(!projected.graph.isDirected)
      #expect(edges(projected) == ["A>B", "B>C"])
      #expect(projected.graph.strengths == [2, 1])
      #expect(Set(projected.relations(ofEdge: 0).map(\.id)) == ["R1", "R3"])
    }

    @Test("Opposite relations stay apart as stated")
    func opposite() throws {
      let projected = try project([
        Sample.relation("R1", "A>B") { $0.strength = 2 }, Sample.relation("R2", "B>A") { $0.strength = 3 },
      ])
      #expect(edges(projected) == ["A>B", "B>A"])
      #expect(projected.graph.strengths == [2, 3])
    }
  }

  @Suite("Parallel relations")
  struct Parallel {
    /// Strengths 0.5 (+, 2020), 0.25 (−, 2022) and 0.125 (neutral, undated).
    private var relations: [Relation] {
      [
        Sample.relation("R1", "A>B") {
          $0.strength = 0.5
          $0.sign = .positive
          $0.validity = Sample.interval("2020")
        },
        Sample.relation("R2", "A>B") {
          $0.strength = 0.25
          $0.sign = .negative
          $0.validity = Sample.interval("2022")
        },
        Sample.relation("R3", "A>B") { $0.strength = 0.125 },
      ]
    }

    private func columns(_ combination: Projection.Combination) throws -> ProjectedGraph {
      try project(relations) { $0.combination = combination }
    }

    @Test(
      "One edge with the strength that the combination says, and the net sign",
      arguments: [
        (Projection.Combination.sum, 0.875, 0.25), (.max, 0.5, 0.25), (.mean, 0.875 / 3, 0.25 / 3),
        (.latest, 0.25, -0.25), (.noisyOr, 1 - 0.5 * 0.75 * 0.875, 0.25),
      ])
    func combined(combination: Projection.Combination, strength: Double, signed: Double) throws {
      let projected = try columns(combination)
      #expect(projected.graph.edgeCount == 1)
      #expect(projected.relationCount == 3)
      #expect(Set(projected.relations(ofEdge: 0).map(\.id)) == ["R1", "R2", "R3"])
      #expect(abs(try #require(projected.graph.strengths)[0] - strength) < 1e-15)
      #expect(abs(try #require(projected.graph.signedStrengths)[0] - signed) < 1e-15)
      #expect(projected.graph.signs == [signed > 0 ? 1 : -1])
      #expect(abs(try #require(projected.graph.lengths)[0] - 1 / strength) < 1e-15)
    }

    @Test("Kept apart: an edge each, the strongest first")
    func keep() throws {
      let projected = try columns(.keep)
      #expect(projected.graph.edgeCount == 3)
      #expect(projected.graph.strengths == [0.5, 0.25, 0.125])
      #expect(projected.graph.signs == [1, -1, 0])
      #expect(projected.graph.signedStrengths == [0.5, -0.25, 0])
      #expect(projected.graph.lengths == [2, 4, 8])
    }

    @Test("Equal and opposite ties are neutral as a whole")
    func cancelling() throws {
      var relations = relations
      relations[1].strength = 0.5
      #expect(try project(relations).graph.signs == [0])
    }

    @Test("Noisy-or refuses a strength above 1 and names the relation")
    func noisyOr() throws {
      var relations = relations
      relations[1].strength = 1.5
      let error = try #require(throws: ProjectionError.self) {
        try project(relations) { $0.combination = .noisyOr }
      }
      #expect(error.description.contains("relation R2"))
      #expect(error.description.contains("at most 1"))
    }
  }

  @Suite("Lengths")
  struct Lengths {
    private func lengths(
      _ strengths: [Double], _ change: (inout Projection) -> Void
    ) throws -> [Double]? {
      try project(
        strengths.enumerated().map { i, strength in Sample.relation("R\(i)", "A>B") { $0.strength = strength } }, change
      ).graph.lengths
    }

    @Test("The inverse of the strength, or its negative logarithm")
    func conversions() throws {
      #expect(try lengths([0.25]) { $0.length = .inverse } == [4])
      #expect(try lengths([1]) { $0.length = .negativeLog } == [0])
      #expect(abs(try #require(try lengths([0.5]) { $0.length = .negativeLog })[0] - 0.693147180559945) < 1e-15)
    }

    @Test("A strength of 1 has the length 0, not −0")
    func noNegativeZero() throws {
      let length = try #require(try lengths([1]) { $0.length = .negativeLog })[0]
      #expect(length.sign == .plus)
    }

    @Test("The negative logarithm refuses a strength above 1, combined or not, and says what to do")
    func refusal() throws {
      for strengths in [[1.5], [0.75, 0.75]] {
        let error = try #require(throws: ProjectionError.self) { try lengths(strengths) { $0.length = .negativeLog } }
        #expect(error.description.contains("1.5"))
        #expect(error.description.contains("R0"))
        #expect(error.description.contains("noisy-or or max"))
      }
      #expect(
        try lengths([0.75, 0.75]) {
          $0.length = .negativeLog
          $0.combination = .max
        } != nil)
    }

    @Test("Numbers that are lengths stay exactly as written; parallel ones combine as strengths do")
    func writtenLengths() throws {
      for length in [0.1, 3, 49, 1e-9] { #expect(try lengths([length]) { $0.weights = .length } == [length]) }
      // 1/(1/2 + 1/2) = 1: like resistances side by side.
      #expect(try lengths([2, 2]) { $0.weights = .length } == [1])
      #expect(
        try lengths([2, 4]) {
          $0.weights = .length
          $0.combination = .max
        } == [2])
    }

    @Test("Unweighted, the graph has neither strengths nor lengths, but signs by number of ties")
    func unweighted() throws {
      let graph = try project([
        Sample.relation("R1", "A>B") {
          $0.sign = .positive
          $0.strength = 100
        },
        Sample.relation("R2", "A>B") { $0.sign = .negative },
        Sample.relation("R3", "A>B") { $0.sign = .negative },
      ]) { $0.weights = .none }.graph
      #expect(graph.strengths == nil)
      #expect(graph.lengths == nil)
      #expect(graph.signs == [-1])
      #expect(graph.signedStrengths == [-1])
    }
  }

  @Suite("Rolling up and loops")
  struct RollingUp {
    private let actors = [
      Sample.actor("RUS"), Sample.actor("MOJ") { $0.partOf = "RUS" }, Sample.actor("DEPT") { $0.partOf = "MOJ" },
      Sample.actor("EU"), Sample.actor("COM") { $0.partOf = "EU" },
    ]
    private let relations = [
      Sample.relation("R1", "DEPT>COM"), Sample.relation("R2", "MOJ>RUS"), Sample.relation("R3", "RUS>EU"),
    ]

    private func project(_ rollUp: Projection.RollUp, loops: Projection.Loops = .drop) throws -> ProjectedGraph {
      try ProjectionGraphTests.project(relations, actors: actors) {
        $0.rollUp = rollUp
        $0.loops = loops
      }
    }

    @Test("None: everybody for itself")
    func none() throws {
      let projected = try project(.none)
      #expect(projected.actors.map(\.id) == ["COM", "DEPT", "EU", "MOJ", "RUS"])
      #expect(edges(projected) == ["DEPT>COM", "MOJ>RUS", "RUS>EU"])
    }

    @Test("All: parts of parts count as the whole; ties inside it are dropped and counted")
    func all() throws {
      let projected = try project(.all)
      #expect(projected.actors.map(\.id) == ["EU", "RUS"])
      #expect(edges(projected) == ["RUS>EU"])
      #expect(projected.graph.strengths == [2])
      #expect(projected.droppedLoopCount == 1)
      #expect(projected.relationCount == 2)
      #expect(projected.node(ofActor: "DEPT") == projected.node(ofActor: "RUS"))
    }

    @Test("Into one: its parts only, and parts of parts up to the whole that is named")
    func into() throws {
      #expect(edges(try project(.into(["RUS"]))) == ["RUS>COM", "RUS>EU"])
      #expect(edges(try project(.into(["MOJ"]))) == ["MOJ>COM", "MOJ>RUS", "RUS>EU"])
      #expect(edges(try project(.into(["MOJ", "RUS"]))) == ["RUS>COM", "RUS>EU"])
    }

    @Test("The actor to roll up into may be named by name; an unknown one is refused with the nearest")
    func names() throws {
      #expect(edges(try project(.into(["rus"]))) == ["RUS>COM", "RUS>EU"])
      #expect(throws: ProjectionError.unknownActor(.unknown("RUZ", nearest: ["RUS"]))) { try project(.into(["RUZ"])) }
    }

    @Test("Loops may be kept")
    func keptLoops() throws {
      let projected = try project(.all, loops: .keep)
      #expect(edges(projected) == ["RUS>EU", "RUS>RUS"])
      #expect(projected.droppedLoopCount == 0)
      #expect(projected.relationCount == 3)
    }

    @Test("A loop that is stated so is dropped or kept like one made by rolling up, a mutual one once")
    func statedLoops() throws {
      let loops = [Sample.relation("R1", "A>A"), Sample.relation("R2", "A-A"), Sample.relation("R3", "A>B")]
      #expect(try ProjectionGraphTests.project(loops).droppedLoopCount == 2)
      let kept = try ProjectionGraphTests.project(loops) {
        $0.loops = .keep
        $0.combination = .keep
      }
      #expect(edges(kept) == ["A>A", "A>A", "A>B"])
    }

    @Test("Loops that are kept are counted, and so are those that are dropped")
    func loopCounts() throws {
      #expect(try project(.all).keptLoopCount == 0)
      let kept = try project(.all, loops: .keep)
      #expect(kept.keptLoopCount == 1)
      #expect(kept.droppedLoopCount == 0)
    }

    @Test("A chain of 20,000 parts is rolled up into its end")
    func longChain() throws {
      let last = 19_999
      let actors = (0...last).map { i in Sample.actor("N\(i)") { $0.partOf = i < last ? "N\(i + 1)" : nil } }
      let network = try Sample.network(
        [Sample.relation("R1", "N0>N9999"), Sample.relation("R2", "N5000>N15000")], actors: actors)
      var projection = Projection()
      projection.rollUp = .all
      #expect(try projection.graph(of: Snapshot(of: network)).actors.map(\.id) == ["N19999"])
      projection.rollUp = .into(["N100", "N10000"])
      let projected = try projection.graph(of: Snapshot(of: network))
      #expect(projected.droppedLoopCount == 1)
      #expect(edges(projected) == ["N10000>N15000"])
      #expect(projected.actors.count == 10_000)
    }

    @Test("Where the whole does not exist, the part stands for itself")
    func absentWhole() throws {
      var actors = actors
      actors[0].existence = Sample.interval("2030")
      let projection = {
        var projection = Projection()
        projection.rollUp = .all
        return projection
      }()
      let network = try Sample.network([Sample.relation("R1", "DEPT>COM")], actors: actors)
      let snapshot = Snapshot(of: network, SnapshotQuery(time: .day(Sample.day("2025"))))
      let projected = try projection.graph(of: snapshot)
      #expect(projected.actors.map(\.id) == ["EU", "MOJ"])
      #expect(edges(projected) == ["MOJ>EU"])
    }
  }

  @Suite("Actors without ties")
  struct Isolates {
    private func ids(_ change: (inout Projection) -> Void) throws -> [String] {
      try project(
        [Sample.relation("R1", "B>C"), Sample.relation("R2", "D>D")],
        actors: ["D", "C", "B", "A"].map { Sample.actor($0) }, change
      ).actors.map(\.id)
    }

    @Test("They are nodes, or they are not; an actor tied only to itself has no tie when loops are dropped")
    func isolates() throws {
      #expect(try ids { _ in } == ["A", "B", "C", "D"])
      #expect(try ids { $0.isolates = .drop } == ["B", "C"])
      #expect(
        try ids {
          $0.isolates = .drop
          $0.loops = .keep
        } == ["B", "C", "D"])
    }
  }

  @Suite("Order independence")
  struct Order {
    /// A network with parallel, mutual, opposite, equal, disputed and rolled-up relations.
    private func relations(_ random: inout SeededGenerator) -> [Relation] {
      let types = ["t", "u"]
      return (0..<60).map { i in
        let a = random.nextIndex(below: 8)
        let b = random.nextIndex(below: 8)
        let isMutual = random.nextIndex(below: 4) == 0
        return Sample.relation("R\(i)", "N\(a)\(isMutual ? "-" : ">")N\(b)") {
          $0.strength = [0.1, 0.2, 0.3, 0.7][random.nextIndex(below: 4)]
          $0.sign = Sign.allCases[random.nextIndex(below: 3)]
          $0.type = types[random.nextIndex(below: 2)]
          $0.status = Status.allCases[random.nextIndex(below: 3)]
          $0.validity = [Interval(), Sample.interval("2020"), Sample.interval("2021-05")][random.nextIndex(below: 3)]
        }
      }
    }

    /// Everything that an algorithm sees, as text: bits of numbers, not their looks.
    private func print(_ projected: ProjectedGraph) -> String {
      let graph = projected.graph
      func bits(_ column: [Double]?) -> String {
        column.map { $0.map { String($0.bitPattern, radix: 16) }.joined(separator: " ") } ?? "none"
      }
      let ids = (0..<graph.edgeCount).map { projected.relations(ofEdge: $0).map(\.id).joined(separator: "+") }
      return [
        projected.actors.map(\.id).joined(separator: " "), edges(projected).joined(separator: " "),
        ids.joined(separator: " "), bits(graph.strengths), bits(graph.lengths), bits(graph.signedStrengths),
        "\(graph.signs ?? [])", "\(projected.relationCount) \(projected.droppedLoopCount)",
      ].joined(separator: "\n")
    }

    @Test("Actors and relations in any order give the same graph, bit for bit", arguments: 0..<4)
    func shuffled(seed: Int) throws {
      var random = SeededGenerator(seed: UInt64(seed))
      var relations = relations(&random)
      var actors = (0..<8).map { i in Sample.actor("N\(i)") { $0.partOf = i >= 6 ? "N\(i - 6)" : nil } }
      var projections: [Projection] = []
      for combination in Projection.Combination.allCases {
        for direction in Projection.Direction.allCases {
          var projection = Projection()
          projection.combination = combination
          projection.direction = direction
          projection.rollUp = direction == .reversed ? .all : .none
          projection.loops = combination == .max ? .keep : .drop
          projection.weights = combination == .mean ? .length : .strength
          projections.append(projection)
        }
      }
      let network = try Sample.network(relations, actors: actors)
      let first = try projections.map { print(try $0.graph(of: Snapshot(of: network))) }
      #expect(Set(first).count > projections.count / 2, "the projections should differ")
      for _ in 0..<5 {
        random.shuffle(&relations)
        random.shuffle(&actors)
        let shuffled = try Sample.network(relations, actors: actors)
        #expect(try projections.map { print(try $0.graph(of: Snapshot(of: shuffled))) } == first)
      }
    }
  }
}
