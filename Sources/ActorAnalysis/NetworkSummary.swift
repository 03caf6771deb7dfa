import ActorModel
import GraphAlgorithms
import GraphCore

/// Counts of a network and of the graph that a snapshot of it makes.
package struct NetworkSummary: Sendable, Hashable {
  /// Actors in the file.
  package let actors: Int
  /// Relations in the file.
  package let relations: Int
  /// Sources in the file.
  package let sources: Int
  /// Sources in the file when copies of one report count once.
  package let independentSources: Int
  /// Relations about which sources disagree.
  package let disputedRelations: Int
  /// Relations of which nothing says when they began.
  package let undatedRelations: Int
  /// How many relations of the file have each status.
  package let relationsByStatus: [CountedName]
  /// How many relations of the file have each sign.
  package let relationsBySign: [CountedName]
  /// How many actors of the file have each kind.
  package let actorsByKind: [CountedName]
  /// The first day that anything is dated to.
  package let firstDay: Day?
  /// The day that counts unless another is asked for.
  package let lastDay: Day?
  /// Nodes of the graph looked at.
  package let nodes: Int
  /// Edges of the graph looked at.
  package let edges: Int
  /// Relations behind the edges.
  package let relationsInGraph: Int
  /// Whether the graph has directions.
  package let isDirected: Bool
  /// Weakly connected components of the graph, isolated actors included.
  package let components: Int
  /// Actors in the largest of them.
  package let largestComponent: Int
  /// Actors without ties.
  package let isolates: Int
  /// Share of the possible edges that there are: pairs of different actors tied, over all pairs.
  package let density: Double

  /// Counts a network and a projected graph of it.
  ///
  /// Density counts ordered pairs in a directed graph and unordered ones in an undirected graph; parallel edges and
  /// loops count once and not at all.
  package init(of projected: ProjectedGraph, in context: RunContext = RunContext()) throws(AlgorithmError) {
    let network = projected.snapshot.network
    actors = network.actors.count
    relations = network.relations.count
    sources = network.sources.count
    independentSources = Set(network.originals().values).count
    disputedRelations = network.relations.count(where: \.isDisputed)
    undatedRelations = network.relations.count(where: \.isUndated)
    relationsByStatus = Status.allCases.map { status in
      CountedName(name: status.rawValue, count: network.relations.count { $0.status == status })
    }
    relationsBySign = Sign.allCases.map { sign in
      CountedName(name: sign.rawValue, count: network.relations.count { $0.sign == sign })
    }
    actorsByKind = ActorKind.allCases.compactMap { kind in
      let count = network.actors.count { $0.kind == kind }
      return count > 0 ? CountedName(name: kind.rawValue, count: count) : nil
    }
    firstDay = network.firstDay
    lastDay = network.lastDay
    let graph = projected.graph
    nodes = graph.nodeCount
    edges = graph.edgeCount
    relationsInGraph = projected.relationCount
    isDirected = graph.isDirected
    let partition = try WeakComponents().run(on: graph, in: context)
    components = partition.groupCount
    largestComponent = partition.members().map(\.count).max() ?? 0
    isolates = (0..<graph.nodeCount).count { graph.out.count(of: $0) == 0 && graph.incoming.count(of: $0) == 0 }
    density = try Density().run(on: graph, in: context).density
  }
}

/// A name and how often it occurs.
package struct CountedName: Sendable, Hashable {
  /// What is counted.
  package let name: String
  /// How often.
  package let count: Int
}
