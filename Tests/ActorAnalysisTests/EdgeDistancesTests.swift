import ActorAnalysis
import ActorModel
import ModelTestSupport
import Testing

@Suite("EdgeDistances")
struct EdgeDistancesTests {
  private func distances(
    _ before: [Relation], _ after: [Relation], _ change: (inout Projection) -> Void = { _ in }
  ) throws -> EdgeDistances {
    EdgeDistances(before: try Sample.project(before, change), after: try Sample.project(after, change))
  }

  @Test("By hand: one edge shared, one gone, two new")
  func byHand() throws {
    let result = try distances(
      Sample.ties(("A>B", 0.5), ("B>C", 1)), Sample.ties(("A>B", 1), ("C>B", 0.25), ("A>C", 0.25)))
    #expect(result.hamming == 3)
    #expect(result.jaccard == 0.75)
    // min 0.5 over max 1 + 1 + 0.25 + 0.25
    #expect(abs(result.weightedJaccard - 0.8) < 1e-15)
    #expect(result.weightedHamming == 2)
  }

  @Test("From itself every distance is 0, from something wholly different Jaccard's are 1")
  func extremes() throws {
    let ties = Sample.randomRelations(seed: 3)
    let same = try distances(ties, ties)
    #expect((same.jaccard, same.weightedJaccard, same.hamming, same.weightedHamming) == (0, 0, 0, 0))
    let apart = try distances(Sample.ties(("A>B", 2)), Sample.ties(("B>A", 3)))
    #expect((apart.jaccard, apart.weightedJaccard, apart.hamming, apart.weightedHamming) == (1, 1, 2, 5))
    let empty = try distances([], [])
    #expect((empty.jaccard, empty.weightedJaccard, empty.hamming, empty.weightedHamming) == (0, 0, 0, 0))
  }

  @Test("Edges are known by the ids of their actors, not by numbers: a new actor in front changes none")
  func byID() throws {
    let before = try Sample.project(Sample.ties(("B>C", 1)))
    let after = try Sample.project(
      Sample.ties(("B>C", 1)), actors: [Sample.actor("A"), Sample.actor("C"), Sample.actor("B")])
    #expect(EdgeDistances(before: before, after: after).hamming == 0)
  }

  @Test("Parallel edges kept apart add up to one; unweighted ones count 1 each")
  func parallel() throws {
    let result = try distances(Sample.ties(("A>B", 0.5), ("A>B", 0.5)), Sample.ties(("A>B", 1))) {
      $0.combination = .keep
    }
    #expect(result.hamming == 0)
    #expect(result.weightedHamming == 0)
    let unweighted = try distances(Sample.ties(("A>B", 9)), Sample.ties(("A>B", 5))) { $0.weights = .none }
    #expect(unweighted.weightedHamming == 0)
  }

  @Test("The distance back is the distance forth, bit for bit; all lie in their ranges", arguments: 0..<10)
  func symmetric(seed: Int) throws {
    let before = Sample.randomRelations(seed: seed)
    let after = Sample.randomRelations(seed: seed + 1000, count: 9)
    let forth = try distances(before, after)
    #expect(try distances(after, before) == forth)
    #expect((0...1).contains(forth.jaccard))
    #expect((0...1).contains(forth.weightedJaccard))
  }
}
