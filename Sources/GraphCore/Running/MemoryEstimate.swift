/// How much memory something is going to need.
public struct MemoryEstimate: Sendable, Hashable {
  /// What needs it.
  public let what: String
  /// How many bytes, about.
  public let bytes: Double

  package init(what: String, bytes: Double) {
    self.what = what
    self.bytes = bytes
  }

  /// The bytes in words: `512 MiB`, `1.5 GiB`.
  package static func text(ofBytes bytes: Double) -> String {
    let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    var size = bytes
    var unit = 0
    while size >= 1024 && unit < units.count - 1 {
      size /= 1024
      unit += 1
    }
    guard size < 1e6 else { return "more than can be addressed" }
    let tenths = Int((size * 10).rounded())
    return unit < 3 ? "\((tenths + 5) / 10) \(units[unit])" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }
}
