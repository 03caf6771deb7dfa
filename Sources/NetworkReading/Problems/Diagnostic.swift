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
  public let fix: Advice?
  /// How many problems this one stands for: itself, or those that a list which has an end no longer holds.
  public let count: Int

  /// A problem at a place of a file.
  public init(
    file: String, location: TextLocation, severity: NetworkProblem.Severity, message: String, fix: Advice? = nil,
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
  public var description: String { text() }

  /// The problem as ``description`` has it.
  ///
  /// - Parameter wording: How remedies are worded; by default in words that fit any face of the program.
  public func text(_ wording: (ReadingRemedy) -> String = \.description) -> String {
    let advice = fix.map { " (\($0.text(wording)))" } ?? ""
    let place = "\(file):\(location.line):\(location.column): \(severity.rawValue): "
    return place.escapingControls + message.clipped(to: Self.shownLength) + advice.clipped(to: Self.shownLength)
  }

  /// The most characters of a message that are shown.
  private static let shownLength = 1000
}

extension Diagnostic {
  /// The problem as one that ends reading, as strict reading takes warnings.
  package var asError: Diagnostic {
    Diagnostic(file: file, location: location, severity: .error, message: message, fix: fix, count: count)
  }
}

extension [Diagnostic] {
  /// The same problems, errors before warnings, and otherwise in the order they had.
  package var errorsFirst: [Diagnostic] { filter { $0.severity == .error } + filter { $0.severity != .error } }

  /// How many problems of a severity there are, those that are only counted among them.
  public func total(_ severity: NetworkProblem.Severity) -> Int {
    reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
  }
}
