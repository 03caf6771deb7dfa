import ActorModel
import GraphAlgorithms
import GraphCore

/// Divides the actors into blocs, and says how well the division fits and how balanced the network is.
///
/// Balance is a matter of pairs: it looks at the same statements without direction, so that a mutual relation and a tie
/// that is answered in kind count once, as in the triangles of balance theory. A pair whose friendly and hostile
/// statements cancel is neutral.
public struct BlocAnalysis: Sendable {
  /// Where the blocs come from.
  public enum Method: Sendable {
    /// From the ties, by an algorithm.
    case found(AlgorithmChoice<Partition>)
    /// From the file: an actor's first bloc on the day looked at; actors without one stand alone.
    case given
    /// From the file: what sort of actor it is; actors of unknown sort stand alone.
    case kind
    /// From the file: the value of an attribute; actors without it stand alone.
    case attribute(String)
  }

  /// Where the blocs come from.
  public var method: Method
  /// How many steps the proof of the least frustration may take; beyond them a lower bound is given.
  public var searchLimit = 50_000
  /// Seed of random choices.
  public var seed: UInt64 = 1

  /// An analysis by a method.
  public init(by method: Method) { self.method = method }

  /// Divides a graph.
  ///
  /// - Throws: What the method throws; `.cancelled`.
  public func run(on projected: ProjectedGraph, in context: RunContext = RunContext()) throws(AlgorithmError)
    -> BlocResult
  {
    let partition = try method.partition(of: projected, needed: false, context)
    let modularity = try Modularity(of: partition).run(on: projected.graph, in: context)
    let groups = partition.members().map { nodes in
      BlocGroup(name: method.name(of: nodes, in: projected), actors: nodes.map { projected.actors[$0] })
    }
    let order = groups.indices.sorted { a, b in
      groups[a].actors.count != groups[b].actors.count ? groups[a].actors.count > groups[b].actors.count : a < b
    }
    return BlocResult(
      groups: order.map { groups[$0] }, partition: partition, modularity: modularity.value,
      balance: try balance(of: try Self.pairs(of: projected), context))
  }

  /// The same statements without direction: an edge for each pair of actors.
  static func pairs(of projected: ProjectedGraph) throws(AlgorithmError) -> ProjectedGraph {
    guard projected.graph.isDirected else { return projected }
    var projection = projected.projection
    projection.direction = .either
    do {
      return try projection.graph(of: projected.snapshot)
    } catch {
      throw .undefined(reason: "the ties cannot be read without direction: \(error)", advice: "project another way")
    }
  }

  private func balance(of projected: ProjectedGraph, _ context: RunContext) throws(AlgorithmError) -> SignedBalance? {
    let graph = projected.graph
    guard let signs = graph.signs, signs.contains(where: { $0 != 0 }) else { return nil }
    let triangles = try SignedTriangles().run(on: graph, in: context)
    let frustration = try FrustrationIndex(searchLimit: searchLimit, seed: seed).run(on: graph, in: context)
    let relations = frustration.frustratedEdges.flatMap { projected.relations(ofEdge: $0) }.map(\.id)
    return SignedBalance(
      triangles: triangles.balanced + triangles.unbalanced, balanced: triangles.balanced,
      degree: triangles.degreeOfBalance, frustration: frustration.index, lowerBound: frustration.lowerBound,
      isOptimal: frustration.isOptimal, frustratedRelations: Set(relations).sorted(),
      camps: frustration.camps.members().map { camp in
        camp.filter { Self.hasSignedTie($0, graph, signs) }.map { projected.actors[$0] }
      }.filter { !$0.isEmpty })
  }

  /// An actor without friends and enemies is in no camp.
  private static func hasSignedTie(_ node: Int, _ graph: CSRGraph, _ signs: [Int8]) -> Bool {
    [graph.out, graph.incoming].contains { adjacency in
      adjacency.range(of: node).contains { signs[adjacency.edge(ofArc: $0)] != 0 }
    }
  }
}

/// A division into blocs.
public struct BlocResult: Sendable, Hashable {
  /// The blocs, the largest first.
  public let groups: [BlocGroup]
  /// The same by node.
  public let partition: Partition
  /// How much more the blocs hold together than chance would have it.
  public let modularity: Double
  /// Balance of friendly and hostile ties; `nil` where no tie has a sign.
  public let balance: SignedBalance?
}

/// One bloc.
public struct BlocGroup: Sendable, Hashable {
  /// Its name, where the file gives one; `nil` for blocs that were found.
  public let name: String?
  /// Its actors, sorted by id.
  public let actors: [Actor]
}

/// How far friends of friends are friends, and enemies of enemies too.
public struct SignedBalance: Sendable, Hashable {
  /// Triangles of ties with signs.
  public let triangles: Int
  /// Triangles whose signs multiply to +.
  public let balanced: Int
  /// Their share; `nil` without triangles.
  public let degree: Double?
  /// The least number of ties whose signs contradict the best division into two camps.
  public let frustration: Double
  /// What the frustration is proved to be at least.
  public let lowerBound: Double
  /// Whether the frustration is proved to be the least.
  public let isOptimal: Bool
  /// The relations behind the ties that contradict the two camps, sorted by id.
  public let frustratedRelations: [String]
  /// The two camps of the best division found.
  public let camps: [[Actor]]
}
