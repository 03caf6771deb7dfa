/// One field of a relation on which a source disagrees with the relation as it stands.
package struct Dispute: Hashable, Sendable {
  /// The field: `since`, `strength`, an attribute's key, or `holds` when the source denies the relation.
  package let field: String
  /// What the relation says.
  package let stands: String
  /// What the source says.
  package let claimed: String
  /// The source's id.
  package let source: String

  /// Every disagreement in a relation's evidence, in the order of the evidence.
  ///
  /// - Parameter fields: The fields of relations, and those that sources say something about, under the same keys.
  static func found(in relation: Relation, fields: NetworkFields = .standard) -> [Dispute] {
    relation.evidence.flatMap { item -> [Dispute] in
      guard item.stance == .denies || !item.says.isEmpty else { return [] }
      var disputes: [Dispute] = []
      func add(_ field: String, _ stands: String?, _ claimed: String) {
        disputes.append(Dispute(field: field, stands: stands ?? "not given", claimed: claimed, source: item.source))
      }
      if item.stance == .denies { add("holds", "yes", "no") }
      for claim in fields.says.fields {
        guard let claimed = claim.value(item.says), let field = fields.relation[claim.key] else { continue }
        let stands = field.value(relation)
        switch claimed {
        case .date(let date):
          // A source that dates what the relation leaves undated, or adds an attribute, informs and does not contradict.
          if field.kind == .start, stands == nil { continue }
          if !agrees(date, stands) { add(claim.key, stands?.line, claimed.line) }
        case .attributes(let attributes):
          for attribute in attributes {
            guard let known = relation.attributes.first(where: { $0.key == attribute.key }) else { continue }
            if known.text != attribute.text { add(attribute.key, known.text, attribute.text) }
          }
        default: if stands != claimed { add(claim.key, stands?.line, claimed.line) }
        }
      }
      return disputes
    }
  }

  /// A coarser date that covers the other says nothing against it.
  private static func agrees(_ claimed: CalendarDate, _ stands: FieldValue?) -> Bool {
    guard case .date(let stands)? = stands else { return false }
    let claimedFirst = claimed.firstDay
    let standsFirst = stands.firstDay
    return (claimedFirst <= standsFirst && stands.lastDay <= claimed.lastDay)
      || (standsFirst <= claimedFirst && claimed.lastDay <= stands.lastDay)
  }
}
