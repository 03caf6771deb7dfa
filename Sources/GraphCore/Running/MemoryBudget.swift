/// How much memory a run may take, and who is told how much it is going to need.
public struct MemoryBudget: Sendable {
  /// How many bytes a run may take beside the graph; a run that needs more is refused before it begins.
  public var limit: Int
  /// Told of every estimate before the memory is taken; `nil` when nobody listens.
  public var notice: (@Sendable (MemoryEstimate) -> Void)?

  /// A budget; without a limit unless one is given.
  public init(limit: Int = .max, notice: (@Sendable (MemoryEstimate) -> Void)? = nil) {
    self.limit = limit
    self.notice = notice
  }
}

/// How much memory something is going to need.
public struct MemoryEstimate: Sendable, Hashable {
  /// What needs it.
  public let what: String
  /// How many bytes, about.
  public let bytes: Double

  /// An estimate.
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

extension RunContext {
  /// Says how much memory is about to be taken, and refuses what is beyond the budget.
  ///
  /// - Throws: `.limitExceeded` with the need and the limit.
  package func requireMemory(_ bytes: Double, for what: String) throws(AlgorithmError) {
    memory.notice?(MemoryEstimate(what: what, bytes: bytes))
    guard bytes <= Double(memory.limit) else {
      throw .limitExceeded(
        what: GraphText(what), needed: "\(MemoryEstimate.text(ofBytes: bytes)) of memory",
        limit: "\(MemoryEstimate.text(ofBytes: Double(memory.limit))) (memory-limit)")
    }
  }
}
