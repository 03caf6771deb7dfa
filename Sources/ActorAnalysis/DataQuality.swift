import ActorModel

/// What an analyst should look at before trusting a network: nothing here is an error.
package struct DataQuality: Sendable, Hashable {
  /// What was found, kind by kind in the order of ``QualityFinding/Kind``, and of each kind in the network's order.
  package let findings: [QualityFinding]
  /// How many findings there are of each kind that occurs, in the order of the findings.
  package let counts: [QualityCount]

  /// Looks a network over.
  ///
  /// - Parameter unstated: What the file left to be taken for granted, as its reader counted it.
  /// - Complexity: O(size of the network).
  package init(of network: ActorNetwork, unstated: UnstatedFields = UnstatedFields()) {
    let found =
      Self.relationFindings(network) + Self.signSuspects(network) + Self.aliasSuspects(network)
      + Self.unstatedFields(unstated, of: network.relations.count) + Self.unused(network)
    let byKind = Dictionary(grouping: found, by: \.kind)
    findings = QualityFinding.Kind.allCases.flatMap { byKind[$0] ?? [] }
    counts = QualityFinding.Kind.allCases.compactMap { kind in
      byKind[kind].map { QualityCount(kind: kind, count: $0.count) }
    }
  }

  /// What single relations rest on and leave open.
  private static func relationFindings(_ network: ActorNetwork) -> [QualityFinding] {
    var findings: [QualityFinding] = []
    let originals = network.originals()
    for relation in network.relations {
      let support = Set(relation.evidence.filter { $0.stance == .supports }.map { originals[$0.source] ?? $0.source })
      if support.isEmpty {
        findings.append(QualityFinding(.unsupported, of: relation.id, detail: "no source supports it"))
      } else if support.count == 1, let source = support.first {
        let copies = relation.evidence.count { $0.stance == .supports } > 1 ? " and its copies" : ""
        findings.append(QualityFinding(.loneSource, of: relation.id, detail: "rests on \(source)\(copies) alone"))
      }
      if relation.isUndated { findings.append(QualityFinding(.undated, of: relation.id, detail: "has no since date")) }
      for dispute in relation.disputes {
        findings.append(
          QualityFinding(
            .disputed, of: relation.id,
            detail: "\(dispute.field): \(dispute.source) says \(dispute.claimed), not \(dispute.stands)"
          ))
      }
    }
    return findings
  }

  /// What the file does not state, field by field: it makes every such relation certain, or as strong as any.
  private static func unstatedFields(_ unstated: UnstatedFields, of relations: Int) -> [QualityFinding] {
    [
      ("strength", unstated.strength, "with strength 1"), ("confidence", unstated.confidence, "as certain, with 1"),
      ("status", unstated.status, "as facts"),
    ].compactMap { field, count, meaning in
      guard count > 0 else { return nil }
      return QualityFinding(
        .unstated, of: field, detail: "not stated for \(count) of \(relations) relations, which count \(meaning)")
    }
  }

  /// A type that usually has one sign, used with the opposite one.
  private static func signSuspects(_ network: ActorNetwork) -> [QualityFinding] {
    var counts: [String: [Sign: Int]] = [:]
    for relation in network.relations { counts[relation.type, default: [:]][relation.sign, default: 0] += 1 }
    return network.relations.compactMap { relation in
      guard relation.sign != .neutral, let bySign = counts[relation.type] else { return nil }
      let opposite: Sign = relation.sign == .positive ? .negative : .positive
      let own = bySign[relation.sign] ?? 0
      let other = bySign[opposite] ?? 0
      guard other >= 3, other >= 4 * own else { return nil }
      return QualityFinding(
        .signAgainstType, of: relation.id,
        detail: "\(relation.type) is \(opposite.rawValue) in \(other) other relations")
    }
  }

  /// Names and aliases shared by two actors that are not said to be different.
  private static func aliasSuspects(_ network: ActorNetwork) -> [QualityFinding] {
    var holders: [String: [Actor]] = [:]
    for actor in network.actors {
      for name in Set(([actor.name] + actor.aliases.map(\.name)).map { $0.lowercased() }) {
        holders[name, default: []].append(actor)
      }
    }
    return holders.sorted { $0.key < $1.key }.compactMap { name, actors in
      guard actors.count > 1 else { return nil }
      let first = actors[0]
      let strangers = actors.dropFirst().filter {
        !first.notSameAs.contains($0.id) && !$0.notSameAs.contains(first.id)
      }
      guard !strangers.isEmpty else { return nil }
      return QualityFinding(
        .sharedName, of: first.id, detail: "'\(name)' is also a name of \(strangers.map(\.id).joined(separator: ", "))")
    }
  }

  private static func unused(_ network: ActorNetwork) -> [QualityFinding] {
    var tied: Set<String> = []
    var cited: Set<String> = []
    for relation in network.relations {
      tied.insert(relation.ends.first)
      tied.insert(relation.ends.second)
      cited.formUnion(relation.evidence.map(\.source))
    }
    for source in network.sources { cited.formUnion(cited.contains(source.id) ? source.sameAs : []) }
    return network.actors.filter { !tied.contains($0.id) }.map {
      QualityFinding(.untied, of: $0.id, detail: "has no relation")
    }
      + network.sources.filter { !cited.contains($0.id) }.map {
        QualityFinding(.uncited, of: $0.id, detail: "is never cited")
      }
  }
}

/// Something to look at.
package struct QualityFinding: Sendable, Hashable {
  /// What sort of thing; what contradicts itself before what is merely thin.
  package enum Kind: String, CaseIterable, Sendable, Hashable {
    /// A relation about which sources disagree.
    case disputed
    /// A sign that its type hardly ever has.
    case signAgainstType = "sign against type"
    /// A name that several actors go by.
    case sharedName = "shared name"
    /// A field that relations leave out, so that something is taken for granted.
    case unstated
    /// A relation without any supporting evidence.
    case unsupported
    /// A relation that rests on one independent source.
    case loneSource = "lone source"
    /// A relation that does not say when it began.
    case undated
    /// An actor without relations.
    case untied
    /// A source that nothing rests on.
    case uncited

    /// What it means, in a few words.
    package var meaning: String {
      switch self {
      case .disputed: "sources disagree about it"
      case .signAgainstType: "a sign that its type hardly ever has"
      case .sharedName: "a name that several actors go by"
      case .unstated: "a field that relations leave out, and what is taken for granted instead"
      case .unsupported: "no source supports it"
      case .loneSource: "rests on one independent source"
      case .undated: "does not say when it began"
      case .untied: "an actor without relations"
      case .uncited: "a source that nothing rests on"
      }
    }
  }

  /// What sort of thing.
  package let kind: Kind
  /// The relation, actor, source or field.
  package let subject: String
  /// What was found.
  package let detail: String

  init(_ kind: Kind, of subject: String, detail: String) {
    self.kind = kind
    self.subject = subject
    self.detail = detail
  }
}

/// How many findings there are of a kind.
package struct QualityCount: Sendable, Hashable {
  /// What sort of thing.
  package let kind: QualityFinding.Kind
  /// How often.
  package let count: Int
}
