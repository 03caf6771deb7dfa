import ActorModel
import GraphAlgorithms
import GraphCore

/// Keeps account of blocs over time: how they hold together, how they stand to the outside, who stands at the gate, and
/// who drifts away.
///
/// With the tie between two actors taken as the sum of its signed strengths, whichever way it runs:
///
///     cohesion(B)   = (pairs of members whose tie is > 0 − pairs whose tie is < 0) ÷ pairs of members
///     hostility(B)  = ties < 0 to outsiders ÷ ties ≠ 0 to outsiders
///     inward(v, B)  = Σ ties > 0 of v to members ÷ Σ ties > 0 of v to all
///
/// **Gatekeepers** are the members that most often pass on to the bloc what comes from outside: Gould and Fernandez'
/// gatekeeper role with the bloc against all others. **Drift** is a fall of inward from one state to the next.
///
/// Blocs given by the file keep their names, and an actor may be in several. Blocs found from the ties are followed from
/// one state to the next by the share of members in common (Jaccard), the best matches first.
package struct BlocLedger: Sendable {
  /// Where blocs come from.
  package var method: BlocAnalysis.Method
  /// The least fall of the inward share that counts as drift.
  package var leastDrift = 0.1
  /// How many gatekeepers and drifters are named.
  package var nameLimit = 3

  /// A ledger of blocs.
  package init(by method: BlocAnalysis.Method) { self.method = method }

  /// Keeps the ledger of a series: for each state its blocs.
  ///
  /// - Throws: What a method that finds blocs throws; `.cancelled`.
  package func run(on series: ProjectedSeries, in context: RunContext = RunContext()) throws(AlgorithmError)
    -> [[LedgerEntry]]
  {
    var states: [[LedgerEntry]] = []
    var namer = BlocNames()
    var earlier: [String: LedgerEntry] = [:]
    for projected in series.graphs {
      let blocs = try blocs(of: projected, &namer, context)
      let ties = PairTies(projected)
      var entries: [LedgerEntry] = []
      for bloc in blocs {
        entries.append(try entry(bloc, projected, ties, after: earlier[bloc.id], isFirst: states.isEmpty, context))
      }
      earlier = Dictionary(entries.map { ($0.bloc, $0) }, uniquingKeysWith: { first, _ in first })
      states.append(entries)
    }
    return states
  }

  private struct Bloc {
    let id: String
    let name: String
    let nodes: [Int]
  }

  private func blocs(
    of projected: ProjectedGraph, _ namer: inout BlocNames, _ context: RunContext
  ) throws(AlgorithmError) -> [Bloc] {
    switch method {
    case .given:
      var members: [String: [Int]] = [:]
      for (node, actor) in projected.actors.enumerated() {
        let days = projected.snapshot.days
        for membership in actor.blocs where days.map({ membership.interval.overlaps($0) }) ?? true {
          members[membership.bloc, default: []].append(node)
        }
      }
      return members.keys.sorted().map { id in
        Bloc(id: id, name: projected.snapshot.network.name(ofBloc: id), nodes: members[id] ?? [])
      }
    case .kind, .attribute:
      let partition = try method.partition(of: projected, needed: false, context)
      return partition.members().compactMap { nodes in
        method.name(of: nodes, in: projected).map { Bloc(id: $0, name: $0, nodes: nodes) }
      }.filter { $0.nodes.count > 1 }.sorted { $0.id < $1.id }
    case .found:
      let partition = try method.partition(of: projected, needed: false, context)
      let groups = partition.members().filter { $0.count > 1 }
      let names = namer.names(of: groups.map { nodes in Set(nodes.map { projected.actors[$0].id }) })
      return zip(names, groups).sorted { $0.0 < $1.0 }.map { number, nodes in
        Bloc(id: "\(number)", name: "bloc \(number)", nodes: nodes)
      }
    }
  }

  private func entry(
    _ bloc: Bloc, _ projected: ProjectedGraph, _ ties: PairTies, after earlier: LedgerEntry?, isFirst: Bool,
    _ context: RunContext
  ) throws(AlgorithmError) -> LedgerEntry {
    let members = bloc.nodes.map { projected.actors[$0] }
    let account = ties.account(of: Set(bloc.nodes))
    let inward = Dictionary(
      bloc.nodes.compactMap { node in account.inward[node].map { (projected.actors[node].id, $0) } },
      uniquingKeysWith: { first, _ in first })
    let ids = Set(members.map(\.id))
    let before = Set(earlier?.members.map(\.id) ?? [])
    let drifters = members.compactMap { actor -> Drift? in
      guard let was = earlier?.inward[actor.id], let now = inward[actor.id], was - now >= leastDrift else { return nil }
      return Drift(actor: actor, before: was, after: now)
    }.sorted { a, b in
      a.before - a.after != b.before - b.after ? a.before - a.after > b.before - b.after : a.actor.id < b.actor.id
    }
    return LedgerEntry(
      bloc: bloc.id, name: bloc.name, members: members, cohesion: account.cohesion, hostility: account.hostility,
      insidePositive: account.insidePositive, insideNegative: account.insideNegative,
      outsidePositive: account.outsidePositive, outsideNegative: account.outsideNegative,
      gatekeepers: try gatekeepers(bloc, projected, context),
      joined: isFirst ? [] : members.filter { !before.contains($0.id) },
      left: earlier?.members.filter { !ids.contains($0.id) } ?? [], drifters: Array(drifters.prefix(nameLimit)),
      inward: inward)
  }

  private func gatekeepers(
    _ bloc: Bloc, _ projected: ProjectedGraph, _ context: RunContext
  ) throws(AlgorithmError) -> [Gatekeeper] {
    let inside = Set(bloc.nodes)
    guard inside.count < projected.graph.nodeCount else { return [] }
    let sides = Partition(labels: (0..<projected.graph.nodeCount).map { inside.contains($0) })
    let counts = try Brokerage(between: sides).run(on: projected.graph, in: context)[.gatekeeper].counts
    let found = bloc.nodes.filter { counts[$0] > 0 }.sorted {
      counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1
    }
    return found.prefix(nameLimit).map { Gatekeeper(actor: projected.actors[$0], count: counts[$0]) }
  }
}

