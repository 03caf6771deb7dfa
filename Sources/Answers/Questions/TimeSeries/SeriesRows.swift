import ActorAnalysis
import ActorModel

/// The values of series, a row for each date, subject and measure; a row without an actor is about the whole network.
struct SeriesRows {
  let result: TimelineResult
  /// The actors whose rows are told; `nil` for all.
  let shown: Set<String>?

  /// The values for programs: a tie has no name, and a sign whatever it is.
  var records: AnswerTable {
    // Without ties it is the same table, so that long series are held once.
    result.ties.isEmpty ? table() : table(namesTies: false, hasSigns: true, for: .programs)
  }

  /// The values for people or spreadsheets, with a column of signs where any tie has one.
  func table(
    title: Phrase = "", statement: Phrase = "", for audience: AnswerTable.Audience = .programs
  ) -> AnswerTable {
    table(title: title, statement: statement, namesTies: true, hasSigns: result.hasTieSigns, for: audience)
  }

  private func table(
    title: Phrase = "", statement: Phrase = "", namesTies: Bool, hasSigns: Bool, for audience: AnswerTable.Audience
  ) -> AnswerTable {
    var table = AnswerTable(
      audience == .people ? "values" : "series", title: title, statement: statement,
      columns: [
        .words("date"), .words("actor"), .words("name"), .words("measure"), .numbers("score"), .numbers("rank"),
      ] + (hasSigns ? [.words("sign")] : []), for: audience)
    let unsigned: [Cell] = hasSigns ? [.absent] : []
    for state in result.dates.indices {
      let date = Cell.text(result.dates[state].label)
      for (measure, values) in zip(result.networkMeasures, result.networkValues) {
        guard let value = values[state] else { continue }
        table.add([date, .absent, .absent, .text(measure.rawValue), .number(value), .absent] + unsigned)
      }
      for (position, tie) in result.ties.enumerated() {
        guard let value = result.tieValues[position][state] else { continue }
        let name = namesTies ? Cell.text(Self.name(of: tie, in: result.graphs[state])) : .absent
        let sign = hasSigns ? [Cell.text(optional: result.tieSigns[position][state]?.rawValue)] : []
        table.add([date, .phrase(tie.pair), name, .text("tie"), .number(value), .absent] + sign)
      }
      for rankings in result.rankings {
        let measure = Cell.text(rankings[state].measure)
        for row in rows(of: rankings[state]) {
          let actor = [Cell.actorID(row.actor.id), .text(row.actor.name)]
          table.add([date] + actor + [measure, .number(row.score), .count(row.rank)] + unsigned)
        }
      }
    }
    return table
  }

  /// The rows of a ranking that are told.
  func rows(of ranking: RankingResult) -> [RankedActor] {
    guard let shown else { return ranking.ranked }
    return ranking.ranked.filter { shown.contains($0.actor.id) }
  }

  private static func name(of tie: TrackedTie, in projected: ProjectedGraph) -> String {
    let network = projected.snapshot.network
    return [tie.from, tie.to].map { network.actor($0)?.name ?? $0 }.joined(separator: " → ")
  }
}

extension TrackedTie {
  /// `RUS:EU`
  var pair: Phrase { "\(actor: from):\(actor: to)" }
}
