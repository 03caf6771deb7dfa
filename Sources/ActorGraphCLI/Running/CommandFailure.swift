import ActorGraph

/// Why a command ended without its result, and the exit code that says so to scripts.
enum CommandFailure: Error {
  /// The command line is at fault: 64.
  case usage(String)
  /// The data is at fault: 65.
  case data([String])
  /// There is no such input: 66.
  case noInput(String)
  /// The program is at fault: 70.
  case `internal`(String)
  /// The output cannot be created: 73.
  case cannotCreate(String)
  /// Reading or writing failed: 74.
  case inputOutput(String)
  /// The user interrupted: 130.
  case interrupted

  var exitCode: Int32 {
    switch self {
    case .usage: 64
    case .data: 65
    case .noInput: 66
    case .internal: 70
    case .cannotCreate: 73
    case .inputOutput: 74
    case .interrupted: 130
    }
  }

  var lines: [String] {
    switch self {
    case .data(let lines): lines
    case .usage(let line), .noInput(let line), .internal(let line), .cannotCreate(let line), .inputOutput(let line):
      ["actorgraph: \(line)"]
    case .interrupted: ["actorgraph: interrupted"]
    }
  }

  /// How many problems of a file are shown.
  private static let problemLimit = 20

  /// Problems of a file, errors first: at most 20 of them, then how many there are.
  init(_ diagnostics: Diagnostics) {
    let list = diagnostics.list
    self.init(
      list.prefix(Self.problemLimit).map(\.commandLine), errors: list.total(.error), warnings: list.total(.warning),
      unshown: list.dropFirst(Self.problemLimit).reduce(0) { $0 + $1.count })
  }

  /// Problems that keep two networks from being one, errors first: at most 20 of them, then how many there are.
  init(_ invalid: InvalidNetwork, in name: String) {
    let errors = invalid.problems.filter { $0.severity == .error }
    let warnings = invalid.problems.filter { $0.severity != .error }
    let lines = (errors + warnings).map { "\(name): \($0.path): \($0.severity.rawValue): \($0.message)" }
    self.init(
      Array(lines.prefix(Self.problemLimit)), errors: errors.count, warnings: warnings.count,
      unshown: max(0, lines.count - Self.problemLimit))
  }

  private init(_ shown: [String], errors: Int, warnings: Int, unshown: Int) {
    let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { ViewDescription.count($0.0, $0.1) }.joined(separator: " and ")
    self = .data(
      shown + (unshown > 0 ? ["… and \(ViewDescription.count(unshown, "more problem")); \(counts) in all"] : []))
  }

  /// Why the bytes of a file are not to be had.
  init(_ error: UnreadableFile) {
    switch error {
    case .missing(let reason): self = .noInput(reason)
    case .unusable(let reason): self = .data([reason])
    case .broken(let reason): self = .inputOutput(reason)
    }
  }

  /// Why a question has no answer, worded for the command line.
  init(_ error: QuestionError) {
    let wording = AnswerWording.commandLine
    switch error {
    case .unfit(let reason): self = .usage(wording.text(reason))
    case .data(let reasons): self = .data(reasons.map(wording.text))
    case .undefined(let reason): self = .data(["actorgraph: \(wording.text(reason))"])
    case .file(let diagnostics): self = CommandFailure(diagnostics)
    case .unreadable(let error): self = CommandFailure(error)
    case .internal(let reason): self = .internal(reason)
    case .cancelled: self = .interrupted
    }
  }

  /// Does a part of a question's work, and words its failure for the command line.
  static func wording<Result>(
    _ work: () throws(QuestionError) -> Result
  ) throws(CommandFailure) -> Result {
    do { return try work() } catch { throw CommandFailure(error) }
  }

  /// A file that was not written.
  ///
  /// - Parameter addition: What else a reader must know.
  init(_ error: AtomicFileError, _ addition: String = "") {
    switch error {
    case .cannotCreate: self = .cannotCreate(error.description + addition)
    case .cannotWrite, .notConfirmed: self = .inputOutput(error.description + addition)
    }
  }

  init(_ error: AlgorithmError, in projected: ProjectedGraph) {
    switch error {
    case .cancelled: self = .interrupted
    case .invalidParameter: self = .usage(error.named(by: projected.names))
    default: self = .data(["actorgraph: \(error.named(by: projected.names))"])
    }
  }
}
