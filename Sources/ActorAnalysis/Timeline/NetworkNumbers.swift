import ActorModel
import GraphAlgorithms
import GraphCore

/// Computes numbers that describe a graph as a whole.
struct NetworkNumbers {
  /// How many steps the proof of the least frustration may take.
  var searchLimit: Int
  /// What a friendly or hostile tie weighs in the frustration.
  var weighing: SignedWeighing
  /// Seed of random choices.
  var seed: UInt64

  /// The numbers of a graph; `nil` where one is not defined.
  func values(
    _ measures: [NetworkMeasure], of projected: ProjectedGraph, in context: RunContext
  ) throws(AlgorithmError) -> [Double?] {
    var frustration: FrustrationResult?
    var triangles: SignedTriangleCount?
    let isSigned = measures.contains { [.frustration, .frustrationBound, .balance].contains($0) }
    if isSigned, Self.hasSigns(projected.graph) {
      // Balance is a matter of pairs, as in the analysis of blocs.
      try projected.onPairs { pairs throws(AlgorithmError) in
        if measures.contains(.balance) { triangles = try SignedTriangles().run(on: pairs.graph, in: context) }
        guard measures.contains(.frustration) || measures.contains(.frustrationBound) else { return }
        var index = FrustrationIndex(weighing: weighing, searchLimit: searchLimit, seed: seed)
        index.comparesDivisions = false
        frustration = try index.run(on: pairs.graph, in: context)
      }
    }
    var values: [Double?] = []
    for measure in measures {
      switch measure {
      case .frustration: values.append(frustration?.index)
      case .frustrationBound: values.append(frustration?.lowerBound)
      case .balance: values.append(triangles?.degreeOfBalance)
      default: values.append(try value(measure, of: projected, in: context))
      }
    }
    return values
  }

  private func value(
    _ measure: NetworkMeasure, of projected: ProjectedGraph, in context: RunContext
  ) throws(AlgorithmError) -> Double? {
    let graph = projected.graph
    switch measure {
    case .actors: return Double(graph.nodeCount)
    case .tied:
      return Double((0..<graph.nodeCount).count { graph.out.count(of: $0) > 0 || graph.incoming.count(of: $0) > 0 })
    case .relations: return Double(projected.relationCount)
    case .ties: return Double(try Density().run(on: graph, in: context).tiedPairs)
    case .hostile: return Double(graph.signs?.count { $0 < 0 } ?? 0)
    case .density: return try Density().run(on: graph, in: context).density
    case .components: return Double(try WeakComponents().run(on: graph, in: context).groupCount)
    case .largest: return Double(try WeakComponents().run(on: graph, in: context).members().map(\.count).max() ?? 0)
    case .reciprocity:
      return try defined { () throws(AlgorithmError) in
        try Reciprocity().run(on: graph, in: context).reciprocity
      }
    case .transitivity:
      return try defined { () throws(AlgorithmError) in
        try Transitivity().run(on: graph, in: context).transitivity
      }
    case .balance, .frustration, .frustrationBound, .turnover, .added, .ended, .flips: return nil
    }
  }

  /// A number, or none where it is not defined.
  private func defined(_ number: () throws(AlgorithmError) -> Double) throws(AlgorithmError) -> Double? {
    do throws(AlgorithmError) {
      let value = try number()
      return value.isFinite ? value : nil
    } catch .cancelled {
      throw .cancelled
    } catch {
      return nil
    }
  }

  private static func hasSigns(_ graph: CSRGraph) -> Bool { graph.signs?.contains { $0 != 0 } ?? false }

  /// A number that says how a graph differs from the one before; ties are told by the ids of their actors.
  static func change(_ measure: NetworkMeasure, from earlier: ProjectedGraph, to later: ProjectedGraph) -> Double {
    if measure == .flips {
      return Double(DyadChange.found(before: earlier, after: later).count { $0.kind == .flipped })
    }
    let before = ties(of: earlier)
    let after = ties(of: later)
    switch measure {
    case .added: return Double(after.subtracting(before).count)
    case .ended: return Double(before.subtracting(after).count)
    default:
      let all = before.union(after).count
      return all == 0 ? 0 : Double(before.symmetricDifference(after).count) / Double(all)
    }
  }

  private struct Tie: Hashable {
    let source: String
    let target: String
  }

  private static func ties(of projected: ProjectedGraph) -> Set<Tie> {
    let graph = projected.graph
    return Set(
      (0..<graph.edgeCount).map { edge in
        Tie(source: projected.actors[graph.source(of: edge)].id, target: projected.actors[graph.target(of: edge)].id)
      })
  }
}
