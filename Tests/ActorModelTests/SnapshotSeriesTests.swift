import ActorModel
import ModelTestSupport
import Testing

@Suite("SnapshotSeries")
struct SnapshotSeriesTests {
  private func network() throws -> ActorNetwork {
    try Sample.network(
      [
        Sample.relation("R1", "A>B") {
          $0.validity = Sample.interval("2024-01-01", "2024-07-01")
          $0.evidence = Sample.evidence("early")
        },
        Sample.relation("R2", "B>A") {
          $0.validity = Sample.interval("2024-04-01")
          $0.evidence = Sample.evidence("late")
        },
      ],
      sources: [
        Sample.source("early") { $0.published = Sample.date("2024-01-10") },
        Sample.source("late") { $0.published = Sample.date("2024-09-01") },
      ])
  }

  private func text(_ series: SnapshotSeries) -> [String] {
    series.frames.map { frame in
      "\(frame.date.label): \(frame.snapshot.relations.map(\.id).joined(separator: " "))"
    }
  }

  @Test("Each state is the snapshot that would be taken of its day alone")
  func days() throws {
    let network = try network()
    let schedule = SnapshotSchedule(every: .month, from: Sample.day("2024-02-01"), to: Sample.day("2024-10-01"))
    let series = try SnapshotSeries(of: network, schedule)
    for frame in series.frames {
      let day = try #require(frame.date.period?.start)
      let alone = Snapshot(of: network, SnapshotQuery(time: .day(day)))
      #expect(frame.snapshot.relations == alone.relations)
      #expect(frame.snapshot.actors == alone.actors)
      #expect(frame.snapshot.query == alone.query)
    }
    #expect(text(series).first == "2024-02-01: R1" && text(series).last == "2024-10-01: R2")
  }

  @Test("Two clocks: what each state shows is what was published by its date")
  func knowledge() throws {
    let schedule = SnapshotSchedule(every: .quarter, from: Sample.day("2024"), to: Sample.day("2024-10-01"))
    #expect(
      text(try SnapshotSeries(of: try network(), schedule, knowledge: .asOfEachDate))
        == ["2024-01-01: ", "2024-04-01: R1", "2024-07-01: ", "2024-10-01: R2"])
    let early = SnapshotQuery(knownBy: Sample.day("2024-06-01"))
    #expect(
      text(try SnapshotSeries(of: try network(), schedule, knowledge: .asOfEachDate, query: early))
        == ["2024-01-01: ", "2024-04-01: R1", "2024-07-01: ", "2024-10-01: "])
    #expect(
      text(try SnapshotSeries(of: try network(), schedule, query: early))
        == ["2024-01-01: R1", "2024-04-01: R1", "2024-07-01: ", "2024-10-01: "])
  }

  @Test("Windows show what held in them")
  func windows() throws {
    let schedule = SnapshotSchedule(every: .year, from: Sample.day("2023-07-01"), to: Sample.day("2024-12-31"))
    let series = try SnapshotSeries(of: try network(), schedule, view: .windows)
    #expect(text(series) == ["2023-07-01..2024-01-01: ", "2024: R1 R2"])
  }

  @Suite("Networks as frames")
  struct Networks {
    private func frame(_ label: String, _ id: String, _ validity: Interval = Interval()) throws -> FrameNetwork {
      FrameNetwork(
        try Sample.network([Sample.relation(id, "A>B") { $0.validity = validity }]), date: FrameDate(label), name: id)
    }

    @Test("The order in which they are given changes nothing")
    func order() throws {
      let frames = [try frame("2022", "b"), try frame("2021", "a"), try frame("2023-06-01", "c")]
      let first = try SnapshotSeries(of: frames).frames
      let second = try SnapshotSeries(of: frames.reversed()).frames
      #expect(first.map(\.date.label) == ["2021", "2022", "2023-06-01"])
      #expect(first.map(\.date) == second.map(\.date))
      #expect(first.map { $0.snapshot.relations } == second.map { $0.snapshot.relations })
    }

    @Test("A coarse date looks at its whole period, a day at that day")
    func periods() throws {
      let validity = Sample.interval("2021-03-01", "2021-09-01")
      let series = try SnapshotSeries(of: [try frame("2021", "a", validity), try frame("2021-10-01", "b", validity)])
      #expect(series.frames.map { $0.snapshot.relations.count } == [1, 0])
    }

    @Test("Two with one date are refused, also under two names for one time")
    func sameDate() throws {
      let twice = [try frame("2021", "b"), try frame("2021", "a")]
      #expect(throws: FrameProblem.sameDate("2021", "a", "b")) { try SnapshotSeries(of: twice) }
      let named = [try frame("2021-01..2022-01", "b"), try frame("2021", "a")]
      #expect(throws: FrameProblem.self) { try SnapshotSeries(of: named) }
    }

    @Test("The date in the file is the last that anything in it has; without one the frame is refused")
    func ownDate() throws {
      let dated = try Sample.network([Sample.relation("R", "A>B") { $0.validity = Sample.interval("2020", "2021") }])
      #expect(try FrameNetwork(dated).date.label == "2020-12-31")
      let undated = try Sample.network([Sample.relation("R", "A>B")])
      #expect(throws: FrameProblem.undated("x.gml")) { try FrameNetwork(undated, name: "x.gml") }
    }
  }

  @Suite("Frames inside one network")
  struct Attributes {
    private func relation(_ id: String, _ ends: String, _ labels: String...) -> Relation {
      Sample.relation(id, ends) {
        $0.attributes = [labels.count == 1 ? Attribute("window", labels[0]) : Attribute("window", list: labels)]
      }
    }

    @Test("Relations go where their attribute says, and actors with them")
    func split() throws {
      let network = try Sample.network([
        relation("R1", "A>B", "47-50"), relation("R2", "B>C", "46-49"), relation("R3", "C>D", "101-104", "47-50"),
      ])
      let frames = try SnapshotSeries(of: network, by: "window").frames
      #expect(frames.map(\.date.label) == ["46-49", "47-50", "101-104"])
      #expect(frames.map { $0.snapshot.relations.map(\.id) } == [["R2"], ["R1", "R3"], ["R3"]])
      #expect(frames.map { $0.snapshot.actors.map(\.id) } == [["B", "C"], ["A", "B", "C", "D"], ["C", "D"]])
    }

    @Test("An actor may say itself in which frames it is")
    func declared() throws {
      let network = try Sample.network(
        [relation("R1", "A>B", "2020")],
        actors: [
          Sample.actor("A"), Sample.actor("B"),
          Sample.actor("C") { $0.attributes = [Attribute("window", list: ["2020", "2021"])] },
        ])
      let frames = try SnapshotSeries(of: network, by: "window").frames
      #expect(frames.map { $0.snapshot.actors.map(\.id) } == [["A", "B", "C"], ["C"]])
      #expect(
        frames.map { $0.snapshot.timeDescription } == [
          "from 2020-01-01 until 2021-01-01", "from 2021-01-01 until 2022-01-01",
        ])
    }

    @Test("No such attribute, or a relation without it, is refused by name")
    func refusals() throws {
      let network = try Sample.network([relation("R1", "A>B", "1"), Sample.relation("R2", "A>B")])
      #expect(throws: FrameProblem.frameless(relation: "R2", "window")) {
        try SnapshotSeries(of: network, by: "window")
      }
      #expect {
        try SnapshotSeries(of: network, by: "windows")
      } throws: { "\($0)".contains("did you mean 'window'?") }
    }
  }
}
