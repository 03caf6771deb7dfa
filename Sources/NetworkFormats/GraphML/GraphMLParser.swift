import ActorModel
import NetworkReading

/// One pass over a GraphML file.
struct GraphMLParser {
  /// An edge that was met before one of its nodes.
  struct PendingEdge {
    let source: (id: String, place: TextLocation)
    let target: (id: String, place: TextLocation)
    let isDirected: Bool
    let draft: EdgeDraft
    let place: TextLocation
  }

  var xml: XMLReader
  var graph: ImportCollector
  var keys: [GraphMLKey] = []
  private var keyIDs = IDTable()
  /// Positions of the keys that have a default.
  var defaultKeys: [Int] = []
  /// The element that each key was met in last, by the element's number.
  var lastSeen: [Int] = []
  var elementCount = 0
  var tally = XMLTally()
  var pending: [PendingEdge] = []
  private var rootNamespace: String?
  private var rootBinding = -1
  var edgeIDs = IDTable()
  /// What is known of the edge that is being read, but for a plain weight.
  var draft = EdgeDraft()
  /// Whether the draft is not empty.
  var isDrafted = false
  /// Where each key is declared.
  private var keyOffsets: [Int] = []
  private var settledKeys = 0
  private var graphs: [(name: String, place: TextLocation)] = []
  private var hasRead = false

  init(xml: XMLReader, options: ReadOptions) {
    self.xml = xml
    graph = ImportCollector(file: xml.file, options: options)
    graph.reserveEdges(xml.bytes.count / 128)
  }

  /// Reads the file.
  mutating func parse() throws(Diagnostics) -> ImportedNetwork {
    try root()
    while true {
      switch try xml.next() {
      case .start: try topElement()
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done:
        _ = try xml.next()
        return try finish()
      }
    }
  }

  private mutating func root() throws(Diagnostics) {
    guard try xml.next() == .start, xml.isNamed("graphml") else {
      throw xml.failure(
        at: xml.offset, "the root element is <\(xml.name)>, not <graphml>",
        xml.name == "gexf" ? "this is GEXF" : "is this another format?")
    }
    rootNamespace = xml.namespace
    rootBinding = xml.binding
    let official = "http://graphml.graphdrawing.org/xmlns"
    if rootNamespace?.hasPrefix(official) != true {
      let found = rootNamespace.map { "the namespace '\($0)' is not GraphML's" } ?? "the file names no namespace"
      graph.log.warning(xml.location(), "\(found); it is read as GraphML", "xmlns=\"\(official)\"")
    }
  }

  /// Whether the element that starts is GraphML's and not another vocabulary's.
  ///
  /// Mutating, as are its kind below, only so that a call does not copy the whole parser.
  var isOurs: Bool {
    mutating get {
      let binding = xml.binding
      return binding == rootBinding || (binding >= 0 && xml.namespace == rootNamespace)
    }
  }

  private mutating func topElement() throws(Diagnostics) {
    guard isOurs else { return try skipForeign() }
    switch xml.name {
    case "key": try key()
    case "graph": try topGraph()
    case "desc": try describe()
    case "data": try networkDatum()
    default: try skipUnknown()
    }
  }

  /// One of the graphs of the file: the only one, or the one that was asked for.
  private mutating func topGraph() throws(Diagnostics) {
    let place = xml.location()
    graphs.append((xml.value("id") ?? "", place))
    if let wanted = graph.options.networkName {
      guard !hasRead, graphs.last?.name == wanted || "\(graphs.count)" == wanted else { return try xml.skip() }
    } else if let first = graphs.first, graphs.count > 1 {
      throw xml.failure(
        at: xml.offset,
        "a second graph '\(graphs.last?.name ?? "")' begins; the first, '\(first.name)', is in line \(first.place.line)",
        "choose the graph to read, by its id or its number")
    }
    hasRead = true
    try settleKeys()
    try graphElement(partOf: nil)
  }

