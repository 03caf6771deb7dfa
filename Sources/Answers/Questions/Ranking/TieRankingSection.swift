import ActorAnalysis
import ActorModel

/// A ranking of ties, as a part of an answer.
struct TieRankingSection {
  let result: TieRankingResult
  /// What was ranked.
  let projected: ProjectedGraph
  /// The network's title.
  let title: String
  /// How many rows people are shown.
  let top: Int

  /// The values for programs, and a table.
  var section: AnswerSection {
    var section = AnswerSection()
    section.add("measure", .text(result.measure))
    section.add("parameters", .record(result.options.map { Field($0.name, .text($0.value)) }))
    section.add("scale", .text(result.scale))
    section.add("weights", .text(result.weights?.rawValue ?? "none"))
    section.add("signs", .text(result.signs.rawValue))
    section.add("refused", .text(optional: result.refusal))
    // Actors have no scores here.
    section.add("scores", .list([]))
    section.add(table)
    return section
  }

  private var table: AnswerTable {
    var table = AnswerTable(
      "ties", title: "\(title): \(result.measure)",
      statement: "\(ViewDescription(of: projected).sentence). \(result.settings)",
      columns: [
        .numbers("rank"), .ties("tie", for: .people), .words("from", for: .programs), .words("to", for: .programs),
        .words("relations", for: .programs), .numbers("score"),
      ], shownRows: top)
    for row in result.ranked {
      let tie = TieReference(row.tie, isDirected: projected.graph.isDirected)
      table.add([
        .count(row.rank), .tie(tie), .actor(tie.from), .actor(tie.to), .relations(tie.relations), .number(row.score),
      ])
    }
    if let refusal = result.refusal { table.notes.append("Not defined here: \(refusal).") }
    return table
  }

  /// Rankings as one long table.
  static func sheet(of rankings: [TieRankingResult]) -> AnswerTable {
    var sheet = AnswerTable(
      "ties", columns: ["measure", "scale", "weights", "rank", "from", "to", "relations", "score"].map { .words($0) })
    for ranking in rankings {
      for row in ranking.ranked {
        sheet.add([
          .text(ranking.measure), .text(ranking.scale), .text(optional: ranking.weights?.rawValue), .count(row.rank),
          .actor(row.tie.from), .actor(row.tie.to), .relations(row.tie.relations.map(\.id)), .number(row.score),
        ])
      }
    }
    return sheet
  }
}
