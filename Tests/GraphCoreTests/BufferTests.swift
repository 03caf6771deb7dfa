import GraphCore
import Testing

@Suite("Buffer")
struct BufferTests {
  @Test("Holds what is written, by either kind of index")
  func reads() {
    let buffer = Buffer(repeating: 1.5, count: 3)
    buffer[1] = 2
    buffer[Int32(2)] = 4
    #expect(buffer.array() == [1.5, 2, 4])
    #expect(buffer[Int32(1)] == 2)
    #expect(buffer.count == 3)
    buffer.fill(0)
    #expect(buffer.array() == [0, 0, 0])
  }

  @Test("May be empty")
  func empty() {
    #expect(Buffer<Int32>(repeating: 0, count: 0).array().isEmpty)
  }
}
