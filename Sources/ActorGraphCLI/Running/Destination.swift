import ActorGraph

/// Where a result goes.
enum Destination: Equatable {
  /// The terminal, or what the shell has put in its place.
  case standardOutput
  /// A file that is written whole or not at all.
  case file(String)

  /// The place that an option names; `-`, or none, is standard output.
  init(_ word: String?) {
    if let word, word != "-" { self = .file(word) } else { self = .standardOutput }
  }

  /// The file's path.
  var path: String? { if case .file(let path) = self { path } else { nil } }

  /// Writes the result; a terminal is shown it as a form of text.
  func write(_ bytes: [UInt8], escaping form: ControlForm = .shown) throws(CommandFailure) {
    switch self {
    case .standardOutput: try Terminal.print(bytes, escaping: form)
    case .file(let path): try Terminal.writeFile(path, bytes)
    }
  }
}
