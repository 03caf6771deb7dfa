import ActorAnalysis
import ActorModel

/// How far a ranking moves by chance.
struct RankingChance {
  /// How often random changes move each actor as far, by its id.
  let moves: [String: RankChange]
  /// How many draws that rests on.
  let count: DrawCount
}

/// How a ranking moved and because of what, as parts of an answer.
struct MoveSections {
  let ranking: RankingComparison
  let choice: MeasureChoice
  /// Which changes account for which moves, where that was asked for.
  let attribution: AttributionResult?
  let chance: RankingChance?
  /// How many moves people are shown.
  let shownRows: Int

  /// How many moves are told in sentences.
  private static let told = 5

  private var measure: String { ranking.after.measure }
  private var refusal: String? { ranking.before.refusal ?? ranking.after.refusal }

  // MARK: - Tables

  /// Each actor that moved, for people.
  var table: AnswerTable {
    var columns: [AnswerTable.Column] = [
      .words("actor"), .numbers("rank"), .numbers("then"), .numbers("score"), .numbers("then"), .numbers("change"),
    ]
    if chance != nil { columns += [.numbers("p rank"), .numbers("p score")] }
    var table = AnswerTable(
      "moves", title: "How \(measure) moved", statement: "\(ranking.after.settings). \(agreement)",
      columns: columns + [.words("because")], shownRows: shownRows, for: .people)
    if let refusal {
      table.notes.append("Not defined here: \(refusal).")
      return table
    }
    for move in ranking.moves { table.add(cells(of: move)) }
    let rest = ranking.moves.count - shownRows
    table.notesTellRest = true
    if rest > 0 { table.notes.append("… and \(rest) more moves\(Remedy.showRows(ranking.moves.count)).") }
    if ranking.moves.isEmpty { table.notes.append("No score changed.") }
    if !ranking.moves.isEmpty { table.notes += legend }
    return table
  }

  private var agreement: Phrase {
    func number(_ value: Double?) -> Phrase { value.map { "\($0)" } ?? "not defined" }
    let overlap: Phrase = ranking.topOverlap.map { "\($0, as: .percent)" } ?? "–"
    return "Kendall's tau-b \(number(ranking.kendallTauB)), rank-biased overlap \(number(ranking.rankBiasedOverlap)), "
      + "of the first 10 ranks \(overlap) in common"
  }

  private func cells(of move: RankMove) -> [Cell] {
    let places = [move.before, move.after]
    var cells: [Cell] = [.actor(move.actor)]
    cells += places.map { $0.map { .count($0.rank) } ?? .text("–") }
    cells += places.map { $0.map { .number($0.score) } ?? .text("–") }
    cells.append(.number(move.scoreChange, .change))
    if let chance {
      cells +=
        chance.moves[move.actor.id].map {
          [.phrase("\($0.rank)\($0.adjusted <= 0.05 ? "*" : "")"), .number($0.score)]
        } ?? [.text("–"), .text("–")]
    }
    return cells + [.phrase(because(move))]
  }

  private func shares(of move: RankMove) -> [ChangeShare] {
    attribution?.because(choice, actor: move.actor.id) ?? []
  }

  /// The three changes that account for most of a move, and how much of it they are.
  private func because(_ move: RankMove) -> Phrase {
    let shares = shares(of: move)
    guard !shares.isEmpty else {
      // A refusal of all shares stands below the table.
      guard let attribution, attribution.refusal(choice) == nil else { return "" }
      return "\(attribution.refusal(choice, actor: move.actor.id) ?? "")"
    }
    let shown = shares.prefix(3)
    let text = shown.map { "\($0.change.name) \($0.share, as: .change)" as Phrase }.joined(separator: ", ")
    let rest = move.scoreChange - shown.reduce(0) { $0 + $1.share }
    return shares.count > shown.count && abs(rest) > 1e-12 ? "\(text), others \(rest, as: .change)" : text
  }

  private var legend: [Phrase] {
    var notes: [Phrase] = chance.map { [Self.legend($0.count)] } ?? []
    if let attribution {
      if let refusal = attribution.refusal(choice) {
        notes.append("Why ranks moved cannot be said: \(refusal).")
      } else if !attribution.isExact {
        notes.append("Shares are estimates from random orders of the changes; JSON gives their standard errors.")
      }
    }
    return notes
  }

  /// What p is, and how many draws it rests on.
  private static func legend(_ count: DrawCount) -> Phrase {
    let why = count.refusal.map { ": \($0)" } ?? ""
    guard count.isEnough else {
      return
        "No p: of \(count.drawn) random sets of changes only \(count.counted) give a network that can be scored\(why)."
    }
    let left = count.drawn - count.counted
    let refused = left > 0 ? " \(left) of \(count.drawn) draws do not count, since they are refused\(why)." : ""
    return "p: how many of \(count.counted) random sets of as many changes move the actor at least as far, as a share; "
      + "* where that is rare for all actors looked at together (5 % false finds).\(refused)"
  }

