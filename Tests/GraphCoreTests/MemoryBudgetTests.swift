import GraphCore
import Synchronization
import Testing

@Suite("MemoryBudget")
struct MemoryBudgetTests {
  @Test("What fits is let through and said; what does not is refused with need and limit")
  func budget() throws {
    let said = Mutex<[MemoryEstimate]>([])
    let context = RunContext(memory: MemoryBudget(limit: 1 << 20) { estimate in said.withLock { $0.append(estimate) } })
    try context.requireMemory(1_048_576, for: "a table")
    let error = try #require(throws: AlgorithmError.self) { try context.requireMemory(3_221_225_472, for: "a table") }
    #expect(
      error.description == "a table would need 3.0 GiB of memory, more than the limit of 1 MiB (memory-limit)")
    #expect(said.withLock { $0.map(\.bytes) } == [1_048_576, 3_221_225_472])
    try RunContext().requireMemory(1e18, for: "anything")
  }

  @Test(
    "Bytes in words",
    arguments: [
      (0.0, "0 bytes"), (1023, "1023 bytes"), (1536, "2 KiB"), (536_870_912, "512 MiB"), (1_610_612_736, "1.5 GiB"),
      (1e30, "more than can be addressed"),
    ])
  func words(bytes: Double, text: String) { #expect(MemoryEstimate.text(ofBytes: bytes) == text) }

  @Test("Sums over all nodes are refused before their memory is taken")
  func sums() throws {
    let context = RunContext(memory: MemoryBudget(limit: 1000))
    let error = try #require(throws: AlgorithmError.self) {
      _ = try context.orderedSum(over: 10, width: 1 << 40, makeWorker: {}) {
        (_: Void, _: Range<Int>, _: borrowing Buffer<Double>) throws(AlgorithmError) in
      }
    }
    #expect(error.description.contains("(memory-limit)"))
  }
}
