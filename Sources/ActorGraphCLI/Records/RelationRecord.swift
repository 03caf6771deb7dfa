import ActorGraph

/// A relation in a JSON result.
struct RelationRecord: Encodable {
  let relation: String
  let from: String
  let to: String
  let directed: Bool
  let type: String
  let sign: Sign
  let strength: Double
  let confidence: Double
  let status: Status
  let since: String?
  let until: String?
  let disputed: Bool
  let sources: [String]

  init(_ relation: Relation) {
    self.relation = relation.id
    from = relation.ends.first
    to = relation.ends.second
    directed = relation.ends.isDirected
    type = relation.type
    sign = relation.sign
    strength = relation.strength
    confidence = relation.confidence
    status = relation.status
    since = relation.validity.since?.description
    until = relation.validity.until?.description
    disputed = relation.isDisputed
    sources = relation.evidence.map(\.source)
  }
}
