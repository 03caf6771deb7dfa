import ActorModel
import NetworkReading

extension GraphMLParser {
  /// An edge, whose start tag has been read.
  mutating func edge(isDirectedDefault: Bool) throws(Diagnostics) {
    let place = xml.location()
    let source = try end("source")
    let target = try end("target")
    let isDirected = try direction() ?? isDirectedDefault
    if isDrafted { draft = EdgeDraft() }
    isDrafted = false
    let id = try edgeID()
    if xml.attributes.count > 2, xml.attribute("sourceport") != nil || xml.attribute("targetport") != nil {
      tally.add("ports are not read", at: place)
    }
    if pending.isEmpty, let first = node(source), let second = node(target) {
      let weight = try edgeContent(at: place)
      graph.addEdge(
        from: first, to: second, isDirected: isDirected, weight: weight, line: place.line, column: place.column,
        id: id, details: isDrafted ? draft.detailsIfAny : nil)
      return
    }
    let ends = (named(source), named(target))
    draft.weight = try edgeContent(at: place)
    draft.details.id = id
    isDrafted = true
    pending.append(PendingEdge(source: ends.0, target: ends.1, isDirected: isDirected, draft: draft, place: place))
  }

  /// Adds the edges that waited for their nodes, now that all are known.
  mutating func addPendingEdges() {
    for edge in pending {
      let first = graph.end(edge.source.id, "source", at: edge.source.place)
      let second = graph.end(edge.target.id, "target", at: edge.target.place)
      guard let first, let second else { continue }
      graph.addEdge(
        from: first, to: second, isDirected: edge.isDirected, weight: edge.draft.weight, line: edge.place.line,
        column: edge.place.column, details: edge.draft.detailsIfAny)
    }
    pending = []
  }

  private mutating func end(_ name: StaticString) throws(Diagnostics) -> XMLReader.Attribute {
    guard let attribute = xml.attribute(name) else {
      throw xml.failure(at: xml.offset, "an edge without \(name)", "add \(name)=\"…\"")
    }
    return attribute
  }

  /// The node that an attribute names, where it is known already.
  private mutating func node(_ attribute: XMLReader.Attribute) -> Int32? {
    if attribute.decoded >= 0 { return graph.node(xml.value(of: attribute)) }
    return xml.bytes.withBytes(attribute.value) { graph.node($0) }
  }

  private mutating func named(_ attribute: XMLReader.Attribute) -> (id: String, place: TextLocation) {
    (xml.value(of: attribute), xml.location(of: attribute.value.lowerBound))
  }

  private mutating func direction() throws(Diagnostics) -> Bool? {
    guard let attribute = xml.attribute("directed") else { return nil }
    switch xml.value(of: attribute) {
    case "true", "1": return true
    case "false", "0": return false
    case let word:
      throw xml.failure(
        at: attribute.value.lowerBound, "directed '\(word)' is neither true nor false", "write true or false")
    }
  }

  /// The edge's id; NetworkX writes 0, 1, … anew for each pair, so that a repeated one is dropped, not an error.
  private mutating func edgeID() throws(Diagnostics) -> String? {
    guard let attribute = xml.attribute("id") else { return nil }
    let id = xml.value(of: attribute)
    if attribute.decoded >= 0 || !xml.bytes.isPrintableASCII(attribute.value) {
      guard graph.isUsable(id, "the edge's id", at: xml.location(of: attribute.value.lowerBound)) else { return nil }
    }
    let isNew = edgeIDs.intern(id).isNew
    if isNew { return id }
    let place = xml.location(of: attribute.value.lowerBound)
    tally.add("edge ids that stand twice are replaced by numbers", at: place, fix: "give each edge an id of its own")
    return nil
  }

  /// Reads what an edge holds, to its end tag: all but a plain weight goes to the draft.
  ///
  /// - Returns: The weight.
  private mutating func edgeContent(at place: TextLocation) throws(Diagnostics) -> Double? {
    let number = nextElement()
    var weight: Double?
    while true {
      switch try xml.next() {
      case .start where !isOurs: try skipForeign()
      case .start where xml.isNamed("data"):
        if let plain = try edgeDatum(number) { weight = plain }
      case .start where xml.isNamed("desc"):
        draft.details.note = try plainText("a description")
        isDrafted = true
      case .start: try skipUnknown()
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done:
        for i in defaultKeys where keys[i].fits(.edge) && lastSeen[i] != number {
          setEdge(i, keys[i].defaultText ?? "", at: place)
        }
        if let weight { return weight }
        if isDrafted { graph.settleWeight(of: &draft) }
        return draft.weight
      }
    }
  }

  /// One datum of an edge.
  ///
  /// - Returns: Its value, when it is a plain weight; anything else goes to the draft.
  private mutating func edgeDatum(_ number: Int) throws(Diagnostics) -> Double? {
    let offset = xml.offset
    let key = try dataKey(in: .edge)
    if keys[key].isDrawing {
      if let label = try drawing(), draft.details.label == nil {
        draft.details.label = label
        isDrafted = true
      }
      return nil
    }
    try noteDatum(key, in: number)
    if keys[key].isWeight, let weight = try plainNumber(key) { return weight }
    let place = xml.location(of: offset)
    if let text = try datum(key) { setEdge(key, text, at: place) }
    return nil
  }

  /// A weight that is a plain number, read without making a string of it where that is exact; `nil` when the slower
  /// way must decide.
  private mutating func plainNumber(_ key: Int) throws(Diagnostics) -> Double? {
    guard keys[key].type == .double || keys[key].type == .float, !xml.isEmptyElement else { return nil }
    let start = xml.position
    let number = xml.bytes.withBytes(start..<min(start + 40, xml.bytes.count)) { bytes -> Double? in
      guard let end = bytes.firstIndex(of: UInt8(ascii: "<")) else { return nil }
      if let value = DecimalNumber.fastValue(of: bytes, from: 0, to: end) { return value }
      let value = DecimalNumber.value(of: String(decoding: bytes[..<end], as: UTF8.self))
      return value == 0 ? nil : value
    }
    guard let number, try xml.plainContent() != nil else { return nil }
    return number
  }

  private mutating func setEdge(_ key: Int, _ text: String, at place: TextLocation) {
    isDrafted = true
    if let field = keys[key].carried, field.domain == .edge {
      graph.setExtension(field, text, of: &draft, at: place)
    } else if let field = keys[key].edgeField {
      graph.setField(field, to: text, of: &draft, at: place)
    } else {
      graph.keep(keys[key].name, text, in: &draft.details.attributes, at: place)
    }
  }
}
