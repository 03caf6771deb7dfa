import ActorAnalysis
import GraphCore
import Testing

@Suite("AlgorithmIndex")
struct AlgorithmIndexTests {
  private let index = AlgorithmIndex()

  @Test("Every algorithm once, by family and name, with definition, cost and source")
  func entries() {
    let ids = index.entries.map(\.summary.id)
    #expect(Set(ids).count == ids.count)
    for entry in index.entries {
      let summary = entry.summary
      #expect(
        [summary.title, summary.meaning, summary.formula, summary.complexity, summary.source].allSatisfy {
          !$0.isEmpty
        }, "\(summary.id)")
      #expect(index.entry(id: summary.id) == entry)
    }
    #expect(index.entry(id: "nothing") == nil)
  }

  @Test("What a catalogue offers is in it, with the command that runs it")
  func catalogues() {
    for measure in MeasureCatalog().measures {
      #expect(index.entry(id: measure.summary.id)?.command == "rank --measure \(measure.summary.id)")
    }
    for method in GroupingCatalog().methods {
      #expect(index.entry(id: method.summary.id)?.command == "groups --method \(method.summary.id)")
    }
  }

  @Test("Families stand together")
  func families() {
    var seen: [AlgorithmFamily] = []
    for entry in index.entries where seen.last != entry.summary.family { seen.append(entry.summary.family) }
    #expect(Set(seen).count == seen.count)
  }
}
