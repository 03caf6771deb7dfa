import ActorModel
import NetworkReading

/// A pair of tables for `neo4j-admin database import`: relationships, and nodes beside them; written only.
///
/// Undirected ties have the property `directed` false, since Neo4j's have a direction always.
public struct Neo4jFormat: NetworkWriter {
  /// The name by which it is asked for.
  public let id = "neo4j"
  /// The name in a sentence.
  public let title = "Neo4j import tables"
  /// No ending: the tables are CSV.
  public let fileExtensions: [String] = []

  private static let held: FormatCapabilities = {
    var held = FormatCapabilities()
    held.actor = ["name", "kind", "part-of", "from", "until", "note", "attributes"]
    held.relation = [
      "id", "type", "label", "strength", "confidence", "status", "since", "until", "note", "attributes",
    ]
    held.holdsEmptyTexts = false
    let taken: Set<String> = [
      "id", "name", "kind", "partOf", "from", "until", "note", "label", "sign", "strength", "confidence", "status",
      "since", "directed",
    ]
    let isKey: @Sendable (String) -> Bool = { key in !taken.contains(key) && !key.isEmpty && !key.contains(":") }
    held.holdsActorKey = isKey
    held.holdsRelationKey = isKey
    return held
  }()

  /// The format; it has no options of its own.
  public init() {}

  /// Writes the table of relationships, and that of nodes beside it.
  public func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    let (content, losses) = try Self.held.reduce(network, fields: options.fields)
    return ExportedNetwork(
      bytes: Array(relationships(content).utf8), losses: losses,
      additionalFiles: [AdditionalFile(suffix: "-nodes", bytes: Array(nodes(content).utf8))])
  }

  private func nodes(_ content: NetworkContent) -> String {
    let keys = FormatCapabilities.keys(of: content.actors.map(\.attributes))
    var text = CSVWriter.row(["id:ID", "name", "kind", "partOf", "from", "until", "note"] + keys + [":LABEL"])
    for actor in content.actors {
      let kind = actor.kind?.rawValue ?? ""
      let fields = [
        actor.id, actor.name, kind, actor.partOf ?? "", actor.existence.since?.description ?? "",
        actor.existence.until?.description ?? "", actor.note ?? "",
      ]
      text += CSVWriter.row(fields + CSVWriter.values(keys, in: actor.attributes) + ["Actor"])
    }
    return text
  }

  private func relationships(_ content: NetworkContent) -> String {
    let keys = FormatCapabilities.keys(of: content.relations.map(\.attributes))
    var text = CSVWriter.row(
      [
        ":START_ID", ":END_ID", ":TYPE", "id", "directed:boolean", "sign", "strength:double", "confidence:double",
        "status", "since", "until", "label", "note",
      ] + keys)
    for relation in content.relations {
      let fields = [
        relation.ends.first, relation.ends.second, relation.type, relation.id,
        relation.ends.isDirected ? "true" : "false", relation.sign.rawValue, DecimalNumber.text(of: relation.strength),
        DecimalNumber.text(of: relation.confidence), relation.status.rawValue,
        relation.validity.since?.description ?? "", relation.validity.until?.description ?? "", relation.label ?? "",
        relation.note ?? "",
      ]
      text += CSVWriter.row(fields + CSVWriter.values(keys, in: relation.attributes))
    }
    return text
  }
}
