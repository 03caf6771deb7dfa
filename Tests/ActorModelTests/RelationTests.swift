import ActorModel
import ModelTestSupport
import Testing

@Suite("Relation")
struct RelationTests {
  @Test("Unless said otherwise it is a neutral fact of strength and confidence 1 for all time")
  func defaults() {
    let relation = Relation(id: "R", ends: .directed(from: "A", to: "B"), type: "meets")
    #expect(relation.sign == .neutral)
    #expect(relation.strength == 1)
    #expect(relation.confidence == 1)
    #expect(relation.status == .fact)
    #expect(relation.validity == Interval())
    #expect(!relation.isDisputed)
  }

  @Test("It is shown by its label, else by its type with spaces")
  func shownName() {
    #expect(Sample.relation("R", "A>B") { $0.type = "hosts-talks" }.shownName == "hosts talks")
    #expect(
      Sample.relation("R", "A>B") {
        $0.type = "hosts-talks"
        $0.label = "talks"
      }.shownName == "talks")
  }

  @Test("Ends name both actors and know whether they have a direction")
  func ends() {
    let directed = RelationEnds.directed(from: "A", to: "B")
    let mutual = RelationEnds.mutual("B", "A")
    #expect((directed.first, directed.second) == ("A", "B"))
    #expect((mutual.first, mutual.second) == ("B", "A"))
    #expect(directed.isDirected)
    #expect(!mutual.isDirected)
  }

  @Test("Signs have a factor and a character")
  func signs() {
    #expect(Sign.allCases.map(\.factor) == [1, -1, 0])
    #expect(Sign.allCases.map(\.symbol) == ["+", "−", "0"])
  }
}
