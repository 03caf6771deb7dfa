import ActorGraph
import Foundation

/// One run of a command: reads inputs, remembers their hashes, shows progress.
struct Session {
  /// The command's name, for the manifest.
  let command: String
  /// How the run is carried out.
  let options: RunOptions
  /// What algorithms are given.
  let context: RunContext
  private let meter: ProgressMeter?
  /// Rows that could not be read, of all inputs.
  private let quarantine = Quarantine()

  init(_ command: String, _ options: RunOptions) {
    self.command = command
    self.options = options
    let shows = !options.hidesProgress && !options.quiet && Terminal.showsErrors
    let isQuiet = options.quiet
    let memory = MemoryBudget(limit: options.memoryLimit.bytes) { estimate in
      if !isQuiet && estimate.bytes > Self.notableMemory {
        Terminal.warn(
          "actorgraph: \(estimate.what) needs about \(MemoryEstimate.text(ofBytes: estimate.bytes)) of memory")
      }
    }
    var context = RunContext(threads: options.threads, memory: memory)
    let meter = shows ? ProgressMeter() : nil
    if let meter { context.progress = { step in meter.show(step) } }
    self.meter = meter
    self.context = context
  }

  /// Estimates of more bytes are said before the memory is taken.
  private static let notableMemory = 0x1p30

  /// Says on the terminal what the program does now, should it take long.
  func begin(_ stage: String) { meter?.begin(stage) }

  /// Reads a network and says on standard error what a reader should know about it.
  func read(_ path: String, _ how: InputOptions) throws(CommandFailure) -> NetworkInput {
    let registry = FormatRegistry.standard
    if let format = how.format, !registry.formats.contains(where: { $0.id == format }) {
      throw .usage("there is no format '\(format)'; formats are \(registry.names)")
    }
    begin("reading \(path)")
    let file = try Self.file(path)
    try requireMemory(registry.memory(toRead: file, format: how.format), toRead: file)
    let readOptions = try how.readOptions()
    let imported: ImportedNetwork
    do {
      imported = try registry.read(file, format: how.format, options: readOptions)
    } catch {
      throw CommandFailure(error)
    }
    if !options.quiet { tell(of: imported.report, path, readOptions) }
    if let place = how.quarantine { try quarantine.add(imported.report.refusedRows, of: path, writing: place) }
    let hash: String
    do { hash = try file.sha256() } catch { throw .internal("\(path) cannot be hashed: \(error)") }
    return NetworkInput(path: path, sha256: hash, network: imported.network, report: imported.report)
  }

  /// What questions are asked of: networks as read, and how this run is carried out.
  func study(_ inputs: [NetworkInput]) -> Study {
    var study = Study(inputs, seed: options.seed, context: context)
    if let meter { study.announce = { meter.begin($0) } }
    return study
  }

  /// Says on standard error what a reader should know about a file.
  private func tell(of report: ImportReport, _ path: String, _ how: ReadOptions) {
    let name = path == "-" ? "stdin" : path
    let warnings = report.diagnostics
    let shown = command == "check" ? warnings.count : Self.warningLimit
    for warning in warnings.prefix(shown) { Terminal.warn(warning.commandLine) }
    if warnings.count > shown {
      let more = ViewDescription.count(warnings.dropFirst(shown).reduce(0) { $0 + $1.count }, "more warning")
      let listed = warnings.count { $0.count == 1 }
      let what = listed == warnings.total(.warning) ? "them" : "the first \(listed)"
      Terminal.warn("… and \(more); actorgraph check \(path) lists \(what)")
    }
    for note in report.notes { Terminal.warn("\(name): note: \(note)") }
    let heeded = FormatRegistry.standard.reader(id: report.format)?.reading.tableOptions ?? []
    if how.table != TableOptions(), heeded.isEmpty {
      Terminal.warn("\(name): note: it is no table, and the options for tables were not used")
    } else if how.table.badRowLimit > 0, !heeded.contains(.badRows) {
      Terminal.warn("\(name): note: it is no event table, and --max-bad-rows was not used")
    }
    if heeded.contains(.actorTable), how.table.nodes == nil, let note = Self.noteOnActors(beside: path) {
      Terminal.warn(note)
    }
  }

  /// Refuses a file that would not fit into the memory there is, before it is read.
  private func requireMemory(_ need: Double, toRead file: InputFile) throws(CommandFailure) {
    do {
      try context.requireMemory(need, for: "reading \(file.name)")
    } catch {
      throw .data(["actorgraph: \(error.description); --memory-limit sets another"])
    }
  }

  /// A table of ties that stands beside a table of its actors, which is not read unless it is named.
  private static func noteOnActors(beside path: String) -> String? {
    let beside = AdditionalFile(suffix: "-nodes", bytes: []).name(beside: path)
    guard FileManager.default.fileExists(atPath: beside) else { return nil }
    return "\(path): note: a table of actors, \(beside), stands beside it; --actors \(beside) reads it too"
  }

  /// How many warnings on a file a command other than `check` shows.
  private static let warningLimit = 20

  /// A file by its path; `-` is standard input.
  static func file(_ path: String) throws(CommandFailure) -> InputFile {
    do {
      return path == "-" ? try .standardInput() : try InputFile(path: path)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Projects a network at a time; names that the options give may come from the inputs it is compared with too.
  func project(
    _ input: NetworkInput, _ options: ProjectionOptions, at time: SnapshotQuery.Time,
    besides others: [NetworkInput] = []
  ) throws(CommandFailure) -> ProjectedGraph {
    begin("projecting \(input.path)")
    let query = try options.query(time, names: ([input] + others).map(\.network))
    let snapshot = Snapshot(of: input.network, query)
    do {
      return try options.projection.graph(of: snapshot)
    } catch .unknownActor(let problem) {
      throw .usage(problem.description)
    } catch {
      throw .data(["\(input.path): \(error)"])
    }
  }

  /// Asks a question of files and writes the answer; what is wrong with the question is told before they are read.
  func answer(
    _ question: some Question, of files: [String], _ reading: InputOptions, to output: OutputOptions
  ) throws(CommandFailure) {
    try CommandFailure.wording { () throws(QuestionError) in try question.check() }
    var inputs: [NetworkInput] = []
    for file in files { inputs.append(try read(file, reading)) }
    try answer(question, of: inputs, to: output)
  }

  /// Asks a question of networks and writes the answer.
  func answer(_ question: some Question, of inputs: [NetworkInput], to output: OutputOptions) throws(CommandFailure) {
    let answer = try CommandFailure.wording { () throws(QuestionError) in try question.answer(in: study(inputs)) }
    if !options.quiet { for notice in answer.notices { Terminal.warn(AnswerWording.commandLine.text(notice)) } }
    if output.chosenFormat == .csv, answer.sheet != nil { note(answer.remarks.map(AnswerWording.commandLine.text)) }
    try output.write(answer)
  }

  /// Says on standard error what a form without a head, such as CSV, has no place for.
  func note(_ remarks: [String]) {
    guard !options.quiet else { return }
    for remark in remarks { Terminal.warn("actorgraph: note: \(remark)") }
  }

  /// The actor a user means.
  func actor(_ word: String, in network: ActorNetwork) throws(CommandFailure) -> Actor {
    do {
      return try network.actor(named: word)
    } catch {
      throw .usage(error.description)
    }
  }
}

/// A network with the file it came from.
typealias NetworkInput = Study.Input
