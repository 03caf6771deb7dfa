import GraphCore

/// How hubs and authorities are scaled.
public enum MutualScale: String, CaseIterable, Codable, Sendable {
  /// The values add up to 1.
  case sum
  /// The largest value is 1.
  case largest
}