  private mutating func finish() throws(Diagnostics) -> ImportedNetwork {
    guard hasRead else {
      let ids = graphs.map { "'\($0.name)'" }.joined(separator: ", ")
      guard let wanted = graph.options.networkName, !graphs.isEmpty else {
        throw xml.failure(at: xml.bytes.count, "the file holds no <graph>", "is it cut off?")
      }
      throw xml.failure(at: 0, "the file has no graph '\(wanted)'", "its graphs are \(ids)")
    }
    addPendingEdges()
    tally.report(to: &graph.log)
    graph.numbersNodes = !graph.isOwn && graph.hasNumberedNodes
    return try graph.network(format: "graphml")
  }

  // MARK: - Small elements

  /// Passes over an element of another vocabulary.
  mutating func skipForeign() throws(Diagnostics) {
    tally.add("<\(xml.qualifiedName)> is not GraphML's, and is not read", at: xml.location())
    try xml.skip()
  }

  /// Passes over an element that should not be here.
  mutating func skipUnknown() throws(Diagnostics) {
    tally.add("<\(xml.name)> has no place here, and is not read", at: xml.location())
    try xml.skip()
  }

  /// Text alone, where only text may stand.
  mutating func plainText(_ what: String) throws(Diagnostics) -> String {
    let place = xml.location()
    switch try xml.content() {
    case .text(let text): return text
    case .elements(let first, let before):
      tally.add("<\(first)> inside \(what) is not read", at: place)
      return before
    }
  }

  mutating func describe() throws(Diagnostics) {
    let text = try plainText("a description").trimmingXMLSpace
    if !text.isEmpty, graph.content.description == nil { graph.content.description = text }
  }

  /// A datum of the graph or of the file.
  mutating func networkDatum() throws(Diagnostics) {
    let place = xml.location()
    let key = keys[try dataKey(in: .graph)]
    let text = try plainText("data")
    if let field = key.carried, field.domain == .graph {
      graph.setExtensionNetwork(field, text, at: place)
    } else {
      switch key.name.lowercased() {
      case "title", "name": graph.content.title = text
      case "description": graph.content.description = text
      case "language": graph.content.language = text
      default: tally.add("graph data '\(key.name)' has no place in a network, and is not kept", at: place)
      }
    }
  }

  // MARK: - Keys

  /// Position of the key with an id.
  mutating func keyPosition(_ attribute: XMLReader.Attribute) -> Int? {
    if attribute.decoded >= 0 { return keyIDs.position(of: xml.value(of: attribute)).map { Int($0) } }
    return xml.bytes.withBytes(attribute.value) { keyIDs.position(of: $0) }.map { Int($0) }
  }

  private mutating func key() throws(Diagnostics) {
    let tag = xml.offset
    guard let idAttribute = xml.attribute("id") else { throw xml.failure(at: tag, "a key without id", "add id=\"d0\"") }
    let id = xml.value(of: idAttribute)
    if id.isEmpty { throw xml.failure(at: idAttribute.value.lowerBound, "the key's id is empty", "write id=\"d0\"") }
    guard keyIDs.intern(id).isNew else {
      throw xml.failure(
        at: idAttribute.value.lowerBound, "duplicate key '\(id)'", "give one of them another id, also in its data")
    }
    let isDrawing = xml.value("yfiles.type") != nil
    var key = GraphMLKey(
      id: id, name: xml.value("attr.name") ?? id, domain: try keyDomain(), type: try keyType(isDrawing),
      isDrawing: isDrawing)
    if id == ExtensionField.mark { graph.isOwn = true }
    key.defaultText = try keyDefault(key)
    keyOffsets.append(tag)
    if key.defaultText != nil, !key.isDrawing { defaultKeys.append(keys.count) }
    keys.append(key)
    lastSeen.append(0)
    if hasRead { try settleKeys() }
  }

