/// One field of a relation on which a source disagrees with the relation as it stands.
public struct Dispute: Hashable, Sendable {
  /// The field: `since`, `strength`, an attribute's key, or `holds` when the source denies the relation.
  public let field: String
  /// What the relation says.
  public let stands: String
  /// What the source says.
  public let claimed: String
  /// The source's id.
  public let source: String

  /// Every disagreement in a relation's evidence, in the order of the evidence.
  static func found(in relation: Relation) -> [Dispute] {
    relation.evidence.flatMap { item -> [Dispute] in
      guard item.stance == .denies || !item.says.isEmpty else { return [] }
      var disputes: [Dispute] = []
      func compare(_ field: String, _ stands: String?, _ claimed: String?) {
        guard let claimed, claimed != stands else { return }
        disputes.append(Dispute(field: field, stands: stands ?? "not given", claimed: claimed, source: item.source))
      }
      if item.stance == .denies { compare("holds", "yes", "no") }
      let says = item.says
      // A source that dates what the relation leaves undated, or adds an attribute, informs and does not contradict.
      if let date = says.since, relation.validity.since != nil, !agrees(date, relation.validity.since) {
        compare("since", relation.validity.since?.description, date.description)
      }
      if let date = says.until, !agrees(date, relation.validity.until) {
        compare("until", relation.validity.until?.description, date.description)
      }
      compare("sign", relation.sign.rawValue, says.sign?.rawValue)
      compare("strength", "\(relation.strength)", says.strength.map { "\($0)" })
      compare("status", relation.status.rawValue, says.status?.rawValue)
      for attribute in says.attributes {
        guard let stands = relation.attributes.first(where: { $0.key == attribute.key }) else { continue }
        compare(attribute.key, stands.text, attribute.text)
      }
      return disputes
    }
  }

  /// A coarser date that covers the other says nothing against it.
  private static func agrees(_ claimed: CalendarDate, _ stands: CalendarDate?) -> Bool {
    guard let stands else { return false }
    let claimedFirst = claimed.firstDay
    let standsFirst = stands.firstDay
    return (claimedFirst <= standsFirst && stands.lastDay <= claimed.lastDay)
      || (standsFirst <= claimedFirst && claimed.lastDay <= stands.lastDay)
  }
}
