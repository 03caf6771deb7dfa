import ActorModel
import ModelTestSupport
import Testing

@Suite("Dispute")
struct DisputeTests {
  private func disputes(
    of change: (inout Relation) -> Void = { _ in }, says: (inout Evidence) -> Void
  ) -> [Dispute] {
    var item = Evidence(source: "s")
    says(&item)
    return Sample.relation("R", "A>B") { relation in
      relation.sign = .positive
      relation.strength = 0.5
      relation.validity = Sample.interval("2025-07-03")
      change(&relation)
      relation.evidence.append(item)
    }.disputes
  }

  @Test("Evidence that says nothing of its own, or the same, disputes nothing")
  func agreement() {
    #expect(disputes { _ in }.isEmpty)
    #expect(
      disputes {
        $0.says.since = Sample.date("2025-07-03")
        $0.says.sign = .positive
        $0.says.strength = 0.5
        $0.says.status = .fact
      }.isEmpty)
  }

  @Test("Two days are a dispute that says who says what")
  func days() throws {
    let found = disputes { $0.says.since = Sample.date("2025-07-04") }
    #expect(found.count == 1)
    let dispute = try #require(found.first)
    #expect(dispute.field == "since")
    #expect(dispute.stands == "2025-07-03")
    #expect(dispute.claimed == "2025-07-04")
    #expect(dispute.source == "s")
  }

  @Test("A coarser or finer date that covers the other says nothing against it")
  func coarseDates() {
    #expect(disputes { $0.says.since = Sample.date("2025-07") }.isEmpty)
    #expect(disputes { $0.says.since = Sample.date("2025") }.isEmpty)
    #expect(disputes { $0.says.since = Sample.date("2025-08") }.count == 1)
    #expect(
      disputes(of: { $0.validity = Sample.interval("2025") }, says: { $0.says.since = Sample.date("2025-07-04") })
        .isEmpty)
  }

  @Test("To date what stands undated informs; to end what stands unended contradicts")
  func openEnds() {
    #expect(
      disputes(of: { $0.validity = Interval() }, says: { $0.says.since = Sample.date("2025-07-04") }).isEmpty)
    let ended = disputes { $0.says.until = Sample.date("2025-09") }
    #expect(ended.map(\.field) == ["until"])
    #expect(ended.map(\.stands) == ["not given"])
  }

  @Test("Sign, strength, status and attributes are compared, an attribute that the relation lacks is not")
  func otherFields() {
    let found = disputes(of: { $0.attributes = [Attribute("share", "37")] }) {
      $0.says.sign = .negative
      $0.says.strength = 0.4
      $0.says.status = .anticipated
      $0.says.attributes = [Attribute("share", "35"), Attribute("place", "Kabul")]
    }
    #expect(found.map(\.field) == ["sign", "strength", "status", "share"])
    #expect(found.map(\.claimed) == ["negative", "0.4", "anticipated", "35"])
  }

  @Test("A source that denies the relation disputes that it holds; one that mentions it does not")
  func denial() {
    #expect(disputes { $0.stance = .denies }.map(\.field) == ["holds"])
    #expect(disputes { $0.stance = .mentions }.isEmpty)
  }
}
