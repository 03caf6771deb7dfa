import ActorGraph

extension AnswerWording {
  /// Remedies are options and commands.
  static let commandLine = AnswerWording { remedy in
    switch remedy {
    case .keepLoops(let count): "--loops keep keeps \(count == 1 ? "it" : "them")"
    case .showRows(let count): "--top \(count) shows all"
    case .ask(_, let algorithm):
      AlgorithmIndex().entry(id: algorithm).map { "write actorgraph \($0.command(on: "FILE"))" }
    }
  }
}
