extension FieldTable<Source> {
  /// The fields of a source.
  package static var source: FieldTable {
    FieldTable(
      .source, blank: Source(id: ""),
      [
        RecordField("id", .identifier, \.id, "Stable name within the network.", [.required, .worded]),
        RecordField("title", .text, \.title, "What it is called, or what it is.", .worded),
        RecordField("publisher", .text, \.publisher, "Who published it.", .worded),
        RecordField("author", .text, \.author, "Who wrote it.", .worded),
        RecordField("language", .text, \.language, "Its language, as a BCP 47 tag.", .worded),
        RecordField("published", .date, \.published, "When it could be known.", .worded),
        RecordField("url", .text, \.url, "Where it stands.", .worded),
        RecordField("reliability", \.reliability, "Admiralty letter, A to F.", .worded),
        RecordField(
          "same-as", .identifiers, \.sameAs, "Sources that carry the same report; together they count as one.",
          .worded),
        RecordField("note", .note, \.note, "Anything else a reader should know.", .worded),
      ])
  }
}

extension FieldTable<Evidence> {
  /// The fields of what one source says.
  package static var evidence: FieldTable {
    FieldTable(
      .evidence, blank: Evidence(source: ""),
      [
        RecordField("source", .identifier, \.source, "The source's id.", .required),
        RecordField("locator", .text, \.locator, "Where in the source."),
        RecordField("claim", .text, \.claim, "What it says, in one's own words."),
        RecordField("quote", .text, \.quote, "The source's very words."),
        RecordField(
          "says", .record(.says), "What it says about single fields.",
          value: { $0.says.isEmpty ? nil : .claims($0.says) },
          set: { evidence, value in
            if case .claims(let claims) = value { evidence.says = claims } else { evidence.says = Claims() }
          }),
        RecordField(
          "credibility", .credibility, "Admiralty digit, 1 to 6.",
          value: { $0.credibility.map { .number(Double($0.rawValue)) } },
          set: { $0.credibility = $1?.number.flatMap { Credibility(rawValue: Int($0)) } }),
        RecordField("stance", \.stance, "Whether it supports the relation; supports if absent.", .implied),
      ])
  }
}

extension FieldTable<Claims> {
  /// The fields of a relation that a source says something about.
  package static var says: FieldTable {
    FieldTable(
      .says, blank: Claims(),
      [
        RecordField("since", .date, \.since, "When it began."),
        RecordField("until", .date, \.until, "When it ended."),
        RecordField("sign", \.sign, "Its sign."),
        RecordField("strength", .strength, \.strength, "Its strength."),
        RecordField("status", \.status, "What kind of statement it is."),
        RecordField("attributes", .attributes, \.attributes, "Further facts, as text."),
      ])
  }
}
