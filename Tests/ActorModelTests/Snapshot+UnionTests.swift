import ActorModel
import ModelTestSupport
import Testing

@Suite("Snapshot: union")
struct SnapshotUnionTests {
  private func network(_ relations: [Relation]) throws -> ActorNetwork { try Sample.network(relations) }

  @Test("Everything that is in any of them, once")
  func once() throws {
    let network = try network([
      Sample.relation("early", "A>B") { $0.validity = Sample.interval("2020", "2022") },
      Sample.relation("late", "B>C") { $0.validity = Sample.interval("2022") },
      Sample.relation("always", "A>C"),
    ])
    let snapshots = ["2021", "2023"].map { Snapshot(of: network, SnapshotQuery(time: .day(Sample.day($0)))) }
    let union = try Snapshot(union: snapshots)
    #expect(Set(union.relations.map(\.id)) == ["early", "late", "always"])
    #expect(union.relations.count == 3)
    #expect(Set(union.actors.map(\.id)) == ["A", "B", "C"])
    #expect(union.network == network)
    #expect(union.days == Sample.window("2021-01-01", "2023-01-02"))
  }

  @Test("The last one's word stands; a relation that joins others under the same id is kept apart")
  func files() throws {
    let before = try network([
      Sample.relation("R1", "A>B") { $0.strength = 0.2 }, Sample.relation("R2", "A>C"),
    ])
    let after = try network([
      Sample.relation("R1", "A>B") { $0.strength = 0.9 }, Sample.relation("R2", "B>D"),
    ])
    let union = try Snapshot(union: [Snapshot(of: before), Snapshot(of: after)])
    #expect(union.relations.first { $0.id == "R1" }?.strength == 0.9)
    #expect(union.relations.first { $0.id == "R2" }?.ends == .directed(from: "B", to: "D"))
    #expect(union.relations.first { $0.id == "R2-2" }?.ends == .directed(from: "A", to: "C"))
    #expect(Set(union.actors.map(\.id)) == ["A", "B", "C", "D"])
    for actor in union.actors { #expect(union.network.actor(actor.id) != nil) }
  }

  @Test("Of one snapshot it is that snapshot")
  func single() throws {
    let snapshot = Snapshot(of: try network([Sample.relation("R1", "A>B")]))
    let union = try Snapshot(union: [snapshot])
    #expect(union.relations == snapshot.relations)
    #expect(union.actors == snapshot.actors)
  }
}
