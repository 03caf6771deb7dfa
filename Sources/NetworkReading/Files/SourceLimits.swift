/// Limits that end a hostile file in a plain error before memory grows.
package enum SourceLimits {
  /// Lists and mappings inside each other.
  package static let depth = 64
  /// Aliases that are still worth a full parse for a precise message.
  package static let aliases = 32
  /// Bytes of one text.
  package static let scalarLength = 65_536
  /// Attributes of one actor or tie.
  package static let attributes = 1000
}
