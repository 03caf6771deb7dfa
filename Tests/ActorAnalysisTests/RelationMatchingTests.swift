import ActorAnalysis
import ActorModel
import ModelTestSupport
import Testing

@Suite("RelationMatching")
struct RelationMatchingTests {
  private func match(_ before: [Relation], _ after: [Relation]) throws -> RelationMatching {
    RelationMatching(before: try Sample.project(before), after: try Sample.project(after))
  }

  private func typed(_ id: String, _ ends: String, _ type: String) -> Relation {
    Sample.relation(id, ends) { $0.type = type }
  }

  @Test("What only one of the two has was added or ended")
  func addedAndEnded() throws {
    let result = try match(
      [typed("R1", "A>B", "t"), typed("R2", "B>C", "t")], [typed("R1", "A>B", "t"), typed("R3", "C>A", "t")])
    #expect(result.added.map(\.id) == ["R3"])
    #expect(result.ended.map(\.id) == ["R2"])
    #expect(result.changed.isEmpty)
  }

  @Test("The same id between the same actors is the same relation, even of another type")
  func sameID() throws {
    let result = try match([typed("R1", "A>B", "t")], [typed("R1", "A>B", "u")])
    #expect(result.added.isEmpty && result.ended.isEmpty)
    #expect(result.changed.map { $0.fields.map(\.field) } == [["type"]])
  }

  @Test("The same id between other actors, or the other way round, is another relation")
  func reusedID() throws {
    for ends in ["A>C", "B>A", "A-B"] {
      let result = try match([typed("R1", "A>B", "t")], [typed("R1", ends, "t")])
      #expect(result.added.map(\.id) == ["R1"], "\(ends)")
      #expect(result.ended.map(\.id) == ["R1"], "\(ends)")
    }
  }

  @Test("A renumbered relation is known by its type, actors and direction")
  func otherID() throws {
    let result = try match([typed("old", "A>B", "t")], [typed("new", "A>B", "t")])
    #expect(result.added.isEmpty && result.ended.isEmpty && result.changed.isEmpty)
    #expect(try match([typed("old", "A>B", "t")], [typed("new", "A>B", "u")]).added.count == 1)
    #expect(try match([typed("old", "A>B", "t")], [typed("new", "B>A", "t")]).added.count == 1)
  }

  @Test("A tie without direction is the same whichever end is named first", arguments: ["R1", "R9"])
  func mutual(id: String) throws {
    let result = try match([typed("R1", "A-B", "t")], [typed(id, "B-A", "t")])
    #expect(result.added.isEmpty && result.ended.isEmpty && result.changed.isEmpty)
  }

  @Test("An id is worth more than a type: parallel relations are matched by id first, each at most once")
  func parallel() throws {
    let before = [typed("R1", "A>B", "t"), typed("R2", "A>B", "t")]
    let result = try match(before, [typed("R3", "A>B", "t"), typed("R2", "A>B", "t"), typed("R4", "A>B", "t")])
    #expect(result.added.map(\.id) == ["R4"])
    #expect(result.ended.isEmpty)
  }

  private static func texts(_ change: RelationChange) -> [String] {
    change.fields.map { "\($0.field) \($0.before ?? "none") \($0.after ?? "none")" }
  }

  @Test("Every field that a reader sees is a change of its own, and no other is")
  func everyField() throws {
    let sources = ["s", "t"].map { Sample.source($0) }
    func change(_ change: (inout Relation) -> Void) throws -> [String] {
      func project(_ change: (inout Relation) -> Void) throws -> ProjectedGraph {
        try Sample.project(
          [
            Sample.relation("R1", "A>B") {
              $0.validity = Sample.interval("2020", "2026")
              $0.evidence = Sample.evidence("s")
              $0.evidence[0].claim = "so"
              $0.attributes = [Attribute("region", "north")]
              change(&$0)
            }
          ], sources: sources)
      }
      return RelationMatching(before: try project { _ in }, after: try project(change)).changed.flatMap(Self.texts)
    }
    #expect(try change { $0.validity = Sample.interval("2021", "2030") } == ["since 2020 2021", "until 2026 2030"])
    #expect(try change { $0.validity = Sample.interval("2020") } == ["until 2026 none"])
    #expect(try change { $0.label = "trade" } == ["label none trade"])
    #expect(try change { $0.note = "doubtful" } == ["note none doubtful"])
    #expect(
      try change { $0.attributes = [Attribute("region", "south"), Attribute("page", "3")] } == [
        "attribute page none 3", "attribute region north south",
      ])
    #expect(try change { $0.evidence += Sample.evidence("t") } == ["evidence t none supports"])
    #expect(try change { $0.evidence[0].locator = "p. 4" } == ["evidence s supports: so supports, p. 4: so"])
    #expect(try change { $0.evidence = [] } == ["evidence s supports: so none"])
    #expect(
      try change { $0.evidence[0].credibility = .probable } == ["evidence s supports: so supports: so; credibility 2"])
    #expect(
      try change { $0.evidence[0].says.until = Sample.date("2025") } == [
        "disputed no yes", "evidence s supports: so supports: so; says until 2025",
      ])
    #expect(try change { _ in } == [])
  }

  @Test("A change says which field, and both values")
  func fields() throws {
    let source = Sample.source("s")
    func project(_ change: (inout Relation) -> Void) throws -> ProjectedGraph {
      try Sample.project([Sample.relation("R1", "A>B", change)], sources: [source])
    }
    let result = RelationMatching(
      before: try project { $0.sign = .positive },
      after: try project {
        $0.sign = .negative
        $0.strength = 0.5
        $0.confidence = 0.25
        $0.status = .assessment
        $0.evidence = Sample.evidence("s")
        $0.evidence[0].stance = .denies
      })
    let change = try #require(result.changed.first)
    #expect(
      Self.texts(change) == [
        "sign positive negative",
        "strength 1.0 0.5",
        "confidence 1.0 0.25",
        "status fact assessment",
        "disputed no yes",
        "evidence s none denies",
      ])
    #expect(change.before.sign == .positive)
    #expect(change.after.sign == .negative)
  }

  @Test("Only relations that the projection admits are looked at")
  func admitted() throws {
    let before = [Sample.relation("R1", "A>B")]
    let after = [Sample.relation("R1", "A>B") { $0.status = .anticipated }]
    let result = RelationMatching(before: try Sample.project(before), after: try Sample.project(after))
    #expect(result.ended.map(\.id) == ["R1"])
    #expect(result.added.isEmpty)
  }

  @Test("With itself nothing changes; turned round, what was added has ended", arguments: 0..<8)
  func mirrored(seed: Int) throws {
    let before = Sample.randomRelations(seed: seed)
    var after = Array(Sample.randomRelations(seed: seed + 100).prefix(8)) + before.prefix(7)
    for i in after.indices { after[i].id = i < 8 ? "X\(i)" : after[i].id }
    let actors = (0..<7).map { Sample.actor("N\($0)") }
    let a = try Sample.project(before, actors: actors)
    let b = try Sample.project(after, actors: actors)
    let same = RelationMatching(before: a, after: a)
    #expect(same.added.isEmpty && same.ended.isEmpty && same.changed.isEmpty)
    let forth = RelationMatching(before: a, after: b)
    let back = RelationMatching(before: b, after: a)
    #expect(forth.added.count == back.ended.count)
    #expect(forth.ended.count == back.added.count)
    #expect(forth.changed.count == back.changed.count)
    #expect(before.count + forth.added.count - forth.ended.count == after.count)
  }
}
