import ActorModel
import NetworkReading

// MARK: - Graphs and nodes

extension GraphMLParser {
  /// A graph, whose start tag has been read.
  ///
  /// - Parameter whole: The node that the graph is nested in, which its nodes are parts of.
  mutating func graphElement(partOf whole: String?) throws(Diagnostics) {
    let isDirected = try edgeDefault()
    while true {
      switch try xml.next() {
      case .start where !isOurs: try skipForeign()
      case .start where xml.isNamed("edge"): try edge(isDirectedDefault: isDirected)
      case .start where xml.isNamed("node"): try node(partOf: whole)
      case .start: try smallElement()
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done: return
      }
    }
  }

  private mutating func smallElement() throws(Diagnostics) {
    switch xml.name {
    case "data": try networkDatum()
    case "desc": try describe()
    case "hyperedge":
      tally.add("hyperedges are not read", at: xml.location(), fix: "write a tie for each pair")
      try xml.skip()
    case "locator":
      tally.add("other files (<locator>) are never read", at: xml.location())
      try xml.skip()
    default: try skipUnknown()
    }
  }

  private mutating func edgeDefault() throws(Diagnostics) -> Bool {
    guard let attribute = xml.attribute("edgedefault") else {
      throw xml.failure(
        at: xml.offset, "the graph has no edgedefault", "write edgedefault=\"directed\" or \"undirected\"")
    }
    switch xml.value(of: attribute) {
    case "directed": return true
    case "undirected": return false
    case let word:
      throw xml.failure(
        at: attribute.value.lowerBound, "edgedefault '\(word)' is neither directed nor undirected",
        "small letters count")
    }
  }

  private mutating func node(partOf whole: String?) throws(Diagnostics) {
    let place = xml.location()
    guard let id = xml.value("id") else { throw xml.failure(at: xml.offset, "a node without id", "add id=\"…\"") }
    var actor = Actor(id: id, name: "")
    actor.partOf = whole
    var isAdded = false
    let number = nextElement()
    while true {
      switch try xml.next() {
      case .start where !isOurs: try skipForeign()
      case .start where xml.isNamed("data"): try nodeDatum(&actor, number)
      case .start where xml.isNamed("graph"):
        tally.add("a graph is nested in a node; its actors are read as parts of it", at: xml.location())
        if !isAdded { graph.addNode(actor, at: place) }
        isAdded = true
        let seen = lastSeen
        try graphElement(partOf: id)
        lastSeen = seen
      case .start where xml.isNamed("desc"):
        let text = try plainText("a description")
        graph.setField("note", to: text, of: &actor, at: place)
      case .start where xml.isNamed("port"):
        tally.add("ports are not read", at: xml.location())
        try xml.skip()
      case .start: try skipUnknown()
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done:
        for i in defaultKeys where keys[i].fits(.node) && lastSeen[i] != number {
          setNode(i, keys[i].defaultText ?? "", &actor, at: place)
        }
        if isAdded, let position = graph.node(actor.id) {
          graph.updateNode(position) { $0 = actor }
        } else {
          graph.addNode(actor, at: place)
        }
        return
      }
    }
  }

  private mutating func nodeDatum(_ actor: inout Actor, _ number: Int) throws(Diagnostics) {
    let place = xml.location()
    let key = try dataKey(in: .node)
    if keys[key].isDrawing {
      if let label = try drawing(), actor.name.isEmpty { actor.name = label }
      return
    }
    try noteDatum(key, in: number)
    guard let text = try datum(key) else { return }
    setNode(key, text, &actor, at: place)
  }

  private mutating func setNode(_ key: Int, _ text: String, _ actor: inout Actor, at place: TextLocation) {
    if let field = keys[key].carried, field.domain == .node {
      graph.setExtension(field, text, of: &actor, at: place)
    } else if let field = keys[key].nodeField {
      graph.setField(field, to: text, of: &actor, at: place)
    } else {
      graph.keep(keys[key].name, text, in: &actor.attributes, at: place)
    }
  }
}

// MARK: - Data

extension GraphMLParser {
  /// A number for an element whose data follow.
  mutating func nextElement() -> Int {
    elementCount += 1
    return elementCount
  }

  /// Position of the key of the `<data>` that starts.
  mutating func dataKey(in domain: GraphMLKey.Domain) throws(Diagnostics) -> Int {
    guard let attribute = xml.attribute("key") else {
      throw xml.failure(at: xml.offset, "data without a key", "add key=\"…\"")
    }
    guard let position = keyPosition(attribute) else {
      let id = xml.value(of: attribute)
      let near = NearestNames(to: id, among: keys.map(\.id)).first
      throw xml.failure(
        at: attribute.value.lowerBound, "data under the key '\(id)', which is not declared",
        near.map { "did you mean '\($0)'?" } ?? "declare it with <key>, before the graph")
    }
    let declared = keys[position].domain
    if declared != domain, declared != .all, !keys[position].hasWrongDomain, !keys[position].isDrawing {
      let key = keys[position]
      graph.log.warning(
        xml.location(of: attribute.value.lowerBound),
        "key '\(key.name)' is declared for \(key.domain.rawValue), but used in a \(domain.rawValue); its data are kept",
        "write for=\"\(domain.rawValue)\", or for=\"all\"")
      keys[position].hasWrongDomain = true
    }
    return position
  }

  /// The value of the `<data>` that starts; `nil` when it is empty where a number should stand, which is said.
  mutating func datum(_ position: Int) throws(Diagnostics) -> String? {
    let offset = xml.offset
    let text = try plainText("data")
    if keys[position].type == .string { return text }
    let key = keys[position]
    if let value = key.value(text) { return value }
    if text.trimmingXMLSpace.isEmpty, key.edgeField?.key != "weight" {
      tally.add("data of type \(key.type.rawValue) without a value are not kept", at: xml.location(of: offset))
      return nil
    }
    throw xml.failure(
      at: offset, "'\(text.prefix(40))' under key '\(key.name)' is no \(key.type.rawValue)",
      key.type == .double || key.type == .float ? Advice(DecimalNumber.advice(for: text)) : "write \(key.example)")
  }

  /// Refuses two data under one key.
  mutating func noteDatum(_ key: Int, in number: Int) throws(Diagnostics) {
    if lastSeen[key] == number {
      throw xml.failure(at: xml.offset, "a second value under the key '\(keys[key].name)'", "keep one of them")
    }
    lastSeen[key] = number
  }

  /// Passes over drawing data of yEd, whose keys hold elements; the first label is returned.
  mutating func drawing() throws(Diagnostics) -> String? {
    tally.add("drawing data of yEd are not kept, but for labels", at: xml.location())
    let depth = xml.depth
    var label: String?
    while xml.depth >= depth {
      guard try xml.next() == .start, label == nil, xml.isNamed("NodeLabel") || xml.isNamed("EdgeLabel") else {
        continue
      }
      let text =
        switch try xml.content() {
        case .text(let text): text.trimmingXMLSpace
        case .elements(_, let before): before.trimmingXMLSpace
        }
      if !text.isEmpty { label = text }
    }
    return label
  }
}
