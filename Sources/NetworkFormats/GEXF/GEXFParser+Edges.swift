import ActorModel

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
    var edge = Edge(
      id: try edgeID(), source: xml.value(of: source), target: xml.value(of: target), isDirected: isDirectedDefault,
      place: place, sourcePlace: xml.location(of: source.value.lowerBound),
      targetPlace: xml.location(of: target.value.lowerBound))
    if let type = xml.attribute("type") { edge.isDirected = try direction(type, "type") }
    edge.draft.details.id = edge.id
    if let weight = xml.attribute("weight") {
      edge.draft.weight = graph.number(
        xml.value(of: weight), "weight", at: xml.location(of: weight.value.lowerBound))
    }
    edge.draft.details.label = xml.value("label")
    if let kind = xml.value("kind"), !kind.isEmpty { edge.draft.details.type = kind }
    var inside = Inside(record: CarriedRecords.Record(at: place))
    inside.spells = try spellsOfTag()
    elementCount += 1
    let number = elementCount
    try edgeContent(&inside, number)
    if records != nil { return addRecord(edge, inside) }
    addDefaults(&inside, edgeAttributes, number, at: place)
    fill(&edge, from: inside)
    if pending.isEmpty, graph.node(edge.source) != nil, graph.node(edge.target) != nil {
      add(edge)
    } else {
      pending.append(edge)
    }
  }

  private mutating func edgeID() throws(Diagnostics) -> String? {
    guard let attribute = xml.attribute("id") else { return nil }
    let id = xml.value(of: attribute)
    let place = xml.location(of: attribute.value.lowerBound)
    guard graph.isUsable(id, "the edge's id", at: place) else { return nil }
    if let line = edgeLines.updateValue(place.line, forKey: id) {
      graph.log.error(
        place, "duplicate edge id '\(id)'; it stands in line \(line) too", "give one of them another id")
      return nil
    }
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
    for found in inside.attributes {
      let isTaken =
        (found.field == "weight" && edge.draft.weight != nil)
        || (found.field == "label" && edge.draft.details.label != nil)
        || (found.field == "type" && edge.draft.details.type != nil)
      if let field = found.field, !isTaken {
        graph.setField(field, to: found.values.first ?? "", of: &edge.draft, at: found.place)
      } else if found.isList {
        edge.draft.details.attributes.append(Attribute(found.title, list: found.values))
      } else if found.field != "weight" || DecimalNumber.lenientValue(of: found.values[0]) != edge.draft.weight {
        graph.keep(found.title, found.values.first ?? "", in: &edge.draft.details.attributes, at: found.place)
      }
    }
    addChanging(inside.changing, to: &edge.draft.details.attributes)
    edge.spells = inside.spells
    graph.settleWeight(of: &edge.draft)
  }

  /// Adds an edge: one tie, or one for each of its spells.
  mutating func add(_ edge: Edge) {
    let first = graph.end(edge.source, "source", at: edge.sourcePlace)
    let second = graph.end(edge.target, "target", at: edge.targetPlace)
    guard let first, let second else { return }
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
      if i > 0, let id = edge.id { details.id = freeID(id, i + 1) }
      let kept = details == PlainGraph.EdgeDetails() ? nil : details
      graph.addEdge(
        from: first, to: second, isDirected: edge.isDirected, weight: draft.weight, line: edge.place.line,
        column: edge.place.column, details: kept)
    }
  }

  /// An id for a further spell of an edge: `e1-2`.
  private mutating func freeID(_ id: String, _ number: Int) -> String {
    var candidate = "\(id)-\(number)"
    while edgeLines.updateValue(0, forKey: candidate) != nil { candidate += "x" }
    return candidate
  }

  /// Adds an edge of the package's own. Its dates are texts of their own; GEXF's count where there are none.
  private mutating func addRecord(_ edge: Edge, _ inside: Inside) {
    var record = inside.record
    if let weight = edge.draft.weight { record.set("strength", DecimalNumber.text(of: weight), at: edge.place) }
    if !record.has("type"), let type = edge.draft.details.type { record.set("type", type, at: edge.place) }
    if !record.has("label"), let label = edge.draft.details.label { record.set("label", label, at: edge.place) }
    if !record.has("since"), !record.has("until"), let interval = inside.spells.first?.interval {
      if let since = interval.since { record.set("since", "\(since)", at: edge.place) }
      if let until = interval.until { record.set("until", "\(until)", at: edge.place) }
    }
    records?.addRelation(record, id: edge.id, from: edge.source, to: edge.target, isDirected: edge.isDirected)
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
