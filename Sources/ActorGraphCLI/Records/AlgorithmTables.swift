import ActorGraph

/// The algorithm index as tables.
enum AlgorithmTables {
  static func index(_ entries: [AlgorithmIndex.Entry]) -> Table {
    var table = Table(
      "Algorithms", statement: "actorgraph algorithms NAME shows a definition with its options, cost and source",
      columns: [.words("family"), .words("name"), .words("what it tells"), .words("signs")])
    var family: AlgorithmFamily?
    for entry in entries {
      let summary = entry.summary
      table.add([
        summary.family == family ? "" : summary.family.rawValue, summary.id, summary.meaning, summary.signs.rawValue,
      ])
      family = summary.family
    }
    return table
  }

  static func definition(_ entry: AlgorithmIndex.Entry) -> Table {
    let summary = entry.summary
    var table = Table(
      "\(summary.title) (\(summary.id))", statement: summary.meaning, columns: [.words(""), .words("")])
    table.add(["definition", summary.formula])
    table.add(["family", summary.family.rawValue])
    table.add(["signs", summary.signs.rawValue])
    table.add(["cost", summary.complexity])
    table.add(["source", summary.source])
    table.add(["command", "actorgraph \(entry.command(on: "FILE"))"])
    table.add(["example", entry.example])
    return table
  }

  /// The default on the command line, where one seed serves all.
  static func standard(_ parameter: AlgorithmParameter) -> String? {
    parameter.values == .seed ? "that of --seed" : parameter.standard
  }

  static func parameters(_ entry: AlgorithmIndex.Entry) -> [Table] {
    guard !entry.parameters.isEmpty else { return [] }
    var table = Table(
      columns: [.words("parameter"), .words("values"), .words("default"), .words("what it does")])
    for parameter in entry.parameters {
      table.add([parameter.name, parameter.values.description, standard(parameter) ?? "must be given", parameter.help])
    }
    return [table]
  }
}

/// The algorithm index as JSON.
struct AlgorithmsRecord: Encodable {
  struct Entry: Encodable {
    struct Parameter: Encodable {
      let name: String
      let values: String
      let standard: String?
      let help: String
    }

    let id: String
    let title: String
    let family: AlgorithmFamily
    let meaning: String
    let formula: String
    let signs: SignUse
    let complexity: String
    let source: String
    let command: String
    let example: String
    let parameters: [Parameter]

    init(_ entry: AlgorithmIndex.Entry) {
      let summary = entry.summary
      id = summary.id
      title = summary.title
      family = summary.family
      meaning = summary.meaning
      formula = summary.formula
      signs = summary.signs
      complexity = summary.complexity
      source = summary.source
      command = entry.command
      example = entry.example
      parameters = entry.parameters.map {
        Parameter(name: $0.name, values: $0.values.description, standard: AlgorithmTables.standard($0), help: $0.help)
      }
    }
  }

  let algorithms: [Entry]
}
