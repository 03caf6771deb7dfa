import ActorModel
import NetworkReading

/// Reads one DOT graph into a graph: a list of statements, with an explicit stack of open subgraphs.
struct DOTReader {
  private typealias Pair = (key: String, value: String, place: TextLocation)

  /// What holds inside a pair of braces.
  private struct Scope {
    var nodeDefaults: [Pair] = []
    var edgeDefaults: [Pair] = []
    /// The nodes that were named inside, for ties between groups.
    var members: [Int32] = []
    var known: Set<Int32> = []
    let opened: TextLocation
    /// The statement in which the subgraph stands, to be gone on with behind it.
    var statement: [[Int32]] = []
  }

  private var scanner: DOTScanner
  private var graph: ImportCollector
  private var token = DOTScanner.Token.end
  private var scopes: [Scope] = []
  private var isDirected = false
  private var isStrict = false
  private var pairs: Set<[Int32]> = []
  private var edgeCount = 0
  private let edgeLimit: Int
  private var dropped: Set<String> = []
  private var droppedPlace = TextLocation.start
  private var ports = 0
  private var firstPort = TextLocation.start
  private var subgraphs = 0
  private let isASCII: Bool
  /// Whether the file says that its characters are Latin-1.
  private(set) var saysLatin1 = false

  init(text: String, graph: ImportCollector) {
    scanner = DOTScanner(text: text)
    isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    self.graph = graph
    edgeLimit = 1_000_000 + 4 * text.utf8.count
  }

  mutating func read() -> ImportCollector {
    do throws(DOTScanner.Failure) {
      try readGraph()
    } catch {
      graph.log.error(error.location, error.message, error.fix)
    }
    if !dropped.isEmpty {
      graph.log.warning(
        droppedPlace, "attributes of drawing are not kept: \(dropped.sorted().joined(separator: ", "))")
    }
    if ports > 0 { graph.log.warning(firstPort, "\(ports) ports of nodes are not kept, the first here") }
    if subgraphs > 0 { graph.notes.append("\(subgraphs) subgraphs: which nodes they hold is not kept") }
    return graph
  }

  private func failure(_ message: String, _ fix: Advice? = nil) -> DOTScanner.Failure {
    DOTScanner.Failure(location: scanner.location, message: message, fix: fix)
  }

  private mutating func advance() throws(DOTScanner.Failure) { token = try scanner.next() }

  private func isWord(_ word: String) -> Bool {
    guard case .id(let text, isQuoted: false) = token else { return false }
    return text.lowercased() == word
  }

  private mutating func expect(_ sign: Character) throws(DOTScanner.Failure) {
    guard token == .sign(sign) else {
      throw failure(token == .end ? "the file ends where \(sign) should stand" : "\(sign) is missing here")
    }
    try advance()
  }

  private mutating func readGraph() throws(DOTScanner.Failure) {
    try advance()
    if isWord("strict") {
      isStrict = true
      try advance()
    }
    guard isWord("graph") || isWord("digraph") else {
      throw failure("graph or digraph is missing here", "is it DOT?")
    }
    isDirected = isWord("digraph")
    try advance()
    if case .id = token { _ = try name() }
    let opened = scanner.location
    try expect("{")
    scopes = [Scope(opened: opened)]
    while !scopes.isEmpty { try readStatement() }
    guard token == .end else { throw failure("something follows the end of the graph", "keep one graph a file") }
  }

  /// A name, of which quoted parts may be joined by `+`.
  private mutating func name() throws(DOTScanner.Failure) -> String {
    switch token {
    case .html(let text):
      try advance()
      return text
    case .id(var text, let isQuoted):
      try advance()
      while isQuoted, token == .sign("+") {
        try advance()
        guard case .id(let more, isQuoted: true) = token else { throw failure("a text in quotes is missing behind +") }
        text += more
        guard text.utf8.count <= SourceLimits.scalarLength else {
          throw failure("a text of more than \(SourceLimits.scalarLength) bytes")
        }
        try advance()
      }
      return text
    case .end: throw failure("the file ends where a name should stand", "is it cut off?")
    case .arrow, .sign: throw failure("a name is missing here")
    }
  }

  // MARK: Statements

