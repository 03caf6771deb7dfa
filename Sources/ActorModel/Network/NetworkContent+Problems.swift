extension NetworkContent {
  /// Checks everything that can be checked without knowing where the values came from.
  ///
  /// - Returns: All problems, in the order of the network: blocs, sources, actors, relations.
  /// - Complexity: O(size of the network); near names are searched for the first references that lead nowhere, up to
  ///   200,000 comparisons.
  public func problems() -> [NetworkProblem] {
    var checker = NetworkChecker(content: self)
    checker.check()
    return checker.problems
  }
}

/// One pass over a network that notes everything at fault.
private struct NetworkChecker {
  let content: NetworkContent
  let actorIDs: Set<String>
  let sourceIDs: Set<String>
  let blocIDs: Set<String>
  var problems: [NetworkProblem] = []
  /// How many names may still be compared in search of near ones: a large file with every id wrong ends soon too.
  var comparisonsLeft = 200_000

  init(content: NetworkContent) {
    self.content = content
    actorIDs = Set(content.actors.map(\.id))
    sourceIDs = Set(content.sources.map(\.id))
    blocIDs = Set(content.blocs.map(\.id))
  }

  mutating func check() {
    if content.id.isEmpty { error(.root.key("network"), "the network's id is empty", "give it a short name") }
    checkUnique(content.blocs.map(\.id), "bloc", at: .root.key("blocs"))
    checkUnique(content.sources.map(\.id), "source", at: .root.key("sources"))
    checkUnique(content.actors.map(\.id), "actor", at: .root.key("actors"))
    checkUnique(content.relations.map(\.id), "relation", at: .root.key("relations"))
    for (i, source) in content.sources.enumerated() { check(source, at: .root.key("sources").index(i)) }
    for (i, actor) in content.actors.enumerated() { check(actor, at: .root.key("actors").index(i)) }
    checkPartCycles()
    for (i, relation) in content.relations.enumerated() { check(relation, at: .root.key("relations").index(i)) }
  }

  mutating func error(_ path: FieldPath, _ message: String, _ fix: String? = nil) {
    problems.append(NetworkProblem(.error, at: path, message, fix: fix))
  }

  mutating func checkUnique(_ ids: [String], _ kind: String, at path: FieldPath) {
    var first: [String: Int] = [:]
    for (i, id) in ids.enumerated() {
      let place = path.index(i).key("id")
      if id.isEmpty { error(place, "the \(kind)'s id is empty", "give it a short name") }
      if let earlier = first[id] {
        error(
          place, "duplicate id '\(id)': \(kind) \(earlier + 1) of the list has it too", "give one of them another id")
      } else {
        first[id] = i
      }
    }
  }

  mutating func checkReference(_ id: String, among ids: Set<String>, _ kind: String, at path: FieldPath) {
    guard !ids.contains(id) else { return }
    let near = comparisonsLeft > 0 ? NearestNames(to: id, among: ids).first : nil
    comparisonsLeft -= ids.count
    error(
      path, "there is no \(kind) '\(id)'",
      near.map { "did you mean '\($0)'?" } ?? "add it to the list of \(kind)s, or correct the id")
  }

  mutating func check(_ interval: Interval, _ since: String, at path: FieldPath) {
    guard interval.isEmpty, let first = interval.since, let last = interval.until else { return }
    let order = last.firstDay == first.firstDay ? "the same day as" : "before"
    error(
      path.key("until"), "until \(last) is \(order) \(since) \(first), so that it never holds",
      "until is the first day on which it no longer holds")
  }

  mutating func check(_ source: Source, at path: FieldPath) {
    for (i, other) in source.sameAs.enumerated() {
      checkReference(other, among: sourceIDs, "source", at: path.key("same-as").index(i))
    }
  }

  mutating func check(_ actor: Actor, at path: FieldPath) {
    check(actor.existence, "from", at: path)
    if let whole = actor.partOf {
      checkReference(whole, among: actorIDs, "actor", at: path.key("part-of"))
    }
    for (i, other) in actor.notSameAs.enumerated() {
      checkReference(other, among: actorIDs, "actor", at: path.key("not").index(i))
    }
    for (i, membership) in actor.blocs.enumerated() {
      let place = path.key("blocs").index(i)
      check(membership.interval, "since", at: place)
      if !blocIDs.isEmpty { checkReference(membership.bloc, among: blocIDs, "bloc", at: place) }
    }
  }

  /// Reports each circle of parts once, at its first actor in the file.
  mutating func checkPartCycles() {
    var wholeOf: [String: String] = [:]
    for actor in content.actors { wholeOf[actor.id] = actor.partOf }
    var reported: Set<String> = []
    for (i, actor) in content.actors.enumerated() where !reported.contains(actor.id) {
      var chain = [actor.id]
      var seen: Set<String> = [actor.id]
      while let last = chain.last, let whole = wholeOf[last], seen.insert(whole).inserted { chain.append(whole) }
      guard let last = chain.last, wholeOf[last] == actor.id else { continue }
      reported.formUnion(chain)
      error(
        .root.key("actors").index(i).key("part-of"),
        "actors are parts of each other in a circle: \((chain + [actor.id]).joined(separator: " → "))",
        "take one part-of away")
    }
  }

  mutating func check(_ relation: Relation, at path: FieldPath) {
    let places =
      relation.ends.isDirected
      ? [path.key("from"), path.key("to")] : [path.key("between").index(0), path.key("between").index(1)]
    checkReference(relation.ends.first, among: actorIDs, "actor", at: places[0])
    checkReference(relation.ends.second, among: actorIDs, "actor", at: places[1])
    if relation.type.isEmpty { error(path.key("type"), "the relation's type is empty", "name what kind of tie it is") }
    if !(relation.strength > 0 && relation.strength < .infinity) {
      error(
        path.key("strength"), "strength \(relation.strength) is not a finite number above 0",
        "strength is the size of the tie; whether it is hostile is said by sign: negative")
    }
    if !(0...1).contains(relation.confidence) {
      error(path.key("confidence"), "confidence \(relation.confidence) is outside 0..1", "confidence is a probability")
    }
    check(relation.validity, "since", at: path)
    for (i, item) in relation.evidence.enumerated() {
      let place = path.key("evidence").index(i)
      checkReference(item.source, among: sourceIDs, "source", at: place.key("source"))
      if let strength = item.says.strength, !(strength > 0 && strength < .infinity) {
        error(place.key("says").key("strength"), "strength \(strength) is not a finite number above 0")
      }
    }
  }
}
