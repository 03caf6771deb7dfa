import GraphCore
import Testing

@Suite("GraphText")
struct GraphTextTests {
  private let names = GraphNames(node: { "actor \($0 + 10)" }, edge: { "relation \($0 + 20)" })

  @Test("Speaks of numbers until somebody gives names")
  func naming() {
    let text: GraphText = "\(node: 1) and \(edge: 2) come to \(0.5)"
    #expect(text.description == "node 1 and edge 2 come to 0.5")
    #expect(text.named(by: names) == "actor 11 and relation 22 come to 0.5")
  }

  @Test("A text within a text keeps its nodes and edges")
  func nesting() {
    let inner: GraphText = "the sum at \(node: 3)"
    let outer: GraphText = "\(inner) is too large; " + "leave out \(edge: 4)"
    #expect(outer.named(by: names) == "the sum at actor 13 is too large; leave out relation 24")
  }

  @Test("Words alone stay as they are, whatever stands in them")
  func words() {
    let text = GraphText("node 1, \\(node: 1)")
    #expect(text.named(by: names) == "node 1, \\(node: 1)")
    #expect(text == GraphText("node 1, \\(node: 1)") && text != "node 1")
  }

  @Test("Texts are equal when they say the same, however they were put together")
  func equality() {
    let whole: GraphText = "at least 3 of node 2"
    #expect("at least \(3) of node 2" == whole && GraphText("at ") + "least 3 of " + "node 2" == whole)
    #expect("at least 3 of \(node: 2)" != whole)
    let empty: GraphText = "\("")"
    #expect(empty.isEmpty && !whole.isEmpty && empty == "")
  }
}
