import ActorModel
import GraphAlgorithms
import GraphCore

/// How far two graphs are apart, by every distance of the package: edge by edge, by what the ties do, and by shape.
///
/// ``DeltaCon`` and ``LaplacianSpectralDistance`` need the same nodes and no direction: both graphs are laid out over
/// the actors of either, ties both ways adding up. ``NetSimile`` and ``PortraitDivergence`` look at each graph as it is.
package struct NetworkDistances: Sendable {
  /// The most actors up to which all distances are computed unless asked for by name.
  package static let actorLimit = 2_000

  /// Whether the costly distances are computed for more than ``actorLimit`` actors too.
  package var isUnlimited = false

  /// All distances; the costly ones only for graphs of moderate size.
  package init() {}

  /// Measures how far two graphs are apart.
  ///
  /// - Returns: Every distance, or why there is none.
  /// - Throws: `.cancelled` only.
  /// - Complexity: O(n³) time for n ≤ ``actorLimit`` actors; O(m log m) above.
  package func run(_ before: ProjectedGraph, _ after: ProjectedGraph, in context: RunContext = RunContext())
    throws(AlgorithmError) -> NetworkDistancesResult
  {
    let pair = AlignedGraphs(before, after)
    let actors = pair.ids
    // No distance says which of the two graphs an edge is of.
    let names = GraphNames(node: { "actor \(actors[$0])" }, edge: { _ in "a tie" })
    return NetworkDistancesResult(
      edges: EdgeDistances(before: before, after: after),
      shapes: [
        try shape(DeltaCon(to: pair.before), on: pair.after, names, context),
        try shape(NetSimile(to: before.graph), on: after.graph, names, context),
        try shape(PortraitDivergence(to: before.graph), on: after.graph, names, context),
        try shape(LaplacianSpectralDistance(to: pair.before), on: pair.after, names, context),
      ])
  }

  private func shape<Distance: GraphAlgorithm & DescribedAlgorithm>(
    _ distance: Distance, on graph: CSRGraph, _ names: GraphNames, _ context: RunContext
  ) throws(AlgorithmError) -> ShapeDistance where Distance.Output == GraphDistance {
    guard isUnlimited || graph.nodeCount <= Self.actorLimit else {
      return ShapeDistance(
        measure: Distance.summary.id, title: Distance.summary.title, value: nil,
        refusal: "\(graph.nodeCount) actors are more than the \(Self.actorLimit) up to which it is computed unasked")
    }
    do throws(AlgorithmError) {
      let value = try distance.run(on: graph, in: context).value
      return ShapeDistance(measure: Distance.summary.id, title: Distance.summary.title, value: value, refusal: nil)
    } catch .cancelled {
      throw .cancelled
    } catch {
      return ShapeDistance(
        measure: Distance.summary.id, title: Distance.summary.title, value: nil, refusal: error.named(by: names))
    }
  }
}

/// How far two graphs are apart.
package struct NetworkDistancesResult: Sendable, Hashable {
  /// Edge by edge.
  package let edges: EdgeDistances
  /// By what the ties do and by shape: DeltaCon, NetSimile, portrait divergence, Laplacian spectral distance.
  package let shapes: [ShapeDistance]

  /// The distance with an id; `nil` where there is none.
  package func shape(_ measure: String) -> ShapeDistance? { shapes.first { $0.measure == measure } }
}

/// A distance that looks at more than single edges.
package struct ShapeDistance: Sendable, Hashable {
  /// The measure's id.
  package let measure: String
  /// Its name.
  package let title: String
  /// The distance; `nil` where it is not defined.
  package let value: Double?
  /// Why it is not defined; `nil` where it is.
  package let refusal: String?
}

/// Two graphs laid out over the actors of either, without direction.
struct AlignedGraphs {
  /// The actor of each node, by id.
  let ids: [String]
  let before: CSRGraph
  let after: CSRGraph

  init(_ before: ProjectedGraph, _ after: ProjectedGraph) {
    ids = Set(before.actors.map(\.id)).union(after.actors.map(\.id)).sorted()
    var numbers: [String: Int] = [:]
    for (number, id) in ids.enumerated() { numbers[id] = number }
    self.before = Self.graph(of: before, numbers)
    self.after = Self.graph(of: after, numbers)
  }

  private static func graph(of projected: ProjectedGraph, _ numbers: [String: Int]) -> CSRGraph {
    let graph = projected.graph
    let column = graph.strengths
    var builder = GraphBuilder(nodeCount: numbers.count, isDirected: false)
    builder.reserve(graph.edgeCount)
    var strengths: [Double] = []
    for edge in 0..<graph.edgeCount {
      guard let source = numbers[projected.actors[graph.source(of: edge)].id],
        let target = numbers[projected.actors[graph.target(of: edge)].id]
      else { continue }
      builder.addEdge(from: source, to: target)
      if let column { strengths.append(column[edge]) }
    }
    var columns = EdgeColumns()
    if column != nil { columns.strengths = strengths }
    return builder.build(columns: columns).graph
  }
}
