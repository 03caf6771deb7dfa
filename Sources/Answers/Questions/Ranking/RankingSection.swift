import ActorAnalysis
import ActorModel

/// A ranking of actors, as a part of an answer.
struct RankingSection {
  let result: RankingResult
  /// What was ranked.
  let projected: ProjectedGraph
  /// The network's title.
  let title: String
  /// How many rows people are shown.
  let top: Int
  /// How far the network rests on older ties, and the same ranking without them, where that was asked for.
  var age: AgeDependenceResult?
  var without: RankingResult?
  var audience = AnswerTable.Audience.everyone

  /// The values for programs, and a table.
  var section: AnswerSection {
    var section = AnswerSection()
    section.add("measure", .text(result.measure))
    section.add("parameters", .record(result.options.map { Field($0.name, .text($0.value)) }))
    section.add("scale", .text(result.scale))
    section.add("direction", .text(optional: result.direction?.rawValue))
    section.add("weights", .text(result.weights?.rawValue ?? "none"))
    section.add("signs", .text(result.signs.rawValue))
    section.add("refused", .text(optional: result.refusal))
    if let pathless = result.pathless {
      section.add(
        "pathless",
        .record([
          Field("count", .count(pathless.count)), Field("onlyActing", .count(pathless.onlyActing)),
          Field("onlyReceiving", .count(pathless.onlyReceiving)), Field("untied", .count(pathless.untied)),
          Field("bypassed", .count(pathless.bypassed)),
        ]))
    }
    section.add(table)
    return section
  }

  /// The most numbers beside the score that fit a line.
  private static let mostDetails = 5

  private var table: AnswerTable {
    let details = (result.ranked.first?.details ?? []).map(\.name)
    let shownDetails = details.prefix(Self.mostDetails)
    let age: [AnswerTable.Column] =
      without == nil ? [] : [.numbers("without older", for: .people), .numbers("rank then", for: .people)]
    var table = AnswerTable(
      "scores", title: "\(title): \(result.measure)",
      statement: "\(ViewDescription(of: projected).sentence). \(result.settings)",
      columns: [
        .numbers("rank"), .words("id", for: .people), .words("actor"), .words("name", for: .programs),
        .numbers("score"),
      ] + age + shownDetails.map { .numbers($0, for: .people) } + [.words("details", for: .programs)],
      shownRows: shownCount, for: audience)
    for row in result.ranked { table.add(cells(row)) }
    table.notes = notes(detailCount: details.count)
    table.notesTellRest = true
    return table
  }

  private func cells(_ row: RankedActor) -> [Cell] {
    var cells: [Cell] = [
      .count(row.rank), .actorID(row.actor.id), .actor(row.actor), .text(row.actor.name), .number(row.score),
    ]
    if let without {
      let then = without.row(ofActor: row.actor.id)
      cells += then.map { [.number($0.score), .count($0.rank)] } ?? [.text("–"), .text("–")]
    }
    cells += row.details.prefix(Self.mostDetails).map { .number($0.value) }
    let details = row.details.map { Field($0.name, .number($0.value)) }
    return cells + [details.isEmpty ? .absent : .record(details)]
  }

  /// How many rows people are shown: equals at the end are not cut in two but shown where they are few, and left out
  /// where they would double the table, as the many actors with a score of 0 would.
  private var shownCount: Int {
    let rows = result.ranked
    guard top < rows.count else { return rows.count }
    let last = rows[top - 1].rank
    let before = rows.prefix { $0.rank < last }.count
    let through = rows.prefix { $0.rank <= last }.count
    if through <= 2 * top { return through }
    return before > 0 ? before : top
  }

  // MARK: - Notes

  private func notes(detailCount: Int) -> [Phrase] {
    if let refusal = result.refusal { return ["Not defined here: \(refusal)."] }
    var notes = [age.map(note), rest].compactMap(\.self)
    if detailCount > Self.mostDetails {
      notes.append(Phrase([.remedy(.takeAllNumbers(detailCount - Self.mostDetails))]))
    }
    return notes + [result.pathless.map(note)].compactMap(\.self)
  }

  /// "… and 33 more, all at rank 15": how many rows are not shown.
  private var rest: Phrase? {
    let rest = result.ranked.dropFirst(shownCount)
    guard let next = rest.first else { return nil }
    let equals = rest.count { $0.rank == next.rank }
    let sharing = equals > 1 ? ", \(equals == rest.count ? "all" : "\(equals) of them") at rank \(next.rank)" : ""
    return "… and \(rest.count) more\(sharing)\(Remedy.showRows(result.ranked.count))."
  }

  /// "41.2 % of all strength rests on the 12 of 57 relations older than 365 days; …"
  private func note(on age: AgeDependenceResult) -> Phrase {
    let undated = age.undated > 0 ? "; \(age.undated) undated have no age and stay in" : ""
    let refused = without?.refusal.map { "; without them the measure is not defined: \($0)" } ?? ""
    return "\(age.strengthShare, as: .percent) of all strength rests on the \(age.older) of "
      + "\(ViewDescription.count(age.relations, "relation")) older than "
      + "\(ViewDescription.count(age.days, "day"))\(undated)\(refused)."
  }

  /// "36 of 48 actors score 0, since no shortest path between two others passes them: 12 only act, 14 only receive, …"
  private func note(on pathless: PathlessActors) -> Phrase {
    let reasons = [
      Self.reason(pathless.onlyActing, one: "only acts", several: "only act"),
      Self.reason(pathless.onlyReceiving, one: "only receives", several: "only receive"),
      Self.reason(pathless.untied, one: "has no tie", several: "have no ties"),
      Self.reason(pathless.bypassed, one: "is bypassed", several: "are bypassed"),
    ].compactMap(\.self)
    let note: Phrase =
      "\(pathless.count) of \(ViewDescription.count(result.ranked.count, "actor")) score 0, since no shortest path "
      + "between two others passes them: \(reasons.joined(separator: ", "))."
    return pathless.onlyActing + pathless.onlyReceiving > 0 ? "\(note)\(Remedy.letPathsRunBothWays)" : note
  }

  private static func reason(_ count: Int, one: String, several: String) -> String? {
    count > 0 ? "\(count) \(count == 1 ? one : several)" : nil
  }

  // MARK: - Sheet

  /// Rankings as one long table.
  static func sheet(of rankings: [RankingResult]) -> AnswerTable {
    var sheet = AnswerTable(
      "scores",
      columns: ["measure", "scale", "direction", "weights", "rank", "actor", "name", "score"].map { .words($0) })
    for ranking in rankings {
      for row in ranking.ranked {
        sheet.add([
          .text(ranking.measure), .text(ranking.scale), .text(optional: ranking.direction?.rawValue),
          .text(optional: ranking.weights?.rawValue), .count(row.rank), .actor(row.actor), .text(row.actor.name),
          .number(row.score),
        ])
      }
    }
    return sheet
  }
}
