import ActorModel
import Foundation
import NetworkFormats
import Testing

@testable import Answers

@Suite struct RoutesTests {
  /// Routes in the seed network from Russia to the EU.
  private func routes(_ change: (inout Routes) -> Void = { _ in }) throws -> Answer {
    var question = Routes(from: "RUS", to: "EU")
    change(&question)
    return try question.answer(in: SeedNetwork.study)
  }

  /// README's question: how could Moscow press the EU, by what one article says?
  private func article(_ change: (inout Routes) -> Void = { _ in }) throws -> Answer {
    var view = try SeedNetwork.view(on: 2025, 7, 8)
    view.query.sources = ["nieuwsimpuls-2025-07"]
    view.projection.statuses = [.fact, .assessment, .anticipated]
    return try routes { question in
      question.view = view
      change(&question)
    }
  }

  private func paths(_ answer: Answer) -> [Cell] { answer.body.value("paths")?.elements ?? [] }

  private func steps(_ path: Cell) -> [Cell] { path["steps"]?.elements ?? [] }

  /// The tables of the routes.
  private func tables(_ answer: Answer) -> [AnswerTable] {
    answer.body.blocks.compactMap { if case .table(let table) = $0, table.key == "route" { table } else { nil } }
  }

  private func texts(_ cells: [String]) -> Cell { .list(cells.map { .text($0) }) }

  @Test func `by facts alone no single step leads from Russia to the EU, and that is said`() throws {
    let answer = try article { question in
      question.view.projection.statuses = [.fact]
      question.maximumHops = 1
    }
    #expect(paths(answer).isEmpty)
    #expect(answer.body.notes.contains("There is none in one step: no chain"))
  }

  @Test func `each step says which statements it rests on, and of what kind they are`() throws {
    let answer = try article()
    #expect(!paths(answer).isEmpty)
    for path in paths(answer) {
      for key in ["length", "strength", "confidence", "sign"] { #expect(path[key] != nil) }
      for step in steps(path) {
        guard case .actor = step["from"], case .actor = step["to"] else { throw CocoaError(.coderInvalidValue) }
        let statements = try #require(step["statements"]?.elements)
        #expect(statements.map { $0["relation"]?.ids ?? [] } == (step["relations"]?.ids ?? []).map { [$0] })
        #expect(!statements.isEmpty)
        #expect(
          statements.allSatisfy { [.text("fact"), .text("assessment"), .text("anticipated")].contains($0["status"]) })
        #expect(statements.allSatisfy { $0["sources"]?.ids.contains("nieuwsimpuls-2025-07") == true })
      }
    }
    #expect(tables(answer).contains { $0.column("statement").contains(.text("anticipated, disputed")) })
    #expect(tables(answer).contains { $0.column("rests on").contains(.phrase("\(source: "nieuwsimpuls-2025-07")")) })
  }

  @Test func `routes come best first; names, ids and aliases mean the same actor`() throws {
    let byID = try routes()
    let byName = try Routes(from: "russia", to: "European Union").answer(in: SeedNetwork.study)
    #expect(byID.body == byName.body)
    let hops = paths(byID).compactMap { $0["hops"]?.number }
    #expect(hops == hops.sorted())
    #expect(hops.count == 5)
  }

  @Test func `an actor that does not exist on the day is said to be missing`() throws {
    let answer = try Routes(from: "IEA", to: "EU", view: SeedNetwork.view(on: 2020, 1, 1)).answer(in: SeedNetwork.study)
    #expect(answer.body.notes.contains("does not exist as of 2020-01-01"))
  }

  @Test func `from an actor to itself there is the actor alone`() throws {
    let answer = try Routes(from: "RUS", to: "Moscow").answer(in: SeedNetwork.study)
    #expect(tables(answer).map(\.statement.plain) == ["the actor itself"])
    #expect(answer.body.table("overview")?.columns.isEmpty == true)
    #expect(answer.body.table("cut") == nil && answer.body.value("cuts") == .absent)
  }

  @Test func `a method answers with its finding and, where it has them, with routes`() throws {
    let flow = try routes { $0.method = "edge-disjoint-paths" }
    #expect(paths(flow).count == 2)
    #expect(flow.body.section("finding")?.value("numbers")?["routes"] == .number(2))
    var tree = Routes(from: "RUS", to: nil)
    tree.method = "dominator-tree"
    #expect(try tree.answer(in: SeedNetwork.study).body.table("numbers")?.title.plain == "Dominator tree from Russia")
    #expect(refusal { $0.to = nil } == "shortest routes lead from one actor to another")
    let target = refusal {
      $0.to = nil
      $0.method = "minimum-cut"
    }
    #expect(target.hasPrefix("minimum-cut leads from one actor to another"))
    #expect(refusal { $0.method = "betweenness" }.hasPrefix("paths does not take betweenness"))
  }

