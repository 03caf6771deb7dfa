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
    var repeated = RepeatedRows(source.repetition)
    for row in source.rows.prefix(source.shownRows) where !repeated.takes(row.map(wording.text)) {
      table.add(shown.flatMap { texts(row[$0], isTie: ties.contains($0)) })
    }
    table.notes += repeated.note.map { [$0] } ?? []
    let rest = source.rows.count - min(source.shownRows, source.rows.count)
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

/// Rows that are left out of a table because they read the same as the row before.
private struct RepeatedRows {
  private let repetition: AnswerTable.Repetition?
  private var last: [String: [String]] = [:]
  private var count = 0

  init(_ repetition: AnswerTable.Repetition?) { self.repetition = repetition }

  /// Whether a row reads the same as the one before, and is counted as left out.
  mutating func takes(_ row: @autoclosure () -> [String]) -> Bool {
    guard let repetition else { return false }
    let row = row()
    let said = row.indices.filter { !repetition.apartFrom.contains($0) }.map { row[$0] }
    let isRepeated = last.updateValue(said, forKey: repetition.ofEach.map { row[$0] } ?? "") == said
    count += isRepeated ? 1 : 0
    return isRepeated
  }

  /// How many rows were left out; `nil` for none.
  var note: String? {
    guard let repetition, count > 0 else { return nil }
    return "\(count) \(repetition.noun)\(count == 1 ? "" : "s") \(repetition.words)."
  }
}
