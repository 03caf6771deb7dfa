import ActorModel
import GraphAlgorithms
import GraphCore

/// Says how balanced friendly and hostile ties are, and which divisions into two camps are best.
///
/// This is the one computation behind every command that speaks of camps, so that all of them show the same division of
/// a day. It reads pairs of actors, whatever the direction of their ties: ``ActorModel/ProjectedGraph/pairs()``.
package struct BalanceAnalysis: Sendable {
  /// How the camps are looked for.
  package var frustration: FrustrationIndex

  package init(_ frustration: FrustrationIndex = FrustrationIndex(seed: 1)) { self.frustration = frustration }

  /// Looks at a network.
  ///
  /// - Throws: As ``GraphAlgorithms/FrustrationIndex`` and ``GraphAlgorithms/SignedTriangles``; `.undefined` where the
  ///   statements cannot be projected without direction.
  package func run(on projected: ProjectedGraph, in context: RunContext = RunContext()) throws(AlgorithmError)
    -> SignedBalance
  {
    try projected.onPairs { pairs throws(AlgorithmError) in
      let triangles = try SignedTriangles().run(on: pairs.graph, in: context)
      let found = try frustration.run(on: pairs.graph, in: context)
      return SignedBalance(triangles, found, pairs)
    }
  }
}

/// How far friends of friends are friends, and enemies of enemies too; and who stands with whom.
package struct SignedBalance: Sendable, Hashable {
  /// Triangles of ties with signs.
  package let triangles: Int
  /// Triangles whose signs multiply to +.
  package let balanced: Int
  /// Their share; `nil` without triangles.
  package let degree: Double?
  /// What the ties weigh that contradict the best division into two camps that was found.
  package let frustration: Double
  /// What the frustration is proved to be at least.
  package let lowerBound: Double
  /// Whether the frustration is proved to be the least.
  package let isOptimal: Bool
  /// The frustration as a share of all signed ties.
  package let share: Double
  /// What a tie weighs: by strength or by count.
  package let weighing: SignedWeighing
  /// What ended the proofs before they were through; `nil` when nothing did.
  package let limit: FrustrationResult.SearchLimit?
  /// The relations that contradict the division shown, sorted by id.
  package let frustratedRelations: [String]
  /// The ties that contradict it.
  package let frustratedTies: [RouteStep]
  /// The parts without signed ties between them, the largest first; actors without a signed tie are in none.
  package let parts: [CampPart]
  /// What all best divisions share; `nil` where the least is not proved.
  package let divisions: EqualCamps?
  /// What the place of each actor rests on: those with the least behind them first.
  package let standings: [CampStanding]
  /// The camps by node; actors without a signed tie alone.
  let partition: Partition
  let undecidedIDs: Set<String>

  /// The camps of the division shown, those of one part after another.
  package var camps: [[Actor]] { parts.flatMap(\.camps) }
}

/// Actors tied by signed ties, and their camps in the division shown.
package struct CampPart: Sendable, Hashable {
  /// Two camps, or one where nothing is hostile; the larger first.
  package let camps: [[Actor]]
}

/// What the divisions share that are as good as any.
package struct EqualCamps: Sendable, Hashable {
  /// How many there are, within each part up to the order of its camps.
  package let count: Int
  /// Whether there are exactly so many; else there are at least so many.
  package let isExact: Bool
  /// Whether it is known of all actors whether they may go either way.
  package let isSettled: Bool
  /// Actors that are in the same camp in every one, in sets of two or more.
  package let sameCamp: [[Actor]]
  /// Actors that may be in either camp of their part, sorted by id.
  package let undecided: [Actor]
  /// The relations that contradict every one, sorted by id.
  package let contradictingAll: [String]
  /// The relations that contradict some of them and not others, sorted by id.
  package let contradictingSome: [String]
  /// The ties that contradict some of them and not others.
  package let tiesContradictingSome: [RouteStep]
}

/// What the place of an actor in the division shown rests on.
package struct CampStanding: Sendable, Hashable {
  /// The actor.
  package let actor: Actor
  /// The number of its part, from 1.
  package let part: Int
  /// The number of its camp there, from 1.
  package let camp: Int
  /// Whether it might as well be in the other one.
  package let isUndecided: Bool
  /// The relations that place it there: to friends in the camp and to enemies in the other; sorted by id.
  package let restsOn: [String]
  /// The relations that contradict it, sorted by id.
  package let against: [String]
  /// How many ties place it there.
  package let tieCount: Int
  /// What it would cost if it alone changed sides.
  package let margin: Double
}

