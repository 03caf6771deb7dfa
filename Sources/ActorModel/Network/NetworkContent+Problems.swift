extension NetworkContent {
  /// Checks everything that can be checked without knowing where the values came from.
  ///
  /// - Returns: All problems, in the order of the network: blocs, sources, actors, relations.
  /// - Complexity: O(size of the network), but for the search of near names where a reference leads nowhere.
  public func problems() -> [NetworkProblem] { checked().problems }

  /// All problems, and where each id stands first.
  ///
  /// - Parameter endsAreKnown: Whether whoever made the content took the ends of relations from its list of actors.
  func checked(endsAreKnown: Bool = false) -> (problems: [NetworkProblem], index: NetworkIndex) {
    var checker = NetworkChecker(content: self, endsAreKnown: endsAreKnown)
    checker.check()
    return (checker.problems, checker.index)
  }
}

/// Where each id of a network stands first in its list.
struct NetworkIndex: Sendable {
  var actors = IDIndex()
  var sources = IDIndex()
  var relations = IDIndex()
  var blocs = IDIndex()
}

/// One pass over a network that notes everything at fault.
///
/// The place of a value is worked out only when something is at fault with it: a sound network of a million relations
/// is checked without making a path.
private struct NetworkChecker {
  let content: NetworkContent
  let endsAreKnown: Bool
  var index = NetworkIndex()
  var problems: [NetworkProblem] = []
  private let furtherNumbers = NetworkFields.standard.relation.fields.filter { field in
    field.kind.isNumber && field.key != "strength" && field.key != "confidence"
  }
  /// How many names may still be compared in search of near ones: a large file with every id wrong ends soon too.
  var comparisonsLeft = 200_000

  init(content: NetworkContent, endsAreKnown: Bool) {
    self.content = content
    self.endsAreKnown = endsAreKnown
  }

  mutating func check() {
    if content.id.isEmpty { error(.root.key("network"), "the network's id is empty", "give it a short name") }
    index.blocs = checkUnique(content.blocs, "bloc")
    index.sources = checkUnique(content.sources, "source")
    index.actors = checkUnique(content.actors, "actor")
    index.relations = checkUnique(content.relations, "relation")
    for (i, source) in content.sources.enumerated() { check(source, at: i) }
    for (i, actor) in content.actors.enumerated() { check(actor, at: i) }
    checkPartCycles()
    for i in content.relations.indices { checkRelation(i) }
  }

  mutating func error(_ path: FieldPath, _ message: String, _ fix: String? = nil) {
    problems.append(NetworkProblem(.error, at: path, message, fix: fix))
  }

  /// The place of a record: `actors[3]`.
  static func place(_ list: String, _ position: Int) -> FieldPath { .root.key(list).index(position) }

  /// Where each id stands first; empty and repeated ids are problems.
  mutating func checkUnique<Record: Identifiable>(_ records: [Record], _ kind: String) -> IDIndex
  where Record.ID == String {
    var repeated: [(position: Int, first: Int)] = []
    let index = IDIndex(records) { repeated.append(($0, $1)) }
    if !index.isNumbered {
      for i in records.indices where records[i].id.isEmpty {
        error(Self.place(kind + "s", i).key("id"), "the \(kind)'s id is empty", "give it a short name")
      }
    }
    for (position, first) in repeated {
      error(
        Self.place(kind + "s", position).key("id"),
        "duplicate id '\(records[position].id)': \(kind) \(first + 1) of the list has it too",
        "give one of them another id")
    }
    return index
  }

  mutating func checkReference<Record: Identifiable>(
    _ id: String, in records: [Record], _ index: IDIndex, _ kind: String, at path: @autoclosure () -> FieldPath
  ) where Record.ID == String {
    guard index.position(of: id, in: records) == nil else { return }
    let near = comparisonsLeft > 0 ? NearestNames(to: id, among: records.map(\.id)).first : nil
    comparisonsLeft -= records.count
    error(
      path(), "there is no \(kind) '\(id)'",
      near.map { "did you mean '\($0)'?" } ?? "add it to the list of \(kind)s, or correct the id")
  }

