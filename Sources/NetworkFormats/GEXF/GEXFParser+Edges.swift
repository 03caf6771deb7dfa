import ActorModel
import NetworkReading

extension GEXFParser {
  /// Edges, whose start tag has been read.
  mutating func edges() throws(Diagnostics) {
    while true {
      switch try xml.next() {
      case .start where isOurs && xml.isNamed("edge"): try edge()
      case .start: try skipUnknown()
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done: return
      }
    }
  }

  private mutating func edge() throws(Diagnostics) {
    let place = xml.location()
    guard let source = xml.attribute("source") else {
      throw xml.failure(at: xml.offset, "an edge without source", "add source=\"…\"")
    }
    guard let target = xml.attribute("target") else {
      throw xml.failure(at: xml.offset, "an edge without target", "add target=\"…\"")
    }
    var ends: (Int32, Int32)?
    if pending.isEmpty, let first = node(source), let second = node(target) { ends = (first, second) }
    let names = ends == nil ? (named(source), named(target)) : nil
    var edge = Edge(id: try edgeID(), isDirected: isDirectedDefault, place: place)
    if let type = xml.attribute("type") { edge.isDirected = try direction(type, "type") }
    if let weight = xml.attribute("weight") { edge.draft.weight = number(weight) }
    if let label = xml.value("label") {
      edge.draft.details.label = label
      edge.isDrafted = true
    }
    if let kind = xml.value("kind"), !kind.isEmpty {
      edge.draft.details.type = kind
      edge.isDrafted = true
    }
    elementCount += 1
    let number = elementCount
    let spells = try spellsOfTag()
    if xml.isEmptyElement, spells.isEmpty, edgeAttributes.defaults.isEmpty {
      _ = try xml.next()
    } else {
      var inside = Inside()
      inside.spells = spells
      try edgeContent(&inside, number)
      if !edgeAttributes.defaults.isEmpty { addDefaults(&inside, edgeAttributes, number, at: place) }
      fill(&edge, from: inside)
    }
    if let ends { return add(edge, from: ends.0, to: ends.1) }
    if let names { pending.append(PendingEdge(source: names.0, target: names.1, edge: edge)) }
  }

  /// Adds the edges that waited for their nodes, now that all are known.
  mutating func addPendingEdges() {
    for waiting in pending {
      let first = graph.end(waiting.source.id, "source", at: waiting.source.place)
      let second = graph.end(waiting.target.id, "target", at: waiting.target.place)
      if let first, let second { add(waiting.edge, from: first, to: second) }
    }
    pending = []
  }

  /// The node that an attribute names, where it is known already.
  private mutating func node(_ attribute: XMLReader.Attribute) -> Int32? {
    if attribute.decoded >= 0 { return graph.node(xml.value(of: attribute)) }
    return xml.bytes.withBytes(attribute.value) { graph.node($0) }
  }

  private mutating func named(_ attribute: XMLReader.Attribute) -> (id: String, place: TextLocation) {
    (xml.value(of: attribute), xml.location(of: attribute.value.lowerBound))
  }

  private mutating func number(_ attribute: XMLReader.Attribute) -> Double? {
    let fast = xml.bytes.withBytes(attribute.value) { DecimalNumber.fastValue(of: $0, from: 0, to: $0.count) }
    if attribute.decoded < 0, let fast { return fast }
    return graph.number(xml.value(of: attribute), "weight", at: xml.location(of: attribute.value.lowerBound))
  }

  private mutating func edgeID() throws(Diagnostics) -> String? {
    guard let attribute = xml.attribute("id") else { return nil }
    let id = xml.value(of: attribute)
    if attribute.decoded >= 0 || !xml.bytes.isPrintableASCII(attribute.value) {
      guard graph.isUsable(id, "the edge's id", at: xml.location(of: attribute.value.lowerBound)) else { return nil }
    }
    let (position, isNew) = edgeIDs.intern(id)
    let place = isNew ? nil : xml.location(of: attribute.value.lowerBound)
    if let place {
      graph.log.error(
        place, "duplicate edge id '\(id)'; it stands in line \(edgeLines[Int(position)]) too",
        "give one of them another id")
      return nil
    }
    edgeLines.append(Int32(clamping: xml.location(of: attribute.value.lowerBound).line))
    return id
  }

