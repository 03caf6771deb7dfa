import ActorModel

extension ImportCollector {
  /// Makes the network: ids and names, signs, direction, relation ids; then the report.
  ///
  /// - Throws: All problems of the file when one is an error, or when reading is strict and there is a warning.
  package consuming func network(format: String) throws(Diagnostics) -> ImportedNetwork {
    var graph = self
    let actorIDs = graph.chosenIDs()
    let reciprocal = graph.reciprocalArcs()
    if !graph.isOwn {
      graph.warnOfConfusables(actorIDs)
      graph.warnOfTurnedIDs(actorIDs)
    }
    graph.warnOfRecomposedIDs()
    if graph.nodes.isEmpty, !graph.log.hasErrors { graph.log.warning(.start, "the file holds no actors") }
    for (i, first) in reciprocal.merged {
      let edge = graph.edges[Int(i)]
      graph.note(
        .merged, at: TextLocation(line: Int(edge.line), column: 1),
        "the equal reverse of the tie in line \(graph.edges[Int(first)].line)")
    }
    var content = graph.content
    content.actors = graph.actors(ids: actorIDs)
    content.relations = graph.relations(actorIDs: actorIDs, without: reciprocal.dropped)
    do {
      let network = try ActorNetwork(withKnownEnds: content)
      try graph.log.throwIfFailed(strict: graph.options.isStrict)
      return ImportedNetwork(network: network, report: graph.report(format, reciprocal))
    } catch let error as InvalidNetwork {
      let lines = graph.lines(without: reciprocal.dropped)
      graph.log.add(error.problems.map { graph.diagnostic(for: $0, relationLines: lines) })
      throw Diagnostics(graph.log.diagnostics(strict: graph.options.isStrict))
    } catch let error as Diagnostics {
      throw error
    } catch {
      throw Diagnostics(graph.log.diagnostics(strict: true))
    }
  }

  private func diagnostic(for problem: NetworkProblem, relationLines: [Int32]) -> Diagnostic {
    var line: Int32 = 1
    var file = log.file
    if case .key(let list)? = problem.path.steps.first, case .index(let i)? = problem.path.steps.dropFirst().first {
      if list == "actors", i < nodeLines.count {
        line = nodeLines[i]
        file = nodeFile ?? file
      }
      if list == "relations", i < relationLines.count { line = relationLines[i] }
    }
    return Diagnostic(
      file: file, location: TextLocation(line: Int(line), column: 1), severity: problem.severity,
      message: problem.message, fix: problem.fix.map { Advice($0) })
  }
}

// MARK: - Actors

extension ImportCollector {
  /// Each node's id in the network: the file's, or the label where the options or the format prefer it.
  private mutating func chosenIDs() -> [String] {
    let written = nodes.map(\.id)
    switch options.identifiers {
    case .asWritten: return written
    case .automatic where !numbersNodes || isOwn: return written
    case .automatic, .labels: break
    }
    let mustBeLabels = options.identifiers == .labels
    var first: [String: Int] = [:]
    for (i, node) in nodes.enumerated() {
      let place = TextLocation(line: Int(nodeLines[i]), column: 1)
      if node.name.isEmpty {
        if mustBeLabels { log.error(place, "actor '\(node.id)' has no label to be its id", "use the ids as written") }
        if !mustBeLabels, nodes.contains(where: { !$0.name.isEmpty }) {
          notes.append("actors go by their numbers, since actor \(node.id) in line \(nodeLines[i]) has no label")
        }
        return written
      }
      if let earlier = first[node.name] {
        let lines = "lines \(nodeLines[earlier]) and \(nodeLines[i])"
        if mustBeLabels { log.error(place, "label '\(node.name)' stands in \(lines)", "use the ids as written") }
        if !mustBeLabels { notes.append("actors go by their numbers, since label '\(node.name)' stands in \(lines)") }
        return written
      }
      if node.name.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) {
        return written
      }
      first[node.name] = i
    }
    return nodes.map(\.name)
  }

  private consuming func actors(ids: [String]) -> [Actor] {
    var actors = nodes
    for i in actors.indices {
      if actors[i].name.isEmpty { actors[i].name = ids[i] }
      actors[i].id = ids[i]
    }
    return actors
  }
}

// MARK: - Relations

