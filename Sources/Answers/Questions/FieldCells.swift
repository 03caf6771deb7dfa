import ActorModel

extension RecordField {
  /// What JSON calls the field: `partOf`.
  var answerKey: String {
    let words = key.split(separator: "-")
    return (words.prefix(1).map(String.init) + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() })
      .joined()
  }

  /// The field of a record as a cell of an answer.
  func cell(of record: Record) -> Cell {
    switch value(record) {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .date(let date): .text(date.description)
    case .texts(let texts): .list(texts.map { .text($0) })
    case .aliases(let aliases): .list(aliases.map { .text($0.name) })
    case .memberships(let memberships): .list(memberships.map { .text($0.bloc) })
    case .attributes(let attributes): .record(attributes.map { Field($0.key, .text($0.text)) })
    case .evidence, .claims, .blocs, .sources, .actors, .relations: .absent
    case nil: empty
    }
  }

  /// The cell of a record in which nothing is stated.
  private var empty: Cell {
    switch kind {
    case .identifiers, .aliases, .memberships: .list([])
    case .attributes: .record([])
    default: .absent
    }
  }

  /// The field of a record under its key.
  func field(of record: Record) -> Field { Field(answerKey, cell(of: record)) }
}

extension FieldTable {
  /// The fields for which tables have no column of their own.
  var further: [RecordField<Record>] { fields.filter { !$0.traits.contains(.worded) && $0.kind.isSingle } }

  /// What a record states in further fields, each as a sentence's beginning.
  func furtherNotes(of record: Record) -> [Phrase] { further(of: record).map { Phrase("\($0.key): \($0.text)") } }
}

extension RecordField {
  /// A column of a table for the field.
  var column: AnswerTable.Column { kind.isNumber ? .numbers(answerKey) : .words(answerKey) }

  /// The cell in such a column.
  func shortCell(of record: Record) -> Cell {
    kind.isNumber ? .number(value(record)?.number, .plain) : cell(of: record)
  }
}
