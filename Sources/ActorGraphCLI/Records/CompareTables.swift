import ActorGraph

/// A comparison as tables: what changed, how far apart, who changed company, how each ranking moved and why.
struct CompareTables {
  let result: ComparisonResult
  let choices: [MeasureChoice]
  let old: ProjectedGraph
  let new: ProjectedGraph
  /// How many moves a table shows.
  let top: Int

  /// How many moves are told in sentences.
  private static let told = 5

  func all(by unit: Compare.Unit, isExplained: Bool) -> [Table] {
    var tables = [unit == .relation ? relationChanges : dyadChanges, distances]
    if let blocs = result.blocs { tables += [company(blocs), balance(blocs)] }
    for (position, comparison) in result.rankings.enumerated() {
      tables.append(ranking(comparison, position))
      tables += why(comparison, position)
    }
    if isExplained && result.attribution == nil && !tables.isEmpty {
      tables[tables.count - 1].notes.append(
        "\(result.relations.changeCount) changes are too many to say unasked why ranks moved; "
          + "--samples 25 says it all the same, and takes long.")
    }
    return tables
  }

  // MARK: What changed

  private func changesTable(_ columns: [Table.Column]) -> Table {
    var table = Table(
      "\(new.snapshot.network.title): what changed",
      statement: "Before: \(ViewText.sentence(old)). After: \(ViewText.sentence(new)).", columns: columns)
    if result.isEmpty { table.notes.append("Nothing changed.") }
    return table
  }

  private var relationChanges: Table {
    var table = changesTable([.words("change"), .words("where"), .words("what")])
    addRecords(to: &table)
    for flip in result.flips {
      guard let before = flip.before, let after = flip.after else { continue }
      table.add([
        "sign flipped", pair(flip),
        "from \(NumberText.change(before.signedStrength)) (\(names(before))) to "
          + "\(NumberText.change(after.signedStrength)) (\(names(after)))",
      ])
    }
    for relation in result.relations.added {
      table.add(["added", relation.id, dated(relation, relation.validity.since, "since")])
    }
    for relation in result.relations.ended {
      let end = new.snapshot.network.relation(relation.id)?.validity.until ?? relation.validity.until
      table.add(["ended", relation.id, dated(relation, end, "until")])
    }
    for relation in result.relations.newlyDisputed {
      table.add(["newly disputed", relation.id, "\(RelationText.short(relation)): \(RelationText.disputes(relation))"])
    }
    for change in result.relations.changed {
      let fields = change.fields.filter { $0.field != "disputed" || $0.after == "no" }
      guard !fields.isEmpty else { continue }
      table.add(["changed", change.after.id, "\(RelationText.short(change.after)): \(FieldText.list(fields))"])
    }
    return table
  }

  private var dyadChanges: Table {
    var table = changesTable([
      .words("change"), .words("between"), .numbers("before"), .numbers("after"), .words("relations after, or before"),
    ])
    addRecords(to: &table, emptyCells: 2)
    for kind in DyadChange.Kind.allCases {
      for dyad in result.dyads where dyad.kind == kind {
        table.add([
          kind.rawValue, pair(dyad), dyad.before.map(weight) ?? "–", dyad.after.map(weight) ?? "–",
          (dyad.after ?? dyad.before).map(names) ?? "",
        ])
      }
    }
    let counts = DyadChange.Kind.allCases.map { kind in "\(result.dyads.count { $0.kind == kind }) \(kind.rawValue)" }
    table.notes.append(
      "Pairs of actors: \(counts.joined(separator: ", ")). Numbers are sums of strengths; in brackets sign × strength.")
    let restated = result.relations.changed.count
    if restated > 0 {
      table.notes.append("\(ViewText.count(restated, "relation")) said something else before; --by relation says what.")
    }
    return table
  }

  /// What became of actors, and of what the files say beside relations.
  private func addRecords(to table: inout Table, emptyCells: Int = 0) {
    let rest = [String](repeating: "", count: emptyCells)
    func add(_ change: String, _ id: String, _ text: String) { table.add([change, id] + rest + [text]) }
    if !result.descriptions.isEmpty { add("network changed", "", FieldText.list(result.descriptions)) }
    for actor in result.actorsAdded { add("actor new", actor.id, actor.name) }
    for actor in result.actorsRemoved { add("actor gone", actor.id, actor.name) }
    for change in result.actorsChanged { add("actor changed", change.id, FieldText.list(change.fields)) }
    for (kind, records) in [("bloc", result.blocNames), ("source", result.sources)] {
      if !records.added.isEmpty { add("\(kind)s new", "", Self.ids(records.added)) }
      if !records.removed.isEmpty { add("\(kind)s gone", "", Self.ids(records.removed)) }
      for change in records.changed { add("\(kind) changed", change.id, FieldText.list(change.fields)) }
    }
  }

  /// The first ids, and how many more there are.
  private static func ids(_ ids: [String]) -> String {
    let shown = ids.prefix(10).joined(separator: ", ")
    return ids.count > 10 ? "\(shown) and \(ids.count - 10) more" : shown
  }

