import ActorAnalysis
import ActorModel
import GraphCore
import ModelTestSupport

extension Sample {
  /// The graph of some relations under the default projection, changed as asked for.
  static func project(
    _ relations: [Relation], actors: [Actor]? = nil, sources: [Source] = [],
    _ change: (inout Projection) -> Void = { _ in }
  ) throws -> ProjectedGraph {
    try project(try network(relations, actors: actors, sources: sources), change)
  }

  /// The graph of a network on its last day, under the default projection, changed as asked for.
  static func project(
    _ network: ActorNetwork, _ change: (inout Projection) -> Void = { _ in }
  ) throws -> ProjectedGraph {
    var projection = Projection()
    change(&projection)
    return try projection.graph(of: Snapshot(of: network))
  }

  /// Relations `R1`, `R2` … each from its ends and a strength: `("A>B", 0.5)`.
  static func ties(_ ties: (ends: String, strength: Double)...) -> [Relation] {
    ties.enumerated().map { i, tie in relation("R\(i + 1)", tie.ends) { $0.strength = tie.strength } }
  }

  /// A random network of up to 7 actors with few distinct strengths and confidences, so that ties happen.
  static func randomRelations(seed: Int, count: Int = 14) -> [Relation] {
    var random = SeededGenerator(seed: UInt64(seed))
    return (0..<count).map { i in
      let a = random.nextIndex(below: 7)
      let b = random.nextIndex(below: 7)
      return relation("R\(i)", "N\(a)\(random.nextIndex(below: 4) == 0 ? "-" : ">")N\(b)") {
        $0.strength = [0.25, 0.5, 1][random.nextIndex(below: 3)]
        $0.confidence = [0.25, 0.5, 1][random.nextIndex(below: 3)]
        $0.sign = Sign.allCases[random.nextIndex(below: 3)]
        $0.type = ["t", "u"][random.nextIndex(below: 2)]
      }
    }
  }

  /// A measure by its text.
  static func measure(_ text: String) throws -> MeasureChoice { try MeasureCatalog().choice(text) }
}
