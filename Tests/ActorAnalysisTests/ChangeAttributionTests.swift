import ActorAnalysis
import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("ChangeAttribution")
struct ChangeAttributionTests {
  private let actors = (0..<7).map { Sample.actor("N\($0)") } + ["A", "B", "C", "D"].map { Sample.actor($0) }

  private func project(
    _ relations: [Relation], actors: [Actor]? = nil, _ change: (inout Projection) -> Void = { _ in }
  ) throws -> ProjectedGraph {
    try Sample.project(relations, actors: actors ?? self.actors, change)
  }

  private func shares(
    _ result: AttributionResult, _ measure: MeasureChoice, _ actor: String
  ) -> [String] {
    result.because(measure, actor: actor).map { "\($0.change.id) \($0.share)" }
  }

  @Test("A sum of strengths: each tie accounts for its own, the largest first")
  func additive() throws {
    let measure = try Sample.measure("strength:direction=out")
    let before = try project([Sample.relation("old", "A>B")])
    let after = try project([
      Sample.relation("new", "A>B") {
        $0.strength = 3
        $0.type = "u"
      },
      Sample.relation("more", "A>C") { $0.strength = 2 },
    ])
    let result = try ChangeAttribution(of: [measure]).run(before, after)
    #expect(result.isExact)
    #expect(shares(result, measure, "A") == ["new 3.0", "more 2.0", "old -1.0"])
    #expect(shares(result, measure, "D") == [])
    #expect(shares(result, measure, "nobody") == [])
  }

  @Test("Two ties that matter only together split what they do")
  func together() throws {
    let measure = try Sample.measure("betweenness:scale=pairs")
    let result = try ChangeAttribution(of: [measure]).run(
      try project([]), try project(Sample.ties(("A>B", 1), ("B>C", 1))))
    #expect(shares(result, measure, "B") == ["R1 0.5", "R2 0.5"])
  }

  @Test("A changed tie is one change, with the difference it makes")
  func changed() throws {
    let measure = try Sample.measure("strength:direction=out")
    let result = try ChangeAttribution(of: [measure]).run(
      try project(Sample.ties(("A>B", 1))), try project(Sample.ties(("A>B", 4))))
    #expect(shares(result, measure, "A") == ["R1 3.0"])
    guard case .changed(let change)? = result.because(measure, actor: "A").first?.change else {
      Issue.record("not a change")
      return
    }
    #expect(change.fields.map(\.field) == ["strength"])
  }

  /// One tie in the place of another: both together are stronger than 1, and no length is −ln of that.
  private func replaced(_ change: (inout Projection) -> Void) throws -> [ProjectedGraph] {
    let old = Sample.relation("R1", "A>B") {
      $0.strength = 0.7
      $0.type = "u"
    }
    return [
      try project([old, Sample.relation("R0", "B>C") { $0.strength = 0.5 }], change),
      try project(
        [Sample.relation("R2", "A>B") { $0.strength = 0.6 }, Sample.relation("R0", "B>C") { $0.strength = 0.5 }], change
      ),
    ]
  }

  @Test(
    "A measure that reads no length has the same shares under every length, whatever state between has none",
    arguments: Projection.LengthConversion.allCases)
  func lengths(conversion: Projection.LengthConversion) throws {
    let measure = try Sample.measure("strength:direction=out")
    let graphs = try replaced { $0.length = conversion }
    let result = try ChangeAttribution(of: [measure]).run(graphs[0], graphs[1])
    let shares = result.because(measure, actor: "A")
    #expect(shares.map(\.change.id) == ["R1", "R2"])
    #expect(zip(shares, [-0.7, 0.6]).allSatisfy { abs($0.share - $1) < 1e-12 })
    #expect(result.refusal(measure) == nil)
  }

