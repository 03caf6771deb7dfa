import ActorModel
import NetworkReading

/// One pass over a GEXF file.
struct GEXFParser {
  /// Attributes of nodes or of edges.
  struct AttributeTable {
    private(set) var list: [GEXFAttribute] = []
    private var positions = IDTable()
    /// Positions of attributes that have a default.
    private(set) var defaults: [Int] = []
    /// The element that each attribute was met in last, by the element's number.
    var lastSeen: [Int] = []

    mutating func add(_ attribute: GEXFAttribute) -> Bool {
      guard positions.intern(attribute.id).isNew else { return false }
      if attribute.defaultText != nil { defaults.append(list.count) }
      list.append(attribute)
      lastSeen.append(0)
      return true
    }

    func position(of id: String) -> Int? { positions.position(of: id).map { Int($0) } }

    func position(of bytes: UnsafeBufferPointer<UInt8>) -> Int? { positions.position(of: bytes).map { Int($0) } }
  }

  /// An edge as read.
  struct Edge {
    var id: String?
    var isDirected: Bool
    var place: TextLocation
    var draft = EdgeDraft()
    /// Whether the draft says more than a weight.
    var isDrafted = false
    var spells: [GEXFSpell] = []
  }

  /// An edge that was met before one of its nodes.
  struct PendingEdge {
    let source: (id: String, place: TextLocation)
    let target: (id: String, place: TextLocation)
    let edge: Edge
  }

  var xml: XMLReader
  var graph: ImportCollector
  var tally = XMLTally()
  var nodeAttributes = AttributeTable()
  var edgeAttributes = AttributeTable()
  var timeFormat: GEXFTime.Format?
  var isDirectedDefault = false
  var hasTimes = false
  var elementCount = 0
  /// The edges' ids, and the line of each.
  var edgeIDs = IDTable()
  var edgeLines: [Int32] = []
  var pending: [PendingEdge] = []
  private var rootNamespace: String?
  private var rootBinding = -1
  private var graphPlace: TextLocation?
  private var isDynamic = false

  init(xml: XMLReader, options: ReadOptions) {
    self.xml = xml
    graph = ImportCollector(file: xml.file, options: options)
    graph.reserveEdges(xml.bytes.count / 128)
  }

  /// Whether the element that starts is GEXF's and not another vocabulary's; mutating as is its kind in the reader.
  var isOurs: Bool {
    mutating get {
      let binding = xml.binding
      return binding == rootBinding || (binding >= 0 && xml.namespace == rootNamespace)
    }
  }

  /// Reads the file.
  mutating func parse() throws(Diagnostics) -> ImportedNetwork {
    try root()
    while true {
      switch try xml.next() {
      case .start where !isOurs: try skipForeign()
      case .start where xml.isNamed("meta"): try meta()
      case .start where xml.isNamed("graph"): try graphElement()
      case .start: try skipUnknown()
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done:
        _ = try xml.next()
        return try finish()
      }
    }
  }

  private mutating func root() throws(Diagnostics) {
    guard try xml.next() == .start, xml.isNamed("gexf") else {
      throw xml.failure(
        at: xml.offset, "the root element is <\(xml.name)>, not <gexf>",
        xml.name == "graphml" ? "this is GraphML" : "is this another format?")
    }
    rootNamespace = xml.namespace
    rootBinding = xml.binding
    if rootNamespace?.contains("gexf.net/") != true {
      let found = rootNamespace.map { "the namespace '\($0)' is not GEXF's" } ?? "the file names no namespace"
      graph.log.warning(xml.location(), "\(found); it is read as GEXF", "xmlns=\"http://gexf.net/1.3\"")
    }
    guard let attribute = xml.attribute("version") else {
      return graph.log.warning(xml.location(), "the file names no version; it is read as GEXF 1.3", "version=\"1.3\"")
    }
    let version = xml.value(of: attribute)
    let known = ["1.0", "1.1", "1.2", "1.3"]
    guard known.contains(where: { version == $0 || version == $0 + "draft" }) else {
      throw xml.failure(
        at: attribute.value.lowerBound, "GEXF version '\(version)' is not known", "versions 1.0 to 1.3 are read")
    }
  }

