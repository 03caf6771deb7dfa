import ActorGraph

/// How blocs are found, on the command line: a method with its parameters, or `given` for those of the file.
enum BlocMethod {
  /// The method that a text names.
  static func chosen(
    _ text: String, _ run: RunOptions, command: String, preset: [AlgorithmOption] = []
  ) throws(CommandFailure) -> BlocAnalysis.Method {
    try CommandFailure.wording { () throws(QuestionError) in
      try BlocAnalysis.Method(text, for: command, seed: run.seed, preset: preset)
    }
  }
}
