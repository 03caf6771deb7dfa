import ActorModel
import Foundation
import GraphCore
import ModelTestSupport
import Testing

@testable import Answers

@Suite struct RankingTests {
  @Test func `every actor has a rank, and equal scores share one`() throws {
    let measures = try Ranking(by: ["betweenness:scale=pairs", "pagerank"]).answer(in: SeedNetwork.study).body
      .sections("measures")
    #expect(measures.map { $0.value("measure") } == [.text("betweenness"), .text("pagerank")])
    #expect(measures[0].value("scale") == .text("pairs"))
    #expect(measures[0].value("parameters")?["scale"] == .text("pairs"))
    for measure in measures {
      #expect(measure.value("direction") != .absent && measure.value("weights") != .absent)
      let scores = try #require(measure.table("scores"))
      #expect(scores.rows.count == 48)
      let values = scores.column("score").compactMap(\.number)
      let ranks = scores.column("rank").compactMap { $0.number.map { Int($0) } }
      for (i, rank) in ranks.enumerated() {
        #expect(rank == i + 1 || (i > 0 && rank == ranks[i - 1] && abs(values[i] - values[i - 1]) < 1e-9))
      }
    }
  }

  @Test func `without a measure it is betweenness, and actors are known by their ids`() throws {
    let answer = try Ranking().answer(in: Samples.study(Samples.chain))
    let scores = try #require(answer.body.table("scores"))
    let beta = ActorReference(Actor(id: "B", name: "Beta"))
    #expect(scores.column("actor").first == .actor(beta))
    #expect(scores.column("id").first == .actorID("B"))
    #expect(scores.column("rank") == [.count(1), .count(2), .count(2)])
    #expect(answer.manifest?.command == "rank")
    #expect(answer.sheet?.column("actor").first == .actor(beta))
  }

  @Test func `of all measures those that are not defined say why, and the others have scores`() throws {
    let answer = try Ranking(by: ["all"]).answer(in: SeedNetwork.study)
    let measures = answer.body.sections("measures")
    #expect(measures.count >= 7)
    #expect(answer.refusal == nil)
    for measure in measures {
      #expect(measure.table("scores")?.rows.isEmpty == (measure.value("refused") != .absent))
    }
  }

  @Test func `a single measure that is not defined leaves no answer`() throws {
    let answer = try Ranking(by: ["eigenvector"]).answer(in: Samples.study(Samples.chain))
    #expect(answer.refusal?.plain.hasPrefix("eigenvector is not defined here: ") == true)
    #expect(answer.body.notes.contains("Not defined here: "))
  }

  @Test func `people are shown no part of a long row of equals, and told how many are left out`() throws {
    let scores = try #require(Ranking().answer(in: SeedNetwork.study).body.table("scores"))
    #expect(scores.shownRows < 30)
    #expect(scores.notes[0].plain.contains(", all at rank "))
    #expect(scores.notesTellRest)
    var question = Ranking()
    question.top = 1000
    let all = try #require(question.answer(in: SeedNetwork.study).body.table("scores"))
    #expect(all.shownRows == 48)
    #expect(!all.notes.contains { $0.plain.contains("… and") })
  }

  @Test func `an explanation leads from a score to relations and sources by their ids`() throws {
    let answer = try Ranking(explaining: "Beta").answer(in: Samples.study(Samples.chain))
    let explanation = try #require(answer.body.sections("explanations").first)
    #expect(explanation.value("actor") == .actor(Actor(id: "B", name: "Beta")))
    let relations = try #require(explanation.value("relations")?.elements)
    #expect(Set(relations.compactMap { $0["relations"]?.ids }) == [["R1"], ["R2"]])
    // R1 has another source too, so that only R2 goes with s1.
    let sources = try #require(explanation.value("sources")?.elements)
    #expect(sources.map { $0["source"] } == [.source("s1")])
    #expect(sources.map { $0["relations"] } == [.relations(["R2"])])
    let shown = try #require(explanation.table("supports"))
    #expect(shown.column("without").contains(.relations(["R1"])))
    #expect(shown.column("without").contains(.phrase("source \(source: "s1")")))
  }

  @Test func `an explanation tells the largest change first, with its sign, and counts what changes nothing`() throws {
    var question = Ranking(explaining: "Iran", view: try SeedNetwork.view(on: 2025, 7, 8))
    question.top = 200
    let explanation = try #require(question.answer(in: SeedNetwork.study).body.sections("explanations").first)
    let shown = try #require(explanation.table("supports"))
    let sizes = shown.column("score changes by").compactMap { $0.number.map { abs($0) } }
    #expect(!sizes.isEmpty && sizes == sizes.sorted(by: >))
    let losses = (["relations", "sources"].flatMap { explanation.value($0)?.elements ?? [] })
      .compactMap { $0["loss"]?.number }
    let changes = shown.column("score changes by").compactMap(\.number)
    #expect(changes.sorted() == losses.map { -$0 }.sorted())
    #expect((explanation.value("relationsWithoutEffect")?.number ?? 0) > 0)
    #expect(explanation.notes.contains("without which neither score nor rank differs left out"))
  }

  @Test func `an explained score of 0 says that no path can pass`() throws {
    let answer = try Ranking(explaining: "A").answer(in: Samples.study(Samples.chain))
    #expect(answer.body.notes.contains("No path between two others can pass Alpha: nothing leads to it."))
  }