  /// What the long table has no place for: that some random changes could not be scored.
  var remark: Phrase? {
    guard let count = chance?.count, let refusal = count.refusal, count.drawn > 0 else { return nil }
    let few = count.isEnough ? "" : ", too few for a p"
    return "\(measure): of \(count.drawn) random sets of changes \(count.counted) count\(few); others are refused: "
      + "\(refusal)"
  }

  /// The largest moves of rank in sentences, each cause with what it rests on; of scores where no rank changed.
  var explanations: [AnswerTable] {
    guard attribution != nil else { return [] }
    let movers = ranking.moves.filter(\.changesRank)
    return (movers.isEmpty ? ranking.moves : movers).prefix(min(shownRows, Self.told)).compactMap { move in
      guard let explanation = MoveExplanation(of: move, from: shares(of: move)) else { return nil }
      var table = AnswerTable(
        "why", title: "Why: \(explanation.sentence(by: measure))",
        columns: [.words("because of"), .numbers("share"), .words("what it says, and who says so")], for: .people)
      for share in explanation.causes + explanation.opposing {
        table.add([.phrase(share.change.name), .number(share.share, .change), .phrase(share.change.sentence)])
      }
      return table
    }
  }

  /// Adds the moves to a long table.
  func add(to sheet: inout AnswerTable) {
    for move in ranking.moves {
      let chance = chance?.moves[move.actor.id]
      sheet.add([
        .text(measure), .actorID(move.actor.id), .text(move.actor.name), .count(optional: move.before?.rank),
        .count(optional: move.after?.rank), .number(optional: move.before?.score),
        .number(optional: move.after?.score), .number(optional: chance?.rank), .number(optional: chance?.score),
      ])
    }
  }

  // MARK: - Values

  /// The ranking and its moves, for programs.
  var record: Cell {
    let options = ranking.after.options.map { Field($0.name, .text($0.value)) }
    return .record([
      Field("measure", .text(measure)), Field("parameters", .record(options)),
      Field("scale", .text(ranking.after.scale)), Field("kendallTauB", .number(optional: ranking.kendallTauB)),
      Field("rbo", .number(optional: ranking.rankBiasedOverlap)),
      Field("topOverlap", .number(optional: ranking.topOverlap)), Field("refused", .text(optional: refusal)),
      Field("explanationRefused", .text(optional: attribution?.refusal(choice))),
      Field("chance", chance.map { Self.record($0.count) } ?? .absent),
      Field("moves", .list(ranking.moves.map(record))),
    ])
  }

  private func record(_ move: RankMove) -> Cell {
    let shares = shares(of: move)
    let isRefused = attribution?.refusal(choice) != nil
    let refusal = isRefused ? nil : attribution?.refusal(choice, actor: move.actor.id)
    return .record([
      Field("actor", .actorID(move.actor.id)), Field("name", .text(move.actor.name)),
      Field("before", move.before.map(Self.record) ?? .absent),
      Field("after", move.after.map(Self.record) ?? .absent), Field("because", .list(shares.map(Self.record))),
      Field("accountedFor", MoveExplanation(of: move, from: shares).map(Self.record) ?? .absent),
      Field("becauseRefused", .text(optional: refusal)),
      Field("byChance", chance?.moves[move.actor.id].map(Self.record) ?? .absent),
    ])
  }

  private static func record(_ place: RankedActor) -> Cell {
    .record([Field("rank", .count(place.rank)), Field("score", .number(place.score))])
  }

  private static func record(_ share: ChangeShare) -> Cell {
    .record([
      Field("relation", share.change.cell), Field("change", .text(share.change.kind)),
      Field("share", .number(share.share)), Field("error", .number(share.error)),
    ])
  }

  private static func record(_ explanation: MoveExplanation) -> Cell {
    .record([
      Field("changes", .list(explanation.causes.map(\.change.cell))),
      Field("opposing", .list(explanation.opposing.map(\.change.cell))), Field("part", .number(explanation.covered)),
    ])
  }

  private static func record(_ change: RankChange) -> Cell {
    .record([
      Field("rank", .number(change.rank)), Field("score", .number(change.score)),
      Field("rankAdjusted", .number(change.adjusted)),
    ])
  }

  private static func record(_ count: DrawCount) -> Cell {
    .record([
      Field("draws", .count(count.drawn)), Field("counted", .count(count.counted)),
      Field("refused", .text(optional: count.refusal)),
    ])
  }
}
