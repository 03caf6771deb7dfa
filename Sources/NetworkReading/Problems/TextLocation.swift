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
