import ActorModel

/// A problem in a file: what, where, and what to do.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// The file's name as it was given.
  public let file: String
  /// Where in the file.
  public let location: TextLocation
  /// Whether the file can be used all the same.
  public let severity: NetworkProblem.Severity
  /// What is wrong.
  public let message: String
  /// What to do; `nil` when the message says it all.
  public let fix: String?
  /// How many problems this one stands for: itself, or those that a list which has an end no longer holds.
  public let count: Int

  /// A problem at a place of a file.
  public init(
    file: String, location: TextLocation, severity: NetworkProblem.Severity, message: String, fix: String? = nil,
    count: Int = 1
  ) {
    self.file = file
    self.location = location
    self.severity = severity
    self.message = message
    self.fix = fix
    self.count = count
  }

  /// The problem in the form `file:line:column: error: what is wrong (what to do)`; control characters are escaped, and
  /// of what is wrong, which may name a text of the file, no more than a screenful is shown.
  public var description: String {
    let advice = fix.map { " (\($0))" } ?? ""
    let place = "\(file):\(location.line):\(location.column): \(severity.rawValue): "
    return place.escapingControls + message.clipped(to: Self.shownLength) + advice.clipped(to: Self.shownLength)
  }

  /// The most characters of a message that are shown.
  private static let shownLength = 1000
}

extension Diagnostic {
  /// The problem as one that ends reading, as strict reading takes warnings.
  var asError: Diagnostic {
    Diagnostic(file: file, location: location, severity: .error, message: message, fix: fix, count: count)
  }
}

extension [Diagnostic] {
  /// The same problems, errors before warnings, and otherwise in the order they had.
  var errorsFirst: [Diagnostic] { filter { $0.severity == .error } + filter { $0.severity != .error } }

  /// How many problems of a severity there are, those that are only counted among them.
  public func total(_ severity: NetworkProblem.Severity) -> Int {
    reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
  }
}

/// A place in a text: line and column from 1; columns count Unicode scalars.
public struct TextLocation: Hashable, Comparable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1.
  public let column: Int

  /// The first character.
  public static let start = TextLocation(line: 1, column: 1)

  /// A place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether one place is before the other.
  public static func < (a: TextLocation, b: TextLocation) -> Bool {
    a.line != b.line ? a.line < b.line : a.column < b.column
  }
}

extension String {
  /// The text as a message shows it: its first 40 characters, which may be those of a whole file.
  var clipped: String { clipped(to: 40) }

  /// The first characters of the text, with control characters escaped.
  func clipped(to length: Int) -> String {
    let shown = escapingControls
    guard shown.utf8.count > length, shown.unicodeScalars.count > length else { return shown }
    return String(String.UnicodeScalarView(shown.unicodeScalars.prefix(length))) + "…"
  }
}
