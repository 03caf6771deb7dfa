import ActorAnalysis
import ActorModel
import GraphCore
import NetworkFormats

/// What a network holds, and what it looks like as of a day.
public struct NetworkOverview: Question {
  /// What is looked at.
  public var view: StudyView

  /// What the question is.
  public static let summary = QuestionSummary(
    id: "info", title: "Overview", meaning: "Counts what a network holds, and what it looks like as of a day.")

  /// It has no options of its own.
  public static var parameters: [Parameter<NetworkOverview>] { [] }

  /// An overview of a view.
  public init(view: StudyView = StudyView()) { self.view = view }

  /// Counts the first network of a study.
  ///
  /// - Throws: That there is no such source or type; what the projection throws; that the run was cancelled.
  public func answer(in study: Study) throws(QuestionError) -> Answer {
    let input = study.inputs[0]
    let projected = try study.graph(view)
    study.begin("counting")
    let summary: NetworkSummary
    do { summary = try NetworkSummary(of: projected, in: study.context) } catch {
      throw QuestionError(error, in: projected)
    }
    let shown = table(summary, title: input.network.title, projected)
    return Answer(
      manifest: Manifest(Self.summary.id, of: study, [projected]),
      body: AnswerSection(
        [.table(shown), .section("import", ImportSection(of: input.report).section)] + values(summary)),
      sheet: shown, remarks: ViewDescription.remarks(on: [projected]))
  }

  private func table(_ summary: NetworkSummary, title: String, _ projected: ProjectedGraph) -> AnswerTable {
    var table = AnswerTable(
      "counts", title: "\(title)", statement: "\(ViewDescription(of: projected).sentence)",
      columns: [.words("what"), .numbers("count")], for: .people)
    func add(_ what: String, _ cell: Cell) { table.add([.text(what), cell]) }
    add("actors", .count(summary.actors))
    for kind in summary.actorsByKind { add("  \(kind.name)", .count(kind.count)) }
    add("relations", .count(summary.relations))
    for status in summary.relationsByStatus { add("  \(status.name)", .count(status.count)) }
    for sign in summary.relationsBySign { add("  \(sign.name)", .count(sign.count)) }
    add("  disputed", .count(summary.disputedRelations))
    add("  undated", .count(summary.undatedRelations))
    add("sources", .count(summary.sources))
    add("  independent of each other", .count(summary.independentSources))
    add("first date", .text(summary.firstDay?.description ?? "none"))
    add("last date", .text(summary.lastDay?.description ?? "none"))
    add("graph: nodes", .count(summary.nodes))
    add("graph: edges", .count(summary.edges))
    add("graph: components", .count(summary.components))
    add("graph: actors in the largest", .count(summary.largestComponent))
    add("graph: actors without ties", .count(summary.isolates))
    add("graph: density", .number(summary.density))
    return table
  }

  private func values(_ summary: NetworkSummary) -> [AnswerSection.Block] {
    let fields = [
      Field("actors", .count(summary.actors)), Field("relations", .count(summary.relations)),
      Field("sources", .count(summary.sources)), Field("independentSources", .count(summary.independentSources)),
      Field("disputed", .count(summary.disputedRelations)), Field("undated", .count(summary.undatedRelations)),
      Field("statuses", counts(summary.relationsByStatus)), Field("signs", counts(summary.relationsBySign)),
      Field("kinds", counts(summary.actorsByKind)),
      Field("firstDate", .text(optional: summary.firstDay?.description)),
      Field("lastDate", .text(optional: summary.lastDay?.description)), Field("directed", .flag(summary.isDirected)),
      Field("components", .count(summary.components)), Field("density", .number(summary.density)),
      Field(
        "graph",
        .record([
          Field("nodes", .count(summary.nodes)), Field("edges", .count(summary.edges)),
          Field("relations", .count(summary.relationsInGraph)),
          Field("largestComponent", .count(summary.largestComponent)), Field("isolates", .count(summary.isolates)),
        ])),
    ]
    return fields.map { .field($0) }
  }

  private func counts(_ counted: [CountedName]) -> Cell {
    .record(counted.map { Field($0.name, .count($0.count)) })
  }
}
