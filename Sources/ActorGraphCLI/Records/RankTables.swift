import ActorGraph

/// Rankings and explanations as tables.
enum RankTables {
  /// One ranking, the first actors of it.
  ///
  /// - Parameters:
  ///   - age: What is left without older ties, beside each score, where that was asked for.
  ///   - position: The place of the ranking among those of `age`.
  static func table(
    _ ranking: RankingResult, _ projected: ProjectedGraph, top: Int, title: String, age: AgeDependenceResult? = nil,
    position: Int = 0
  ) -> Table {
    let without = age?.rankings[position]
    let ageColumns: [Table.Column] = without == nil ? [] : [.numbers("without older"), .numbers("rank then")]
    let allDetails = ranking.ranked.first?.details.map(\.name) ?? []
    let detailNames = allDetails.prefix(mostDetails)
    var table = Table(
      "\(title): \(ranking.measure)",
      statement: ViewText.sentence(projected) + ". " + statement(ranking),
      columns: [.numbers("rank"), .words("id"), .words("actor"), .numbers("score")] + ageColumns
        + detailNames.map { .numbers($0) })
    if let refusal = ranking.refusal {
      table.notes.append("Not defined here: \(refusal).")
      return table
    }
    if let age { table.notes.append(note(on: age, refusal: without?.refusal)) }
    let last = ranking.pathless.map { [note(on: $0, of: ranking)] } ?? []
    let shown = ranking.ranked.prefix(shownCount(ranking.ranked, top: top))
    for row in shown {
      table.add(
        ["\(row.rank)", row.actor.id, row.actor.name, NumberText.score(row.score)]
          + (without.map { cells($0.row(ofActor: row.actor.id)) } ?? [])
          + row.details.prefix(mostDetails).map { NumberText.score($0.value) })
    }
    let rest = ranking.ranked.dropFirst(shown.count)
    if let next = rest.first {
      let equals = rest.count { $0.rank == next.rank }
      let sharing = equals > 1 ? ", \(equals == rest.count ? "all" : "\(equals) of them") at rank \(next.rank)" : ""
      table.notes.append("… and \(rest.count) more\(sharing); --top \(ranking.ranked.count) shows all.")
    }
    if allDetails.count > mostDetails {
      table.notes.append("--format json holds \(allDetails.count - mostDetails) more numbers for each actor.")
    }
    table.notes += last
    return table
  }

