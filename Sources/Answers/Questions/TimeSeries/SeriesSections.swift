import ActorAnalysis
import ActorModel
import GraphAlgorithms

/// Series as parts of an answer.
struct SeriesSections {
  let question: TimeSeries
  let result: TimelineResult
  /// How changes were looked for; `nil` where they were not.
  let finder: ChangePoints?
  /// The actors whose rows are told; `nil` for all.
  let shown: Set<String>?
  let series: StateSeries
  let title: String

  private var rows: SeriesRows { SeriesRows(result: result, shown: shown) }

  /// What people and programs are told.
  var body: AnswerSection {
    let changes = finder.map { SeriesChangeSections(result: result, finder: $0, shown: shown, top: question.top) }
    let ledger = result.ledger.map { LedgerSections(states: $0, dates: result.dates) }
    var tables =
      question.layout == .long
      ? [rows.table(title: "\(title)", statement: "\(statement)", for: .people)]
      : WideSeries(result: result, rows: rows, title: title, statement: statement, top: question.top).tables
    tables[0].notes += refusals + (series.passedOver.map { ["\($0)."] } ?? [])
    tables += changes?.table.map { [$0] } ?? []
    tables += ledger.map { [$0.table] } ?? []
    var body = AnswerSection(tables.map { .table($0) })
    body.add("dates", dates)
    body.add("changesAfterLastDate", .list(series.changesAfterLastDay.map { .text($0.description) }))
    body.add("measures", .list(zip(result.rankings, result.measures).map(record)))
    body.add("network", .record(result.networkMeasures.map { Field($0.rawValue, .text($0.meaning)) }))
    body.add(rows.records)
    body.add("changePoints", changes?.record ?? .absent)
    body.add("ledger", ledger?.record ?? .absent)
    return body
  }

  /// All values as one long table.
  var sheet: AnswerTable { rows.table() }

  /// What the head of a table says and a spreadsheet has no place for.
  var remarks: [Phrase] {
    SeriesDescription(of: [], result.graphs).remarks.map { "\($0)" } + [series.passedOver].compactMap(\.self)
  }

  /// What was looked at, and over which dates.
  private var statement: String { SeriesDescription(of: result.dates, result.graphs).sentence }

  /// Measures that were not defined on some states.
  private var refusals: [Phrase] {
    result.rankings.compactMap { rankings in
      let refused = rankings.indices.filter { rankings[$0].refusal != nil }
      guard let first = refused.first, let reason = rankings[first].refusal else { return nil }
      let others = refused.count > 1 ? " and \(ViewDescription.count(refused.count - 1, "more date"))" : ""
      return "\(rankings[first].measure) is not defined on \(result.dates[first].label)\(others): \(reason)."
    }
  }

  private var dates: Cell {
    .list(
      zip(result.dates, result.graphs).map { date, projected in
        .record([
          Field("date", .text(date.label)), Field("from", .text(optional: date.period?.start.description)),
          Field("until", .text(optional: date.period?.end.description)),
          Field("actors", .count(projected.graph.nodeCount)), Field("relations", .count(projected.relationCount)),
        ])
      })
  }

  private func record(_ rankings: [RankingResult], _ choice: MeasureChoice) -> Cell {
    let defined = rankings.first { $0.refusal == nil }
    let refused = zip(result.dates, rankings).compactMap { date, ranking in
      ranking.refusal.map { Field(date.label, .text($0)) }
    }
    return .record([
      Field("measure", .text(choice.summary.id)),
      Field("parameters", .record(choice.options.map { Field($0.name, .text($0.value)) })),
      Field("scale", .text(optional: defined?.scale)),
      Field("direction", .text(optional: defined?.direction?.rawValue)),
      Field("weights", .text(defined?.weights?.rawValue ?? "none")),
      Field("signs", .text(choice.summary.signs.rawValue)), Field("refused", .record(refused)),
    ])
  }
}
