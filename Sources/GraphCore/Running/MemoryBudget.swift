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
