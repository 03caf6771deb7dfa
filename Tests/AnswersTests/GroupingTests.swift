import ActorModel
import GraphAlgorithms
import Testing

@testable import Answers

@Suite struct GroupingTests {
  @Test func `every actor is in one bloc, and the balance says how good a division is`() throws {
    let answer = try Grouping().answer(in: SeedNetwork.study)
    let actors = try #require(answer.body.table("partition")).column("actors").flatMap(\.ids)
    #expect(actors.count == 48 && Set(actors).count == 48)
    #expect(answer.body.value("modularity")?.number != nil)
    #expect(answer.sheet?.rows.count == 48)
    let balance = try #require(answer.body.section("balance"))
    #expect(balance.value("weighing") == .text("strength"))
    #expect(balance.value("bestDivisions")?["exact"] == .flag(true))
    for key in ["triangles", "balanced", "degree", "camps", "sameCamp", "undecided"] {
      #expect(balance.value(key) != nil)
    }
    for key in ["value", "optimal", "lowerBound", "relations"] {
      #expect(balance.value("frustration")?[key] != nil)
    }
  }

  @Test func `a method that is unknown, or an option that does not fit, is refused before a network is looked at`() {
    func refusal(_ method: String) -> String {
      do {
        try Grouping(by: method).check()
        return ""
      } catch .unfit(let reason) {
        return reason.plain
      } catch {
        return "\(error)"
      }
    }
    #expect(refusal("magic").contains("'magic'; methods are leiden"))
    #expect(refusal("magic").contains("given, kind, attribute/NAME"))
    #expect(!refusal("leiden:resolution=-1").contains("attribute/NAME"))
    #expect(refusal("pagerank").contains("groups does not take pagerank"))
    #expect(refusal("attribute/nothing").isEmpty, "what the file says is not known yet")
    var both = Grouping()
    both.searchLimit = 5
    both.proofSeconds = 5
    #expect(throws: QuestionError.self) { try both.check() }
  }

  @Test func `an attribute that no actor has is refused`() throws {
    let study = try SeedNetwork.study
    let refusal = Samples.refusal { () throws(QuestionError) in
      try Grouping(by: "attribute/nothing").answer(in: study)
    }
    #expect(refusal.contains("there is no attribute 'nothing'"))
  }

  @Test func `two divisions are compared, and a division with itself is the same`() throws {
    var question = Grouping(by: "kind")
    question.against = "kind"
    let same = try #require(question.answer(in: SeedNetwork.study).body.section("comparison"))
    #expect(same.value("adjustedRand")?.number == 1)
    #expect(same.value("variationOfInformation")?.number == 0)
    question = Grouping()
    question.against = "given"
    let other = try question.answer(in: SeedNetwork.study)
    #expect(other.body.table("likeness")?.title.plain == "How alike the blocs by leiden and by given are")
    #expect(try Grouping().answer(in: SeedNetwork.study).body.section("comparison") == nil)
  }

  /// A division as a question gives it.
  private struct Camps {
    let camps: [[String]]
    let undecided: [String]
    let frustration: Double
    let blocs: [[String]]

    init(_ answer: Answer) throws {
      let balance = try #require(answer.body.section("balance"))
      camps = (balance.value("camps")?.elements ?? []).map(\.ids)
      undecided = balance.value("undecided")?.ids ?? []
      frustration = try #require(balance.value("frustration")?["value"]?.number)
      blocs = answer.body.table("partition")?.column("actors").map(\.ids) ?? []
    }
  }

