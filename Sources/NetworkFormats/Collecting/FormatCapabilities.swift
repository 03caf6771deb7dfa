import ActorModel
import NetworkReading

/// What a format can hold of a network; everything else is taken out before writing, and listed.
///
/// A writer first reduces the network and then writes all that is left, so that what is read back is the reduced
/// network and the losses are exactly the difference.
struct FormatCapabilities: Sendable {
  /// What becomes of actors' ids.
  enum ActorIDs: Sendable {
    case held
    /// The names are read back as ids where each stands once; numbers from 1 otherwise.
    case names
  }

  /// What becomes of signs.
  enum Signs: Sendable {
    case held
    /// A negative weight is a negative sign; then all others are positive, else all are neutral.
    case byWeight
    case none
  }

  /// The fields of the network itself.
  var network: HeldFields = []
  var actor: HeldFields = []
  var relation: HeldFields = []
  var actorIDs = ActorIDs.held
  var signs = Signs.held
  /// Whether an attribute can be a list.
  var holdsLists = false
  /// Whether a list of one text, or of none, can be told from a single text.
  var holdsShortLists = true
  /// Whether a text that is there and empty can be told from one that is not there.
  var holdsEmptyTexts = true
  /// The same of the network's title, language and description.
  var holdsEmptyNetworkTexts = false
  /// Whether the dates of an actor or relation can be held, where dates are held at all.
  var holdsDates: @Sendable (Interval) -> Bool = { _ in true }
  /// Whether relations stand grouped by type, and in each type the directed ones first.
  var groupsRelations = false
  /// Whether attributes may stand in another order in each record.
  var holdsAttributeOrder = true
  /// Whether actors without ties can be held, and the order of actors.
  var holdsActorList = true
  /// Whether undirected ties can be told from directed ones.
  var holdsDirection = true
  /// Whether an actor's attribute can have a key.
  var holdsActorKey: @Sendable (String) -> Bool = { _ in true }
  /// Whether a relation's attribute can have a key.
  var holdsRelationKey: @Sendable (String) -> Bool = { _ in true }
  /// Whether a value can stand under the key of an attribute: of links, only those that are safe to follow.
  var holdsValue: @Sendable (Attribute) -> Bool = { _ in true }

  /// The network without what the format cannot hold, and what that was, field by field.
  ///
  /// - Throws: That an id or a text is one that no format holds.
  func reduce(
    _ network: ActorNetwork, fields: NetworkFields
  ) throws(UnwritableNetwork) -> (content: NetworkContent, losses: [String]) {
    for actor in network.actors { try Self.check(actor.id, "the id of actor '\(actor.id)'", isID: true) }
    for relation in network.relations {
      try Self.check(relation.id, "the id of relation '\(relation.id)'", isID: true)
    }
    var reduction = NetworkReduction(held: self, fields: fields, content: network.content)
    reduction.run()
    for field in fields.network.fields where field.kind == .text {
      try Self.check(field.value(reduction.content)?.text, "the network's \(field.key)")
    }
    let actorTexts = fields.actor.fields.filter(\.kind.isText)
    for actor in reduction.content.actors {
      try Self.check(actor, actorTexts, actor.attributes, "actor '\(actor.id)'")
    }
    let relationTexts = fields.relation.fields.filter(\.kind.isText)
    for relation in reduction.content.relations {
      try Self.check(relation, relationTexts, relation.attributes, "relation '\(relation.id)'")
    }
    return (reduction.content, reduction.losses)
  }

  private static func check<Record>(
    _ record: Record, _ texts: [RecordField<Record>], _ attributes: [Attribute], _ what: @autoclosure () -> String
  ) throws(UnwritableNetwork) {
    for i in texts.indices {
      try check(texts[i].value(record)?.text, "the \(texts[i].key) of \(what())")
    }
    for item in attributes { try check(item.text, "attribute '\(item.key)' of \(what())") }
  }

  /// All keys of attributes, in the order in which they first stand.
  static func keys(of lists: [[Attribute]]) -> [String] {
    var seen: Set<String> = []
    return lists.flatMap { $0.map(\.key) }.filter { seen.insert($0).inserted }
  }

  /// Refuses a text that could not be read back.
  static func check(_ text: String?, _ what: @autoclosure () -> String, isID: Bool = false) throws(UnwritableNetwork) {
    guard let text else { return }
    if text.utf8.count > SourceLimits.scalarLength {
      throw UnwritableNetwork("\(what().prefix(100)) has more than \(SourceLimits.scalarLength) bytes; shorten it")
    }
    if !isID, !text.utf8.contains(0) { return }
    let bad = text.unicodeScalars.first { scalar in
      scalar.value == 0 || (isID && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)))
    }
    guard let bad else { return }
    let code = String(bad.value, radix: 16, uppercase: true)
    throw UnwritableNetwork("\(what()) has the control character U+\(code); take it out".escapingControls)
  }
}

/// The fields of one kind of record that a format has a place for.
enum HeldFields: Sendable, ExpressibleByArrayLiteral {
  case all
  /// Attributes, and the fields that have a name in formats of nodes and edges.
  case named
  /// The fields under these keys.
  case keys(Set<String>)

  init(arrayLiteral keys: String...) { self = .keys(Set(keys)) }

  /// Whether a field has a place.
  func contains<Record>(_ field: RecordField<Record>) -> Bool {
    switch self {
    case .all: true
    case .named: field.names != nil || field.key == "attributes"
    case .keys(let keys): keys.contains(field.key)
    }
  }

  /// Whether the field under a key of a table has a place.
  func contains<Record>(_ key: String, of table: FieldTable<Record>) -> Bool { table[key].map(contains) ?? false }
}
