/// What came of a question: typed values that tables, JSON, CSV, Markdown and pages are made of.
public struct Answer: Sendable {
  /// What it was made from, so that it can be made again; `nil` for what the program says of itself.
  public var manifest: Manifest?
  /// What was found, in the order in which a reader should meet it.
  public var body: AnswerSection
  /// The same as one long table, as spreadsheets and scripts take it; `nil` where none fits.
  public var sheet: AnswerTable?
  /// Why there is no such table, where the reason is worth telling.
  public var sheetRefusal: Phrase?
  /// What the head of a table says and a form without a head, such as a spreadsheet's, has no place for.
  public var remarks: [Phrase]
  /// What somebody who asked should know about the networks, whatever the form of the answer.
  public var notices: [Phrase] = []
  /// Why there is no answer at all, where that is so; an answer that is only partly refused says so in its sections.
  public var refusal: Phrase?

  /// An answer.
  package init(
    manifest: Manifest?, body: AnswerSection, sheet: AnswerTable? = nil, remarks: [Phrase] = [], refusal: Phrase? = nil
  ) {
    self.manifest = manifest
    self.body = body
    self.sheet = sheet
    self.remarks = remarks
    self.refusal = refusal
  }
}

/// A part of an answer.
public struct AnswerSection: Sendable, Hashable {
  /// One thing in a section.
  public enum Block: Sendable, Hashable {
    /// A value for programs.
    case field(Field)
    /// Rows of values.
    case table(AnswerTable)
    /// A heading with sentences, for people.
    case heading(AnswerHeading)
    /// A part under a name.
    case section(String, AnswerSection)
    /// Parts of one kind under a name.
    case sections(String, [AnswerSection])
  }

  /// What it holds, in the order in which a reader should meet it.
  public var blocks: [Block]

  /// A part that holds blocks.
  package init(_ blocks: [Block] = []) { self.blocks = blocks }

  /// Adds a value for programs.
  package mutating func add(_ key: String, _ cell: Cell) { blocks.append(.field(Field(key, cell))) }

  /// Adds rows of values.
  package mutating func add(_ table: AnswerTable) { blocks.append(.table(table)) }

  /// The table under a name, wherever in the answer it stands; the first of several.
  public func table(_ key: String) -> AnswerTable? {
    var open = blocks[...]
    while let block = open.popFirst() {
      switch block {
      case .table(let table) where table.key == key: return table
      case .section(_, let section): open = (section.blocks + open)[...]
      case .sections(_, let sections): open = (sections.flatMap(\.blocks) + open)[...]
      default: continue
      }
    }
    return nil
  }
}

/// A heading with sentences below it.
public struct AnswerHeading: Sendable, Hashable {
  /// The heading.
  public var title: Phrase
  /// What was looked at.
  public var statement: Phrase
  /// Sentences below.
  public var notes: [Phrase]

  /// A heading.
  package init(_ title: Phrase, statement: Phrase = "", notes: [Phrase] = []) {
    self.title = title
    self.statement = statement
    self.notes = notes
  }
}
