import Testing

@testable import Answers

@Suite struct QualityReviewTests {
  private func kinds(_ answer: Answer) -> Set<String> {
    let cells = answer.body.table("findings")?.column("kind") ?? []
    return Set(cells.compactMap { if case .text(let kind) = $0 { kind } else { nil } })
  }

  private func counts(_ answer: Answer) -> [String: Int] {
    guard case .record(let fields) = answer.body.value("counts") else { return [:] }
    return fields.reduce(into: [:]) { counts, field in counts[field.key] = field.cell.number.map { Int($0) } }
  }

  @Test func `lone sources and disputes are listed, by the ids of their relations`() throws {
    let answer = try QualityReview().answer(in: SeedNetwork.study)
    #expect(kinds(answer).isSuperset(of: ["lone source", "disputed"]))
    #expect(!kinds(answer).contains("unsupported"), "every statement of the seed has a source")
    let findings = try #require(answer.body.table("findings"))
    #expect(
      zip(findings.column("kind"), findings.column("subject"))
        .contains { $0 == .text("disputed") && $1 == .relation("R01") })
    #expect(answer.body.table("kinds")?.title.plain == "\(SeedNetwork.path): valid")
  }

  @Test func `findings are counted by kind, some alone or left out, and an unknown kind is refused`() throws {
    let study = try SeedNetwork.study
    let all = try QualityReview().answer(in: study)
    #expect(counts(all).values.reduce(0, +) == all.body.table("findings")?.rows.count)
    let one = try QualityReview(kinds: ["disputed"]).answer(in: study)
    #expect(kinds(one) == ["disputed"])
    let without = try QualityReview(without: ["lone source", "undated"]).answer(in: study)
    #expect(kinds(without) == Set(counts(all).keys).subtracting(["lone source", "undated"]))
    #expect(counts(without) == counts(all), "what is not listed is counted all the same")
    #expect(
      try QualityReview(without: ["lone source"]).answer(in: study).body.notes
        .contains("Not listed, as asked: lone source."))
    let refusal = Samples.refusal { () throws(QuestionError) in
      try QualityReview(without: ["lonesource"]).answer(in: study)
    }
    #expect(refusal == "there is no kind 'lonesource'; did you mean 'lone source'?")
  }

  @Test func `of many findings people see the counts and the first of each kind, and programs see all`() throws {
    let count = 20_000
    let ties = (0..<count).map { "a\($0 % 500),b\($0 % 499)\n" }.joined()
    let study = try Study(of: .init(name: "big.csv", bytes: Array(("source,target\n" + ties).utf8)))
    let answer = try QualityReview().answer(in: study)
    #expect((answer.body.table("shown")?.rows.count ?? 0) < 300)
    #expect(
      answer.body.notes.contains(
        "… and 19900 more of unsupported, 19900 more of undated[showRowsOfEachKind(20000)]."))
    let kinds = try #require(answer.body.table("kinds"))
    #expect(
      zip(kinds.column("finding"), kinds.column("count")).contains { $0 == .text("unsupported") && $1 == .count(count) }
    )
    #expect(answer.sheet?.rows.count == 2 * count + 3)
  }

  @Test func `what a file leaves to be taken for granted is counted`() throws {
    let answer = try QualityReview().answer(
      in: Samples.study(
        """
        network: t
        actors: [{id: A, name: Alpha}, {id: B, name: Beta}]
        relations: [{id: R1, from: A, to: B, type: meets, strength: 0.5, status: fact}]
        """))
    #expect(
      answer.body.value("unstated")
        == .record([Field("strength", .count(0)), Field("confidence", .count(1)), Field("status", .count(0))]))
    #expect(
      answer.body.table("findings")?.column("detail")
        .contains(.text("not stated for 1 of 1 relations, which count as certain, with 1")) == true)
  }

  @Test func `what reading changed is told`() throws {
    let text = "source,target\nA,B\nA,B\nA,A\n"
    let answer = try QualityReview().answer(in: Study(of: .init(name: "t.csv", bytes: Array(text.utf8))))
    #expect(answer.body.section("import")?.value("format") == .text("csv"))
    #expect(answer.body.section("import")?.value("counts") != nil)
  }
}
