import ActorGraph
import ArgumentParser

/// Ranks actors by influence.
struct Rank: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rank the actors by one or more measures, and say what a score rests on.",
    discussion: """
      A measure's own parameters follow its name: betweenness:scale=pairs, pagerank:damping=0.9,tolerance=1e-12.
      Examples:
        actorgraph rank Graphs/moscow-kabul.yaml --measure degree --measure pagerank
        actorgraph rank Graphs/moscow-kabul.yaml --measure betweenness --explain Iran
      """)

  @Argument(help: "The network.")
  var file: String

  @Option(name: .customLong("measure"), help: "A measure with its parameters; repeat for more; all for every measure.")
  var measures: [String] = []

  @Option(help: "An actor whose scores are followed back to relations and sources.")
  var explain: String?

  @Option(help: "How many actors a table shows; JSON and CSV hold all.")
  var top = 15

  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Statements") var view: ProjectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  mutating func validate() throws {
    if top < 1 { throw ValidationError("--top is 1 or more") }
  }

  func execute() throws(CommandFailure) {
    let session = Session("rank", run)
    let choices = try MeasureTexts.choices(measures, standard: ["betweenness"])
    let input = try session.read(file, reading)
    let explained = try explain.map { word throws(CommandFailure) in try session.actor(word, in: input.network) }
    let projected = try session.project(input, view, at: time.time)
    var rankings: [RankingResult] = []
    var explanations: [ScoreExplanationResult] = []
    do throws(AlgorithmError) {
      for choice in choices {
        let ranking = try InfluenceRanking(by: choice).run(on: projected, in: session.context)
        rankings.append(ranking)
      }
    } catch {
      throw CommandFailure(error, in: projected)
    }
    if let actor = explained {
      do throws(AlgorithmError) {
        for (choice, ranking) in zip(choices, rankings) where ranking.refusal == nil {
          explanations.append(
            try ScoreExplanation(of: actor.id, by: choice).run(on: projected, in: session.context))
        }
      } catch {
        throw CommandFailure(error, in: projected)
      }
    }
    switch output.chosenFormat {
    case .json:
      let manifest = Manifest(session, [input], [projected])
      try output.write(JSONResult.text(RankRecord(manifest, rankings, explanations)))
    case .csv: try output.write(RankTables.csv(rankings).text(.csv))
    case .table, .markdown:
      let tables =
        rankings.map { RankTables.table($0, projected, top: top, title: input.network.title) }
        + explanations.map { RankTables.table($0, projected, top: top) }
      try output.write(tables)
    }
    if let only = rankings.first, rankings.count == 1, let reason = only.refusal {
      throw .data(["actorgraph: \(only.measure) is not defined here: \(reason)"])
    }
  }
}

/// Measures as a user names them.
enum MeasureTexts {
  /// The measures named, or the standard ones; `all` stands for every measure.
  static func choices(_ texts: [String], standard: [String]) throws(CommandFailure) -> [MeasureChoice] {
    let catalog = MeasureCatalog()
    var choices: [MeasureChoice] = []
    do throws(AlgorithmTextError) {
      for text in texts.isEmpty ? standard : texts {
        if text == "all" {
          for type in catalog.measures { choices.append(try type.choice()) }
        } else {
          choices.append(try catalog.choice(text))
        }
      }
    } catch {
      throw .usage(error.description)
    }
    return choices
  }
}
