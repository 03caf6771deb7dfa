import ActorAnalysis
import GraphCore
import ModelTestSupport
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

  @Test("What a catalogue offers is in it, with the question that takes it")
  func catalogues() {
    let measures = MeasureCatalog()
    let ids =
      measures.measures.map(\.summary.id) + measures.tieMeasures.map(\.summary.id)
      + measures.timedMeasures.map(\.summary.id)
    for id in ids { #expect(index.entry(id: id)?.use == .measure) }
    for method in GroupingCatalog().methods where method.summary.family != .structure {
      #expect(index.entry(id: method.summary.id)?.use.question == "groups")
    }
    #expect(index.entry(id: "maximum-flow")?.use == .route(leadsToAll: false))
    #expect(index.entry(id: "dominator-tree")?.use == .route(leadsToAll: true))
    #expect(index.entry(id: "fewest-hops")?.use == .objective(.fewestHops))
    #expect(index.entry(id: "deltacon")?.use.question == "compare")
  }

  @Test("Options that a question has as its own are no options of an algorithm")
  func parameters() {
    func names(_ id: String) -> [String]? { index.entry(id: id)?.parameters.map(\.name) }
    #expect(names("temporal-reachability") == ["side", "transit"])
    #expect(names("k-shortest-paths")?.contains("from") == false)
    #expect(names("subset-betweenness")?.contains("sources") == true)
  }

  @Test("An algorithm that is defined on undirected or on directed graphs only refuses the others, and no other does")
  func graphs() throws {
    let ties = Sample.ties(("A>B", 1), ("B>C", 2), ("A>C", 0.5), ("C>D", 1), ("D>E", 1))
    let directed = try Sample.project(ties)
    let undirected = try Sample.project(ties) { $0.direction = .either }
    for kind in MeasureCatalog().measures where kind.runsAlone {
      let measure = InfluenceRanking(by: try kind.choice())
      let refusals = try [directed, undirected].map { try measure.run(on: $0).refusal }
      switch kind.summary.graphs {
      case .all: #expect(refusals.allSatisfy { $0?.contains("directed") != true }, "\(kind.summary.id)")
      case .undirected: #expect(refusals[0] != nil && refusals[1] == nil, "\(kind.summary.id)")
      case .directed: #expect(refusals[0] == nil && refusals[1] != nil, "\(kind.summary.id)")
      }
    }
    for id in ["global-minimum-cut", "effective-resistance", "communicability", "deltacon"] {
      #expect(index.entry(id: id)?.summary.graphs == .undirected)
    }
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
