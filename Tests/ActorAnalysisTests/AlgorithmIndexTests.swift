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
    for measure in MeasureCatalog().measures where measure.runsAlone {
      #expect(index.entry(id: measure.summary.id)?.command == "rank --measure \(measure.summary.id)")
    }
    for method in GroupingCatalog().methods {
      #expect(index.entry(id: method.summary.id)?.command == "groups --method \(method.summary.id)")
    }
  }

  @Test("Every entry has a command and an example; options that must be given are in both")
  func commands() {
    for entry in index.entries {
      #expect(
        entry.example.hasPrefix("actorgraph \(entry.command.prefix { $0 != " " }) Graphs/"), "\(entry.summary.id)")
      #expect(entry.command(on: "FILE").split(separator: " ")[1] == "FILE")
      for parameter in entry.parameters where parameter.standard == nil {
        #expect(entry.example.contains("\(parameter.name)="), "\(entry.summary.id)")
      }
    }
    #expect(index.entry(id: "maximum-flow")?.command == "paths --from ACTOR --to ACTOR --method maximum-flow")
    #expect(index.entry(id: "dominator-tree")?.command == "paths --from ACTOR --method dominator-tree")
  }

  @Test("Every algorithm of the design's list is there")
  func complete() {
    let ids = Set(index.entries.map(\.summary.id))
    let list = """
      degree strength signed-strength closeness harmonic eccentricity reach betweenness edge-betweenness stress \
      group-betweenness subset-betweenness approximate-betweenness current-flow-betweenness current-flow-closeness \
      eigenvector katz pagerank personalised-pagerank hubs authorities bonacich-power subgraph-centrality \
      communicability coreness constraint effective-size efficiency hierarchy brokerage local-reaching global-reaching \
      trophic-level pn signed-eigenvector key-player-reach key-player-fragmentation voterank breadth-first dijkstra \
      bidirectional-dijkstra bellman-ford all-shortest-paths k-shortest-paths widest-path most-reliable-path \
      all-pairs-distances minimum-spanning-tree maximum-flow minimum-cut edge-disjoint-paths node-disjoint-paths \
      bridges articulation-points dominator-tree effective-resistance global-minimum-cut weak-components \
      strong-components condensation density reciprocity transitivity clustering degree-assortativity dyad-census \
      triad-census rich-club distances degree-distribution triangles leiden louvain label-propagation infomap \
      modularity consensus-partition partition-comparison concor signed-triangles signed-triad-census \
      frustration-index two-camp-split signed-blockmodel earliest-arrival fewest-hops latest-departure \
      temporal-reachability burstiness turnover deltacon netsimile portrait-divergence laplacian-spectral-distance
      """
    #expect(list.split(separator: " ").filter { !ids.contains(String($0)) } == [])
  }

  @Test("Families stand together")
  func families() {
    var seen: [AlgorithmFamily] = []
    for entry in index.entries where seen.last != entry.summary.family { seen.append(entry.summary.family) }
    #expect(Set(seen).count == seen.count)
  }
}
