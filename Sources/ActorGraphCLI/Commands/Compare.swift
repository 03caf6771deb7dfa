import ActorGraph
import ArgumentParser

/// Compares two states of a network.
struct Compare: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what changed between two files, or between two times of one file, and why.",
    usage: "actorgraph compare OLD NEW [options]\n       actorgraph compare FILE --from TIME --to TIME [options]",
    discussion: """
      Actors and relations added and ended, ties that changed sign, how rankings moved and because of what,
      who changed company, and how far the networks are apart. A time is a day, a window FROM..TO, or with
      --frames-by the label of a frame.
      Examples:
        actorgraph compare Graphs/moscow-kabul.yaml --from 2024-12-31 --to 2025-07-08
        actorgraph compare Graphs/moscow-kabul.yaml --from 2024..2025 \\
          --to 2025..2026 --by dyad --measure degree
      """)

  /// What a row of changes is about.
  enum Unit: String, CaseIterable, ExpressibleByArgument {
    case relation, dyad
  }

  @Argument(help: "The network before, and the network after if it is another file.")
  var files: [String]

  @Option(
    name: .customLong("from"),
    help: "The day, window or frame before, for a comparison inside one file; of two files, the day of the first.")
  var from: String?

  @Option(
    name: .customLong("to"),
    help: "The day, window or frame after, for a comparison inside one file; of two files, the day of the second.")
  var to: String?

  @Option(
    name: .customLong("frames-by"),
    help: "The column or attribute of the ties that says which frame they belong to; --from and --to then name frames.")
  var frameAttribute: String?

  @Flag(name: .customLong("known-then"), help: "Each side as it could be known on its last day.")
  var knownThen = false

  @Option(help: "What a row of changes is about: each relation, or each pair of actors with all that is between them.")
  var by: Unit = .relation

  @Option(name: .customLong("measure"), help: "A measure whose ranking is compared; repeat for more.")
  var measures: [String] = []

  @Option(help: "How many moves a table shows.")
  var top = 15

  @Option(
    help: """
      Pairs of random orders in which changes are made to say why ranks moved; 0 for no explanation. \
      By default 25, and none above \(Compare.changeLimit) changes.
      """)
  var samples: Int?

  @Option(
    help: """
      Random sets of changes drawn to say whether ranks moved more than by chance; 0 for no test. \
      By default 199, and none above \(Compare.relationLimit) relations.
      """)
  var draws: Int?

  @Option(help: "How blocs are found: a method with its parameters, given for those of the file, or none.")
  var blocs = "leiden"

  @Flag(name: .customLong("all-distances"), help: "The costly distances for large networks too.")
  var allDistances = false

  @OptionGroup(title: "Statements") var view: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  /// The most changes that are shared out among moves unasked.
  static let changeLimit = 200
  /// The most relations whose changes are drawn at random unasked.
  static let relationLimit = 2_000

  mutating func validate() throws {
    if top < 1 { throw ValidationError("--top is 1 or more") }
    if let samples, samples < 0 || samples == 1 { throw ValidationError("--samples is 0, or 2 or more") }
    if let draws, draws < 0 { throw ValidationError("--draws is 0 or more") }
    switch files.count {
    case 1:
      guard from != nil, to != nil else {
        throw ValidationError("one file is compared between two times: add --from TIME --to TIME")
      }
    case 2:
      if frameAttribute != nil { throw ValidationError("--frames-by compares frames of one file") }
    default: throw ValidationError("compare takes one file or two")
    }
    // A time that is none is a slip of the pen, whatever else there is to say.
    if frameAttribute == nil {
      for text in [from, to].compactMap(\.self) {
        do { _ = try DateArgument.time(text) } catch { throw ValidationError("'\(text)' is no time: \(error)") }
      }
    }
  }

  var plan: OutputPlan { OutputPlan(reading: files, reading, writing: [output.planned]) }

  func execute() throws(CommandFailure) {
    let session = Session("compare", run)
    let choices = try MeasureTexts.choices(measures, standard: ["betweenness", "harmonic", "pagerank"], seed: run.seed)
    let analysis = try blocs == "none" ? nil : BlocAnalysis(by: BlocMethod.chosen(blocs, run, command: "compare"))
    var inputs: [NetworkInput] = []
    for file in files { inputs.append(try session.read(file, reading)) }
    for input in inputs {
      do { try analysis?.method.check(in: input.network) } catch { throw .usage(error.description) }
    }
    let old = try project(inputs[0], from, inputs, session)
    let new = try project(inputs[inputs.count - 1], to, inputs, session)
    var comparison = NetworkComparison(by: choices)
    comparison.attributionPairs = samples == 0 ? nil : samples ?? 25
    comparison.attributionLimit = samples == nil ? Self.changeLimit : .max
    // Ties of an actor with itself are drawn as well, though no edge comes of them.
    let largest = [old, new].map { $0.relationCount + $0.droppedLoopCount }.max() ?? 0
    comparison.chanceDraws = draws ?? (largest <= Self.relationLimit ? 199 : 0)
    comparison.blocs = analysis
    comparison.blocs?.seed = run.seed
    comparison.distances.isUnlimited = allDistances
    comparison.seed = run.seed
    session.begin("comparing")
    let result: ComparisonResult
    do {
      result = try comparison.run(old, new, in: session.context)
    } catch {
      throw CommandFailure(error, in: new)
    }
    switch output.chosenFormat {
    case .json:
      try output.write(JSONResult.text(CompareRecord(Manifest(session, inputs, [old, new]), choices, result)))
    case .csv:
      session.note(ViewText.remarks([old, new]) + CompareTables.remarks(result))
      try output.write(csv: CompareTables.csv(result))
    case .table, .markdown:
      let tables = CompareTables(result: result, choices: choices, old: old, new: new, top: top)
      try output.write(tables.all(by: by, isExplained: comparison.attributionPairs != nil))
    }
  }

  private func project(
    _ input: NetworkInput, _ text: String?, _ inputs: [NetworkInput], _ session: Session
  ) throws(CommandFailure) -> ProjectedGraph {
    if let frameAttribute, let text { return try frame(text, by: frameAttribute, of: input, session) }
    let time: SnapshotQuery.Time
    do { time = try text.map(DateArgument.time) ?? .last } catch { throw .usage("\(error)") }
    var view = view
    if knownThen {
      let last = Snapshot(of: input.network, SnapshotQuery(time: time)).referenceDay
      view.knownBy = [view.knownBy, last].compactMap { $0 }.min()
    }
    return try session.project(input, view, at: time, besides: inputs)
  }

  private func frame(
    _ label: String, by attribute: String, of input: NetworkInput, _ session: Session
  ) throws(CommandFailure) -> ProjectedGraph {
    let query = try view.query(.last, names: [input.network])
    let series: SnapshotSeries
    do throws(FrameProblem) {
      series = try SnapshotSeries(
        of: input.network, by: attribute, knowledge: knownThen ? .asOfEachDate : .fixed, query: query)
    } catch {
      throw .usage(error.description)
    }
    let wanted = FrameDate(label)
    guard let frame = series.frames.first(where: { $0.date.isSame(as: wanted) }) else {
      let labels = series.frames.map(\.date.label)
      let near = NearestNames(to: label, among: Set(labels)).prefix(3)
      throw .usage(
        "there is no frame '\(label)'; "
          + (near.isEmpty
            ? "frames are \(labels.joined(separator: ", "))" : "did you mean \(near.joined(separator: " or "))?"))
    }
    do {
      return try view.projection.graph(of: frame.snapshot)
    } catch {
      throw .data(["\(input.path): \(error)"])
    }
  }
}
