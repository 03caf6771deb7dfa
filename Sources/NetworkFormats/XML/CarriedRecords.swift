import ActorModel

/// The records of the network file, carried through a format that knows only nodes, edges and named texts.
///
/// Each field of a record is one text, under a key that begins with ``prefix``: `actorgraph.node.kind`. Lists and mappings
/// are JSON. What is read becomes the same tree of values as a network file, so that it is checked by the same rules,
/// and nothing is lost.
struct CarriedRecords {
  /// What keys of the package's own begin with.
  static let prefix = "actorgraph."
  /// The key that tells that a file carries records: the network's id.
  static let mark = "actorgraph.graph.network"

  /// One record while it is read.
  struct Record {
    fileprivate var pairs: [SourceNode.Pair] = []
    fileprivate var attributes: [SourceNode.Pair] = []
    let location: TextLocation

    init(at location: TextLocation) { self.location = location }

    /// Whether a field is there.
    func has(_ field: String) -> Bool { pairs.contains { $0.key == field } }

    /// Sets a field that is one value.
    mutating func set(_ field: String, _ text: String, at place: TextLocation) {
      pairs.append(SourceNode.Pair(key: field, location: place, value: .text(text, at: place)))
    }

    /// Sets a field that is a list of values.
    mutating func set(_ field: String, list: [String], at place: TextLocation) {
      let items = list.map { SourceNode.text($0, at: place) }
      pairs.append(
        SourceNode.Pair(
          key: field, location: place, value: SourceNode(value: .sequence(items), location: place)))
    }

    /// Adds an attribute.
    mutating func addAttribute(_ name: String, _ text: String, at place: TextLocation) {
      addAttribute(name, .text(text, at: place))
    }

    fileprivate mutating func addAttribute(_ name: String, _ value: SourceNode) {
      attributes.append(SourceNode.Pair(key: name, location: value.location, value: value))
    }

    fileprivate var node: SourceNode {
      var all = pairs
      if !attributes.isEmpty {
        let value = SourceNode(value: .mapping(attributes), location: location)
        all.append(SourceNode.Pair(key: "attributes", location: location, value: value))
      }
      return SourceNode(value: .mapping(all), location: location)
    }
  }

  let file: String
  var network = Record(at: .start)
  var sources: [SourceNode] = []
  private var actors: [SourceNode] = []
  private var relations: [SourceNode] = []
  private var relationIDs: Set<String> = []

  init(file: String) { self.file = file }

  /// The fields that hold JSON.
  private static let structured: Set<String> = ["aliases", "codes", "blocs", "not", "evidence"]

  /// Sets the field of a record that a key of the package's own stands for.
  func set(_ key: String, _ text: String, of record: inout Record, at place: TextLocation) throws(Diagnostics) {
    let field = CarriedKey.field(key)
    if let name = CarriedKey.attributeName(field, isList: false) {
      record.addAttribute(name, .text(text, at: place))
    } else if let name = CarriedKey.attributeName(field, isList: true) {
      record.addAttribute(name, try json(text, field, at: place))
    } else if Self.structured.contains(field) {
      record.pairs.append(SourceNode.Pair(key: field, location: place, value: try json(text, field, at: place)))
    } else {
      record.set(field, text, at: place)
    }
  }

  /// Sets a field of the network itself.
  mutating func setNetwork(_ key: String, _ text: String, at place: TextLocation) throws(Diagnostics) {
    if CarriedKey.field(key).hasPrefix("sources.") {
      sources.append(try json(text, "source", at: place))
    } else {
      try set(key, text, of: &network, at: place)
    }
  }

  /// Adds an actor; one without a name goes by its id.
  mutating func addActor(_ record: Record, id: String) {
    var record = record
    record.set("id", id, at: record.location)
    if !record.has("name") { record.set("name", id, at: record.location) }
    actors.append(record.node)
  }

  /// Adds a relation; one without an id or a type gets a number and `tie`.
  mutating func addRelation(_ record: Record, id: String?, from source: String, to target: String, isDirected: Bool) {
    var record = record
    let place = record.location
    var given = id ?? "e\(relations.count + 1)"
    while id == nil, relationIDs.contains(given) { given += "x" }
    relationIDs.insert(given)
    record.set("id", given, at: place)
    if isDirected {
      record.set("from", source, at: place)
      record.set("to", target, at: place)
    } else {
      record.set("between", list: [source, target], at: place)
    }
    if !record.has("type") { record.set("type", "tie", at: place) }
    relations.append(record.node)
  }

  /// Makes the network, by the rules of the network file.
  func network(format: String, log: ImportLog, isStrict: Bool) throws(Diagnostics) -> ImportedNetwork {
    var log = log
    var root = network.node
    if case .mapping(var pairs) = root.value {
      for (key, list) in [("sources", sources), ("actors", actors), ("relations", relations)] {
        let value = SourceNode(value: .sequence(list), location: .start)
        pairs.append(SourceNode.Pair(key: key, location: .start, value: value))
      }
      root = SourceNode(value: .mapping(pairs), location: .start)
    }
    do {
      var decoder = NetworkDecoder(file: file)
      let read = try decoder.decode(root)
      log.add(read.report.diagnostics)
      try log.throwIfFailed(strict: isStrict)
      let counts = [
        ImportCount("sources read", sources.count), ImportCount("actors read", actors.count),
        ImportCount("actors kept", read.network.actors.count), ImportCount("ties read", relations.count),
        ImportCount("ties kept", read.network.relations.count),
      ]
      return ImportedNetwork(
        network: read.network,
        report: ImportReport(format: format, counts: counts, diagnostics: log.diagnostics(strict: isStrict)))
    } catch {
      if !log.hasErrors { log.add(error.list) }
      throw Diagnostics(log.diagnostics(strict: isStrict))
    }
  }

  /// A value written as JSON, every part of it at the place of the text that holds it.
  private func json(_ text: String, _ field: String, at place: TextLocation) throws(Diagnostics) -> SourceNode {
    do {
      return try JSONTree(file: file).parse(text).moved(to: place)
    } catch {
      let why = error.list.first?.message ?? "it is not JSON"
      throw Diagnostics([
        Diagnostic(
          file: file, location: place, severity: .error, message: "\(field) is not JSON: \(why)",
          fix: "leave what this package has written as it is, or take it out")
      ])
    }
  }
}

extension SourceNode {
  /// A text at a place.
  fileprivate static func text(_ text: String, at place: TextLocation) -> SourceNode {
    SourceNode(value: .scalar(text, isQuoted: true), location: place)
  }

  /// The value with every part of it at one place.
  fileprivate func moved(to place: TextLocation) -> SourceNode {
    switch value {
    case .scalar: SourceNode(value: value, location: place)
    case .sequence(let items): SourceNode(value: .sequence(items.map { $0.moved(to: place) }), location: place)
    case .mapping(let pairs):
      SourceNode(
        value: .mapping(pairs.map { Pair(key: $0.key, location: place, value: $0.value.moved(to: place)) }),
        location: place)
    }
  }
}
