import ActorAnalysis
import ActorModel

/// Series for people: a row for each date on which something differs, of the whole network, of single ties, and of each
/// measure.
struct WideSeries {
  let result: TimelineResult
  let rows: SeriesRows
  let title: String
  let statement: String
  /// How many actors are shown.
  let top: Int

  /// At least one table.
  var tables: [AnswerTable] {
    var tables: [AnswerTable] = []
    if !result.networkMeasures.isEmpty {
      tables.append(
        table("\(title): the network as a whole", "\(statement)", result.networkMeasures.map(\.rawValue)) { state in
          result.networkValues.map { Self.cell($0[state]) }
        })
    }
    if !result.ties.isEmpty {
      tables.append(
        table("\(title): strength of ties", "\(statement)", result.ties.map { "\($0.from) → \($0.to)" }) { state in
          result.ties.indices.map { tieCell($0, state) }
        })
    }
    tables += result.rankings.map(table)
    if tables.isEmpty {
      tables.append(AnswerTable("values", title: "\(title)", statement: "\(statement)", columns: []))
    }
    return tables
  }

  private func table(
    _ title: Phrase, _ statement: Phrase, _ headings: [String], cells: (Int) -> [Cell]
  ) -> AnswerTable {
    var table = AnswerTable(
      "values", title: title, statement: statement, columns: [.words("date")] + headings.map { .numbers($0) },
      for: .people)
    table.repetition = AnswerTable.Repetition(
      apartFrom: [0], noun: "date", words: "on which nothing here differs from the date before left out")
    for state in result.dates.indices { table.add([.text(result.dates[state].label)] + cells(state)) }
    return table
  }

  private func table(of rankings: [RankingResult]) -> AnswerTable {
    let actors = leaders(of: rankings)
    let settings = (rankings.first { $0.refusal == nil } ?? rankings.first).map { ". \($0.settings)" } ?? ""
    let byState = rankings.map { ranking in
      Dictionary(ranking.ranked.map { ($0.actor.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    var table = table(
      "\(title): \(rankings.first?.measure ?? "")", "\(statement)\(settings); rank in brackets",
      actors.map { $0.name.count <= 14 ? $0.name : $0.id }
    ) { state in
      actors.map { actor in byState[state][actor.id].map { .phrase("\($0.score) (\($0.rank))") } ?? .text("–") }
    }
    let count = Set(rankings.flatMap { rows.rows(of: $0).map(\.actor.id) }).count
    if count > actors.count {
      table.notes.append(
        "The \(actors.count) of \(count) actors with the highest mean score\(Remedy.showRows(count)).")
    }
    return table
  }

  /// The actors with the highest mean score over all states.
  private func leaders(of rankings: [RankingResult]) -> [Actor] {
    var sums: [String: Double] = [:]
    var actors: [String: Actor] = [:]
    for ranking in rankings {
      for row in rows.rows(of: ranking) where row.score.isFinite {
        sums[row.actor.id, default: 0] += row.score
        actors[row.actor.id] = row.actor
      }
    }
    let order = sums.keys.sorted { (sums[$0] ?? 0) != (sums[$1] ?? 0) ? (sums[$0] ?? 0) > (sums[$1] ?? 0) : $0 < $1 }
    return order.prefix(top).compactMap { actors[$0] }
  }

  private static func cell(_ value: Double?) -> Cell { value.map { .number($0) } ?? .text("–") }

  /// The strength of a tie, and its sign where it has one.
  private func tieCell(_ tie: Int, _ state: Int) -> Cell {
    guard let strength = result.tieValues[tie][state] else { return .text("–") }
    guard let sign = result.tieSigns[tie][state], sign != .neutral else { return .number(strength) }
    return .phrase("\(strength) \(sign.rawValue)")
  }
}
