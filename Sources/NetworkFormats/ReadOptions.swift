/// What changes how a file is read; each format heeds what concerns it.
public struct ReadOptions: Hashable, Sendable {
  /// Whether the directions in the file count.
  public enum Direction: String, CaseIterable, Hashable, Sendable {
    /// As the file says.
    case asWritten
    /// Every tie is undirected; an arc and its equal reverse become one.
    case undirected
  }

  /// What becomes an actor's id.
  public enum Identifiers: String, CaseIterable, Hashable, Sendable {
    /// The file's ids; in formats that only number the actors the labels, where each is there and stands once.
    case automatic
    /// The file's ids or numbers.
    case asWritten
    /// The labels; an error where one is missing or stands twice.
    case labels
  }

  /// Whether warnings count as errors.
  public var isStrict = false
  /// Whether the directions in the file count.
  public var direction = Direction.asWritten
  /// What becomes an actor's id.
  public var identifiers = Identifiers.automatic
  /// Whether a tie to an actor that the file does not declare creates it, with a warning, instead of being an error.
  public var createsMissingActors = false
  /// The network to read where a file holds several: its name, or its number from 1.
  public var networkName: String?
  /// The file's encoding; UTF-8, or what XML says of itself, when `nil`.
  public var encoding: TextEncoding?
  /// How tables are read.
  public var table = TableOptions()

  /// Lenient reading, as the file says.
  public init() {}
}

/// How tables with separators are read.
public struct TableOptions: Hashable, Sendable {
  /// What stands in a column.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    /// The actor a tie comes from.
    case source
    /// The actor a tie goes to.
    case target
    /// Strength, negative for a hostile tie.
    case weight
    /// positive, negative, neutral; +, -, 0.
    case sign
    /// The kind of tie; Gephi's `Directed` and `Undirected` are told apart from it.
    case type
    /// Whether the tie is directed.
    case directed
    /// The first day it holds.
    case since
    /// The first day it no longer holds.
    case until
    /// A label.
    case label
    /// A probability.
    case confidence
    /// fact, assessment, anticipated.
    case status
    /// The tie's or actor's id.
    case id
    /// The kind of actor.
    case kind
    /// A note.
    case note
  }

  /// The character between cells; told from the file when `nil`.
  public var separator: Character?
  /// Whether the first row names the columns; told from the file when `nil`.
  public var hasHeader: Bool?
  /// Lines that begin with this are passed over.
  public var comment: Character?
  /// Whether a comma separates decimals: `0,5`.
  public var hasDecimalComma = false
  /// Columns by name or by number from 1, where the file's own names do not tell; an empty name for a field that is
  /// not to be read.
  public var columns: [Field: String] = [:]
  /// The same for the table of actors.
  public var nodeColumns: [Field: String] = [:]
  /// How many rows of an event table may be bad: they are dropped, each with a warning, and given in the report. With
  /// one more nothing is read.
  public var badRowLimit = 0
  /// A table of the actors, beside the table of ties.
  public var nodes: InputFile?

  /// A table as it describes itself.
  public init() {}
}
