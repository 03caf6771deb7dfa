import ActorModel
import Foundation
import NetworkFormats
import Testing

@testable import Answers

@Suite struct ComparisonTests {
  private static func time(_ year: Int, _ month: Int, _ day: Int) throws -> Comparison.State {
    .time(.day(try #require(Day(year: year, month: month, day: day))))
  }

  /// Two days of the seed network, by one measure; nothing is drawn unless asked for.
  private func compare(
    _ before: Comparison.State, _ after: Comparison.State, _ change: (inout Comparison) -> Void = { _ in }
  ) throws -> Answer {
    var question = Comparison(from: before, to: after)
    question.measures = ["betweenness"]
    question.samples = 0
    question.draws = 0
    change(&question)
    return try question.answer(in: SeedNetwork.study)
  }

  private func firstHalf(_ change: (inout Comparison) -> Void = { _ in }) throws -> Answer {
    try compare(Self.time(2024, 12, 31), Self.time(2025, 7, 8), change)
  }

  private func secondHalf(_ change: (inout Comparison) -> Void = { _ in }) throws -> Answer {
    try compare(Self.time(2025, 7, 8), Self.time(2025, 12, 31), change)
  }

  /// Two files.
  private func compare(_ old: String, _ new: String, _ change: (inout Comparison) -> Void) throws -> Answer {
    let inputs = try [old, new].enumerated().map { position, text in
      try Study(of: InputFile(name: "\(position).yaml", bytes: Array(text.utf8))).inputs[0]
    }
    var question = Comparison()
    question.measures = ["degree"]
    question.draws = 0
    change(&question)
    return try question.answer(in: Study(inputs))
  }

  private func relations(_ answer: Answer, _ key: String) -> [Cell] {
    answer.body.value("relations")?[key]?.elements ?? []
  }

  private func rankings(_ answer: Answer) -> [Cell] { answer.body.value("rankings")?.elements ?? [] }

  private func texts(_ table: AnswerTable?) -> String {
    guard let table else { return "" }
    return table.rows.joined().map { cell in
      switch cell {
      case .text(let text): text
      case .phrase(let phrase): phrase.plain
      default: ""
      }
    }.joined(separator: " ")
  }

  private func tables(_ answer: Answer, _ key: String) -> [AnswerTable] {
    answer.body.blocks.compactMap { if case .table(let table) = $0, table.key == key { table } else { nil } }
  }

  // MARK: - What changed

  @Test func `up to July 2025 the recognition is added and the terrorist listing ends`() throws {
    let answer = try firstHalf()
    #expect(
      relations(answer, "added").contains {
        $0["from"] == .actorID("RUS") && $0["to"] == .actorID("IEA") && $0["type"] == .text("recognises")
      })
    #expect(
      relations(answer, "ended").contains {
        $0["from"] == .actorID("RUS") && $0["to"] == .actorID("TAL") && $0["sign"] == .text("negative")
      })
  }

  @Test func `in the second half of 2025 Pakistan and the Taliban government flip from + to −`() throws {
    let answer = try secondHalf()
    let flip = try #require(relations(answer, "flipped").first { Set($0["actors"]?.ids ?? []) == ["PAK", "IEA"] })
    #expect(flip["before"] == .text("positive"))
    #expect(flip["after"] == .text("negative"))
    #expect(flip["relationsBefore"]?.ids.isEmpty == false)
    #expect(answer.body.table("changes")?.column("change").contains(.text("sign flipped")) == true)
  }

