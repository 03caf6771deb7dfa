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
    let wording = AnswerWording { if case .showRows(let rows) = $0 { "ask for \(rows)" } else { nil } }
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
  }

  @Test func `README's lines lead from a file to an answer, and from a ranking to statements and sources`() throws {
    let path = URL(filePath: #filePath).appending(path: "../../../Graphs/moscow-kabul.yaml").standardized.path()
    let study = try Study(ofFile: path)
    let answer = try Lookup("Iran").answer(in: study)
    #expect(try AnswerJSON().text(of: answer).contains("\"actor\" : \"IRN\""))
    let ranking = try InfluenceRanking(by: MeasureCatalog().choice("betweenness")).run(on: study.graph())
    #expect(ranking.ranked.count == study.inputs[0].network.actors.count)
    for row in ranking.ranked.prefix(3) {
      let tables = AnswerTables().tables(of: try Lookup(row.actor.id).answer(in: study))
      #expect(tables.map { $0.text() }.joined().contains("What they rest on"))
    }
  }
}
