import GraphCore
import Testing

@Suite("PathTree")
struct PathTreeTests {
  private let tree = PathTree(
    source: 1, distances: [2.5, 0, 1.5, .infinity], parentEdges: [4, -1, 7, -1], parents: [2, -1, 1, -1])

  @Test("The way to a node, in the order from the source")
  func path() {
    #expect(tree.path(to: 0) == Path(nodes: [1, 2, 0], edges: [7, 4], length: 2.5))
    #expect(tree.path(to: 1) == Path(nodes: [1], edges: [], length: 0))
  }

  @Test("No way leads to what is not reached")
  func unreachable() { #expect(tree.path(to: 3) == nil) }
}
