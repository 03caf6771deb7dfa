import ActorModel

/// What a format can hold of a network; everything else is taken out before writing, and listed.
///
/// A writer first reduces the network and then writes all that is left, so that what is read back is the reduced
/// network and the losses are exactly the difference.
struct FormatCapabilities: Sendable {
  enum NetworkField: String, CaseIterable, Sendable {
    case id, title, language, description, blocs, sources
  }

  enum ActorField: String, CaseIterable, Sendable {
    case names, kind, aliases, codes, blocs, not, partOf = "part-of", dates, notes, attributes
  }

  enum RelationField: String, CaseIterable, Sendable {
    case ids, types, labels, strengths, confidence, status, dates, notes, attributes, evidence
  }

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

  var network: Set<NetworkField> = []
  var actor: Set<ActorField> = []
  var relation: Set<RelationField> = []
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
  func reduce(_ network: ActorNetwork) throws(UnwritableNetwork) -> (content: NetworkContent, losses: [String]) {
    for actor in network.actors { try Self.check(actor.id, "the id of actor '\(actor.id)'", isID: true) }
    for relation in network.relations {
      try Self.check(relation.id, "the id of relation '\(relation.id)'", isID: true)
    }
    var reduction = Reduction(held: self, content: network.content)
    reduction.run()
    try Self.check(reduction.content.title, "the network's title")
    try Self.check(reduction.content.language, "the network's language")
    try Self.check(reduction.content.description, "the network's description")
    for actor in reduction.content.actors {
      try Self.check(actor.name, "the name of actor '\(actor.id)'")
      try Self.check(actor.note, "the note of actor '\(actor.id)'")
      for item in actor.attributes { try Self.check(item.text, "attribute '\(item.key)' of actor '\(actor.id)'") }
    }
    for relation in reduction.content.relations {
      try Self.check(relation.type, "the type of relation '\(relation.id)'")
      try Self.check(relation.label, "the label of relation '\(relation.id)'")
      try Self.check(relation.note, "the note of relation '\(relation.id)'")
      for item in relation.attributes {
        try Self.check(item.text, "attribute '\(item.key)' of relation '\(relation.id)'")
      }
    }
    return (reduction.content, reduction.losses)
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

/// One pass over a network that takes out what a format cannot hold.
private struct Reduction {
  let held: FormatCapabilities
  var content: NetworkContent
  /// How often each thing was lost, in the order of first loss.
  private var counts: [(what: String, unit: String, count: Int)] = []
  private var positions: [String: Int] = [:]

  init(held: FormatCapabilities, content: NetworkContent) {
    self.held = held
    self.content = content
  }

  var losses: [String] {
    counts.map { loss in
      if loss.unit.isEmpty { return loss.what }
      return "\(loss.what) of \(loss.count) \(loss.unit)\(loss.count == 1 ? "" : "s")"
    }
  }

  mutating func lose(_ what: String, _ unit: String = "") {
    let key = "\(what)/\(unit)"
    if let i = positions[key] {
      counts[i].count += 1
    } else {
      positions[key] = counts.count
      counts.append((what, unit, 1))
    }
  }

  mutating func run() {
    reduceNetwork()
    if held.groupsRelations { groupRelations() }
    for i in content.actors.indices { reduceActor(i) }
    reduceActorList()
    reduceActorIDs()
    for i in content.relations.indices { reduceRelation(i) }
    reduceSigns()
    if !held.holdsAttributeOrder {
      orderAttributes()
    }
  }

  private mutating func orderAttributes() {
    let actorOrder = FormatCapabilities.keys(of: content.actors.map(\.attributes))
    let relationOrder = FormatCapabilities.keys(of: content.relations.map(\.attributes))
    for i in content.actors.indices {
      let ordered = Self.ordered(content.actors[i].attributes, by: actorOrder)
      if ordered != content.actors[i].attributes { lose("order of attributes", "actor") }
      content.actors[i].attributes = ordered
    }
    for i in content.relations.indices {
      let ordered = Self.ordered(content.relations[i].attributes, by: relationOrder)
      if ordered != content.relations[i].attributes { lose("order of attributes", "relation") }
      content.relations[i].attributes = ordered
    }
  }

  private static func ordered(_ attributes: [Attribute], by keys: [String]) -> [Attribute] {
    guard attributes.count > 1 else { return attributes }
    return keys.compactMap { key in attributes.first { $0.key == key } }
  }

  private mutating func reduceNetwork() {
    reduceText(\.title, .title)
    reduceText(\.language, .language)
    reduceText(\.description, .description)
    if !held.network.contains(.blocs), !content.blocs.isEmpty {
      lose("names of \(content.blocs.count) bloc\(content.blocs.count == 1 ? "" : "s")")
      content.blocs = []
    }
    if !held.network.contains(.sources), !content.sources.isEmpty {
      lose("\(content.sources.count) source\(content.sources.count == 1 ? "" : "s")")
      content.sources = []
    }
  }

  private mutating func reduceText(
    _ path: WritableKeyPath<NetworkContent, String?>, _ field: FormatCapabilities.NetworkField
  ) {
    guard let text = content[keyPath: path] else { return }
    if held.network.contains(field), !text.isEmpty || held.holdsEmptyNetworkTexts { return }
    lose("the network's \(text.isEmpty ? "empty " : "")\(field.rawValue)")
    content[keyPath: path] = nil
  }

  private mutating func reset<Root, Value: Equatable>(
    _ record: inout Root, _ path: WritableKeyPath<Root, Value>, to value: Value, _ what: String, _ unit: String
  ) {
    guard record[keyPath: path] != value else { return }
    lose(what, unit)
    record[keyPath: path] = value
  }

  private mutating func reduceActor(_ i: Int) {
    var actor = content.actors[i]
    if actor.name.isEmpty || !held.actor.contains(.names) {
      reset(&actor, \.name, to: actor.id, "name", "actor")
    }
    if !held.actor.contains(.kind) { reset(&actor, \.kind, to: nil, "kind", "actor") }
    if !held.actor.contains(.aliases) { reset(&actor, \.aliases, to: [], "aliases", "actor") }
    if !held.actor.contains(.codes) { reset(&actor, \.codes, to: [], "codes", "actor") }
    if !held.actor.contains(.blocs) { reset(&actor, \.blocs, to: [], "blocs", "actor") }
    if !held.actor.contains(.not) { reset(&actor, \.notSameAs, to: [], "not", "actor") }
    if !held.actor.contains(.partOf) { reset(&actor, \.partOf, to: nil, "part-of", "actor") }
    if !held.actor.contains(.dates) || !held.holdsDates(actor.existence) {
      reset(&actor, \.existence, to: Interval(), "dates", "actor")
    }
    if !held.actor.contains(.notes) { reset(&actor, \.note, to: nil, "note", "actor") }
    if !held.holdsEmptyTexts, actor.note == "" { reset(&actor, \.note, to: nil, "empty note", "actor") }
    actor.attributes = reduced(
      actor.attributes, isHeld: held.actor.contains(.attributes), "actor", key: held.holdsActorKey)
    content.actors[i] = actor
  }

  private mutating func groupRelations() {
    var types: [String: Int] = [:]
    for relation in content.relations where types[relation.type] == nil { types[relation.type] = types.count }
    let keys = content.relations.map { (types[$0.type] ?? 0) * 2 + ($0.ends.isDirected ? 0 : 1) }
    let order = content.relations.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    guard order != Array(content.relations.indices) else { return }
    lose("the order of the relations")
    content.relations = order.map { content.relations[$0] }
  }

  /// Keeps the actors that have ties, in the order in which ties name them.
  private mutating func reduceActorList() {
    guard !held.holdsActorList else { return }
    let positions = Dictionary(
      content.actors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<Int> = []
    var order: [Int] = []
    for relation in content.relations {
      for id in [relation.ends.first, relation.ends.second] {
        if let i = positions[id], seen.insert(i).inserted { order.append(i) }
      }
    }
    let missing = content.actors.count - order.count
    if missing > 0 { lose("\(missing) actor\(missing == 1 ? "" : "s") without ties") }
    if order != order.sorted() { lose("the order of the actors") }
    content.actors = order.map { content.actors[$0] }
  }

  private mutating func reduceActorIDs() {
    guard held.actorIDs == .names else { return }
    let names = content.actors.map(\.name)
    let areIDs = Set(names).count == names.count
    var newID: [String: String] = [:]
    for i in content.actors.indices {
      let id = areIDs ? names[i] : "\(i + 1)"
      newID[content.actors[i].id] = id
      if content.actors[i].id != id { lose("id", "actor") }
      content.actors[i].id = id
    }
    for i in content.relations.indices {
      let ends = content.relations[i].ends
      let first = newID[ends.first] ?? ends.first
      let second = newID[ends.second] ?? ends.second
      content.relations[i].ends = ends.isDirected ? .directed(from: first, to: second) : .mutual(first, second)
    }
  }

  private mutating func reduceRelation(_ i: Int) {
    var relation = content.relations[i]
    if !held.relation.contains(.ids) { reset(&relation, \.id, to: "e\(i + 1)", "id", "relation") }
    if !held.relation.contains(.types) { reset(&relation, \.type, to: "tie", "type", "relation") }
    if !held.relation.contains(.labels) { reset(&relation, \.label, to: nil, "label", "relation") }
    if !held.relation.contains(.strengths) { reset(&relation, \.strength, to: 1, "strength", "relation") }
    if !held.relation.contains(.confidence) { reset(&relation, \.confidence, to: 1, "confidence", "relation") }
    if !held.relation.contains(.status) { reset(&relation, \.status, to: .fact, "status", "relation") }
    if !held.relation.contains(.dates) || !held.holdsDates(relation.validity) {
      reset(&relation, \.validity, to: Interval(), "dates", "relation")
    }
    if !held.relation.contains(.notes) { reset(&relation, \.note, to: nil, "note", "relation") }
    if !held.relation.contains(.evidence) { reset(&relation, \.evidence, to: [], "evidence", "relation") }
    if !held.holdsDirection, case .mutual(let a, let b) = relation.ends {
      lose("that there is no direction", "relation")
      relation.ends = .directed(from: a, to: b)
    }
    if !held.holdsEmptyTexts {
      if relation.note == "" { reset(&relation, \.note, to: nil, "empty note", "relation") }
      if relation.label == "" { reset(&relation, \.label, to: nil, "empty label", "relation") }
    }
    relation.attributes = reduced(
      relation.attributes, isHeld: held.relation.contains(.attributes), "relation", key: held.holdsRelationKey)
    content.relations[i] = relation
  }

  private mutating func reduced(
    _ attributes: [Attribute], isHeld: Bool, _ unit: String, key isKey: (String) -> Bool
  ) -> [Attribute] {
    guard !attributes.isEmpty else { return [] }
    var kept: [Attribute] = []
    var keys: Set<String> = []
    for attribute in attributes {
      guard isHeld, isKey(attribute.key), keys.insert(attribute.key).inserted else {
        lose("attribute '\(attribute.key)'", unit)
        continue
      }
      guard held.holdsValue(attribute) else {
        lose("link '\(attribute.key)', which begins with none of \(WebLink.schemes),", unit)
        continue
      }
      if !held.holdsEmptyTexts, attribute.text.isEmpty {
        lose("empty attribute '\(attribute.key)'", unit)
      } else if attribute.isList, !held.holdsLists {
        lose("that attribute '\(attribute.key)' is a list", unit)
        kept.append(Attribute(attribute.key, attribute.text))
      } else if attribute.isList, !held.holdsShortLists, attribute.values.count < 2 {
        lose("that attribute '\(attribute.key)' is a list", unit)
        if !attribute.values.isEmpty { kept.append(Attribute(attribute.key, attribute.text)) }
      } else {
        kept.append(attribute)
      }
    }
    return kept
  }

  private mutating func reduceSigns() {
    guard held.signs != .held else { return }
    let isSigned = held.signs == .byWeight && content.relations.contains { $0.sign == .negative }
    for i in content.relations.indices {
      let sign = content.relations[i].sign
      if isSigned, sign == .neutral {
        lose("neutral sign", "relation")
        content.relations[i].sign = .positive
      } else if !isSigned, sign != .neutral {
        lose("\(sign) sign", "relation")
        content.relations[i].sign = .neutral
      }
    }
  }
}