  private mutating func readStatement() throws(DOTScanner.Failure) {
    switch token {
    case .sign(";"), .sign(","): try advance()
    case .sign("}"): try closeScope()
    case .sign("{"): try openScope(after: [])
    case .end:
      throw DOTScanner.Failure(
        location: scopes.last?.opened ?? .start, message: "a { that is opened here is never closed", fix: "add the }")
    default:
      if isWord("subgraph") { return try openScope(after: []) }
      if isWord("node") || isWord("edge") || isWord("graph") { return try readDefaults() }
      let place = scanner.location
      let text = try name()
      if token == .sign("=") {
        try advance()
        setGraph(text, try name())
        return
      }
      try readChain(from: [[try node(text, at: place)]], at: place)
    }
  }

  private mutating func readDefaults() throws(DOTScanner.Failure) {
    let kind = try name().lowercased()
    let found = try attributes()
    switch kind {
    case "node": scopes[scopes.count - 1].nodeDefaults += found
    case "edge": scopes[scopes.count - 1].edgeDefaults += found
    default: for pair in found { setGraph(pair.key, pair.value) }
    }
  }

  private mutating func setGraph(_ key: String, _ value: String) {
    guard scopes.count == 1 else { return }
    switch key {
    case "label", "title": if !value.isEmpty { graph.content.title = value }
    case "network": if graph.isUsable(value, "the network's id", at: scanner.location) { graph.content.id = value }
    case "language": graph.content.language = value
    case "description": graph.content.description = value
    case "charset": checkCharset(value)
    default: noteDropped(key, at: scanner.location)
    }
  }

  /// Compares the charset that the file names with the encoding in which it was read; ASCII is the same in all of them.
  private mutating func checkCharset(_ name: String) {
    let word = name.lowercased()
    saysLatin1 = saysLatin1 || Self.latin1.contains(word)
    // Whoever says the encoding of a file knows better than what its text says.
    guard !isASCII, graph.options.encoding == nil, word != "utf-8", word != "utf8" else { return }
    graph.log.error(
      scanner.location, "charset \(name.clipped) is not UTF-8, in which the file's characters are",
      "take the charset away, or say the file's encoding")
  }

  /// The names that Graphviz knows for Latin-1.
  private static let latin1: Set<String> = [
    "latin1", "latin-1", "l1", "iso-8859-1", "iso_8859-1", "iso8859-1", "iso-ir-100",
  ]

  private mutating func noteDropped(_ key: String, at place: TextLocation) {
    if dropped.isEmpty { droppedPlace = place }
    if dropped.count < 100 { dropped.insert(key) }
  }

  /// Lists of attributes in brackets; none is fine.
  private mutating func attributes() throws(DOTScanner.Failure) -> [Pair] {
    var found: [Pair] = []
    while token == .sign("[") {
      let opened = scanner.location
      try advance()
      while token != .sign("]") {
        guard token != .end else {
          throw DOTScanner.Failure(
            location: opened, message: "a [ that is opened here is never closed", fix: "add the ]")
        }
        if token == .sign(",") || token == .sign(";") {
          try advance()
          continue
        }
        let place = scanner.location
        let key = try name()
        var value = "true"
        if token == .sign("=") {
          try advance()
          value = try name()
        }
        found.append((key, value, place))
        guard found.count <= SourceLimits.attributes else {
          throw failure("more than \(SourceLimits.attributes) attributes of one node or edge")
        }
      }
      try advance()
    }
    return found
  }

  // MARK: Scopes

  /// Opens a subgraph inside a statement that begins with groups of nodes.
  private mutating func openScope(after statement: [[Int32]]) throws(DOTScanner.Failure) {
    let place = scanner.location
    if isWord("subgraph") {
      try advance()
      if token != .sign("{") {
        _ = try name()
        guard token == .sign("{") else { return try readChain(from: statement + [[]], at: place) }
      }
    }
    try expect("{")
    guard scopes.count < SourceLimits.depth, let outer = scopes.last else {
      throw failure("subgraphs are nested deeper than \(SourceLimits.depth)")
    }
    subgraphs += 1
    var scope = Scope(opened: place)
    scope.nodeDefaults = outer.nodeDefaults
    scope.edgeDefaults = outer.edgeDefaults
    scope.statement = statement
    scopes.append(scope)
  }

  private mutating func closeScope() throws(DOTScanner.Failure) {
    let place = scanner.location
    try advance()
    guard let closed = scopes.popLast(), !scopes.isEmpty else { return }
    remember(closed.members)
    try readChain(from: closed.statement + [closed.members], at: place)
  }