extension ImportCollector {
  /// What was found out about arcs and their reverses.
  fileprivate struct Reciprocity {
    /// Edges left out because their equal reverse is kept.
    var dropped: Set<Int32> = []
    /// The first of them, each with the edge that is kept.
    var merged: [(edge: Int32, kept: Int32)] = []
    /// Whether every arc between two nodes has an equal reverse.
    var isComplete = false
    var arcs = 0
  }

  /// Finds equal reverses: to say that there are only such, or to merge them where the options say so.
  private func reciprocalArcs() -> Reciprocity {
    var found = Reciprocity()
    if options.direction == .asWritten {
      // Sums of mixed bits are equal when the arcs and the reversed arcs are the same, in whatever order.
      var forth: UInt64 = 0
      var back: UInt64 = 0
      for edge in edges where edge.isDirected && edge.source != edge.target {
        found.arcs += 1
        forth &+= Self.mixed(edge.source, edge.target, edge.weight)
        back &+= Self.mixed(edge.target, edge.source, edge.weight)
      }
      found.isComplete = found.arcs > 0 && forth == back
      return found
    }
    var waiting: [UInt64: [Int32]] = [:]
    for (i, edge) in edges.enumerated() where edge.isDirected {
      found.arcs += 1
      guard edge.source != edge.target else { continue }
      let reverse = Self.key(edge.target, edge.source)
      if let match = waiting[reverse]?.firstIndex(where: { saysTheSame(edges[Int($0)], edge) }) {
        let kept = waiting[reverse]?.remove(at: match)
        found.dropped.insert(Int32(i))
        if let kept, found.merged.count < ImportReport.changeLimit { found.merged.append((Int32(i), kept)) }
      } else {
        waiting[Self.key(edge.source, edge.target), default: []].append(Int32(i))
      }
    }
    return found
  }

  private static func key(_ a: Int32, _ b: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))
  }

  private static func mixed(_ a: Int32, _ b: Int32, _ weight: Double?) -> UInt64 {
    let product = key(a, b).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    let more = ((product.high ^ product.low) &+ (weight ?? 1).bitPattern)
      .multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return more.high ^ more.low
  }

  /// Whether two edges differ in nothing but their ends and ids.
  private func saysTheSame(_ a: Edge, _ b: Edge) -> Bool {
    guard (a.weight ?? 1) == (b.weight ?? 1) else { return false }
    guard a.details >= 0 || b.details >= 0 else { return true }
    let first = a.details >= 0 ? details[Int(a.details)] : EdgeDetails()
    let second = b.details >= 0 ? details[Int(b.details)] : EdgeDetails()
    return first == second
  }

  private func relations(actorIDs: [String], without dropped: Set<Int32>) -> [Relation] {
    var relations: [Relation] = []
    relations.reserveCapacity(edges.count - dropped.count)
    let taken = edgeIDs.contains("") || edgeIDs.count < edges.count ? Set(edgeIDs) : []
    for (i, edge) in edges.enumerated() where dropped.isEmpty || !dropped.contains(Int32(i)) {
      let source = actorIDs[Int(edge.source)]
      let target = actorIDs[Int(edge.target)]
      let isDirected = edge.isDirected && options.direction == .asWritten
      let details = edge.details >= 0 ? details[Int(edge.details)] : EdgeDetails()
      var relation = details.relation
      relation.id = edgeIDs.count > i && !edgeIDs[i].isEmpty ? edgeIDs[i] : freeID(relations.count + 1, besides: taken)
      relation.ends = isDirected ? .directed(from: source, to: target) : .mutual(source, target)
      if let weight = edge.weight {
        relation.strength = abs(weight)
        if hasSigns, !details.states(signPosition) { relation.sign = weight < 0 ? .negative : .positive }
      }
      relations.append(relation)
    }
    return relations
  }

  private func freeID(_ number: Int, besides taken: Set<String>) -> String {
    var id = Self.relationID(number)
    while !taken.isEmpty, taken.contains(id) { id += "x" }
    return id
  }

  /// `e1`, `e2`, …
  private static func relationID(_ number: Int) -> String {
    String(unsafeUninitializedCapacity: 15) { buffer in
      var digits = 1
      var rest = number / 10
      while rest > 0 {
        digits += 1
        rest /= 10
      }
      buffer[0] = UInt8(ascii: "e")
      rest = number
      for i in stride(from: digits, to: 0, by: -1) {
        buffer[i] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      return digits + 1
    }
  }

  private func lines(without dropped: Set<Int32>) -> [Int32] {
    if dropped.isEmpty { return edges.map(\.line) }
    return edges.indices.compactMap { dropped.contains(Int32($0)) ? nil : edges[$0].line }
  }
}