  /// Decides what the keys mean that were declared since the last time: whether the file carries a network of the
  /// package's own is known only when all keys before the graph are.
  private mutating func settleKeys() throws(Diagnostics) {
    for i in settledKeys..<keys.count {
      if graph.isOwn, let field = ExtensionField(key: keys[i].id) {
        if let problem = field.problem(in: graph.options.fields) {
          throw xml.failure(at: keyOffsets[i], problem, "take the key and its data out")
        }
        keys[i].carried = field
      } else {
        setFields(ofKey: i)
      }
    }
    settledKeys = keys.count
  }

  private mutating func keyDomain() throws(Diagnostics) -> GraphMLKey.Domain {
    guard let attribute = xml.attribute("for") else { return .all }
    let word = xml.value(of: attribute)
    guard let domain = GraphMLKey.Domain(rawValue: word) else {
      let near = NearestNames(to: word, among: GraphMLKey.Domain.allCases.map(\.rawValue)).first
      throw xml.failure(
        at: attribute.value.lowerBound, "a key for '\(word)', which is no element of a graph",
        near.map { "did you mean '\($0)'?" } ?? "keys are for node, edge, graph or all")
    }
    return domain
  }

  private mutating func keyType(_ isDrawing: Bool) throws(Diagnostics) -> GraphMLKey.ValueType {
    guard !isDrawing, let attribute = xml.attribute("attr.type") else { return .string }
    let word = xml.value(of: attribute)
    if let type = GraphMLKey.ValueType(rawValue: word) { return type }
    if word == "integer" {
      graph.log.warning(
        xml.location(of: attribute.value.lowerBound), "attr.type 'integer' is not GraphML's; it is read as int",
        "write int")
      return .int
    }
    let words = GraphMLKey.ValueType.allCases.map(\.rawValue)
    throw xml.failure(
      at: attribute.value.lowerBound, "attr.type '\(word)' is none of \(words.joined(separator: ", "))",
      NearestNames(to: word, among: words).first.map { "did you mean '\($0)'?" })
  }

  private mutating func keyDefault(_ key: GraphMLKey) throws(Diagnostics) -> String? {
    var text: String?
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("default") && isOurs:
        let offset = xml.offset
        let found = try plainText("a default")
        if key.isDrawing { continue }
        guard let value = key.value(found) else {
          throw xml.failure(
            at: offset, "the default '\(found.prefix(40))' of key '\(key.name)' is no \(key.type.rawValue)",
            "write \(key.example)")
        }
        text = value
      case .start where xml.isNamed("desc") && isOurs: _ = try plainText("a description")
      case .start: try skipUnknown()
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done: return text
      }
    }
  }

  /// Decides which fields of the model a key's values go to. A key for edges comes before one that other programs
  /// declare for nodes by mistake and use in edges.
  ///
  /// Beside a network of the package's own, other keys are attributes, the weight apart.
  private mutating func setFields(ofKey position: Int) {
    var key = keys[position]
    guard !key.isDrawing else { return }
    defer { keys[position] = key }
    let name = key.name.lowercased()
    if !graph.isOwn, key.fits(.node), let field = graph.actorFields.byTitle[name],
      !keys.contains(where: { $0.nodeField == field })
    {
      key.nodeField = field
    }
    let option = graph.options.table.columns.first { $0.value == key.name }?.key.rawValue
    let field = option.flatMap { graph.relationFields.byKey[$0] } ?? graph.relationFields.byTitle[name]
    guard key.domain != .graph, let field, !graph.isOwn || field.key == "weight" else { return }
    if let taken = keys.firstIndex(where: { $0.edgeField == field }) {
      guard key.fits(.edge), !keys[taken].fits(.edge) else { return }
      keys[taken].edgeField = nil
      keys[taken].isWeight = false
    }
    key.edgeField = field
    key.isWeight = field.key == "weight"
  }
}
