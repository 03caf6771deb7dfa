import ActorModel

/// What is wrong with a text of a file: it is too long, or has characters that steer terminals or turn the direction of
/// writing, which are kept.
package struct TextFault: Hashable, Sendable {
  /// Whether the file can be used all the same.
  package let severity: NetworkProblem.Severity
  /// What is wrong.
  package let message: String
  /// What to do.
  package let fix: Advice?

  /// The fault of a text; `nil` where it has none.
  ///
  /// - Parameter what: What the text is, in a message: "the actor's name".
  package init?(in text: String, _ what: @autoclosure () -> String) {
    if text.utf8.count > SourceLimits.scalarLength {
      severity = .error
      message = "\(what()) has more than \(SourceLimits.scalarLength) bytes"
      fix = nil
    } else if !text.isPrintableASCII, text.escapingControls != text {
      severity = .warning
      message = "\(what()) has control or direction-changing characters; they are kept, and escaped when shown"
      fix = "take them out"
    } else {
      return nil
    }
  }
}
