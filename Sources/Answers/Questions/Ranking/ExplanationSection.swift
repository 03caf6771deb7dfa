import ActorAnalysis
import ActorModel

/// What an actor's score rests on, as a part of an answer.
struct ExplanationSection {
  let result: ScoreExplanationResult
  /// What was ranked.
  let projected: ProjectedGraph
  /// How many rows people are shown.
  let top: Int

  /// The values for programs, and a table for people.
  var section: AnswerSection {
    var section = AnswerSection()
    section.add("measure", .text(result.measure))
    section.add("actor", .actor(result.row.actor))
    section.add("relations", .list(result.relations.map(record)))
    section.add("sources", .list(result.sources.map(record)))
    section.add(
      "refused",
      .list(
        result.refused.map {
          .record([source($0.source), Field("relations", .relations($0.relations)), Field("reason", .text($0.reason))])
        }))
    section.add("relationsWithoutEffect", .count(result.relationsWithoutEffect))
    section.add("sourcesWithoutEffect", .count(result.sourcesWithoutEffect))
    section.add(table)
    return section
  }

  private func record(_ support: ScoreSupport) -> Cell {
    .record([
      source(support.source), Field("relations", .relations(support.relations)), Field("loss", .number(support.loss)),
      Field("rankWithout", support.rankWithout.map { .count($0) } ?? .absent),
    ])
  }

  private func source(_ id: String?) -> Field { Field("source", id.map { .source($0) } ?? .absent) }

  private var table: AnswerTable {
    let row = result.row
    var table = AnswerTable(
      "supports", title: "What \(row.actor)'s \(result.measure) rests on",
      statement: "Score \(row.score), rank \(row.rank). Each row takes a relation away, or all relations that rest on "
        + "one source alone, and scores again; what changes the score most comes first.",
      columns: [
        .words("without"), .words("what it says"), .numbers("score changes by"), .numbers("score then"),
        .numbers("rank then"),
      ], shownRows: top, for: .people)
    for support in supports {
      table.add([
        support.source.map { .phrase("source \(source: $0)") } ?? .relations(support.relations),
        .phrase(detail(support)), .number(-support.loss, .change), .number(row.score - support.loss),
        support.rankWithout.map { .count($0) } ?? .text("–"),
      ])
    }
    table.notes = notes
    table.notesTellRest = true
    return table
  }

  /// Relations and sources in one order, the largest change first.
  private var supports: [ScoreSupport] {
    (result.sources + result.relations).enumerated().sorted { a, b in
      let sizes = [abs(a.element.loss), abs(b.element.loss)]
      return sizes[0] != sizes[1] ? sizes[0] > sizes[1] : a.offset < b.offset
    }.map(\.element)
  }

  /// What a relation says, or which relations rest on a source.
  private func detail(_ support: ScoreSupport) -> Phrase {
    guard support.source == nil else { return Self.names(support.relations) }
    return support.relations.first.flatMap { projected.snapshot.network.relation($0) }?.sentence ?? ""
  }

  private static func names(_ relations: [String]) -> Phrase {
    relations.map { "\(relation: $0)" as Phrase }.joined(separator: ", ")
  }

  private var notes: [Phrase] {
    let supports = supports
    var notes: [Phrase] = []
    if let obstacle = result.obstacle(in: projected) {
      let reason = obstacle == .untied ? "it has no tie with anybody" : obstacle.rawValue
      notes.append("No path between two others can pass \(result.row.actor): \(reason).")
    }
    if supports.count > top { notes.append("… and \(supports.count - top) more\(Remedy.showRows(supports.count)).") }
    if supports.prefix(top).contains(where: { $0.loss == 0 }) {
      notes.append("Where the score stays and the rank changes, the scores of others do.")
    }
    let without = [
      result.relationsWithoutEffect > 0 ? ViewDescription.count(result.relationsWithoutEffect, "relation") : nil,
      result.sourcesWithoutEffect > 0 ? ViewDescription.count(result.sourcesWithoutEffect, "source") : nil,
    ].compactMap(\.self)
    if !without.isEmpty {
      notes.append("\(without.joined(separator: " and ")) without which neither score nor rank differs left out.")
    }
    for refused in result.refused.prefix(top) {
      let what = refused.source.map { "source \(source: $0)" as Phrase } ?? Self.names(refused.relations)
      notes.append("Without \(what) nothing can be scored: \(refused.reason).")
    }
    let rest = result.refused.count - top
    if rest > 0 { notes.append("… and \(rest) more without which nothing can be scored; JSON holds them.") }
    return notes
  }
}
