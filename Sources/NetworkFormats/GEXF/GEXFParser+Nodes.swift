import ActorModel
import NetworkReading

extension GEXFParser {
  /// What the elements inside a node or an edge say.
  struct Inside {
    var attributes: [(field: NamedField?, title: String, values: [String], isList: Bool, place: TextLocation)] = []
    /// Texts of the package's own.
    var carried: [(field: ExtensionField, text: String, place: TextLocation)] = []
    var spells: [GEXFSpell] = []
    var changing: [(title: String, text: String)] = []
  }

  /// Nodes, whose start tag has been read.
  mutating func nodes(partOf whole: String?) throws(Diagnostics) {
    while true {
      switch try xml.next() {
      case .start where isOurs && xml.isNamed("node"): try node(partOf: whole)
      case .start: try skipUnknown()
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done: return
      }
    }
  }

  private mutating func node(partOf whole: String?) throws(Diagnostics) {
    let place = xml.location()
    guard let id = xml.value("id") else { throw xml.failure(at: xml.offset, "a node without id", "add id=\"…\"") }
    var actor = Actor(id: id, name: xml.value("label") ?? "")
    actor.partOf = xml.value("pid") ?? whole
    if actor.partOf != nil { tally.add("nodes inside nodes (pid) are read as parts of them", at: place) }
    var inside = Inside()
    inside.spells = try spellsOfTag()
    elementCount += 1
    let number = elementCount
    while true {
      switch try xml.next() {
      case .start where !isOurs: try skipForeign()
      case .start where xml.isNamed("attvalues"): try attributeValues(&inside, number, ofNode: true)
      case .start where xml.isNamed("spells") || xml.isNamed("slices"): try spells(&inside.spells)
      case .start where xml.isNamed("nodes"):
        let seen = nodeAttributes.lastSeen
        try nodes(partOf: id)
        nodeAttributes.lastSeen = seen
      case .start where xml.isNamed("edges"): try edges()
      case .start where xml.isNamed("parents"):
        tally.add("several parents of a node (phylogeny) are not kept", at: xml.location())
        try xml.skip()
      case .start: try skipUnknown()
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done:
        if !nodeAttributes.defaults.isEmpty { addDefaults(&inside, nodeAttributes, number, at: place) }
        return finish(&actor, &inside, at: place)
      }
    }
  }

  /// Adds the node with what was found inside it.
  private mutating func finish(_ actor: inout Actor, _ inside: inout Inside, at place: TextLocation) {
    for found in inside.attributes {
      if let field = found.field, !(field.key == "label" && !actor.name.isEmpty) {
        graph.setField(field, to: found.values.first ?? "", of: &actor, at: found.place)
      } else if found.isList {
        actor.attributes.append(Attribute(found.title, list: found.values))
      } else {
        graph.keep(found.title, found.values.first ?? "", in: &actor.attributes, at: found.place)
      }
    }
    addChanging(inside.changing, to: &actor.attributes)
    for found in inside.carried { graph.setExtension(found.field, found.text, of: &actor, at: found.place) }
    // Dates of the package's own are exact; GEXF's count where there are none.
    if actor.existence == Interval() { setTimes(inside.spells, of: &actor, at: place) }
    if !inside.spells.isEmpty { hasTimes = true }
    graph.addNode(actor, at: place)
  }

  /// When an actor exists: from its first spell to its last; several spells are also kept as they are.
  private mutating func setTimes(_ spells: [GEXFSpell], of actor: inout Actor, at place: TextLocation) {
    guard !spells.isEmpty else { return }
    let intervals = spells.compactMap(\.interval)
    if intervals.count == spells.count {
      let hasOpenStart = intervals.contains { $0.since == nil }
      let hasOpenEnd = intervals.contains { $0.until == nil }
      actor.existence.since = hasOpenStart ? nil : intervals.compactMap(\.since).min { $0.firstDay < $1.firstDay }
      actor.existence.until = hasOpenEnd ? nil : intervals.compactMap(\.until).max { $0.firstDay < $1.firstDay }
    }
    if spells.count > 1 || intervals.count < spells.count {
      actor.attributes.append(Attribute("spells", list: spells.map(\.text)))
    }
    if spells.count > 1, intervals.count == spells.count {
      tally.add("actors with several spells exist from the first to the last; the spells are an attribute", at: place)
    }
    noteTimes(spells, at: place)
  }

