import ActorModel
import NetworkReading

/// Graph Modelling Language, as NetworkX, igraph, Gephi, yEd and LEDA write it.
///
/// A node's `label` (or `name`) is the actor's name, and its id too where each has one and no two have the same; else
/// the whole number that is the node's `id`. `weight` (or `value`) is the strength. A file that this package writes says
/// so by the key `network`, and its ids stay as they are: the numbers or, where they are none, the texts under `actor`.
public struct GMLFormat: NetworkReader, NetworkWriter {
  /// The name by which it is asked for.
  public let id = "gml"
  /// The name in a sentence.
  public let title = "GML"
  /// Endings of file names.
  public let fileExtensions = ["gml"]

  static let held: FormatCapabilities = {
    var held = FormatCapabilities()
    held.network = ["title", "language", "description"]
    held.actor = .named
    held.relation = .named
    held.holdsLists = true
    held.holdsShortLists = false
    held.holdsActorKey = { isKey($0) && !ImportFields.nodeKeys.union(["actor", "partOf"]).contains($0) }
    held.holdsRelationKey = { isKey($0) && !ImportFields.edgeKeys.contains($0) }
    return held
  }()

  /// The format; it has no options of its own.
  public init() {}

  /// Whether a line begins a graph, and a bracket comes before any brace: texts may have braces, and DOT begins with one.
  public func recognises(_ beginning: String) -> Bool {
    let lines = beginning.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
    guard lines.lazy.joined().first(where: { $0 == "[" || $0 == "{" }) == "[" else { return false }
    return lines.contains { line in
      let words = line.lowercased().split { $0.isWhitespace || $0 == "[" }
      return words.first == "graph" && (line.contains("[") || words.count == 1)
    }
  }

  /// Reads GML.
  public func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    var reader = GMLReader(
      text: try file.text(), graph: ImportCollector(file: file.name, options: options, numbersNodes: true))
    return try reader.read().network(format: id)
  }

  /// Writes GML, in ASCII as its definition says.
  public func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    let (content, losses) = try Self.held.reduce(network, fields: options.fields)
    let fields = ImportFields(options.fields)
    let areNumbers = content.actors.allSatisfy { Int64($0.id).map(String.init) == $0.id }
    var number: [String: String] = [:]
    for (i, actor) in content.actors.enumerated() { number[actor.id] = areNumbers ? actor.id : "\(i + 1)" }
    let isSigned = content.relations.contains { $0.sign != .neutral }
    let isDirected = content.relations.contains { $0.ends.isDirected }
    var text = "graph [\n  directed \(isDirected ? 1 : 0)\n  network \(Self.quoted(content.id))\n"
    for (key, value) in [
      ("label", content.title), ("language", content.language), ("description", content.description),
    ] {
      if let value { text += "  \(key) \(Self.quoted(value))\n" }
    }
    for actor in content.actors {
      text += "  node [\n    id \(number[actor.id] ?? "")\n"
      if !areNumbers { text += "    actor \(Self.quoted(actor.id))\n" }
      text += Self.lines(fields.pairs(of: actor)) + "  ]\n"
    }
    for (i, relation) in content.relations.enumerated() {
      let ends = relation.ends
      text += "  edge [\n    source \(number[ends.first] ?? "")\n    target \(number[ends.second] ?? "")\n"
      if ends.isDirected != isDirected { text += "    directed \(ends.isDirected ? 1 : 0)\n" }
      if relation.id != "e\(i + 1)" { text += "    id \(Self.quoted(relation.id))\n" }
      text += Self.lines(fields.pairs(of: relation, isSigned: isSigned)) + "  ]\n"
    }
    return ExportedNetwork(bytes: Array((text + "]\n").utf8), losses: losses)
  }

  private static func lines(_ pairs: [(key: String, value: ImportFields.Value)]) -> String {
    var text = ""
    for (key, value) in pairs {
      let name = key == "part-of" ? "partOf" : key
      switch value {
      case .text(let word): text += "    \(name) \(quoted(word))\n"
      case .number(let number): text += "    \(name) \(DecimalNumber.text(of: number))\n"
      case .list(let words): for word in words { text += "    \(name) \(quoted(word))\n" }
      }
    }
    return text
  }

  private static func isKey(_ key: String) -> Bool {
    guard let first = key.utf8.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A, key.utf8.count <= 254 else {
      return false
    }
    return key.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
    }
  }

  /// A text in double quotes; quotes, ampersands and what is not printable ASCII as entities.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "&quot;"
      case "&": result += "&amp;"
      case _ where scalar.value < 0x20 || scalar.value >= 0x7F: result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
