import ActorGraph

/// Findings as tables.
enum FindingTables {
  /// The numbers of all findings in one table, then a table for each list.
  static func tables(_ results: [FindingResult], _ projected: ProjectedGraph, title: String, top: Int) -> [Table] {
    var numbers = Table(
      title, statement: ViewText.sentence(projected), columns: [.words("measure"), .words("what"), .numbers("value")])
    for result in results {
      for (i, number) in (result.finding?.numbers ?? []).enumerated() {
        let value = number.value.map(NumberText.score) ?? "none"
        numbers.add([i == 0 ? result.summary.id : "", number.name, value])
      }
      numbers.notes += notes(result)
    }
    var heading = Table(title, statement: numbers.statement, columns: [])
    heading.notes = numbers.notes
    let lists = results.flatMap { result in
      (result.finding?.lists ?? []).map { table($0, result, projected, top: top) }
    }
    return [numbers.rows.isEmpty ? heading : numbers] + lists
  }

  /// What should be known about a finding beside its numbers; why there is none.
  static func notes(_ result: FindingResult) -> [String] {
    let refusal = result.refusal.map { ["\(result.summary.id) is not defined here: \($0)."] } ?? []
    return refusal + (result.finding?.notes ?? []).map { "\(result.summary.id): \($0)" }
  }

  private static func table(
    _ list: FindingList, _ result: FindingResult, _ projected: ProjectedGraph, top: Int
  ) -> Table {
    let cells = list.rows.prefix(top).map { row in row.map { cell($0, projected) } }
    let columns = list.columns.indices.flatMap { i -> [Table.Column] in
      let column = list.columns[i]
      if column.isNumeric { return [.numbers(column.name)] }
      return hasTies(list, column: i) ? [.words(column.name), .words("relations")] : [.words(column.name)]
    }
    var table = Table("\(result.summary.title): \(list.title)", columns: columns)
    for row in cells { table.add(row.flatMap(\.self)) }
    if list.rows.isEmpty { table.notes.append("None.") }
    let rest = list.rows.count - cells.count
    if rest > 0 { table.notes.append("… and \(rest) more; --top \(list.rows.count) shows all.") }
    return table
  }

  private static func hasTies(_ list: FindingList, column: Int) -> Bool {
    if case .tie = list.rows.first?[column] { true } else { false }
  }

  /// A cell as people read it: one column, or two for a tie.
  private static func cell(_ cell: FindingCell, _ projected: ProjectedGraph) -> [String] {
    switch cell {
    case .text(let text): [text]
    case .number(let value): [value.map(NumberText.score) ?? "none"]
    case .actor(let actor): [actor?.name ?? "none"]
    case .actors(let actors): [actors.map(\.name).joined(separator: ", ")]
    case .tie(let tie):
      [tieText(tie, projected), RouteText.list(tie.relations)]
    }
  }

  /// `RUS → IEA`; a line where the graph has no direction.
  static func tieText(_ tie: RouteStep, _ projected: ProjectedGraph) -> String {
    "\(tie.from.id) \(projected.graph.isDirected ? "→" : "–") \(tie.to.id)"
  }

  /// All numbers and lists as one long table: a row for each number.
  static func csv(_ results: [FindingResult]) -> Table {
    var table = Table(columns: ["measure", "list", "row", "what", "value"].map { .words($0) })
    for result in results {
      let id = result.summary.id
      for number in result.finding?.numbers ?? [] {
        table.add([id, "", "", number.key, number.value.map { "\($0)" } ?? ""])
      }
      for list in result.finding?.lists ?? [] {
        for (i, row) in list.rows.enumerated() {
          for (column, cell) in zip(list.columns, row) {
            for (key, value) in plain(cell, key: column.key) { table.add([id, list.key, "\(i + 1)", key, value]) }
          }
        }
      }
    }
    return table
  }

  /// A cell as programs read it, by ids.
  private static func plain(_ cell: FindingCell, key: String) -> KeyValuePairs<String, String> {
    switch cell {
    case .text(let text): [key: text]
    case .number(let value): [key: value.map { "\($0)" } ?? ""]
    case .actor(let actor): [key: actor?.id ?? ""]
    case .actors(let actors): [key: actors.map(\.id).joined(separator: " ")]
    case .tie(let tie):
      ["from": tie.from.id, "to": tie.to.id, "relations": tie.relations.map(\.id).joined(separator: " ")]
    }
  }
}
