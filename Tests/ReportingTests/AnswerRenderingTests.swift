import ActorAnalysis
import ActorModel
import Answers
import Foundation
import NetworkFormats
import Testing

@testable import Reporting

@Suite struct AnswerRenderingTests {
  private var answer: Answer {
    get throws {
      let text = """
        network: n
        actors: [{id: A, name: Anna}, {id: B, name: Boris}]
        relations: [{id: R, from: A, to: B, type: t}]
        """
      let study = try Study(of: InputFile(name: "n.yaml", bytes: Array(text.utf8)))
      var table = AnswerTable(
        "rows", title: "Rows", statement: "what they are",
        columns: [.words("actor"), .numbers("score"), .words("note", for: .people), .words("exact", for: .programs)],
        shownRows: 1)
      let anna = Actor(id: "A", name: "Anna")
      table.add([.actor(anna), .number(1.0 / 3), .text("shown"), .text("kept")])
      table.add([.actor(Actor(id: "B", name: "Boris")), .number(nil), .absent, .absent])
      var body = AnswerSection([.heading(AnswerHeading("Heading of \(anna)", notes: ["A note."]))])
      body.add("count", .count(2))
      body.add("missing", .absent)
      body.add(table)
      body.blocks.append(.sections("parts", [AnswerSection([.field(Field("of", .relations(["R"])))])]))
      return Answer(manifest: Manifest("test", of: study.inputs, [], seed: 1), body: body, sheet: table)
    }
  }

  @Test func `people see names, few digits and the first rows, and what they can do`() throws {
    let wording = AnswerWording(remedy: { if case .showRows(let rows) = $0 { "ask for \(rows)" } else { nil } })
    let tables = AnswerTables(wording: wording).tables(of: try answer)
    #expect(tables.map(\.title) == ["Heading of Anna", "Rows"])
    #expect(tables[0].notes == ["A note."])
    #expect(tables[1].columns.map(\.title) == ["actor", "score", "note"])
    #expect(tables[1].rows == [["Anna", "0.3333", "shown"]])
    #expect(tables[1].notes == ["… and 1 more; ask for 2."])
  }

  @Test func `programs see ids, every digit and all rows under the keys of the columns`() throws {
    let text = try AnswerJSON().text(of: try answer)
    let body = try #require(text.range(of: "\"missing\"") == nil ? text : nil)
    #expect(body.contains("\"count\" : 2"))
    #expect(body.contains("\"actor\" : \"A\""))
    #expect(body.contains("\"score\" : 0.3333333333333333"))
    #expect(body.contains("\"score\" : null"))
    #expect(body.contains("\"exact\" : \"kept\""))
    #expect(!body.contains("\"note\" : \"shown\""))
    #expect(body.contains("\"command\" : \"test\""))
    #expect(body.contains("\"of\" : ["))
  }

  @Test func `spreadsheets get one table with every row`() throws {
    let sheet = try #require(AnswerSheet().table(of: try answer))
    #expect(sheet.rows == [["A", "0.3333333333333333", "kept"], ["B", "", ""]])
  }

  @Test func `a wording without remedies names none`() {
    #expect(AnswerWording().text("… and 1 more\(Remedy.showRows(2)).") == "… and 1 more.")
    #expect(AnswerWording().text(Cell.remedy(.setSeed)).isEmpty)
  }

  @Test func `a remedy is a clause, or a sentence of its own after a full stop or at the beginning`() {
    let wording = AnswerWording(remedy: { _ in "ask again" })
    #expect(wording.text("there are more\(Remedy.showRows(2)).") == "there are more; ask again.")
    #expect(wording.text("There are more.\(Remedy.showRows(2))") == "There are more. ask again")
    #expect(wording.text(Phrase([.remedy(.showRows(2))])) == "ask again")
  }

  @Test func `a column of ties has their relations beside it even where there is no tie`() {
    let table = AnswerTable("ties", columns: [.ties("tie"), .numbers("score")])
    let answer = Answer(manifest: nil, body: AnswerSection([.table(table)]))
    #expect(AnswerTables().tables(of: answer)[0].columns.map(\.title) == ["tie", "relations", "score"])
  }

  @Test func `a table that tells itself how many rows are not shown is believed`() {
    var table = AnswerTable("rows", columns: [.numbers("n")], shownRows: 0)
    table.add([.count(1)])
    table.notes = ["One is not shown."]
    table.notesTellRest = true
    let shown = AnswerTables().tables(of: Answer(manifest: nil, body: AnswerSection([.table(table)])))[0]
    #expect(shown.rows.isEmpty && shown.notes == ["One is not shown."])
  }

  @Test func `README's lines lead from a file to a ranking, and from every actor to statements and sources`() throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized.path()
    for page in ["README.md", "Sources/ActorGraph/ActorGraph.docc/ActorGraph.md"] {
      let text = try String(contentsOfFile: root + page, encoding: .utf8)
      #expect(
        text.contains(
          """
          let study = try Study(ofFile: "Graphs/moscow-kabul.yaml")
          let answer = try Ranking(by: ["betweenness"], explaining: "Iran").answer(in: study)
          for table in AnswerTables().tables(of: answer) { print(table.text()) }
          """))
    }
    let study = try Study(ofFile: root + "Graphs/moscow-kabul.yaml")
    let answer = try Ranking(by: ["betweenness"], explaining: "Iran").answer(in: study)
    let tables = AnswerTables().tables(of: answer).map { $0.text() }
    #expect(tables.count == 2 && tables[1].contains("What Iran's betweenness rests on"))
    #expect(tables[1].contains("source "))
    var actors = 0
    for case .actor(let actor?) in answer.body.table("scores")?.rows.flatMap(\.self) ?? [] {
      actors += 1
      if actors > 3 { continue }
      #expect(try AnswerJSON().text(of: Lookup(actor.id).answer(in: study)).contains("\"source\" : "))
    }
    #expect(actors == study.inputs[0].network.actors.count)
    let ranking = try InfluenceRanking(by: MeasureCatalog().choice("betweenness")).run(on: study.graph())
    #expect(ranking.ranked.count == actors)
  }
}
