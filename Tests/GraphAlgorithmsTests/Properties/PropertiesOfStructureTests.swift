import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Properties M4 and M21–M27: walks, structure, communities, flows and signs.
@Suite("Properties of walks, structure, communities, flows and signs")
struct PropertiesOfStructureTests {
  @Test(
    "M4 PageRank adds up to 1 and is above 0; from chosen starts only who can be reached gets any",
    arguments: PropertyGraphs.all)
  func m4(seeded: SeededGraph) throws {
    let graph = seeded.graph
    for weight in [TieWeight.none, .strengths] {
      for damping in [0, 0.5, 0.85, 0.99] {
        let ranks = try PageRank(damping: damping, iterations: 10_000, weight: weight).run(on: graph).values
        #expect(abs(ranks.reduce(0, +) - 1) <= 1e-12 && ranks.allSatisfy { $0 > 0 }, "\(seeded)")
      }
      let from = try PersonalisedPageRank(from: [1, 2], weight: weight).run(on: graph).values
      let reached = try [1, 2].map { try BreadthFirst(from: $0).run(on: graph).distances }
      #expect(abs(from.reduce(0, +) - 1) <= 1e-12, "\(seeded)")
      for node in from.indices {
        let isReached = reached.contains { $0[node] < .infinity }
        #expect(isReached ? from[node] > 0 : from[node] == 0, "node \(node) of \(seeded)")
      }
    }
  }

