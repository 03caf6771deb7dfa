import ActorGraph

extension AnswerWording {
  /// Remedies are options and commands.
  static let commandLine = AnswerWording(option: { "--\($0)" }, reading: { $0.commandLine }) { remedy in
    switch remedy {
    case .explain(let pairs): "--samples \(pairs) says it all the same, and takes long"
    case .showRelations: "--by relation says what"
    case .lookAtEachChange: "--every change shows them"
    case .giveFirstAndLastDay: "give the first and the last day: --from DATE --to DATE"
    case .showStatements(let count): "--top \(count) shows them, JSON and CSV hold all"
    case .findMoreRoutes: "a larger --count shows them"
    case .keepLoops(let count): "--loops keep keeps \(count == 1 ? "it" : "them")"
    case .showRows(let count): "--top \(count) shows all"
    case .ask(_, let algorithm): CommandLineIndex.entry(algorithm).map { "write actorgraph \($0.command(on: "FILE"))" }
    case .letPathsRunBothWays: "--direction either lets paths run both ways along each tie."
    case .takeAllNumbers(let count): "--format json holds \(count) more numbers for each actor."
    case .showRowsOfEachKind(let count): "--top \(count) shows all, and so do --format json and csv"
    case .leaveOutAge: "leave --older-than out"
    case .searchLonger: "--search-limit N or --proof-seconds N lets it go on"
    case .run(let algorithm): CommandLineIndex.entry(algorithm).map { "actorgraph \($0.command(on: "FILE"))" }
    case .tryOut(let algorithm): CommandLineIndex.entry(algorithm)?.example
    case .define: "actorgraph algorithms NAME shows a definition with its options, cost and source"
    case .setSeed: "that of --seed"
    case .nameTarget: "name the other with --to"
    case .nameNoTarget: "it leads to all actors: leave --to out"
    case .nameEnds: "name actors with --from and --to"
    }
  }

  /// What JSON holds besides values: commands without the program and the file, which a script knows.
  static let commandLineJSON = AnswerWording(reading: { $0.commandLine }) { remedy in
    switch remedy {
    case .run(let algorithm): CommandLineIndex.entry(algorithm)?.command
    case .tryOut, .setSeed: AnswerWording.commandLine.remedy(remedy)
    default: nil
    }
  }
}

/// How algorithms are run from the command line.
private enum CommandLineIndex {
  private static let index = AlgorithmIndex()

  static func entry(_ algorithm: String) -> AlgorithmIndex.Entry? { index.entry(id: algorithm) }
}
