/// How probable it is that at least one of several statements holds, when those of one source hold or fall together.
///
///     1 − Π over groups (1 − greatest confidence of the group)
///
/// Two statements are in one group when they rest on a common source or on copies of one report (`same-as`), directly
/// or by way of other statements. Within a group a further statement adds nothing: three wordings of one worry in one
/// article are no better evidence than the most confident of them. Groups without a common source are taken as
/// independent. A statement without supporting evidence is a group of its own, since nothing ties it to another.
///
/// **Reading.** What denies or only mentions a relation supports nothing and links no statements.
package struct CombinedConfidence: Hashable, Sendable {
  /// The probability; 0 of no statements.
  package let value: Double
  /// How many groups of statements without a common source there are.
  package let groupCount: Int

  /// Combines the confidences of statements of a network.
  ///
  /// - Complexity: O(n log n) for n pieces of evidence.
  package init(of relations: [Relation], in network: ActorNetwork) {
    let groups = Self.groups(of: relations, in: network)
    let greatest = groups.map { members in members.reduce(0) { max($0, relations[$1].confidence) } }
    groupCount = groups.count
    // A single group keeps its number to the last bit.
    value = greatest.count == 1 ? greatest[0] : 1 - greatest.reduce(1) { $0 * (1 - $1) }
  }

  /// The positions of statements that hold or fall together, each group and all groups in the order given.
  package static func groups(of relations: [Relation], in network: ActorNetwork) -> [[Int]] {
    var merged = MergedGroups(count: relations.count)
    var holders: [String: Int] = [:]
    for position in relations.indices {
      for item in relations[position].evidence where item.stance == .supports {
        let source = network.original(ofSource: item.source)
        if let holder = holders[source] { merged.merge(holder, position) } else { holders[source] = position }
      }
    }
    var groups: [[Int]] = []
    var places: [Int: Int] = [:]
    for position in relations.indices {
      let first = merged.first(of: position)
      if let place = places[first] {
        groups[place].append(position)
      } else {
        places[first] = groups.count
        groups.append([position])
      }
    }
    return groups
  }
}
