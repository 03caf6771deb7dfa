/// How what held within a window of days is put together.
public enum WindowMode: String, CaseIterable, Codable, Sendable {
  /// Each relation that held on at least one day counts with its full strength.
  case sum
  /// Each relation counts with its strength times the share of the window's days on which it held.
  case mean
  /// For each pair of actors, what held on the last day on which anything held between them, with its full strength.
  case last

  /// The mode in words.
  package var meaning: String {
    switch self {
    case .sum: "all that held, in full"
    case .mean: "mean over days: strength × share of days held"
    case .last: "what held last between each two"
    }
  }
}