  @Test func `ties are ranked with the relations behind them, apart from actors in a sheet`() throws {
    let answer = try Ranking(by: ["edge-betweenness"]).answer(in: SeedNetwork.study)
    let ties = try #require(answer.body.table("ties"))
    #expect(ties.rows.count == 83)
    #expect(ties.column("rank").first == .count(1))
    #expect(ties.column("relations").allSatisfy { !$0.ids.isEmpty })
    #expect(answer.sheet?.columns.map(\.key).contains("from") == true)
    let mixed = try Ranking(by: ["edge-betweenness", "degree"]).answer(in: SeedNetwork.study)
    #expect(mixed.sheet == nil && mixed.sheetRefusal != nil)
  }

  @Test func `measures over a period stand beside those of a day, and say what they looked at`() throws {
    let answer = try Ranking(by: ["temporal-reachability", "degree"]).answer(in: SeedNetwork.study)
    #expect(
      answer.body.sections("measures").map { $0.value("measure") } == [
        .text("degree"), .text("temporal-reachability"),
      ])
    #expect(answer.manifest?.views.count == 2)
    let alone = try Ranking(by: ["burstiness"]).answer(in: SeedNetwork.study)
    #expect(alone.manifest?.views.count == 1)
    let undated = try Samples.study("network: n\nactors: [{id: A, name: A}]\n")
    #expect(throws: QuestionError.self) { try Ranking(by: ["burstiness"]).answer(in: undated) }
  }

  @Test func `what is left without older ties stands beside each score`() throws {
    var question = Ranking(by: ["degree"])
    question.olderThan = 365
    let answer = try question.answer(in: Samples.study(Samples.chain))
    let age = try #require(answer.body.section("age"))
    #expect(age.value("older") == .count(1))
    #expect(age.value("strengthShare")?.number == 0.5)
    let scores = try #require(answer.body.table("scores"))
    #expect(scores.column("without older").compactMap(\.number) == [1, 0, 1])
    #expect(age.sections("measuresWithout").first?.table("scores")?.audience == .programs)
    let undated = try Samples.study("network: n\nactors: [{id: A, name: A}]\n")
    #expect(throws: QuestionError.self) { try question.answer(in: undated) }
  }

  @Test func `actors in an option are named by id, name or alias, with commas or plus signs`() throws {
    let study = try SeedNetwork.study
    let bodies = try ["RUS,IRN", "RUS+IRN", "Russia,Iran"].map {
      try Ranking(by: ["personalised-pagerank:from=\($0)"]).answer(in: study).sheet
    }
    #expect(Set(bodies).count == 1)
    func refusal(_ measure: String) -> String {
      Samples.refusal { () throws(QuestionError) in try Ranking(by: [measure]).answer(in: study) }
    }
    #expect(refusal("personalised-pagerank:from=Rusia").contains("did you mean 'Russia'?"))
    #expect(refusal("personalised-pagerank").contains("needs from"))
  }

  @Test func `where a third of the actors score 0 a note says why, and what can be asked instead`() throws {
    let view = try SeedNetwork.view(on: 2025, 7, 8)
    let measure = try #require(Ranking(view: view).answer(in: SeedNetwork.study).body.sections("measures").first)
    let zeros = measure.table("scores")?.column("score").count { $0.number == 0 }
    #expect(measure.value("pathless")?["count"]?.number.map { Int($0) } == zeros)
    #expect(measure.notes.contains("score 0, since no shortest path between two others passes them: "))
    #expect(measure.notes.contains("only act, ") && measure.notes.contains("[letPathsRunBothWays]"))
    var either = view
    either.projection.direction = .either
    #expect(!(try Ranking(view: either).answer(in: SeedNetwork.study).body.notes.contains("letPathsRunBothWays")))
  }

  @Test func `a question at fault is refused before any network is looked at`() throws {
    var question = Ranking()
    question.top = 0
    #expect(throws: QuestionError.self) { try question.check() }
    #expect(throws: QuestionError.self) { try Ranking(by: ["leiden"]).check() }
    #expect(throws: QuestionError.self) { try Ranking(by: ["pagerank:damping=2"]).check() }
    try Ranking(by: ["all", "edge-betweenness", "burstiness"]).check()
  }

  @Suite struct Repeatability {
    @Test func `one, two and eight threads give the same answer`() throws {
      let bodies = try [1, 2, 8].map { threads in
        var study = try SeedNetwork.study
        study.context = RunContext(threads: threads)
        return try Ranking(by: ["all"]).answer(in: study).body
      }
      #expect(bodies[0] == bodies[1] && bodies[0] == bodies[2])
    }

    @Test(arguments: [0, 1, 2])
    func `relations, actors and sources in any order give the same answer`(variant: Int) throws {
      var view = StudyView()
      if variant == 1 {
        view.projection.direction = .either
        view.projection.rollUp = .all
      } else if variant == 2 {
        view = try SeedNetwork.view(on: 2025, 7, 8)
        view.projection.combination = .keep
      }
      let text = try String(contentsOfFile: SeedNetwork.path, encoding: .utf8)
      let bodies = try [text, ShuffledText.of(text, seed: 1), ShuffledText.of(text, seed: 2)].map {
        try Ranking(by: ["all"], view: view).answer(in: Samples.study($0)).body
      }
      #expect(bodies[0] == bodies[1] && bodies[0] == bodies[2])
    }
  }
}