  @Test("M21 Components divide the nodes; strong ones lie within weak ones", arguments: PropertyGraphs.all)
  func m21(seeded: SeededGraph) throws {
    let weak = try WeakComponents().run(on: seeded.graph)
    let strong = try StrongComponents().run(on: seeded.graph)
    #expect(weak.groups.count == seeded.graph.nodeCount && strong.groups.count == seeded.graph.nodeCount)
    for members in strong.members() { #expect(Set(members.map { weak.groups[$0] }).count == 1, "\(seeded)") }
    #expect(weak == SlowStructure(seeded.graph, ignoringDirection: true).components, "\(seeded)")
    #expect(strong == SlowStructure(seeded.graph).components, "\(seeded)")
    if !seeded.graph.isDirected { #expect(strong == weak, "\(seeded)") }
  }

  @Test("M21 Bridges and articulation points are those whose loss makes pieces", arguments: PropertyGraphs.all)
  func m21Cuts(seeded: SeededGraph) throws {
    let graph = seeded.graph
    let pieces = try WeakComponents().run(on: graph).groupCount
    let bridges = Set(try Bridges().run(on: graph).edges)
    for edge in 0..<graph.edgeCount {
      let left = try WeakComponents().run(on: graph.removing(edges: [edge])).groupCount
      #expect(bridges.contains(edge) == (left > pieces), "edge \(edge) of \(seeded)")
    }
    let points = try ArticulationPoints().run(on: graph).values
    for node in 0..<graph.nodeCount {
      // The node itself is left behind as a piece.
      let left = try WeakComponents().run(on: graph.stripping(nodes: [node])).groupCount - 1
      #expect(points[node] == Double(max(0, left - pieces)), "node \(node) of \(seeded)")
    }
  }

  @Test(
    "M22 Triangles at nodes add up to three times all; either side of a cut has no more than the whole",
    arguments: PropertyGraphs.all)
  func m22(seeded: SeededGraph) throws {
    let local = try Triangles().run(on: seeded.graph).values
    let total = try Transitivity().run(on: seeded.graph).triangles
    #expect(local.reduce(0, +) == 3 * total, "\(seeded)")
    var random = SeededGenerator(seed: seeded.seed)
    for _ in 0..<4 {
      let side = Set((0..<seeded.graph.nodeCount).filter { _ in random.nextIndex(below: 2) == 0 })
      let inside = try Transitivity().run(on: seeded.graph.stripping(nodes: side)).triangles
      let other = Set(0..<seeded.graph.nodeCount).subtracting(side)
      let outside = try Transitivity().run(on: seeded.graph.stripping(nodes: other)).triangles
      #expect(inside + outside <= total, "\(seeded)")
    }
  }

  @Test(
    "M23 Cores lie within one another, none above the degree, and peeling a core again gives the same",
    arguments: PropertyGraphs.all)
  func m23(seeded: SeededGraph) throws {
    for direction in [EdgeDirection.all, .out, .in] {
      let cores = try Coreness(direction: direction).run(on: seeded.graph).values
      let degrees = try Degree(direction: direction).run(on: seeded.graph).values
      #expect(zip(cores, degrees).allSatisfy { $0 <= $1 }, "\(seeded)")
      for level in Set(cores) {
        let below = Set(cores.indices.filter { cores[$0] < level })
        let again = try Coreness(direction: direction).run(on: seeded.graph.stripping(nodes: below)).values
        for node in cores.indices where cores[node] >= level {
          #expect(again[node] == cores[node], "core \(level) of \(seeded)")
        }
      }
    }
  }

  @Test(
    "M24 Modularity is that of the definition, no worse than of single nodes; groups are numbered without gaps",
    arguments: PropertyGraphs.all)
  func m24(seeded: SeededGraph) throws {
    let graph = seeded.graph
    let alone = Partition(labels: Array(0..<graph.nodeCount))
    for signs in [CommunitySigns.ignored, .used] {
      let values = signs == .used ? graph.signedStrengths : graph.strengths
      let least = try Modularity(of: alone, signs: signs).run(on: graph).value
      let leiden = try Leiden(signs: signs, seed: seeded.seed).run(on: graph)
      let louvain = try Louvain(signs: signs, seed: seeded.seed).run(on: graph)
      for found in [leiden, louvain] {
        let groups = found.partition.groups.map { Int($0) }
        let slow = SlowCommunities.modularity(graph, groups, values: values)
        #expect(abs(found.quality - slow) <= 1e-12, "\(seeded)")
        #expect(found.quality >= least - 1e-12, "\(seeded)")
        #expect(Set(groups) == Set(0..<found.partition.groupCount), "\(seeded)")
      }
      #expect(SlowCommunities.areConnected(leiden.partition.groups, in: graph, values: values), "\(seeded)")
    }
  }

  @Test("M25 The same seed gives the same answer", arguments: Subject.all.filter { $0.traits.contains(.byNumber) })
  func m25(subject: Subject) throws {
    for seeded in PropertyGraphs.all {
      let question = Question(seeded.graph)
      #expect(try subject.answer(question) == subject.answer(question), "\(subject.name) on \(seeded)")
    }
  }

  @Test("M25 Other numbers of the nodes reach the same best quality", arguments: 0..<4)
  func m25Relabelled(seed: Int) throws {
    let order = randomOrder(34, seed: UInt64(seed))
    let karate = KnownGraphs.karate.relabelled(order)
    #expect(abs(try Leiden(runs: 20, seed: 3).run(on: karate).quality - 0.41978961209730) <= 1e-12)
    #expect(abs(try Louvain(runs: 40, seed: 3).run(on: karate).quality - 0.41978961209730) <= 1e-12)
    let words = try Infomap(runs: 20, seed: 3).run(on: karate).codeLength
    #expect(abs(words - (try Infomap(runs: 20, seed: 3).run(on: KnownGraphs.karate).codeLength)) <= 1e-9)
    let monastery = SignedGraphs.monastery.relabelled(randomOrder(18, seed: UInt64(seed)))
    let blocks = SignedBlockmodel(camps: 3, restarts: 40)
    #expect(
      try blocks.run(on: monastery).inconsistency == blocks.run(on: SignedGraphs.monastery).inconsistency)
  }

  @Test("M26 Maximum flow equals minimum cut, and what flows in flows out", arguments: PropertyGraphs.all)
  func m26(seeded: SeededGraph) throws {
    let graph = seeded.graph
    for (source, target) in [(0, graph.nodeCount - 1), (4, 2)] {
      let flow = try MaximumFlow(from: source, to: target).run(on: graph)
      let cut = try MinimumCut(from: source, to: target).run(on: graph)
      #expect(abs(flow.value - cut.value) <= 1e-9, "\(seeded)")
      let side = (0..<graph.nodeCount).map { cut.sourceSide.contains($0) }
      #expect(side[source] && !side[target] && abs(cutValue(graph, side) - cut.value) <= 1e-9, "\(seeded)")
      var surplus = [Double](repeating: 0, count: graph.nodeCount)
      for (edge, pair) in graph.pairs.enumerated() {
        #expect(abs(flow.flows[edge]) <= (graph.strengths?[edge] ?? 1) * (1 + 1e-12), "\(seeded)")
        surplus[pair.source] -= flow.flows[edge]
        surplus[pair.target] += flow.flows[edge]
      }
      surplus[source] += flow.value
      surplus[target] -= flow.value
      #expect(surplus.allSatisfy { abs($0) <= 1e-9 }, "\(seeded)")
    }
  }

  @Test("M26 The spanning forest by Kruskal weighs what one by Prim does", arguments: PropertyGraphs.all)
  func m26Forest(seeded: SeededGraph) throws {
    let graph = seeded.graph
    let lengths = graph.lengths ?? []
    var isIn = [Bool](repeating: false, count: graph.nodeCount)
    var total = 0.0
    for root in 0..<graph.nodeCount where !isIn[root] {
      isIn[root] = true
      while let edge = graph.pairs.indices
        .filter({ isIn[graph.pairs[$0].source] != isIn[graph.pairs[$0].target] })
        .min(by: { lengths[$0] < lengths[$1] })
      {
        isIn[graph.pairs[edge].source] = true
        isIn[graph.pairs[edge].target] = true
        total += lengths[edge]
      }
    }
    let forest = try MinimumSpanningTree().run(on: graph)
    #expect(forest.total == total, "\(seeded)")
    #expect(forest.treeCount == (try WeakComponents().run(on: graph).groupCount), "\(seeded)")
  }

  @Test("M27 Turning round all signs at a node changes neither balance nor frustration", arguments: PropertyGraphs.all)
  func m27(seeded: SeededGraph) throws {
    let signs = (seeded.graph.signs ?? []).map { $0 == 0 ? Int8(1) : $0 }
    let graph = seeded.graph.replacing(columns: EdgeColumns(strengths: seeded.graph.strengths, signs: signs))
    let balance = try SignedTriangles().run(on: graph)
    let frustration = try FrustrationIndex().run(on: graph)
    for node in 0..<graph.nodeCount {
      let turned = graph.switched(at: node)
      let again = try SignedTriangles().run(on: turned)
      #expect(again.balanced == balance.balanced && again.unbalanced == balance.unbalanced, "\(seeded)")
      #expect(again.balancedAtNode == balance.balancedAtNode, "\(seeded)")
      #expect(try FrustrationIndex().run(on: turned).index == frustration.index, "\(node) of \(seeded)")
    }
    #expect(frustration.isOptimal, "\(seeded)")
  }
}
