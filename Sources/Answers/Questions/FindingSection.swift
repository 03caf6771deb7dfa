import ActorAnalysis
import ActorModel

/// What an algorithm found about a network, as a part of an answer.
struct FindingSection {
  /// What came of the algorithm.
  let result: FindingResult
  /// The graph it ran on.
  let projected: ProjectedGraph
  /// How many rows of a list people are shown.
  let shownRows: Int

  /// The values for programs, and a table for each list.
  var section: AnswerSection {
    let finding = result.finding ?? Finding()
    var section = AnswerSection()
    section.add("measure", .text(result.summary.id))
    section.add("parameters", .record(result.options.map { Field($0.name, .text($0.value)) }))
    section.add("signs", .text(result.summary.signs.rawValue))
    section.add("refused", .text(optional: result.refusal))
    section.add("numbers", .record(finding.numbers.map { Field($0.key, .number($0.value)) }))
    section.add("notes", .list(finding.notes.map { .text($0) }))
    if let balance { section.blocks.append(.section("balance", balance)) }
    section.blocks.append(.section("lists", AnswerSection(finding.lists.map { .table(table($0)) })))
    return section
  }

  /// The balance of friendly and hostile ties, where that is what was found.
  var balance: AnswerSection? { result.finding?.balance.map { BalanceSection(of: $0).section } }

  private func table(_ list: FindingList) -> AnswerTable {
    var table = AnswerTable(
      list.key, title: "\(result.summary.title): \(list.title)",
      columns: list.columns.map { $0.isNumeric ? .numbers($0.key, $0.name) : .words($0.key, $0.name) },
      shownRows: shownRows)
    for row in list.rows { table.add(row.map(cell)) }
    if list.rows.isEmpty { table.notes.append("None.") }
    return table
  }

  /// Ties of pairs have no direction, whatever the graph.
  private var isDirected: Bool { projected.graph.isDirected && result.finding?.reading != .pairs }

  private func cell(_ cell: FindingCell) -> Cell {
    switch cell {
    case .text(let text): .text(text)
    case .number(let value): .number(value)
    case .actor(let actor): .actor(actor.map(ActorReference.init))
    case .actors(let actors): .actors(actors)
    case .tie(let tie): .tie(TieReference(tie, isDirected: isDirected))
    }
  }

  /// What should be known about the finding beside its numbers; why there is none.
  var notes: [Phrase] {
    let id = result.summary.id
    let refusal: [Phrase] = result.refusal.map { ["\(id) is not defined here: \($0)."] } ?? []
    return refusal + (result.finding?.notes ?? []).map { "\(id): \($0)" }
  }

  /// The numbers of several findings as one table for people, with the notes on all of them and others.
  static func numbers(
    of findings: [FindingSection], title: Phrase, statement: Phrase, notes: [Phrase] = []
  ) -> AnswerSection.Block {
    var table = AnswerTable(
      "numbers", title: title, statement: statement,
      columns: [.words("measure"), .words("what"), .numbers("value")], for: .people)
    for finding in findings {
      for (i, number) in (finding.result.finding?.numbers ?? []).enumerated() {
        table.add([
          .text(i == 0 ? finding.result.summary.id : ""), .text(number.name), .number(number.value),
        ])
      }
    }
    table.notes = findings.flatMap(\.notes) + notes
    return table.rows.isEmpty
      ? .heading(AnswerHeading(title, statement: statement, notes: table.notes)) : .table(table)
  }

  /// All numbers and lists of several findings as one long table: a row for each number.
  static func sheet(of findings: [FindingSection]) -> AnswerTable {
    var sheet = AnswerTable("values", columns: ["measure", "list", "row", "what", "value"].map { .words($0) })
    for finding in findings {
      let id = finding.result.summary.id
      for number in finding.result.finding?.numbers ?? [] {
        sheet.add([.text(id), .absent, .absent, .text(number.key), .number(number.value)])
      }
      for list in finding.result.finding?.lists ?? [] {
        for (position, row) in list.rows.enumerated() {
          for (column, cell) in zip(list.columns, row) {
            for field in finding.plain(cell, key: column.key) {
              sheet.add([.text(id), .text(list.key), .count(position + 1), .text(field.key), field.cell])
            }
          }
        }
      }
    }
    return sheet
  }

  /// A value as spreadsheets take it: a tie in three cells.
  private func plain(_ cell: FindingCell, key: String) -> [Field] {
    guard case .tie(let tie) = cell else { return [Field(key, self.cell(cell))] }
    return [
      Field("from", .text(tie.from.id)), Field("to", .text(tie.to.id)),
      Field("relations", .relations(tie.relations.map(\.id))),
    ]
  }
}
