extension FieldTable<NetworkContent> {
  /// The fields of a network.
  package static var network: FieldTable {
    FieldTable(
      .network, blank: NetworkContent(id: ""),
      [
        RecordField("network", .identifier, \.id, "The network's own id.", .required),
        RecordField("title", .text, \.title, "The title shown."),
        RecordField("language", .text, \.language, "Language of names and claims, as a BCP 47 tag."),
        RecordField("description", .text, \.description, "What the network is about."),
        RecordField("blocs", .records(.bloc), \.blocs, "Names of the blocs that actors belong to."),
        RecordField("sources", .records(.source), \.sources, "What statements rest on."),
        // A network without actors says so.
        RecordField(
          "actors", .records(.actor), "Who acts.", .required, value: { .actors($0.actors) },
          set: { $0.actors = $1.flatMap(Actor.items(of:)) ?? [] }),
        RecordField("relations", .records(.relation), \.relations, "What they do to each other."),
      ])
  }
}

extension FieldTable<Bloc> {
  /// The fields of a bloc's name.
  package static var bloc: FieldTable {
    FieldTable(
      .bloc, blank: Bloc(id: "", name: ""),
      [
        RecordField("id", .identifier, \.id, "What memberships call it.", .required),
        RecordField("name", .text, \.name, "The name shown.", .required),
        RecordField("note", .note, \.note, "Anything else a reader should know."),
      ])
  }
}
