import NetworkReading

/// A value of a structured text (YAML or JSON) with the place where it stands.
///
/// Scalars keep the characters that were written: `NO` is a word, `1e3` in a name is a name. What a scalar means is
/// decided by the field it stands in, never by its look.
struct SourceNode: Sendable {
  enum Value: Sendable {
    /// Text; `isQuoted` tells `"1"` from `1` where that matters (JSON), and an empty text from no value at all.
    case scalar(String, isQuoted: Bool)
    case sequence([SourceNode])
    case mapping([Pair])
  }

  struct Pair: Sendable {
    let key: String
    let location: TextLocation
    let value: SourceNode
  }

  let value: Value
  let location: TextLocation

  /// Whether nothing stands where a value should: a key of YAML without one, or JSON's `null`.
  var isAbsent: Bool {
    if case .scalar("", isQuoted: false) = value { true } else { false }
  }

  /// What the value is, for a message.
  var shape: String {
    switch value {
    case .scalar: isAbsent ? "without a value" : "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping of keys to values"
    }
  }
}
