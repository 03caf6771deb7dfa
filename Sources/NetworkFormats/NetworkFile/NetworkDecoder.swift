import ActorModel
import NetworkReading

/// Makes a network of a tree of values: every problem of the file at once, each with its place.
struct NetworkDecoder {
  private let fields: NetworkFields
  private var reader: RecordReader
  private var unstated = UnstatedFields()

  init(file: String, fields: NetworkFields) {
    self.fields = fields
    reader = RecordReader(file: file)
  }

  /// What was found at fault so far.
  var diagnostics: [Diagnostic] { reader.diagnostics }

  /// A list of texts that stands alone.
  mutating func texts(_ node: SourceNode?, _ what: String) -> [String] {
    reader.items(of: node, what).compactMap { reader.text($0, "an entry of \(what)") }
  }

  /// The network.
  ///
  /// - Throws: All problems, errors first, when at least one is an error.
  mutating func decode(_ root: SourceNode) throws(Diagnostics) -> ImportedNetwork {
    let content = content(of: root)
    warnOfConfusables(content.actors.map(\.id), in: root)
    let checked = CheckedNetwork(content)
    let placed = checked.problems.map { problem in
      Diagnostic(
        file: reader.file, location: root.location(of: problem.path), severity: problem.severity,
        message: problem.message, fix: problem.fix.map { Advice($0) })
    }
    // A field that could not be read is already reported; what the model says of its stand-in is noise.
    let reported = Set(reader.diagnostics.filter { $0.severity == .error }.map(\.location))
    let all = (reader.diagnostics + placed.filter { !reported.contains($0.location) })
      .sorted { $0.location < $1.location }
    guard reported.isEmpty, let network = checked.network else { throw Diagnostics(all) }
    let report = ImportReport(
      format: "network",
      counts: [
        ImportCount("sources", content.sources.count), ImportCount("actors", content.actors.count),
        ImportCount("relations", content.relations.count),
      ], diagnostics: all, unstated: unstated)
    return ImportedNetwork(network: network, report: report)
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
    if let nodes = reader.nodes(of: root, fields.network) { read(nodes, fields.network, into: &content) }
    return content
  }
}

// MARK: - Records

extension NetworkDecoder {
  /// Sets the fields of a record that are there and can be read.
  ///
  /// - Returns: Whether all that it must have could be read.
  @discardableResult private mutating func read<Record>(
    _ nodes: RecordNodes, _ table: FieldTable<Record>, into record: inout Record
  ) -> Bool {
    var isWhole = table.required.allSatisfy { nodes[$0] != nil }
    for position in table.keys.indices {
      guard let node = nodes[position] else { continue }
      if let value = value(node, table.keys[position], table.kinds[position]) {
        table.fields[position].set(&record, value)
      } else if table.required.contains(position) {
        isWhole = false
      }
    }
    return isWhole
  }

  /// The records of a list.
  ///
  /// - Parameter standIn: A record whose required fields hold what stands in for those that cannot be read, by the place
  ///   where it begins.
  private mutating func records<Record>(
    _ node: SourceNode?, _ key: String, _ table: FieldTable<Record>, _ standIn: (TextLocation) -> Record
  ) -> [Record] {
    var records: [Record] = []
    let items = reader.items(of: node, key)
    records.reserveCapacity(items.count)
    for item in items {
      guard let nodes = reader.nodes(of: item, table) else { continue }
      var record = standIn(item.location)
      read(nodes, table, into: &record)
      records.append(record)
    }
    return records
  }

  private mutating func relations(_ node: SourceNode?, _ key: String) -> [Relation] {
    var relations: [Relation] = []
    let items = reader.items(of: node, key)
    relations.reserveCapacity(items.count)
    for item in items {
      guard let nodes = reader.nodes(of: item, fields.relation) else { continue }
      var relation = Relation(id: Self.id(at: item.location), ends: ends(nodes, at: item.location), type: "-")
      noteUnstated(nodes)
      read(nodes, fields.relation, into: &relation)
      relations.append(relation)
    }
    return relations
  }