  private mutating func edgeContent(_ inside: inout Inside, _ number: Int) throws(Diagnostics) {
    while true {
      switch try xml.next() {
      case .start where !isOurs: try skipForeign()
      case .start where xml.isNamed("attvalues"): try attributeValues(&inside, number, ofNode: false)
      case .start where xml.isNamed("spells") || xml.isNamed("slices"): try spells(&inside.spells)
      case .start: try skipUnknown()
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done: return
      }
    }
  }

  /// Takes over what was found inside an edge; its own weight and label come before those of attributes.
  private mutating func fill(_ edge: inout Edge, from inside: Inside) {
    edge.isDrafted = true
    for found in inside.attributes {
      let isTaken =
        (found.field?.key == "weight" && edge.draft.weight != nil)
        || (found.field?.key == "label" && edge.draft.details.label != nil)
        || (found.field?.key == "type" && edge.draft.details.type != nil)
      if let field = found.field, !isTaken {
        graph.setField(field, to: found.values.first ?? "", of: &edge.draft, at: found.place)
      } else if found.isList {
        edge.draft.details.attributes.append(Attribute(found.title, list: found.values))
      } else if found.field?.key != "weight" || DecimalNumber.lenientValue(of: found.values[0]) != edge.draft.weight {
        graph.keep(found.title, found.values.first ?? "", in: &edge.draft.details.attributes, at: found.place)
      }
    }
    addChanging(inside.changing, to: &edge.draft.details.attributes)
    for found in inside.carried { graph.setExtension(found.field, found.text, of: &edge.draft, at: found.place) }
    // Dates of the package's own are exact; GEXF's count where there are none.
    if edge.draft.details.validity == Interval() { edge.spells = inside.spells }
    if !inside.spells.isEmpty { hasTimes = true }
    graph.settleWeight(of: &edge.draft)
  }

  /// Adds an edge: one tie, or one for each of its spells.
  private mutating func add(_ edge: Edge, from first: Int32, to second: Int32) {
    guard edge.isDrafted else {
      return graph.addEdge(
        from: first, to: second, isDirected: edge.isDirected, weight: edge.draft.weight, line: edge.place.line,
        column: edge.place.column, id: edge.id)
    }
    noteTimes(edge.spells, at: edge.place)
    let intervals = edge.spells.compactMap(\.interval)
    var draft = edge.draft
    if intervals.count < edge.spells.count {
      draft.details.attributes.append(Attribute("spells", list: edge.spells.map(\.text)))
    }
    let isDated = !intervals.isEmpty && intervals.count == edge.spells.count
    if isDated, intervals.count > 1 {
      tally.add("edges with several spells are read as one tie for each", at: edge.place)
    }
    for (i, interval) in (isDated ? intervals : [draft.details.validity]).enumerated() {
      var details = draft.details
      details.validity = interval
      var id = edge.id
      if i > 0, let first = id { id = freeID(first, i + 1) }
      let kept = details == ImportCollector.EdgeDetails() ? nil : details
      graph.addEdge(
        from: first, to: second, isDirected: edge.isDirected, weight: draft.weight, line: edge.place.line,
        column: edge.place.column, id: id, details: kept)
    }
  }

  /// An id for a further spell of an edge: `e1-2`.
  private mutating func freeID(_ id: String, _ number: Int) -> String {
    var candidate = "\(id)-\(number)"
    while !edgeIDs.intern(candidate).isNew { candidate += "x" }
    edgeLines.append(0)
    return candidate
  }

  // MARK: - Times

