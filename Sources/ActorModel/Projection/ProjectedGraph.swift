import GraphCore

/// A graph together with the way back from its nodes to actors and from its edges to relations.
public struct ProjectedGraph: Sendable {
  /// The graph.
  public let graph: CSRGraph
  /// The actor of each node, sorted by id.
  public var actors: [Actor] { nodes.actors }
  /// For each edge the positions in `snapshot.relations` of the relations behind it.
  package var relationPositions: [[Int]] {
    (0..<edges.edgeCount).map { edge in edges[edge].map { Int($0) } }
  }
  /// The snapshot it was made of.
  public let snapshot: Snapshot
  /// How it was made.
  public let projection: Projection
  /// How many relations counted.
  package let relationCount: Int
  /// How many relations were left out because they tie an actor to itself.
  package let droppedLoopCount: Int
  /// How many relations counted that tie an actor to itself.
  package let keptLoopCount: Int
  /// How many relations counted although nothing says when they began.
  package let undatedCount: Int

  private let nodes: ProjectedNodes
  private let edges: EdgeStatements

  init(
    graph: CSRGraph, nodes: ProjectedNodes, edges: EdgeStatements, snapshot: Snapshot, projection: Projection,
    relationCount: Int, droppedLoopCount: Int, keptLoopCount: Int, undatedCount: Int
  ) {
    self.graph = graph
    self.nodes = nodes
    self.edges = edges
    self.snapshot = snapshot
    self.projection = projection
    self.relationCount = relationCount
    self.droppedLoopCount = droppedLoopCount
    self.keptLoopCount = keptLoopCount
    self.undatedCount = undatedCount
  }

  /// The same graph as that of another snapshot that holds the same actors and relations.
  func showing(_ other: Snapshot) -> ProjectedGraph {
    ProjectedGraph(
      graph: graph, nodes: nodes, edges: edges, snapshot: other, projection: projection,
      relationCount: relationCount, droppedLoopCount: droppedLoopCount, keptLoopCount: keptLoopCount,
      undatedCount: undatedCount)
  }

  /// The node that stands for an actor: its own, or that of the whole it was rolled up into.
  public func node(ofActor id: String) -> Int? { nodes.node(ofActor: id) }

  /// The node of an actor that was not rolled up into another.
  package func ownNode(ofActor id: String) -> Int? { nodes.ownNode(ofActor: id) }

  /// The relations behind an edge.
  public func relations(ofEdge edge: Int) -> [Relation] {
    edges[edge].map { [relations = snapshot.relations] in relations[Int($0)] }
  }

  /// The probability that at least one relation behind an edge holds, as ``CombinedConfidence`` has it.
  package func confidence(ofEdge edge: Int) -> Double {
    let places = edges[edge]
    if places.count == 1, let place = places.first {
      let selection = snapshot.statements.selection
      return selection.table.confidences[Int(selection.rows[Int(place)])]
    }
    return CombinedConfidence(of: relations(ofEdge: edge), in: snapshot.network).value
  }

  /// An edge in words: its actors and relations, the first few where there are many.
  package func describe(edge: Int) -> String {
    let positions = edges[edge]
    let more = positions.count > 5 ? " and \(positions.count - 5) more" : ""
    let ids = positions.prefix(5).map { snapshot.relations[Int($0)].id }.joined(separator: ", ") + more
    let arrow = graph.isDirected ? "→" : "–"
    return "relation \(ids) (\(actors[graph.source(of: edge)].id) \(arrow) \(actors[graph.target(of: edge)].id))"
  }

  /// A node in words: its actor.
  package func describe(node: Int) -> String {
    let actor = actors[node]
    return actor.name == actor.id ? "actor \(actor.id)" : "actor \(actor.name) (\(actor.id))"
  }

  /// What its nodes and edges are called, for an error of an algorithm that ran on its graph.
  public var names: GraphNames { GraphNames(node: describe(node:), edge: describe(edge:)) }
}