  @Test(arguments: [[2023, 12, 31], [2025, 7, 8], [2025, 12, 31]], [SignedWeighing.strength, .count])
  func `blocs, structure and two camps show one division, and actors without a signed tie are in none`(
    date: [Int], weighing: SignedWeighing
  ) throws {
    let study = try SeedNetwork.study
    let view = try SeedNetwork.view(on: date[0], date[1], date[2])
    var question = Grouping(view: view)
    question.weighing = weighing
    let plain = try Camps(question.answer(in: study))
    question.method = "two-camp-split"
    let split = try Camps(question.answer(in: study))
    let structure = try Camps(
      NetworkStructure(["frustration-index:weighing=\(weighing.rawValue)"], view: view).answer(in: study))
    #expect(plain.camps == split.camps && plain.camps == structure.camps)
    #expect(plain.undecided == split.undecided && plain.undecided == structure.undecided)
    #expect(plain.frustration == structure.frustration)
    let placed = Set(plain.camps.flatMap(\.self))
    #expect(Set(split.blocs.filter { placed.contains($0[0]) }) == Set(plain.camps))
    #expect(split.blocs.allSatisfy { placed.contains($0[0]) || $0.count == 1 })
    if date == [2025, 7, 8] { #expect(placed.isDisjoint(with: ["GBR", "BEL", "QAT", "TUR"])) }
  }

  @Test func `people read what a tie weighs, how many divisions are as good, and what places rest on`() throws {
    let view = try SeedNetwork.view(on: 2025, 7, 8)
    let strength = try Grouping(view: view).answer(in: SeedNetwork.study).body
    let balance = try #require(strength.table("contradictions")?.statement.plain)
    #expect(balance.contains("Frustration 0.8 (by strength), the least possible. No other division is as good."))
    #expect(strength.table("places")?.title.plain.hasPrefix("What a place in a camp rests on") == true)
    #expect(strength.notes.contains("actors in camps are placed by a single tie"))
    #expect(!strength.notes.contains("proved to be the least"))
    var question = Grouping(by: "two-camp-split", view: view)
    question.weighing = .count
    let count = try question.answer(in: SeedNetwork.study).body
    #expect(
      count.table("contradictions")?.statement.plain.contains("Frustration 1.0 (by count), the least possible.") == true
    )
    #expect(count.notes.contains("In no camp, for want of a signed tie: "))
    question = Grouping(by: "two-camp-split:weighing=count")
    question.weighing = .strength
    let named = try question.answer(in: SeedNetwork.study).body.table("contradictions")?.statement.plain
    #expect(named?.contains("(by count)") == true, "one division on a page: the method's own")
  }

  @Test func `divisions that are equally good are told`() throws {
    let square = try Samples.study(
      """
      network: square
      actors: [{id: a, name: a}, {id: b, name: b}, {id: c, name: c}, {id: d, name: d}]
      relations:
        - {id: R1, between: [a, b], type: t, sign: negative}
        - {id: R2, between: [b, c], type: t, sign: positive}
        - {id: R3, between: [c, d], type: t, sign: positive}
        - {id: R4, between: [d, a], type: t, sign: positive}
      """)
    let body = try Grouping(by: "two-camp-split").answer(in: square).body
    #expect(body.table("contradictions")?.statement.plain.contains("4 divisions are equally good.") == true)
    #expect(body.notes.contains("May go either way: a, b, c, d."))
    #expect(body.notes.contains("This is one of several divisions that are equally good"))
    #expect(body.section("balance")?.value("bestDivisions")?["count"] == .count(4))
  }

  @Test func `24,000 signed ties are divided without a proof that nobody asked for, and how to ask is said`() throws {
    var random = UInt64(7)
    func next(_ bound: UInt64) -> UInt64 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (random >> 33) % bound
    }
    var text = "source,target,sign,strength\n"
    for _ in 0..<24_000 { text += "a\(next(8000)),b\(next(8000)),\(next(5) < 3 ? "positive" : "negative"),1\n" }
    let study = try Study(of: .init(name: "signed.csv", bytes: Array(text.utf8)))
    var question = Grouping(by: "weak-components")
    question.searchLimit = 0
    let balance = try #require(question.answer(in: study).body.section("balance"))
    #expect(balance.value("frustration")?["optimal"] == .flag(false))
    #expect(balance.value("bestDivisions")?["exact"] == .flag(false))
    #expect(balance.value("endedBy") == .text("steps"))
    question.searchLimit = nil
    question.proofSeconds = 1
    let timed = try question.answer(in: study).body
    #expect(timed.table("contradictions")?.statement.plain.contains("Frustration at most ") == true)
    #expect(timed.notes.contains("another run may say otherwise[searchLonger]."))
  }
}
