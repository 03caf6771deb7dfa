import ActorModel

/// What was found at fault in a file, in order; bounded, so that a million bad lines do not fill memory.
package struct ImportLog: Sendable {
  /// How many problems of each severity are kept; the rest are counted.
  package static let limit = 1000

  /// The file that the next problem is in.
  package var file: String
  private var kept: [Diagnostic] = []
  package private(set) var errorCount = 0
  package private(set) var warningCount = 0
  private var hiddenErrors = 0
  private var hiddenWarnings = 0
  private var lastPlace = TextLocation.start

  package init(file: String) { self.file = file }

  package var hasErrors: Bool { errorCount > 0 }

  package mutating func error(_ place: TextLocation, _ message: String, _ fix: Advice? = nil) {
    errorCount += 1
    if errorCount <= Self.limit { keep(place, .error, message, fix) } else { hiddenErrors += 1 }
    lastPlace = max(lastPlace, place)
  }

  package mutating func warning(_ place: TextLocation, _ message: String, _ fix: Advice? = nil) {
    warningCount += 1
    if warningCount <= Self.limit { keep(place, .warning, message, fix) } else { hiddenWarnings += 1 }
    lastPlace = max(lastPlace, place)
  }

  private mutating func keep(
    _ place: TextLocation, _ severity: NetworkProblem.Severity, _ message: String, _ fix: Advice?
  ) {
    kept.append(Diagnostic(file: file, location: place, severity: severity, message: message, fix: fix))
  }

  /// Takes over what another reader of the same file found.
  package mutating func add(_ diagnostics: [Diagnostic]) {
    for found in diagnostics {
      switch found.severity {
      case .error: errorCount += 1
      case .warning: warningCount += 1
      }
      kept.append(found)
    }
  }

  /// The problems: errors first, then warnings, each in the order of the file; warnings are errors where reading is
  /// strict.
  package func diagnostics(strict: Bool) -> [Diagnostic] {
    var list = kept.sorted { $0.location < $1.location }
    if hiddenErrors > 0 { list.append(further(hiddenErrors, .error)) }
    if hiddenWarnings > 0 { list.append(further(hiddenWarnings, .warning)) }
    list = list.errorsFirst
    return strict ? list.map(\.asError) : list
  }

  private func further(_ count: Int, _ severity: NetworkProblem.Severity) -> Diagnostic {
    Diagnostic(
      file: file, location: lastPlace, severity: severity,
      message: "\(count) further \(count == 1 ? "problem" : "problems")", count: count)
  }

  /// Ends reading where something is at fault.
  package func throwIfFailed(strict: Bool) throws(Diagnostics) {
    guard errorCount > 0 || (strict && warningCount > 0) else { return }
    throw Diagnostics(diagnostics(strict: strict))
  }
}
