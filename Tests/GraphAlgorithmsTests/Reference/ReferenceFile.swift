import Foundation
import GraphAlgorithms
import GraphCore
import Testing

/// The graphs and values that `Oracle/reference_values.py` froze.
enum Reference {
  /// What one library says about every graph.
  struct Library: Decodable, Sendable {
    /// The values of one measure and the calls that gave them.
    struct Measure: Decodable, Sendable {
      let calls: [String]
      /// By name of the graph; `nil` is unreachable.
      let values: [String: [Double?]]
    }

    let library: String
    let version: String
    let measures: [String: Measure]
  }

  /// A graph with its name and origin.
  struct Graph: Sendable {
    let name: String
    let note: String
    let graph: CSRGraph
  }

  private struct GraphList: Decodable {
    struct Record: Decodable {
      let name: String
      let note: String
      let nodes: Int
      let directed: Bool
      let edges: [Int]
      let strengths: [Double]?
      let lengths: [Double]?
      let signs: [Int8]?
    }

    let graphs: [Record]
  }

  /// Everything that was frozen, read once.
  struct Frozen: Sendable {
    let graphs: [Graph]
    let libraries: [Library]
  }

  /// The graphs, and what NetworkX and igraph say about them.
  static let frozen = Result {
    Frozen(graphs: try readGraphs(), libraries: try ["networkx", "igraph"].map { try decode(Library.self, $0) })
  }

  private static func readGraphs() throws -> [Graph] {
    try decode(GraphList.self, "reference-graphs").graphs.map { record in
      let signed = record.signs.map { signs in
        signs.enumerated().map { Double($0.element) * (record.strengths?[$0.offset] ?? 1) }
      }
      let edges = stride(from: 0, to: record.edges.count, by: 2).map {
        NodePair(record.edges[$0], record.edges[$0 + 1])
      }
      return Graph(
        name: record.name, note: record.note,
        graph: CSRGraph(
          nodeCount: record.nodes, edges: edges, isDirected: record.directed,
          columns: EdgeColumns(
            lengths: record.lengths, strengths: record.strengths, signs: record.signs, signedStrengths: signed)))
    }
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Resources"))
    return try JSONDecoder().decode(type, from: Data(contentsOf: url))
  }
}

/// A measure as the libraries were asked for it.
struct ReferenceMeasure: Sendable {
  let name: String
  let values: @Sendable (CSRGraph) throws -> [Double]

  init(_ name: String, _ values: @escaping @Sendable (CSRGraph) throws -> [Double]) {
    self.name = name
    self.values = values
  }

  /// A measure of nodes.
  init<Measure: NodeMeasure>(_ name: String, _ measure: Measure) {
    self.init(name) { try measure.run(on: $0).values }
  }

  /// All measures that at least one of the libraries has.
  static let all: [ReferenceMeasure] = ties + distances + paths + walks + cuts + structure
}

extension CSRGraph {
  /// The numbers of all nodes.
  var nodes: Range<Int> { 0..<nodeCount }
}
