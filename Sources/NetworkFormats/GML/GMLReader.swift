import ActorModel
import NetworkReading

/// Reads GML into a graph, token by token; records inside nodes and edges are passed over and counted.
struct GMLReader {
  private struct RawEdge {
    var source: String?
    var target: String?
    var isDirected: Bool?
    var draft = EdgeDraft()
    let place: TextLocation
  }

  private var scanner: GMLScanner
  private var graph: ImportCollector
  private var positions: [String: Int32] = [:]
  private var edges: [RawEdge] = []
  private var isDirected = false
  private var graphs = 0
  /// How often a record inside a node or edge was passed over, by its key.
  private var skipped: [String: (count: Int, first: TextLocation)] = [:]
  private var graphKeys: Set<String> = []
  private var edgeIDs: Set<String> = []

  init(text: String, graph: ImportCollector) {
    scanner = GMLScanner(text: text)
    self.graph = graph
  }

  mutating func read() -> ImportCollector {
    do throws(GMLScanner.Failure) {
      try readFile()
    } catch {
      graph.log.error(error.location, error.message, error.fix)
    }
    finish()
    return graph
  }

  private mutating func readFile() throws(GMLScanner.Failure) {
    while true {
      switch try scanner.next() {
      case .end:
        if graphs == 0 { throw failure("the file has no graph [ … ]", "is it GML?") }
        return
      case .key(let key) where key.lowercased() == "graph":
        let place = scanner.location
        guard try scanner.next() == .open else { throw failure("a [ is missing behind graph") }
        graphs += 1
        if graphs > 1 {
          throw GMLScanner.Failure(location: place, message: "a second graph begins here", fix: "keep one a file")
        }
        try readGraph(opened: place)
      case .key(let key) where key.lowercased() == "version":
        let place = scanner.location
        if let word = try scalar(of: key), word.split(separator: ".").first != "1" {
          graph.log.warning(place, "GML version '\(word.clipped)' is not known; the file is read as version 1")
        }
      case .key(let key): try skipValue(of: key)
      case .close: throw failure("a ] that closes nothing", "take it out")
      case .open, .number, .string: throw failure("a key is missing here", "GML is a list of keys and values")
      }
    }
  }

  private func failure(_ message: String, _ fix: Advice? = nil) -> GMLScanner.Failure {
    GMLScanner.Failure(location: scanner.location, message: message, fix: fix)
  }

