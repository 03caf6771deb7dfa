extension FieldTable<Relation> {
  /// The fields of a relation.
  package static var relation: FieldTable {
    FieldTable(
      .relation, blank: Relation(id: "", ends: .directed(from: "", to: ""), type: Relation.unstatedType),
      ends + [
        RecordField(
          "type", .text, \.type, "What kind of tie: recognises, sanctions.", [.required, .worded],
          names: FieldNames(
            "type", heading: "Relation", headings: ["relation", "relationship", "interaction", "type"])),
        RecordField(
          "label", .note, \.label, "A short name for pictures.", .worded,
          names: FieldNames("label", titles: ["label", "edge label"])),
        RecordField("sign", \.sign, "Whether the tie supports or burdens; neutral if absent.", .worded, kind: .sign),
        RecordField(
          "strength", .strength, \.strength, "Strength of the tie itself, above 0; 1 if absent.",
          [.structural, .worded],
          names: FieldNames(
            "weight", fallback: "value", headings: ["weight", "strength", "value", "rating"],
            titles: ["weight", "value"])),
        RecordField(
          "confidence", .probability, \.confidence, "Probability that it is so, 0 to 1; 1 if absent.", .worded,
          names: FieldNames("confidence", headings: ["confidence", "probability"])),
        RecordField("status", \.status, "What kind of statement it is; fact if absent.", .worded),
        RecordField(
          "since", .start, \.validity.since, "The first day it holds.", .worded,
          names: FieldNames(
            "since", heading: "Start", headings: ["since", "start", "begin"], titles: ["since", "start"])),
        RecordField(
          "until", .finish, \.validity.until, "The first day it no longer holds.", .worded,
          names: FieldNames("until", heading: "End", headings: ["until", "end"], titles: ["until", "end"])),
        RecordField("note", .note, \.note, "Anything else a reader should know.", .worded),
        RecordField("attributes", .attributes, \.attributes, "Further facts, as text.", .worded, title: "attribute"),
        RecordField("evidence", .records(.evidence), \.evidence, "What it rests on.", .worded),
      ])
  }

  /// Which relation it is, and whom it joins.
  private static var ends: [RecordField<Relation>] {
    [
      RecordField(
        "id", .identifier, \.id, "Stable name within the network.", [.required, .structural, .worded],
        names: FieldNames("id", headings: ["id", "edgeid"], titles: [])),
      RecordField(
        "from", .end, "The actor that acts.", [.structural, .worded],
        value: { $0.ends.isDirected ? .text($0.ends.first) : nil },
        set: { relation, value in
          if let actor = value?.text { relation.ends = .directed(from: actor, to: relation.ends.second) }
        }),
      RecordField(
        "to", .end, "The actor acted on.", [.structural, .worded],
        value: { $0.ends.isDirected ? .text($0.ends.second) : nil },
        set: { relation, value in
          if let actor = value?.text { relation.ends = .directed(from: relation.ends.first, to: actor) }
        }),
      RecordField(
        "between", .pair, "The two actors of a tie without direction, instead of from and to.",
        [.structural, .worded],
        value: { $0.ends.isDirected ? nil : .texts([$0.ends.first, $0.ends.second]) },
        set: { relation, value in
          if case .texts(let actors) = value, actors.count == 2 { relation.ends = .mutual(actors[0], actors[1]) }
        }),
    ]
  }
}

extension Relation {
  /// The type of a tie of which a file states none.
  package static var unstatedType: String { "tie" }
}
