import ActorGraph
import ArgumentParser

/// Divides the actors into blocs.
struct Groups: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Divide the actors into blocs, and say how balanced friendly and hostile ties are.",
    discussion: """
      Besides algorithms a method may be what the file says: given takes its
      blocs, kind its kinds of actor, attribute/NAME the values of an attribute.
      Examples:
        actorgraph groups Graphs/moscow-kabul.yaml --at 2025-07-08
        actorgraph groups Graphs/moscow-kabul.yaml --method leiden:resolution=0.8
        actorgraph groups Graphs/moscow-kabul.yaml --against given
        actorgraph groups Graphs/moscow-kabul.yaml --weighing count
      """)

  @Argument(help: "The network.")
  var file: String

  @Option(help: "How blocs are found: a method with its parameters, or given for those of the file.")
  var method = "leiden"

  @Option(help: "Another method, whose blocs these are compared with.")
  var against: String?

  @Option(help: "What a tie weighs in the frustration: its strength, or count for 1; by default strength.")
  var weighing: TieWeighing?

  @Option(
    name: .customLong("search-limit"),
    help: """
      How many steps the proof of the least frustration may take, some 100,000 a second; 0 for a quick bound. By default \
      \(BlocAnalysis.standardSearchLimit).
      """)
  var searchLimit: Int?

  @Option(
    name: .customLong("proof-seconds"),
    help: "Seconds that the proof may take instead; where it ends for want of time, another run may say otherwise.")
  var proofSeconds: Int?

  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Statements") var view: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  mutating func validate() throws {
    if let searchLimit, searchLimit < 0 { throw ValidationError("--search-limit is 0 or more") }
    if let proofSeconds, !(1...86_400).contains(proofSeconds) {
      throw ValidationError("--proof-seconds is 1 to 86400")
    }
    if searchLimit != nil && proofSeconds != nil {
      throw ValidationError("--search-limit and --proof-seconds are two limits of one search; give one")
    }
  }

  var plan: OutputPlan { OutputPlan(reading: [file], reading, writing: [output.planned]) }

  func execute() throws(CommandFailure) {
    let session = Session("groups", run)
    let preset = preset
    var analysis = BlocAnalysis(by: try BlocMethod.chosen(method, run, command: "groups", preset: preset))
    if let weighing { analysis.weighing = weighing.weighing }
    if let searchLimit { analysis.searchLimit = searchLimit }
    analysis.proofSeconds = proofSeconds
    analysis.seed = run.seed
    let other = try against.map { text throws(CommandFailure) in
      try BlocMethod.chosen(text, run, command: "groups", preset: preset)
    }
    let input = try session.read(file, reading)
    for way in [analysis.method, other].compactMap(\.self) {
      do { try way.check(in: input.network) } catch { throw .usage(error.description) }
    }
    let projected = try session.project(input, view, at: time.time)
    let result: BlocResult
    var comparison: BlocLikeness?
    session.begin("blocs by \(method)")
    do throws(AlgorithmError) {
      result = try analysis.run(on: projected, in: session.context)
      if let other, let against {
        comparison = BlocLikeness(
          against: against,
          likeness: try PartitionComparison(
            result.partition, try other.partition(of: projected, needed: true, session.context)))
      }
    } catch {
      throw CommandFailure(error, in: projected)
    }
    switch output.chosenFormat {
    case .json:
      try output.write(
        JSONResult.text(GroupsRecord(Manifest(session, [input], [projected]), method, result, comparison)))
    case .csv:
      session.note(ViewText.remarks([projected]))
      try output.write(csv: GroupTables.csv(result))
    case .table, .markdown: try output.write(GroupTables.tables(result, method, comparison, projected))
    }
  }
}

extension Groups {
  /// What a method that looks for camps takes from the options where its own text says nothing.
  private var preset: [AlgorithmOption] {
    let options = [
      "weighing": weighing?.rawValue, "search-limit": searchLimit.map { "\($0)" },
      "proof-seconds": proofSeconds.map { "\($0)" },
    ]
    return options.compactMap { name, value in value.map { AlgorithmOption(name: name, value: $0) } }
  }
}

/// What a tie weighs in the frustration, on the command line.
enum TieWeighing: String, CaseIterable, ExpressibleByArgument {
  case strength, count

  var weighing: SignedWeighing { self == .strength ? .strength : .count }
}

/// How alike the blocs and those of another method are.
struct BlocLikeness {
  let against: String
  let likeness: PartitionComparison
}
