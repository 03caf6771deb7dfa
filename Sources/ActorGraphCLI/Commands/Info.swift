import ActorGraph
import ArgumentParser

/// Counts what a network holds.
struct Info: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count what a network holds, and what it looks like as of a day.",
    discussion: """
      Actors, relations and sources count the whole file; the graph is that of the day and the statements looked at.
      Example:
        actorgraph info Graphs/moscow-kabul.yaml --at 2025-07-08
      """)

  @Argument(help: "The network.")
  var file: String

  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Statements") var view: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  var plan: OutputPlan { OutputPlan(reading: [file], reading, writing: [output.planned]) }

  func execute() throws(CommandFailure) {
    let session = Session("info", run)
    let input = try session.read(file, reading)
    let projected = try session.project(input, view, at: time.time)
    session.begin("counting")
    let summary: NetworkSummary
    do {
      summary = try NetworkSummary(of: projected, in: session.context)
    } catch {
      throw CommandFailure(error, in: projected)
    }
    if output.chosenFormat == .json {
      try output.write(
        JSONResult.text(Record(Manifest(session, [input], [projected]), ImportRecord(input.report), summary)))
    } else {
      if output.chosenFormat == .csv { session.note(ViewText.remarks([projected])) }
      try output.write([table(summary, projected, input)])
    }
  }

  private func table(_ summary: NetworkSummary, _ projected: ProjectedGraph, _ input: NetworkInput) -> Table {
    var table = Table(
      input.network.title, statement: ViewText.sentence(projected), columns: [.words("what"), .numbers("count")])
    table.add(["actors", "\(summary.actors)"])
    for kind in summary.actorsByKind { table.add(["  \(kind.name)", "\(kind.count)"]) }
    table.add(["relations", "\(summary.relations)"])
    for status in summary.relationsByStatus { table.add(["  \(status.name)", "\(status.count)"]) }
    for sign in summary.relationsBySign { table.add(["  \(sign.name)", "\(sign.count)"]) }
    table.add(["  disputed", "\(summary.disputedRelations)"])
    table.add(["  undated", "\(summary.undatedRelations)"])
    table.add(["sources", "\(summary.sources)"])
    table.add(["  independent of each other", "\(summary.independentSources)"])
    table.add(["first date", summary.firstDay?.description ?? "none"])
    table.add(["last date", summary.lastDay?.description ?? "none"])
    table.add(["graph: nodes", "\(summary.nodes)"])
    table.add(["graph: edges", "\(summary.edges)"])
    table.add(["graph: components", "\(summary.components)"])
    table.add(["graph: actors in the largest", "\(summary.largestComponent)"])
    table.add(["graph: actors without ties", "\(summary.isolates)"])
    table.add(["graph: density", NumberText.score(summary.density)])
    return table
  }

  private struct Record: Encodable {
    struct Graph: Encodable {
      let nodes: Int
      let edges: Int
      let relations: Int
      let largestComponent: Int
      let isolates: Int
    }

    let manifest: Manifest
    let `import`: ImportRecord
    let actors: Int
    let relations: Int
    let sources: Int
    let independentSources: Int
    let disputed: Int
    let undated: Int
    let statuses: [String: Int]
    let signs: [String: Int]
    let kinds: [String: Int]
    let firstDate: String?
    let lastDate: String?
    let directed: Bool
    let components: Int
    let density: Double
    let graph: Graph

    init(_ manifest: Manifest, _ report: ImportRecord, _ summary: NetworkSummary) {
      self.manifest = manifest
      `import` = report
      actors = summary.actors
      relations = summary.relations
      sources = summary.sources
      independentSources = summary.independentSources
      disputed = summary.disputedRelations
      undated = summary.undatedRelations
      statuses = Self.counts(summary.relationsByStatus)
      signs = Self.counts(summary.relationsBySign)
      kinds = Self.counts(summary.actorsByKind)
      firstDate = summary.firstDay?.description
      lastDate = summary.lastDay?.description
      directed = summary.isDirected
      components = summary.components
      density = summary.density
      graph = Graph(
        nodes: summary.nodes, edges: summary.edges, relations: summary.relationsInGraph,
        largestComponent: summary.largestComponent, isolates: summary.isolates)
    }

    private static func counts(_ counted: [CountedName]) -> [String: Int] {
      Dictionary(counted.map { ($0.name, $0.count) }, uniquingKeysWith: { first, _ in first })
    }
  }
}
