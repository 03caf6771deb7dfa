import ActorModel
import NetworkReading

/// FollowTheMoney statements as CSV, for OpenSanctions' and Aleph's tools; written only.
///
/// Each actor and each tie is an entity, each fact of it a row. Ties are of the schema `UnknownLink`, whose `role` is
/// the type; signs and strengths have no property there.
///
/// - Source: https://followthemoney.tech/docs/statements/
public struct FollowTheMoneyFormat: NetworkWriter {
  /// The name by which it is asked for.
  public let id = "ftm"
  /// The name in a sentence.
  public let title = "FollowTheMoney statements"
  /// No ending: the statements are CSV.
  public let fileExtensions: [String] = []

  private static let held: FormatCapabilities = {
    var held = FormatCapabilities()
    held.actor = ["name", "kind", "aliases", "from", "until", "note"]
    held.relation = ["id", "type", "label", "since", "until", "note"]
    held.signs = .none
    held.holdsDirection = false
    held.holdsEmptyTexts = false
    return held
  }()

  /// The format; it has no options of its own.
  public init() {}

  /// Writes statements.
  public func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    let (content, losses) = try Self.held.reduce(network, fields: options.fields)
    let actors = Set(content.actors.map(\.id))
    if let clash = content.relations.first(where: { actors.contains($0.id) }) {
      throw UnwritableNetwork(
        "relation '\(clash.id)' has the id of an actor, and entities of FollowTheMoney share their ids; rename it")
    }
    var text = CSVWriter.row([
      "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang",
      "original_value", "external", "first_seen", "last_seen", "id",
    ])
    func state(
      _ entity: String, _ schema: String, _ property: String, _ type: String, _ value: String?, _ lang: String = ""
    ) {
      guard let value else { return }
      text += CSVWriter.row([
        entity, entity, property, type, schema, value, content.id, "", lang, "", "f", "", "", "",
      ])
    }
    for actor in content.actors {
      let schema = Self.schema(of: actor)
      state(actor.id, schema, "name", "name", actor.name)
      for alias in actor.aliases { state(actor.id, schema, "alias", "name", alias.name, alias.language ?? "") }
      if schema == "Organization" || schema == "PublicBody" {
        state(actor.id, schema, "incorporationDate", "date", actor.existence.since?.description)
        state(actor.id, schema, "dissolutionDate", "date", actor.existence.until?.description)
      }
      state(actor.id, schema, "notes", "text", actor.note)
    }
    for relation in content.relations {
      let link = "UnknownLink"
      state(relation.id, link, "subject", "entity", relation.ends.first)
      state(relation.id, link, "object", "entity", relation.ends.second)
      state(relation.id, link, "role", "string", relation.type)
      state(relation.id, link, "startDate", "date", relation.validity.since?.description)
      state(relation.id, link, "endDate", "date", relation.validity.until?.description)
      state(relation.id, link, "summary", "text", relation.label)
      state(relation.id, link, "description", "text", relation.note)
    }
    return ExportedNetwork(bytes: Array(text.utf8), losses: losses)
  }

  private static func schema(of actor: Actor) -> String {
    switch actor.kind {
    case .state: "Country"
    case .person: "Person"
    case .government, .institution: "PublicBody"
    case .bloc, .movement, .organisation: "Organization"
    case .population, .area, .resource, nil: "LegalEntity"
    }
  }
}
