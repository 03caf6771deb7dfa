/// What to do about a problem of a file: words, and remedies that each face of the program words in its own way.
///
/// It is written as a string with interpolation: `"save it as UTF-8, or \(.sayEncoding(.utf16))"`.
public struct Advice: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// A piece of advice.
  public enum Part: Hashable, Sendable {
    /// Words.
    case words(String)
    /// What the reader of the file can say.
    case remedy(ReadingRemedy)
  }

  /// The pieces, in order.
  public private(set) var parts: [Part]

  /// Words alone.
  public init(_ words: String) { parts = [.words(words)] }

  /// Words alone.
  public init(stringLiteral words: String) { self.init(words) }

  /// Words with remedies among them.
  public init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

  /// The advice as text.
  ///
  /// - Parameter wording: How remedies are worded; by default in words that fit any face.
  public func text(_ wording: (ReadingRemedy) -> String = \.description) -> String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .words(let words): text += words
      case .remedy(let remedy): text += wording(remedy)
      }
    }
  }

  /// Collects the pieces of an interpolated string.
  public struct Interpolation: StringInterpolationProtocol, Sendable {
    fileprivate var parts: [Part] = []

    /// Room for pieces.
    public init(literalCapacity: Int, interpolationCount: Int) { parts.reserveCapacity(2 * interpolationCount + 1) }

    /// Words.
    public mutating func appendLiteral(_ words: String) {
      guard !words.isEmpty else { return }
      if case .words(let before)? = parts.last {
        parts[parts.count - 1] = .words(before + words)
      } else {
        parts.append(.words(words))
      }
    }

    /// Words.
    public mutating func appendInterpolation(_ words: some CustomStringConvertible) { appendLiteral("\(words)") }

    /// What the reader of the file can say.
    public mutating func appendInterpolation(_ remedy: ReadingRemedy) { parts.append(.remedy(remedy)) }
  }
}
