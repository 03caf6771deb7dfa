import ActorModel
import ModelTestSupport
import Testing

@Suite("Snapshot")
struct SnapshotTests {
  private func ids(_ snapshot: Snapshot) -> [String] { snapshot.relations.map(\.id) }

  @Suite("Time")
  struct Time {
    private func network() throws -> ActorNetwork {
      try Sample.network([
        Sample.relation("always", "A>B"),
        Sample.relation("listed", "A>B") { $0.validity = Sample.interval("2003-02-14", "2025-04-17") },
        Sample.relation("recognised", "A>B") { $0.validity = Sample.interval("2025-07-03") },
        Sample.relation("years", "A>B") { $0.validity = Sample.interval("2021", "2025") },
      ])
    }

    private func ids(_ time: SnapshotQuery.Time) throws -> [String] {
      Snapshot(of: try network(), SnapshotQuery(time: time)).relations.map(\.id)
    }

    @Test("As of a day, what holds on that day; the day something ends is no longer it")
    func day() throws {
      #expect(try ids(.day(Sample.day("2003-02-13"))) == ["always"])
      #expect(try ids(.day(Sample.day("2003-02-14"))) == ["always", "listed"])
      #expect(try ids(.day(Sample.day("2024-12-31"))) == ["always", "listed", "years"])
      #expect(try ids(.day(Sample.day("2025-01-01"))) == ["always", "listed"])
      #expect(try ids(.day(Sample.day("2025-04-16"))) == ["always", "listed"])
      #expect(try ids(.day(Sample.day("2025-04-17"))) == ["always"])
      #expect(try ids(.day(Sample.day("2025-07-03"))) == ["always", "recognised"])
    }

    @Test("In a window, what holds on at least one of its days; its last day is excluded")
    func window() throws {
      #expect(try ids(.window(Sample.window("2025-04-16", "2025-04-17"))) == ["always", "listed"])
      #expect(try ids(.window(Sample.window("2025-04-17", "2025-07-03"))) == ["always"])
      #expect(try ids(.window(Sample.window("2025-04-16", "2025-07-04"))) == ["always", "listed", "recognised"])
      #expect(try ids(.window(Sample.window("2024", "2025"))) == ["always", "listed", "years"])
    }

    @Test("By default, the last day that a date speaks of")
    func last() throws {
      let snapshot = Snapshot(of: try network())
      #expect(snapshot.day?.description == "2025-07-03")
      #expect(snapshot.relations.map(\.id) == ["always", "recognised"])
      #expect(snapshot.timeDescription == "as of 2025-07-03")
    }

    @Test("By default, what is left after the last end, where something dated is")
    func afterTheLastEnd() throws {
      let network = try Sample.network([
        Sample.relation("ends", "A>B") { $0.validity = Sample.interval("2021", "2025-07-03") },
        Sample.relation("stays", "A>B") { $0.validity = Sample.interval("2020") },
      ])
      #expect(Snapshot(of: network).day == Sample.day("2025-07-03"))
      #expect(Snapshot(of: network).relations.map(\.id) == ["stays"])
    }

    @Test("Without any date everything holds, and the time says so")
    func undated() throws {
      let snapshot = Snapshot(of: try Sample.network([Sample.relation("R", "A>B")]))
      #expect(snapshot.days == nil)
      #expect(snapshot.day == nil)
      #expect(snapshot.relations.count == 1)
      #expect(snapshot.timeDescription == "undated")
      #expect(!snapshot.takesUndatedAsHeld)
    }

    @Test("A window is named by both of its ends")
    func windowText() throws {
      let window = SnapshotQuery(time: .window(Sample.window("2025", "2026")))
      let snapshot = Snapshot(of: try network(), window)
      #expect(snapshot.timeDescription == "from 2025-01-01 until 2026-01-01")
      #expect(snapshot.day == nil)
    }
  }

  @Suite("Existence")
  struct Existence {
    @Test("An actor that does not exist then takes its relations with it")
    func actors() throws {
      let network = try Sample.network(
        [Sample.relation("R1", "A>B"), Sample.relation("R2", "B-A"), Sample.relation("R3", "A>C")],
        actors: [
          Sample.actor("A"), Sample.actor("B") { $0.existence = Sample.interval("2021-08-15") },
          Sample.actor("C") { $0.existence = Sample.interval("", "2021-08-15") },
        ])
      let before = Snapshot(of: network, SnapshotQuery(time: .day(Sample.day("2021-08-14"))))
      #expect(before.actors.map(\.id) == ["A", "C"])
      #expect(before.relations.map(\.id) == ["R3"])
      let after = Snapshot(of: network, SnapshotQuery(time: .day(Sample.day("2021-08-15"))))
      #expect(after.actors.map(\.id) == ["A", "B"])
      #expect(after.relations.map(\.id) == ["R1", "R2"])
      #expect(after.unsupportedCount == 0)
    }
  }

