import ActorGraph
import ArgumentParser

/// Divides the actors into blocs.
struct Groups: AnalysisCommand {
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
  var method = Grouping().method

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
  @OptionGroup(title: "Statements") var statements: ProjectionOptions
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

  func execute() throws(CommandFailure) {
    var question = Grouping(by: method, view: view)
    question.against = against
    if let weighing { question.weighing = weighing.weighing }
    question.searchLimit = searchLimit
    question.proofSeconds = proofSeconds
    try answer(question)
  }
}

/// What a tie weighs in the frustration, on the command line.
enum TieWeighing: String, CaseIterable, ExpressibleByArgument {
  case strength, count

  var weighing: SignedWeighing { self == .strength ? .strength : .count }
}
