import ActorAnalysis
import ActorModel
import GraphCore
import NetworkFormats

/// Why a question has no answer.
public enum QuestionError: Error, Sendable {
  /// The question is at fault: an option out of its range, a name that nothing has.
  case unfit(Phrase)
  /// The data is at fault; the problems, the gravest first.
  case data([Phrase])
  /// What is asked for is not defined on this data.
  case undefined(Phrase)
  /// The bytes of a file are not to be had.
  case unreadable(UnreadableFile)
  /// A file cannot be used; its problems, errors first.
  case file(Diagnostics)
  /// The program is at fault.
  case `internal`(String)
  /// Somebody asked for the run to end.
  case cancelled

  /// An algorithm's error, with the actors and relations of the graph it ran on.
  package init(_ error: AlgorithmError, in projected: ProjectedGraph) {
    self =
      switch error {
      case .cancelled: .cancelled
      case .invalidParameter: .unfit("\(error.named(by: projected.names))")
      default: .undefined("\(error.named(by: projected.names))")
      }
  }

  /// A text that names no algorithm which the question takes; one that another question takes is answered with that.
  package init(_ error: AlgorithmTextError, question: String) {
    if case .unknown(let name, _, _, _) = error, let other = AlgorithmIndex().entry(id: name),
      other.use.question != question
    {
      let remedy = Remedy.ask(question: other.use.question, algorithm: name)
      self = .unfit("\(question) does not take \(name)\(remedy)")
    } else {
      self = .unfit(error.remedy.map { "\(error.description)\($0)" } ?? "\(error.description)")
    }
  }
}

extension AlgorithmTextError {
  /// What somebody who named an algorithm can do about it, where the error's own words do not say.
  fileprivate var remedy: Remedy? {
    switch self {
    case .needsTarget: .nameTarget
    case .leadsToAll: .nameNoTarget
    case .endAmongOptions: .nameEnds
    default: nil
    }
  }
}
