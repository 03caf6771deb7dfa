import ActorGraph

/// Timelines as tables: one long table for programs, a row for each date for people.
struct TimelineTables {
  let result: TimelineResult
  let finder: ChangePoints?
  let title: String
  let top: Int
  /// The actors whose rows are shown; all when `nil`.
  let shown: Set<String>?
  /// What the series does not show.
  var passedOver: [String] = []

  // MARK: - Long

  /// Date, actor, measure, score and rank, and the sign of ties where any has one; numbers in full, or for people.
  func long(isExact: Bool) -> Table {
    let hasSigns = result.hasTieSigns
    var table = Table(
      isExact ? "" : title, statement: isExact ? "" : statement,
      columns: [
        .words("date"), .words("actor"), .words("name"), .words("measure"), .numbers("score"), .numbers("rank"),
      ] + (hasSigns ? [.words("sign")] : []))
    func number(_ value: Double) -> String { isExact ? "\(value)" : NumberText.score(value) }
    func add(_ cells: [String], sign: TieSign? = nil) {
      table.add(cells + (hasSigns ? [sign?.rawValue ?? ""] : []))
    }
    for state in result.dates.indices {
      let date = result.dates[state].label
      for (m, measure) in result.networkMeasures.enumerated() {
        guard let value = result.networkValues[m][state] else { continue }
        add([date, "", "", measure.rawValue, number(value), ""])
      }
      for (t, tie) in result.ties.enumerated() {
        guard let value = result.tieValues[t][state] else { continue }
        add(
          [date, "\(tie.from):\(tie.to)", Self.name(of: tie, result.graphs[state]), "tie", number(value), ""],
          sign: result.tieSigns[t][state])
      }
      for rankings in result.rankings {
        let ranking = rankings[state]
        for row in rows(ranking) {
          add([date, row.actor.id, row.actor.name, ranking.measure, number(row.score), "\(row.rank)"])
        }
      }
    }
    return table
  }

  /// The long table, change points and the ledger.
  func longTables() -> [Table] {
    var table = long(isExact: false)
    table.notes += refusals + passedOverNotes
    return [table] + changeTables + ledgerTables
  }

  private func rows(_ ranking: RankingResult) -> [RankedActor] {
    guard let shown else { return ranking.ranked }
    return ranking.ranked.filter { shown.contains($0.actor.id) }
  }

  private static func name(of tie: TrackedTie, _ projected: ProjectedGraph) -> String {
    let network = projected.snapshot.network
    return [tie.from, tie.to].map { network.actor($0)?.name ?? $0 }.joined(separator: " → ")
  }

  // MARK: - Wide

  /// A row for each date on which something shown changed: the whole network, single ties, and each measure.
  func wideTables() -> [Table] {
    var tables: [Table] = []
    if !result.networkMeasures.isEmpty {
      tables.append(
        wide(
          "\(title): the network as a whole", statement: statement,
          headings: result.networkMeasures.map(\.rawValue)
        ) { state in result.networkValues.map { Self.cell($0[state]) } })
    }
    if !result.ties.isEmpty {
      tables.append(
        wide(
          "\(title): strength of ties", statement: statement, headings: result.ties.map { "\($0.from) → \($0.to)" }
        ) { state in result.ties.indices.map { tieCell($0, state) } })
    }
    for rankings in result.rankings { tables.append(wide(rankings)) }
    if tables.isEmpty {
      tables.append(Table(title, statement: statement, columns: []))
    }
    tables[0].notes += refusals + passedOverNotes
    return tables + changeTables + ledgerTables
  }

