import ActorModel
import NetworkReading

/// Pajek's networks (`.net`) and projects (`.paj`).
///
/// Vertices are numbered; where each has a label and no two have the same, the labels are the actors' ids too. Arcs are
/// directed, edges are not; several relations (`*Arcs :2 "trade"`) are types of ties. Times that are years are dates,
/// others an attribute. Of a project the one network is read, or the one named; partitions and vectors are reported.
public struct PajekFormat: NetworkReader, NetworkWriter {
  /// The name by which it is asked for.
  public let id = "pajek"
  /// The name in a sentence.
  public let title = "Pajek"
  /// Endings of file names.
  public let fileExtensions = ["net", "paj"]

  static let held: FormatCapabilities = {
    var held = FormatCapabilities()
    held.actor = ["name", "from", "until"]
    held.relation = ["type", "label", "strength", "since", "until"]
    held.actorIDs = .names
    held.signs = .byWeight
    held.holdsDates = { $0 == Interval() || PajekTimes.text(for: $0) != nil }
    held.groupsRelations = true
    return held
  }()

  /// The format; it has no options of its own.
  public init() {}

  /// Whether a line begins with `*Vertices` or `*Network`.
  public func recognises(_ beginning: String) -> Bool {
    beginning.split(whereSeparator: \.isNewline).contains { line in
      let word = line.prefix(9).lowercased()
      return word.hasPrefix("*vertices") || word.hasPrefix("*network")
    }
  }

  /// Reads one network.
  public func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    let start = try file.checkedStart()
    var graph = ImportCollector(file: file.name, options: options, numbersNodes: true)
    graph = file.bytes.withUnsafeBufferPointer { bytes in
      let scanner = LineScanner(bytes: bytes, from: start, hasQuotes: true)
      guard let wanted = chosenNetwork(scanner, &graph) else { return graph }
      var reader = PajekReader(scanner: scanner, graph: graph, network: wanted)
      return reader.read()
    }
    return try graph.network(format: id)
  }

  /// The number of the network to read; `nil` after an error.
  private func chosenNetwork(_ scanner: LineScanner, _ graph: inout ImportCollector) -> Int? {
    var scanner = scanner
    var names: [(name: String, place: TextLocation)] = []
    while scanner.nextLine() {
      guard scanner.firstByte == UInt8(ascii: "*"), let first = scanner.tokens.first,
        scanner.text(first).lowercased() == "*network"
      else { continue }
      names.append((scanner.tokens.count > 1 ? scanner.rest(from: scanner.tokens[1]) : "", scanner.place(of: first)))
    }
    let list = names.enumerated().map { "\($0 + 1) \($1.name)" }.joined(separator: "; ")
    if let word = graph.options.networkName {
      if let i = names.firstIndex(where: { $0.name == word }) { return i + 1 }
      if let number = Int(word), (1...max(names.count, 1)).contains(number) { return number }
      graph.log.error(.start, "there is no network '\(word)' in the file", "networks are \(list)")
      return nil
    }
    guard names.count > 1 else { return 1 }
    graph.log.error(names[1].place, "the file holds \(names.count) networks", "choose one: \(list)")
    return nil
  }

  /// Writes a network.
  public func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    let (content, losses) = try Self.held.reduce(network, fields: options.fields)
    var text = "*Vertices \(content.actors.count)\n"
    var number: [String: Int] = [:]
    for (i, actor) in content.actors.enumerated() {
      number[actor.id] = i + 1
      try check(actor.name, "the name of actor '\(network.actors[i].id)'")
      let times = PajekTimes.text(for: actor.existence).map { " \($0)" } ?? ""
      text += "\(i + 1) \"\(actor.name)\"\(times)\n"
    }
    let hasTypes = content.relations.contains { $0.type != "tie" }
    var types: [String: Int] = [:]
    var section = ""
    for relation in content.relations {
      try check(relation.type, "the type of relation '\(relation.id)'")
      let type = types[relation.type] ?? types.count + 1
      types[relation.type] = type
      let kind = relation.ends.isDirected ? "*Arcs" : "*Edges"
      let header = hasTypes ? "\(kind) :\(type) \"\(relation.type)\"" : kind
      if header != section { text += header + "\n" }
      section = header
      text += try line(relation, number) + "\n"
    }
    return ExportedNetwork(bytes: Array(text.utf8), losses: losses)
  }

  private func line(_ relation: Relation, _ number: [String: Int]) throws(UnwritableNetwork) -> String {
    let weight = relation.sign == .negative ? -relation.strength : relation.strength
    var line = "\(number[relation.ends.first] ?? 0) \(number[relation.ends.second] ?? 0) "
    line += DecimalNumber.text(of: weight)
    if let label = relation.label {
      try check(label, "the label of relation '\(relation.id)'")
      line += " l \"\(label)\""
    }
    if let times = PajekTimes.text(for: relation.validity) { line += " \(times)" }
    return line
  }

  private func check(_ text: String, _ what: String) throws(UnwritableNetwork) {
    guard text.unicodeScalars.contains(where: { $0 == "\"" || $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
    else { return }
    throw UnwritableNetwork("Pajek cannot hold \(what), which has a quote or a control character; change it")
  }
}