  // MARK: - Values

  /// `<attvalues>`, whose start tag has been read.
  mutating func attributeValues(_ inside: inout Inside, _ number: Int, ofNode: Bool) throws(Diagnostics) {
    while true {
      switch try xml.next() {
      case .start where isOurs && xml.isNamed("attvalue"): try attributeValue(&inside, number, ofNode: ofNode)
      case .start: try skipUnknown()
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done: return
      }
    }
  }

  private mutating func attributeValue(_ inside: inout Inside, _ number: Int, ofNode: Bool) throws(Diagnostics) {
    let tag = xml.offset
    let place = xml.location()
    guard let key = xml.attribute("for") ?? xml.attribute("id") else {
      throw xml.failure(at: tag, "a value that is for no attribute", "add for=\"…\"")
    }
    let id = xml.value(of: key)
    guard let position = (ofNode ? nodeAttributes : edgeAttributes).position(of: id) else {
      let ids = (ofNode ? nodeAttributes : edgeAttributes).list.map(\.id)
      throw xml.failure(
        at: key.value.lowerBound,
        "a value for the attribute '\(id)', which is not declared for \(ofNode ? "nodes" : "edges")",
        NearestNames(to: id, among: ids).first.map { "did you mean '\($0)'?" } ?? "declare it in <attributes>")
    }
    let attribute = (ofNode ? nodeAttributes : edgeAttributes).list[position]
    guard let value = xml.attribute("value") else {
      throw xml.failure(at: tag, "attribute '\(attribute.title)' has no value", "add value=\"…\"")
    }
    let text = xml.value(of: value)
    let time = try spellsOfTag()
    if try !xml.content().isEmpty { tally.add("text inside <attvalue> is not read", at: place) }
    guard let values = attribute.values(text) else {
      if text.trimmingXMLSpace.isEmpty, attribute.field?.key != "weight" {
        return tally.add("values of type \(attribute.type.rawValue) that are empty are not kept", at: place)
      }
      throw xml.failure(
        at: value.value.lowerBound, "'\(text.prefix(40))' for '\(attribute.title)' is no \(attribute.type.rawValue)",
        Advice(DecimalNumber.advice(for: text)))
    }
    if let spell = time.first {
      tally.add("values that change over time are kept as attributes, with their times", at: place)
      inside.changing.append((attribute.title, "\(text) [\(spell.text)]"))
      return
    }
    let lastSeen = ofNode ? nodeAttributes.lastSeen[position] : edgeAttributes.lastSeen[position]
    if lastSeen == number {
      throw xml.failure(at: tag, "a second value for '\(attribute.title)'", "keep one of them, or give each its time")
    }
    if ofNode { nodeAttributes.lastSeen[position] = number } else { edgeAttributes.lastSeen[position] = number }
    if let field = attribute.carried, field.domain == (ofNode ? .node : .edge) {
      inside.carried.append((field, text, place))
    } else {
      inside.attributes.append((attribute.field, attribute.title, values, attribute.isList, place))
    }
  }

  /// Adds the defaults of attributes that an element says nothing about.
  func addDefaults(_ inside: inout Inside, _ table: AttributeTable, _ number: Int, at place: TextLocation) {
    for position in table.defaults where table.lastSeen[position] != number {
      let attribute = table.list[position]
      let values = attribute.values(attribute.defaultText ?? "") ?? []
      inside.attributes.append((attribute.field, attribute.title, values, attribute.isList, place))
    }
  }

  /// Adds values that change over time, each key once.
  func addChanging(_ changing: [(title: String, text: String)], to attributes: inout [Attribute]) {
    for (title, text) in changing {
      if let i = attributes.firstIndex(where: { $0.key == title && $0.isList }) {
        attributes[i].values.append(text)
      } else {
        attributes.append(Attribute(title, list: [text]))
      }
    }
  }
}

extension XMLContent {
  /// Whether there is nothing but white space.
  fileprivate var isEmpty: Bool {
    if case .text(let text) = self { return text.trimmingXMLSpace.isEmpty }
    return false
  }
}
