import ActorModel
import Testing

@Suite("FieldPath")
struct FieldPathTests {
  @Test("A path reads as in a program")
  func description() {
    let path = FieldPath.root.key("relations").index(3).key("evidence").index(0).key("source")
    #expect(path.description == "relations[3].evidence[0].source")
    #expect(FieldPath.root.description == "")
  }

  @Test("The parent is a step shorter, up to the root")
  func parents() {
    var path: FieldPath? = FieldPath.root.key("actors").index(1).key("name")
    var seen: [String] = []
    while let here = path {
      seen.append(here.description)
      path = here.parent
    }
    #expect(seen == ["actors[1].name", "actors[1]", "actors", ""])
  }

  @Test("Equal steps make equal paths; a key that looks like a place is not one")
  func identity() {
    #expect(FieldPath.root.key("a").index(1) == FieldPath.root.key("a").index(1))
    #expect(FieldPath.root.key("a").index(1) != FieldPath.root.key("a").key("1"))
  }
}