  private func pair(_ dyad: DyadChange) -> String { "\(dyad.first.id) – \(dyad.second.id)" }

  private func weight(_ tie: DyadTie) -> String {
    "\(NumberText.score(tie.strength)) (\(NumberText.change(tie.signedStrength)))"
  }

  private func names(_ tie: DyadTie) -> String {
    tie.relations.map { "\($0.id) \($0.shownName)" }.joined(separator: ", ")
  }

  private func dated(_ relation: Relation, _ date: CalendarDate?, _ word: String) -> String {
    RelationText.sentence(relation) + (date.map { ", \(word) \($0)" } ?? "")
  }

  // MARK: How far apart

  private var distances: Table {
    var table = Table(
      "How far the networks are apart",
      columns: [.words("distance"), .numbers("value"), .words("what it counts")])
    let edges = result.distances.edges
    table.add(["Jaccard", NumberText.score(edges.jaccard), "share of the edges of either that only one has"])
    table.add(["Jaccard, weighted", NumberText.score(edges.weightedJaccard), "the same by strength"])
    table.add(["Hamming", NumberText.score(Double(edges.hamming)), "edges that only one has"])
    table.add(["Hamming, weighted", NumberText.score(edges.weightedHamming), "sum of the differences in strength"])
    for shape in result.distances.shapes {
      let entry = AlgorithmIndex().entry(id: shape.measure)
      table.add([shape.title, shape.value.map(NumberText.score) ?? "–", entry?.summary.meaning ?? ""])
      if let refusal = shape.refusal { table.notes.append("\(shape.title): \(refusal).") }
    }
    return table
  }

  // MARK: Blocs and balance

  private func company(_ blocs: BlocComparisonResult) -> Table {
    let agreement = blocs.agreement
    var table = Table(
      "Who changed company",
      statement: "\(blocs.comparedCount) actors in both: adjusted Rand \(NumberText.score(agreement.adjustedRand)), "
        + "mutual information \(NumberText.score(agreement.normalizedMutualInformation)), variation of information "
        + "\(NumberText.score(agreement.variationOfInformation)). Modularity \(NumberText.score(blocs.before.modularity))"
        + " before, \(NumberText.score(blocs.after.modularity)) after.",
      columns: [.words("actor"), .words("was with"), .words("is with")])
    func list(_ actors: [Actor]) -> String {
      let shown = actors.prefix(6).map(\.name).joined(separator: ", ")
      return actors.isEmpty ? "nobody" : actors.count > 6 ? "\(shown) and \(actors.count - 6) more" : shown
    }
    for move in blocs.moves { table.add([move.actor.name, list(move.before), list(move.after)]) }
    if blocs.moves.isEmpty { table.notes.append("Nobody.") }
    return table
  }

  private func balance(_ blocs: BlocComparisonResult) -> Table {
    var table = Table(
      "Balance of friendly and hostile ties",
      columns: [.words(""), .numbers("before"), .numbers("after")])
    func add(_ name: String, _ value: (SignedBalance) -> String) {
      table.add([name, blocs.before.balance.map(value) ?? "–", blocs.after.balance.map(value) ?? "–"])
    }
    add("triangles of signed ties") { "\($0.triangles)" }
    add("balanced") { "\($0.balanced)" }
    add("degree of balance") { $0.degree.map(NumberText.score) ?? "–" }
    let units = Set([blocs.before.balance, blocs.after.balance].compactMap { $0?.unit }).sorted()
    add(units.count == 1 ? "frustration, \(units[0])" : "frustration") {
      NumberText.score($0.frustration) + ($0.isOptimal ? "" : " at most") + (units.count == 1 ? "" : " \($0.unit)")
    }
    add("frustration, at least") { NumberText.score($0.lowerBound) }
    add("divisions equally good") {
      $0.divisions.map { $0.isExact ? "\($0.count)" : "at least \($0.count)" } ?? "–"
    }
    return table
  }

  // MARK: Rankings

  private func ranking(_ comparison: RankingComparison, _ position: Int) -> Table {
    let chance = result.chance.map { $0.measures[position] }
    var columns: [Table.Column] = [
      .words("actor"), .numbers("rank"), .numbers("then"), .numbers("score"), .numbers("then"), .numbers("change"),
    ]
    if chance != nil { columns += [.numbers("p rank"), .numbers("p score")] }
    columns.append(.words("because"))
    let overlap = comparison.topOverlap.map(NumberText.percent) ?? "–"
    let agreement =
      "Kendall's tau-b \(optional(comparison.kendallTauB)), rank-biased overlap "
      + "\(optional(comparison.rankBiasedOverlap)), of the first 10 ranks \(overlap) in common"
    var table = Table(
      "How \(comparison.after.measure) moved",
      statement: comparison.after.settings + ". " + agreement, columns: columns)
    if let refusal = comparison.before.refusal ?? comparison.after.refusal {
      table.notes.append("Not defined here: \(refusal).")
      return table
    }
    for move in comparison.moves.prefix(top) {
      var cells = [move.actor.name]
      cells += [move.before, move.after].map { place in place.map { "\($0.rank)" } ?? "–" }
      cells += [move.before, move.after].map { place in place.map { NumberText.score($0.score) } ?? "–" }
      cells.append(NumberText.change(move.scoreChange))
      if let chance { cells += chanceCells(chance[move.actor.id]) }
      cells.append(because(move, position))
      table.add(cells)
    }
    let rest = comparison.moves.count - min(top, comparison.moves.count)
    if rest > 0 { table.notes.append("… and \(rest) more moves; --top \(comparison.moves.count) shows all.") }
    if comparison.moves.isEmpty { table.notes.append("No score changed.") }
    if !comparison.moves.isEmpty { table.notes += legend(position) }
    return table
  }

