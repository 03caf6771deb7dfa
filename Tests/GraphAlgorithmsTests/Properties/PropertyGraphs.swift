import Foundation
import GraphCore
import TestSupport
import Testing

/// A random graph that says how it was made, so that a failure can be repeated.
struct SeededGraph: Sendable, CustomStringConvertible, CustomTestStringConvertible {
  let recipe: GraphRecipe
  let seed: UInt64
  let graph: CSRGraph

  init(_ recipe: GraphRecipe, seed: UInt64) {
    self.recipe = recipe
    self.seed = seed
    graph = RandomGraphs.graph(recipe, seed: seed)
  }

  var description: String { "RandomGraphs.graph(\(recipe), seed: \(seed))" }
  var testDescription: String { description }
}

/// The random graphs on which properties are checked.
enum PropertyGraphs {
  /// How many graphs of each recipe; the environment variable ACTORGRAPH_PROPERTY_ROUNDS asks for more.
  static let rounds =
    ProcessInfo.processInfo.environment["ACTORGRAPH_PROPERTY_ROUNDS"].flatMap { Int($0) } ?? 1

  /// Sparse and dense, directed and undirected, in one piece and in several, without loops and parallels; with
  /// lengths, strengths and signs, which an algorithm takes or leaves.
  static let simple = graphs([
    GraphRecipe(nodes: 12, edges: 16, isDirected: false, weightSteps: 4),
    GraphRecipe(nodes: 9, edges: 40, isDirected: false, weightSteps: 3),
    GraphRecipe(nodes: 15, edges: 11, isDirected: false, weightSteps: 2),
    GraphRecipe(nodes: 10, edges: 30, isDirected: true, weightSteps: 4),
    GraphRecipe(nodes: 13, edges: 16, isDirected: true, weightSteps: 3),
    GraphRecipe(nodes: 7, edges: 60, isDirected: true, weightSteps: 9),
  ])

  /// Graphs with loops and parallels.
  static let multiple = graphs([
    GraphRecipe(nodes: 8, edges: 22, isDirected: false, allowsLoopsAndParallels: true, weightSteps: 3),
    GraphRecipe(nodes: 8, edges: 26, isDirected: true, allowsLoopsAndParallels: true, weightSteps: 3),
  ])

  static let all = simple + multiple

  private static func graphs(_ recipes: [GraphRecipe]) -> [SeededGraph] {
    recipes.enumerated().flatMap { index, recipe in
      (0..<rounds).map { SeededGraph(recipe, seed: UInt64(7000 + 1000 * index + $0)) }
    }
  }
}

extension CSRGraph {
  /// The graph and a node that has the same edges as this one, numbered last.
  func withTwin(of node: Int) -> CSRGraph {
    let pairs = pairs
    let copied = pairs.indices.filter { (pairs[$0].source == node) != (pairs[$0].target == node) }
    let twin = nodeCount
    let edges = copied.map { edge in
      NodePair(
        pairs[edge].source == node ? twin : pairs[edge].source, pairs[edge].target == node ? twin : pairs[edge].target)
    }
    let order = Array(pairs.indices) + copied
    return CSRGraph(
      nodeCount: nodeCount + 1, edges: pairs + edges, isDirected: isDirected, columns: columns(order))
  }

  /// The graph without self-loops.
  func withoutLoops() -> CSRGraph {
    let pairs = pairs
    let kept = pairs.indices.filter { pairs[$0].source != pairs[$0].target }
    return CSRGraph(nodeCount: nodeCount, edges: kept.map { pairs[$0] }, isDirected: isDirected, columns: columns(kept))
  }

  /// One edge for each pair: the shortest, the strengths added up.
  func collapsed() -> CSRGraph {
    let grouped = Dictionary(grouping: 0..<edgeCount) { pairs[$0] }.sorted {
      ($0.key.source, $0.key.target) < ($1.key.source, $1.key.target)
    }
    return CSRGraph(
      nodeCount: nodeCount, edges: grouped.map(\.key), isDirected: isDirected,
      columns: EdgeColumns(
        lengths: lengths.map { column in grouped.map { $0.value.map { column[$0] }.min() ?? 0 } },
        strengths: strengths.map { column in grouped.map { $0.value.reduce(0) { $0 + column[$1] } } }))
  }

  /// How many edges each pair has, as strengths of the graph with one edge for each pair.
  func counted() -> CSRGraph { withStrengths([Double](repeating: 1, count: edgeCount)).collapsed() }

  /// Every edge cut into two of half its length, at nodes numbered after the others in the order of the edges.
  func halved() -> CSRGraph {
    let pairs = pairs
    let edges = pairs.indices.flatMap { edge in
      [NodePair(pairs[edge].source, nodeCount + edge), NodePair(nodeCount + edge, pairs[edge].target)]
    }
    let halves = lengths.map { column in column.flatMap { [$0 / 2, $0 / 2] } }
    return CSRGraph(
      nodeCount: nodeCount + edgeCount, edges: edges, isDirected: isDirected, columns: EdgeColumns(lengths: halves))
  }

  /// Columns in another order of edges.
  private func columns(_ order: [Int]) -> EdgeColumns {
    EdgeColumns(
      lengths: lengths.map { column in order.map { column[$0] } },
      strengths: strengths.map { column in order.map { column[$0] } },
      signs: signs.map { column in order.map { column[$0] } },
      signedStrengths: signedStrengths.map { column in order.map { column[$0] } })
  }
}
