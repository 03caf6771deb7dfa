import ActorGraph

extension ReadingRemedy {
  /// The remedy as options.
  var commandLine: String {
    switch self {
    case .sayEncoding(let encoding?): "say --encoding \(encoding.rawValue)"
    case .sayEncoding(nil):
      "say its encoding: --encoding \(TextEncoding.windows1252.rawValue) for an older spreadsheet's"
    case .saySeparator: "say which it is with --separator"
    case .sayDecimalComma: "say --decimal-comma"
    case .nameEnds: "say which columns the ends are: --column source=NAME --column target=NAME"
    case .nameColumn(let field): "say which it is with --column \(field.rawValue)=NAME"
    case .nameActorColumn(let field): "say which it is with --actor-column \(field.rawValue)=NAME"
    case .readAs(let format): "read it with --from-format \(format)"
    case .readAsTable: "read it as a table of ties with --from-format csv and --column for its columns"
    }
  }
}

extension Diagnostic {
  /// The problem in a line, with what options can do about it.
  var commandLine: String { text(\.commandLine) }
}
