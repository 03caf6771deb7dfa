import ActorGraph
import ArgumentParser

/// Finds routes between two actors.
struct Paths: AnalysisCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the best routes from one actor to another, what each step rests on, and what cuts them.",
    discussion: """
      Objectives:
        shortest        fewest steps
        strongest       least sum of 1/strength
        widest          strongest weakest tie
        most-reliable   highest product of confidences; statements of a step that
                        share a source count once
      Objectives that respect time take each tie on a day on which it holds, one
      after another, over all the time of the file or --window FROM..TO:
        earliest          arrives as early as can be
        fewest-hops       fewest steps, then earliest
        latest-departure  leaves as late as can be and still arrives
      A method asks an algorithm instead; some lead to all actors and need no
      --to. The command algorithms lists them.
      Examples:
        actorgraph paths Graphs/moscow-kabul.yaml --from Russia --to EU
        actorgraph paths Graphs/moscow-kabul.yaml --from RUS --to EU --status fact
        actorgraph paths Graphs/moscow-kabul.yaml --from RUS --to EU \\
          --objective earliest
        actorgraph paths Graphs/moscow-kabul.yaml --from RUS --method dominator-tree
      """)

  @Argument(help: "The network.")
  var file: String

  @Option(name: .customLong("from"), help: "The actor that routes start from: id, name or alias.")
  var from: String

  @Option(name: .customLong("to"), help: "The actor that routes lead to: id, name or alias.")
  var to: String?

  @Option(help: "An algorithm with its parameters instead: minimum-cut, all-shortest-paths:limit=20.")
  var method: String?

  @Option(help: "How many routes.")
  var count = 5

  @Option(name: .customLong("max-hops"), help: "How many steps a route may have.")
  var maximumHops: Int?

  @Option(help: "How many relations of a step, and rows of a method's list, a table shows; JSON and CSV hold all.")
  var top = 15

  @Flag(
    name: .customLong("sign-product"),
    help: "Also show the product of a route's signs, its sign by balance theory: an enemy's enemy is a friend.")
  var showsSignProduct = false

  @Option(
    help:
      "What makes a route good: shortest, strongest, widest, most-reliable; earliest, fewest-hops, latest-departure.")
  var objective: Routes.Objective = .shortest

  @Option(help: "How many days a step takes, for the objectives that respect time.")
  var transit = 0

  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Statements") var statements: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  mutating func validate() throws {
    if count < 1 { throw ValidationError("--count is 1 or more") }
    if let maximumHops, maximumHops < 1 { throw ValidationError("--max-hops is 1 or more") }
    if top < 1 { throw ValidationError("--top is 1 or more") }
    if !(0...1_000_000).contains(transit) { throw ValidationError("--transit is a number of days, 0 to 1000000") }
    if objective.respectsTime {
      if time.day != nil {
        throw ValidationError("--at looks at one day, and a route in time needs several: --window FROM..TO")
      }
      if maximumHops != nil { throw ValidationError("--max-hops does not go with --objective \(objective.rawValue)") }
      if method != nil { throw ValidationError("--method and --objective \(objective.rawValue) exclude each other") }
    } else if transit != 0 {
      throw ValidationError("--transit goes with the objectives earliest, fewest-hops and latest-departure")
    }
    if to == nil && method == nil { throw ValidationError("Missing expected argument '--to <to>'") }
  }

  func execute() throws(CommandFailure) {
    var question = Routes(from: from, to: to, objective: objective, view: view)
    question.method = method
    question.count = count
    question.maximumHops = maximumHops
    question.transit = transit
    question.showsSignProduct = showsSignProduct
    question.top = top
    try answer(question)
  }
}

extension Routes.Objective: ExpressibleByArgument {}