  /// An id that is missing is reported; the stand-in keeps positions in step and never clashes.
  private static func id(at place: TextLocation) -> String { "(no id at \(place.line):\(place.column))" }

  /// Counts what a relation leaves to be taken for granted.
  private mutating func noteUnstated(_ nodes: RecordNodes) {
    if nodes["strength"] == nil { unstated.strength += 1 }
    if nodes["confidence"] == nil { unstated.confidence += 1 }
    if nodes["status"] == nil { unstated.status += 1 }
  }

  private mutating func ends(_ nodes: RecordNodes, at place: TextLocation) -> RelationEnds {
    if let between = nodes["between"] {
      if nodes["from"] != nil || nodes["to"] != nil {
        reader.error(between.location, "relation has both between and from or to", "keep one form")
      }
      let pair = reader.texts(between, "between")
      guard pair.count == 2 else {
        reader.error(between.location, "between names \(pair.count) actors, but should name two", "write [A, B]")
        return .mutual("-", "-")
      }
      return .mutual(pair[0], pair[1])
    }
    for key in ["from", "to"] where nodes[key] == nil {
      reader.error(place, "relation has no \(key)", "write from: and to:, or between: [A, B]")
    }
    return .directed(
      from: reader.identifier(nodes["from"], "from") ?? "-", to: reader.identifier(nodes["to"], "to") ?? "-")
  }
}

// MARK: - Values

extension NetworkDecoder {
  /// A value of a kind; `nil` where it cannot be read, which is reported, and where the ends of a relation are read
  /// together.
  mutating func value(_ node: SourceNode, _ key: String, _ kind: FieldKind) -> FieldValue? {
    switch kind {
    case .text, .note: return reader.text(node, key).map(FieldValue.text)
    case .identifier: return reader.identifier(node, key).map(FieldValue.text)
    case .end, .pair: return nil
    case .date, .start, .finish: return reader.date(node, key).map(FieldValue.date)
    case .strength, .probability: return reader.number(node, key).map(FieldValue.number)
    case .sign, .word: return reader.word(node, key, among: kind.words ?? []).map(FieldValue.text)
    case .credibility: return reader.credibility(node, key).map { .number(Double($0.rawValue)) }
    case .identifiers: return .texts(reader.texts(node, key))
    case .aliases: return .aliases(aliases(node, key))
    case .memberships: return .memberships(memberships(node, key))
    case .attributes: return .attributes(reader.attributes(node, key))
    case .record: return claims(node).map(FieldValue.claims)
    case .records(let record): return records(node, key, record)
    }
  }

  private mutating func records(_ node: SourceNode, _ key: String, _ record: RecordKind) -> FieldValue? {
    switch record {
    case .bloc: .blocs(records(node, key, fields.bloc) { _ in Bloc(id: "-", name: "-") })
    case .source: .sources(records(node, key, fields.source) { Source(id: Self.id(at: $0)) })
    case .actor: .actors(records(node, key, fields.actor) { Actor(id: Self.id(at: $0), name: "-") })
    case .relation: .relations(relations(node, key))
    case .evidence: .evidence(records(node, key, fields.evidence) { _ in Evidence(source: "-") })
    case .network, .says, .membership: nil
    }
  }

  private mutating func claims(_ node: SourceNode) -> Claims? {
    guard let nodes = reader.nodes(of: node, fields.says) else { return nil }
    var claims = Claims()
    read(nodes, fields.says, into: &claims)
    return claims
  }

  private mutating func aliases(_ node: SourceNode, _ key: String) -> [Alias] {
    var aliases: [Alias] = []
    for item in reader.items(of: node, key) {
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

  private mutating func memberships(_ node: SourceNode, _ key: String) -> [BlocMembership] {
    var memberships: [BlocMembership] = []
    for item in reader.items(of: node, key) {
      if case .mapping = item.value {
        guard let nodes = reader.nodes(of: item, fields.membership) else { continue }
        var membership = BlocMembership("")
        if read(nodes, fields.membership, into: &membership) { memberships.append(membership) }
      } else if let id = reader.identifier(item, "a bloc") {
        memberships.append(BlocMembership(id))
      }
    }
    return memberships
  }
}
