import ActorAnalysis
import ActorModel
import GraphAlgorithms

/// Blocs, their likeness to others and the balance of ties, as the parts of an answer.
struct BlocSections {
  let question: Grouping
  let result: BlocResult
  /// How alike the blocs and those of another method are.
  let likeness: PartitionComparison?
  /// What was divided.
  let projected: ProjectedGraph

  /// All that was found.
  var body: AnswerSection {
    var body = AnswerSection()
    body.add("method", .text(question.method))
    body.add("modularity", .number(result.modularity))
    body.add(partition)
    body.add(blocs)
    if let likeness, let against = question.against {
      body.blocks.append(.section("comparison", comparison(likeness, with: against)))
    }
    if let balance = result.balance {
      var section = BalanceSection(of: balance).section
      section.add(contradictions(balance))
      section.add(standings(balance))
      body.blocks.append(.section("balance", section))
    }
    return body
  }

  /// Actors with their blocs as one table.
  var sheet: AnswerTable {
    var sheet = AnswerTable("actors", columns: ["actor", "name", "group", "group name"].map { .words($0) })
    for (number, group) in result.groups.enumerated() {
      for actor in group.actors {
        sheet.add([.actor(actor), .text(actor.name), .count(number + 1), .text(optional: group.name)])
      }
    }
    return sheet
  }

  private var partition: AnswerTable {
    var table = AnswerTable(
      "partition", columns: [.numbers("group"), .words("name"), .words("actors")], for: .programs)
    for (number, group) in result.groups.enumerated() {
      table.add([.count(number + 1), .text(optional: group.name), .actors(group.actors)])
    }
    return table
  }

  private var blocs: AnswerTable {
    var table = AnswerTable(
      "blocs", title: "\(projected.snapshot.network.title): blocs by \(question.method)",
      statement: "\(ViewDescription(of: projected).sentence). Modularity \(result.modularity).",
      columns: [.numbers("bloc"), .numbers("actors"), .words("who")], for: .people)
    for (number, group) in result.groups.enumerated() where group.actors.count > 1 {
      let name = group.name.map { "\($0): " } ?? ""
      table.add([.count(number + 1), .count(group.actors.count), .phrase("\(name)\(Self.names(group.actors))")])
    }
    // Of two camps those without a signed tie are in none, rather than alone.
    let inCamps = result.isOfCamps ? Set(result.balance?.camps.flatMap { $0.map(\.id) } ?? []) : nil
    let outside = result.groups.flatMap(\.actors).filter { inCamps?.contains($0.id) == false }
    let alone = result.groups.filter { $0.actors.count == 1 && inCamps?.contains($0.actors[0].id) != false }
    if !alone.isEmpty { table.notes.append("Alone: \(Self.names(alone.flatMap(\.actors))).") }
    if !outside.isEmpty { table.notes.append("In no camp, for want of a signed tie: \(Self.names(outside)).") }
    if let divisions = result.balance?.divisions, result.isOfCamps, divisions.count > 1 {
      table.notes.append("This is one of several divisions that are equally good; see the balance below.")
    }
    return table
  }

  private static func names(_ actors: [Actor]) -> Phrase {
    actors.map { "\($0)" as Phrase }.joined(separator: ", ")
  }

  private func comparison(_ likeness: PartitionComparison, with against: String) -> AnswerSection {
    var section = AnswerSection()
    section.add("against", .text(against))
    section.add("rand", .number(likeness.rand))
    section.add("adjustedRand", .number(likeness.adjustedRand))
    section.add("normalizedMutualInformation", .number(likeness.normalizedMutualInformation))
    section.add("variationOfInformation", .number(likeness.variationOfInformation))
    var table = AnswerTable(
      "likeness", title: "How alike the blocs by \(question.method) and by \(against) are",
      columns: [.words("measure"), .numbers("value"), .words("reading")], for: .people)
    func add(_ measure: String, _ value: Double, _ reading: String) {
      table.add([.text(measure), .number(value), .text(reading)])
    }
    add("adjusted Rand index", likeness.adjustedRand, "1 for equal blocs, 0 as by chance")
    add(
      "normalized mutual information", likeness.normalizedMutualInformation, "1 for equal blocs, 0 for unrelated ones")
    add("variation of information", likeness.variationOfInformation, "a distance: 0 for equal blocs")
    section.add(table)
    return section
  }

  // MARK: - Balance

  /// The most relations that contradict a division which people are shown.
  private static let mostContradictions = 50

  private func contradictions(_ balance: SignedBalance) -> AnswerTable {
    let degree = balance.degree.map { " (\($0, as: .percent))" as Phrase } ?? ""
    let frustration: Phrase =
      balance.isOptimal
      ? "Frustration \(balance.frustration) (\(balance.unit)), the least possible. \(balance.divisionsSentence)"
      : "Frustration at most \(balance.frustration) (\(balance.unit)), at least \(balance.lowerBound)."
    var table = AnswerTable(
      "contradictions", title: "Balance of friendly and hostile ties",
      statement: "\(balance.triangles) triangles of signed ties, \(balance.balanced) of them balanced\(degree). "
        + "\(frustration) Each pair of actors counts once, whatever the direction.",
      columns: [.words("contradicts"), .words("in"), .words("what it says")], for: .people)
    let ids = Set(balance.frustratedRelations + (balance.divisions?.contradictingSome ?? [])).sorted()
    for id in ids.prefix(Self.mostContradictions) {
      guard let relation = projected.snapshot.network.relation(id) else { continue }
      table.add([.relation(id), .text(balance.extent(ofRelation: id)), .phrase(relation.sentence)])
    }
    let rest = ids.count - Self.mostContradictions
    if rest > 0 { table.notes.append("… and \(rest) more; JSON lists all.") }
    table.notes += balance.campLines().map { Phrase($0) } + balance.undecidedLines.map { Phrase($0) }
    table.notes += [balance.partsSentence].compactMap(\.self).map { Phrase($0) }
    if let question = balance.openQuestion { table.notes.append("\(question)\(Remedy.searchLonger).") }
    return table
  }

  /// The most places in camps that people are shown.
  private static let mostStandings = 15

  /// What the places of the actors with the least behind them rest on.
  private func standings(_ balance: SignedBalance) -> AnswerTable {
    var table = AnswerTable(
      "places", title: "What a place in a camp rests on, the weakest first",
      columns: [
        .words("actor"), .words("camp"), .words("rests on"), .words("against"), .numbers("cost of changing sides"),
      ], shownRows: Self.mostStandings, for: .people)
    for standing in balance.standings {
      table.add([
        .actor(standing.actor), .text(standing.place(among: balance.parts.count)),
        .phrase(Self.list(standing.restsOn)), .phrase(Self.list(standing.against)), .number(standing.margin),
      ])
    }
    table.notesTellRest = true
    let rest = balance.standings.count - Self.mostStandings
    if rest > 0 { table.notes.append("… and \(rest) more with as many ties behind them or more; JSON lists all.") }
    if let sentence = balance.singleTiesSentence { table.notes.append(Phrase(sentence)) }
    return table
  }

  /// The first relations, and how many more there are.
  private static func list(_ ids: [String], most: Int = 6) -> Phrase {
    let shown = ids.prefix(most).map { "\(relation: $0)" as Phrase }.joined(separator: ", ")
    return ids.count > most ? "\(shown) and \(ids.count - most) more" : shown
  }
}
