import ActorModel
import ModelTestSupport
import Testing

@Suite("Dates covered")
struct DatesCoveredTests {
  private func network() throws -> ActorNetwork {
    try Sample.network([
      Sample.relation("R1", "A>B") { $0.validity = Sample.interval("2003-05-15", "2010") },
      Sample.relation("R2", "A>B") { $0.validity = Sample.interval("2026-07-06") },
      Sample.relation("R3", "A>B"),
    ])
  }

  @Test("From the first to the last day that a relation is dated to; none where nothing is dated")
  func covered() throws {
    #expect(try network().datesCovered?.description == "2003-05-15 to 2026-07-06")
    #expect(try Sample.network([Sample.relation("R", "A>B")]).datesCovered == nil)
    let one = try Sample.network([Sample.relation("R", "A>B") { $0.validity = Sample.interval("2020") }])
    #expect(one.datesCovered?.description == "2020-01-01")
  }

  @Test("A relation that only ends is dated to the day before its end")
  func onlyEnd() throws {
    let network = try Sample.network([
      Sample.relation("R1", "A>B") { $0.validity = Sample.interval("", "2010") },
      Sample.relation("R2", "A>B") { $0.validity = Sample.interval("2015") },
    ])
    #expect(network.datesCovered?.description == "2009-12-31 to 2015-01-01")
  }

  @Test(
    "A day or window lies before or after them only where no day of it is within",
    arguments: [
      ("1850-01-01", "1850-01-02", DatesCovered.Side.before), ("2003-05-14", "2003-05-15", .before),
      ("2003-05-14", "2003-05-16", nil), ("2003-05-15", "2003-05-16", nil), ("2026-07-06", "2026-07-07", nil),
      ("2026-07-07", "2026-07-08", .after), ("1850", "2100", nil),
    ] as [(String, String, DatesCovered.Side?)])
  func sides(start: String, end: String, side: DatesCovered.Side?) throws {
    let window = Sample.window(start, end)
    #expect(try network().datesCovered?.side(of: window) == side)
    #expect(Snapshot(of: try network(), SnapshotQuery(time: .window(window))).sideOfDates == side)
  }

  @Test("A network without dates has no side, whatever the day")
  func undated() throws {
    let network = try Sample.network([Sample.relation("R", "A>B")])
    #expect(Snapshot(of: network, SnapshotQuery(time: .day(Sample.day("1850")))).sideOfDates == nil)
  }
}
