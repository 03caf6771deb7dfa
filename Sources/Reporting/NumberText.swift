import Foundation

/// Numbers for people.
package struct NumberText: Sendable {
  /// A score with five digits, at most four of them decimals; whole numbers without a point.
  package static func score(_ value: Double) -> String {
    guard value.isFinite else { return value == .infinity ? "∞" : value == -.infinity ? "−∞" : "undefined" }
    // Adding 0 makes −0 a plain 0.
    if value == value.rounded(), abs(value) < 1e9 { return minus(String(format: "%.0f", value + 0)) }
    let size = abs(value)
    if size >= 1e6 || size < 1e-4 { return minus(String(format: "%.3e", value)) }
    let decimals = size >= 1000 ? 1 : size >= 100 ? 2 : size >= 10 ? 3 : 4
    return minus(String(format: "%.\(decimals)f", value))
  }

  /// A number as somebody wrote it: no more digits than it has.
  package static func plain(_ value: Double) -> String {
    let text = "\(value)"
    return minus(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }

  /// A difference, with its sign always shown.
  package static func change(_ value: Double) -> String {
    value > 0 ? "+" + score(value) : value == 0 ? "0" : score(value)
  }

  /// A share as per cent.
  package static func percent(_ value: Double) -> String { minus(String(format: "%.1f %%", 100 * value)) }

  /// A minus sign rather than a hyphen.
  private static func minus(_ text: String) -> String { text.hasPrefix("-") ? "−" + text.dropFirst() : text }
}
