import ActorModel
import GraphAlgorithms
import GraphCore

/// Compares the blocs of two graphs: how alike the divisions are, and who changed company.
///
/// Each graph is divided by the same method. Blocs of the two divisions are paired one to one, the pair with the most
/// actors in common first; who is in the partner of its old bloc stayed, everybody else moved. Only actors that are in
/// both graphs and have a tie in one of them are compared: bystanders would make any two divisions look alike.
///
/// **Reading.** Divisions found by an algorithm can differ although little changed: compare the modularity of both, and
/// trust a move that ``ConsensusPartition`` finds as well.
package struct BlocComparison: Sendable {
  /// Where the blocs come from.
  package var analysis: BlocAnalysis

  /// A comparison of the blocs of an analysis.
  package init(by analysis: BlocAnalysis) { self.analysis = analysis }

  /// Divides both graphs and compares the divisions.
  ///
  /// - Throws: What the method throws; `.cancelled`.
  package func run(_ before: ProjectedGraph, _ after: ProjectedGraph, in context: RunContext = RunContext())
    throws(AlgorithmError) -> BlocComparisonResult
  {
    let old = try analysis.run(on: before, in: context)
    let new = try analysis.run(on: after, in: context)
    let compared = Self.compared(before, after)
    let oldGroup = Self.groups(old)
    let newGroup = Self.groups(new)
    let first = compared.compactMap { oldGroup[$0.id] }
    let second = compared.compactMap { newGroup[$0.id] }
    let partner = Self.partners(first, second)
    let moves = compared.indices.compactMap { i -> BlocMove? in
      guard partner[first[i]] != second[i] else { return nil }
      func company(_ groups: [Int]) -> [Actor] {
        groups.indices.filter { $0 != i && groups[$0] == groups[i] }.map { compared[$0] }
      }
      let former = company(first)
      let present = company(second)
      // One who was alone and is alone changed no company.
      guard !former.isEmpty || !present.isEmpty else { return nil }
      return BlocMove(actor: compared[i], before: former, after: present)
    }
    return BlocComparisonResult(
      before: old, after: new, comparedCount: compared.count,
      agreement: try PartitionComparison(Partition(labels: first), Partition(labels: second)), moves: moves)
  }

  /// The actors of both graphs that have a tie in one of them, by id.
  private static func compared(_ before: ProjectedGraph, _ after: ProjectedGraph) -> [Actor] {
    let tied = tiedActors(before).union(tiedActors(after))
    let old = Set(before.actors.map(\.id))
    return after.actors.filter { old.contains($0.id) && tied.contains($0.id) }
  }

  private static func tiedActors(_ projected: ProjectedGraph) -> Set<String> {
    let graph = projected.graph
    return Set(
      projected.actors.indices.filter { !graph.out.range(of: $0).isEmpty || !graph.incoming.range(of: $0).isEmpty }
        .map { projected.actors[$0].id })
  }

  /// The number of each actor's bloc.
  private static func groups(_ result: BlocResult) -> [String: Int] {
    var groups: [String: Int] = [:]
    for (number, group) in result.groups.enumerated() {
      for actor in group.actors { groups[actor.id] = number }
    }
    return groups
  }

  /// For each old bloc the new one it is paired with: greatest overlap first, then the greater share of both, then the
  /// lower numbers.
  private static func partners(_ first: [Int], _ second: [Int]) -> [Int: Int] {
    var overlaps: [BlocOverlap: Int] = [:]
    for (old, new) in zip(first, second) { overlaps[BlocOverlap(old: old, new: new), default: 0] += 1 }
    func size(_ group: Int, _ groups: [Int]) -> Int { groups.count { $0 == group } }
    let order = overlaps.map { overlap in
      (pair: overlap.key, shared: overlap.value, either: size(overlap.key.old, first) + size(overlap.key.new, second))
    }.sorted { a, b in
      if a.shared != b.shared { return a.shared > b.shared }
      if a.either != b.either { return a.either < b.either }
      return (a.pair.old, a.pair.new) < (b.pair.old, b.pair.new)
    }
    var partner: [Int: Int] = [:]
    var taken: Set<Int> = []
    for entry in order where partner[entry.pair.old] == nil && !taken.contains(entry.pair.new) {
      partner[entry.pair.old] = entry.pair.new
      taken.insert(entry.pair.new)
    }
    return partner
  }

  private struct BlocOverlap: Hashable {
    let old: Int
    let new: Int
  }
}

/// How two divisions into blocs differ.
package struct BlocComparisonResult: Sendable, Hashable {
  /// The blocs and the balance of signs before.
  package let before: BlocResult
  /// The blocs and the balance of signs after.
  package let after: BlocResult
  /// How many actors were compared.
  package let comparedCount: Int
  /// How alike the divisions of these actors are.
  package let agreement: PartitionComparison
  /// Who changed company, sorted by id.
  package let moves: [BlocMove]
}

/// An actor in other company than before.
package struct BlocMove: Sendable, Hashable {
  /// The actor.
  package let actor: Actor
  /// Whom it shared a bloc with before; empty when it stood alone.
  package let before: [Actor]
  /// Whom it shares a bloc with now; empty when it stands alone.
  package let after: [Actor]
}
