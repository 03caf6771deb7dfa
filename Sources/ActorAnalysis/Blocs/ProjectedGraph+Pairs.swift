import ActorModel
import GraphCore

extension ProjectedGraph {
  /// The same statements without direction: an edge for each pair of actors.
  ///
  /// Balance is a matter of pairs: a mutual relation and a tie that is answered in kind count once, as in the triangles of
  /// balance theory, and a pair whose friendly and hostile statements cancel is neutral. The nodes are the same.
  ///
  /// - Throws: `.undefined` where the statements cannot be projected without direction.
  package func pairs() throws(AlgorithmError) -> ProjectedGraph {
    guard graph.isDirected else { return self }
    var projection = projection
    projection.direction = .either
    do {
      return try projection.graph(of: snapshot, columns: [.strength, .sign])
    } catch {
      throw .undefined(reason: "the ties cannot be read without direction: \(error)", advice: "project another way")
    }
  }

  /// What comes of working on the pairs.
  ///
  /// - Throws: What the work throws; an edge at fault is named here, since the pairs have other numbers than this graph.
  func onPairs<Result>(
    _ work: (ProjectedGraph) throws(AlgorithmError) -> Result
  ) throws(AlgorithmError) -> Result {
    let pairs = try pairs()
    do throws(AlgorithmError) {
      return try work(pairs)
    } catch {
      guard case .unfitValue(let column, let edge, let value, let needed) = error else { throw error }
      throw .undefined(
        reason: "\(column.rawValue) \(value) of \(pairs.describe(edge: edge)) does not fit: \(needed)",
        advice: "change the strengths, or leave the relations out")
    }
  }
}
