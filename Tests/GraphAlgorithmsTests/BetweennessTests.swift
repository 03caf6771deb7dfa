import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Betweenness")
struct BetweennessTests {
  @Suite("Known values")
  struct Known {
    @Test("The middle of a path of three is on one pair's way, in igraph and NetworkX too")
    func pathOfThree() throws {
      #expect(try pairs(KnownGraphs.path(3)) == [0, 1, 0])
      #expect(try pairs(KnownGraphs.path(3, isDirected: true)) == [0, 1, 0])
      #expect(try Betweenness().run(on: KnownGraphs.path(3)).values == [0, 1, 0])
      #expect(try Betweenness().run(on: KnownGraphs.path(3, isDirected: true)).values == [0, 0.5, 0])
    }

    @Test("Closed forms: path i(n−1−i), star centre C(L, 2), complete graph 0")
    func closedForms() throws {
      #expect(try pairs(KnownGraphs.path(9)) == (0..<9).map { Double($0 * (8 - $0)) })
      #expect(try pairs(KnownGraphs.star(7)) == [21, 0, 0, 0, 0, 0, 0, 0])
      #expect(try Betweenness().run(on: KnownGraphs.star(7)).values.first == 1)
      #expect(try pairs(KnownGraphs.complete(6)) == [0, 0, 0, 0, 0, 0])
      #expect(try pairs(KnownGraphs.cycle(5)) == [1, 1, 1, 1, 1])
    }

    // NetworkX 3.6.1: betweenness_centrality(kite, normalized=False); python-igraph 1.0.0 betweenness() agrees.
    @Test("On the kite h leads with 14 of 36 pairs")
    func kite() throws {
      let sixth = 1.0 / 6
      let expected = [5 * sixth, 5 * sixth, 0, 22 * sixth, 0, 50 * sixth, 50 * sixth, 14, 8, 0]
      #expect(largestDifference(try pairs(KnownGraphs.kite), expected) < 1e-12)
      let h = try Betweenness().run(on: KnownGraphs.kite).values[7]
      #expect(abs(h - 14.0 / 36) < 1e-12)
    }

    // NetworkX 3.6.1: betweenness_centrality(florentine), all 16 families; python-igraph 1.0.0 agrees.
    @Test("Among the Florentine families the Medici lead with 47.5 pairs, 0.4524 with the isolated Pucci counted")
    func florentine() throws {
      let expected = [
        0, 0.18412698412698414, 0.080952380952380956, 0.090476190476190488, 0.047619047619047623, 0,
        0.22063492063492063, 0, 0.45238095238095244, 0, 0.019047619047619049, 0, 0.09841269841269841,
        0.12380952380952381, 0.088888888888888906, 0.079365079365079375,
      ]
      let scores = try Betweenness().run(on: KnownGraphs.florentine)
      #expect(largestDifference(scores.values, expected) < 1e-12)
      #expect(abs(try pairs(KnownGraphs.florentine)[8] - 47.5) < 1e-12)
      #expect(scores.scale == "fraction")
      #expect(scores.measure == "betweenness")
      #expect(scores.weights == nil)
    }

    // NetworkX 3.6.1: betweenness_centrality(karate, normalized=False); python-igraph 1.0.0 betweenness() agrees.
    @Test("In the karate club members 1 and 34 lead")
    func karate() throws {
      let expected = [
        231.07142857142861, 28.478571428571424, 75.850793650793662, 6.2880952380952371, 0.33333333333333331,
        15.833333333333334, 15.833333333333332, 0, 29.529365079365082, 0.44761904761904764, 0.33333333333333331, 0, 0,
        24.215873015873015, 0, 0, 0, 0, 0, 17.146825396825399, 0, 0, 0, 9.2999999999999989, 1.1666666666666665,
        2.0277777777777777, 0, 11.792063492063489, 0.94761904761904758, 1.5428571428571427, 7.6095238095238074,
        73.009523809523785, 76.69047619047619, 160.55158730158729,
      ]
      #expect(largestDifference(try pairs(KnownGraphs.karate), expected) < 1e-12)
    }

    // NetworkX 3.6.1: betweenness_centrality(lesmis); python-igraph 1.0.0 agrees.
    @Test("In Les Misérables Valjean leads before Myriel and Gavroche")
    func lesMiserables() throws {
      let values = try Betweenness().run(on: KnownGraphs.lesMiserables).values
      #expect(abs(values[11] - 0.56998905) < 1e-8)
      #expect(abs(values[0] - 0.17684211) < 1e-8)
      #expect(abs(values[48] - 0.16511250) < 1e-8)
    }

    @Test("Sums over a grid of 10 × 10 are those of the distances")
    func grid() throws {
      // Over unordered pairs of an s × s grid the distances sum to s³(s² − 1)/3.
      let distances = 10.0 * 10 * 10 * 99 / 3
      let sum = try pairs(KnownGraphs.grid(10)).reduce(0, +)
      #expect(abs(sum - (distances - 100 * 99 / 2)) < 1e-8)
    }
  }
}

private func pairs(_ graph: CSRGraph) throws -> [Double] {
  try Betweenness(scale: .pairs).run(on: graph).values
}
