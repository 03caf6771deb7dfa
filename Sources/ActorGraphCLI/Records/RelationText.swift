import ActorGraph

/// Relations in words.
enum RelationText {
  /// `RUS → IEA recognises +1 (fact, confidence 0.9, disputed; brnn-2025-07-04)`
  static func sentence(_ relation: Relation) -> String {
    let sources = relation.evidence.filter { $0.stance == .supports }.map(\.source)
    let cited = sources.isEmpty ? "no source" : sources.prefix(3).joined(separator: ", ")
    let more = sources.count > 3 ? " and \(sources.count - 3) more" : ""
    return "\(short(relation)) \(weight(relation)) (\(relation.status.rawValue), confidence "
      + "\(NumberText.plain(relation.confidence))\(relation.isDisputed ? ", disputed" : ""); \(cited)\(more))"
  }

  /// `RUS → IEA recognises`
  static func short(_ relation: Relation) -> String {
    let arrow = relation.ends.isDirected ? "→" : "–"
    return "\(relation.ends.first) \(arrow) \(relation.ends.second) \(relation.shownName)"
  }

  /// `+0.7`, `−0.9`, `neutral 0.3`
  static func weight(_ relation: Relation) -> String {
    let size = NumberText.plain(relation.strength)
    return relation.sign == .neutral ? "neutral \(size)" : relation.sign.symbol + size
  }

  /// What sources say otherwise: `brnn-2025-07-04 says since 2025-07-04, not 2025-07-03`
  static func disputes(_ relation: Relation) -> String {
    relation.disputes.map { dispute in
      dispute.field == "holds"
        ? "\(dispute.source) denies it"
        : "\(dispute.source) says \(dispute.field) \(dispute.claimed), not \(dispute.stands)"
    }.joined(separator: "; ")
  }
}
