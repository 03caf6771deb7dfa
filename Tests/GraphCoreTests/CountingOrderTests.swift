import GraphCore
import Testing

@Suite("Counting order")
struct CountingOrderTests {
  @Test("Greatest first, equal ones in their order, as a stable sort has it")
  func order() {
    #expect(CountingOrder.greatestFirst([]) == [])
    #expect(CountingOrder.greatestFirst([0]) == [0])
    #expect(CountingOrder.greatestFirst([2, 0, 5, 2, 0]) == [2, 0, 3, 1, 4])
    var random = SeededGenerator(seed: 3)
    let numbers = (0..<500).map { _ in random.nextIndex(below: 40) }
    let expected = numbers.indices.sorted { numbers[$0] != numbers[$1] ? numbers[$0] > numbers[$1] : $0 < $1 }
    #expect(CountingOrder.greatestFirst(numbers).map { Int($0) } == expected)
  }
}
