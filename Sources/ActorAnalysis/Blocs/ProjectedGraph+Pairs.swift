import ActorModel
import GraphCore

extension ProjectedGraph {
  /// The same statements without direction: an edge for each pair of actors.
  ///
  /// Balance is a matter of pairs: a mutual relation and a tie that is answered in kind count once, as in the triangles of
  /// balance theory, and a pair whose friendly and hostile statements cancel is neutral. The nodes are the same.
  ///
  /// - Throws: `.undefined` where the statements cannot be projected without direction.
  public func pairs() throws(AlgorithmError) -> ProjectedGraph {
    guard graph.isDirected else { return self }
    var projection = projection
    projection.direction = .either
    do {
      return try projection.graph(of: snapshot, columns: [.strength, .sign])
    } catch {
      throw .undefined(reason: "the ties cannot be read without direction: \(error)", advice: "project another way")
    }
  }
}
