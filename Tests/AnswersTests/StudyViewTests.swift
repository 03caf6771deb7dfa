import ActorModel
import Testing

@testable import Answers

/// What a view lets into a graph, and how every answer says so.
@Suite struct StudyViewTests {
  // case 19-loops-never-count
  @Suite struct Loops {
    private static let ties =
      "source,target,directed\n1,1,false\n1,2,false\n1,3,false\n1,4,false\n2,4,false\n3,5,false\n"
    private static let blocs = """
      network: modl
      actors:
      - {id: n1, name: n1, attributes: {grp: a}}
      - {id: n2, name: n2, attributes: {grp: a}}
      - {id: n3, name: n3, attributes: {grp: b}}
      - {id: n4, name: n4, attributes: {grp: a}}
      - {id: n5, name: n5, attributes: {grp: b}}
      relations:
      - {id: r0, between: [n1, n1], type: t}
      - {id: r1, between: [n1, n2], type: t}
      - {id: r2, between: [n1, n3], type: t}
      - {id: r3, between: [n1, n4], type: t}
      - {id: r4, between: [n2, n4], type: t}
      - {id: r5, between: [n3, n5], type: t}
      """

    private func study() throws -> Study { try Study(of: .init(name: "loop.csv", bytes: Array(Self.ties.utf8))) }

    private func view(_ loops: Projection.Loops) -> StudyView {
      var view = StudyView()
      view.projection.loops = loops
      return view
    }

    /// The score of actor 1.
    private func score(_ measure: String, _ loops: Projection.Loops) throws -> Double {
      let scores = try #require(Ranking(by: [measure], view: view(loops)).answer(in: study()).body.table("scores"))
      let position = try #require(scores.column("id").firstIndex(of: .actorID("1")))
      return try #require(scores.column("score")[position].number)
    }

    private func modularity(_ loops: Projection.Loops) throws -> Double {
      let question = NetworkStructure(["modularity:blocs=attribute/grp"], view: view(loops))
      return try #require(
        question.answer(in: Samples.study(Self.blocs)).body.table("numbers")?.column("value").first?.number)
    }

    @Test func `kept, they add 2 to an undirected degree and count twice in PageRank and modularity`() throws {
      #expect(try score("degree", .keep) == 5)
      #expect(abs(try score("pagerank", .keep) - 0.3765) < 0.00005)
      #expect(abs(try modularity(.keep) - 0.2083) < 0.00005)
    }

    @Test func `dropped, they count for nothing`() throws {
      #expect(try score("degree", .drop) == 3)
      #expect(abs(try score("pagerank", .drop) - 0.2834) < 0.00005)
      #expect(abs(try modularity(.drop) - 0.22) < 0.00005)
    }

    @Test func `every measure and structure runs on loops that are kept, or says why not`() throws {
      let kept = view(.keep)
      #expect(try Ranking(by: ["all"], view: kept).answer(in: study()).refusal == nil)
      #expect(try NetworkStructure(["all"], view: kept).answer(in: study()).refusal == nil)
      #expect(try Grouping(view: kept).answer(in: study()).refusal == nil)
    }
  }

  @Suite struct Dates {
    private static let network = """
      network: t
      actors: [{id: A, name: A}, {id: B, name: B}, {id: C, name: C}]
      relations:
      - {id: R1, from: A, to: B, type: t, since: 2003-05-15}
      - {id: R2, from: B, to: C, type: t, since: 2020, until: 2026-07-07}
      - {id: R3, from: C, to: A, type: t}
      - {id: R4, from: A, to: C, type: t, status: anticipated}
      """

    /// What the first table of each answer says was looked at.
    private func heads(_ view: StudyView) throws -> [String] {
      let study = try Samples.study(Self.network)
      let answers = try [
        Ranking(view: view).answer(in: study), NetworkOverview(view: view).answer(in: study),
        Grouping(view: view).answer(in: study), NetworkStructure(view: view).answer(in: study),
      ]
      return answers.map { $0.body.statements.first ?? "" }
    }

    @Test func `every head says how many undated relations count, and that the day lies outside`() throws {
      for head in try heads(SeedNetwork.view(on: 1850, 1, 1)) {
        #expect(head.contains("1 undated relation counts as held"), "\(head)")
        #expect(head.contains("1850-01-01 lies before the file's dates, 2003-05-15 to 2026-07-07"), "\(head)")
      }
      for head in try heads(SeedNetwork.view(on: 2099, 1, 1)) {
        #expect(head.contains("2099-01-01 lies after the file's dates"), "\(head)")
      }
      var within = try SeedNetwork.view(on: 2021, 1, 1)
      within.projection.statuses = [.fact, .anticipated]
      for head in try heads(within) {
        #expect(head.contains("2 undated relations count as held"), "\(head)")
        #expect(!head.contains("lies "), "\(head)")
      }
    }

    @Test func `by default the last change is looked at while anything dated goes on`() throws {
      for head in try heads(StudyView()) { #expect(head.contains("as of 2026-07-07"), "\(head)") }
    }
  }
}

extension AnswerSection {
  /// What its tables and headings say was looked at, in order.
  fileprivate var statements: [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .field: []
      case .table(let table): table.audience == .programs ? [] : [table.statement.plain]
      case .heading(let heading): [heading.statement.plain]
      case .section(_, let section): section.statements
      case .sections(_, let sections): sections.flatMap(\.statements)
      }
    }
  }
}