  @Test("Every measure of the catalogue that reads no length has the same shares under every length")
  func allLengths() throws {
    var random = SeededGenerator(seed: 4)
    func relations(_ name: String) -> [Relation] {
      (0..<4).map { i in
        Sample.relation("\(name)\(i)", "N\(i)>N\((i + 1) % 4)") {
          $0.strength = 0.5 + random.nextUnit() / 2
          $0.type = name
        }
      }
    }
    let old = relations("a")
    let new = relations("b")
    let inverse = [try project(old), try project(new)]
    let logarithm = try [old, new].map { try project($0) { $0.length = .negativeLog } }
    let measures = try MeasureCatalog().measures.filter(\.runsAlone).map { try $0.choice() }
    let one = try ChangeAttribution(of: measures, pairs: 2).run(inverse[0], inverse[1])
    let other = try ChangeAttribution(of: measures, pairs: 2).run(logarithm[0], logarithm[1])
    var compared = 0
    for measure in measures {
      let reads = try InfluenceRanking(by: measure).run(on: inverse[0]).weights
      if reads == .length {
        #expect(other.refusal(measure)?.contains("−ln(strength)") == true, "\(measure.summary.id)")
      } else {
        #expect(other.refusal(measure) == one.refusal(measure), "\(measure.summary.id)")
        for actor in actors.map(\.id) {
          #expect(shares(one, measure, actor) == shares(other, measure, actor), "\(measure.summary.id)")
        }
        if one.refusal(measure) == nil { compared += 1 }
      }
    }
    #expect(compared > 10)
  }

  @Test("A measure that reads lengths has no shares where a state between has none, and says why; others go on")
  func refusedBetween() throws {
    let measures = try ["harmonic", "strength:direction=out"].map { try Sample.measure($0) }
    let graphs = try replaced { $0.length = .negativeLog }
    let result = try ChangeAttribution(of: measures).run(graphs[0], graphs[1])
    #expect(result.because(measures[0], actor: "A").isEmpty)
    let reason = try #require(result.refusal(measures[0]))
    #expect(reason.contains("with some of the changes made") && reason.contains("R1, R2"), "\(reason)")
    #expect(result.because(measures[1], actor: "A").count == 2)
  }

  @Test("A measure that is not defined on a state between has no shares, and says why")
  func undefinedBetween() throws {
    let measure = try Sample.measure("eigenvector")
    func cycle(_ name: String) -> [Relation] {
      ["A>B", "B>C", "C>A"].enumerated().map { i, ends in
        Sample.relation("\(name)\(i)", ends) { $0.type = name }
      }
    }
    let result = try ChangeAttribution(of: [measure]).run(try project(cycle("a")), try project(cycle("b")))
    #expect(result.refusal(measure) != nil)
    #expect(result.because(measure, actor: "A").isEmpty)
  }

  @Test("What only a reader is told is no change of a score; what ages is one")
  func setting() throws {
    let measure = try Sample.measure("strength:direction=out")
    let relations = [
      Sample.relation("R1", "A>B") {
        $0.strength = 8
        $0.validity = Sample.interval("2024-01-01")
        $0.note = "old"
      },
      Sample.relation("R2", "A>C") { $0.validity = Sample.interval("2024-01-11") },
    ]
    var projection = Projection()
    projection.halfLives = [HalfLife(type: nil, days: 10)]
    let network = try Sample.network(relations)
    let graphs = try ["2024-01-01", "2024-01-11"].map { day in
      try projection.graph(of: Snapshot(of: network, SnapshotQuery(time: .day(Sample.day(day)))))
    }
    let result = try ChangeAttribution(of: [measure]).run(graphs[0], graphs[1])
    #expect(shares(result, measure, "A") == ["setting -4.0", "R2 1.0"])
    var noted = relations
    noted[0].note = "new"
    let same = try ChangeAttribution(of: [measure]).run(try project(relations), try project(noted))
    #expect(same.isExact && same.because(measure, actor: "A").isEmpty)
  }

  @Test("Nothing changed, nothing to share out")
  func same() throws {
    let measure = try Sample.measure("degree")
    let graph = try project(Sample.ties(("A>B", 1)))
    #expect(try ChangeAttribution(of: [measure]).run(graph, graph).because(measure, actor: "A").isEmpty)
  }

