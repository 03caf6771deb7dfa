import ActorGraph
import ArgumentParser

/// Follows measures over time.
struct TimelineCommand: AnalystCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Follow actors, single ties, the whole network and its blocs over time; say when they changed, and why.",
    usage: """
      actorgraph timeline FILE --every day|month|quarter|year|change [--from DATE] [--to DATE] [options]
             actorgraph timeline --frames DATE=FILE DATE=FILE… [options]
             actorgraph timeline FILE --frames-by COLUMN [options]
      """,
    discussion: """
      CSV, JSON and Markdown hold one row for each date, actor and measure; a row without an actor is about the whole
      network. The table on the terminal has a row for each date on which something changed; --layout long turns that.
      A measure is one of rank's, with its parameters, or a number of the whole network:
        \(NetworkMeasure.allCases.map(\.rawValue).joined(separator: ", "))
      network stands for all of these, all for all of rank's.
      Examples:
        actorgraph timeline Graphs/moscow-kabul.yaml --every quarter \\
          --from 2021 --measure betweenness --ledger given
        actorgraph timeline population.csv --frames-by year --tie AFG:IRN [options]
      """)

  @Argument(help: "The network; none where --frames names files.")
  var file: String?

  @Option(name: .customLong("measure"), help: "A measure with its parameters; repeat for more.")
  var measures: [String] = []

  @Option(name: .customLong("tie"), help: "FROM:TO, a tie whose strength is followed; repeat for more.")
  var ties: [String] = []

  @Option(name: .customLong("actor"), help: "Only the rows of this actor: id, name or alias; repeat for more.")
  var actors: [String] = []

  @Option(help: "The account of blocs: given for those of the file, or a method of groups that finds them.")
  var ledger: String?

  @Option(name: .customLong("change-points"), help: "What changes are looked for: mean, mean-variance, none.")
  var changeCost: TimeSeries.ChangeSearch = .mean

  @Option(help: "What a change point costs, in squared standard deviations; by default 2 ln n (mean-variance: 3 ln n).")
  var penalty: Double?

  @Option(name: .customLong("min-segment"), help: "How many dates a level lasts at least.")
  var leastSegment = Timeline.standardChangePoints.minimumLength

  @Option(help: "How many actors and change points a table shows; CSV and JSON hold all.")
  var top = 6

  @Option(help: "Rows of date, actor, measure (long), or a row for each date (wide).")
  var layout: TimeSeries.Layout?

  @Option(name: .customLong("search-limit"), help: "How many steps the proof of the least frustration may take.")
  var searchLimit = 50_000

  @Option(help: "What a tie weighs in the frustration: its strength, or count for 1; by default strength.")
  var weighing: TieWeighing?

  @OptionGroup(title: "Series") var time: SeriesOptions
  @OptionGroup(title: "Statements") var view: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  mutating func validate() throws {
    if top < 1 { throw ValidationError("--top is 1 or more") }
    if searchLimit < 0 { throw ValidationError("--search-limit is 0 or more") }
    if leastSegment < 1 { throw ValidationError("--min-segment is 1 or more") }
    if let penalty, !(penalty >= 0 && penalty.isFinite) { throw ValidationError("--penalty is 0 or more") }
  }

  var plan: OutputPlan {
    OutputPlan(reading: [file].compactMap(\.self) + time.frameFiles.map(\.path), reading, writing: [output.planned])
  }

  func execute() throws(CommandFailure) {
    let session = Session("timeline", run)
    var question = TimeSeries(of: time.states, view: view.view(.last))
    question.measures = measures
    question.ties = ties
    question.actors = actors
    question.ledger = ledger
    question.changeSearch = changeCost
    question.penalty = penalty
    question.leastSegment = leastSegment
    question.searchLimit = searchLimit
    question.weighing = weighing?.weighing ?? .automatic
    // A CSV holds neither changes nor blocs, and does not wait for what it does not hold.
    question.valuesOnly = output.chosenFormat == .csv
    question.layout = layout ?? (output.chosenFormat == .markdown ? .long : .wide)
    question.top = top
    try CommandFailure.wording { () throws(QuestionError) in try question.check() }
    try session.answer(question, of: try time.read(file, session, reading), to: output)
  }
}

extension TimeSeries.Layout: ExpressibleByArgument {}
extension TimeSeries.ChangeSearch: ExpressibleByArgument {}
