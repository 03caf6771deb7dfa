import ActorModel

/// Statements with all that they rest on, as parts of an answer.
struct StatementTables {
  /// The network they stand in.
  let network: ActorNetwork
  /// The statements, with the evidence that counts.
  let relations: [Relation]
  /// The fields that records have.
  let fields: NetworkFields

  /// Each statement with its evidence, for programs.
  var records: AnswerSection.Block {
    .field(Field("statements", .list(relations.map { .record(record($0)) })))
  }

  /// One table of the statements and one of what they rest on, for people.
  func tables(titled title: Phrase) -> [AnswerSection.Block] {
    let further = fields.relation.further
    var statements = AnswerTable(
      "statements", title: title,
      columns: [
        .words("relation"), .words("tie"), .words("what it says"), .words("sign"), .numbers("strength"),
        .numbers("confidence", "conf."), .words("status"), .words("since"), .words("until"),
      ] + further.map(\.column), for: .people)
    var evidence = AnswerTable(
      "evidence", title: "What they rest on",
      columns: [
        .words("relation"), .words("source"), .words("published"), .words("grade"), .words("what it says"),
        .words("where"),
      ], for: .people)
    for relation in relations {
      let cells: [Cell] = [
        .relations([relation.id]), .text(Self.tie(relation)), .text(relation.shownName), .text(relation.sign.rawValue),
        .number(relation.strength, .plain), .number(relation.confidence, .plain),
        .text(relation.statusText),
        .text(relation.validity.since?.description ?? "undated"),
        .text(relation.validity.until?.description ?? "open"),
      ]
      statements.add(cells + further.map { $0.shortCell(of: relation) })
      for (position, item) in relation.evidence.enumerated() {
        evidence.add([.text(position == 0 ? relation.id : "")] + row(item))
      }
      if relation.evidence.isEmpty {
        evidence.add([.text(relation.id), .text("no source"), .absent, .absent, .absent, .absent])
      }
    }
    if relations.isEmpty { statements.notes.append("None.") }
    return relations.isEmpty ? [.table(statements)] : [.table(statements), .table(evidence)]
  }

  /// The statements as one long table: a row for each piece of evidence.
  var sheet: AnswerTable {
    let known =
      ["relation", "from", "to", "directed"] + fields.relation.fields(in: [.facts, .dates]).map(\.answerKey)
      + ["disputed"]
    let evidence = ["source", "stance", "published", "reliability", "claim", "locator", "url"]
    var sheet = AnswerTable("statements", columns: (known + evidence).map { .words($0) })
    for relation in relations {
      let cells = relation.fields(by: fields.relation).map(\.cell)
      let rows = relation.evidence.map(self.evidence)
      for row in rows.isEmpty ? [[]] : rows {
        sheet.add(cells + evidence.map { key in row.first { $0.key == key }?.cell ?? .absent })
      }
    }
    return sheet
  }

  private func record(_ relation: Relation) -> [Field] {
    relation.fields(by: fields.relation) + fields.relation.fields(in: [.lists, .notes]).map { $0.field(of: relation) }
      + [Field("evidence", .list(relation.evidence.map { .record(evidence($0)) }))]
  }

  /// What a piece of evidence says, with its source.
  private func evidence(_ item: Evidence) -> [Field] {
    let source = network.source(item.source)
    return [
      Field("source", .text(item.source)), Field("title", .text(optional: source?.title)),
      Field("stance", .text(item.stance.rawValue)), Field("claim", .text(optional: item.claim)),
      Field("quote", .text(optional: item.quote)), Field("locator", .text(optional: item.locator)),
      Field("published", .text(optional: source?.published?.description)),
      Field("reliability", .text(optional: source?.reliability?.rawValue)),
      Field("credibility", item.credibility.map { .count($0.rawValue) } ?? .absent),
      Field("url", .text(optional: source?.url)),
    ]
  }

  private func row(_ item: Evidence) -> [Cell] {
    let source = network.source(item.source)
    let grade = [source?.reliability?.rawValue, item.credibility.map { "\($0.rawValue)" }].compactMap(\.self).joined()
    let stance = item.stance == .supports ? [] : [item.stance.rawValue]
    let says = stance + [item.claim, item.quote.map { "“\($0)”" }].compactMap(\.self)
    return [
      .sources([item.source]), .text(source?.published?.description ?? "undated"),
      .text(grade.isEmpty ? "none" : grade),
      .text(says.joined(separator: ": ")),
      .text([item.locator, source?.url].compactMap(\.self).joined(separator: ", ")),
    ]
  }

  private static func tie(_ relation: Relation) -> String {
    "\(relation.ends.first) \(relation.ends.isDirected ? "→" : "–") \(relation.ends.second)"
  }
}
