import NetworkReading

/// Addresses that a viewer may be led to.
enum WebLink {
  /// The beginnings of such addresses, for messages.
  static let schemes = "http:, https: and mailto:"

  /// Whether an address is of the web or of mail: no script, no file, nothing relative.
  static func isSafe(_ address: String) -> Bool {
    guard address.unicodeScalars.allSatisfy({ !$0.steersTerminals && $0 != " " }) else { return false }
    let start = address.prefix(8).lowercased()
    return ["http://", "https://", "mailto:"].contains(where: start.hasPrefix)
  }
}
