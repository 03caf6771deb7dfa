import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

/// Numeric cases N1–N11 of the project's list, as far as they concern algorithms; what files may hold is tested with
/// the formats.
@Suite("Cases of numbers")
struct NumberCasesTests {
  @Test("N1 Path counts beyond 64 bits: corner to corner of grids around 35 × 35")
  func n1() throws {
    // Binomial coefficients C(66, 33), C(67, 33), C(68, 34) in Python's whole numbers; the last two pass 2⁶³ and 2⁶⁴.
    let counts = [
      (34, 34, 7_219_428_434_016_265_735.0), (34, 35, 14_226_520_737_620_288_370.0),
      (35, 35, 28_453_041_475_240_576_740.0),
    ]
    for (rows, columns, count) in counts {
      let last = rows * columns - 1
      let found = try AllShortestPaths(from: 0, to: last, limit: 1).run(on: grid(rows, columns))
      #expect(abs(found.count / count - 1) <= 1e-14)
      #expect(found.length == Double(rows + columns - 2))
      let between = try SubsetBetweenness(from: [0], to: [last], scale: .pairs).run(on: grid(rows, columns)).values
      // Each of the paths passes one node at every step.
      #expect(abs(between.reduce(0, +) - Double(rows + columns - 3)) <= 1e-9)
    }
  }

  @Test(
    "N1 On the grid of 50 × 50 betweenness adds up to 101,001,250, over edges to 104,125,000, and 90,107.6986 leads")
  func n1Grid() throws {
    // LightGraphs issue 1405; igraph 1.0.0 gives the same largest value.
    let graph = KnownGraphs.grid(50)
    let context = RunContext(threads: 2)
    let nodes = try Betweenness(scale: .pairs).run(on: graph, in: context).values
    #expect(abs(nodes.reduce(0, +) / 101_001_250 - 1) <= 1e-12)
    #expect(abs((nodes.max() ?? 0) - 90_107.6986) <= 5e-5)
    let edges = try EdgeBetweenness(scale: .pairs).run(on: graph, in: context).values
    #expect(abs(edges.reduce(0, +) / 104_125_000 - 1) <= 1e-12)
  }