  @Suite("Evidence")
  struct EvidenceFilter {
    /// `one` and `copy` are one report; `other` came a month later; `undated` has no date.
    private func network() throws -> ActorNetwork {
      try Sample.network(
        [
          Sample.relation("both", "A>B") { $0.evidence = Sample.evidence("one", "other") },
          Sample.relation("copies", "A>B") { $0.evidence = Sample.evidence("one", "copy") },
          Sample.relation("late", "A>B") { $0.evidence = Sample.evidence("other") },
          Sample.relation("undated", "A>B") { $0.evidence = Sample.evidence("undated") },
          Sample.relation("bare", "A>B"),
          Sample.relation("denied", "A>B") { relation in
            relation.evidence = Sample.evidence("one")
            relation.evidence[0].stance = .denies
          },
        ],
        sources: [
          Sample.source("one") { $0.published = Sample.date("2025-07-08") },
          Sample.source("copy") {
            $0.sameAs = ["one"]
            $0.published = Sample.date("2025-07-20")
          },
          Sample.source("other") { $0.published = Sample.date("2025-08-08") },
          Sample.source("undated"),
        ])
    }

    private func ids(_ query: SnapshotQuery) throws -> [String] {
      Snapshot(of: try network(), query).relations.map(\.id)
    }

    @Test("Without a question about evidence everything counts, supported or not")
    func all() throws {
      #expect(try ids(SnapshotQuery()).count == 6)
    }

    @Test("Known by a day: on the day of publication, not before; what has no date was never known")
    func knownBy() throws {
      #expect(try ids(SnapshotQuery(knownBy: Sample.day("2025-07-07"))) == [])
      #expect(try ids(SnapshotQuery(knownBy: Sample.day("2025-07-08"))) == ["both", "copies"])
      #expect(try ids(SnapshotQuery(knownBy: Sample.day("2025-08-08"))) == ["both", "copies", "late"])
      #expect(try ids(SnapshotQuery(knownBy: Sample.day("2030-01-01"))) == ["both", "copies", "late"])
    }

    @Test("Known by a day, later evidence is not part of the relation")
    func knownEvidence() throws {
      let snapshot = Snapshot(of: try network(), SnapshotQuery(knownBy: Sample.day("2025-07-10")))
      #expect(snapshot.relations.map { $0.evidence.map(\.source) } == [["one"], ["one"]])
      #expect(snapshot.unsupportedCount == 4)
    }

    @Test("A dispute that was not known yet is not one")
    func knownDispute() throws {
      var relation = Sample.relation("R", "A>B") { $0.evidence = Sample.evidence("one", "other") }
      relation.validity = Sample.interval("2025-07-03")
      relation.evidence[1].says.since = Sample.date("2025-07-04")
      let network = try Sample.network([relation], sources: try network().sources)
      let early = Snapshot(of: network, SnapshotQuery(knownBy: Sample.day("2025-07-10")))
      let late = Snapshot(of: network, SnapshotQuery(knownBy: Sample.day("2025-09-10")))
      #expect(early.relations.map(\.isDisputed) == [false])
      #expect(late.relations.map(\.isDisputed) == [true])
    }

    @Test("By source: statements that it supports, alone or with others; a copy is the same source")
    func sources() throws {
      #expect(try ids(SnapshotQuery(sources: ["one"])) == ["both", "copies"])
      #expect(try ids(SnapshotQuery(sources: ["copy"])) == ["both", "copies"])
      #expect(try ids(SnapshotQuery(sources: ["other"])) == ["both", "late"])
      #expect(try ids(SnapshotQuery(sources: ["other", "undated"])) == ["both", "late", "undated"])
    }

    @Test("Without a source: statements that stand on another one too; copies fall together")
    func withoutSources() throws {
      #expect(try ids(SnapshotQuery(withoutSources: ["one"])) == ["both", "late", "undated"])
      #expect(try ids(SnapshotQuery(withoutSources: ["copy"])) == ["both", "late", "undated"])
      #expect(try ids(SnapshotQuery(withoutSources: ["one", "other"])) == ["undated"])
    }

    @Test("A source asked for and taken away at once leaves what others bear too")
    func both() throws {
      #expect(try ids(SnapshotQuery(sources: ["one"], withoutSources: ["one"])) == ["both"])
    }

    @Test("How many relations were left out for want of evidence is counted, those that do not hold are not")
    func count() throws {
      #expect(Snapshot(of: try network(), SnapshotQuery(sources: ["one"])).unsupportedCount == 4)
      #expect(Snapshot(of: try network()).unsupportedCount == 0)
    }
  }

  @Test("Taking relations away leaves the rest as it was")
  func removing() throws {
    let network = try Sample.network(["R1", "R2", "R3"].map { Sample.relation($0, "A>B") })
    let rest = Snapshot(of: network).removing(relations: ["R2", "nothing"])
    #expect(rest.relations.map(\.id) == ["R1", "R3"])
    #expect(rest.actors.count == 2)
  }
}
