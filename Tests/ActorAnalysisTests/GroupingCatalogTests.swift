import ActorAnalysis
import GraphCore
import ModelTestSupport
import Testing

@Suite("GroupingCatalog")
struct GroupingCatalogTests {
  private let catalog = GroupingCatalog()

  @Test("Every method is found by its id and puts every actor into one group")
  func methods() throws {
    let graph = try Sample.project(Sample.randomRelations(seed: 5)) { $0.direction = .either }.graph
    let ids = catalog.methods.map(\.summary.id)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      do {
        let partition = try catalog.choice(id).run(on: graph, in: RunContext())
        #expect(partition.members().joined().sorted() == Array(0..<graph.nodeCount), "\(id)")
      } catch AlgorithmError.undefined(let reason, let advice) {
        #expect(!reason.isEmpty && !advice.isEmpty, "\(id)")
      }
    }
  }

  @Test("An unknown method is answered with the nearest and with all that there are")
  func unknown() throws {
    let near = try #require(throws: AlgorithmTextError.self) { try catalog.choice("leyden") }
    #expect(near.description.hasPrefix("there is no method 'leyden'; did you mean 'leiden'? methods are leiden, "))
    let far = try #require(throws: AlgorithmTextError.self) { try catalog.choice("magic") }
    #expect(far.description.hasPrefix("there is no method 'magic'; methods are leiden, "))
  }
}