  /// "36 of 48 actors score 0, since no shortest path between two others passes them: 12 only act, 14 only receive, …"
  private static func note(on pathless: PathlessActors, of ranking: RankingResult) -> String {
    let reasons = [
      (pathless.onlyActing, pathless.onlyActing == 1 ? "only acts" : "only act"),
      (pathless.onlyReceiving, pathless.onlyReceiving == 1 ? "only receives" : "only receive"),
      (pathless.untied, pathless.untied == 1 ? "has no tie" : "have no ties"),
      (pathless.bypassed, pathless.bypassed == 1 ? "is bypassed" : "are bypassed"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let advice =
      pathless.onlyActing + pathless.onlyReceiving > 0
      ? " --direction either lets paths run both ways along each tie." : ""
    return "\(pathless.count) of \(ViewText.count(ranking.ranked.count, "actor")) score 0, since no shortest path "
      + "between two others passes them: \(reasons.joined(separator: ", ")).\(advice)"
  }

  private static func cells(_ row: RankedActor?) -> [String] {
    row.map { [NumberText.score($0.score), "\($0.rank)"] } ?? ["–", "–"]
  }

  /// "41.2 % of all strength rests on the 12 of 57 relations older than 365 days; …"
  private static func note(on age: AgeDependenceResult, refusal: String?) -> String {
    let undated = age.undated > 0 ? "; \(age.undated) undated have no age and stay in" : ""
    let refused = refusal.map { "; without them the measure is not defined: \($0)" } ?? ""
    return "\(NumberText.percent(age.strengthShare)) of all strength rests on the \(age.older) of "
      + "\(ViewText.count(age.relations, "relation")) older than \(ViewText.count(age.days, "day"))\(undated)\(refused)."
  }

  /// The most numbers beside the score that fit a line.
  private static let mostDetails = 5

  /// One ranking of ties, the first of it.
  static func table(_ ranking: TieRankingResult, _ projected: ProjectedGraph, top: Int, title: String) -> Table {
    var table = Table(
      "\(title): \(ranking.measure)",
      statement: ViewText.sentence(projected) + ". " + statement(ranking),
      columns: [.numbers("rank"), .words("tie"), .words("relations"), .numbers("score")])
    if let refusal = ranking.refusal {
      table.notes.append("Not defined here: \(refusal).")
      return table
    }
    for row in ranking.ranked.prefix(top) {
      table.add([
        "\(row.rank)", FindingTables.tieText(row.tie, projected), RouteText.list(row.tie.relations),
        NumberText.score(row.score),
      ])
    }
    let rest = ranking.ranked.count - top
    if rest > 0 { table.notes.append("… and \(rest) more; --top \(ranking.ranked.count) shows all.") }
    return table
  }

  private static func statement(_ ranking: TieRankingResult) -> String {
    guard ranking.refusal == nil else { return "" }
    let weights = ranking.weights.map { "weighted by \($0.rawValue)" } ?? "unweighted"
    let others = ranking.options.filter { $0.name != "scale" }.map { "\($0.name) \($0.value)" }
    return (["Scale \(ranking.scale)", weights, "signs \(ranking.signs.rawValue)"] + others).joined(separator: ", ")
  }

  /// All rankings of ties as one long table.
  static func csv(_ rankings: [TieRankingResult]) -> Table {
    var table = Table(
      columns: ["measure", "scale", "weights", "rank", "from", "to", "relations", "score"].map { .words($0) })
    for ranking in rankings {
      for row in ranking.ranked {
        table.add([
          ranking.measure, ranking.scale, ranking.weights?.rawValue ?? "", "\(row.rank)", row.tie.from.id,
          row.tie.to.id, row.tie.relations.map(\.id).joined(separator: " "), "\(row.score)",
        ])
      }
    }
    return table
  }

  /// How many rows to show: a tie at the end is not cut in two but shown whole where it is short, and left out where
  /// it would double the table, as the many actors with a score of 0 would.
  private static func shownCount(_ rows: [RankedActor], top: Int) -> Int {
    guard top < rows.count else { return rows.count }
    let last = rows[top - 1].rank
    let before = rows.prefix { $0.rank < last }.count
    let through = rows.prefix { $0.rank <= last }.count
    if through <= 2 * top { return through }
    return before > 0 ? before : top
  }

  /// What the numbers are: scale, direction, weights, signs, parameters.
  static func statement(_ ranking: RankingResult) -> String {
    guard ranking.refusal == nil else { return "" }
    var parts = ["Scale \(ranking.scale)"]
    if let direction = ranking.direction { parts.append("direction \(direction.rawValue)") }
    parts.append(ranking.weights.map { "weighted by \($0.rawValue)" } ?? "unweighted")
    parts.append("signs \(ranking.signs.rawValue)")
    let said = ["scale", "direction"]
    let others = ranking.options.filter { !said.contains($0.name) }.map { "\($0.name) \($0.value)" }
    return (parts + others).joined(separator: ", ")
  }

  /// All rankings as one long table.
  static func csv(_ rankings: [RankingResult]) -> Table {
    var table = Table(
      columns: ["measure", "scale", "direction", "weights", "rank", "actor", "name", "score"].map { .words($0) })
    for ranking in rankings {
      for row in ranking.ranked {
        table.add([
          ranking.measure, ranking.scale, ranking.direction?.rawValue ?? "", ranking.weights?.rawValue ?? "",
          "\(row.rank)", row.actor.id, row.actor.name, "\(row.score)",
        ])
      }
    }
    return table
  }

  /// What a score rests on.
  static func table(_ explanation: ScoreExplanationResult, _ projected: ProjectedGraph, top: Int) -> Table {
    var table = Table(
      "What \(explanation.row.actor.name)'s \(explanation.measure) rests on",
      statement: "Score \(NumberText.score(explanation.row.score)), rank \(explanation.row.rank). "
        + "Each row takes a relation away, or all relations that rest on one source alone, and scores again; what "
        + "changes the score most comes first.",
      columns: [
        .words("without"), .words("what it says"), .numbers("score changes by"), .numbers("score then"),
        .numbers("rank then"),
      ])
    let supports = (explanation.sources + explanation.relations).enumerated().sorted { a, b in
      let sizes = [abs(a.element.loss), abs(b.element.loss)]
      return sizes[0] != sizes[1] ? sizes[0] > sizes[1] : a.offset < b.offset
    }.map(\.element)
    for support in supports.prefix(top) {
      table.add(
        [
          support.source.map { "source \($0)" } ?? support.relations.joined(),
          detail(support, projected), NumberText.change(-support.loss),
          NumberText.score(explanation.row.score - support.loss), support.rankWithout.map(String.init) ?? "–",
        ])
    }
    if let obstacle = explanation.obstacle(in: projected) {
      let reason = obstacle == .untied ? "it has no tie with anybody" : obstacle.rawValue
      table.notes.append("No path between two others can pass \(explanation.row.actor.name): \(reason).")
    }
    table.notes += notes(explanation, supports, top: top)
    return table
  }

  private static func detail(_ support: ScoreSupport, _ projected: ProjectedGraph) -> String {
    guard support.source == nil else { return support.relations.joined(separator: ", ") }
    let relation = support.relations.first.flatMap { projected.snapshot.network.relation($0) }
    return relation.map(RelationText.sentence) ?? ""
  }

  private static func notes(
    _ explanation: ScoreExplanationResult, _ supports: [ScoreSupport], top: Int
  ) -> [String] {
    var notes: [String] = []
    if supports.count > top { notes.append("… and \(supports.count - top) more; --top \(supports.count) shows all.") }
    if supports.prefix(top).contains(where: { $0.loss == 0 }) {
      notes.append("Where the score stays and the rank changes, the scores of others do.")
    }
    let without = [
      (explanation.relationsWithoutEffect, "relation"), (explanation.sourcesWithoutEffect, "source"),
    ].filter { $0.0 > 0 }.map { ViewText.count($0.0, $0.1) }
    if !without.isEmpty {
      notes.append("\(without.joined(separator: " and ")) without which neither score nor rank differs left out.")
    }
    for refused in explanation.refused.prefix(top) {
      let what = refused.source.map { "source \($0)" } ?? refused.relations.joined(separator: ", ")
      notes.append("Without \(what) nothing can be scored: \(refused.reason).")
    }
    let rest = explanation.refused.count - top
    if rest > 0 { notes.append("… and \(rest) more without which nothing can be scored; JSON holds them.") }
    return notes
  }
}
