import ActorAnalysis
import ActorModel

/// What changed, for people: by relation, or by pair of actors.
struct ChangeTables {
  let result: ComparisonResult
  let old: ProjectedGraph
  let new: ProjectedGraph

  /// Each relation that changed.
  var byRelation: AnswerTable {
    var table = table([.words("change"), .words("where"), .words("what")])
    addRecords(to: &table)
    for flip in result.flips {
      guard let before = flip.before, let after = flip.after else { continue }
      table.add([
        .text("sign flipped"), .phrase(flip.pair),
        .phrase(
          "from \(before.signedStrength, as: .change) (\(before.names)) to "
            + "\(after.signedStrength, as: .change) (\(after.names))"),
      ])
    }
    for relation in result.relations.added {
      table.add([
        .text("added"), .relation(relation.id), .phrase(Self.dated(relation, relation.validity.since, "since")),
      ])
    }
    for relation in result.relations.ended {
      let end = new.snapshot.network.relation(relation.id)?.validity.until ?? relation.validity.until
      table.add([.text("ended"), .relation(relation.id), .phrase(Self.dated(relation, end, "until"))])
    }
    for relation in result.relations.newlyDisputed {
      table.add([
        .text("newly disputed"), .relation(relation.id), .phrase("\(relation.brief): \(relation.contradictions)"),
      ])
    }
    for change in result.relations.changed {
      let fields = change.fields.filter { $0.field != "disputed" || $0.after == "no" }
      guard !fields.isEmpty else { continue }
      table.add([
        .text("changed"), .relation(change.after.id), .phrase("\(change.after.brief): \(fields.text)"),
      ])
    }
    return table
  }

  /// Each pair of actors whose tie as a whole changed.
  var byDyad: AnswerTable {
    var table = table([
      .words("change"), .words("between"), .numbers("before"), .numbers("after"), .words("relations after, or before"),
    ])
    addRecords(to: &table, emptyCells: 2)
    for kind in DyadChange.Kind.allCases {
      for dyad in result.dyads where dyad.kind == kind {
        table.add([
          .text(kind.rawValue), .phrase(dyad.pair), Self.weight(dyad.before), Self.weight(dyad.after),
          (dyad.after ?? dyad.before).map { .phrase($0.names) } ?? .absent,
        ])
      }
    }
    let counts = DyadChange.Kind.allCases.map { kind in "\(result.dyads.count { $0.kind == kind }) \(kind.rawValue)" }
    table.notes.append(
      "Pairs of actors: \(counts.joined(separator: ", ")). Numbers are sums of strengths; in brackets sign × strength.")
    let restated = result.relations.changed.count
    if restated > 0 {
      table.notes.append(
        "\(ViewDescription.count(restated, "relation")) said something else before\(Remedy.showRelations).")
    }
    return table
  }

  private func table(_ columns: [AnswerTable.Column]) -> AnswerTable {
    var table = AnswerTable(
      "changes", title: "\(new.snapshot.network.title): what changed",
      statement: "Before: \(ViewDescription(of: old).sentence). After: \(ViewDescription(of: new).sentence).",
      columns: columns, for: .people)
    if result.isEmpty { table.notes.append("Nothing changed.") }
    return table
  }

  /// What became of actors, and of what the files say beside relations.
  private func addRecords(to table: inout AnswerTable, emptyCells: Int = 0) {
    let rest = [Cell](repeating: .absent, count: emptyCells)
    func add(_ change: String, _ place: Cell, _ text: String) {
      table.add([.text(change), place] + rest + [.text(text)])
    }
    if !result.descriptions.isEmpty { add("network changed", .absent, result.descriptions.text) }
    for actor in result.actorsAdded { add("actor new", .actorID(actor.id), actor.name) }
    for actor in result.actorsRemoved { add("actor gone", .actorID(actor.id), actor.name) }
    for change in result.actorsChanged { add("actor changed", .actorID(change.id), change.fields.text) }
    for change in result.blocNames.rows("bloc") { add(change.what, .text(change.id), change.text) }
    for change in result.sources.rows("source") {
      add(change.what, change.id.isEmpty ? .absent : .source(change.id), change.text)
    }
  }

  private static func weight(_ tie: DyadTie?) -> Cell {
    tie.map { .phrase("\($0.strength) (\($0.signedStrength, as: .change))") } ?? .text("–")
  }

  private static func dated(_ relation: Relation, _ date: CalendarDate?, _ word: String) -> Phrase {
    relation.sentence + (date.map { ", \(word) \($0.description)" } ?? "")
  }
}

extension DyadChange {
  /// `RUS – EU`
  fileprivate var pair: Phrase { "\(actor: first.id) – \(actor: second.id)" }
}

extension DyadTie {
  /// The relations with what they are called.
  fileprivate var names: Phrase {
    relations.map { "\(relation: $0.id) \($0.shownName)" as Phrase }.joined(separator: ", ")
  }
}

extension RecordMatching {
  /// What became of sources or names of blocs, in words.
  fileprivate struct Row {
    let what: String
    let id: String
    let text: String
  }

  fileprivate func rows(_ kind: String) -> [Row] {
    var rows: [Row] = []
    if !added.isEmpty { rows.append(Row(what: "\(kind)s new", id: "", text: Self.list(added))) }
    if !removed.isEmpty { rows.append(Row(what: "\(kind)s gone", id: "", text: Self.list(removed))) }
    return rows + changed.map { Row(what: "\(kind) changed", id: $0.id, text: $0.fields.text) }
  }

  /// The first ids, and how many more there are.
  private static func list(_ ids: [String]) -> String {
    let shown = ids.prefix(10).joined(separator: ", ")
    return ids.count > 10 ? "\(shown) and \(ids.count - 10) more" : shown
  }
}
