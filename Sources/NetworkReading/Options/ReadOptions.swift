import ActorModel

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
  /// The fields that records have.
  package var fields = NetworkFields.standard

  /// Lenient reading, as the file says.
  public init() {}
}
