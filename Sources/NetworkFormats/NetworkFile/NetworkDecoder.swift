import ActorModel

/// Makes a network of a tree of values: every problem of the file at once, each with its place.
struct NetworkDecoder {
  private var reader: RecordReader
  private var unstated = UnstatedFields()

  init(file: String) { reader = RecordReader(file: file) }

  /// What was found at fault so far.
  var diagnostics: [Diagnostic] { reader.diagnostics }

  /// A list of texts that stands alone.
  mutating func texts(_ node: SourceNode?, _ what: String, areIDs: Bool = true) -> [String] {
    if areIDs { return reader.texts(node, what) }
    return reader.items(of: node, what).compactMap { reader.text($0, "an entry of \(what)") }
  }

  /// Attributes that stand alone.
  mutating func attributes(_ node: SourceNode?, _ what: String) -> [Attribute] {
    reader.attributes(node, what)
  }

  /// The network.
  ///
  /// - Throws: All problems, errors first, when at least one is an error.
  mutating func decode(_ root: SourceNode) throws(Diagnostics) -> ImportedNetwork {
    let content = content(of: root)
    warnOfConfusables(content.actors.map(\.id), in: root)
    let found = content.problems()
    let hasReadErrors = reader.diagnostics.contains { $0.severity == .error }
    let placed = found.map { problem in
      Diagnostic(
        file: reader.file, location: root.location(of: problem.path), severity: problem.severity,
        message: problem.message, fix: problem.fix)
    }
    // A field that could not be read is already reported; what the model says of its stand-in is noise.
    let reported = Set(reader.diagnostics.filter { $0.severity == .error }.map(\.location))
    let all = (reader.diagnostics + placed.filter { !reported.contains($0.location) })
      .sorted { $0.location < $1.location }
    guard !hasReadErrors else { throw Diagnostics(all) }
    do {
      let network = try ActorNetwork(content)
      let report = ImportReport(
        format: "network",
        counts: [
          ImportCount("sources", content.sources.count), ImportCount("actors", content.actors.count),
          ImportCount("relations", content.relations.count),
        ], diagnostics: all, unstated: unstated)
      return ImportedNetwork(network: network, report: report)
    } catch {
      throw Diagnostics(all)
    }
  }

  private mutating func warnOfConfusables(_ ids: [String], in root: SourceNode) {
    func place(_ position: Int) -> TextLocation {
      root.location(of: FieldPath.root.key("actors").index(position).key("id"))
    }
    for pair in Confusables.pairs(among: ids) where ids[pair.later] != ids[pair.earlier] {
      reader.warning(
        place(pair.later), pair.message(ids, earlierLine: place(pair.earlier).line), Confusables.advice)
    }
  }

  private mutating func content(of root: SourceNode) -> NetworkContent {
    var content = NetworkContent(id: "-")
    guard let fields = reader.fields(of: root, .network) else { return content }
    content.id = reader.identifier(fields["network"], "network") ?? "-"
    content.title = reader.text(fields["title"], "title")
    content.language = reader.text(fields["language"], "language")
    content.description = reader.text(fields["description"], "description")
    content.blocs = records(fields, "blocs", .bloc) { decoder, fields, _ in decoder.bloc(fields) }
    content.sources = records(fields, "sources", .source) { $0.source($1, at: $2) }
    content.actors = records(fields, "actors", .actor) { $0.actor($1, at: $2) }
    content.relations = records(fields, "relations", .relation) { $0.relation($1, at: $2) }
    return content
  }

  /// The records of a list, each read by its fields, with the place where it begins.
  mutating func records<Record>(
    _ fields: RecordFields, _ key: String, _ spec: RecordSpec,
    _ read: (inout NetworkDecoder, RecordFields, TextLocation) -> Record
  ) -> [Record] {
    var records: [Record] = []
    let items = reader.items(of: fields[key], key)
    records.reserveCapacity(items.count)
    for item in items {
      guard let itemFields = reader.fields(of: item, spec) else { continue }
      records.append(read(&self, itemFields, item.location))
    }
    return records
  }

  /// An id that is missing was reported; the stand-in keeps positions in step and never clashes.
  private mutating func id(_ fields: RecordFields, _ place: TextLocation) -> String {
    reader.identifier(fields["id"], "id") ?? "(no id at \(place.line):\(place.column))"
  }

  mutating func bloc(_ fields: RecordFields) -> Bloc {
    var bloc = Bloc(
      id: reader.identifier(fields["id"], "id") ?? "-", name: reader.text(fields["name"], "name") ?? "-")
    bloc.note = reader.text(fields["note"], "note")
    return bloc
  }

  mutating func source(_ fields: RecordFields, at place: TextLocation) -> Source {
    var source = Source(id: id(fields, place))
    source.title = reader.text(fields["title"], "title")
    source.publisher = reader.text(fields["publisher"], "publisher")
    source.author = reader.text(fields["author"], "author")
    source.language = reader.text(fields["language"], "language")
    source.published = reader.date(fields["published"], "published")
    source.url = reader.text(fields["url"], "url")
    source.reliability = reader.word(fields["reliability"], "reliability")
    source.sameAs = reader.texts(fields["same-as"], "same-as")
    source.note = reader.text(fields["note"], "note")
    return source
  }

