import GraphCore
import Testing

@Suite("Value range")
struct ValueRangeTests {
  @Test("Least, greatest and sum of any number of values", arguments: 0..<20)
  func values(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let values = (0..<count).map { _ in Double(random.nextIndex(below: 100)) - 20 }
    let range = ValueRange(values)
    #expect(range.least == values.min() ?? .infinity)
    #expect(range.greatest == max(0, values.max() ?? 0))
    #expect(range.sum == values.reduce(0, +))
  }

  @Test("What is infinite or no number shows in the sum, wherever it stands")
  func unfit() {
    for position in 0..<17 {
      for bad in [Double.nan, .infinity] {
        var values = [Double](repeating: 1, count: 17)
        values[position] = bad
        #expect(!(ValueRange(values).sum < .infinity))
      }
    }
  }

  @Test("A graph knows the range of its lengths")
  func ofLengths() {
    let edges = [NodePair(0, 1), NodePair(1, 2)]
    let graph = CSRGraph(nodeCount: 3, edges: edges, isDirected: true, columns: EdgeColumns(lengths: [2, 0.5]))
    #expect(graph.lengthRange.least == 0.5 && graph.lengthRange.greatest == 2 && graph.lengthRange.sum == 2.5)
    #expect(graph.replacing(columns: EdgeColumns(lengths: [3, 4])).lengthRange.least == 3)
    #expect(graph.replacing(columns: EdgeColumns()).lengthRange == ValueRange([]))
  }
}
