import ActorGraph
import ArgumentParser

/// Validates a network and lists what an analyst should look at.
struct Check: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Validate a network file, and list what to look at before trusting it.",
    discussion: """
      Problems come as file:line:column with a fix, errors first; any error ends in exit code 65.
      Findings are counted by kind. A table lists the first of each kind; JSON and CSV list all.
      Examples:
        actorgraph check Graphs/moscow-kabul.yaml
        actorgraph check Graphs/moscow-kabul.yaml --without-kind undated
      """)

  @Argument(help: "The network.")
  var file: String

  @Option(help: "Only findings of this kind; repeat, or separate by commas.")
  var kind: [String] = []

  @Option(name: .customLong("without-kind"), help: "No findings of this kind; repeat, or separate by commas.")
  var withoutKind: [String] = []

  @Option(help: "How many findings of each kind a table shows; JSON and CSV hold all.")
  var top = QualityReview().top

  @Flag(help: "Suggest which actors may be the same under another name or spelling; nothing is merged.")
  var aliases = false

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  mutating func validate() throws {
    if top < 1 { throw ValidationError("--top is 1 or more") }
  }

  var plan: OutputPlan { OutputPlan(reading: [file], reading, writing: [output.planned]) }

  func execute() throws(CommandFailure) {
    let session = Session("check", run)
    if aliases { return try session.answer(AliasReview(), of: [file], reading, to: output) }
    var review = QualityReview(kinds: kind.separatedByCommas, without: withoutKind.separatedByCommas)
    review.top = top
    try session.answer(review, of: [file], reading, to: output)
  }
}