  mutating func check(_ interval: Interval, _ since: String, at path: @autoclosure () -> FieldPath) {
    guard interval.isEmpty, let first = interval.since, let last = interval.until else { return }
    let order = last.firstDay == first.firstDay ? "the same day as" : "before"
    error(
      path().key("until"), "until \(last) is \(order) \(since) \(first), so that it never holds",
      "until is the first day on which it no longer holds")
  }

  mutating func check(_ source: Source, at position: Int) {
    let path = Self.place("sources", position)
    for (i, other) in source.sameAs.enumerated() {
      checkReference(other, in: content.sources, index.sources, "source", at: path.key("same-as").index(i))
    }
  }

  mutating func check(_ actor: Actor, at position: Int) {
    if actor.existence.until != nil { check(actor.existence, "from", at: Self.place("actors", position)) }
    for (i, alias) in actor.aliases.enumerated() {
      guard let language = alias.language, !Self.isLanguage(language) else { continue }
      error(
        Self.place("actors", position).key("aliases").index(i),
        "'\(language)' is not the code of a language, with which an alias may be marked", "write it as {ru: Россия}")
    }
    if !actor.codes.isEmpty { checkCodes(actor, at: position) }
    if actor.partOf == nil, actor.notSameAs.isEmpty, actor.blocs.isEmpty { return }
    let path = Self.place("actors", position)
    if let whole = actor.partOf {
      checkReference(whole, in: content.actors, index.actors, "actor", at: path.key("part-of"))
    }
    for (i, other) in actor.notSameAs.enumerated() {
      checkReference(other, in: content.actors, index.actors, "actor", at: path.key("not").index(i))
    }
    for (i, membership) in actor.blocs.enumerated() {
      let place = path.key("blocs").index(i)
      check(membership.interval, "since", at: place)
      if !content.blocs.isEmpty { checkReference(membership.bloc, in: content.blocs, index.blocs, "bloc", at: place) }
    }
  }

