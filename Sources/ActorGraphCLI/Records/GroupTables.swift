import ActorGraph

/// Blocs and balance as tables.
enum GroupTables {
  static func tables(
    _ result: BlocResult, _ method: String, _ comparison: BlocLikeness?, _ projected: ProjectedGraph
  ) -> [Table] {
    var blocs = Table(
      "\(projected.snapshot.network.title): blocs by \(method)",
      statement: ViewText.sentence(projected) + ". Modularity \(NumberText.score(result.modularity)).",
      columns: [.numbers("bloc"), .numbers("actors"), .words("who")])
    // Of two camps those without a signed tie are in none, rather than alone.
    let inCamps = result.isOfCamps ? Set(result.balance?.camps.flatMap { $0.map(\.id) } ?? []) : nil
    let outside = result.groups.flatMap(\.actors).filter { inCamps?.contains($0.id) == false }
    let alone = result.groups.filter { $0.actors.count == 1 && inCamps?.contains($0.actors[0].id) != false }
    for (number, group) in result.groups.enumerated() where group.actors.count > 1 {
      let names = group.actors.map(\.name).joined(separator: ", ")
      blocs.add(["\(number + 1)", "\(group.actors.count)", (group.name.map { "\($0): " } ?? "") + names])
    }
    if !alone.isEmpty {
      let names = alone.flatMap(\.actors).map(\.name).joined(separator: ", ")
      blocs.notes.append("Alone: \(names).")
    }
    if !outside.isEmpty {
      blocs.notes.append("In no camp, for want of a signed tie: \(outside.map(\.name).joined(separator: ", ")).")
    }
    if let divisions = result.balance?.divisions, result.isOfCamps, divisions.count > 1 {
      blocs.notes.append("This is one of several divisions that are equally good; see the balance below.")
    }
    return [blocs] + (comparison.map { [table($0, method)] } ?? [])
      + (result.balance.map { [table($0, projected), standings($0)] } ?? [])
  }

  private static func table(_ comparison: BlocLikeness, _ method: String) -> Table {
    var table = Table(
      "How alike the blocs by \(method) and by \(comparison.against) are",
      columns: [.words("measure"), .numbers("value"), .words("reading")])
    let likeness = comparison.likeness
    table.add(["adjusted Rand index", NumberText.score(likeness.adjustedRand), "1 for equal blocs, 0 as by chance"])
    table.add([
      "normalized mutual information", NumberText.score(likeness.normalizedMutualInformation),
      "1 for equal blocs, 0 for unrelated ones",
    ])
    table.add([
      "variation of information", NumberText.score(likeness.variationOfInformation), "a distance: 0 for equal blocs",
    ])
    return table
  }

  private static func table(_ balance: SignedBalance, _ projected: ProjectedGraph) -> Table {
    let value = NumberText.score(balance.frustration)
    let frustration =
      balance.isOptimal
      ? "Frustration \(value) (\(balance.unit)), the least possible. \(balance.divisionsSentence)"
      : "Frustration at most \(value) (\(balance.unit)), at least \(NumberText.score(balance.lowerBound))."
    var table = Table(
      "Balance of friendly and hostile ties",
      statement: "\(balance.triangles) triangles of signed ties, \(balance.balanced) of them balanced"
        + (balance.degree.map { " (\(NumberText.percent($0)))" } ?? "") + ". \(frustration)"
        + " Each pair of actors counts once, whatever the direction.",
      columns: [.words("contradicts"), .words("in"), .words("what it says")])
    let ids = Set(balance.frustratedRelations + (balance.divisions?.contradictingSome ?? [])).sorted()
    let most = 50
    for id in ids.prefix(most) {
      guard let relation = projected.snapshot.network.relation(id) else { continue }
      table.add([id, balance.extent(ofRelation: id), RelationText.sentence(relation)])
    }
    if ids.count > most { table.notes.append("… and \(ids.count - most) more; JSON lists all.") }
    table.notes += balance.campLines() + balance.undecidedLines + [balance.partsSentence].compactMap(\.self)
    if let question = balance.openQuestion {
      table.notes.append("\(question); --search-limit N or --proof-seconds N lets it go on.")
    }
    return table
  }

  /// What the places of the actors with the least behind them rest on.
  private static func standings(_ balance: SignedBalance) -> Table {
    let most = 15
    var table = Table(
      "What a place in a camp rests on, the weakest first",
      columns: [
        .words("actor"), .words("camp"), .words("rests on"), .words("against"), .numbers("cost of changing sides"),
      ])
    for standing in balance.standings.prefix(most) {
      table.add([
        standing.actor.name, standing.place(among: balance.parts.count), list(standing.restsOn),
        list(standing.against), NumberText.score(standing.margin),
      ])
    }
    let rest = balance.standings.count - most
    if rest > 0 { table.notes.append("… and \(rest) more with as many ties behind them or more; JSON lists all.") }
    if let sentence = balance.singleTiesSentence { table.notes.append(sentence) }
    return table
  }

  private static func list(_ ids: [String]) -> String {
    let shown = ids.prefix(6).joined(separator: ", ")
    return ids.count > 6 ? "\(shown) and \(ids.count - 6) more" : shown
  }

  /// Actors with their blocs as one table.
  static func csv(_ result: BlocResult) -> Table {
    var table = Table(columns: ["actor", "name", "group", "group name"].map { .words($0) })
    for (number, group) in result.groups.enumerated() {
      for actor in group.actors { table.add([actor.id, actor.name, "\(number + 1)", group.name ?? ""]) }
    }
    return table
  }
}

/// Blocs and balance as JSON.
struct GroupsRecord: Encodable {
  struct Group: Encodable {
    let group: Int
    let name: String?
    let actors: [String]
  }

  let manifest: Manifest
  let method: String
  let partition: [Group]
  let modularity: Double
  let balance: BalanceRecord?
  let comparison: Comparison?

  struct Comparison: Encodable {
    let against: String
    let rand: Double
    let adjustedRand: Double
    let normalizedMutualInformation: Double
    let variationOfInformation: Double

    init(_ comparison: BlocLikeness) {
      against = comparison.against
      rand = comparison.likeness.rand
      adjustedRand = comparison.likeness.adjustedRand
      normalizedMutualInformation = comparison.likeness.normalizedMutualInformation
      variationOfInformation = comparison.likeness.variationOfInformation
    }
  }

  init(_ manifest: Manifest, _ method: String, _ result: BlocResult, _ comparison: BlocLikeness?) {
    self.comparison = comparison.map(Comparison.init)
    self.manifest = manifest
    self.method = method
    partition = result.groups.enumerated().map { number, group in
      Group(group: number + 1, name: group.name, actors: group.actors.map(\.id))
    }
    modularity = result.modularity
    balance = result.balance.map(BalanceRecord.init)
  }
}
