import ActorModel

/// One pass over a network that takes out what a format cannot hold.
struct NetworkReduction {
  private let held: FormatCapabilities
  private let fields: NetworkFields
  private let actorPlan: Plan
  private let relationPlan: Plan
  private let holdsNames: Bool
  private let holdsRelationIDs: Bool
  private(set) var content: NetworkContent
  /// How often each thing was lost, in the order of first loss.
  private var counts: [(what: String, unit: String, count: Int)] = []
  private var positions: [String: Int] = [:]

  /// What is done with the fields of one table, found once and not for each record. Names, signs, attributes and whom a
  /// relation joins have rules of their own.
  private struct Plan {
    /// Positions of fields that the format has no place for.
    var lost: [Int] = []
    /// Positions of texts that are lost where they are there and empty.
    var texts: [Int] = []
    /// Positions of the dates between which a record holds.
    var bounds: [Int] = []
    var holdsDates = true
    let holdsAttributes: Bool

    init<Record>(_ table: FieldTable<Record>, held: HeldFields, holdsEmptyTexts: Bool) {
      holdsAttributes = held.contains("attributes", of: table)
      for (position, field) in table.fields.enumerated() {
        if field.kind.isText, !field.isRequired, !holdsEmptyTexts { texts.append(position) }
        switch field.kind {
        case .start, .finish:
          bounds.append(position)
          if !held.contains(field) { holdsDates = false }
        case .end, .pair, .sign: break
        case .identifier where field.traits.contains(.structural): break
        default:
          let isOther = field.key == "name" || field.key == "attributes"
          if !isOther, !held.contains(field) { lost.append(position) }
        }
      }
    }
  }

  init(held: FormatCapabilities, fields: NetworkFields, content: NetworkContent) {
    self.held = held
    self.fields = fields
    holdsNames = held.actor.contains("name", of: fields.actor)
    holdsRelationIDs = held.relation.contains("id", of: fields.relation)
    actorPlan = Plan(fields.actor, held: held.actor, holdsEmptyTexts: held.holdsEmptyTexts)
    relationPlan = Plan(fields.relation, held: held.relation, holdsEmptyTexts: held.holdsEmptyTexts)
    self.content = content
  }

  var losses: [String] {
    counts.map { loss in
      if loss.unit.isEmpty { return loss.what }
      return "\(loss.what) of \(loss.count) \(loss.unit)\(loss.count == 1 ? "" : "s")"
    }
  }

  private mutating func lose(_ what: String, _ unit: String = "") {
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
    for (position, field) in fields.network.fields.enumerated() where field.kind == .text {
      reduceText(field, at: position)
    }
    if !held.network.contains("blocs", of: fields.network), !content.blocs.isEmpty {
      lose("names of \(content.blocs.count) bloc\(content.blocs.count == 1 ? "" : "s")")
      content.blocs = []
    }
    if !held.network.contains("sources", of: fields.network), !content.sources.isEmpty {
      lose("\(content.sources.count) source\(content.sources.count == 1 ? "" : "s")")
      content.sources = []
    }
  }

  private mutating func reduceText(_ field: RecordField<NetworkContent>, at position: Int) {
    guard let text = field.value(content)?.text else { return }
    if held.network.contains(field), !text.isEmpty || held.holdsEmptyNetworkTexts { return }
    lose("the network's \(text.isEmpty ? "empty " : "")\(field.key)")
    fields.network.reset(position, in: &content)
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
    if actor.name.isEmpty || !holdsNames {
      reset(&actor, \.name, to: actor.id, "name", "actor")
    }
    reduce(&actor, fields.actor, actorPlan, \.existence, "actor")
    reduceEmptyTexts(of: &actor, fields.actor, actorPlan, "actor")
    actor.attributes = reduced(
      actor.attributes, isHeld: actorPlan.holdsAttributes, "actor", key: held.holdsActorKey)
    content.actors[i] = actor
  }

  /// Takes out the fields that the format has no place for.
  private mutating func reduce<Record>(
    _ record: inout Record, _ table: FieldTable<Record>, _ plan: Plan, _ interval: KeyPath<Record, Interval>,
    _ unit: String
  ) {
    let losesDates = !plan.holdsDates || !held.holdsDates(record[keyPath: interval])
    for position in plan.lost where position < plan.bounds.first ?? .max {
      reset(&record, table, position, table.fields[position].key, unit)
    }
    if losesDates, plan.bounds.contains(where: { !table.isDefault($0, in: record) }) {
      lose("dates", unit)
      for position in plan.bounds { table.reset(position, in: &record) }
    }
    for position in plan.lost where position >= plan.bounds.first ?? .max {
      reset(&record, table, position, table.fields[position].key, unit)
    }
  }

  /// Takes out texts that are there and empty, where the format cannot tell them from none.
  private mutating func reduceEmptyTexts<Record>(
    of record: inout Record, _ table: FieldTable<Record>, _ plan: Plan, _ unit: String
  ) {
    for position in plan.texts where table.fields[position].value(record)?.text == "" {
      reset(&record, table, position, "empty \(table.fields[position].key)", unit)
    }
  }

  private mutating func reset<Record>(
    _ record: inout Record, _ table: FieldTable<Record>, _ position: Int, _ what: String, _ unit: String
  ) {
    guard !table.isDefault(position, in: record) else { return }
    lose(what, unit)
    table.reset(position, in: &record)
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
    if !holdsRelationIDs { reset(&relation, \.id, to: "e\(i + 1)", "id", "relation") }
    reduce(&relation, fields.relation, relationPlan, \.validity, "relation")
    if !held.holdsDirection, case .mutual(let a, let b) = relation.ends {
      lose("that there is no direction", "relation")
      relation.ends = .directed(from: a, to: b)
    }
    reduceEmptyTexts(of: &relation, fields.relation, relationPlan, "relation")
    relation.attributes = reduced(
      relation.attributes, isHeld: relationPlan.holdsAttributes, "relation", key: held.holdsRelationKey)
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
