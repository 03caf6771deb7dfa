/// What reading a format needs and heeds, and how sure its looks are.
public struct ReaderTraits: Hashable, Sendable {
  /// How much a format's beginning tells.
  public enum Looks: Hashable, Sendable {
    /// Files begin in a way of the format's own, whatever they are called.
    case distinct
    /// Other texts may look alike, so that an ending of another format says more than the looks.
    case likeAnyText
  }

  /// Options for tables that a reader heeds.
  public enum TableOption: Hashable, Sendable {
    /// Separators, columns, decimal commas.
    case layout
    /// A table of the actors beside the file.
    case actorTable
    /// How many rows may be bad.
    case badRows
  }

  /// How much the beginning of a file tells.
  public var looks = Looks.distinct
  /// Whether a file with an ending of the format is taken for it where its beginning looks like no format.
  public var isToldByEnding = true
  /// The options for tables that are heeded; none where files are no tables.
  public var tableOptions: Set<TableOption> = []
  /// Bytes of memory that reading takes for each byte of a file: measured on edge lists, whose actors and ties have the
  /// shortest texts; other formats need less.
  public var memoryPerByte = 45.0

  /// The traits of most formats.
  public init() {}
}