extension SignedBalance {
  fileprivate init(_ count: SignedTriangleCount, _ found: FrustrationResult, _ pairs: ProjectedGraph) {
    let reader = CampReader(found, pairs)
    triangles = count.balanced + count.unbalanced
    balanced = count.balanced
    degree = count.degreeOfBalance
    frustration = found.index
    lowerBound = found.lowerBound
    isOptimal = found.isOptimal
    share = found.share
    weighing = found.weighing
    limit = found.limit
    frustratedRelations = reader.relations(found.frustratedEdges)
    frustratedTies = found.frustratedEdges.map { pairs.tie(ofEdge: $0) }
    parts = reader.parts
    divisions = found.divisions.map(reader.equal)
    standings = reader.standings()
    partition = found.camps
    undecidedIDs = Set(divisions?.undecided.map(\.id) ?? [])
  }
}

/// Puts names to what was found.
private struct CampReader {
  let found: FrustrationResult
  let pairs: ProjectedGraph
  let parts: [CampPart]
  /// For each node the numbers of its part and its camp, from 1; `nil` without a signed tie.
  let places: [Place?]

  struct Place {
    let part: Int
    let camp: Int
  }

  init(_ found: FrustrationResult, _ pairs: ProjectedGraph) {
    self.found = found
    self.pairs = pairs
    let members = found.parts.members().filter { found.sides[$0[0]] != 0 }.sorted { a, b in
      a.count != b.count ? a.count > b.count : a[0] < b[0]
    }
    var places = [Place?](repeating: nil, count: found.sides.count)
    var parts: [CampPart] = []
    for (part, nodes) in members.enumerated() {
      var camps: [[Int]] = []
      for side: Int8 in [1, -1] {
        let camp = nodes.filter { found.sides[$0] == side }
        if !camp.isEmpty { camps.append(camp) }
      }
      if camps.count == 2 && camps[1].count > camps[0].count { camps.swapAt(0, 1) }
      for (camp, nodes) in camps.enumerated() {
        for node in nodes { places[node] = Place(part: part + 1, camp: camp + 1) }
      }
      parts.append(CampPart(camps: camps.map { $0.map { pairs.actors[$0] } }))
    }
    self.places = places
    self.parts = parts
  }

  /// The relations that make edges what they are: of several on a pair those with the sign of the whole.
  func relations(_ edges: [Int]) -> [String] {
    let signs = pairs.graph.signs ?? []
    return Set(
      edges.flatMap { edge in
        pairs.relations(ofEdge: edge).filter { $0.sign.factor * Double(signs[edge]) > 0 }.map(\.id)
      }
    ).sorted()
  }

  func equal(_ divisions: BestDivisions) -> EqualCamps {
    EqualCamps(
      count: divisions.count, isExact: divisions.isExact, isSettled: divisions.isSettled,
      sameCamp: divisions.sameCamp.map { $0.map { pairs.actors[$0] } },
      undecided: divisions.undecided.map { pairs.actors[$0] },
      contradictingAll: relations(divisions.alwaysFrustrated),
      contradictingSome: relations(divisions.sometimesFrustrated),
      tiesContradictingSome: divisions.sometimesFrustrated.map { pairs.tie(ofEdge: $0) })
  }

  func standings() -> [CampStanding] {
    let undecided = Set(found.divisions?.undecided ?? [])
    let frustrated = Set(found.frustratedEdges)
    let graph = pairs.graph
    return places.indices.compactMap { node -> CampStanding? in
      guard let place = places[node] else { return nil }
      let edges = Set(
        graph.out.range(of: node).map { graph.out.edge(ofArc: $0) }
      ).filter { (graph.signs?[$0] ?? 0) != 0 && graph.source(of: $0) != graph.target(of: $0) }
      let obeyed = edges.subtracting(frustrated).sorted()
      return CampStanding(
        actor: pairs.actors[node], part: place.part, camp: place.camp, isUndecided: undecided.contains(node),
        restsOn: relations(obeyed), against: relations(edges.intersection(frustrated).sorted()),
        tieCount: obeyed.count, margin: found.margins[node])
    }.sorted(by: CampStanding.isWeaker)
  }
}

extension CampStanding {
  /// Whether there is less behind a place than behind another.
  fileprivate static func isWeaker(_ a: CampStanding, _ b: CampStanding) -> Bool {
    if a.isUndecided != b.isUndecided { return a.isUndecided }
    if a.tieCount != b.tieCount { return a.tieCount < b.tieCount }
    return a.margin != b.margin ? a.margin < b.margin : a.actor.id < b.actor.id
  }
}
