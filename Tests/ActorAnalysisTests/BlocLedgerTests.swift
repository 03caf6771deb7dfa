import ActorAnalysis
import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("BlocLedger")
struct BlocLedgerTests {
  private func tie(_ id: String, _ ends: String, _ size: Double, _ since: String = "", _ until: String = "") -> Relation
  {
    Sample.relation(id, ends) {
      $0.strength = abs(size)
      $0.sign = size > 0 ? .positive : .negative
      $0.validity = Sample.interval(since, until)
    }
  }

  private func network() throws -> ActorNetwork {
    try Sample.network(
      [
        tie("R1", "A>B", 2), tie("R2", "B>A", 1), tie("R3", "B>C", 1), tie("R4", "A-C", -1, "2024-02-01"),
        tie("R5", "X>A", 1), tie("R6", "C>Y", -3), tie("R7", "C>X", 4, "2024-03-01"),
      ],
      actors: ["A", "B", "C", "D", "X", "Y"].map { id in
        Sample.actor(id) { actor in
          if id < "D" { actor.blocs = [BlocMembership("east")] }
          if id == "D" { actor.blocs = [BlocMembership("east", interval: Sample.interval("2024-02-15", "2024-03-15"))] }
          if id == "C" { actor.blocs.append(BlocMembership("west", interval: Sample.interval("2024-03-01"))) }
        }
      })
  }

  private func ledger(_ method: BlocAnalysis.Method = .given) throws -> [[LedgerEntry]] {
    try BlocLedger(by: method).run(on: try TimelineTests.series(try network()))
  }

  @Test("Cohesion, hostility and sums by hand")
  func account() throws {
    let states = try ledger()
    let january = try #require(states[0].first)
    // Pairs: AB 3, BC 1, AC nothing. Outside: XA 1, CY −3.
    #expect(january.bloc == "east" && january.members.map(\.id) == ["A", "B", "C"])
    #expect(january.cohesion == 2.0 / 3 && january.hostility == 0.5)
    #expect((january.insidePositive, january.insideNegative) == (4, 0))
    #expect((january.outsidePositive, january.outsideNegative) == (1, 3))
    let february = try #require(states[1].first)
    #expect(february.cohesion == 1.0 / 3 && february.insideNegative == 2)
  }

  @Test("Who passes on to the bloc what comes from outside")
  func gatekeepers() throws {
    // X → A → B, and X → B is not there.
    #expect(try ledger()[0][0].gatekeepers.map { "\($0.actor.id) \($0.count)" } == ["A 1.0"])
  }

  @Test("Who joined, who left, who drifted")
  func movement() throws {
    let east = try ledger().compactMap { $0.first { $0.bloc == "east" } }
    #expect(east[0].joined.isEmpty && east[1].joined.isEmpty)
    #expect(east[2].joined.map(\.id) == ["D"] && east[3].left.map(\.id) == ["D"])
    // C's friendly ties: B 1 inside, and from March X 4 outside.
    #expect(east[2].drifters.map { "\($0.actor.id) \($0.before) \($0.after)" } == ["C 1.0 0.2"])
    #expect(east[3].drifters.isEmpty)
  }

  @Test("An actor may be in several blocs; a bloc of one has no cohesion")
  func several() throws {
    let march = try ledger()[2]
    #expect(march.map(\.bloc) == ["east", "west"])
    #expect(march[1].cohesion == nil && march[1].joined.map(\.id) == ["C"])
  }

  @Test("Blocs that are found keep their number while most of their members stay")
  func found() throws {
    let relations = [
      tie("R1", "A-B", 3), tie("R2", "B-C", 3), tie("R3", "A-C", 3), tie("R4", "X-Y", 3), tie("R5", "Y-Z", 3),
      tie("R6", "X-Z", 3), tie("R7", "C-D", 1, "", "2024-06-01"), tie("R8", "D-X", 9, "2024-06-01"),
      tie("R9", "D-Y", 9, "2024-06-01"),
    ]
    let series = try TimelineTests.series(try Sample.network(relations)) { $0.direction = .either }
    let states = try BlocLedger(by: .found(try GroupingCatalog().choice("leiden"))).run(on: series)
    func members(_ state: Int, _ bloc: String) -> [String] {
      states[state].first { $0.bloc == bloc }?.members.map(\.id) ?? []
    }
    #expect(members(0, "1") == ["A", "B", "C", "D"] && members(0, "2") == ["X", "Y", "Z"])
    #expect(members(6, "1") == ["A", "B", "C"] && members(6, "2") == ["D", "X", "Y", "Z"])
    #expect(states[5].first?.left.map(\.id) == ["D"])
  }

  @Test("Without blocs there is nothing to account for")
  func none() throws {
    let series = try TimelineTests.series(try Sample.network([tie("R", "A>B", 1)]))
    #expect(try BlocLedger(by: .given).run(on: series).allSatisfy(\.isEmpty))
  }
}
