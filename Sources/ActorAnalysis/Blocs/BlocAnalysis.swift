import ActorModel
import GraphAlgorithms
import GraphCore

/// Divides the actors into blocs, and says how well the division fits and how balanced the network is.
public struct BlocAnalysis: Sendable {
  /// Where the blocs come from.
  public enum Method: Sendable {
    /// From the ties, by an algorithm.
    case found(AlgorithmChoice<Partition>)
    /// From the file: an actor's first bloc on the day looked at; actors without one stand alone.
    case given
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
    let graph = projected.graph
    let partition =
      switch method {
      case .found(let choice): try choice.run(on: graph, in: context)
      case .given: Partition(labels: Self.labels(of: projected))
      }
    let modularity = try Modularity(of: partition).run(on: graph, in: context)
    let names = Self.names(of: partition, projected)
    let groups = partition.members().enumerated().map { group, nodes in
      BlocGroup(name: method.isGiven ? names[group] : nil, actors: nodes.map { projected.actors[$0] })
    }
    let order = groups.indices.sorted { a, b in
      groups[a].actors.count != groups[b].actors.count ? groups[a].actors.count > groups[b].actors.count : a < b
    }
    return BlocResult(
      groups: order.map { groups[$0] }, partition: partition, modularity: modularity.value,
      balance: try balance(of: projected, context))
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

  /// For each node the first bloc it belongs to in the days looked at; a label of its own where there is none.
  private static func labels(of projected: ProjectedGraph) -> [String] {
    projected.actors.map { actor in
      let days = projected.snapshot.days
      let current = actor.blocs.first { membership in days.map { membership.interval.overlaps($0) } ?? true }
      return current.map { "bloc " + $0.bloc } ?? "actor " + actor.id
    }
  }

  private static func names(of partition: Partition, _ projected: ProjectedGraph) -> [String] {
    let labels = labels(of: projected)
    return partition.members().map { nodes in
      let label = nodes.first.map { labels[$0] } ?? ""
      return label.hasPrefix("bloc ")
        ? projected.snapshot.network.name(ofBloc: String(label.dropFirst(5))) : "no bloc"
    }
  }
}

extension BlocAnalysis.Method {
  /// Whether the blocs are those of the file.
  public var isGiven: Bool { if case .given = self { true } else { false } }
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
  /// Its name, where the file gives one.
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
