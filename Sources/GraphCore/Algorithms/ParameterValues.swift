/// What the value of a parameter may be.
public enum ParameterValues: Sendable, Hashable {
  /// A number within bounds.
  case number(ClosedRange<Double>)
  /// A number within bounds, or `none`.
  case optionalNumber(ClosedRange<Double>)
  /// A whole number within bounds.
  case integer(ClosedRange<Int>)
  /// A whole number within bounds, or `none`.
  case optionalInteger(ClosedRange<Int>)
  /// One of these words.
  case choice([String])
  /// A whole number from 0 to 2⁶⁴ − 1.
  case seed
  /// One node.
  case node
  /// One node or several.
  case nodes
  /// Pairs of nodes: each of several with each other, or one with all.
  case pairs
  /// A way to divide all nodes into groups.
  case partition
  /// Words, or `none` where they may be left out.
  case text
  /// Several texts, with semicolons between them.
  case texts

  /// In words, for a message or an index.
  public var description: String {
    switch self {
    case .number(let range): Self.words(for: range)
    case .optionalNumber(let range): Self.words(for: range) + ", or none"
    case .integer(let range):
      range.upperBound == .max
        ? "a whole number from \(range.lowerBound)" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .optionalInteger(let range): ParameterValues.integer(range).description + ", or none"
    case .choice(let words): words.joined(separator: ", ")
    case .seed: "a whole number from 0"
    case .node: "an actor by id, name or alias"
    case .nodes: "actors by id, name or alias, with commas or + between them"
    case .pairs: "one actor, for its pairs with all others, or several, for the pairs among them"
    case .partition: "given, kind, attribute/NAME or a method of groups"
    case .text: "words"
    case .texts: "words, with semicolons between several"
    }
  }

  /// Bounds as people say them: the largest number below 1 is "below 1", 0.0 is 0.
  private static func words(for range: ClosedRange<Double>) -> String {
    func plain(_ value: Double) -> String {
      value.rounded() == value ? "\(value)".replacing(".0", with: "") : "\(value)"
    }
    let lower = range.lowerBound
    let upper = range.upperBound
    let from =
      lower.rounded() != lower && lower.nextDown.rounded() == lower.nextDown
      ? "above \(plain(lower.nextDown))" : "from \(plain(lower))"
    if upper == .infinity || upper == .greatestFiniteMagnitude { return "a number \(from)" }
    let isBelow = upper.rounded() != upper && upper.nextUp.rounded() == upper.nextUp
    return "a number \(from) \(isBelow ? "to below \(plain(upper.nextUp))" : "to \(plain(upper))")"
  }
}
