import ActorModel
import NetworkFormats
import Testing

@testable import ActorAnalysis
@testable import Answers
@testable import NetworkDrawing

/// A new field is a stored property, a line of the table and a test: a copy of the table with one more line of relations,
/// actors and sources shows up in every form without another change.
@Suite struct NewFieldTests {
  private static let words = "for partners only"

  /// The package's tables with a text `handling` and, of relations, a number `plausibility`.
  ///
  /// A test cannot add a stored property: the new fields are kept where `note` and `confidence` are, and these leave the
  /// tables, so that nothing but the new lines can bring the values out under the new keys.
  private static let fields: NetworkFields = {
    var fields = NetworkFields.standard
    let help = "Who may be shown it."
    fields.relation = fields.relation
      .with(RecordField("handling", .text, \Relation.note, help), insteadOf: "note")
      .with(
        RecordField("plausibility", .probability, \Relation.confidence, "How plausible it is, 0 to 1."),
        insteadOf: "confidence")
    fields.actor = fields.actor.with(RecordField("handling", .text, \Actor.note, help), insteadOf: "note")
    fields.source = fields.source.with(RecordField("handling", .text, \Source.note, help), insteadOf: "note")
    return fields
  }()

  private var fields: NetworkFields { Self.fields }

  private var readOptions: ReadOptions {
    var options = ReadOptions()
    options.fields = fields
    return options
  }

  private var writeOptions: WriteOptions {
    var options = WriteOptions()
    options.fields = fields
    return options
  }

  /// Two actors and a tie between them, all with the new fields.
  private func network(_ words: String = words, plausibility: Double = 0.25) throws -> ActorNetwork {
    var content = NetworkContent(id: "n")
    var actor = Actor(id: "A", name: "Alpha")
    actor.note = words
    content.actors = [actor, Actor(id: "B", name: "Beta")]
    var source = Source(id: "s")
    source.note = words
    content.sources = [source]
    var relation = Relation(id: "R", ends: .directed(from: "A", to: "B"), type: "aids")
    relation.note = words
    relation.confidence = plausibility
    relation.evidence = [Evidence(source: "s")]
    content.relations = [relation]
    return try ActorNetwork(content)
  }

  private func text(_ network: ActorNetwork, in format: String) throws -> String {
    String(decoding: try written(network, format).bytes, as: UTF8.self)
  }

  private func written(_ network: ActorNetwork, _ format: String) throws -> ExportedNetwork {
    try #require(FormatRegistry().writer(id: format)).write(network, options: writeOptions)
  }

  @Test(arguments: ["network", "network-json"])
  func `it is written to a network file and read from it`(_ format: String) throws {
    let network = try network()
    let written = try written(network, format)
    let text = String(decoding: written.bytes, as: UTF8.self)
    #expect(text.contains("handling"))
    #expect(text.contains("plausibility"))
    let file = InputFile(name: format == "network" ? "n.yaml" : "n.json", bytes: written.bytes)
    #expect(try FormatRegistry().read(file, options: readOptions).network == network)
    #expect(throws: Diagnostics.self) { try FormatRegistry().read(file) }
  }

  @Test func `the schema has it with its help`() {
    let schema = NetworkFileSchema(fields: fields).text
    #expect(schema.components("\"handling\"") == 3)
    #expect(schema.components("\"plausibility\"") == 1)
    #expect(schema.contains("How plausible it is, 0 to 1."))
  }

  @Test(arguments: ["graphml", "gexf"])
  func `GraphML and GEXF carry it`(_ format: String) throws {
    let network = try network()
    let written = try written(network, format)
    let text = String(decoding: written.bytes, as: UTF8.self)
    #expect(text.contains("actorgraph.edge.handling"))
    #expect(text.contains("actorgraph.edge.plausibility"))
    #expect(text.contains("actorgraph.node.handling"))
    #expect(written.losses.isEmpty)
    let back = try FormatRegistry().read(InputFile(name: "n.\(format)", bytes: written.bytes), options: readOptions)
    #expect(back.network == network)
  }

  @Test func `tables have a column for it`() throws {
    let network = try network()
    let written = try written(network, "csv")
    let nodes = try #require(written.additionalFiles.first)
    let header = try #require(String(decoding: written.bytes, as: UTF8.self).split(separator: "\n").first)
    #expect(header == "Source,Target,Type,Weight,Id,Relation,Plausibility,Handling")
    #expect(String(decoding: nodes.bytes, as: UTF8.self).hasPrefix("Id,Label,Handling\n"))
    var options = readOptions
    options.table.nodes = InputFile(name: "n-nodes.csv", bytes: nodes.bytes)
    let back = try FormatRegistry().read(InputFile(name: "n.csv", bytes: written.bytes), options: options).network
    #expect(back.actors == network.actors)
    #expect(back.relations.map(\.note) == [Self.words])
    #expect(back.relations.map(\.confidence) == [0.25])
  }

