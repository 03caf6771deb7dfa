import ActorModel
import NetworkReading

/// Graphviz's language, as data: nodes, ties and their attributes; what says how they are drawn is passed over.
public struct DOTFormat: NetworkReader, NetworkWriter {
  /// The name by which it is asked for.
  public let id = "dot"
  /// The name in a sentence.
  public let title = "DOT"
  /// Endings of file names.
  public let fileExtensions = ["dot", "gv"]

  static let held: FormatCapabilities = {
    var held = FormatCapabilities()
    held.network = ["title", "language", "description"]
    held.actor = .named
    held.relation = .named
    held.holdsActorKey = { !ImportFields.nodeKeys.contains($0) && !DOTKeys.drawing.contains($0) && isHoldable($0) }
    // Graphviz makes these into links of its pictures.
    held.holdsValue = { !["URL", "href"].contains($0.key) || WebLink.isSafe($0.text) }
    held.holdsRelationKey = { !ImportFields.edgeKeys.contains($0) && !DOTKeys.drawing.contains($0) && isHoldable($0) }
    return held
  }()

  /// The format; it has no options of its own.
  public init() {}

  /// Whether the first word is strict, graph or digraph and a brace follows.
  public func recognises(_ beginning: String) -> Bool {
    let lines = beginning.split(whereSeparator: \.isNewline).filter { line in
      let start = line.drop(while: \.isWhitespace)
      return !start.isEmpty && !["#", "//", "/*", "*"].contains(where: start.hasPrefix)
    }
    guard let first = lines.first?.lowercased() else { return false }
    let words = first.split { $0.isWhitespace || $0 == "{" || $0 == "\"" }
    guard let word = words.first, ["strict", "graph", "digraph"].contains(word) else { return false }
    return beginning.contains("{")
  }

  /// Reads a graph.
  public func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    do {
      return try read(try file.text(), of: file, options)
    } catch {
      // Latin-1 where the file is not UTF-8 and says so itself.
      guard options.encoding == nil, (try? UTF8Span(validating: file.bytes.span)) == nil,
        let text = try? file.decoded(from: .latin1).text()
      else { throw error }
      var saying = options
      saying.encoding = .latin1
      var reader = DOTReader(text: text, graph: ImportCollector(file: file.name, options: saying))
      var graph = reader.read()
      guard reader.saysLatin1 else { throw error }
      graph.notes.append("the file says that its characters are Latin-1, and is read so")
      return try graph.network(format: id)
    }
  }

  private func read(
    _ text: String, of file: InputFile, _ options: ReadOptions
  ) throws(Diagnostics) -> ImportedNetwork {
    var reader = DOTReader(text: text, graph: ImportCollector(file: file.name, options: options))
    return try reader.read().network(format: id)
  }

  /// Writes a graph whose attributes Graphviz passes over, labels apart.
  public func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    let (content, losses) = try Self.held.reduce(network, fields: options.fields)
    let fields = ImportFields(options.fields)
    let isDirected = content.relations.contains { $0.ends.isDirected }
    let isSigned = content.relations.contains { $0.sign != .neutral }
    var text = "\(isDirected ? "digraph" : "graph") {\n"
    text += "  network=\(try quoted(content.id, "the network's id"))\n"
    for (key, value) in [
      ("label", content.title), ("language", content.language), ("description", content.description),
    ] {
      if let value { text += "  \(key)=\(try quoted(value, "the network's \(key)"))\n" }
    }
    for actor in content.actors {
      let what = "actor '\(actor.id)'"
      if actor.name == "\\N", actor.id != "\\N" {
        throw UnwritableNetwork("DOT cannot hold the name of \(what): \\N stands for its id")
      }
      text += "  \(try quoted(actor.id, what))"
      text += " [\(try list(fields.pairs(of: actor), of: what))]\n"
    }
    for (i, relation) in content.relations.enumerated() {
      let what = "relation '\(relation.id)'"
      var pairs = fields.pairs(of: relation, isSigned: isSigned)
      if relation.ends.isDirected != isDirected { pairs.append(("dir", .text("none"))) }
      if relation.id != "e\(i + 1)" { pairs.append(("id", .text(relation.id))) }
      let ends = relation.ends
      text += "  \(try quoted(ends.first, what)) \(isDirected ? "->" : "--") \(try quoted(ends.second, what))"
      text += " [\(try list(pairs, of: what))]\n"
    }
    return ExportedNetwork(bytes: Array((text + "}\n").utf8), losses: losses)
  }

  private func list(
    _ pairs: [(key: String, value: ImportFields.Value)], of what: String
  ) throws(UnwritableNetwork) -> String {
    var parts: [String] = []
    for (key, value) in pairs {
      switch value {
      case .text(let text): parts.append("\(try quoted(key, what))=\(try quoted(text, "\(key) of \(what)"))")
      case .number(let number): parts.append("\(try quoted(key, what))=\"\(DecimalNumber.text(of: number))\"")
      case .list(let texts):
        parts.append("\(try quoted(key, what))=\(try quoted(texts.joined(separator: ", "), "\(key) of \(what)"))")
      }
    }
    return parts.joined(separator: ", ")
  }

  /// Whether a text comes back from quotes as it was: not with a lone backslash before a quote, line end or the end.
  private static func isHoldable(_ text: String) -> Bool {
    var run = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\\") {
        run += 1
      } else {
        if run % 2 == 1, byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D { return false }
        run = 0
      }
    }
    return run % 2 == 0
  }

  private func quoted(_ text: String, _ what: String) throws(UnwritableNetwork) -> String {
    guard Self.isHoldable(text) else {
      throw UnwritableNetwork("DOT cannot hold \(what), where a backslash stands before a quote or at the end")
    }
    return "\"\(text.replacing("\"", with: "\\\""))\""
  }
}
