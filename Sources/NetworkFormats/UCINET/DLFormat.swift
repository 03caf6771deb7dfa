import ActorModel
import NetworkReading

/// UCINET's DL: full and half matrices, node lists and edge lists, of one kind of actors or two.
///
/// Labels are the actors' ids where each has one and no two are the same. Several matrices are types of ties.
public struct DLFormat: NetworkReader, NetworkWriter {
  /// The name by which it is asked for.
  public let id = "dl"
  /// The name in a sentence.
  public let title = "UCINET DL"
  /// Endings of file names.
  public let fileExtensions = ["dl"]

  static let held: FormatCapabilities = {
    var held = FormatCapabilities()
    held.actor = ["name"]
    held.relation = ["type", "strength"]
    held.actorIDs = .names
    held.signs = .byWeight
    held.holdsDirection = false
    held.groupsRelations = true
    return held
  }()

  /// The format; it has no options of its own.
  public init() {}

  /// Whether the first word is DL.
  public func recognises(_ beginning: String) -> Bool {
    guard let word = beginning.split(whereSeparator: { $0.isWhitespace || $0 == "," }).first else { return false }
    return word.lowercased() == "dl"
  }

  /// Reads a DL file.
  public func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    let start = try file.checkedStart()
    let graph = file.bytes.withUnsafeBufferPointer { bytes in
      var reader = DLReader(
        scanner: LineScanner(bytes: bytes, from: start, hasQuotes: true, hasCommas: true),
        graph: ImportCollector(file: file.name, options: options, numbersNodes: true))
      return reader.read()
    }
    return try graph.network(format: id)
  }

  /// Writes an edge list with labels.
  public func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    let (content, losses) = try Self.held.reduce(network, fields: options.fields)
    var types: [String] = []
    for relation in content.relations where types.last != relation.type { types.append(relation.type) }
    var text = "dl n = \(content.actors.count)"
    if types.count > 1 { text += " nm = \(types.count)" }
    text += "\nformat = edgelist1\n"
    if !content.actors.isEmpty { text += "labels:\n" }
    var number: [String: Int] = [:]
    for (i, actor) in content.actors.enumerated() {
      number[actor.id] = i + 1
      text += try quoted(actor.name, "the name of actor '\(network.actors[i].id)'") + "\n"
    }
    if types.contains(where: { $0 != "tie" }) {
      text += "matrix labels:\n"
      for type in types { text += try quoted(type, "the type '\(type)'") + "\n" }
    }
    text += "data:\n"
    var last = content.relations.first?.type
    for relation in content.relations {
      if relation.type != last { text += "!\n" }
      last = relation.type
      let weight = relation.sign == .negative ? -relation.strength : relation.strength
      text += "\(number[relation.ends.first] ?? 0) \(number[relation.ends.second] ?? 0) "
      text += DecimalNumber.text(of: weight) + "\n"
    }
    return ExportedNetwork(bytes: Array(text.utf8), losses: losses)
  }

  private func quoted(_ text: String, _ what: String) throws(UnwritableNetwork) -> String {
    if text.unicodeScalars.contains(where: { $0 == "\"" || $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) {
      throw UnwritableNetwork("DL cannot hold \(what), which has a quote or a control character; change it")
    }
    return "\"\(text)\""
  }
}
