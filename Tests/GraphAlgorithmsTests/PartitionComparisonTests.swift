import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

@Suite("Comparison of partitions")
struct PartitionComparisonTests {
  @Suite("Known values")
  struct Known {
    // python-igraph 1.0.0: compare_communities(a, b, method=…) with rand, adjusted.rand, nmi, vi.
    @Test("Two divisions of ten nodes")
    func tenNodes() throws {
      let found = try PartitionComparison(
        Partition(labels: [0, 0, 0, 1, 1, 1, 2, 2, 2, 2]), Partition(labels: [0, 0, 1, 1, 1, 2, 2, 2, 2, 3]))
      #expect(abs(found.rand - 0.7333333333333334) < 1e-14)
      #expect(abs(found.adjustedRand - 0.28) < 1e-14)
      #expect(abs(found.normalizedMutualInformation - 0.568241032922968) < 1e-14)
      #expect(abs(found.variationOfInformation - 1.022730867160378) < 1e-14)
    }

    // python-igraph 1.0.0: compare_communities(club, community_optimal_modularity().membership, method=…).
    @Test("The split of the karate club against its best division")
    func karate() throws {
      let club = (0..<34).map { [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21].contains($0) }
      let found = try PartitionComparison(
        Partition(labels: club), try Leiden(runs: 10).run(on: KnownGraphs.karate).partition)
      #expect(abs(found.rand - 0.7361853832442067) < 1e-14)
      #expect(abs(found.adjustedRand - 0.46459109844332364) < 1e-14)
      #expect(abs(found.normalizedMutualInformation - 0.5878497068250671) < 1e-14)
      #expect(abs(found.variationOfInformation - 0.8299953857494791) < 1e-14)
    }

    @Test("Crossed halves: agreement below chance, nothing to learn from each other")
    func crossed() throws {
      let found = try PartitionComparison(Partition(labels: [0, 0, 1, 1]), Partition(labels: [0, 1, 0, 1]))
      #expect(abs(found.adjustedRand + 0.5) < 1e-15)
      #expect(abs(found.normalizedMutualInformation) < 1e-15)
      #expect(abs(found.rand - 2.0 / 6) < 1e-15)
    }
  }

  @Suite("Properties")
  struct Properties {
    @Test("Symmetric, 1 and 0 for equal divisions whatever the numbers, a metric")
    func metric() throws {
      let divisions = SlowCommunities.divisions(4).map { Partition(labels: $0) }
      for a in divisions {
        let same = try PartitionComparison(a, Partition(labels: a.groups.map { 7 - $0 }))
        #expect([same.rand, same.adjustedRand, same.normalizedMutualInformation] == [1, 1, 1])
        #expect(same.variationOfInformation == 0)
        for b in divisions {
          let ab = try PartitionComparison(a, b)
          let ba = try PartitionComparison(b, a)
          #expect(abs(ab.variationOfInformation - ba.variationOfInformation) < 1e-12)
          #expect(abs(ab.adjustedRand - ba.adjustedRand) < 1e-12)
          #expect((ab.variationOfInformation < 1e-9) == (a == b))
          #expect(ab.normalizedMutualInformation >= 0 && ab.normalizedMutualInformation <= 1)
          for c in divisions {
            let detour = try PartitionComparison(b, c).variationOfInformation + ab.variationOfInformation
            #expect(try PartitionComparison(a, c).variationOfInformation <= detour + 1e-12)
          }
        }
      }
    }
  }

  @Suite("Against a count of pairs")
  struct Checker {
    @Test func pairs() throws {
      for a in SlowCommunities.divisions(5) {
        for b in SlowCommunities.divisions(5) {
          var agree = 0.0
          for u in 0..<5 { for v in (u + 1)..<5 where (a[u] == a[v]) == (b[u] == b[v]) { agree += 1 } }
          let found = try PartitionComparison(Partition(labels: a), Partition(labels: b))
          #expect(abs(found.rand - agree / 10) < 1e-12)
        }
      }
    }
  }

  @Suite("Refusals")
  struct Refusals {
    @Test("Trivial divisions are equal, one group against single nodes are not alike at all")
    func trivial() throws {
      let none = try PartitionComparison(Partition(labels: [Int]()), Partition(labels: [Int]()))
      #expect([none.rand, none.adjustedRand, none.normalizedMutualInformation] == [1, 1, 1])
      let one = try PartitionComparison(Partition(labels: [0, 0, 0]), Partition(labels: [0, 1, 2]))
      #expect([one.rand, one.adjustedRand, one.normalizedMutualInformation] == [0, 0, 0])
    }

    @Test func refusals() {
      #expect(throws: AlgorithmError.self) {
        try PartitionComparison(Partition(labels: [0]), Partition(labels: [0, 1]))
      }
    }
  }
}
