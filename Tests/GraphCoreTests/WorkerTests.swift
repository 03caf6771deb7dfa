import GraphCore
import Testing

@Suite("Worker")
struct WorkerTests {
  private struct Scratch: ~Copyable {
    let memory = Buffer(repeating: 0, count: 2)
    var uses = 0
    mutating func use() {
      uses += 1
      memory[0] += uses
    }
  }

  @Test("Keeps its memory from one piece of work to the next")
  func reuse() {
    let worker = Worker(Scratch())
    worker.scratch.use()
    worker.scratch.use()
    #expect(worker.scratch.memory.array() == [3, 0])
  }
}
