import ActorModel
import Foundation
import NetworkFormats
import Testing

@testable import Answers

@Suite struct TimeSeriesTests {
  /// A network of a table of ties.
  private func table(_ text: String, name: String = "t.csv", _ options: ReadOptions = ReadOptions()) throws -> Study {
    try Study(of: InputFile(name: name, bytes: Array(text.utf8)), options: options)
  }

  /// Networks under dates.
  private func frames(_ texts: [(String?, String)]) throws -> Study {
    let inputs = try texts.enumerated().map { position, frame in
      var input = try table(frame.1, name: "\(position).csv").inputs[0]
      input.date = frame.0
      return input
    }
    return Study(inputs)
  }

  private func schedule(
    _ step: SnapshotSchedule.Step, _ from: String, _ to: String?, windows: Bool = false
  ) throws -> StateSelection {
    StateSelection(
      windows ? .windows(every: step) : .dates(every: step), from: try CalendarDate(from).firstDay,
      to: try to.map { try CalendarDate($0).firstDay })
  }

  private func question(
    _ states: StateSelection, _ measures: [String], _ change: (inout TimeSeries) -> Void = { _ in }
  ) -> TimeSeries {
    var question = TimeSeries(of: states)
    question.measures = measures
    change(&question)
    return question
  }

  /// The values of a measure in the order of time.
  private func values(_ answer: Answer, _ measure: String) throws -> [Double] {
    let series = try #require(answer.body.table("series"))
    return zip(series.column("measure"), series.column("score")).filter { $0.0 == .text(measure) }.compactMap {
      $0.1.number
    }
  }

  private func labels(_ answer: Answer) -> [Cell?] { (answer.body.value("dates")?.elements ?? []).map { $0["date"] } }

  private func texts(_ cells: [String]) -> [Cell] { cells.map { .text($0) } }

  // MARK: - Dates

  @Test func `the seed network by year has dates, actors, measure, score and rank in one long table`() throws {
    let answer = try question(schedule(.year, "2021", "2026"), ["betweenness", "density"]) { $0.valuesOnly = true }
      .answer(in: SeedNetwork.study)
    let sheet = try #require(answer.sheet)
    #expect(sheet.columns.map(\.title) == ["date", "actor", "name", "measure", "score", "rank"])
    #expect(Set(sheet.column("date")) == Set((2021...2026).map { .text("\($0)-01-01") }))
    let density = sheet.rows.filter { $0[3] == .text("density") }
    #expect(density.count == 6)
    #expect(density.allSatisfy { $0[1] == .absent && $0[5] == .absent })
    #expect(answer.body.value("changePoints") == .absent && answer.body.value("ledger") == .absent)
  }

