import GraphCore
import Testing

@Suite("RunContext and Cancellation")
struct RunContextTests {
  @Test("A run goes on until somebody asks for its end, and copies of the context share the flag")
  func cancellation() throws {
    let context = RunContext()
    let copy = context
    try copy.checkCancellation()
    #expect(!context.cancellation.isCancelled)
    context.cancellation.cancel()
    #expect(copy.cancellation.isCancelled)
    #expect(throws: AlgorithmError.cancelled) { try copy.checkCancellation() }
  }

  @Test("One thread, silent, unless asked otherwise")
  func defaults() {
    #expect(RunContext().threads == 1)
    #expect(RunContext().progress == nil)
    #expect(RunContext(threads: 4).threads == 4)
  }
}