  /// Whether a text looks like a language tag of BCP 47: `ru`, `prs`, `zh-Hans`.
  static func isLanguage(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count), first.allSatisfy(\.isLetter) else {
      return false
    }
    return text.utf8.allSatisfy { $0 < 0x80 } && parts.allSatisfy { (1...8).contains($0.utf8.count) }
  }

  /// Warns of codes that cannot be of their register: two actors are told to be one by their codes.
  mutating func checkCodes(_ actor: Actor, at position: Int) {
    for code in actor.codes {
      let bytes = Array(code.text.utf8)
      let isLetters = bytes.allSatisfy { (0x41...0x5A).contains($0) }
      let isDigits = bytes.allSatisfy { (0x30...0x39).contains($0) }
      let form: String
      switch code.key {
      case "iso2" where bytes.count != 2 || !isLetters: form = "two capital letters (ISO 3166-1)"
      case "iso3" where bytes.count != 3 || !isLetters: form = "three capital letters (ISO 3166-1)"
      case "cow" where !(1...3).contains(bytes.count) || !(isDigits || isLetters):
        form = "a number up to 999 or three capital letters (Correlates of War)"
      case "wikidata"
      where bytes.count < 2 || bytes[0] != 0x51 || !bytes.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }):
        form = "Q and a number"
      default: continue
      }
      problems.append(
        NetworkProblem(
          .warning, at: Self.place("actors", position).key("codes").key(code.key),
          "code \(code.key) '\(code.text)' is not \(form)", fix: "correct it, or give the register another name"))
    }
  }

  /// Reports each circle of parts once, at its first actor in the file.
  ///
  /// - Complexity: O(actors): no actor is climbed over twice.
  mutating func checkPartCycles() {
    guard content.actors.contains(where: { $0.partOf != nil }) else { return }
    let wholes = content.actors.map { actor in
      actor.partOf.flatMap { index.actors.position(of: $0, in: content.actors) }
    }
    var circles: [[Int]] = []
    /// The number of the climb that came by each actor; 0 where none has.
    var climbs = [Int](repeating: 0, count: wholes.count)
    for start in wholes.indices where climbs[start] == 0 {
      var next: Int? = start
      while let here = next, climbs[here] == 0 {
        climbs[here] = start + 1
        next = wholes[here]
      }
      // A climb that comes back to where it was itself has gone round a circle; another's ground is known.
      if let entry = next, climbs[entry] == start + 1 { circles.append(Self.circle(from: entry, wholes)) }
    }
    for circle in circles.sorted(by: { $0[0] < $1[0] }) { report(circle) }
  }

  /// The actors of a circle, from the first of them in the file.
  private static func circle(from entry: Int, _ wholes: [Int?]) -> [Int] {
    var members = [entry]
    while let last = members.last, let next = wholes[last], next != entry { members.append(next) }
    let first = members.indices.min { members[$0] < members[$1] } ?? 0
    return Array(members[first...] + members[..<first])
  }

  private mutating func report(_ circle: [Int]) {
    let ids = circle.map { content.actors[$0].id }
    let isLong = ids.count > Self.longestCircle
    let shown = isLong ? ids.prefix(Self.longestCircle) + ["… (\(ids.count) actors)"] : ids[...]
    error(
      Self.place("actors", circle[0]).key("part-of"),
      "actors are parts of each other in a circle: \((shown + [ids[0]]).joined(separator: " → "))",
      "take one part-of away")
  }

  /// How many actors of a circle are named.
  private static let longestCircle = 20

  mutating func checkRelation(_ position: Int) {
    if !endsAreKnown { checkEnds(content.relations[position].ends, at: position) }
    if content.relations[position].type.isEmpty {
      error(
        Self.place("relations", position).key("type"), "the relation's type is empty", "name what kind of tie it is")
    }
    let strength = content.relations[position].strength
    if !(strength > 0 && strength < .infinity) {
      error(
        Self.place("relations", position).key("strength"), "strength \(strength) is not a finite number above 0",
        "strength is the size of the tie; whether it is hostile is said by sign: negative")
    }
    let confidence = content.relations[position].confidence
    if !(0...1).contains(confidence) {
      error(
        Self.place("relations", position).key("confidence"), "confidence \(confidence) is outside 0..1",
        "confidence is a probability")
    }
    for field in furtherNumbers { checkRange(of: field, at: position) }
    let validity = content.relations[position].validity
    if validity.until != nil { check(validity, "since", at: Self.place("relations", position)) }
    for (i, item) in content.relations[position].evidence.enumerated() {
      checkReference(
        item.source, in: content.sources, index.sources, "source",
        at: Self.place("relations", position).key("evidence").index(i).key("source"))
      if let strength = item.says.strength, !(strength > 0 && strength < .infinity) {
        error(
          Self.place("relations", position).key("evidence").index(i).key("says").key("strength"),
          "strength \(strength) is not a finite number above 0")
      }
    }
  }

  /// Checks a number of a relation beside its strength and confidence, which are checked without a table for speed.
  private mutating func checkRange(of field: RecordField<Relation>, at position: Int) {
    guard let number = field.value(content.relations[position])?.number else { return }
    let path = Self.place("relations", position).key(field.key)
    if field.kind == .strength, !(number > 0 && number < .infinity) {
      error(path, "\(field.key) \(number) is not a finite number above 0")
    }
    if field.kind == .probability, !(0...1).contains(number) {
      error(path, "\(field.key) \(number) is outside 0..1")
    }
  }

  mutating func checkEnds(_ ends: RelationEnds, at position: Int) {
    switch ends {
    case .directed(let from, let to):
      checkReference(from, in: content.actors, index.actors, "actor", at: Self.place("relations", position).key("from"))
      checkReference(to, in: content.actors, index.actors, "actor", at: Self.place("relations", position).key("to"))
    case .mutual(let a, let b):
      checkReference(
        a, in: content.actors, index.actors, "actor", at: Self.place("relations", position).key("between").index(0))
      checkReference(
        b, in: content.actors, index.actors, "actor", at: Self.place("relations", position).key("between").index(1))
    }
  }
}
