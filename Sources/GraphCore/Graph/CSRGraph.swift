/// An immutable graph in compressed sparse row form, the only shape that an algorithm ever sees.
///
/// Nodes are numbered `0..<nodeCount` and edges `0..<edgeCount`. Both directions are stored: ``out`` lists for each
/// node the edges that leave it, ``incoming`` those that arrive. In an undirected graph an edge is two *arcs* with
/// one edge number, the two adjacencies are the same storage, and a self-loop is two arcs at its node, so that it
/// adds 2 to the degree.
///
/// **Numbering.** Edges are renumbered in the order (source, target, position in the input); an undirected edge
/// counts from its smaller end. The graph is thus the same whatever the order of the input, up to the order among
/// parallel edges; ``GraphBuild/inputPositions`` leads from an edge back to what it was made from.
///
/// **Columns.** `lengths` (more is farther), `strengths` (more is closer), `signs` (−1, 0, 1) and `signedStrengths`
/// are separate arrays by edge number: work that does not need a column never loads it.
public struct CSRGraph: Sendable {
  /// How many nodes there are; isolated ones count.
  public let nodeCount: Int
  /// How many edges there are; an undirected edge counts once.
  public let edgeCount: Int
  /// Whether edges have a direction.
  public let isDirected: Bool

  let storage: Storage

  /// The arcs that leave each node.
  public var out: Adjacency { storage.out }
  /// The arcs that arrive at each node; the same as ``out`` when the graph is undirected.
  public var incoming: Adjacency { storage.incoming }
  /// Length of each edge: more is farther. `nil` when the graph has none.
  public var lengths: [Double]? { storage.columns.lengths }
  /// Strength of each edge: more is closer. `nil` when the graph has none.
  public var strengths: [Double]? { storage.columns.strengths }
  /// Sign of each edge, −1, 0 or 1. `nil` when the graph has none.
  public var signs: [Int8]? { storage.columns.signs }
  /// Sum of sign × strength of what each edge was made from. `nil` when the graph has no signs.
  public var signedStrengths: [Double]? { storage.columns.signedStrengths }
  /// Least, greatest and sum of the lengths; those of no values when the graph has none.
  package var lengthRange: ValueRange { storage.lengthRange }
  /// All columns together.
  package var columns: EdgeColumns { storage.columns }

  /// One shared, immutable block behind every copy of the graph.
  final class Storage: Sendable {
    let out: Adjacency
    let incoming: Adjacency
    /// First arc of each edge in `out`; empty when arc and edge number are the same (directed graphs).
    let arcOfEdge: [Int32]
    let columns: EdgeColumns
    /// Found once, because every search must know that no length is negative.
    let lengthRange: ValueRange

    init(out: Adjacency, incoming: Adjacency, arcOfEdge: [Int32], columns: EdgeColumns) {
      self.out = out
      self.incoming = incoming
      self.arcOfEdge = arcOfEdge
      self.columns = columns
      lengthRange = ValueRange(columns.lengths ?? [])
    }
  }

  init(nodeCount: Int, edgeCount: Int, isDirected: Bool, storage: Storage) {
    self.nodeCount = nodeCount
    self.edgeCount = edgeCount
    self.isDirected = isDirected
    self.storage = storage
  }

  /// The node an edge starts from; the smaller end of an undirected edge.
  ///
  /// - Complexity: O(log n).
  public func source(of edge: Int) -> Int {
    precondition(edge >= 0 && edge < edgeCount, "edge \(edge) is not in 0..<\(edgeCount)")
    return out.owner(ofArc: arc(of: edge))
  }

  /// The node an edge leads to; the larger end of an undirected edge.
  ///
  /// - Complexity: O(1).
  public func target(of edge: Int) -> Int {
    precondition(edge >= 0 && edge < edgeCount, "edge \(edge) is not in 0..<\(edgeCount)")
    return Int(out.targets[arc(of: edge)])
  }

  /// Position in ``out`` of an edge's first arc.
  func arc(of edge: Int) -> Int {
    storage.arcOfEdge.isEmpty ? edge : Int(storage.arcOfEdge[edge])
  }

  /// The same nodes and edges with other columns.
  ///
  /// - Precondition: Each column given has one value for each edge.
  public func replacing(columns: EdgeColumns) -> CSRGraph {
    columns.checkCounts(edgeCount: edgeCount)
    let storage = Storage(
      out: storage.out, incoming: storage.incoming, arcOfEdge: storage.arcOfEdge, columns: columns)
    return CSRGraph(nodeCount: nodeCount, edgeCount: edgeCount, isDirected: isDirected, storage: storage)
  }

  /// The same graph with every edge turned round. Edge numbers stay those of this graph's ``incoming`` order.
  ///
  /// - Returns: A build whose ``GraphBuild/inputPositions`` are edge numbers of this graph.
  /// - Complexity: O(n + m).
  public func reversed() -> GraphBuild {
    var builder = GraphBuilder(nodeCount: nodeCount, isDirected: isDirected)
    builder.reserve(edgeCount)
    for edge in 0..<edgeCount { builder.addEdge(from: target(of: edge), to: source(of: edge)) }
    return builder.build(columns: columns)
  }

  /// The nodes that each of the given adjacency's arcs of `node` leads to, in ascending order.
  public func neighbors(of node: Int, _ direction: EdgeDirection = .out) -> ArraySlice<Int32> {
    let adjacency = adjacency(direction)
    return adjacency.targets[adjacency.range(of: node)]
  }

  /// The adjacency that follows edges in a direction.
  ///
  /// Both directions of a directed graph are merged into a new adjacency, in which every edge is two arcs, as in an
  /// undirected graph; take it once, outside of loops.
  ///
  /// - Complexity: O(1); O(n + m) for `.all` on a directed graph.
  public func adjacency(_ direction: EdgeDirection) -> Adjacency {
    switch direction {
    case .out: out
    case .in: incoming
    case .all: isDirected ? out.merged(with: incoming) : out
    }
  }
}