  @Test func `by the end of 2025 the ministry's case against Molokhov has ended`() throws {
    let found = relations(try secondHalf(), "ended").filter {
      Set([$0["from"], $0["to"]]) == [.actorID("RUS-MOJ"), .actorID("MOLOKHOV")]
    }
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0["until"] == .text("2025-11-27") })
  }

  @Test func `by dyad, each pair of actors comes once; the notes count them as programs do`() throws {
    let answer = try secondHalf { $0.unit = .dyad }
    let dyads = answer.body.value("dyads")?.elements ?? []
    #expect(!dyads.isEmpty && Set(dyads.map { $0["actors"]?.ids ?? [] }).count == dyads.count)
    let flipped = dyads.count { $0["change"] == .text("flipped") }
    let added = dyads.count { $0["change"] == .text("added") }
    let notes = try #require(answer.body.table("changes")?.notes.map(\.plain).joined(separator: " "))
    #expect(notes.contains("\(added) added"))
    #expect(notes.contains("\(flipped) flipped"))
  }

  @Test func `a day with itself: nothing changed`() throws {
    let answer = try compare(Self.time(2025, 7, 8), Self.time(2025, 7, 8))
    #expect(answer.body.notes.contains("Nothing changed."))
    #expect(answer.body.notes.contains("No score changed."))
  }

  @Test func `a tie without direction may be written from either end`() throws {
    func network(_ pair: String) -> String {
      """
      network: t
      actors: [{id: A, name: Alpha}, {id: B, name: Beta}]
      relations: [{id: R1, between: \(pair), type: meets, since: 2025-01-01}]
      """
    }
    let answer = try compare(network("[A, B]"), network("[B, A]")) { _ in }
    #expect(answer.body.notes.contains("Nothing changed."))
  }

  @Test func `a source or type that only one of two files has may be named`() throws {
    func network(_ source: String, _ type: String) -> String {
      """
      network: t
      sources: [{id: \(source)}]
      actors: [{id: A, name: Alpha}, {id: B, name: Beta}]
      relations: [{id: R1, from: A, to: B, type: \(type), since: 2025-01-01, evidence: [{source: \(source)}]}]
      """
    }
    let answer = try compare(network("s1", "meets"), network("s2", "fights")) { question in
      question.view.query.sources = ["s2"]
      question.view.projection.types = ["fights"]
    }
    #expect(relations(answer, "added").count == 1)
    #expect(relations(answer, "ended").isEmpty)
    #expect(throws: QuestionError.self) {
      try compare(network("s1", "meets"), network("s2", "fights")) { $0.view.query.sources = ["s3"] }
    }
  }

  @Test func `what a reader sees of relations, actors and sources is told where it changed`() throws {
    func network(_ until: String, _ more: String, _ name: String, _ title: String) -> String {
      """
      network: t
      sources: [{id: s1, title: \(title)}]
      actors: [{id: A, name: \(name)}, {id: B, name: B}]
      relations:
        - {id: R1, from: A, to: B, type: meets, since: 2020, until: \(until), \(more), evidence: [{source: s1}]}
      """
    }
    let day = try Self.time(2025, 1, 1)
    let answer = try compare(
      network("2026", "label: trade", "Alpha", "First"), network("2030", "note: doubtful", "Alpha Two", "Second")
    ) { question in
      question.before = day
      question.after = day
    }
    #expect(!answer.body.notes.contains("Nothing changed."))
    let text = texts(answer.body.table("changes"))
    for words in ["until 2026 → 2030", "label trade → none", "name Alpha → Alpha Two", "title First → Second"] {
      #expect(text.contains(words), "\(words)")
    }
    let fields = try #require(relations(answer, "changed").first?["fields"]?.elements)
    #expect(fields.map { $0["field"] } == ["until", "label", "note"].map { .text($0) })
    #expect(fields[1]["after"] == .absent && fields[2]["after"] == .text("doubtful"))
    #expect(answer.body.value("actors")?["changed"]?.elements.map { $0["id"] } == [.actorID("A")])
    #expect(answer.body.value("sources")?["changed"]?.elements.map { $0["id"] } == [.source("s1")])
  }

  // MARK: - Times and frames

  @Test func `windows may be compared`() throws {
    let days = try [2024, 2025, 2026].map { try #require(Day(year: $0, month: 1, day: 1)) }
    let answer = try compare(
      .time(.window(#require(DayRange(start: days[0], end: days[1])))),
      .time(.window(#require(DayRange(start: days[1], end: days[2])))))
    #expect(answer.body.table("changes")?.statement.plain.contains("from 2024-01-01 until 2025-01-01") == true)
  }

  @Test func `what could be known then: before the recognition was reported it is not there`() throws {
    let answer = try compare(Self.time(2025, 7, 2), Self.time(2025, 7, 8)) { $0.knownThen = true }
    #expect(answer.manifest?.views.map(\.knownBy) == ["2025-07-02", "2025-07-08"])
    #expect(relations(answer, "added").contains { $0["relation"] == .relation("R01") })
  }

  private static let frames = """
    frame,source,target,sign
    46-49,A,B,1
    46-49,B,C,-1
    46-49,C,D,1
    50-54,A,B,-1
    50-54,B,C,-1
    50-54,A,D,1

    """

  @Test func `frames of one table are compared; an unknown one is refused with the nearest`() throws {
    let study = try Study(of: InputFile(name: "ties.csv", bytes: Array(Self.frames.utf8)))
    var question = Comparison(from: .frame("46-49", by: "frame"), to: .frame("50-54", by: "frame"))
    question.measures = ["degree"]
    question.draws = 0
    question.blocs = nil
    let answer = try question.answer(in: study)
    let kinds = answer.body.value("dyads")?.elements.map { $0["change"] } ?? []
    for kind in ["flipped", "added", "ended"] { #expect(kinds.count { $0 == .text(kind) } == 1) }
    #expect(answer.body.value("blocs") == nil)
    question.before = .frame("46-48", by: "frame")
    #expect(
      Samples.refusal { () throws(QuestionError) in try question.answer(in: study) }
        == "there is no frame '46-48'; did you mean 46-49?")
  }

  // MARK: - Rankings

  @Test func `Russia gained most in betweenness up to July 2025, and the shares of the changes add up`() throws {
    let answer = try firstHalf { question in
      question.samples = 3
      question.draws = 9
    }
    let moves = try #require(rankings(answer).first?["moves"]?.elements)
    #expect(moves.first?["actor"] == .actorID("RUS"))
    let evidence = try #require(answer.body.value("evidence"))
    for move in moves {
      let because = try #require(move["because"]?.elements)
      let sum = because.reduce(0) { $0 + ($1["share"]?.number ?? 0) }
      let change = (move["after"]?["score"]?.number ?? 0) - (move["before"]?["score"]?.number ?? 0)
      #expect(abs(sum - change) < 1e-9)
      // Every cause leads to its evidence.
      #expect(
        because.allSatisfy { cause in
          guard case .relation(let id)? = cause["relation"] else { return false }
          return evidence[id]?.elements.isEmpty == false
        })
      #expect(move["byChance"]?["rank"]?.number.map { (0.1...1).contains($0) } == true)
    }
  }

  @Test func `up to twelve changes the shares are exact, and sentences name the causes with their sources`() throws {
    let answer = try compare(Self.time(2025, 7, 8), Self.time(2025, 10, 5)) { $0.samples = nil }
    let changes = ["added", "ended", "changed"].reduce(0) { $0 + relations(answer, $1).count }
    #expect((1...12).contains(changes))
    let moves = rankings(answer).first?["moves"]?.elements ?? []
    #expect(moves.flatMap { $0["because"]?.elements ?? [] }.allSatisfy { $0["error"] == .number(0) })
    let reasons = tables(answer, "why")
    #expect(!reasons.isEmpty)
    #expect(reasons.allSatisfy { $0.title.plain.hasPrefix("Why: ") && $0.title.plain.contains("account") })
    #expect(reasons.allSatisfy { $0.column("because of").allSatisfy { $0 != .absent } })
    #expect(!answer.body.notes.contains("estimates from random orders"))
  }

  @Test func `sentences speak of ranks, and of no share above the whole`() throws {
    let answer = try firstHalf { question in
      question.measures = ["betweenness", "harmonic"]
      question.samples = nil
      question.top = 50
    }
    let why = tables(answer, "why").map(\.title)
    #expect(!why.isEmpty)
    #expect(why.allSatisfy { $0.plain.contains(" rank ") && !$0.plain.contains("stayed at") })
    for phrase in why {
      for case .number(let share, .percent) in phrase.parts { #expect(share <= 1.0005) }
    }
  }

  @Test func `where a state between has no length, the explanation is refused with the reason; the rest goes on`()
    throws
  {
    func network(_ id: String, _ type: String, _ strength: String) -> String {
      """
      network: t
      actors: [{id: A, name: A}, {id: B, name: B}, {id: C, name: C}]
      relations:
        - {id: \(id), from: A, to: B, type: \(type), strength: \(strength)}
        - {id: R0, from: B, to: A, type: meets, sign: positive, strength: 0.5}
      """
    }
    let answer = try compare(network("R1", "old", "0.7"), network("R2", "new", "0.6")) { question in
      question.measures = ["harmonic", "strength:direction=out"]
      question.view.projection.length = .negativeLog
    }
    // Balance adds both directions up to more than 1, and reads no length either.
    #expect(answer.body.section("balance")?.section("before") != nil)
    guard case .text(let reason)? = rankings(answer)[0]["explanationRefused"] else {
      Issue.record("no reason")
      return
    }
    #expect(reason.contains("R1, R2"))
    let moves = rankings(answer)[1]["moves"]?.elements ?? []
    let because = try #require(moves.first { $0["actor"] == .actorID("A") }?["because"]?.elements)
    #expect(because.map { $0["relation"] } == [.relation("R1"), .relation("R2")])
    #expect(zip(because, [-0.7, 0.6]).allSatisfy { abs(($0["share"]?.number ?? 0) - $1) < 1e-9 })
    #expect(answer.body.notes.contains("Why ranks moved cannot be said: with some of the changes made"))
  }

  @Test func `a ranking has its agreement and its moves by rank and score`() throws {
    let ranking = try #require(rankings(try firstHalf()).first)
    #expect(ranking["measure"] == .text("betweenness"))
    #expect(ranking["kendallTauB"]?.number != nil && ranking["rbo"]?.number != nil)
    let move = try #require(ranking["moves"]?.elements.first)
    #expect(move["before"]?["rank"]?.number != nil && move["before"]?["score"]?.number != nil)
  }

  @Test func `options and names at fault are told without a network`() {
    func refusal(_ change: (inout Comparison) -> Void) -> String {
      Samples.refusal { () throws(QuestionError) in
        var question = Comparison()
        change(&question)
        try question.check()
        throw .internal("nothing is wrong")
      }
    }
    #expect(refusal { $0.samples = 1 } == "samples cannot be 1: it is 0, or 2 or more")
    #expect(refusal { $0.measures = ["betwenness"] }.contains("did you mean 'betweenness'?"))
    #expect(refusal { $0.blocs = "ledein" }.contains("did you mean 'leiden'?"))
    #expect(refusal { $0.top = 0 }.hasPrefix("top cannot be 0"))
  }

  // MARK: - Blocs and distances

  @Test func `blocs, balance and distances are mirrored when the times change places`() throws {
    let forth = try firstHalf()
    let back = try compare(Self.time(2025, 7, 8), Self.time(2024, 12, 31))
    let names = [
      "jaccard", "weightedJaccard", "hamming", "weightedHamming", "deltacon", "netsimile", "portraitDivergence",
      "laplacianSpectral",
    ]
    for name in names {
      let value = try #require(forth.body.value("distances")?[name]?.number, "\(name)")
      #expect(value > 0 && back.body.value("distances")?[name]?.number == value, "\(name)")
    }
    for name in ["adjustedRand", "normalizedMutualInformation", "variationOfInformation"] {
      let value = try #require(forth.body.value("blocs")?[name]?.number)
      #expect(abs(value - (back.body.value("blocs")?[name]?.number ?? .nan)) < 1e-12, "\(name)")
    }
    let balance = try #require(forth.body.section("balance"))
    #expect(balance.section("before")?.value("triangles")?.number != nil)
    #expect(balance.section("after")?.value("frustration")?["value"]?.number != nil)
  }
}
