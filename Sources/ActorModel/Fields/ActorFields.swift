extension FieldTable<Actor> {
  /// The fields of an actor.
  package static var actor: FieldTable {
    FieldTable(
      .actor, blank: Actor(id: "", name: ""),
      [
        RecordField(
          "id", .identifier, \.id, "Stable name within the network.", [.required, .structural, .worded],
          names: FieldNames("id", headings: ["id", "node", "nodeid", "actor"], titles: [])),
        RecordField(
          "name", .text, \.name, "The name shown.", [.required, .worded],
          names: FieldNames("label", fallback: "name", headings: ["label", "name"], titles: ["label", "name"])),
        RecordField("kind", \.kind, "What sort of actor it is.", .worded),
        RecordField("aliases", .aliases, \.aliases, "Other names; a name alone, or {language: name}.", .worded),
        RecordField("codes", .attributes, \.codes, "Codes in registers: {iso3: RUS}.", .worded, title: "code"),
        RecordField(
          "blocs", .memberships, \.blocs, "Blocs it belongs to; an id, or {id: …, since: …, until: …}.", .worded,
          title: "bloc"),
        RecordField(
          "not", .identifiers, \.notSameAs, "Actors it must never be merged with.", .worded, title: "not-same-as"),
        RecordField(
          "part-of", .identifier, \.partOf, "The actor it is a part of and can be rolled up into.", .worded,
          names: FieldNames("part-of", heading: "part-of", headings: [])),
        RecordField(
          "from", .start, \.existence.since, "The first day it exists.", .worded,
          names: FieldNames(
            "from", column: "since", heading: "Start", headings: ["from", "since", "start"], titles: []),
          title: "exists since"),
        RecordField(
          "until", .finish, \.existence.until, "The first day it no longer exists.", .worded,
          names: FieldNames("until", heading: "End", headings: ["until", "end"], titles: []), title: "exists until"),
        RecordField("note", .note, \.note, "Anything else a reader should know.", .worded),
        RecordField("attributes", .attributes, \.attributes, "Further facts, as text.", .worded, title: "attribute"),
      ])
  }
}

extension FieldTable<BlocMembership> {
  /// The fields of a membership.
  package static var membership: FieldTable {
    FieldTable(
      .membership, blank: BlocMembership(""),
      [
        RecordField("id", .identifier, \.bloc, "The bloc's id.", .required),
        RecordField("since", .start, \.interval.since, "The first day of membership."),
        RecordField("until", .finish, \.interval.until, "The first day after it."),
      ])
  }
}
