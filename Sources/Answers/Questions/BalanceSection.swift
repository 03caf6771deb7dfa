import ActorAnalysis
import ActorModel

/// Balance of friendly and hostile ties, as a part of an answer.
struct BalanceSection {
  private let balance: SignedBalance

  init(of balance: SignedBalance) { self.balance = balance }

  /// The values for programs.
  var section: AnswerSection {
    let divisions = balance.divisions
    var section = AnswerSection()
    section.add("triangles", .count(balance.triangles))
    section.add("balanced", .count(balance.balanced))
    section.add("degree", balance.degree.map { .number($0) } ?? .absent)
    section.add("weighing", .text(balance.weighing.rawValue))
    section.add("frustration", frustration)
    section.add("camps", .list(balance.camps.map { .actors($0) }))
    section.add("parts", .count(balance.parts.count))
    section.add(
      "bestDivisions",
      .record([Field("count", .count(divisions?.count ?? 1)), Field("exact", .flag(divisions?.isExact ?? false))]))
    section.add("sameCamp", .list(divisions?.sameCamp.map { .actors($0) } ?? []))
    section.add("undecided", .actors(divisions?.undecided ?? []))
    section.add("standings", .list(balance.standings.map(standing)))
    section.add("endedBy", .text(optional: balance.limit?.rawValue))
    return section
  }

  private var frustration: Cell {
    .record([
      Field("value", .number(balance.frustration)), Field("optimal", .flag(balance.isOptimal)),
      Field("lowerBound", .number(balance.lowerBound)), Field("relations", .relations(balance.frustratedRelations)),
      Field("inEvery", balance.divisions.map { .relations($0.contradictingAll) } ?? .absent),
      Field("inSome", balance.divisions.map { .relations($0.contradictingSome) } ?? .absent),
    ])
  }

  private func standing(_ standing: CampStanding) -> Cell {
    .record([
      Field("actor", .actor(standing.actor)), Field("part", .count(standing.part)),
      Field("camp", .count(standing.camp)), Field("undecided", .flag(standing.isUndecided)),
      Field("restsOn", .relations(standing.restsOn)), Field("against", .relations(standing.against)),
      Field("margin", .number(standing.margin)),
    ])
  }
}