  /// The times that the attributes of the tag that starts give.
  mutating func spellsOfTag() throws(Diagnostics) -> [GEXFSpell] {
    guard xml.attributes.count > 1 || xml.isNamed("spell") || xml.isNamed("slice") else { return [] }
    if let list = xml.attribute("intervals") { return try intervals(list) }
    if let list = xml.attribute("timestamps") {
      var spells: [GEXFSpell] = []
      for text in Self.items(xml.value(of: list)) {
        let time = try time(text, at: list)
        spells.append(GEXFSpell(start: time, end: time, text: text))
      }
      return spells
    }
    if let attribute = xml.attribute("timestamp") {
      let text = xml.value(of: attribute)
      let time = try time(text, at: attribute)
      return [GEXFSpell(start: time, end: time, text: text)]
    }
    let start = xml.attribute("start") ?? xml.attribute("startopen")
    let end = xml.attribute("end") ?? xml.attribute("endopen")
    guard start != nil || end != nil else { return [] }
    var spell = GEXFSpell(text: "")
    spell.isStartOpen = xml.attribute("start") == nil && start != nil
    spell.isEndOpen = xml.attribute("end") == nil && end != nil
    var texts = ("", "")
    if let start {
      texts.0 = xml.value(of: start)
      spell.start = try time(texts.0, at: start)
    }
    if let end {
      texts.1 = xml.value(of: end)
      spell.end = try time(texts.1, at: end)
    }
    spell.text = "\(texts.0)/\(texts.1)"
    if let end, let interval = spell.interval, interval.isEmpty {
      throw xml.failure(
        at: end.value.lowerBound, "end \(texts.1) is before start \(texts.0)", "swap them, or correct one")
    }
    return [spell]
  }

  /// `<spells>`, whose start tag has been read.
  mutating func spells(_ spells: inout [GEXFSpell]) throws(Diagnostics) {
    while true {
      switch try xml.next() {
      case .start where isOurs && (xml.isNamed("spell") || xml.isNamed("slice")):
        let found = try spellsOfTag()
        spells += found.isEmpty ? [GEXFSpell(text: "/")] : found
        try xml.skip()
      case .start: try skipUnknown()
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done: return
      }
    }
  }

  /// Says what of times is not kept as dates.
  mutating func noteTimes(_ spells: [GEXFSpell], at place: TextLocation) {
    if spells.isEmpty { return }
    hasTimes = true
    if spells.contains(where: { $0.interval == nil }) {
      tally.add("times are numbers without a unit; they are kept as an attribute 'spells'", at: place)
    }
    if spells.contains(where: \.losesTime) {
      tally.add("dates are kept as days; their times of day and zones are not", at: place)
    }
  }

  private mutating func time(_ text: String, at attribute: XMLReader.Attribute) throws(Diagnostics) -> GEXFTime {
    hasTimes = true
    do {
      return try GEXFTime(text, format: timeFormat)
    } catch {
      throw xml.failure(at: attribute.value.lowerBound, error.message, "correct it, or the graph's timeformat")
    }
  }

  /// GEXF 1.3's `<[2009-03-01, 2009-03-10]; …>`; round brackets leave an end out.
  private mutating func intervals(_ attribute: XMLReader.Attribute) throws(Diagnostics) -> [GEXFSpell] {
    var spells: [GEXFSpell] = []
    for item in Self.items(xml.value(of: attribute), separator: ";") {
      let ends = item.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
      guard ends.count == 2, let first = item.first, let last = item.last, "[(".contains(first), "])".contains(last)
      else {
        throw xml.failure(at: attribute.value.lowerBound, "'\(item)' is not an interval", "write <[start, end]; …>")
      }
      let start = String(ends[0]).trimmingXMLSpace
      let end = String(ends[1]).trimmingXMLSpace
      var spell = GEXFSpell(text: "\(start)/\(end)")
      spell.start = try time(start, at: attribute)
      spell.end = try time(end, at: attribute)
      spell.isStartOpen = first == "("
      spell.isEndOpen = last == ")"
      if let interval = spell.interval, interval.isEmpty {
        throw xml.failure(at: attribute.value.lowerBound, "end \(end) is before start \(start)", "swap them")
      }
      spells.append(spell)
    }
    return spells
  }

  /// The items of `<a; b>` or `<[a, b]>`.
  private static func items(_ text: String, separator: Character? = nil) -> [String] {
    var body = text.trimmingXMLSpace
    if body.hasPrefix("<"), body.hasSuffix(">") { body = String(body.dropFirst().dropLast()) }
    if separator == nil, body.hasPrefix("["), body.hasSuffix("]") { body = String(body.dropFirst().dropLast()) }
    let parts = body.split { $0 == separator || (separator == nil && ($0 == "," || $0 == ";")) }
    return parts.map { String($0).trimmingXMLSpace }.filter { !$0.isEmpty }
  }
}
