import ActorModel

extension Relation {
  /// What it says, for programs.
  var fields: [Field] {
    [
      Field("relation", .relation(id)), Field("from", .actorID(ends.first)), Field("to", .actorID(ends.second)),
      Field("directed", .flag(ends.isDirected)), Field("type", .text(type)), Field("sign", .text(sign.rawValue)),
      Field("strength", .number(strength)), Field("confidence", .number(confidence)),
      Field("status", .text(status.rawValue)), Field("since", .text(optional: validity.since?.description)),
      Field("until", .text(optional: validity.until?.description)), Field("disputed", .flag(isDisputed)),
    ]
  }

  /// What it says, with the sources that say so.
  var record: Cell { .record(fields + [Field("sources", .sources(evidence.map(\.source)))]) }
}