  @Test(arguments: ["node-link", "jgf", "gml", "dot"])
  func `formats whose nodes and edges have free values hold it`(_ format: String) throws {
    let network = try network()
    let written = try written(network, format)
    let text = String(decoding: written.bytes, as: UTF8.self)
    #expect(text.contains("handling"))
    #expect(text.contains("plausibility"))
    let back = try FormatRegistry().read(
      InputFile(name: "n", bytes: written.bytes), format: format, options: readOptions
    ).network
    #expect(back.relations.map(\.note) == [Self.words])
    #expect(back.relations.map(\.confidence) == [0.25])
    #expect(back.actor("A")?.note == Self.words)
  }

  @Test func `a format without a place for it says so`() throws {
    let losses = try written(try network(), "pajek").losses
    #expect(losses.contains("handling of 1 relation"))
    #expect(losses.contains("plausibility of 1 relation"))
    #expect(losses.contains("handling of 1 actor"))
  }

  @Test func `a merge unites it and reports where two networks disagree`() throws {
    let merge = NetworkMerge(fields: fields)
    let merged = try merge.merge(try network(), try network("for all", plausibility: 0.5))
    #expect(
      merged.conflicts.map { "\($0.record) \($0.field): \($0.first), \($0.second)" } == [
        "source handling: for partners only, for all", "actor handling: for partners only, for all",
        "relation plausibility: 0.25, 0.5", "relation handling: for partners only, for all",
      ])
    #expect(merged.network.relations[0].attributes.map(\.key) == ["plausibility (n)", "handling (n)"])
    var silent = try network().content
    silent.relations[0].note = nil
    #expect(try merge.merge(try ActorNetwork(silent), try network()).network.relations[0].note == Self.words)
  }

  @Test func `a comparison tells how it changed`() throws {
    var comparison = NetworkComparison(by: [])
    comparison.fields = fields
    func graph(_ network: ActorNetwork) throws -> ProjectedGraph {
      try Projection().graph(of: Snapshot(of: network, SnapshotQuery()))
    }
    let result = try comparison.run(try graph(try network()), try graph(try network("for all", plausibility: 0.5)))
    let handling = FieldChange(field: "handling", before: Self.words, after: "for all")
    #expect(
      result.relations.changed.map(\.fields) == [
        [FieldChange(field: "plausibility", before: "0.25", after: "0.5"), handling]
      ])
    #expect(result.actorsChanged.map(\.fields) == [[handling]])
    #expect(result.sources.changed.map(\.fields) == [[handling]])
  }

  @Test func `lookups and listings show it`() throws {
    let yaml = try text(try network(), in: "network")
    var study = try Study(of: InputFile(name: "n.yaml", bytes: Array(yaml.utf8)), options: readOptions)
    study.fields = fields
    let relation = try Lookup("R").answer(in: study)
    let statement = try #require(relation.body.value("statements")?.elements.first)
    #expect(statement["handling"] == .text(Self.words))
    #expect(statement["plausibility"] == .number(0.25))
    #expect(relation.headings.contains("handling: for partners only"))
    #expect(relation.sheet?.columns.contains { $0.key == "handling" } == true)
    for (subject, key) in [("A", "actor"), ("s", "source")] {
      let answer = try Lookup(subject).answer(in: study)
      #expect(answer.body.value(key)?["handling"] == .text(Self.words))
      #expect(answer.headings.contains("handling: for partners only"))
    }
    for subject in [Listing.Subject.actors, .relations, .sources] {
      let sheet = try #require(try Listing(of: subject).answer(in: study).sheet)
      let column = try #require(sheet.columns.firstIndex { $0.key == "handling" }, "\(subject)")
      #expect(sheet.rows[0][column] == .text(Self.words))
    }
  }

  @Test func `tooltips show it`() throws {
    let network = try network()
    let tooltips = Tooltips(snapshot: Snapshot(of: network, SnapshotQuery()), fields: fields)
    #expect(tooltips.text(of: network.relations[0]).contains("plausibility: 0.25\nhandling: for partners only"))
    #expect(tooltips.text(of: network.actors[0], tieCount: 1).contains("handling: for partners only"))
  }
}

extension String {
  /// How often a part stands in the text.
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}

extension Answer {
  /// The sentences below its headings.
  fileprivate var headings: [String] {
    body.blocks.flatMap { block in
      if case .heading(let heading) = block { heading.notes.map(\.plain) } else { [String]() }
    }
  }
}
