import ActorAnalysis
import ActorModel

/// A comparison as parts of an answer: what changed, how far apart, who changed company, how each ranking moved and why.
struct ComparisonSections {
  let question: Comparison
  /// Whether it was asked for why ranks moved.
  let isExplained: Bool
  let result: ComparisonResult
  let choices: [MeasureChoice]
  let old: ProjectedGraph
  let new: ProjectedGraph

  private var moves: [MoveSections] {
    result.rankings.indices.map { position in
      MoveSections(
        ranking: result.rankings[position], choice: choices[position], attribution: result.attribution,
        chance: result.chance.map { RankingChance(moves: $0.measures[position], count: $0.counts[position]) },
        shownRows: question.top)
    }
  }

  /// What people and programs are told.
  var body: AnswerSection {
    let moves = moves
    let changes = ChangeTables(result: result, old: old, new: new)
    let distances = DistanceSections(distances: result.distances)
    var tables = [question.unit == .relation ? changes.byRelation : changes.byDyad, distances.table]
    if let blocs = result.blocs {
      let sections = BlocChangeSections(blocs: blocs)
      tables += [sections.company, sections.balance]
    }
    for move in moves { tables += [move.table] + move.explanations }
    if isExplained && result.attribution == nil {
      tables[tables.count - 1].notes.append(
        "\(result.relations.changeCount) changes are too many to say unasked why ranks moved\(Remedy.explain(pairs: 25))."
      )
    }
    var body = AnswerSection(tables.map { .table($0) })
    body.blocks += ChangeRecords(result: result).blocks
    body.add("rankings", .list(moves.map(\.record)))
    body.add("distances", distances.record)
    if let blocs = result.blocs { body.blocks += BlocChangeSections(blocs: blocs).blocks }
    return body
  }

  /// All moves as one long table.
  var sheet: AnswerTable {
    var sheet = AnswerTable(
      "moves",
      columns: [
        "measure", "actor", "name", "rank before", "rank after", "score before", "score after", "rank by chance",
        "score by chance",
      ].map { .words($0) })
    for move in moves { move.add(to: &sheet) }
    return sheet
  }

  /// What the long table has no place for: measures of whose random changes some could not be scored.
  var remarks: [Phrase] { moves.compactMap(\.remark) }
}
