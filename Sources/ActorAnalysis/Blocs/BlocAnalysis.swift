import ActorModel
import GraphAlgorithms
import GraphCore

/// Divides the actors into blocs, and says how well the division fits and how balanced the network is.
///
/// Balance is a matter of pairs, as ``BalanceAnalysis`` says. Where blocs are two camps, they are the camps of the
/// balance: there is one division.
package struct BlocAnalysis: Sendable {
  /// Where the blocs come from.
  package enum Method: Sendable {
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
  package var method: Method
  /// What a friendly or hostile tie weighs in the balance, unless the method says so.
  package var weighing = SignedWeighing.automatic
  /// How many steps the proof of the least frustration may take; beyond them a lower bound is given.
  package var searchLimit = BlocAnalysis.standardSearchLimit
  /// Seconds after which the proof ends, whatever the number of steps; `nil` for a limit in steps.
  package var proofSeconds: Int?
  /// Seed of random choices.
  package var seed: UInt64 = 1

  /// How many steps the proof may take unless something else is asked for.
  package static let standardSearchLimit = FrustrationIndex().searchLimit

  /// An analysis by a method.
  package init(by method: Method) { self.method = method }

  /// Divides a graph.
  ///
  /// - Throws: What the method throws; `.cancelled`.
  package func run(on projected: ProjectedGraph, in context: RunContext = RunContext()) throws(AlgorithmError)
    -> BlocResult
  {
    let balance = try balance(of: projected, context)
    let partition =
      method.isTwoCamps
      ? balance?.partition ?? Partition(labels: Array(projected.actors.indices))
      : try method.partition(of: projected, needed: false, context)
    let modularity = try Modularity(of: partition).run(on: projected.graph, in: context)
    let groups = partition.members().map { nodes in
      BlocGroup(name: method.name(of: nodes, in: projected), actors: nodes.map { projected.actors[$0] })
    }
    let order = groups.indices.sorted { a, b in
      groups[a].actors.count != groups[b].actors.count ? groups[a].actors.count > groups[b].actors.count : a < b
    }
    return BlocResult(
      groups: order.map { groups[$0] }, partition: partition, modularity: modularity.value,
      balance: balance,
      isOfCamps: method.isTwoCamps)
  }

  private func balance(of projected: ProjectedGraph, _ context: RunContext) throws(AlgorithmError) -> SignedBalance? {
    guard let signs = projected.graph.signs, signs.contains(where: { $0 != 0 }) else { return nil }
    return try BalanceAnalysis(frustration).run(on: projected, in: context)
  }

  private var frustration: FrustrationIndex {
    if case .found(let choice) = method, method.isTwoCamps { return FrustrationIndex(options: choice.options) }
    return FrustrationIndex(weighing: weighing, searchLimit: searchLimit, proofSeconds: proofSeconds, seed: seed)
  }
}

extension BlocAnalysis.Method {
  /// Whether blocs are the two camps of least frustration.
  var isTwoCamps: Bool {
    if case .found(let choice) = self { choice.summary.id == TwoCampSplit.summary.id } else { false }
  }
}

extension FrustrationIndex {
  /// The index with the options of a split into two camps, which are of the same names.
  fileprivate init(options: [AlgorithmOption]) {
    self.init()
    for option in options {
      for parameter in Self.parameters where parameter.name == option.name {
        let isSet = parameter.write(&self, option.value)
        precondition(isSet, "two algorithms with the same options")
      }
    }
  }
}

/// A division into blocs.
package struct BlocResult: Sendable, Hashable {
  /// The blocs, the largest first.
  package let groups: [BlocGroup]
  /// The same by node.
  package let partition: Partition
  /// How much more the blocs hold together than chance would have it.
  package let modularity: Double
  /// Balance of friendly and hostile ties; `nil` where no tie has a sign.
  package let balance: SignedBalance?
  /// Whether the blocs are the camps of that balance.
  package let isOfCamps: Bool
}

/// One bloc.
package struct BlocGroup: Sendable, Hashable {
  /// Its name, where the file gives one; `nil` for blocs that were found.
  package let name: String?
  /// Its actors, sorted by id.
  package let actors: [Actor]
}