  private mutating func meta() throws(Diagnostics) {
    while true {
      switch try xml.next() {
      case .start where xml.namespace == GEXFFormat.namespace && xml.isNamed("data"):
        let place = xml.location()
        let key = xml.value("key") ?? ""
        if key == ExtensionField.mark { graph.isOwn = true }
        let text = try plainText("data")
        if graph.isOwn, let field = ExtensionField(key: key), field.domain == .graph {
          if let problem = field.problem(in: graph.options.fields) {
            throw xml.failure(at: xml.offset, problem, "take it out")
          }
          graph.setExtensionNetwork(field, text, at: place)
        }
      case .start:
        let name = xml.name.lowercased()
        let place = xml.location()
        let text = try plainText("the file's meta data").trimmingXMLSpace
        switch name {
        case "description": if !text.isEmpty { graph.content.description = text }
        case "title": if !text.isEmpty { graph.content.title = text }
        case "creator" where text == GEXFFormat.creator: break
        default: tally.add("<\(name)> of the file's meta data is not kept", at: place)
        }
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done: return
      }
    }
  }

  // MARK: - The graph

  private mutating func graphElement() throws(Diagnostics) {
    let place = xml.location()
    if let first = graphPlace {
      throw xml.failure(
        at: xml.offset, "a second graph begins; the first is in line \(first.line)", "a GEXF file holds one graph")
    }
    graphPlace = place
    try graphAttributes()
    while true {
      switch try xml.next() {
      case .start where !isOurs: try skipForeign()
      case .start where xml.isNamed("attributes"): try attributes()
      case .start where xml.isNamed("nodes"): try nodes(partOf: nil)
      case .start where xml.isNamed("edges"): try edges()
      case .start: try skipUnknown()
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done:
        if isDynamic && !hasTimes {
          graph.log.warning(place, "mode is dynamic, but nothing in the file has a time")
        }
        return
      }
    }
  }

  private mutating func graphAttributes() throws(Diagnostics) {
    if let attribute = xml.attribute("defaultedgetype") {
      isDirectedDefault = try direction(attribute, "defaultedgetype")
    }
    isDynamic = xml.value("mode") == "dynamic"
    if let attribute = xml.attribute("mode"), !["static", "dynamic", "slice"].contains(xml.value(of: attribute)) {
      throw xml.failure(
        at: attribute.value.lowerBound, "mode '\(xml.value(of: attribute))' is none of static, dynamic, slice")
    }
    if let attribute = xml.attribute("timeformat") {
      let word = xml.value(of: attribute).lowercased()
      guard let format = GEXFTime.Format(rawValue: word == "float" ? "double" : word) else {
        throw xml.failure(
          at: attribute.value.lowerBound,
          "timeformat '\(xml.value(of: attribute))' is none of date, dateTime, double, integer")
      }
      timeFormat = format
    }
    if xml.attribute("timezone") != nil {
      tally.add("days are kept as they are written; the time zone is not", at: xml.location())
    }
    if xml.attribute("start") != nil || xml.attribute("end") != nil {
      tally.add("when the whole graph holds is not kept", at: xml.location())
    }
  }

  /// Whether a word says that edges have a direction.
  mutating func direction(_ attribute: XMLReader.Attribute, _ what: String) throws(Diagnostics) -> Bool {
    switch xml.value(of: attribute).lowercased() {
    case "directed": return true
    case "undirected": return false
    case "mutual":
      tally.add("mutual edges are read as ties that hold both ways alike", at: xml.location())
      return false
    case let word:
      throw xml.failure(
        at: attribute.value.lowerBound, "\(what) '\(word)' is none of directed, undirected, mutual")
    }
  }

  private mutating func attributes() throws(Diagnostics) {
    guard let attribute = xml.attribute("class") else {
      throw xml.failure(at: xml.offset, "attributes without a class", "write class=\"node\" or class=\"edge\"")
    }
    let word = xml.value(of: attribute)
    guard word == "node" || word == "edge" else {
      throw xml.failure(
        at: attribute.value.lowerBound, "attributes of the class '\(word)', which is neither node nor edge")
    }
    while true {
      switch try xml.next() {
      case .start where isOurs && xml.isNamed("attribute"): try self.attribute(ofNodes: word == "node")
      case .start: try skipUnknown()
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done: return
      }
    }
  }

