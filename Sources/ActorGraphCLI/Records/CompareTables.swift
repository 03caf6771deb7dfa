import ActorGraph

/// A comparison as tables: what changed, then how each ranking moved.
enum CompareTables {
  static func tables(
    _ result: ComparisonResult, _ choices: [MeasureChoice], _ old: ProjectedGraph, _ new: ProjectedGraph, top: Int
  ) -> [Table] {
    [changes(result, old, new)]
      + zip(result.rankings, choices).map { ranking($0, $1, result.attribution, top: top) }
  }

  private static func changes(_ result: ComparisonResult, _ old: ProjectedGraph, _ new: ProjectedGraph) -> Table {
    let distances = result.distances
    var table = Table(
      "\(new.snapshot.network.title): what changed",
      statement: "Before: \(ViewText.sentence(old)). After: \(ViewText.sentence(new)). "
        + "Edges: \(distances.hamming) differ (Jaccard distance \(NumberText.score(distances.jaccard)), by strength "
        + "\(NumberText.score(distances.weightedJaccard))).",
      columns: [.words("change"), .words("where"), .words("what")])
    for actor in result.actorsAdded { table.add(["actor new", actor.id, actor.name]) }
    for actor in result.actorsRemoved { table.add(["actor gone", actor.id, actor.name]) }
    for flip in result.flips {
      table.add([
        "sign flipped", "\(flip.first.id) – \(flip.second.id)",
        "from \(NumberText.change(flip.before)) (\(names(flip.relationsBefore))) to "
          + "\(NumberText.change(flip.after)) (\(names(flip.relationsAfter)))",
      ])
    }
    for relation in result.relations.added {
      table.add(["added", relation.id, dated(relation, relation.validity.since, "since")])
    }
    for relation in result.relations.ended {
      let end = new.snapshot.network.relation(relation.id)?.validity.until ?? relation.validity.until
      table.add(["ended", relation.id, dated(relation, end, "until")])
    }
    for change in result.relations.changed {
      let fields = change.fields.map { "\($0.field) \($0.before) → \($0.after)" }.joined(separator: ", ")
      table.add(["changed", change.after.id, "\(RelationText.short(change.after)): \(fields)"])
    }
    if result.isEmpty { table.notes.append("Nothing changed.") }
    return table
  }

  private static func names(_ relations: [Relation]) -> String {
    relations.map { "\($0.id) \($0.shownName)" }.joined(separator: ", ")
  }

  private static func dated(_ relation: Relation, _ date: CalendarDate?, _ word: String) -> String {
    RelationText.sentence(relation) + (date.map { ", \(word) \($0)" } ?? "")
  }

  private static func ranking(
    _ comparison: RankingComparison, _ choice: MeasureChoice, _ attribution: AttributionResult?, top: Int
  ) -> Table {
    var table = Table(
      "How \(comparison.after.measure) moved",
      statement: RankTables.statement(comparison.after) + ". Kendall's tau-b "
        + (comparison.kendallTauB.map(NumberText.score) ?? "not defined") + ", rank-biased overlap "
        + (comparison.rankBiasedOverlap.map(NumberText.score) ?? "not defined"),
      columns: [
        .words("actor"), .numbers("rank"), .numbers("then"), .numbers("score"), .numbers("then"),
        .numbers("change"), .words("because"),
      ])
    if let attribution, !attribution.isExact {
      table.notes.append("Shares are estimates from random orders of the changes; JSON gives their standard errors.")
    }
    if let refusal = comparison.before.refusal ?? comparison.after.refusal {
      table.notes.append("Not defined here: \(refusal).")
      return table
    }
    for move in comparison.moves.prefix(top) {
      table.add([
        move.actor.name, move.before.map { "\($0.rank)" } ?? "–",
        move.after.map { "\($0.rank)" } ?? "–", move.before.map { NumberText.score($0.score) } ?? "–",
        move.after.map { NumberText.score($0.score) } ?? "–", NumberText.change(move.scoreChange),
        attribution.map { because(move, $0.because(choice, actor: move.actor.id)) } ?? "",
      ])
    }
    let rest = comparison.moves.count - min(top, comparison.moves.count)
    if rest > 0 { table.notes.append("… and \(rest) more moves; --top \(comparison.moves.count) shows all.") }
    if comparison.moves.isEmpty { table.notes.append("No score changed.") }
    return table
  }

  /// The three changes that account for most of a move, and how much of it they are.
  private static func because(_ move: RankMove, _ shares: [ChangeShare]) -> String {
    guard !shares.isEmpty else { return "" }
    let shown = shares.prefix(3)
    let text = shown.map { "\($0.change.id) \(NumberText.change($0.share))" }.joined(separator: ", ")
    let rest = move.scoreChange - shown.reduce(0) { $0 + $1.share }
    return shares.count > shown.count && abs(rest) > 1e-12 ? text + ", others \(NumberText.change(rest))" : text
  }

  /// All rank moves as one long table.
  static func csv(_ result: ComparisonResult) -> Table {
    var table = Table(
      columns: ["measure", "actor", "name", "rank before", "rank after", "score before", "score after"].map {
        .words($0)
      })
    for comparison in result.rankings {
      for move in comparison.moves {
        table.add([
          comparison.after.measure, move.actor.id, move.actor.name, move.before.map { "\($0.rank)" } ?? "",
          move.after.map { "\($0.rank)" } ?? "", move.before.map { "\($0.score)" } ?? "",
          move.after.map { "\($0.score)" } ?? "",
        ])
      }
    }
    return table
  }
}