  @Test func `each date's scores are those of a ranking on that day, to the last bit`() throws {
    let answer = try question(schedule(.quarter, "2024-12-31", "2025-10-01"), ["betweenness", "pagerank"]) {
      $0.changeSearch = .none
    }.answer(in: SeedNetwork.study)
    let series = try #require(answer.sheet)
    for day in [(2024, 12, 31), (2025, 1, 1), (2025, 4, 1), (2025, 7, 1), (2025, 10, 1)] {
      let view = try SeedNetwork.view(on: day.0, day.1, day.2)
      let ranking = try #require(
        Ranking(by: ["betweenness", "pagerank"], view: view).answer(in: SeedNetwork.study).sheet)
      let label = Cell.text(try #require(Day(year: day.0, month: day.1, day: day.2)).description)
      let rows = series.rows.indices.filter { series.rows[$0][0] == label }
      for key in ["measure", "score", "rank"] {
        #expect(rows.map { series.column(key)[$0] } == ranking.column(key), "\(label) \(key)")
      }
      #expect(
        rows.map { series.column("actor")[$0] }
          == ranking.column("actor").map { cell in
            if case .actor(let actor?) = cell { .actorID(actor.id) } else { cell }
          })
    }
  }

  @Test func `changes lead to the statements behind them, and blocs have their account`() throws {
    let answer = try question(schedule(.month, "2025-01-01", "2025-12-31"), ["betweenness", "relations"]) {
      $0.ledger = "given"
    }.answer(in: SeedNetwork.study)
    #expect(answer.manifest?.command == "timeline" && answer.manifest?.views.count == 12)
    #expect(labels(answer).count == 12)
    let series = try #require(answer.body.table("series"))
    #expect(zip(series.column("actor"), series.column("rank")).contains { $0.0 == .actorID("RUS") && $0.1 != .absent })
    let changes = try #require(answer.body.value("changePoints"))
    guard case .phrase(let method)? = changes["method"] else { throw CocoaError(.coderInvalidValue) }
    #expect(method.plain.contains("penalty 2 ln n"))
    let events = (changes["points"]?.elements ?? []).flatMap { $0["events"]?.elements ?? [] }
    #expect(events.contains { $0["statement"]?["sources"]?.ids.isEmpty == false })
    let ledger = answer.body.value("ledger")?.elements ?? []
    #expect(ledger.contains { $0["bloc"] == .text("sco-members") && $0["cohesion"]?.number != nil })
    #expect(answer.body.table("accounts")?.repetition != nil)
  }

  @Test func `dates on which nothing differs are left out for people, who are told over which dates they look`() throws
  {
    let answer = try question(schedule(.day, "2025-07-01", "2025-07-10"), ["relations"]).answer(in: SeedNetwork.study)
    let table = try #require(answer.body.table("values"))
    #expect(table.statement.plain.contains("10 dates from 2025-07-01 to 2025-07-10"))
    #expect(table.rows.count == 10)
    #expect(table.repetition?.words == "on which nothing here differs from the date before left out")
  }

  @Test func `from two dates no change points, which is said`() throws {
    let small = "source,target,weight,year\nPeru,Chile,100,2001\nChile,Kenya,30,2001\nPeru,Chile,101,2002\n"
    let answer = try question(StateSelection(.frames(by: "year")), ["strength"])
      .answer(in: table(small + "Chile,Kenya,30,2002\n"))
    #expect(answer.body.notes.contains("2 dates are too few to tell: that takes 6"))
    let changes = try #require(answer.body.value("changePoints"))
    #expect(changes["points"]?.elements.isEmpty == true && changes["tooFewDates"] == .flag(true))
  }

  @Test func `a series ends with the last change, or says what follows the last date shown`() throws {
    let study = try table(
      "source,target,since,until\nA,B,2022-07-22,2023-07-17\nA,C,2022-05-01,\nB,C,2023-09-15,\n")
    let whole = try question(StateSelection(.dates(every: .quarter)), ["relations"]).answer(in: study)
    #expect(Array(labels(whole).suffix(2)) == texts(["2023-07-01", "2023-09-15"]))
    #expect(whole.body.value("changesAfterLastDate") == .list([]))
    let states = StateSelection(.dates(every: .quarter), to: try CalendarDate("2023-09-30").firstDay)
    let part = try question(states, ["relations"]).answer(in: study)
    #expect(part.body.value("changesAfterLastDate") == .list(texts(["2023-07-17", "2023-09-15"])))
    let said = "2 dates with changes after 2023-07-01, the last date shown, up to 2023-09-15[lookAtEachChange]"
    #expect(part.body.notes.contains(said + "."))
    #expect(part.remarks.map(\.plain).contains(said))
  }

  @Test func `each state as known then differs from what is known now`() throws {
    func count(_ change: (inout TimeSeries) -> Void = { _ in }) throws -> Double {
      let answer = try question(schedule(.year, "2024", "2024"), ["relations"], change).answer(in: SeedNetwork.study)
      return try #require(values(answer, "relations").first)
    }
    let now = try count()
    let then = try count { $0.states.knowledge = .asOfEachDate }
    #expect(then < now)
    let day = try CalendarDate("2024-01-01").firstDay
    #expect(try count { $0.view.query.knownBy = day } == then)
  }

  @Test(arguments: [(WindowMode.sum, "all that held, in full"), (.mean, "mean over days"), (.last, "held last")])
  func `windows say how what held in them was put together`(mode: WindowMode, words: String) throws {
    let answer = try question(schedule(.quarter, "2025-01-01", "2025-12-31", windows: true), ["strength"]) {
      $0.view.query.windowMode = mode
    }.answer(in: SeedNetwork.study)
    #expect(answer.body.table("values")?.statement.plain.contains(words) == true)
    #expect(labels(answer).first == .text("2025-Q1"))
  }

  // MARK: - Frames

  @Test func `networks as frames, in any order: the same answer`() throws {
    let files: [(String?, String)] = [
      ("2021", "source,target,weight\nA,B,1\nB,C,2\n"), ("2022", "source,target,weight\nA,B,3\n"),
      ("2023", "source,target,weight\nC,B,1\n"),
    ]
    let asked = question(StateSelection(.networks), ["betweenness", "network"]) { $0.ties = ["A:B"] }
    let answers = try [[0, 1, 2], [2, 0, 1], [1, 2, 0]].map { order in
      try asked.answer(in: frames(order.map { files[$0] }))
    }
    #expect(answers.allSatisfy { $0.sheet == answers[0].sheet })
    #expect(try values(answers[0], "tie") == [1, 3])
  }

  @Test func `a frame's date may stand in its network; two of one date, an undated one and mixed labels are refused`()
    throws
  {
    let early = "source,target,since\nA,B,2021-05-01\n"
    let late = early.replacing("2021", with: "2022")
    let asked = question(StateSelection(.networks), ["relations"])
    #expect(try labels(asked.answer(in: frames([(nil, late), (nil, early)]))) == texts(["2021-05-01", "2022-05-01"]))
    func refusal(_ texts: [(String?, String)]) throws -> String {
      let study = try frames(texts)
      return Samples.refusal { () throws(QuestionError) in try asked.answer(in: study) }
    }
    #expect(try refusal([("2021", early), ("2021", late)]).contains("two frames have the date 2021"))
    #expect(try refusal([(nil, early), (nil, "source,target\nA,B\n")]).contains("as in 2021=1.csv"))
    #expect(
      try refusal([("2021", early), ("later", late)]).hasPrefix("the frame 'later' has no date, and others have"))
  }

  @Test func `a frame in which nothing holds is told of, whatever the form of the answer`() throws {
    let answer = try question(StateSelection(.networks), ["relations"]).answer(
      in: frames([("2021", "source,target,since\nA,B,2023\n"), ("2023", "source,target,since\nA,B,2023\n")]))
    #expect(answer.notices.count == 1)
    #expect(answer.notices[0].plain.hasPrefix("0.csv: nothing in it holds "))
  }

  @Test func `a column may say to which frame a tie belongs: sizes, flips and balance`() throws {
    let windows = """
      window,a,b,sign
      46-49,A,B,1
      46-49,B,C,-1
      46-49,C,A,-1
      47-50,A,B,1
      47-50,B,C,1
      47-50,C,A,-1
      101-104,A,D,1

      """
    var options = ReadOptions()
    options.direction = .undirected
    let study = try table(windows, options)
    let measures = ["actors", "ties", "hostile-ties", "balance", "flips", "new-ties", "ended-ties"]
    let answer = try question(StateSelection(.frames(by: "window")), measures) {
      $0.view.projection.direction = .either
    }
    .answer(in: study)
    #expect(labels(answer) == texts(["46-49", "47-50", "101-104"]))
    let expected: [[Double]] = [[3, 3, 2], [3, 3, 1], [2, 1, 0], [1, 0], [1, 0], [0, 1], [0, 3]]
    for (measure, numbers) in zip(measures, expected) { #expect(try values(answer, measure) == numbers, "\(measure)") }
    let wrong = question(StateSelection(.frames(by: "windw")), measures)
    #expect(
      Samples.refusal { () throws(QuestionError) in try wrong.answer(in: study) }.contains("did you mean 'window'?"))
  }

  @Test func `a tie that was hostile and then friendly is said to be so, in every form`() throws {
    let study = try table("source,target,sign,year\nA,B,-,2001\nA,B,+,2002\nA,B,-,2003\nA,B,+,2003\n")
    let answer = try question(StateSelection(.frames(by: "year")), []) { asked in
      asked.ties = ["A:B"]
      asked.changeSearch = .none
    }.answer(in: study)
    let sheet = try #require(answer.sheet)
    #expect(sheet.columns.map(\.title) == ["date", "actor", "name", "measure", "score", "rank", "sign"])
    #expect(sheet.column("sign") == texts(["negative", "positive", "mixed"]))
    #expect(sheet.column("name") == texts(["A → B", "A → B", "A → B"]))
    #expect(sheet.column("score").compactMap(\.number) == [1, 1, 2])
    let series = try #require(answer.body.table("series"))
    #expect(series.column("sign") == texts(["negative", "positive", "mixed"]))
    #expect(series.column("actor").first == .phrase("\(actor: "A"):\(actor: "B")"))
    let wide = try #require(answer.body.table("values"))
    let cells = wide.rows.compactMap { if case .phrase(let phrase) = $0[1] { phrase.plain } else { nil } }
    #expect(cells == ["1.0 negative", "1.0 positive", "2.0 mixed"])
  }

  // MARK: - Questions

  @Test func `people are shown rows by date, or a row for each date, actor and measure`() throws {
    let states = try schedule(.year, "2024", "2025")
    let long = try question(states, ["degree"]) { $0.layout = .long }.answer(in: SeedNetwork.study)
    #expect(long.body.table("values")?.columns.map(\.title) == long.sheet?.columns.map(\.title))
    let wide = try question(states, ["degree"]) { $0.top = 2 }.answer(in: SeedNetwork.study)
    let table = try #require(wide.body.table("values"))
    #expect(table.columns.count == 3)
    #expect(table.notes.contains { $0.plain.hasPrefix("The 2 of ") && $0.plain.contains("[showRows(") })
  }

  @Test func `only the rows of an actor are told where one is named`() throws {
    let answer = try question(schedule(.year, "2024", "2025"), ["degree"]) { $0.actors = ["Iran"] }
      .answer(in: SeedNetwork.study)
    #expect(Set(answer.sheet?.column("actor") ?? []) == [.actorID("IRN")])
  }

  @Test(arguments: [
    ("betwenness", "", "", "", "did you mean 'betweenness'?"), ("", "RUS", "", "", "is not of the form FROM:TO"),
    ("", "RUS:Nowhere", "", "", "tie RUS:Nowhere: there is no actor 'Nowhere'"),
    ("", "", "Nobody", "", "there is no actor 'Nobody'"), ("", "", "", "ledein", "did you mean 'leiden'?"),
  ])
  func `what is misspelt is answered with what there is`(
    measure: String, tie: String, actor: String, ledger: String, words: String
  ) throws {
    let study = try SeedNetwork.study
    let asked = question(try schedule(.year, "2024", "2025"), measure.isEmpty ? [] : [measure]) { asked in
      asked.ties = tie.isEmpty ? [] : [tie]
      asked.actors = actor.isEmpty ? [] : [actor]
      asked.ledger = ledger.isEmpty ? nil : ledger
    }
    #expect(Samples.refusal { () throws(QuestionError) in try asked.answer(in: study) }.contains(words))
  }

  @Test func `too many dates, and a file without dates, are refused with what to do`() throws {
    let study = try SeedNetwork.study
    let many = question(try schedule(.day, "1900", "2000"), ["relations"])
    #expect(
      Samples.refusal { () throws(QuestionError) in try many.answer(in: study) }.contains("more than 20000 dates"))
    let undated = try table("source,target\nA,B\n")
    #expect(
      Samples.refusal { () throws(QuestionError) in try TimeSeries().answer(in: undated) }
        == "t.csv: no relation is dated, so that nothing says when to look[giveFirstAndLastDay]")
    let given = try question(schedule(.year, "2020", "2021"), ["ties"]).answer(in: undated)
    #expect(try values(given, "ties").count == 2)
  }

  @Test func `graphs of a series are made once for all questions that look at the same`() throws {
    let study = try Samples.study()
    let states = StateSelection()
    let first = try study.series(of: states, StudyView())
    #expect(try study.series(of: states, StudyView()).graphs.dates == first.graphs.dates)
    let read = try JSONDecoder().decode(StateSelection.self, from: JSONEncoder().encode(states))
    #expect(read == states)
  }
}
