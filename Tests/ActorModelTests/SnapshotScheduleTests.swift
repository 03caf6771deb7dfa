import ActorModel
import ModelTestSupport
import Testing

@Suite("SnapshotSchedule")
struct SnapshotScheduleTests {
  private func network() throws -> ActorNetwork {
    try Sample.network(
      [
        Sample.relation("R1", "A>B") { $0.validity = Sample.interval("2024-11-15", "2025-02-01") },
        Sample.relation("R2", "B>C") { $0.validity = Sample.interval("2025-01-20") },
        Sample.relation("R3", "A>C") {
          $0.validity = Sample.interval("2025-03-05", "2025-03-08")
          $0.status = .anticipated
        },
      ],
      actors: [
        Sample.actor("A"), Sample.actor("B") { $0.existence = Sample.interval("2024-12-01") },
        Sample.actor("C") { $0.blocs = [BlocMembership("x", interval: Sample.interval("2025-01-05"))] },
      ])
  }

  private func days(_ step: SnapshotSchedule.Step, _ from: String? = nil, _ to: String? = nil) throws -> [String] {
    try SnapshotSchedule(every: step, from: from.map(Sample.day), to: to.map(Sample.day))
      .days(of: [try network()]).map(\.description)
  }

  @Test("The first day, then the first of each month, quarter or year, the last day included")
  func steps() throws {
    #expect(
      try days(.month) == ["2024-11-15", "2024-12-01", "2025-01-01", "2025-02-01", "2025-03-01", "2025-03-08"])
    #expect(try days(.month, "2025-01-01", "2025-03-01") == ["2025-01-01", "2025-02-01", "2025-03-01"])
    #expect(
      try days(.quarter, "2024-02-01", "2025-01-01").suffix(4) == [
        "2024-04-01", "2024-07-01", "2024-10-01", "2025-01-01",
      ])
    #expect(try days(.year, "2023", "2025-12-31") == ["2023-01-01", "2024-01-01", "2025-01-01"])
    #expect(try days(.day, "2024-02-28", "2024-03-01") == ["2024-02-28", "2024-02-29", "2024-03-01"])
    #expect(try days(.day, "2025-01-01", "2025-01-01") == ["2025-01-01"])
  }

  @Test("Each date on which a relation, an actor or a membership begins or no longer holds")
  func changes() throws {
    #expect(
      try days(.change) == [
        "2024-11-15", "2024-12-01", "2025-01-05", "2025-01-20", "2025-02-01", "2025-03-05", "2025-03-08",
      ])
    let facts = try SnapshotSchedule(every: .change, to: Sample.day("2025-12-31"))
      .days(of: [try network()]) { $0.status == .fact }.map(\.description)
    #expect(facts == ["2024-11-15", "2024-12-01", "2025-01-05", "2025-01-20", "2025-02-01"])
    #expect(try days(.change, "2025-01-20", "2025-02-01") == ["2025-01-20", "2025-02-01"])
  }

  @Test("Without a last day the last change is shown; with one, what changes after the last date shown is told")
  func end() throws {
    let network = try network()
    #expect(try days(.year) == ["2024-11-15", "2025-01-01", "2025-03-08"])
    #expect(try days(.year, nil, "2025-03-08") == ["2024-11-15", "2025-01-01"])
    func after(_ step: SnapshotSchedule.Step, _ to: String?) throws -> [String] {
      try SnapshotSchedule(every: step, to: to.map(Sample.day)).changesAfterLastDay(of: [network]).map(\.description)
    }
    #expect(try after(.year, "2025-03-05") == ["2025-01-05", "2025-01-20", "2025-02-01", "2025-03-05"])
    #expect(try after(.month, "2025-03-07") == ["2025-03-05"])
    #expect(try after(.change, "2025-03-07") == [] && after(.year, nil) == [])
    let windows = try SnapshotSchedule(every: .year).windows(of: [network])
    #expect(windows.map { "\($0.start) \($0.end)" } == ["2024-11-15 2025-01-01", "2025-01-01 2025-03-09"])
  }

  @Test("Windows follow one another without gaps and make up the whole period")
  func windows() throws {
    let windows = try SnapshotSchedule(every: .quarter, from: Sample.day("2024-11-15"), to: Sample.day("2025-04-02"))
      .windows(of: [try network()])
    #expect(
      windows.map { "\($0.start) \($0.end)" } == [
        "2024-11-15 2025-01-01", "2025-01-01 2025-04-01", "2025-04-01 2025-04-03",
      ])
    #expect(windows.map { FrameDate($0).label } == ["2024-11-15..2025-01-01", "2025-Q1", "2025-04-01..2025-04-03"])
  }

  @Test("Every step lists its days in order, each once, inside the period", arguments: SnapshotSchedule.Step.allCases)
  func order(step: SnapshotSchedule.Step) throws {
    let schedule = SnapshotSchedule(every: step, from: Sample.day("1899-12-30"), to: Sample.day("1904-03-02"))
    let days = try schedule.days(of: [try network()])
    #expect(days == Set(days).sorted())
    #expect(days.first == Sample.day("1899-12-30") && days.allSatisfy { $0 <= Sample.day("1904-03-02") })
    let windows = try schedule.windows(of: [try network()])
    #expect(windows.map(\.start) == days)
    #expect(zip(windows, windows.dropFirst()).allSatisfy { $0.end == $1.start })
    #expect(windows.last?.end == Sample.day("1904-03-03"))
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Nothing dated and no period given")
    func undated() throws {
      let network = try Sample.network([Sample.relation("R", "A>B")])
      #expect(throws: ScheduleProblem.undated) { try SnapshotSchedule(every: .year).days(of: [network]) }
      #expect(throws: ScheduleProblem.undated) {
        try SnapshotSchedule(every: .year, from: Sample.day("2020")).days(of: [network])
      }
      let given = SnapshotSchedule(every: .year, from: Sample.day("2020"), to: Sample.day("2021"))
      #expect(try given.days(of: [network]).count == 2)
    }

    @Test("The last day before the first")
    func backwards() throws {
      let schedule = SnapshotSchedule(every: .day, from: Sample.day("2025-02"), to: Sample.day("2025-01"))
      #expect(throws: ScheduleProblem.backwards(from: Sample.day("2025-02"), to: Sample.day("2025-01"))) {
        try schedule.days(of: [])
      }
    }

    @Test("More dates than anybody reads; the calendar's own end is no trap")
    func tooMany() throws {
      let schedule = SnapshotSchedule(every: .day, from: Sample.day("1900"), to: Sample.day("2000"))
      #expect {
        try schedule.days(of: [])
      } throws: { "\($0)".contains("every day from 1900-01-01 to 2000-01-01 is more than 20000 dates") }
      let end = SnapshotSchedule(every: .day, from: Sample.day("9999-12-30"), to: Sample.day("9999-12-31"))
      #expect(try end.days(of: []).count == 2)
      let years = SnapshotSchedule(every: .year, from: Sample.day("9998"), to: Sample.day("9999-12-31"))
      #expect(try years.days(of: []).count == 2)
    }
  }
}
