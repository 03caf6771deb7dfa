import GraphCore
import Testing

@Suite("MinimumHeap")
struct MinimumHeapTests {
  @Test("Nodes come out by distance, equal ones by number")
  func order() {
    var heap = MinimumHeap(nodeCount: 6)
    for (node, key) in [(4, 2.0), (1, 1), (3, 2), (0, 5), (5, -1)] { heap.insertOrLower(Int32(node), to: key) }
    #expect(heap.count == 5)
    #expect(heap.minimumKey == -1)
    var out: [Int32] = []
    while !heap.isEmpty { out.append(heap.removeMinimum()) }
    #expect(out == [5, 1, 3, 4, 0])
  }

  @Test("A lowered distance moves a node forward")
  func lowering() {
    var heap = MinimumHeap(nodeCount: 3)
    for node in 0..<3 { heap.insertOrLower(Int32(node), to: Double(10 + node)) }
    heap.insertOrLower(2, to: 1)
    #expect(heap.count == 3)
    #expect(heap.removeMinimum() == 2)
    #expect(heap.removeMinimum() == 0)
    heap.removeAll()
    #expect(heap.count == 0)
    heap.insertOrLower(1, to: 7)
    #expect(heap.removeMinimum() == 1)
  }

  @Test("Any sequence of insertions, lowerings and removals gives what sorting gives", arguments: 0..<20)
  func againstSorting(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var heap = MinimumHeap(nodeCount: 50)
    var waiting: [Int32: Double] = [:]
    for _ in 0..<600 {
      if random.nextIndex(below: 3) < 2 {
        let node = Int32(random.nextIndex(below: 50))
        let key = Double(random.nextIndex(below: 30))
        guard key <= waiting[node] ?? .infinity else { continue }
        heap.insertOrLower(node, to: key)
        waiting[node] = key
      } else if let least = waiting.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
        #expect(heap.minimumKey == least.value)
        #expect(heap.removeMinimum() == least.key)
        waiting[least.key] = nil
      }
      #expect(heap.count == waiting.count)
    }
  }
}
