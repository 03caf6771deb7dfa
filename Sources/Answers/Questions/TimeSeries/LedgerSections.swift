import ActorAnalysis
import ActorModel

/// The account of blocs, as parts of an answer.
struct LedgerSections {
  /// The entries of each state.
  let states: [[LedgerEntry]]
  let dates: [FrameDate]

  /// A row for each date on which something about a bloc differs, for people.
  var table: AnswerTable {
    var table = AnswerTable(
      "accounts", title: "Ledger of blocs",
      statement:
        "Cohesion: pairs of members with a friendly tie less those with a hostile one, over all pairs. Outward "
        + "hostility: share of signed ties to others that are hostile. Gatekeepers: who most often passes on to the bloc "
        + "what comes from outside. Drift: the share of a member's friendly ties inside the bloc fell by 10 % or more",
      columns: [
        .words("date"), .words("id", for: .programs), .words("bloc"), .numbers("members"), .numbers("cohesion"),
        .numbers("hostility"), .words("gatekeepers"), .words("changes"),
      ], for: .people)
    table.repetition = AnswerTable.Repetition(
      apartFrom: [0, 2], ofEach: 1, noun: "row", words: "equal to the bloc's row before left out")
    for (date, entries) in zip(dates, states) {
      for entry in entries {
        table.add([
          .text(date.label), .text(entry.bloc), .text(entry.name), .count(entry.members.count),
          entry.cohesion.map { .number($0) } ?? .text("–"), entry.hostility.map { .number($0) } ?? .text("–"),
          .phrase(entry.gatekeepers.map { "\(actor: $0.actor.id) \($0.count)" as Phrase }.joined(separator: ", ")),
          .phrase(Self.changes(in: entry)),
        ])
      }
    }
    if states.allSatisfy(\.isEmpty) { table.notes.append("There are no blocs.") }
    return table
  }

  private static func changes(in entry: LedgerEntry) -> Phrase {
    func ids(_ actors: [Actor]) -> Phrase { actors.map { "\(actor: $0.id)" as Phrase }.joined(separator: " ") }
    var changes: [Phrase] = []
    if !entry.joined.isEmpty { changes.append("joined: \(ids(entry.joined))") }
    if !entry.left.isEmpty { changes.append("left: \(ids(entry.left))") }
    changes += entry.drifters.map { drift in
      "\(actor: drift.actor.id) drifts \(drift.before, as: .percent) → \(drift.after, as: .percent)"
    }
    return changes.joined(separator: "; ")
  }

  /// The entries, for programs.
  var record: Cell { .list(zip(dates, states).flatMap { date, entries in entries.map { Self.record($0, date) } }) }

  private static func record(_ entry: LedgerEntry, _ date: FrameDate) -> Cell {
    .record([
      Field("date", .text(date.label)), Field("bloc", .text(entry.bloc)), Field("name", .text(entry.name)),
      Field("members", .actors(entry.members)), Field("cohesion", .number(optional: entry.cohesion)),
      Field("hostility", .number(optional: entry.hostility)), Field("insidePositive", .number(entry.insidePositive)),
      Field("insideNegative", .number(entry.insideNegative)),
      Field("outsidePositive", .number(entry.outsidePositive)),
      Field("outsideNegative", .number(entry.outsideNegative)),
      Field(
        "gatekeepers",
        .list(
          entry.gatekeepers.map { gate in
            .record([Field("actor", .actorID(gate.actor.id)), Field("count", .number(gate.count))])
          })), Field("joined", .actors(entry.joined)), Field("left", .actors(entry.left)),
      Field(
        "drifted",
        .list(
          entry.drifters.map { drift in
            .record([
              Field("actor", .actorID(drift.actor.id)), Field("before", .number(drift.before)),
              Field("after", .number(drift.after)),
            ])
          })),
    ])
  }
}
