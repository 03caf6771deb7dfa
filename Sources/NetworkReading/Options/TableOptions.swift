import ActorModel

/// How tables with separators are read.
public struct TableOptions: Hashable, Sendable {
  /// What stands in a column: an end of the tie, its direction, or a field of the tie or actor.
  public struct Field: RawRepresentable, Hashable, Sendable {
    /// The name.
    public let rawValue: String

    /// What a name stands for; `nil` where it is none of ``allCases``.
    public init?(rawValue: String) {
      guard Self.allCases.contains(where: { $0.rawValue == rawValue }) else { return nil }
      self.rawValue = rawValue
    }

    /// What a name of the table of fields stands for.
    package init(column: String) { rawValue = column }

    /// The actor a tie comes from.
    public static let source = Field(column: "source")
    /// The actor a tie goes to.
    public static let target = Field(column: "target")
    /// Strength, negative for a hostile tie.
    public static let weight = Field(column: "weight")
    /// positive, negative, neutral; +, -, 0.
    public static let sign = Field(column: "sign")
    /// The kind of tie; Gephi's `Directed` and `Undirected` are told apart from it.
    public static let type = Field(column: "type")
    /// Whether the tie is directed.
    public static let directed = Field(column: "directed")
    /// The first day it no longer holds.
    public static let until = Field(column: "until")
    /// The tie's or actor's id.
    public static let id = Field(column: "id")

    /// Everything that a column can be named for: the ends and the direction, then what ties and actors have.
    public static let allCases: [Field] = {
      let first = ["source", "target", "weight", "sign", "type", "directed", "since", "until", "label", "confidence"]
      let fields = NetworkFields.standard
      let names = fields.relation.fields.compactMap(\.names) + fields.actor.fields.compactMap(\.names)
      let columns = names.filter { !$0.headings.isEmpty }.map(\.column)
      var seen: Set<String> = []
      return (first + ["status", "id", "kind", "note"] + columns).filter { seen.insert($0).inserted }
        .map(Field.init(column:))
    }()
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
