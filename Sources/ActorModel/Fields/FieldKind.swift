/// What may stand as the value of a field; readers, writers and comparisons treat all fields of a kind alike.
package enum FieldKind: Hashable, Sendable {
  /// A short text: a title, a type.
  case text
  /// Words for people, which programs read nothing from: a label, a note.
  case note
  /// An id, of the record itself or of another.
  case identifier
  /// The id of one actor at an end of a relation.
  case end
  /// The ids of the two actors of a relation without direction.
  case pair
  /// A day, a month or a year.
  case date
  /// The first day of the record's interval.
  case start
  /// The first day after the record's interval.
  case finish
  /// A number above 0.
  case strength
  /// A number from 0 to 1.
  case probability
  /// Whether something supports or burdens: a word, for which some files write `+`, `-` or `0`.
  case sign
  /// One of a few words.
  case word([String])
  /// A digit of the Admiralty code.
  case credibility
  /// Ids of other records.
  case identifiers
  /// Names, each with its language where it is known.
  case aliases
  /// Blocs, each with the time of membership.
  case memberships
  /// Texts or lists of texts under keys.
  case attributes
  /// One record inside the record.
  case record(RecordKind)
  /// A list of records.
  case records(RecordKind)

  /// Whether a value is one text, a number or a date, which a cell of a table can hold beside the ends.
  package var isSingle: Bool {
    switch self {
    case .text, .note, .identifier, .date, .start, .finish, .strength, .probability, .sign, .word,
      .credibility:
      true
    case .end, .pair, .identifiers, .aliases, .memberships, .attributes, .record, .records: false
    }
  }

  /// Whether a value is written freely.
  package var isText: Bool { self == .text || self == .note }

  /// Whether a value is a number.
  package var isNumber: Bool { self == .strength || self == .probability }

  /// The words that may stand; `nil` for other kinds.
  package var words: [String]? {
    switch self {
    case .word(let words): words
    case .sign: Sign.allCases.map(\.rawValue)
    case .credibility: Credibility.allCases.map { "\($0.rawValue)" }
    default: nil
    }
  }
}

/// In which order people are told of fields: facts first, then when something holds, then lists, words and evidence.
package enum FieldGroup: Int, CaseIterable, Sendable {
  /// What a record is known by: its id and the ends of a relation.
  case identity
  /// Single values.
  case facts
  /// Between which days something holds.
  case dates
  /// Other names, codes, ids of others.
  case lists
  /// Words that programs read nothing from.
  case notes
  /// Further facts under keys of the author's own.
  case attributes
  /// Records inside the record.
  case parts
}

/// The kinds of records of a network file, by what messages call them.
package enum RecordKind: String, Hashable, Sendable {
  case network, bloc, source, actor, relation, evidence, says
  case membership = "bloc membership"
}