/// A bloc in one state of a series.
package struct LedgerEntry: Sendable, Hashable {
  /// The bloc's id.
  package let bloc: String
  /// Its name.
  package let name: String
  /// Its members, sorted by id.
  package let members: [Actor]
  /// How far members are tied as friends, from −1 to 1; `nil` for fewer than two members.
  package let cohesion: Double?
  /// The share of signed ties to outsiders that are hostile; `nil` where there are none.
  package let hostility: Double?
  /// Sum of the ties above 0 between members.
  package let insidePositive: Double
  /// Sum of the ties below 0 between members, as a size.
  package let insideNegative: Double
  /// Sum of the ties above 0 between members and outsiders.
  package let outsidePositive: Double
  /// Sum of the ties below 0 between members and outsiders, as a size.
  package let outsideNegative: Double
  /// Who most often passes on to the bloc what comes from outside.
  package let gatekeepers: [Gatekeeper]
  /// Members that the state before did not have.
  package let joined: [Actor]
  /// Members of the state before that are none any more.
  package let left: [Actor]
  /// Members that turned outward since the state before, the largest fall first.
  package let drifters: [Drift]
  /// The inward share of each member that has friendly ties, by id.
  let inward: [String: Double]
}

/// A member that passes on to its bloc what comes from outside.
package struct Gatekeeper: Sendable, Hashable {
  /// The member.
  package let actor: Actor
  /// How often it does.
  package let count: Double
}

/// A member whose friendly ties lie less inside the bloc than before.
package struct Drift: Sendable, Hashable {
  /// The member.
  package let actor: Actor
  /// The share of its friendly ties inside the bloc before.
  package let before: Double
  /// The share after.
  package let after: Double
}

/// Keeps the numbers of blocs that are found anew in each state.
struct BlocNames {
  private var earlier: [Int: Set<String>] = [:]
  private var last = 0

  /// Numbers for groups: that of the earlier group that has most in common, or a new one.
  mutating func names(of groups: [Set<String>]) -> [Int] {
    var matches: [Match] = []
    for (number, members) in earlier {
      for (i, group) in groups.enumerated() {
        let common = members.intersection(group).count
        if common > 0 {
          matches.append(
            Match(number: number, group: i, overlap: Double(common) / Double(members.union(group).count)))
        }
      }
    }
    matches.sort { a, b in
      if a.overlap != b.overlap { return a.overlap > b.overlap }
      return a.number != b.number ? a.number < b.number : a.group < b.group
    }
    var names = [Int](repeating: 0, count: groups.count)
    var taken: Set<Int> = []
    for match in matches where names[match.group] == 0 && taken.insert(match.number).inserted {
      names[match.group] = match.number
    }
    for i in groups.indices where names[i] == 0 {
      last += 1
      names[i] = last
    }
    earlier = Dictionary(zip(names, groups), uniquingKeysWith: { first, _ in first })
    return names
  }

  private struct Match {
    let number: Int
    let group: Int
    let overlap: Double
  }
}

/// The ties of a graph by pair of actors, whichever way they run: sums of signed strengths.
struct PairTies {
  private var sums: [NodePair: Double] = [:]

  init(_ projected: ProjectedGraph) {
    let graph = projected.graph
    guard let signed = graph.signedStrengths else { return }
    for edge in 0..<graph.edgeCount {
      let a = graph.source(of: edge)
      let b = graph.target(of: edge)
      if a != b { sums[NodePair(min(a, b), max(a, b)), default: 0] += signed[edge] }
    }
  }

  /// What a set of nodes has inside and towards the outside.
  struct Account {
    var insidePositive = 0.0
    var insideNegative = 0.0
    var outsidePositive = 0.0
    var outsideNegative = 0.0
    var cohesion: Double?
    var hostility: Double?
    var inward: [Int: Double] = [:]
  }

  func account(of members: Set<Int>) -> Account {
    var account = Account()
    var friends = 0
    var enemies = 0
    var hostile = 0
    var outward = 0
    var inside: [Int: Double] = [:]
    var all: [Int: Double] = [:]
    // In the order of the pairs, so that sums do not depend on a hash.
    for (pair, sum) in sums.sorted(by: { ($0.key.source, $0.key.target) < ($1.key.source, $1.key.target) }) {
      let ends = [pair.source, pair.target].filter(members.contains)
      guard !ends.isEmpty, sum != 0 else { continue }
      if ends.count == 2 {
        if sum > 0 {
          friends += 1
          account.insidePositive += sum
        } else {
          enemies += 1
          account.insideNegative -= sum
        }
      } else {
        outward += 1
        if sum > 0 {
          account.outsidePositive += sum
        } else {
          hostile += 1
          account.outsideNegative -= sum
        }
      }
      guard sum > 0 else { continue }
      for end in ends {
        all[end, default: 0] += sum
        if ends.count == 2 { inside[end, default: 0] += sum }
      }
    }
    let pairs = members.count * (members.count - 1) / 2
    if pairs > 0 { account.cohesion = Double(friends - enemies) / Double(pairs) }
    if outward > 0 { account.hostility = Double(hostile) / Double(outward) }
    for (node, total) in all { account.inward[node] = (inside[node] ?? 0) / total }
    return account
  }
}