  private func refusal(_ change: (inout Routes) -> Void) -> String {
    Samples.refusal { () throws(QuestionError) in
      var question = Routes(from: "RUS", to: "EU")
      change(&question)
      guard let study = try? SeedNetwork.study else { throw .internal("no seed network") }
      return try question.answer(in: study)
    }
  }

  @Test func `what one article says in several wordings is one voice: the second route is sure to 0_9 × 0_5`() throws {
    let answer = try article()
    #expect(paths(answer).compactMap { $0["confidence"]?.number } == [0.3, 0.45, 0.225, 0.1125])
    let second = steps(paths(answer)[1])
    #expect(second.compactMap { $0["confidence"]?.number } == [0.9, 0.5])
    #expect(second.compactMap { $0["independentGroups"]?.number } == [1, 1])
    #expect(answer.body.notes.contains("statements of a step that share a source, or copies of one, count once"))
    #expect(
      tables(answer).contains {
        $0.statement.plain.contains("weakest tie 1.5 (sum of 3 statements, the strongest 0.6)")
      })
  }

  @Test func `each step has its sign, and the last says what it does to the target`() throws {
    let answer = try article()
    let third = paths(answer)[2]
    #expect(third["sign"] == .text("positive"))
    #expect(third["lastSign"] == .text("negative"))
    #expect(steps(third).map { $0["sign"] } == ["positive", "negative", "negative"].map { .text($0) })
    let statement = tables(answer)[2].statement.plain
    #expect(
      statement.contains("signs of the steps +, −, −; last step: Afghanistan burdens or is hostile to European Union"))
    #expect(!statement.contains("balance theory"))
    let product = try article { $0.showsSignProduct = true }
    #expect(tables(product)[2].statement.plain.contains("sign by balance theory: positive"))
  }

  @Test func `what is anticipated, disputed or rests on no fact is said of each route, and of each step`() throws {
    let answer = try article()
    #expect(
      answer.body.notes.contains("No fact in step 2 (assessment, anticipated). Anticipated: R24. Disputed: R24."))
    let second = paths(answer)[1]
    #expect(second["statuses"] == texts(["fact", "assessment", "anticipated"]))
    #expect(steps(second)[1]["statuses"] == texts(["assessment", "anticipated"]))
    #expect(steps(second).map { $0["disputed"]?.ids ?? [] } == [[], ["R24"]])
    let sheet = try #require(answer.sheet)
    let row = try #require(sheet.column("relation").firstIndex(of: .relation("R24")))
    #expect(sheet.column("disputed")[row] == .text("yes"))
    #expect(sheet.columns.suffix(2).map(\.title) == ["sources", "disputed"])
  }

  @Test(arguments: [
    (Routes.Objective.shortest, "fewest steps first", "steps", "hops", 1.0),
    (.strongest, "least length first", "length", "length", 1),
    (.widest, "strongest weakest tie first, then fewest steps", "weakest tie", "strength", -1),
    (.mostReliable, "greatest confidence first", "confidence", "confidence", -1),
  ])
  func `the heading names the order, the column it goes by comes first, and the rows keep to it`(
    objective: Routes.Objective, order: String, column: String, key: String, direction: Double
  ) throws {
    let view = try SeedNetwork.view(on: 2025, 7, 8)
    let answer = try routes { question in
      question.objective = objective
      question.count = 8
      question.view = view
    }
    let overview = try #require(answer.body.table("overview"))
    #expect(overview.title.plain == "Routes from Russia to European Union, \(order)")
    #expect(overview.columns.prefix(2).map(\.title) == ["no.", column])
    #expect(answer.body.value("order") == .text(order))
    let values = paths(answer).compactMap { $0[key]?.number }.map { $0 * direction }
    #expect(values.count == 8)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
  }

  @Test func `of very many statements on a step people see the first, and programs get all`() throws {
    let count = 5_000
    let file = InputFile(
      name: "many.csv", bytes: Array(("source,target,type\n" + String(repeating: "A,B,talks\n", count: count)).utf8))
    let study = try Study(of: file)
    var question = Routes(from: "A", to: "B")
    let answer = try question.answer(in: study)
    #expect(tables(answer).map(\.rows.count) == [15])
    #expect(tables(answer)[0].notes.first?.plain == "Step 1: 4985 relations more[showStatements(5000)].")
    #expect(steps(paths(answer)[0])[0]["relations"]?.ids.count == count)
    #expect(answer.sheet?.rows.count == count)
    question.top = 3
    #expect(try tables(question.answer(in: study))[0].notes.first?.plain.contains("4997 relations more") == true)
    question.method = "minimum-cut"
    let finding = try #require(question.answer(in: study).body.section("finding"))
    #expect(finding.section("lists")?.blocks.isEmpty == false)
  }

  @Test func `without direction a step shows which way each statement runs, and claims nothing of deeds`() throws {
    let study = try Study(
      of: InputFile(name: "two.csv", bytes: Array("source,target,type,sign\nA,B,sues,negative\n".utf8)))
    var question = Routes(from: "B", to: "A")
    question.view.projection.direction = .either
    let table = try tables(question.answer(in: study))[0]
    guard case .phrase(let step)? = table.column("step").first else { throw CocoaError(.coderInvalidValue) }
    #expect(step.plain == "B ← A" && step.parts.first == .actorID("B"))
    #expect(table.statement.plain.contains("last step: B – A is negative"))
  }

  @Test func `what cuts every route is a set of ties, each with its relations`() throws {
    let answer = try routes()
    let cuts = try #require(answer.body.value("cuts"))
    #expect(cuts["separateRoutes"] == .count(2))
    let table = try #require(answer.body.table("cut"))
    #expect(table.columns.map(\.title) == ["cut", "tie", "of total"])
    let ties = cuts["fewestTies"]?["ties"]?.elements ?? []
    #expect(ties.count == 2)
    for case .tie(let tie) in ties + table.column("tie") { #expect(!tie.relations.isEmpty) }
  }

  // MARK: - In the order of time

  private static let undated = """
    network: timed
    actors: [{id: A, name: Alpha}, {id: B, name: Beta}, {id: C, name: Gamma}]
    relations:
      - {id: R1, from: A, to: B, type: aids, sign: negative}
      - {id: R2, from: B, to: C, type: presses, sign: negative, since: 2024-02-01}
    """

  @Test func `a way through time says the sign of its last step, and which ties nothing dates`() throws {
    let study = try Samples.study(Self.undated)
    var question = Routes(from: "A", to: "C", objective: .earliest)
    let answer = try question.answer(in: study)
    let table = try #require(tables(answer).first)
    #expect(table.columns.prefix(2).map(\.title) == ["day", "step"])
    let notes = answer.body.notes
    #expect(notes.contains("signs of the steps −, −; last step: Beta burdens or is hostile to Gamma"))
    #expect(!notes.contains("balance theory"))
    #expect(
      notes.contains(
        "1 of 2 relations have no beginning and are taken to hold from 2024-02-01, the first day looked at; "
          + "the way takes R1."))
    #expect(answer.body.value("undatedRelations") == .count(1))
    let path = try #require(paths(answer).first)
    #expect(path["sign"] == .text("positive"))
    #expect(path["lastSign"] == .text("negative"))
    #expect(steps(path).map { $0["undated"] } == [.flag(true), .flag(false)])
    #expect(steps(path).map { $0["sign"] } == [.text("negative"), .text("negative")])
    question.showsSignProduct = true
    #expect(try question.answer(in: study).body.notes.contains("balance theory: positive"))
    question.transit = 3
    question.view.query.time = .window(try #require(DayRange(start: day(2024), end: day(2025))))
    #expect(try tables(question.answer(in: study))[0].columns.prefix(3).map(\.title) == ["leaves", "arrives", "step"])
  }

  private func day(_ year: Int, _ month: Int = 1, _ day: Int = 1) throws -> Day {
    try #require(Day(year: year, month: month, day: day))
  }

  @Test func `each step is taken on a day on which it holds; objectives keep what they promise`() throws {
    let window = try #require(DayRange(start: day(2021, 8, 15), end: day(2026, 7, 1)))
    func path(_ objective: Routes.Objective) throws -> Cell {
      let answer = try routes { question in
        question.objective = objective
        question.view.query.time = .window(window)
      }
      return try #require(paths(answer).first)
    }
    func text(_ cell: Cell?) throws -> String {
      guard case .text(let text)? = cell else { throw CocoaError(.coderInvalidValue) }
      return text
    }
    let earliest = try path(.earliest)
    let fewest = try path(.fewestHops)
    let latest = try path(.latestDeparture)
    #expect(try text(earliest["arrival"]) <= text(fewest["arrival"]))
    #expect(steps(fewest).count <= steps(earliest).count)
    #expect(try text(latest["departure"]) >= text(earliest["departure"]))
    for step in steps(earliest) {
      let statement = try #require(step["statements"]?.elements.first)
      if case .text(let since)? = statement["since"] { #expect(try since <= text(step["departure"])) }
      #expect(statement["sources"] != nil)
    }
  }

  @Test func `where nothing is dated there is no order of time`() throws {
    let study = try Samples.study(
      "network: u\nactors: [{id: A, name: A}, {id: B, name: B}]\nrelations: [{id: R, from: A, to: B, type: t}]")
    #expect(throws: QuestionError.self) { try Routes(from: "A", to: "B", objective: .earliest).answer(in: study) }
  }
}