  @Test("N2 Beyond 2⁵³ paths betweenness of a grid of 30 × 30 is right to 1e-12")
  func n2() throws {
    let graph = KnownGraphs.grid(30)
    let values = try Betweenness(scale: .pairs).run(on: graph, in: RunContext(threads: 2)).values
    // Sums over all pairs of products of binomial coefficients, in Python's decimal with 60 digits.
    let exact = [
      (0, 1, 467.955883376655352560442375829205), (7, 3, 6389.12309041410568360275361034072438),
      (14, 14, 18980.5243243231866323877241684061032), (15, 9, 16147.0308990892132093534453623199299),
    ]
    for (row, column, value) in exact { #expect(abs(values[30 * row + column] / value - 1) <= 1e-12) }
  }

  @Test("N3 More paths than the largest double: refused, never infinite or nothing")
  func n3() throws {
    let side = TestSize.isFull ? 516 : 60
    // 330 layers of 10 nodes have 10³³⁰ paths (JGraphT issue 1014).
    let layers = (0..<330).flatMap { layer in
      (0..<10).flatMap { u in (0..<10).map { NodePair(10 * layer + u, 10 * layer + 10 + $0) } }
    }
    let layered = CSRGraph(nodeCount: 3310, edges: layers, isDirected: true)
    for graph in [layered] + (TestSize.isFull ? [grid(side, side)] : []) {
      let last = graph.nodeCount - 1
      expectTooMany { _ = try AllShortestPaths(from: 0, to: last).run(on: graph) }
      expectTooMany { _ = try SubsetBetweenness(from: [0], to: [last]).run(on: graph) }
    }
    expectTooMany { _ = try GroupBetweenness(of: [1, 2]).run(on: doubledChain(1030)) }
    for measure in [Betweenness(), StressCentrality()] as [any NodeMeasure] {
      expectTooMany { _ = try measure.run(on: doubledChain(1030)) }
    }
    expectTooMany { _ = try EdgeBetweenness().run(on: doubledChain(1030)) }
    // 2¹⁰²³ paths still fit.
    let most = try AllShortestPaths(from: 0, to: 1023, limit: 1).run(on: doubledChain(1023))
    #expect(most.count == 0x1p1023)
  }

  @Test("N4 Products of node numbers beyond 32 bits")
  func n4() throws {
    let count = 100_000
    let few = CSRGraph(nodeCount: count, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
    #expect(try Density().run(on: few).possiblePairs == 4_999_950_000)
    #expect(try Density().run(on: few).density == 2 / 4_999_950_000)
    #expect(try DyadCensus().run(on: few).null == 4_999_949_998)
    // C(100000, 3) less the three types that occur.
    let triads = try TriadCensus().run(on: few)
    #expect(triads.counts.reduce(0, +) == 166_661_666_700_000)
    let pairs = Double(count - 1) * Double(count - 2) / 2
    let share = try SubsetBetweenness(from: [0], to: Array(0..<count), scale: .pairs).run(on: few).values
    #expect(share[1] == 1)
    let normalised = try Betweenness(scale: .fraction).run(on: KnownGraphs.star(2000)).values
    #expect(normalised[0] == 1)
    #expect(pairs > Double(Int32.max))
  }

  @Test("N5 Sums that differ in the last bit tie, the same in every measure of paths")
  func n5() throws {
    let third = 1.0 / 3
    let graphs = [
      ([NodePair(0, 1), NodePair(1, 2), NodePair(2, 3), NodePair(0, 3)], [third, third, third, 1]),
      ([NodePair(0, 1), NodePair(1, 3), NodePair(0, 2), NodePair(2, 3)], [0.1, 0.2, 0.15, 0.15]),
      ([NodePair(0, 1), NodePair(1, 3), NodePair(0, 2), NodePair(2, 3)], [0.1, 0.2, 0.3 - 1e-17, 1e-17 + 3e-10]),
    ]
    for (position, (edges, lengths)) in graphs.enumerated() {
      for scale in [1, 1e-150, 3e150] {
        let graph = CSRGraph(
          nodeCount: 4, edges: edges, isDirected: false, columns: EdgeColumns(lengths: lengths.map { $0 * scale }))
        let ways = position == 2 ? 1.0 : 2
        let found = try AllShortestPaths(from: 0, to: 3).run(on: graph)
        #expect(found.count == ways && found.paths.count == Int(ways))
        let middle = try SubsetBetweenness(from: [0], to: [3], scale: .pairs).run(on: graph).values
        let expected = position == 0 ? [0, 0.5, 0.5, 0] : position == 1 ? [0, 0.5, 0.5, 0] : [0, 1, 0, 0]
        #expect(middle == expected)
        for seed in 0..<6 {
          let again = graph.shuffled(seed: UInt64(seed))
          #expect(try Betweenness().run(on: again) == Betweenness().run(on: graph))
          #expect(try EdgeBetweenness().run(on: again) == EdgeBetweenness().run(on: graph))
          #expect(try StressCentrality().run(on: again) == StressCentrality().run(on: graph))
          #expect(try AllShortestPaths(from: 0, to: 3).run(on: again) == found)
        }
        let two = try KShortestPaths(from: 0, to: 3, count: 2).run(on: graph)
        #expect(two.count == 2 && abs(two[0].length / two[1].length - 1) <= (position == 2 ? 2e-9 : 1e-15))
      }
    }
  }

  @Test("N6 Lengths as small as 1e-23 or as large as 1e300 are lengths; both in one path are refused where ties count")
  func n6() throws {
    let kite = KnownGraphs.kite
    let ones = [Double](repeating: 1, count: kite.edgeCount)
    let expected = try Betweenness().run(on: kite.withLengths(ones)).values
    for size in [1e-23, 1e-300, 1e300] {
      let graph = kite.withLengths(ones.map { $0 * size })
      #expect(largestDifference(try Betweenness().run(on: graph).values, expected) <= 1e-12)
      let distances = try Dijkstra(from: 0).run(on: graph).distances
      #expect(
        largestDifference(distances.map { $0 / size }, try BreadthFirst(from: 0).run(on: kite).distances) <= 1e-12)
    }
    let mixed = KnownGraphs.path(3).withLengths([1, 1e-23])
    #expect(try Dijkstra(from: 0).run(on: mixed).distances == [0, 1, 1])
    #expect(throws: AlgorithmError.self) { try Betweenness().run(on: mixed) }
    let long = KnownGraphs.path(3).withLengths([1e300, 1])
    #expect(try Dijkstra(from: 0).run(on: long).distances == [0, 1e300, 1e300])
    // Sums beyond the largest double are refused, not infinite: infinity says that nobody is there.
    let beyond = KnownGraphs.path(4).withLengths([1e308, 1e308, 1e308])
    #expect(throws: AlgorithmError.self) { try Dijkstra(from: 0).run(on: beyond) }
    #expect(throws: AlgorithmError.self) { try AllPairsDistances().run(on: beyond) }
  }

  @Test("N7 Lengths of 0: distances allow them, path counts refuse them and name the edge")
  func n7() throws {
    let graph = KnownGraphs.path(4).withLengths([1, 0, 2])
    #expect(try Dijkstra(from: 0).run(on: graph).distances == [0, 1, 1, 3])
    #expect(try AllPairsDistances().run(on: graph).rows[3] == [3, 2, 2, 0])
    #expect(try BellmanFord(from: 0).run(on: graph).distances == [0, 1, 1, 3])
    #expect(try Eccentricity().run(on: graph).values == [3, 2, 2, 3])
    let counts: [@Sendable () throws -> Void] = [
      { _ = try Betweenness().run(on: graph) }, { _ = try EdgeBetweenness().run(on: graph) },
      { _ = try StressCentrality().run(on: graph) }, { _ = try AllShortestPaths(from: 0, to: 3).run(on: graph) },
      { _ = try SubsetBetweenness(from: [0], to: [3]).run(on: graph) },
      { _ = try GroupBetweenness(of: [1]).run(on: graph) }, { _ = try HarmonicCloseness().run(on: graph) },
    ]
    for run in counts {
      #expect {
        try run()
      } throws: { error in
        guard case .unfitValue(.length, edge: 1, value: 0, needed: _)? = error as? AlgorithmError else { return false }
        return true
      }
    }
  }