  private mutating func actor(_ fields: RecordFields, at place: TextLocation) -> Actor {
    var actor = Actor(id: id(fields, place), name: reader.text(fields["name"], "name") ?? "-")
    actor.kind = reader.word(fields["kind"], "kind")
    actor.aliases = aliases(fields["aliases"])
    actor.codes = reader.attributes(fields["codes"], "codes")
    actor.blocs = memberships(fields["blocs"])
    actor.notSameAs = reader.texts(fields["not"], "not")
    actor.partOf = reader.identifier(fields["part-of"], "part-of")
    actor.existence = Interval(
      since: reader.date(fields["from"], "from"), until: reader.date(fields["until"], "until"))
    actor.note = reader.text(fields["note"], "note")
    actor.attributes = reader.attributes(fields["attributes"], "attributes")
    return actor
  }

  mutating func aliases(_ node: SourceNode?) -> [Alias] {
    var aliases: [Alias] = []
    for item in reader.items(of: node, "aliases") {
      if case .mapping(let pairs) = item.value {
        for pair in pairs {
          if let name = reader.text(pair.value, "an alias") { aliases.append(Alias(name, language: pair.key)) }
        }
      } else if let name = reader.text(item, "an alias") {
        aliases.append(Alias(name))
      }
    }
    return aliases
  }

  mutating func memberships(_ node: SourceNode?) -> [BlocMembership] {
    var memberships: [BlocMembership] = []
    for item in reader.items(of: node, "blocs") {
      if case .mapping = item.value {
        guard let fields = reader.fields(of: item, .membership) else { continue }
        let interval = Interval(
          since: reader.date(fields["since"], "since"), until: reader.date(fields["until"], "until"))
        guard let id = reader.identifier(fields["id"], "id") else { continue }
        memberships.append(BlocMembership(id, interval: interval))
      } else if let id = reader.identifier(item, "a bloc") {
        memberships.append(BlocMembership(id))
      }
    }
    return memberships
  }

  private mutating func relation(_ fields: RecordFields, at place: TextLocation) -> Relation {
    var relation = Relation(
      id: id(fields, place), ends: ends(fields, at: place), type: reader.text(fields["type"], "type") ?? "-")
    relation.label = reader.text(fields["label"], "label")
    relation.sign = reader.word(fields["sign"], "sign") ?? .neutral
    noteUnstated(fields)
    relation.strength = reader.number(fields["strength"], "strength") ?? 1
    relation.confidence = reader.number(fields["confidence"], "confidence") ?? 1
    relation.status = reader.word(fields["status"], "status") ?? .fact
    relation.validity = Interval(
      since: reader.date(fields["since"], "since"), until: reader.date(fields["until"], "until"))
    relation.note = reader.text(fields["note"], "note")
    relation.attributes = reader.attributes(fields["attributes"], "attributes")
    relation.evidence = records(fields, "evidence", .evidence) { decoder, fields, _ in decoder.evidence(fields) }
    return relation
  }

  /// Counts what a relation leaves to be taken for granted.
  private mutating func noteUnstated(_ fields: RecordFields) {
    if fields["strength"] == nil { unstated.strength += 1 }
    if fields["confidence"] == nil { unstated.confidence += 1 }
    if fields["status"] == nil { unstated.status += 1 }
  }

  private mutating func ends(_ fields: RecordFields, at place: TextLocation) -> RelationEnds {
    if let between = fields["between"] {
      if fields["from"] != nil || fields["to"] != nil {
        reader.error(between.location, "relation has both between and from or to", "keep one form")
      }
      let pair = reader.texts(between, "between")
      guard pair.count == 2 else {
        reader.error(between.location, "between names \(pair.count) actors, but should name two", "write [A, B]")
        return .mutual("-", "-")
      }
      return .mutual(pair[0], pair[1])
    }
    for key in ["from", "to"] where fields[key] == nil {
      reader.error(place, "relation has no \(key)", "write from: and to:, or between: [A, B]")
    }
    return .directed(
      from: reader.identifier(fields["from"], "from") ?? "-", to: reader.identifier(fields["to"], "to") ?? "-")
  }

  mutating func evidence(_ fields: RecordFields) -> Evidence {
    var evidence = Evidence(source: reader.identifier(fields["source"], "source") ?? "-")
    evidence.locator = reader.text(fields["locator"], "locator")
    evidence.claim = reader.text(fields["claim"], "claim")
    evidence.quote = reader.text(fields["quote"], "quote")
    if let node = fields["credibility"], let digit = reader.text(node, "credibility") {
      evidence.credibility = Int(digit).flatMap(Credibility.init(rawValue:))
      if evidence.credibility == nil {
        reader.error(node.location, "credibility '\(digit)' is none of 1 to 6", "1 is confirmed, 6 cannot be judged")
      }
    }
    evidence.stance = reader.word(fields["stance"], "stance") ?? .supports
    if let node = fields["says"], let says = reader.fields(of: node, .says) {
      evidence.says.since = reader.date(says["since"], "since")
      evidence.says.until = reader.date(says["until"], "until")
      evidence.says.sign = reader.word(says["sign"], "sign")
      evidence.says.strength = reader.number(says["strength"], "strength")
      evidence.says.status = reader.word(says["status"], "status")
      evidence.says.attributes = reader.attributes(
        says["attributes"], "attributes")
    }
    return evidence
  }
}
