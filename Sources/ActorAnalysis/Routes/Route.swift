import ActorModel
import GraphCore

/// A way from one actor to another, with what it rests on.
package struct Route: Sendable, Hashable {
  /// The actors passed, both ends included.
  package let actors: [Actor]
  /// The steps, one fewer than actors.
  package let steps: [RouteStep]
  /// Sum of the lengths of the steps; the number of steps where the projection has no lengths.
  package let length: Double
  /// Strength of the weakest step; infinity for a route without steps.
  package let strength: Double
  /// Product of the steps' confidences: the probability that all hold, were the steps independent. Where steps share a
  /// source it is rather too small.
  package let confidence: Double
  /// Product of the steps' signs, the sign by balance theory: the enemy of an enemy is positive; neutral when a step
  /// is. It says how the ends of the route would stand to each other if friends of friends were friends, and not what
  /// a pressure that travels along it does; that is ``lastSign``.
  package let sign: Sign
  private let cost: Double

  init(_ nodes: [Int], _ edges: [Int], cost: Double, in projected: ProjectedGraph) {
    let graph = projected.graph
    actors = nodes.map { projected.actors[$0] }
    steps = edges.indices.map { RouteStep(from: nodes[$0], to: nodes[$0 + 1], over: edges[$0], in: projected) }
    length = edges.reduce(0) { $0 + (graph.lengths?[$1] ?? 1) }
    strength = steps.map(\.strength).min() ?? .infinity
    confidence = steps.reduce(1) { $0 * $1.confidence }
    sign = Sign(product: steps.map(\.sign))
    self.cost = cost
  }

  /// The sign of the last step: what the route's last actor but one does to the last; `nil` for a route without steps.
  package var lastSign: Sign? { steps.last?.sign }

  /// The step of least strength, the first of equals; `nil` for a route without steps.
  package var weakestStep: RouteStep? { steps.min { $0.strength < $1.strength } }

  func isAsGood(as other: Route) -> Bool {
    abs(cost - other.cost) <= 1e-12 * max(abs(cost), abs(other.cost))
  }
}

/// One step of a route: a tie with the relations behind it.
package struct RouteStep: Sendable, Hashable {
  /// Where it starts.
  package let from: Actor
  /// Where it leads.
  package let to: Actor
  /// The relations behind it.
  package let relations: [Relation]
  /// The probability that at least one of them holds: those that share a source count once.
  package let confidence: Double
  /// How many groups of relations without a common source the confidence is combined of.
  package let independentGroupCount: Int
  /// What the relations amount to: positive or negative as the projection adds them up, neutral where they do neither.
  package let sign: Sign
  /// The strength that the projection gives to all of them together; 1 where strengths do not count.
  package let strength: Double
  /// The strength of the strongest of them.
  package let greatestStrength: Double
  /// Ids of the relations that are stated the other way round, from ``to`` to ``from``; a route may pass them all the
  /// same where the projection turns directions round or takes no notice of them.
  package let opposed: Set<String>

  /// The step between two nodes over an edge that joins them.
  init(from source: Int, to target: Int, over edge: Int, in projected: ProjectedGraph) {
    let relations = projected.relations(ofEdge: edge)
    let combined = CombinedConfidence(of: relations, in: projected.snapshot.network)
    from = projected.actors[source]
    to = projected.actors[target]
    self.relations = relations
    confidence = combined.value
    independentGroupCount = combined.groupCount
    sign = Sign(of: projected.graph.signs?[edge] ?? 0)
    strength = projected.graph.strengths?[edge] ?? 1
    greatestStrength = relations.reduce(0) {
      max($0, projected.projection.strength(of: $1, in: projected.snapshot))
    }
    let turned =
      projected.projection.direction == .stated && projected.graph.isDirected
      ? []
      : relations.filter { $0.ends.isDirected && projected.node(ofActor: $0.ends.first) == target }
    opposed = source == target ? [] : Set(turned.map(\.id))
  }

  /// Whether some of the relations are positive and others negative.
  package var hasMixedSigns: Bool {
    relations.contains { $0.sign == .positive } && relations.contains { $0.sign == .negative }
  }

  /// The kinds of statement among the relations: facts, then assessments, then what is anticipated.
  package var statuses: [Status] {
    let found = Set(relations.map(\.status))
    return Status.allCases.filter(found.contains)
  }

  /// The relations on which sources disagree.
  package var disputed: [Relation] { relations.filter(\.isDisputed) }
}

extension Sign {
  /// The sign of a number.
  init(of number: some SignedNumeric & Comparable) {
    self = number > 0 ? .positive : number < 0 ? .negative : .neutral
  }

  /// The product of signs, as balance theory multiplies them; neutral for none.
  init(product signs: [Sign]) {
    let product = signs.reduce(1) { $0 * $1.factor }
    self = signs.isEmpty ? .neutral : Sign(of: product)
  }
}

extension ProjectedGraph {
  /// An edge with its ends and the relations behind it.
  package func tie(ofEdge edge: Int) -> RouteStep {
    RouteStep(from: graph.source(of: edge), to: graph.target(of: edge), over: edge, in: self)
  }
}