  @Test("N8 Lengths below 0: Dijkstra refuses, Bellman and Ford take them and return a cycle below 0")
  func n8() throws {
    let edges = [NodePair(0, 1), NodePair(1, 2), NodePair(2, 0), NodePair(2, 3)]
    let graph = CSRGraph(nodeCount: 4, edges: edges, isDirected: true)
    let sound = graph.withLengths([4, -2, 1, 3])
    #expect(try BellmanFord(from: 0).run(on: sound).distances == [0, 4, 2, 5])
    for name in ["distances from a node", "harmonic out", "betweenness", "row of the table of distances"] {
      let refusal = try #require(Subject.named(name)).answer(Question(sound)).refusal
      #expect(refusal?.isEmpty == false, "\(name)")
    }
    // Edges are numbered 0 → 1, 1 → 2, 2 → 0, 2 → 3.
    #expect {
      try BellmanFord(from: 0).run(on: graph.withLengths([1, -2, 0.5, 1]))
    } throws: { error in
      guard case .negativeCycle(let edges)? = error as? AlgorithmError else { return false }
      return edges.sorted() == [0, 1, 2]
    }
  }

  @Test("N9 What is no number, or infinite, is refused by every algorithm that would use it", arguments: Subject.all)
  func n9(subject: Subject) throws {
    for bad in [Double.nan, .infinity, -.infinity] {
      for isDirected in [false, true] {
        let path = KnownGraphs.path(4, isDirected: isDirected)
        let columns = EdgeColumns(
          lengths: [1, bad, 1], strengths: [1, bad, 1], signs: [1, 1, -1], signedStrengths: [1, bad, -1])
        let graph = path.replacing(columns: columns)
        guard subject.needs.areMet(by: graph), !subject.name.hasSuffix("in time"), !subject.readsTimes else { continue }
        // Made into the chance of a tie, an infinite length is 0, which may be.
        if subject.name == "most reliable path" && bad.isInfinite { continue }
        let answer = try subject.answer(Question(graph))
        if answer.refusal != nil { continue }
        // Whoever does not refuse did not look at the columns.
        let plain = path.replacing(
          columns: EdgeColumns(
            lengths: [1, 1, 1], strengths: [1, 1, 1], signs: [1, 1, -1], signedStrengths: [1, 1, -1]))
        #expect(answer == (try subject.answer(Question(plain))), "\(subject.name) with \(bad)")
      }
    }
  }

  @Test(
    "N10 On graphs with next to nothing in them every measure has a value or refuses; none is not a number",
    arguments: Subject.all)
  func n10(subject: Subject) throws {
    for isDirected in [false, true] {
      for plain in KnownGraphs.trivial(isDirected: isDirected) {
        let ones = [Double](repeating: 1, count: plain.edgeCount)
        let graph = plain.replacing(
          columns: EdgeColumns(lengths: ones, strengths: ones, signs: ones.map { _ in 1 }, signedStrengths: ones))
        var question = Question(graph)
        question.second = max(0, question.second)
        let asksNodes = subject.traits.contains(.asksRoles) || subject.name.hasPrefix("key players")
        guard subject.needs.areMet(by: graph), !(asksNodes && graph.nodeCount < 2) else { continue }
        let answer = try subject.answer(question)
        let values = answer.nodes + answer.edges + answer.numbers
        #expect(values.allSatisfy { !$0.isNaN }, "\(subject.name) on \(plain.pairs)")
        if answer.refusal == nil && !answer.nodes.isEmpty { #expect(answer.nodes.count == graph.nodeCount) }
      }
    }
  }

  @Test("N11 Numbers at the edge of what there is: the smallest lengths keep their bits, −0 is 0")
  func n11() throws {
    let tiny = Double.leastNonzeroMagnitude
    let graph = KnownGraphs.path(3).withLengths([tiny, tiny])
    #expect(try Dijkstra(from: 0).run(on: graph).distances == [0, tiny, 2 * tiny])
    #expect(try Betweenness(scale: .pairs).run(on: graph).values == [0, 1, 0])
    let zero = KnownGraphs.path(3).withLengths([-0.0, 1])
    #expect(try Dijkstra(from: 0).run(on: zero).distances == [0, 0, 1])
    let small = 1000 * tiny
    let strengths = try Strength().run(on: KnownGraphs.path(3).withStrengths([small, small])).values
    #expect(strengths == [small, 2 * small, small])
  }

  private func expectTooMany(_ run: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(sourceLocation: sourceLocation) {
      try run()
    } throws: { error in
      guard case .limitExceeded(let what, _, _)? = error as? AlgorithmError else { return false }
      return "\(what)".contains("paths")
    }
  }

  /// A chain of so many edges, each there twice.
  private func doubledChain(_ count: Int) -> CSRGraph {
    let edges = (0..<count).flatMap { [NodePair($0, $0 + 1), NodePair($0, $0 + 1)] }
    return CSRGraph(nodeCount: count + 1, edges: edges, isDirected: true)
  }

  private func grid(_ rows: Int, _ columns: Int) -> CSRGraph {
    let across = (0..<rows).flatMap { row in
      (1..<columns).map { NodePair(row * columns + $0 - 1, row * columns + $0) }
    }
    let down = (columns..<(rows * columns)).map { NodePair($0 - columns, $0) }
    return CSRGraph(nodeCount: rows * columns, edges: across + down, isDirected: false)
  }
}

extension Subject {
  /// Whether lengths and strengths are made into whole moments first, which must be finite.
  var readsTimes: Bool { ["earliest arrival", "latest departure", "temporal reachability"].contains(name) }
}
