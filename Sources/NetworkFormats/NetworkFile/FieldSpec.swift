import ActorModel

/// One key of a record of the network file: the single list behind reading, unknown-key advice and the JSON Schema.
struct FieldSpec: Sendable {
  /// What may stand as the value.
  indirect enum Kind: Sendable {
    case text
    case identifier
    case date
    case strength
    case probability
    case word([String])
    case texts
    case identifiers
    case pair
    case aliases
    case memberships
    case attributes
    case record(RecordSpec)
    case records(RecordSpec)
  }

  let key: String
  let kind: Kind
  let isRequired: Bool
  let help: String

  init(_ key: String, _ kind: Kind, _ help: String, isRequired: Bool = false) {
    self.key = key
    self.kind = kind
    self.isRequired = isRequired
    self.help = help
  }
}

/// The keys of one kind of record.
struct RecordSpec: Sendable {
  /// What the record is called in messages.
  let name: String
  let fields: [FieldSpec]

  var keys: [String] { fields.map(\.key) }

  static let network = RecordSpec(
    name: "network",
    fields: [
      FieldSpec("network", .identifier, "The network's own id.", isRequired: true),
      FieldSpec("title", .text, "The title shown."),
      FieldSpec("language", .text, "Language of names and claims, as a BCP 47 tag."),
      FieldSpec("description", .text, "What the network is about."),
      FieldSpec("blocs", .records(bloc), "Names of the blocs that actors belong to."),
      FieldSpec("sources", .records(source), "What statements rest on."),
      FieldSpec("actors", .records(actor), "Who acts.", isRequired: true),
      FieldSpec("relations", .records(relation), "What they do to each other."),
    ])

  static let bloc = RecordSpec(
    name: "bloc",
    fields: [
      FieldSpec("id", .identifier, "What memberships call it.", isRequired: true),
      FieldSpec("name", .text, "The name shown.", isRequired: true),
      FieldSpec("note", .text, "Anything else a reader should know."),
    ])

  static let source = RecordSpec(
    name: "source",
    fields: [
      FieldSpec("id", .identifier, "Stable name within the network.", isRequired: true),
      FieldSpec("title", .text, "What it is called, or what it is."),
      FieldSpec("publisher", .text, "Who published it."),
      FieldSpec("author", .text, "Who wrote it."),
      FieldSpec("language", .text, "Its language, as a BCP 47 tag."),
      FieldSpec("published", .date, "When it could be known."),
      FieldSpec("url", .text, "Where it stands."),
      FieldSpec("reliability", .word(Reliability.allCases.map(\.rawValue)), "Admiralty letter, A to F."),
      FieldSpec("same-as", .identifiers, "Sources that carry the same report; together they count as one."),
      FieldSpec("note", .text, "Anything else a reader should know."),
    ])

  static let actor = RecordSpec(
    name: "actor",
    fields: [
      FieldSpec("id", .identifier, "Stable name within the network.", isRequired: true),
      FieldSpec("name", .text, "The name shown.", isRequired: true),
      FieldSpec("kind", .word(ActorKind.allCases.map(\.rawValue)), "What sort of actor it is."),
      FieldSpec("aliases", .aliases, "Other names; a name alone, or {language: name}."),
      FieldSpec("codes", .attributes, "Codes in registers: {iso3: RUS}."),
      FieldSpec("blocs", .memberships, "Blocs it belongs to; an id, or {id: …, since: …, until: …}."),
      FieldSpec("not", .identifiers, "Actors it must never be merged with."),
      FieldSpec("part-of", .identifier, "The actor it is a part of and can be rolled up into."),
      FieldSpec("from", .date, "The first day it exists."),
      FieldSpec("until", .date, "The first day it no longer exists."),
      FieldSpec("note", .text, "Anything else a reader should know."),
      FieldSpec("attributes", .attributes, "Further facts, as text."),
    ])

  static let relation = RecordSpec(
    name: "relation",
    fields: [
      FieldSpec("id", .identifier, "Stable name within the network.", isRequired: true),
      FieldSpec("from", .identifier, "The actor that acts."),
      FieldSpec("to", .identifier, "The actor acted on."),
      FieldSpec("between", .pair, "The two actors of a tie without direction, instead of from and to."),
      FieldSpec("type", .text, "What kind of tie: recognises, sanctions.", isRequired: true),
      FieldSpec("label", .text, "A short name for pictures."),
      FieldSpec(
        "sign", .word(Sign.allCases.map(\.rawValue)), "Whether the tie supports or burdens; neutral if absent."),
      FieldSpec("strength", .strength, "Strength of the tie itself, above 0; 1 if absent."),
      FieldSpec("confidence", .probability, "Probability that it is so, 0 to 1; 1 if absent."),
      FieldSpec("status", .word(Status.allCases.map(\.rawValue)), "What kind of statement it is; fact if absent."),
      FieldSpec("since", .date, "The first day it holds."),
      FieldSpec("until", .date, "The first day it no longer holds."),
      FieldSpec("note", .text, "Anything else a reader should know."),
      FieldSpec("attributes", .attributes, "Further facts, as text."),
      FieldSpec("evidence", .records(evidence), "What it rests on."),
    ])

  static let evidence = RecordSpec(
    name: "evidence",
    fields: [
      FieldSpec("source", .identifier, "The source's id.", isRequired: true),
      FieldSpec("locator", .text, "Where in the source."),
      FieldSpec("claim", .text, "What it says, in one's own words."),
      FieldSpec("quote", .text, "The source's very words."),
      FieldSpec("says", .record(says), "What it says about single fields."),
      FieldSpec(
        "credibility", .word(Credibility.allCases.map { "\($0.rawValue)" }), "Admiralty digit, 1 to 6."),
      FieldSpec(
        "stance", .word(Stance.allCases.map(\.rawValue)), "Whether it supports the relation; supports if absent."),
    ])

  static let says = RecordSpec(
    name: "says",
    fields: [
      FieldSpec("since", .date, "When it began."),
      FieldSpec("until", .date, "When it ended."),
      FieldSpec("sign", .word(Sign.allCases.map(\.rawValue)), "Its sign."),
      FieldSpec("strength", .strength, "Its strength."),
      FieldSpec("status", .word(Status.allCases.map(\.rawValue)), "What kind of statement it is."),
      FieldSpec("attributes", .attributes, "Further facts, as text."),
    ])

  static let membership = RecordSpec(
    name: "bloc membership",
    fields: [
      FieldSpec("id", .identifier, "The bloc's id.", isRequired: true),
      FieldSpec("since", .date, "The first day of membership."),
      FieldSpec("until", .date, "The first day after it."),
    ])
}