  private func legend(_ position: Int) -> [String] {
    var notes = result.chance.map { [Self.legend($0.counts[position])] } ?? []
    if let attribution = result.attribution {
      if let refusal = attribution.refusal(choices[position]) {
        notes.append("Why ranks moved cannot be said: \(refusal).")
      } else if !attribution.isExact {
        notes.append("Shares are estimates from random orders of the changes; JSON gives their standard errors.")
      }
    }
    return notes
  }

  /// What p is, and how many draws it rests on.
  private static func legend(_ count: DrawCount) -> String {
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

  private func optional(_ value: Double?) -> String { value.map(NumberText.score) ?? "not defined" }

  private func chanceCells(_ change: RankChange?) -> [String] {
    guard let change else { return ["–", "–"] }
    return [NumberText.score(change.rank) + (change.adjusted <= 0.05 ? "*" : ""), NumberText.score(change.score)]
  }

  /// The three changes that account for most of a move, and how much of it they are.
  private func because(_ move: RankMove, _ position: Int) -> String {
    let shares = result.attribution?.because(choices[position], actor: move.actor.id) ?? []
    guard !shares.isEmpty else {
      // A refusal of all shares stands below the table.
      guard let attribution = result.attribution, attribution.refusal(choices[position]) == nil else { return "" }
      return attribution.refusal(choices[position], actor: move.actor.id) ?? ""
    }
    let shown = shares.prefix(3)
    let text = shown.map { "\($0.change.id) \(NumberText.change($0.share))" }.joined(separator: ", ")
    let rest = move.scoreChange - shown.reduce(0) { $0 + $1.share }
    return shares.count > shown.count && abs(rest) > 1e-12 ? text + ", others \(NumberText.change(rest))" : text
  }

  /// The largest moves of rank in sentences, each cause with what it rests on; of scores where no rank changed.
  private func why(_ comparison: RankingComparison, _ position: Int) -> [Table] {
    guard let attribution = result.attribution else { return [] }
    let movers = comparison.moves.filter(\.changesRank)
    return (movers.isEmpty ? comparison.moves : movers).prefix(min(top, Self.told)).compactMap { move in
      let shares = attribution.because(choices[position], actor: move.actor.id)
      guard let explanation = MoveExplanation(of: move, from: shares) else { return nil }
      var table = Table(
        "Why: \(MoveText.sentence(explanation, measure: comparison.after.measure))",
        columns: [.words("because of"), .numbers("share"), .words("what it says, and who says so")])
      for share in explanation.causes + explanation.opposing {
        table.add([share.change.id, NumberText.change(share.share), MoveText.change(share.change)])
      }
      return table
    }
  }

  /// What the long table has no place for: measures of whose random changes some could not be scored.
  static func remarks(_ result: ComparisonResult) -> [String] {
    guard let chance = result.chance else { return [] }
    return zip(result.rankings, chance.counts).compactMap { comparison, count in
      guard let refusal = count.refusal, count.drawn > 0 else { return nil }
      return "\(comparison.after.measure): of \(count.drawn) random sets of changes \(count.counted) count"
        + "\(count.isEnough ? "" : ", too few for a p"); others are refused: \(refusal)"
    }
  }

  /// All rank moves as one long table.
  static func csv(_ result: ComparisonResult) -> Table {
    var table = Table(
      columns: [
        "measure", "actor", "name", "rank before", "rank after", "score before", "score after", "rank by chance",
        "score by chance",
      ].map { .words($0) })
    for (position, comparison) in result.rankings.enumerated() {
      for move in comparison.moves {
        let chance = result.chance?.measures[position][move.actor.id]
        table.add([
          comparison.after.measure, move.actor.id, move.actor.name, move.before.map { "\($0.rank)" } ?? "",
          move.after.map { "\($0.rank)" } ?? "", move.before.map { "\($0.score)" } ?? "",
          move.after.map { "\($0.score)" } ?? "", chance.map { "\($0.rank)" } ?? "", chance.map { "\($0.score)" } ?? "",
        ])
      }
    }
    return table
  }
}
