import ActorModel

/// What a reader of a graph format collects: nodes, edges and what became of each line of the file.
///
/// Readers add nodes and edges as they meet them; ``network(format:)`` makes a network of it by the rules that all
/// formats share, and a report whose counts reconcile: read = kept + merged + dropped.
package struct ImportCollector: Sendable {
  package struct Edge: Sendable {
    package var source: Int32
    package var target: Int32
    package var line: Int32
    /// Position among the details; −1 for an edge that says nothing more.
    package var details: Int32
    package var weight: Double?
    package var isDirected: Bool
  }

  package let options: ReadOptions
  /// The fields of actors by their names in formats of nodes and edges.
  package let actorFields: NamedFields
  /// The same of relations.
  package let relationFields: NamedFields
  /// Where the sign of relations stands in the table.
  package let signPosition: Int?
  /// Whether the format's ids are mere numbers, so that labels are the better ids.
  package var numbersNodes: Bool
  /// Problems found so far.
  package var log: ImportLog
  /// What the file says about the network itself, its sources and blocs; actors and relations are added at the end.
  package var content: NetworkContent
  /// What a reader of the report should know that is no fault.
  package var notes: [String] = []
  /// Counts of the format's own, shown before those of actors and ties: `rows read`.
  package var formatCounts: [ImportCount] = []
  /// Rows that could not be read and were set aside, as the options allowed.
  package var refusedRows: [RefusedRow] = []
  /// The file that declares the nodes, where it is another.
  package var nodeFile: String?
  /// Whether the file has a place for signs, so that a positive weight says `positive`.
  package var hasSigns = false
  /// Whether the file carries a network of the package's own: its ids are meant as they are.
  package var isOwn = false

  package private(set) var nodes: [Actor] = []
  package private(set) var nodeLines: [Int32] = []
  package private(set) var edges: [Edge] = []
  package private(set) var details: [EdgeDetails] = []
  /// The ids that edges have of their own; empty texts for none, and shorter than the edges where the last have none.
  package private(set) var edgeIDs: [String] = []
  package private(set) var nodesRead = 0
  package private(set) var nodesMerged = 0
  package private(set) var nodesCreated = 0
  package private(set) var edgesRead = 0
  package private(set) var edgesDropped = 0
  package private(set) var edgesMerged = 0
  package private(set) var changes: [ImportChange] = []
  private var changeCounts: [ImportChange.Kind: Int] = [:]
  private var repairedLines = 0
  private var ids = IDTable()

  /// A graph without nodes; the network's id comes from the file's name.
  package init(file: String, options: ReadOptions, numbersNodes: Bool = false) {
    self.options = options
    actorFields = NamedFields(options.fields.actor)
    relationFields = NamedFields(options.fields.relation)
    signPosition = options.fields.relation.position(of: "sign")
    self.numbersNodes = numbersNodes
    log = ImportLog(file: file)
    content = NetworkContent(id: Self.networkID(forFile: file))
  }

  package var edgesRepaired: Int { repairedLines }

  /// Notes that a node is named by a text, whose accents may be composed in another way than the node's id.
  package mutating func noteSpelling(_ text: String, of position: Int32) {
    if !nodes[Int(position)].id.utf8.elementsEqual(text.utf8) { ids.noteRecomposed(position) }
  }

  /// Warns of ids that are one but for how their accents are composed, and so were read as one actor.
  package mutating func warnOfRecomposedIDs() {
    guard ids.recomposedCount > 0 else { return }
    let position = Int(ids.firstRecomposed)
    log.warning(
      TextLocation(line: Int(nodeLines[position]), column: 1),
      "'\(nodes[position].id)' stands here and \(ids.recomposedCount) times more with its accents composed otherwise; "
        + "it is read as one actor", "write it in one way")
  }

  /// Whether all ids are numbers, perhaps with a letter or two in front: `n0`, `v12`, `3.0`.
  package var hasNumberedNodes: Bool {
    nodes.allSatisfy { node in
      let digits = node.id.utf8.drop { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
      guard node.id.utf8.count - digits.count <= 2, digits.first != UInt8(ascii: ".") else { return false }
      return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    }
  }

  /// The file's name without folders and endings; letters, digits, `-`, `_` and `.` stay, the rest becomes `-`.
  package static func networkID(forFile name: String) -> String {
    var stem = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    stem = InputFile(name: stem, bytes: []).unpackedName
    if let point = stem.lastIndex(of: "."), point != stem.startIndex { stem = String(stem[..<point]) }
    let cleaned = String(stem.prefix(100).map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" })
    let trimmed = cleaned.drop { $0 == "-" || $0 == "." }
    return trimmed.isEmpty ? "network" : String(trimmed)
  }
}

// MARK: - Changes

extension ImportCollector {
  /// Notes for the report what became of a line of the file.
  package mutating func note(_ kind: ImportChange.Kind, at place: TextLocation, _ reason: String) {
    changeCounts[kind, default: 0] += 1
    guard changeCounts[kind, default: 0] <= ImportReport.changeLimit else { return }
    changes.append(ImportChange(kind, line: place.line, reason: reason))
  }
}

// MARK: - Nodes

extension ImportCollector {
  /// Makes room for nodes, up to what a file of the size could hold.
  package mutating func reserveNodes(_ count: Int) {
    nodes.reserveCapacity(count)
    nodeLines.reserveCapacity(count)
  }

  /// Adds a declared node; an actor without a name gets its label's stand-in, the id, at the end.
  ///
  /// - Returns: Its position, or the position of the node that has the id already; `nil` when the id cannot be one.
  @discardableResult
  package mutating func addNode(_ actor: Actor, at place: TextLocation) -> Int32? {
    nodesRead += 1
    guard isUsable(actor.id, "the actor's id", at: place) else { return nil }
    if !isOwn { checkText(actor.name, "the name of '\(actor.id)'", at: place) }
    let (position, isNew) = ids.intern(actor.id)
    if isNew {
      append(actor, at: place)
      return position
    }
    let first = nodes[Int(position)]
    let line = nodeLines[Int(position)]
    nodesMerged += 1
    if first == actor {
      let reason = "actor '\(actor.id)' stands twice; first in line \(line), with the same data"
      note(.merged, at: place, reason)
      log.warning(place, reason, "keep one")
    } else {
      log.error(
        place, "duplicate id '\(actor.id)'; it stands in line \(line) with other data", "give one of them another id")
    }
    return position
  }

  /// The position of a node for a reader that knows its bytes to be fit for an id; a new one is created unless the
  /// file declares its nodes.
  package mutating func internNode(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) -> Int32 {
    let (position, isNew) = ids.intern(bytes)
    if isNew {
      nodesRead += 1
      let id = String(decoding: bytes, as: UTF8.self)
      append(Actor(id: id, name: ""), at: TextLocation(line: line, column: 1))
    }
    return position
  }

  /// The position of a node by its id.
  package func node(_ id: String) -> Int32? { ids.position(of: id) }

  /// The position of the node with these bytes as its id; mutating only so that a call does not copy the graph.
  package mutating func node(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32? { ids.position(of: bytes) }

  /// Changes what is known of a node, its id apart.
  package mutating func updateNode(_ position: Int32, _ change: (inout Actor) -> Void) {
    let id = nodes[Int(position)].id
    change(&nodes[Int(position)])
    nodes[Int(position)].id = id
  }

  /// Says more of a node that was added before its own line of the file was met.
  package mutating func describeNode(_ position: Int32, line: Int, _ change: (inout Actor) -> Void) {
    updateNode(position, change)
    nodeLines[Int(position)] = Int32(clamping: line)
  }

  /// The node that a tie leads to, in a format that declares its nodes: an undeclared one is an error, or is created
  /// where the options say so.
  package mutating func end(_ id: String, _ role: String, at place: TextLocation) -> Int32? {
    if let position = node(id) { return position }
    guard isUsable(id, "the \(role)'s id", at: place) else { return nil }
    guard options.createsMissingActors else {
      let near = nodes.count <= 10_000 ? NearestNames(to: id, among: nodes.map(\.id)).first : nil
      log.error(
        place, "the tie's \(role) '\(id)' is not declared",
        near.map { "did you mean '\($0)'?" } ?? "declare it, or let missing actors be created")
      return nil
    }
    let reason = "the tie's \(role) '\(id)' is not declared, and was created"
    note(.created, at: place, reason)
    log.warning(place, reason)
    nodesRead += 1
    nodesCreated += 1
    let (position, _) = ids.intern(id)
    append(Actor(id: id, name: ""), at: place)
    return position
  }

  private mutating func append(_ actor: Actor, at place: TextLocation) {
    nodes.append(actor)
    nodeLines.append(Int32(clamping: place.line))
  }
}

// MARK: - Edges

extension ImportCollector {
  /// Makes room for edges, up to what a file of the size could hold.
  package mutating func reserveEdges(_ count: Int) { edges.reserveCapacity(count) }

  /// Makes room for the edges of a whole file whose lines go on as those read so far, so that they are moved seldom.
  package mutating func reserveEdges(readBytes: Int, of bytes: Int) {
    guard readBytes > 0 else { return }
    let expected = Double(edges.count) * Double(bytes) / Double(readBytes)
    edges.reserveCapacity(Int(expected * 1.05))
  }

  /// Adds an edge. A weight that is no finite number is an error; a weight of 0 is no tie, and dropped with a warning.
  package mutating func addEdge(
    from source: Int32, to target: Int32, isDirected: Bool, weight: Double? = nil, line: Int, column: Int = 1,
    id: String? = nil, details more: EdgeDetails? = nil
  ) {
    edgesRead += 1
    if let weight {
      guard weight.isFinite else {
        return log.error(TextLocation(line: line, column: column), "weight \(weight) is not a finite number")
      }
      if weight == 0 {
        edgesDropped += 1
        let place = TextLocation(line: line, column: column)
        note(.dropped, at: place, "a tie of weight 0 is no tie")
        return log.warning(place, "a tie of weight 0 is no tie, and was dropped")
      }
      if weight < 0 { hasSigns = true }
    }
    var position: Int32 = -1
    if let more {
      position = Int32(details.count)
      details.append(more)
      if more.id != nil { details[details.count - 1].id = nil }
      let statesSign = more.states(signPosition)
      if statesSign { hasSigns = true }
      if statesSign, more.sign == .positive, let weight, weight < 0 {
        log.error(
          TextLocation(line: line, column: column), "the tie's sign is positive, but its weight is \(weight)",
          "write a weight above 0, or a negative sign")
      }
    }
    if let id = id ?? more?.id {
      while edgeIDs.count < edges.count { edgeIDs.append("") }
      edgeIDs.append(id)
    }
    edges.append(
      Edge(
        source: source, target: target, line: Int32(clamping: line), details: position, weight: weight,
        isDirected: isDirected))
  }

  /// Counts a tie of the file that is left out, with the reason.
  package mutating func dropEdge(at place: TextLocation, _ reason: String, _ fix: Advice? = nil) {
    edgesRead += 1
    edgesDropped += 1
    note(.dropped, at: place, reason)
    log.warning(place, reason, fix)
  }

  /// Counts a tie that is left out because the format has such that are none; there is nothing to warn of.
  package mutating func leaveOutEdge(at place: TextLocation, _ reason: String) {
    edgesRead += 1
    edgesDropped += 1
    note(.dropped, at: place, reason)
  }

  /// Counts a tie that the format says is one with an earlier one.
  package mutating func mergeEdge(at place: TextLocation, _ reason: String) {
    edgesRead += 1
    edgesMerged += 1
    note(.merged, at: place, reason)
  }

  /// Counts a tie that could be kept only by changing it, with what was changed.
  package mutating func repair(at place: TextLocation, _ change: String, _ fix: Advice? = nil) {
    repairedLines += 1
    note(.repaired, at: place, change)
    log.warning(place, change, fix)
  }
}