  @Test("The shares add up to the change of the score, exact or drawn, whatever came or went", arguments: 0..<6)
  func sums(seed: Int) throws {
    let count = seed.isMultiple(of: 2) ? 5 : 14
    let before = Sample.randomRelations(seed: seed, count: count)
    var after = Sample.randomRelations(seed: seed + 70, count: count)
    for i in after.indices where i > 1 { after[i].id = "X\(i)" }
    let later =
      Array(actors.dropFirst(7)) + (0..<7).map { i in Sample.actor("N\(i)") { $0.partOf = i == 3 ? "A" : nil } }
    let measures = try ["betweenness:scale=pairs", "strength", "pagerank"].map { try Sample.measure($0) }
    let old = try project(before) { $0.rollUp = .all }
    let new = try project(after, actors: later) { $0.rollUp = .all }
    let result = try ChangeAttribution(of: measures, pairs: 3).run(old, new)
    #expect(result.isExact == (count == 5))
    for measure in measures {
      let first = try InfluenceRanking(by: measure).run(on: old)
      let second = try InfluenceRanking(by: measure).run(on: new)
      for actor in actors.map(\.id) {
        let change = (second.row(ofActor: actor)?.score ?? 0) - (first.row(ofActor: actor)?.score ?? 0)
        let sum = result.because(measure, actor: actor).reduce(0) { $0 + $1.share }
        #expect(abs(sum - change) < 1e-9, "\(measure.summary.id) of \(actor)")
      }
    }
  }

  @Test("The same seed gives the same shares at any number of threads; exact shares have no error")
  func repeatable() throws {
    let measure = try Sample.measure("betweenness")
    let before = try project(Sample.randomRelations(seed: 1))
    var relations = Sample.randomRelations(seed: 2)
    for i in relations.indices { relations[i].id = "X\(i)" }
    let after = try project(relations)
    let attribution = ChangeAttribution(of: [measure], pairs: 4, seed: 9)
    let one = try attribution.run(before, after, in: RunContext(threads: 1))
    #expect(try attribution.run(before, after, in: RunContext(threads: 8)) == one)
    let small = try ChangeAttribution(of: [measure]).run(
      try project([]), try project(Sample.ties(("A>B", 1), ("B>C", 1))))
    #expect(small.because(measure, actor: "B").allSatisfy { $0.error == 0 })
  }

  @Test("Turned round, every share is the mirror image, exact or drawn", arguments: [5, 14])
  func mirrored(count: Int) throws {
    let measure = try Sample.measure("betweenness:scale=pairs")
    let before = try project(Sample.randomRelations(seed: 3, count: count))
    var relations = Sample.randomRelations(seed: 8, count: count)
    for i in relations.indices { relations[i].id = "X\(i)" }
    let after = try project(relations)
    let attribution = ChangeAttribution(of: [measure], pairs: 3)
    let forth = try attribution.run(before, after)
    let back = try attribution.run(after, before)
    for actor in actors.map(\.id) {
      let one = forth.because(measure, actor: actor)
      let other = back.because(measure, actor: actor)
      #expect(one.map(\.change.id) == other.map(\.change.id))
      for (a, b) in zip(one, other) { #expect(abs(a.share + b.share) <= 1e-12 * abs(a.share)) }
    }
  }

  @Test("Fewer than two pairs are refused; cancelled, it throws")
  func refusals() throws {
    let measure = try Sample.measure("degree")
    let graph = try project(Sample.ties(("A>B", 1)))
    let error = try #require(throws: AlgorithmError.self) {
      try ChangeAttribution(of: [measure], pairs: 1).run(graph, graph)
    }
    guard case .invalidParameter = error else {
      Issue.record("\(error)")
      return
    }
    let context = RunContext()
    context.cancellation.cancel()
    #expect(throws: AlgorithmError.cancelled) {
      try ChangeAttribution(of: [measure]).run(try project([]), graph, in: context)
    }
  }
}
