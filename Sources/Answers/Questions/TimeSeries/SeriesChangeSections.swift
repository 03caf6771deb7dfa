import ActorAnalysis
import ActorModel
import GraphAlgorithms

/// When series settled at another level and what happened then, as parts of an answer.
struct SeriesChangeSections {
  let result: TimelineResult
  let finder: ChangePoints
  /// The actors whose changes are told; `nil` for all.
  let shown: Set<String>?
  /// How many changes people are shown.
  let top: Int

  /// How many relations that changed people are shown for a change.
  private static let shownEvents = 3

  private var isTooShort: Bool { result.dates.count < finder.leastCount }

  private var changes: [SeriesChange] {
    result.changes.filter { change in
      guard let shown, case .actor(let actor, _) = change.subject else { return true }
      return shown.contains(actor.id)
    }
  }

  /// How change points were found.
  private var method: Phrase {
    let cost =
      finder.cost == .mean ? "squared distance from the segment's mean" : "normal likelihood, mean and variance"
    let penalty: Phrase =
      finder.penalty.map { "\($0, as: .plain)" } ?? (finder.cost == .mean ? "2 ln n" : "3 ln n")
    return "PELT: cost \(cost), series in units of its standard deviation, at least "
      + "\(ViewDescription.count(finder.leastCount / 2, "date")) at a level, penalty \(penalty) "
      + "(\(finder.penalty(forCount: result.dates.count)) for \(result.dates.count) dates)."
  }

  // MARK: - Table

  /// The changes, for people; `nil` where there are no dates.
  var table: AnswerTable? {
    guard !result.dates.isEmpty else { return nil }
    let title: Phrase = "When series settled at another level"
    guard !isTooShort else {
      var table = AnswerTable("changes", title: title, columns: [], for: .people)
      table.notes.append(
        "\(ViewDescription.count(result.dates.count, "date")) are too few to tell: that takes \(finder.leastCount), "
          + "\(finder.leastCount / 2) on each side.")
      return table
    }
    let found = changes
    let order = found.indices.sorted { a, b in
      found[a].relativeSize != found[b].relativeSize ? found[a].relativeSize > found[b].relativeSize : a < b
    }
    let columns: [AnswerTable.Column] = [
      .words("series"), .words("date"), .numbers("before"), .numbers("after"), .numbers("change"),
      .words("what happened"),
    ]
    var table = AnswerTable(
      "changes", title: title,
      statement: "\(method) Largest changes first, as a share of the largest value of the measure; with the relations "
        + "of the actor or tie that changed on that date, the strongest first",
      columns: found.isEmpty ? [] : columns, for: .people)
    for position in order.prefix(top) { add(found[position], to: &table) }
    if found.isEmpty { table.notes.append("No series did.") }
    if found.count > top {
      table.notes.append("… and \(found.count - top) more\(Remedy.showRows(found.count)), JSON holds them.")
    }
    return table
  }

  private func add(_ change: SeriesChange, to table: inout AnswerTable) {
    let count = if case .network = change.subject { change.eventCount } else { change.ownEventCount }
    var phrases = change.events.prefix(Self.shownEvents).map(\.phrase)
    if count > phrases.count { phrases.append("… and \(count - phrases.count) more") }
    if phrases.isEmpty {
      phrases = [
        change.eventCount > 0
          ? "none of its own ties changed; \(ViewDescription.count(change.eventCount, "other")) did"
          : "no relation changed; weights or actors did"
      ]
    }
    let head: [Cell] = [
      .phrase(change.subject.phrase), .text(result.dates[change.state].label), .number(change.before),
      .number(change.after), .number(change.difference, .change),
    ]
    for (position, phrase) in phrases.enumerated() {
      table.add((position == 0 ? head : [Cell](repeating: .absent, count: head.count)) + [.phrase(phrase)])
    }
  }

  // MARK: - Values

  /// The changes, for programs.
  var record: Cell {
    .record([
      Field("method", .phrase(method)), Field("cost", .text(finder.cost.rawValue)),
      Field("penalty", .number(finder.penalty(forCount: result.dates.count))),
      Field("leastDates", .count(finder.leastCount)), Field("tooFewDates", .flag(isTooShort)),
      Field("points", .list(changes.map(record))),
    ])
  }

  private func record(_ change: SeriesChange) -> Cell {
    .record(
      change.subject.fields + [
        Field("date", .text(result.dates[change.state].label)), Field("before", .number(change.before)),
        Field("after", .number(change.after)), Field("change", .number(change.difference)),
        Field("relativeSize", .number(change.relativeSize)), Field("step", .number(change.size)),
        Field("events", .list(change.events.map(\.record))), Field("ownEvents", .count(change.ownEventCount)),
        Field("allEvents", .count(change.eventCount)),
      ])
  }
}

extension SeriesSubject {
  fileprivate var phrase: Phrase {
    switch self {
    case .actor(let actor, let measure): "\(measure) of \(actor)"
    case .network(let measure): "\(measure.rawValue)"
    case .tie(let tie): "tie \(actor: tie.from) → \(actor: tie.to)"
    }
  }

  fileprivate var fields: [Field] {
    switch self {
    case .actor(let actor, let measure): [Field("measure", .text(measure)), Field("actor", .actorID(actor.id))]
    case .network(let measure): [Field("measure", .text(measure.rawValue))]
    case .tie(let tie): [Field("measure", .text("tie")), Field("actor", .phrase(tie.pair))]
    }
  }
}

extension SeriesEvent {
  fileprivate var phrase: Phrase {
    let when = kind == .changed ? "" : date.map { " \($0)" } ?? ""
    let sources = relation.evidence.filter { $0.stance == .supports }.map(\.source)
    let cited: Phrase =
      sources.first.map { " [\(source: $0)\(sources.count > 1 ? " +\(sources.count - 1)" : "")]" } ?? ""
    let what = kind == .changed ? ": \(fields.text)" : ""
    return "\(kind.rawValue)\(when) \(relation: relation.id) \(relation.brief) \(relation.weight)\(what)\(cited)"
  }

  fileprivate var record: Cell {
    .record([
      Field("event", .text(kind.rawValue)), Field("date", .text(optional: date?.description)),
      Field("statement", relation.record), Field("fields", .list(fields.map(\.record))),
    ])
  }
}