  private mutating func remember(_ nodes: [Int32]) {
    let last = scopes.count - 1
    for node in nodes where scopes[last].known.insert(node).inserted { scopes[last].members.append(node) }
  }

  // MARK: Nodes and edges

  /// The id of the node `""`, which drawings use for an arrow that comes from nowhere.
  private static let unnamed = "(unnamed)"

  /// Goes on with a statement: arrows and further groups of nodes, then attributes.
  private mutating func readChain(from start: [[Int32]], at place: TextLocation) throws(DOTScanner.Failure) {
    var groups = start
    while case .arrow(let isArrow) = token {
      guard isArrow == isDirected else {
        throw failure(
          isArrow ? "-> in a graph without directions" : "-- in a graph with directions",
          isArrow ? "write --, or digraph" : "write ->, or graph")
      }
      try advance()
      if token == .sign("{") || isWord("subgraph") { return try openScope(after: groups) }
      let nodePlace = scanner.location
      groups.append([try node(try name(), at: nodePlace)])
    }
    let found = try attributes()
    if groups.count == 1 {
      for node in groups[0] where groups[0].count == 1 { apply(found, to: node) }
      return
    }
    try addEdges(between: groups, found, at: place)
  }

  private mutating func node(_ text: String, at place: TextLocation) throws(DOTScanner.Failure) -> Int32 {
    let id = text.isEmpty ? Self.unnamed : text
    if text.isEmpty, graph.node(id) == nil {
      graph.repair(at: place, "a node without a name; it goes by '\(id)'", "give it a name")
    }
    while token == .sign(":") {
      if ports == 0 { firstPort = scanner.location }
      ports += 1
      try advance()
      _ = try name()
    }
    if let known = graph.node(id) {
      graph.noteSpelling(id, of: known)
      remember([known])
      return known
    }
    guard let position = graph.addNode(Actor(id: id, name: ""), at: place) else {
      throw DOTScanner.Failure(location: place, message: "the node cannot be an actor", fix: "give it another name")
    }
    remember([position])
    apply(scopes.last?.nodeDefaults ?? [], to: position)
    return position
  }

  private mutating func apply(_ found: [Pair], to node: Int32) {
    guard !found.isEmpty else { return }
    var actor = graph.nodes[Int(node)]
    for pair in found {
      guard !DOTKeys.drawing.contains(pair.key) else {
        noteDropped(pair.key, at: pair.place)
        continue
      }
      actor.attributes.removeAll { $0.key == pair.key }
      if pair.key == "label", pair.value == "\\N" { continue }
      graph.setField(pair.key, to: pair.value, of: &actor, at: pair.place)
    }
    graph.updateNode(node) { $0 = actor }
  }

  private mutating func addEdges(
    between groups: [[Int32]], _ found: [Pair], at place: TextLocation
  ) throws(DOTScanner.Failure) {
    var draft = EdgeDraft()
    var isDirected = isDirected
    for pair in (scopes.last?.edgeDefaults ?? []) + found {
      if pair.key == "dir", pair.value == "none" {
        isDirected = false
      } else if DOTKeys.drawing.contains(pair.key) {
        noteDropped(pair.key, at: pair.place)
      } else {
        draft.details.attributes.removeAll { $0.key == pair.key }
        graph.setField(pair.key, to: pair.value, of: &draft, at: pair.place)
      }
    }
    graph.settleWeight(of: &draft)
    for (sources, targets) in zip(groups, groups.dropFirst()) {
      edgeCount += sources.count * targets.count
      guard edgeCount <= edgeLimit else {
        throw DOTScanner.Failure(
          location: place, message: "ties between groups make more than \(edgeLimit) ties", fix: "write them out")
      }
      for source in sources {
        for target in targets {
          if isStrict, !isNew(source, target) {
            graph.mergeEdge(at: place, "the graph is strict, and has this tie already")
            continue
          }
          graph.addEdge(
            from: source, to: target, isDirected: isDirected, weight: draft.weight, line: place.line,
            column: place.column, details: draft.detailsIfAny)
        }
      }
    }
  }

  private mutating func isNew(_ source: Int32, _ target: Int32) -> Bool {
    pairs.insert(isDirected ? [source, target] : [min(source, target), max(source, target)]).inserted
  }
}
