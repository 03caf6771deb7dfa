import Foundation
import GraphAlgorithms
import GraphCore

/// How time and memory grow with the number of edges: graphs of 10³ to 10⁷ edges of one recipe, and the exponents.
struct Growth {
  let largest: Int
  let context: RunContext

  init(largest: Int, _ context: RunContext) {
    self.largest = largest
    self.context = context
  }

  /// Prints a Markdown table, a line for each size and one with the exponents.
  func run() throws {
    print("| edges | nodes | \(Self.measures.map(\.name).joined(separator: " | ")) | graph, MB | peak, MB |")
    print("|---:|---:|" + String(repeating: "---:|", count: Self.measures.count + 2))
    var logSizes: [Double] = []
    var columns = [[Double]](repeating: [], count: Self.measures.count + 1)
    var edgeCount = 1000
    while edgeCount <= largest {
      let drawn = RecursiveGraph(edgeCount: edgeCount)
      var graph = drawn.build()
      let building = Timing.seconds { graph = drawn.build() }
      var seconds = [building]
      for measure in Self.measures.dropFirst() {
        seconds.append(try Timing.best(of: edgeCount > 1_000_000 ? 1 : 3) { try measure.work(graph, context) })
      }
      let megabytes = [Double(graph.byteCount) / 1e6, Timing.peakMemory() / 1e6]
      let cells = seconds.map(Figures.short) + megabytes.map { Figures.text($0, places: 1) }
      print("| \(edgeCount) | \(graph.nodeCount) | \(cells.joined(separator: " | ")) |")
      logSizes.append(Double(edgeCount))
      for index in columns.indices { columns[index].append((seconds + megabytes)[index]) }
      edgeCount *= 10
    }
    let exponents = columns.map { Figures.text(Exponent.fitted(logSizes, $0), places: 2) }
    print("| **exponent** | | \(exponents.joined(separator: " | ")) | |")
  }

  private struct Measure: Sendable {
    let name: String
    let work: @Sendable (CSRGraph, RunContext) throws -> Void
  }

  private static let measures = [
    Measure(name: "build") { _, _ in },
    Measure(name: "PageRank") { _ = try PageRank(damping: 0.85, weight: .none).run(on: $0, in: $1) },
    Measure(name: "breadth first") { _ = try BreadthFirst(from: 0).run(on: $0, in: $1) },
    Measure(name: "lengths") { _ = try Dijkstra(from: 0, metric: .lengths).run(on: $0, in: $1) },
    Measure(name: "weak components") { _ = try WeakComponents().run(on: $0, in: $1) },
    Measure(name: "strong components") { _ = try StrongComponents().run(on: $0, in: $1) },
    Measure(name: "coreness") { _ = try Coreness().run(on: $0, in: $1) },
    Measure(name: "transitivity") { _ = try Transitivity().run(on: $0, in: $1) },
    Measure(name: "betweenness ± 0.05") {
      _ = try ApproximateBetweenness(epsilon: 0.05, metric: .steps).run(on: $0, in: $1)
    },
  ]
}

/// Graphs in which a few nodes have most of the ties: each edge falls into a quarter of the matrix again and again.
///
/// - Source: D. Chakrabarti, Y. Zhan, C. Faloutsos, SIAM Data Mining (2004), doi:10.1137/1.9781611972740.43.
struct RecursiveGraph {
  private let nodeCount: Int
  private var edges: [NodePair] = []
  private var lengths: [Double] = []

  /// Draws edges from a fixed seed, with lengths from 0.001 to 0.999; about a sixteenth as many nodes.
  init(edgeCount: Int) {
    var scale = 4
    while 16 << scale < edgeCount { scale += 1 }
    nodeCount = 1 << scale
    var random = SeededGenerator(seed: 1)
    edges.reserveCapacity(edgeCount)
    lengths.reserveCapacity(edgeCount)
    for _ in 0..<edgeCount {
      var source = 0
      var target = 0
      for bit in 0..<scale {
        let draw = random.nextUnit()
        if draw >= 0.76 { source |= 1 << bit }
        if (draw >= 0.57 && draw < 0.76) || draw >= 0.95 { target |= 1 << bit }
      }
      edges.append(NodePair(source, target))
      lengths.append(Double(1 + random.nextIndex(below: 999)) / 1000)
    }
  }

  /// The directed graph of the edges drawn.
  func build() -> CSRGraph {
    CSRGraph(nodeCount: nodeCount, edges: edges, isDirected: true, columns: EdgeColumns(lengths: lengths))
  }
}

/// The power of the size that fits measurements best.
enum Exponent {
  /// The slope of a straight line through the logarithms, by least squares, over the sizes whose measurement is not
  /// lost in the clock's noise.
  static func fitted(_ sizes: [Double], _ values: [Double]) -> Double {
    let points = zip(sizes, values).filter { $0.0 >= 10_000 && $0.1 > 0 }.map { (log($0.0), log($0.1)) }
    guard points.count > 1 else { return .nan }
    let count = Double(points.count)
    let x = points.reduce(0) { $0 + $1.0 } / count
    let y = points.reduce(0) { $0 + $1.1 } / count
    let covariance = points.reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) }
    return covariance / points.reduce(0) { $0 + ($1.0 - x) * ($1.0 - x) }
  }
}
