import ActorAnalysis
import ActorModel
import ModelTestSupport
import Testing

@Suite("DataQuality")
struct DataQualityTests {
  private let sources = [
    Sample.source("s1"), Sample.source("copy") { $0.sameAs = ["s1"] }, Sample.source("s2"),
  ]

  /// A dated relation on two independent sources: nothing to look at.
  private func sound(_ id: String, _ ends: String = "A>B", _ change: (inout Relation) -> Void = { _ in }) -> Relation {
    Sample.relation(id, ends) {
      $0.validity = Sample.interval("2025")
      $0.evidence = Sample.evidence("s1", "s2")
      change(&$0)
    }
  }

  /// Findings as `kind subject`, those on sources that a test does not cite aside.
  private func findings(_ relations: [Relation], actors: [Actor]? = nil) throws -> [String] {
    DataQuality(of: try Sample.network(relations, actors: actors, sources: sources)).findings
      .filter { $0.kind != .uncited }
      .map { "\($0.kind.rawValue) \($0.subject)" }
  }

  @Test("A sound network has none")
  func none() throws {
    #expect(try findings([sound("R1")]) == [])
  }

  @Test("Relations without support, or with a single independent source")
  func support() throws {
    #expect(try findings([sound("R1") { $0.evidence = [] }]) == ["unsupported R1"])
    #expect(try findings([sound("R1") { $0.evidence[1].stance = .mentions }]) == ["lone source R1"])
    #expect(try findings([sound("R1") { $0.evidence = Sample.evidence("s2") }]) == ["lone source R1"])
  }

  @Test("Copies of one report are one source, and the finding says so")
  func copies() throws {
    let network = try Sample.network([sound("R1") { $0.evidence = Sample.evidence("s1", "copy") }], sources: sources)
    let finding = try #require(DataQuality(of: network).findings.first)
    #expect(finding.kind == .loneSource)
    #expect(finding.detail == "rests on s1 and its copies alone")
  }

  @Test("Relations that do not say when they began")
  func undated() throws {
    #expect(try findings([sound("R1") { $0.validity = Sample.interval("", "2025") }]) == ["undated R1"])
  }

  @Test("Disputes, one for each field, with who says what")
  func disputed() throws {
    let relation = sound("R1") {
      $0.evidence[0].says.since = Sample.date("2024-12")
      $0.evidence[1].stance = .denies
    }
    let network = try Sample.network([relation], sources: sources)
    let found = DataQuality(of: network).findings.filter { $0.kind == .disputed }
    #expect(found.map(\.detail) == ["since: s1 says 2024-12, not 2025", "holds: s2 says no, not yes"])
  }

  @Test("A sign that its type hardly ever has, but not a type that is used both ways")
  func signs() throws {
    func relations(_ signs: [Sign]) -> [Relation] {
      signs.enumerated().map { i, sign in sound("R\(i)") { $0.sign = sign } }
    }
    let four: [Sign] = [.positive, .positive, .positive, .positive]
    #expect(try findings(relations(four + [.negative])) == ["sign against type R4"])
    #expect(try findings(relations(four + [.negative, .negative])) == [])
    #expect(try findings(relations([.positive, .positive, .negative])) == [])
    #expect(try findings(relations(four + [.neutral])) == [])
  }

  @Test("A name that several actors go by, unless the file says that they are not the same")
  func sharedNames() throws {
    let kabul = Sample.actor("A") { $0.aliases = [Alias("Kabul")] }
    let other = Sample.actor("B") { $0.name = "KABUL" }
    #expect(try findings([sound("R1")], actors: [kabul, other]) == ["shared name A"])
    var told = other
    told.notSameAs = ["A"]
    #expect(try findings([sound("R1")], actors: [kabul, told]) == [])
  }

  @Test("Actors without relations and sources that nothing rests on; a copy of a cited source is cited")
  func unused() throws {
    let network = try Sample.network(
      [sound("R1") { $0.evidence = Sample.evidence("copy", "s2") }],
      actors: [Sample.actor("A"), Sample.actor("B"), Sample.actor("C")], sources: sources + [Sample.source("s3")])
    let found = DataQuality(of: network).findings
    #expect(found.map(\.kind) == [.untied, .uncited])
    #expect(found.map(\.subject) == ["C", "s3"])
  }

  @Test("Fields that relations leave out, each with what is taken for granted")
  func unstated() throws {
    let network = try Sample.network([sound("R1"), sound("R2"), sound("R3")], sources: Array(sources[0...2]))
    var unstated = UnstatedFields()
    unstated.confidence = 2
    unstated.status = 3
    let found = DataQuality(of: network, unstated: unstated).findings.filter { $0.kind == .unstated }
    #expect(found.map(\.subject) == ["confidence", "status"])
    #expect(
      found.map(\.detail) == [
        "not stated for 2 of 3 relations, which count as certain, with 1",
        "not stated for 3 of 3 relations, which count as facts",
      ])
    #expect(DataQuality(of: network).findings.allSatisfy { $0.kind != .unstated })
  }

  @Test("Kind by kind, what contradicts itself first, and counted by kind")
  func counts() throws {
    let relations = [
      sound("R1") { $0.evidence = [] }, sound("R2") { $0.validity = Interval() },
      sound("R3") { $0.evidence[0].stance = .denies }, sound("R4") { $0.evidence = [] },
    ]
    let quality = DataQuality(of: try Sample.network(relations, sources: [sources[0], sources[2]]))
    #expect(
      quality.findings.map { "\($0.kind.rawValue) \($0.subject)" } == [
        "disputed R3", "unsupported R1", "unsupported R4", "lone source R3", "undated R2",
      ])
    #expect(
      quality.counts.map { "\($0.kind.rawValue) \($0.count)" } == [
        "disputed 1", "unsupported 2", "lone source 1", "undated 1",
      ])
  }
}
