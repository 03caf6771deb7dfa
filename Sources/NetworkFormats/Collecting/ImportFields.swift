import ActorModel

/// The keys under which formats with free attributes (GML, DOT, JSON) hold what the model has a field for.
enum ImportFields {
  /// A value as a format with types writes it.
  enum Value: Hashable, Sendable {
    case text(String)
    case number(Double)
    case list([String])
  }

  static let nodeKeys: Set<String> = ["id", "label", "name", "kind", "from", "until", "note", "part-of"]
  static let edgeKeys: Set<String> = [
    "id", "source", "target", "type", "label", "weight", "value", "sign", "confidence", "status", "since", "until",
    "note", "directed",
  ]

  /// What there is to write of an actor beyond its id, name first.
  static func pairs(of actor: Actor) -> [(key: String, value: Value)] {
    var pairs: [(key: String, value: Value)] = [("label", .text(actor.name))]
    if let kind = actor.kind { pairs.append(("kind", .text(kind.rawValue))) }
    if let whole = actor.partOf { pairs.append(("part-of", .text(whole))) }
    if let since = actor.existence.since { pairs.append(("from", .text("\(since)"))) }
    if let until = actor.existence.until { pairs.append(("until", .text("\(until)"))) }
    if let note = actor.note { pairs.append(("note", .text(note))) }
    return pairs + self.pairs(of: actor.attributes)
  }

  /// What there is to write of a relation beyond its id and ends.
  ///
  /// Where any relation has a sign, each says its own: a reader takes a positive weight among signs for a positive tie.
  static func pairs(of relation: Relation, isSigned: Bool) -> [(key: String, value: Value)] {
    var pairs: [(key: String, value: Value)] = [("weight", .number(relation.strength))]
    if relation.type != "tie" { pairs.append(("type", .text(relation.type))) }
    if let label = relation.label { pairs.append(("label", .text(label))) }
    if isSigned { pairs.append(("sign", .text(relation.sign.rawValue))) }
    if relation.confidence != 1 { pairs.append(("confidence", .number(relation.confidence))) }
    if relation.status != .fact { pairs.append(("status", .text(relation.status.rawValue))) }
    if let since = relation.validity.since { pairs.append(("since", .text("\(since)"))) }
    if let until = relation.validity.until { pairs.append(("until", .text("\(until)"))) }
    if let note = relation.note { pairs.append(("note", .text(note))) }
    return pairs + self.pairs(of: relation.attributes)
  }

  private static func pairs(of attributes: [Attribute]) -> [(key: String, value: Value)] {
    attributes.map { ($0.key, $0.isList ? .list($0.values) : .text($0.values.first ?? "")) }
  }
}

/// What a reader of a format with free attributes has found of one edge.
struct EdgeDraft: Sendable {
  var weight: Double?
  var details = ImportCollector.EdgeDetails()

  /// The details; `nil` when there are none.
  var detailsIfAny: ImportCollector.EdgeDetails? { details == ImportCollector.EdgeDetails() ? nil : details }
}

extension ImportCollector {
  /// Reads one key of a node. What has a field goes there; anything else becomes an attribute.
  mutating func setField(_ key: String, to text: String, of actor: inout Actor, at place: TextLocation) {
    checkText(text, key, at: place)
    switch key {
    case "label": actor.name = text
    case "name" where actor.name.isEmpty: actor.name = text
    case "kind":
      guard let kind = ActorKind(rawValue: text.lowercased()) else {
        return keep(key, text, in: &actor.attributes, at: place)
      }
      actor.kind = kind
    case "from", "until":
      guard let date = dateOrText(text, key, at: place) else {
        return keep(key, text, in: &actor.attributes, at: place)
      }
      if key == "from" { actor.existence.since = date } else { actor.existence.until = date }
    case "note": actor.note = text
    case "part-of": actor.partOf = text
    default: keep(key, text, in: &actor.attributes, at: place)
    }
  }

  /// Reads one key of an edge. What has a field goes there; anything else becomes an attribute.
  mutating func setField(_ key: String, to text: String, of edge: inout EdgeDraft, at place: TextLocation) {
    checkText(text, key, at: place)
    switch key {
    case "weight":
      guard let weight = number(text, "weight", at: place) else { return }
      edge.weight = weight
    case "id": if isUsable(text, "the tie's id", at: place) { edge.details.id = text }
    case "type": if !text.isEmpty { edge.details.type = text }
    case "label": edge.details.label = text
    case "sign": edge.details.sign = sign(text, at: place)
    case "confidence": edge.details.confidence = confidence(text, at: place)
    case "status":
      guard let status = Status(rawValue: text.lowercased()) else {
        return keep(key, text, in: &edge.details.attributes, at: place)
      }
      edge.details.status = status
    case "since", "until":
      guard let date = dateOrText(text, key, at: place) else {
        return keep(key, text, in: &edge.details.attributes, at: place)
      }
      if key == "since" { edge.details.validity.since = date } else { edge.details.validity.until = date }
    case "note": edge.details.note = text
    default: keep(key, text, in: &edge.details.attributes, at: place)
    }
  }

  /// After all keys of an edge: a `value` is its weight where it has no other.
  mutating func settleWeight(of edge: inout EdgeDraft) {
    guard edge.weight == nil,
      let i = edge.details.attributes.firstIndex(where: { $0.key == "value" && !$0.isList }),
      let weight = DecimalNumber.lenientValue(of: edge.details.attributes[i].text)
    else { return }
    edge.weight = weight
    edge.details.attributes.remove(at: i)
  }

  /// In other people's tables a tie may begin and end in the same year, month or day: it holds through it.
  mutating func settleDates(of edge: inout EdgeDraft, at place: TextLocation) {
    guard let since = edge.details.validity.since, since == edge.details.validity.until else { return }
    let next = Day(number: since.lastDay.number + 1)
    guard let until = try? CalendarDate(next.description) else { return }
    edge.details.validity.until = until
    repair(at: place, "the tie begins and ends in \(since); it is read as holding through it", "until is the day after")
  }

  /// A date; a text without digits is none, and is no error either.
  private mutating func dateOrText(_ text: String, _ what: String, at place: TextLocation) -> CalendarDate? {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) else {
      log.warning(place, "\(what) '\(text.prefix(40))' is not a date, and is kept as an attribute")
      return nil
    }
    return date(text, what, at: place)
  }

  /// Adds an attribute; a key that stands several times makes a list.
  mutating func keep(_ key: String, _ text: String, in attributes: inout [Attribute], at place: TextLocation) {
    guard let i = attributes.firstIndex(where: { $0.key == key }) else {
      guard attributes.count < SourceLimits.attributes else {
        return log.error(place, "more than \(SourceLimits.attributes) attributes of one actor or tie")
      }
      return attributes.append(Attribute(key, text))
    }
    attributes[i].values.append(text)
    attributes[i].isList = true
  }
}
