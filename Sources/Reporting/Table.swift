/// Rows under headings, in the four forms that people and programs read.
public struct Table: Sendable, Hashable {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// On which side cells stand.
    package enum Alignment: Sendable, Hashable {
      /// Words.
      case left
      /// Numbers.
      case right
    }

    /// The heading.
    public let title: String
    /// On which side cells stand.
    package let alignment: Alignment

    /// A column of words.
    package static func words(_ title: String) -> Column { Column(title: title, alignment: .left) }

    /// A column of numbers.
    package static func numbers(_ title: String) -> Column { Column(title: title, alignment: .right) }
  }

  /// What stands above; empty for none.
  public var title: String
  /// What the numbers are, below the title: direction, weights, scale.
  public var statement: String
  /// The columns.
  public let columns: [Column]
  /// The cells, a row each.
  public private(set) var rows: [[String]] = []
  /// What stands below: what was left out, what to look out for.
  public var notes: [String] = []

  /// An empty table.
  package init(_ title: String = "", statement: String = "", columns: [Column]) {
    self.title = title
    self.statement = statement
    self.columns = columns
  }

  /// Adds a row.
  ///
  /// - Precondition: One cell for each column.
  package mutating func add(_ cells: [String]) {
    precondition(cells.count == columns.count, "a cell for each column")
    rows.append(cells)
  }
}

/// How a table is written.
public enum TableFormat: String, CaseIterable, Sendable {
  /// Aligned columns for a terminal.
  case table
  /// Comma-separated values, RFC 4180; texts that a spreadsheet would run have an apostrophe in front.
  case csv
  /// A Markdown table.
  case markdown
}

/// How text for a terminal looks.
public struct TextStyle: Sendable, Hashable {
  /// The most columns a line may take.
  public var width: Int
  /// Whether headings are set off with escape sequences.
  public var isColoured: Bool
  /// Whether texts in CSV are kept from being run as formulas by spreadsheets.
  package var guardsFormulas = true

  /// 100 columns, plain.
  public init(width: Int = 100, isColoured: Bool = false) {
    self.width = width
    self.isColoured = isColoured
  }

  /// A heading.
  package func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// Something of lesser weight.
  package func faint(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
