import ActorAnalysis
import ActorModel

/// How blocs and the balance of signs differ, as parts of an answer.
struct BlocChangeSections {
  let blocs: BlocComparisonResult

  /// Who is with others than before, for people.
  var company: AnswerTable {
    let agreement = blocs.agreement
    var table = AnswerTable(
      "company", title: "Who changed company",
      statement: "\(blocs.comparedCount) actors in both: adjusted Rand \(agreement.adjustedRand), mutual information "
        + "\(agreement.normalizedMutualInformation), variation of information \(agreement.variationOfInformation). "
        + "Modularity \(blocs.before.modularity) before, \(blocs.after.modularity) after.",
      columns: [.words("actor"), .words("was with"), .words("is with")], for: .people)
    for move in blocs.moves {
      table.add([.actor(move.actor), .phrase(Self.list(move.before)), .phrase(Self.list(move.after))])
    }
    if blocs.moves.isEmpty { table.notes.append("Nobody.") }
    return table
  }

  private static func list(_ actors: [Actor]) -> Phrase {
    guard !actors.isEmpty else { return "nobody" }
    let shown = actors.prefix(6).map { "\($0)" as Phrase }.joined(separator: ", ")
    return actors.count > 6 ? "\(shown) and \(actors.count - 6) more" : shown
  }

  /// Balance before and after, for people.
  var balance: AnswerTable {
    var table = AnswerTable(
      "balances", title: "Balance of friendly and hostile ties",
      columns: [.words(""), .numbers("before"), .numbers("after")], for: .people)
    func add(_ name: String, _ value: (SignedBalance) -> Cell) {
      let cells = [blocs.before.balance, blocs.after.balance].map { $0.map(value) ?? .text("–") }
      table.add([.text(name)] + cells)
    }
    add("triangles of signed ties") { .count($0.triangles) }
    add("balanced") { .count($0.balanced) }
    add("degree of balance") { $0.degree.map { .number($0) } ?? .text("–") }
    let units = Set([blocs.before.balance, blocs.after.balance].compactMap { $0?.unit }).sorted()
    add(units.count == 1 ? "frustration, \(units[0])" : "frustration") {
      .phrase("\($0.frustration)\($0.isOptimal ? "" : " at most")\(units.count == 1 ? "" : " \($0.unit)")")
    }
    add("frustration, at least") { .number($0.lowerBound) }
    add("divisions equally good") {
      $0.divisions.map { $0.isExact ? .count($0.count) : .text("at least \($0.count)") } ?? .text("–")
    }
    return table
  }

  /// Blocs and balance, for programs.
  var blocks: [AnswerSection.Block] {
    var balance = AnswerSection()
    for (key, side) in [("before", blocs.before), ("after", blocs.after)] {
      if let signed = side.balance { balance.blocks.append(.section(key, BalanceSection(of: signed).section)) }
    }
    return [.field(Field("blocs", record)), .section("balance", balance)]
  }

  private var record: Cell {
    .record([
      Field("before", .list(blocs.before.groups.map { .actors($0.actors) })),
      Field("after", .list(blocs.after.groups.map { .actors($0.actors) })),
      Field("modularityBefore", .number(blocs.before.modularity)),
      Field("modularityAfter", .number(blocs.after.modularity)), Field("compared", .count(blocs.comparedCount)),
      Field("adjustedRand", .number(blocs.agreement.adjustedRand)),
      Field("normalizedMutualInformation", .number(blocs.agreement.normalizedMutualInformation)),
      Field("variationOfInformation", .number(blocs.agreement.variationOfInformation)),
      Field(
        "moves",
        .list(
          blocs.moves.map { move in
            .record([
              Field("actor", .actorID(move.actor.id)), Field("name", .text(move.actor.name)),
              Field("before", .actors(move.before)), Field("after", .actors(move.after)),
            ])
          })),
    ])
  }
}
