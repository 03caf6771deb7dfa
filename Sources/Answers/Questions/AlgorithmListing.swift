import ActorAnalysis
import ActorModel
import GraphCore

/// The algorithms of the package, or one with its definition, options, cost and source. It is asked of no network.
public struct AlgorithmListing: Question {
  /// The algorithm by its name; `nil` for all.
  public var name: String?

  /// What the question is.
  public static let summary = QuestionSummary(
    id: "algorithms", title: "Algorithms",
    meaning: "Lists the algorithms, or shows one's definition, options, cost and source.")

  /// Its options.
  public static var parameters: [Parameter<AlgorithmListing>] {
    [.text("name", \.name, "An algorithm by its name; all where none is named.")]
  }

  /// All algorithms, or one by its name.
  public init(_ name: String? = nil) { self.name = name }

  /// Looks algorithms up; the study may be empty.
  ///
  /// - Throws: That there is no such algorithm, with the nearest.
  public func answer(in study: Study) throws(QuestionError) -> Answer {
    let index = AlgorithmIndex()
    guard let name else {
      let table = table(of: index.entries)
      return Answer(manifest: nil, body: AnswerSection([.table(table), records(of: index.entries)]), sheet: table)
    }
    guard let entry = index.entry(id: name) else {
      let near = NearestNames(to: name, among: index.entries.map(\.summary.id)).first
      throw .unfit(Phrase("there is no algorithm '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "")))
    }
    var body = AnswerSection([.table(definition(of: entry)), records(of: [entry])])
    if !entry.parameters.isEmpty { body.add(parameters(of: entry)) }
    return Answer(manifest: nil, body: body, sheet: table(of: [entry]))
  }

  private func table(of entries: [AlgorithmIndex.Entry]) -> AnswerTable {
    var table = AnswerTable(
      "index", title: "Algorithms", statement: Phrase([.remedy(.define)]),
      columns: [.words("family"), .words("name"), .words("what it tells"), .words("signs")], for: .people)
    var family: AlgorithmFamily?
    for summary in entries.map(\.summary) {
      table.add([
        summary.family == family ? .absent : .text(summary.family.rawValue), .text(summary.id), .text(summary.meaning),
        .text(summary.signs.rawValue),
      ])
      family = summary.family
    }
    return table
  }

  private func definition(of entry: AlgorithmIndex.Entry) -> AnswerTable {
    let summary = entry.summary
    var table = AnswerTable(
      "definition", title: "\(summary.title) (\(summary.id))", statement: Phrase(summary.meaning),
      columns: [.words("what", ""), .words("is", "")], for: .people)
    func add(_ what: String, _ cell: Cell) { table.add([.text(what), cell]) }
    add("definition", .text(summary.formula))
    add("family", .text(summary.family.rawValue))
    add("signs", .text(summary.signs.rawValue))
    add("cost", .text(summary.complexity))
    add("source", .text(summary.source))
    add("command", .remedy(.run(algorithm: summary.id)))
    add("example", .remedy(.tryOut(algorithm: summary.id)))
    return table
  }

  private func parameters(of entry: AlgorithmIndex.Entry) -> AnswerTable {
    var table = AnswerTable(
      "options",
      columns: [.words("parameter"), .words("values"), .words("default"), .words("what it does")], for: .people)
    for parameter in entry.parameters {
      table.add([
        .text(parameter.name), .text(parameter.values.description), standard(of: parameter) ?? .text("must be given"),
        .text(parameter.help),
      ])
    }
    return table
  }

  /// The default; one seed serves a whole run. `nil` where there is none.
  private func standard(of parameter: AlgorithmParameter) -> Cell? {
    parameter.values == .seed ? .remedy(.setSeed) : parameter.standard.map { .text($0) }
  }

  private func records(of entries: [AlgorithmIndex.Entry]) -> AnswerSection.Block {
    .sections("algorithms", entries.map(record))
  }

  private func record(of entry: AlgorithmIndex.Entry) -> AnswerSection {
    let summary = entry.summary
    var section = AnswerSection()
    section.add("id", .text(summary.id))
    section.add("title", .text(summary.title))
    section.add("family", .text(summary.family.rawValue))
    section.add("meaning", .text(summary.meaning))
    section.add("formula", .text(summary.formula))
    section.add("signs", .text(summary.signs.rawValue))
    section.add("complexity", .text(summary.complexity))
    section.add("source", .text(summary.source))
    section.add("command", .remedy(.run(algorithm: summary.id)))
    section.add("example", .remedy(.tryOut(algorithm: summary.id)))
    let parameters = entry.parameters.map { parameter -> Cell in
      .record([
        Field("name", .text(parameter.name)), Field("values", .text(parameter.values.description)),
        Field("standard", standard(of: parameter) ?? .absent), Field("help", .text(parameter.help)),
      ])
    }
    section.add("parameters", .list(parameters))
    return section
  }
}
