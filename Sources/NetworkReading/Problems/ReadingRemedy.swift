/// What somebody who reads a file can say about it so that it is read; each face of the program words it in its own way.
///
/// The command line names an option, a form would name a field.
public enum ReadingRemedy: Hashable, Sendable, CustomStringConvertible {
  /// Say that the file has an encoding; `nil` where it is not known which.
  case sayEncoding(TextEncoding?)
  /// Say what separates the cells of a table.
  case saySeparator
  /// Say that a comma separates decimals.
  case sayDecimalComma
  /// Say which columns of a table name the ends of ties.
  case nameEnds
  /// Say which column of a table of ties holds a field.
  case nameColumn(TableOptions.Field)
  /// Say which column of a table of actors holds a field.
  case nameActorColumn(TableOptions.Field)
  /// Read the file in a format, by its id.
  case readAs(format: String)
  /// Read the file as a table of ties, and say which columns it has.
  case readAsTable

  /// The remedy in words that fit any face.
  public var description: String {
    switch self {
    case .sayEncoding(let encoding?): "read it as \(encoding.rawValue)"
    case .sayEncoding(nil): "say its encoding: \(TextEncoding.windows1252.rawValue) for an older spreadsheet's"
    case .saySeparator: "say which it is"
    case .sayDecimalComma: "say that a comma separates decimals"
    case .nameEnds: "say which columns the ends are"
    case .nameColumn, .nameActorColumn: "say which it is"
    case .readAs(let format): "read it as \(format)"
    case .readAsTable: "read it as a table of ties, and say which columns it has"
    }
  }
}