  private mutating func attribute(ofNodes: Bool) throws(Diagnostics) {
    guard let id = xml.attribute("id") else {
      throw xml.failure(at: xml.offset, "an attribute without id", "add id=\"0\"")
    }
    let typeWord = xml.value("type") ?? "string"
    guard let type = GEXFAttribute.type(typeWord) else {
      let words = GEXFAttribute.ValueType.allCases.map(\.rawValue)
      throw xml.failure(
        at: xml.attribute("type")?.value.lowerBound ?? xml.offset, "type '\(typeWord)' is none of GEXF's",
        NearestNames(to: typeWord, among: words).first.map { "did you mean '\($0)'?" }
          ?? "types are \(words.joined(separator: ", ")), and lists of them")
    }
    let idText = xml.value(of: id)
    var attribute = GEXFAttribute(
      id: idText, title: xml.value("title") ?? idText, type: type.type, isList: type.isList)
    attribute.defaultText = try attributeDefault(attribute)
    let fields = ofNodes ? graph.actorFields.byTitle : graph.relationFields.byTitle
    let others = ofNodes ? nodeAttributes.list : edgeAttributes.list
    if graph.isOwn, let carried = ExtensionField(key: idText) {
      if let problem = carried.problem(in: graph.options.fields) {
        throw xml.failure(at: id.value.lowerBound, problem, "take the attribute and its values out")
      }
      attribute.carried = carried
    } else if let field = fields[attribute.title.lowercased()], !type.isList, !graph.isOwn || field.key == "weight" {
      attribute.field = others.contains { $0.field == field } ? nil : field
    }
    let isNew = ofNodes ? nodeAttributes.add(attribute) : edgeAttributes.add(attribute)
    if !isNew {
      throw xml.failure(
        at: id.value.lowerBound, "duplicate attribute '\(idText)'", "give one of them another id, also in its values")
    }
  }

  private mutating func attributeDefault(_ attribute: GEXFAttribute) throws(Diagnostics) -> String? {
    var found: String?
    while true {
      switch try xml.next() {
      case .start where isOurs && xml.isNamed("default"):
        let offset = xml.offset
        let text = try plainText("a default")
        guard attribute.values(text) != nil else {
          throw xml.failure(
            at: offset, "the default '\(text.prefix(40))' of '\(attribute.title)' is no \(attribute.type.rawValue)")
        }
        found = text
      case .start where isOurs && xml.isNamed("options"): _ = try plainText("options")
      case .start: try skipUnknown()
      case .text: tally.add("text between elements is not read", at: xml.location())
      case .end, .done: return found
      }
    }
  }

  // MARK: - The end

  private mutating func finish() throws(Diagnostics) -> ImportedNetwork {
    guard graphPlace != nil else {
      throw xml.failure(at: xml.bytes.count, "the file holds no <graph>", "is it cut off?")
    }
    addPendingEdges()
    tally.report(to: &graph.log)
    graph.numbersNodes = !graph.isOwn && graph.hasNumberedNodes
    return try graph.network(format: "gexf")
  }

  /// Passes over an element of another vocabulary; what Gephi's `viz` says is how things look.
  mutating func skipForeign() throws(Diagnostics) {
    let isLook = xml.prefix == "viz" || xml.namespace?.hasSuffix("/viz") == true
    let what =
      isLook ? "colours, sizes and places (viz) are not kept" : "<\(xml.qualifiedName)> is not GEXF's, and is not read"
    tally.add(what, at: xml.location())
    try xml.skip()
  }

  /// Passes over an element that should not be here.
  mutating func skipUnknown() throws(Diagnostics) {
    if !isOurs { return try skipForeign() }
    tally.add("<\(xml.qualifiedName)> has no place here, and is not read", at: xml.location())
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
}