// MARK: - Report

extension ImportCollector {
  private func report(_ format: String, _ reciprocal: Reciprocity) -> ImportReport {
    let merged = reciprocal.dropped.count
    let loops = edges.count { $0.source == $0.target }
    var counts = formatCounts
    if !content.sources.isEmpty { counts.append(ImportCount("sources read", content.sources.count)) }
    counts += [
      ImportCount("actors read", nodesRead), ImportCount("actors kept", nodes.count),
      ImportCount("actors merged", nodesMerged), ImportCount("actors created", nodesCreated),
      ImportCount("ties read", edgesRead), ImportCount("ties kept", edges.count - merged),
      ImportCount("ties merged", merged + edgesMerged), ImportCount("ties dropped", edgesDropped),
      ImportCount("ties repaired", edgesRepaired), ImportCount("self-loops", loops),
      ImportCount("parallel ties", parallelTies(without: reciprocal.dropped)),
    ]
    var notes = notes
    if reciprocal.isComplete {
      notes.append(
        "each of the \(reciprocal.arcs) arcs between two actors has an equal reverse: read as undirected they are "
          + "\(reciprocal.arcs / 2) ties")
    }
    if options.direction == .undirected, reciprocal.arcs > 0 {
      notes.append(
        "\(reciprocal.arcs) arcs were read as \(reciprocal.arcs - merged) undirected ties; \(merged) equal reverses "
          + "were merged")
    }
    return ImportReport(
      format: format, counts: counts, diagnostics: log.diagnostics(strict: options.isStrict), notes: notes,
      changes: changes.sorted { $0.line < $1.line }, refusedRows: refusedRows,
      unstated: unstatedFields(without: reciprocal.dropped))
  }

  /// For how many of the ties kept the file does not state a field.
  private func unstatedFields(without dropped: Set<Int32>) -> UnstatedFields {
    var unstated = UnstatedFields()
    let confidence = options.fields.relation.position(of: "confidence")
    let status = options.fields.relation.position(of: "status")
    for (i, edge) in edges.enumerated() where dropped.isEmpty || !dropped.contains(Int32(i)) {
      if edge.weight == nil { unstated.strength += 1 }
      let more = edge.details >= 0 ? details[Int(edge.details)] : nil
      if more?.states(confidence) != true { unstated.confidence += 1 }
      if more?.states(status) != true { unstated.status += 1 }
    }
    return unstated
  }

  /// How many ties there are beyond the first between the same two actors in the same direction.
  private func parallelTies(without dropped: Set<Int32>) -> Int {
    parallelTies(without: dropped, directed: true) + parallelTies(without: dropped, directed: false)
  }

  /// The parallel ones among the directed ties, or among the others: the ends of each node's ties are laid side by side,
  /// and each is marked when it is met.
  private func parallelTies(without dropped: Set<Int32>, directed: Bool) -> Int {
    var starts = [Int32](repeating: 0, count: nodes.count + 1)
    forEachPair(without: dropped, directed: directed) { first, _ in starts[Int(first) + 1] += 1 }
    for node in nodes.indices { starts[node + 1] += starts[node] }
    var ends = [Int32](repeating: 0, count: Int(starts[nodes.count]))
    guard !ends.isEmpty else { return 0 }
    var next = starts
    forEachPair(without: dropped, directed: directed) { first, second in
      ends[Int(next[Int(first)])] = second
      next[Int(first)] += 1
    }
    var lastMet = [Int32](repeating: -1, count: nodes.count)
    var parallel = 0
    for node in nodes.indices {
      for end in ends[Int(starts[node])..<Int(starts[node + 1])] {
        if lastMet[Int(end)] == Int32(node) { parallel += 1 }
        lastMet[Int(end)] = Int32(node)
      }
    }
    return parallel
  }

  private func forEachPair(without dropped: Set<Int32>, directed: Bool, _ body: (Int32, Int32) -> Void) {
    let keepsDirection = options.direction == .asWritten
    for (i, edge) in edges.enumerated() where (edge.isDirected && keepsDirection) == directed {
      if !dropped.isEmpty, dropped.contains(Int32(i)) { continue }
      body(
        directed ? edge.source : min(edge.source, edge.target), directed ? edge.target : max(edge.source, edge.target))
    }
  }
}
