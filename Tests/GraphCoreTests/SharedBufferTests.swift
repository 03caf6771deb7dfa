import GraphCore
import Testing

@Suite("Shared buffer")
struct SharedBufferTests {
  @Test("Threads that write places of their own leave what one thread would")
  func disjointWrites() throws {
    for threads in [1, 2, 8] {
      let squares = SharedBuffer<Int>(unwrittenCount: 1000)
      _ = try RunContext(threads: threads).orderedMap(over: 1000, chunkSize: 7, makeWorker: {}) {
        (_: Void, pieces) throws(AlgorithmError) in
        for piece in pieces { squares.buffer[piece] = piece * piece }
      }
      #expect(squares.buffer.array() == (0..<1000).map { $0 * $0 })
    }
    #expect(SharedBuffer(repeating: 2.5, count: 3).buffer.array() == [2.5, 2.5, 2.5])
  }
}