  /// The next key of a record; `nil` at its end.
  private mutating func nextKey(in record: String, opened: TextLocation) throws(GMLScanner.Failure) -> String? {
    switch try scanner.next() {
    case .close: return nil
    case .end:
      throw GMLScanner.Failure(
        location: opened, message: "the \(record) that is opened here is never closed", fix: "add the ]")
    case .key(let key):
      let isSound =
        key.utf8.count <= 254
        && key.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
        }
      guard isSound else { throw failure("'\(key.prefix(40))' is not a key", "keys are letters and digits") }
      return key
    case .number(let text): throw failure("'\(text.prefix(40))' is not a key", "keys begin with a letter")
    case .string: throw failure("a text stands where a key should", "texts follow a key")
    case .open: throw failure("a [ without a key before it")
    }
  }

  private mutating func readGraph(opened: TextLocation) throws(GMLScanner.Failure) {
    while let key = try nextKey(in: "graph", opened: opened) {
      let place = scanner.location
      switch key {
      case "node": try readNode(at: place)
      case "edge": try readEdge(at: place)
      case "directed":
        let word = try scalar(of: key) ?? ""
        guard let value = Self.flag(word) else { throw failure("directed \(word.prefix(40)) is neither 0 nor 1") }
        isDirected = value
      case "label", "title":
        if let text = try scalar(of: key), !text.isEmpty { graph.content.title = text }
      case "description", "comment": graph.content.description = try scalar(of: key)
      case "language": graph.content.language = try scalar(of: key)
      case "network":
        if let text = try scalar(of: key), graph.isUsable(text, "the network's id", at: place) {
          graph.content.id = text
          graph.isOwn = true
        }
      default:
        graphKeys.insert(key)
        try skipValue(of: key)
      }
    }
  }

  private static func flag(_ word: String) -> Bool? {
    switch word {
    case "0": false
    case "1": true
    default: nil
    }
  }

  /// A value as text; `nil` for a record, which is passed over.
  private mutating func scalar(of key: String) throws(GMLScanner.Failure) -> String? {
    switch try scanner.next() {
    case .number(let text), .string(let text): return text
    case .open:
      let place = scanner.location
      skipped[key, default: (0, place)].count += 1
      try skipRecord(opened: place)
      return nil
    case .key(let word) where ["nan", "inf", "infinity", "true", "false"].contains(word.lowercased()): return word
    case .key(let word): throw failure("'\(word.prefix(40))' is a text without quotes", "write it in double quotes")
    case .close, .end: throw failure("the value of \(key) is missing")
    }
  }

  private mutating func skipValue(of key: String) throws(GMLScanner.Failure) {
    switch try scanner.next() {
    case .number, .string, .key: return
    case .open: try skipRecord(opened: scanner.location)
    case .close, .end: throw failure("the value of \(key) is missing")
    }
  }

  private mutating func skipRecord(opened: TextLocation) throws(GMLScanner.Failure) {
    var openings = [opened]
    while let innermost = openings.last {
      switch try scanner.next() {
      case .open:
        openings.append(scanner.location)
        if openings.count > SourceLimits.depth {
          throw failure("records are nested deeper than \(SourceLimits.depth)")
        }
      case .close: openings.removeLast()
      case .end:
        throw GMLScanner.Failure(
          location: innermost, message: "a [ that is opened here is never closed", fix: "add the ]")
      case .key, .number, .string: break
      }
    }
  }

  // MARK: Nodes and edges

  private mutating func open(_ record: String) throws(GMLScanner.Failure) {
    guard try scanner.next() == .open else { throw failure("a [ is missing behind \(record)") }
  }

  private mutating func readNode(at place: TextLocation) throws(GMLScanner.Failure) {
    try open("node")
    let opened = scanner.location
    var actor = Actor(id: "", name: "")
    var number: String?
    var seen: Set<String> = []
    while let key = try nextKey(in: "node", opened: opened) {
      let keyPlace = scanner.location
      guard let value = try scalar(of: key) else { continue }
      if ImportFields.nodeKeys.contains(key), key != "name", !seen.insert(key).inserted {
        graph.log.error(keyPlace, "the node has two keys '\(key)'", "keep one")
      }
      switch key {
      case "id":
        guard Int64(value) != nil else {
          graph.log.error(keyPlace, "id '\(value.prefix(40))' is not a whole number", "GML numbers its nodes")
          continue
        }
        number = value
      case "actor": actor.id = value
      case "partOf": actor.partOf = value
      default: graph.setField(key, to: value, of: &actor, at: keyPlace)
      }
    }
    guard let number else {
      if !seen.contains("id") { graph.log.error(place, "a node without id", "add id and a whole number") }
      return
    }
    if actor.id.isEmpty { actor.id = number }
    let position = graph.addNode(actor, at: place)
    if positions[number] == nil { positions[number] = position }
  }

  private mutating func readEdge(at place: TextLocation) throws(GMLScanner.Failure) {
    try open("edge")
    let opened = scanner.location
    var edge = RawEdge(place: place)
    var seen: Set<String> = []
    while let key = try nextKey(in: "edge", opened: opened) {
      let keyPlace = scanner.location
      guard let value = try scalar(of: key) else { continue }
      if ImportFields.edgeKeys.contains(key), key != "value", !seen.insert(key).inserted {
        graph.log.error(keyPlace, "the edge has two keys '\(key)'", "keep one")
      }
      switch key {
      case "source": edge.source = value
      case "target": edge.target = value
      case "directed":
        edge.isDirected = Self.flag(value)
        if edge.isDirected == nil { graph.log.error(keyPlace, "directed \(value.prefix(40)) is neither 0 nor 1") }
      default: graph.setField(key, to: value, of: &edge.draft, at: keyPlace)
      }
    }
    for (end, what) in [(edge.source, "source"), (edge.target, "target")] where end == nil {
      graph.log.error(place, "an edge without \(what)", "add \(what) and the id of a node")
    }
    graph.settleWeight(of: &edge.draft)
    if let id = edge.draft.details.id, !edgeIDs.insert(id).inserted {
      graph.repair(
        at: place, "the tie's id '\(id)' stands twice; this tie is numbered instead", "give ties ids of their own")
      edge.draft.details.id = nil
    }
    edges.append(edge)
  }

  private mutating func finish() {
    for edge in edges {
      guard let source = edge.source, let target = edge.target, let from = end(source, "source", edge),
        let to = end(target, "target", edge)
      else { continue }
      graph.addEdge(
        from: from, to: to, isDirected: edge.isDirected ?? isDirected, weight: edge.draft.weight,
        line: edge.place.line, column: edge.place.column, details: edge.draft.detailsIfAny)
    }
    for (key, found) in skipped.sorted(by: { $0.value.first < $1.value.first }) {
      graph.log.warning(
        found.first, "the record '\(key)' of \(found.count) nodes, edges or the graph is not kept",
        "networks have no nested attributes")
    }
    for entity in scanner.unknownEntities {
      graph.log.warning(entity.location, "the entity &\(entity.name); is not known, and is kept as it is written")
    }
    if let place = scanner.firstRaw {
      graph.log.warning(place, "text beyond ASCII, which GML writes as &#…;; it is read as UTF-8")
    }
    if !graphKeys.isEmpty {
      graph.notes.append("not kept of the graph: \(graphKeys.sorted().joined(separator: ", "))")
    }
  }

  private mutating func end(_ id: String, _ role: String, _ edge: RawEdge) -> Int32? {
    if let position = positions[id] { return position }
    let position = graph.end(id, role, at: edge.place)
    positions[id] = position
    return position
  }
}
