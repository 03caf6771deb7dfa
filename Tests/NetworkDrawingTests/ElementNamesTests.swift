import Testing

@testable import NetworkDrawing

@Suite("ElementNames")
struct ElementNamesTests {
  @Test("Names hold plain letters only, differ where ids differ, and keep ids that are plain")
  func names() {
    let ids = ["A", "a b", "a_b", "a/b", "ü", "→", "A-2", "_"]
    let names = ElementNames.names(ids, prefix: "actor-")
    #expect(names.count == ids.count && Set(names.values).count == ids.count)
    for name in names.values { #expect(name.wholeMatch(of: /[A-Za-z0-9._-]+/) != nil) }
    for id in ["A", "a_b", "A-2", "_"] { #expect(names[id] == "actor-" + id) }
  }

  @Test("The order of the ids of a network decides between two that come out alike")
  func order() {
    #expect(ElementNames.names(["a b", "a/b"], prefix: "")["a b"] == "a_b")
    #expect(ElementNames.names(["a b", "a/b"], prefix: "")["a/b"] == "a_b-2")
  }
}
