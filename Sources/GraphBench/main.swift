import GraphAlgorithms
import GraphCore
import Foundation

func load(_ path: String) -> CSRGraph {
  let text = try! String(contentsOfFile: path, encoding: .utf8)
  var edges: [NodePair] = []; var w: [Double] = []; var n = 0
  for line in text.utf8.split(separator: 10) {
    let p = line.split(separator: 32).map { String($0)! }
    let a = Int(p[0])!, b = Int(p[1])!
    edges.append(NodePair(a, b)); w.append(Double(p[2])!); n = max(n, a + 1, b + 1)
  }
  return CSRGraph(nodeCount: n, edges: edges, isDirected: true, columns: EdgeColumns(lengths: w, strengths: w))
}
func timed(_ name: String, runs: Int = 3, _ f: () throws -> Void) rethrows {
  var best = Double.infinity
  for _ in 0..<runs { let t = ContinuousClock.now; try f(); let d = ContinuousClock.now - t; best = min(best, Double(d.components.attoseconds) * 1e-18 + Double(d.components.seconds)) }
  print("actorgraph\t\(name)\t\(best)")
}
let g = load("/tmp/bench/actors-10k.wel")
let threads = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1])! : 2
let c = RunContext(threads: threads)
var a: [Double] = [], b: [Double] = []
try timed("betweenness batched", runs: 3) { a = try Betweenness(scale: .pairs, metric: .steps).run(on: g, in: c).values }
//try timed("betweenness lengths", runs: 1) { b = try Betweenness(scale: .pairs, metric: .lengths).run(on: g, in: c).values }
print(a.reduce(0, +), a.max()!)