  private func wide(_ rankings: [RankingResult]) -> Table {
    let actors = leaders(rankings)
    let measured = rankings.first { $0.refusal == nil } ?? rankings.first
    let byState = rankings.map { ranking in
      Dictionary(ranking.ranked.map { ($0.actor.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    var table = wide(
      "\(title): \(rankings.first?.measure ?? "")",
      statement: statement + (measured.map { ". " + $0.settings } ?? "") + "; rank in brackets",
      headings: actors.map { $0.name.count <= 14 ? $0.name : $0.id }
    ) { state in
      actors.map { actor in
        byState[state][actor.id].map { "\(NumberText.score($0.score)) (\($0.rank))" } ?? "–"
      }
    }
    let count = Set(rankings.flatMap { rows($0).map(\.actor.id) }).count
    if count > actors.count {
      table.notes.append(
        "The \(actors.count) of \(count) actors with the highest mean score; --top \(count) shows all.")
    }
    return table
  }

  /// The actors with the highest mean score over all states.
  private func leaders(_ rankings: [RankingResult]) -> [Actor] {
    var sums: [String: Double] = [:]
    var actors: [String: Actor] = [:]
    for ranking in rankings {
      for row in rows(ranking) where row.score.isFinite {
        sums[row.actor.id, default: 0] += row.score
        actors[row.actor.id] = row.actor
      }
    }
    let order = sums.keys.sorted { (sums[$0] ?? 0) != (sums[$1] ?? 0) ? (sums[$0] ?? 0) > (sums[$1] ?? 0) : $0 < $1 }
    return order.prefix(top).compactMap { actors[$0] }
  }

  /// A row for each state whose cells differ from those of the state before.
  private func wide(_ title: String, statement: String, headings: [String], _ cells: (Int) -> [String]) -> Table {
    var table = Table(title, statement: statement, columns: [.words("date")] + headings.map { .numbers($0) })
    var last: [String]?
    var left = 0
    for state in result.dates.indices {
      let row = cells(state)
      if row == last {
        left += 1
        continue
      }
      last = row
      table.add([result.dates[state].label] + row)
    }
    if left > 0 {
      table.notes.append("\(ViewText.count(left, "date")) on which nothing here differs from the date before left out.")
    }
    return table
  }

  private static func cell(_ value: Double?) -> String { value.map(NumberText.score) ?? "–" }

  /// The strength of a tie, and its sign where it has one.
  private func tieCell(_ tie: Int, _ state: Int) -> String {
    let strength = Self.cell(result.tieValues[tie][state])
    guard let sign = result.tieSigns[tie][state], sign != .neutral else { return strength }
    return "\(strength) \(sign.rawValue)"
  }

  /// What was looked at, and over which dates.
  private var statement: String { ViewText.series(result.dates, result.graphs) }

  private var passedOverNotes: [String] { passedOver.map { $0 + "." } }

  /// Measures that were not defined on some states.
  private var refusals: [String] {
    result.rankings.compactMap { rankings in
      let refused = rankings.indices.filter { rankings[$0].refusal != nil }
      guard let first = refused.first, let reason = rankings[first].refusal else { return nil }
      let others = refused.count > 1 ? " and \(ViewText.count(refused.count - 1, "more date"))" : ""
      return "\(rankings[first].measure) is not defined on \(result.dates[first].label)\(others): \(reason)."
    }
  }

  // MARK: - Changes

  private var changeTables: [Table] {
    guard let finder, !result.dates.isEmpty else { return [] }
    let title = "When series settled at another level"
    guard result.dates.count >= finder.leastCount else {
      var table = Table(title, columns: [])
      table.notes.append(
        "\(ViewText.count(result.dates.count, "date")) are too few to tell: that takes \(finder.leastCount), "
          + "\(finder.leastCount / 2) on each side.")
      return [table]
    }
    let found = result.changes.filter { change in
      if case .actor(let actor, _) = change.subject { return shown?.contains(actor.id) ?? true }
      return true
    }
    let order = found.indices.sorted { a, b in
      found[a].relativeSize != found[b].relativeSize ? found[a].relativeSize > found[b].relativeSize : a < b
    }
    var table = Table(
      title,
      statement: Self.statement(of: finder, count: result.dates.count)
        + " Largest changes first, as a share of the largest value of the measure; with the relations of the actor or "
        + "tie that changed on that date, the strongest first",
      columns: found.isEmpty
        ? []
        : [
          .words("series"), .words("date"), .numbers("before"), .numbers("after"), .numbers("change"),
          .words("what happened"),
        ])
    for position in order.prefix(top) { add(found[position], to: &table) }
    if found.isEmpty { table.notes.append("No series did.") }
    if found.count > top {
      table.notes.append("… and \(found.count - top) more; --top \(found.count) shows all, JSON holds them.")
    }
    return [table]
  }

  private func add(_ change: SeriesChange, to table: inout Table) {
    let limit = 3
    let count = if case .network = change.subject { change.eventCount } else { change.ownEventCount }
    var texts = change.events.prefix(limit).map(Self.text)
    if count > texts.count { texts.append("… and \(count - texts.count) more") }
    if texts.isEmpty {
      texts = [
        change.eventCount > 0
          ? "none of its own ties changed; \(ViewText.count(change.eventCount, "other")) did"
          : "no relation changed; weights or actors did"
      ]
    }
    for (i, text) in texts.enumerated() {
      table.add(
        i == 0
          ? [
            Self.text(change.subject), result.dates[change.state].label, NumberText.score(change.before),
            NumberText.score(change.after), NumberText.change(change.difference), text,
          ] : ["", "", "", "", "", text])
    }
  }

  /// How change points were found.
  static func statement(of finder: ChangePoints, count: Int) -> String {
    let cost =
      finder.cost == .mean ? "squared distance from the segment's mean" : "normal likelihood, mean and variance"
    let penalty = finder.penalty.map(NumberText.plain) ?? (finder.cost == .mean ? "2 ln n" : "3 ln n")
    return "PELT: cost \(cost), series in units of its standard deviation, at least "
      + "\(ViewText.count(finder.leastCount / 2, "date")) at a level, penalty \(penalty) "
      + "(\(NumberText.score(finder.penalty(forCount: count))) for \(count) dates)."
  }

  private static func text(_ subject: SeriesSubject) -> String {
    switch subject {
    case .actor(let actor, let measure): "\(measure) of \(actor.name)"
    case .network(let measure): measure.rawValue
    case .tie(let tie): "tie \(tie.from) → \(tie.to)"
    }
  }

  private static func text(_ event: SeriesEvent) -> String {
    let when = event.date.map { " \($0)" } ?? ""
    let sources = event.relation.evidence.filter { $0.stance == .supports }.map(\.source)
    let cited = sources.first.map { " [\($0)\(sources.count > 1 ? " +\(sources.count - 1)" : "")]" } ?? ""
    let what =
      event.kind == .changed
      ? ": " + FieldText.list(event.fields) : ""
    return "\(event.kind.rawValue)\(event.kind == .changed ? "" : when) \(event.relation.id) "
      + "\(RelationText.short(event.relation)) \(RelationText.weight(event.relation))\(what)\(cited)"
  }

  // MARK: - Ledger

  private var ledgerTables: [Table] {
    guard let ledger = result.ledger else { return [] }
    var table = Table(
      "Ledger of blocs",
      statement:
        "Cohesion: pairs of members with a friendly tie less those with a hostile one, over all pairs. Outward "
        + "hostility: share of signed ties to others that are hostile. Gatekeepers: who most often passes on to the bloc "
        + "what comes from outside. Drift: the share of a member's friendly ties inside the bloc fell by 10 % or more",
      columns: [
        .words("date"), .words("bloc"), .numbers("members"), .numbers("cohesion"), .numbers("hostility"),
        .words("gatekeepers"), .words("changes"),
      ])
    var last: [String: [String]] = [:]
    var left = 0
    for (state, entries) in ledger.enumerated() {
      for entry in entries {
        let row = Self.row(entry)
        if last[entry.bloc] == row {
          left += 1
          continue
        }
        last[entry.bloc] = row
        table.add([result.dates[state].label, entry.name] + row)
      }
    }
    if left > 0 { table.notes.append("\(ViewText.count(left, "row")) equal to the bloc's row before left out.") }
    if ledger.allSatisfy(\.isEmpty) { table.notes.append("There are no blocs.") }
    return [table]
  }

  private static func row(_ entry: LedgerEntry) -> [String] {
    var changes: [String] = []
    if !entry.joined.isEmpty { changes.append("joined: \(entry.joined.map(\.id).joined(separator: " "))") }
    if !entry.left.isEmpty { changes.append("left: \(entry.left.map(\.id).joined(separator: " "))") }
    for drift in entry.drifters {
      changes.append(
        "\(drift.actor.id) drifts \(NumberText.percent(drift.before)) → \(NumberText.percent(drift.after))")
    }
    return [
      "\(entry.members.count)", cell(entry.cohesion), cell(entry.hostility),
      entry.gatekeepers.map { "\($0.actor.id) \(NumberText.score($0.count))" }.joined(separator: ", "),
      changes.joined(separator: "; "),
    ]
  }
}
