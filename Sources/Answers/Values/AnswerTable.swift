/// Rows of typed values under headings.
public struct AnswerTable: Sendable, Hashable {
  /// Who a part of an answer is for.
  public enum Audience: Sendable, Hashable {
    /// People and programs.
    case everyone
    /// People: what says the same as other parts, in a form that is easier to read.
    case people
    /// Programs: what tables have no room for.
    case programs
  }

  /// A column.
  public struct Column: Sendable, Hashable {
    /// What JSON calls it.
    public let key: String
    /// The heading.
    public let title: String
    /// What its values are.
    public let kind: Kind
    /// Who it is for.
    public let audience: Audience

    /// What the values of a column are.
    public enum Kind: Sendable, Hashable {
      /// Words, names or ties.
      case words
      /// Numbers, which stand to the right.
      case numbers
      /// Ties, with the relations behind them beside each.
      case ties
    }

    /// A column of words, names or ties.
    package static func words(_ key: String, _ title: String? = nil, for audience: Audience = .everyone) -> Column {
      Column(key: key, title: title ?? key, kind: .words, audience: audience)
    }

    /// A column of ties, with the relations behind them beside each.
    package static func ties(_ key: String, _ title: String? = nil, for audience: Audience = .everyone) -> Column {
      Column(key: key, title: title ?? key, kind: .ties, audience: audience)
    }

    /// A column of numbers.
    package static func numbers(_ key: String, _ title: String? = nil, for audience: Audience = .everyone) -> Column {
      Column(key: key, title: title ?? key, kind: .numbers, audience: audience)
    }
  }

  /// Rows that people are not shown because they would read the same as the row before.
  package struct Repetition: Sendable, Hashable {
    /// The columns whose values do not count.
    package let apartFrom: Set<Int>
    /// The column by which a row has one before; `nil` for the row above.
    package let ofEach: Int?
    /// What a row is, in the singular.
    package let noun: String
    /// What is said of those that are left out, after their number.
    package let words: String

    /// Rows that read the same.
    package init(apartFrom: Set<Int>, ofEach: Int? = nil, noun: String, words: String) {
      self.apartFrom = apartFrom
      self.ofEach = ofEach
      self.noun = noun
      self.words = words
    }
  }

  /// What JSON calls the list of rows.
  public let key: String
  /// What stands above; empty for none.
  public var title: Phrase
  /// What the numbers are, below the title.
  public var statement: Phrase
  /// The columns.
  public let columns: [Column]
  /// The values, a row each.
  public private(set) var rows: [[Cell]] = []
  /// How many rows people are shown; programs get all.
  public var shownRows: Int
  /// Which rows people are not shown because they would read the same; `nil` where all are shown.
  package var repetition: Repetition?
  /// What stands below.
  public var notes: [Phrase] = []
  /// Whether one of the notes says how many rows are not shown, so that renderers need not.
  package var notesTellRest = false
  /// Who it is for.
  public let audience: Audience

  /// An empty table.
  package init(
    _ key: String, title: Phrase = "", statement: Phrase = "", columns: [Column], shownRows: Int = .max,
    for audience: Audience = .everyone
  ) {
    self.key = key
    self.title = title
    self.statement = statement
    self.columns = columns
    self.shownRows = shownRows
    self.audience = audience
  }

  /// Adds a row.
  ///
  /// - Precondition: One cell for each column.
  package mutating func add(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a cell for each column")
    rows.append(cells)
  }
}
