/// A file that is written beside the main one.
public struct AdditionalFile: Hashable, Sendable {
  /// What is added to the main file's name before its ending: `-nodes` makes `trade-nodes.csv` of `trade.csv`.
  public let suffix: String
  /// The file's contents.
  public let bytes: [UInt8]

  /// Contents under a suffix.
  public init(suffix: String, bytes: [UInt8]) {
    self.suffix = suffix
    self.bytes = bytes
  }

  /// The file's name beside a main file: `out/trade-nodes.csv`.
  public func name(beside main: String) -> String {
    let start = main.lastIndex(of: "/").map(main.index(after:)) ?? main.startIndex
    guard let point = main[start...].dropFirst().firstIndex(of: ".") else { return main + suffix }
    return main[..<point] + suffix + main[point...]
  }
}
