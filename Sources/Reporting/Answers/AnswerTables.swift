import Answers

/// An answer as tables for people, in the order in which a reader should meet them.
public struct AnswerTables: Sendable {
  /// How values are worded.
  public var wording: AnswerWording

  /// Tables in a wording.
  public init(wording: AnswerWording = AnswerWording()) { self.wording = wording }

  /// The tables of an answer.
  public func tables(of answer: Answer) -> [Table] { tables(of: answer.body) }

  private func tables(of section: AnswerSection) -> [Table] {
    section.blocks.flatMap { block -> [Table] in
      switch block {
      case .field: []
      case .table(let table): table.audience == .programs ? [] : [self.table(table)]
      case .heading(let heading): [table(heading)]
      case .section(_, let section): tables(of: section)
      case .sections(_, let sections): sections.flatMap(tables)
      }
    }
  }

  private func table(_ heading: AnswerHeading) -> Table {
    var table = Table(wording.text(heading.title), statement: wording.text(heading.statement), columns: [])
    table.notes = heading.notes.map(wording.text)
    return table
  }

  private func table(_ source: AnswerTable) -> Table {
    let shown = source.columns.indices.filter { source.columns[$0].audience != .programs }
    let ties = shown.filter { position in
      source.columns[position].kind == .ties
        || source.rows.contains { if case .tie = $0[position] { true } else { false } }
    }
    let columns = shown.flatMap { position -> [Table.Column] in
      let column = source.columns[position]
      if column.kind == .numbers { return [.numbers(column.title)] }
      return ties.contains(position) ? [.words(column.title), .words("relations")] : [.words(column.title)]
    }
    var table = Table(wording.text(source.title), statement: wording.text(source.statement), columns: columns)
    for row in source.rows.prefix(source.shownRows) {
      table.add(shown.flatMap { texts(row[$0], isTie: ties.contains($0)) })
    }
    let rest = source.rows.count - table.rows.count
    if rest > 0, !source.notesTellRest {
      table.notes.append(wording.text("… and \(rest) more\(Remedy.showRows(source.rows.count))."))
    }
    table.notes += source.notes.map(wording.text).filter { !$0.isEmpty }
    return table
  }

  /// A value as people read it: one column, or two for a tie.
  private func texts(_ cell: Cell, isTie: Bool) -> [String] {
    guard isTie else { return [wording.text(cell)] }
    guard case .tie(let tie) = cell else { return [wording.text(cell), ""] }
    return [wording.text(cell), AnswerWording.list(tie.relations)]
  }
}
