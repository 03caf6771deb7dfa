import ActorGraph
import ArgumentParser
import Foundation

/// Which states of a network make a series: dates of one file, several files, or parts of one file.
struct SeriesOptions: ParsableArguments {
  @Option(help: "Look every day, month, quarter or year, or at each change; by default at each change.")
  var every: SnapshotSchedule.Step?

  @Option(
    name: .customLong("from"), help: "The first day; by default the first that anything is dated to.",
    transform: DateArgument.day)
  var from: Day?

  @Option(
    name: .customLong("to"),
    help: "The last day, itself included; by default the last change, which then ends every series.",
    transform: DateArgument.day)
  var to: Day?

  @Flag(help: "Look at what held from each date to the next, put together by --window-mode, not at the days alone.")
  var windows = false

  @Option(
    name: .customLong("frames"), parsing: .upToNextOption,
    help: "Files that are a state each: DATE=FILE, or FILE for the last date in it; their order does not matter.")
  var frames: [String] = []

  @Option(
    name: .customLong("frames-by"), help: "The column or attribute of the ties that says which state they belong to.")
  var attribute: String?

  @Flag(name: .customLong("known-then"), help: "Each state shows only what was published by its own date.")
  var knownThen = false

  mutating func validate() throws {
    if let from, let to, to < from {
      throw ValidationError("--to \(to) is before --from \(from): the last day comes after the first")
    }
    if !frames.isEmpty && attribute != nil { throw ValidationError("--frames and --frames-by exclude each other") }
    if every != nil, !frames.isEmpty || attribute != nil {
      throw ValidationError("--every looks at one file over time; frames have dates of their own")
    }
    if windows, !frames.isEmpty || attribute != nil {
      throw ValidationError("--windows goes with --every; a frame under a month or year is a window of itself")
    }
  }

  /// The states asked for.
  var states: StateSelection {
    let step = every ?? .change
    let kind: StateSelection.Kind =
      if !frames.isEmpty { .networks } else if let attribute { .frames(by: attribute) } else {
        windows ? .windows(every: step) : .dates(every: step)
      }
    var states = StateSelection(kind, from: from, to: to)
    states.knowledge = knownThen ? .asOfEachDate : .fixed
    return states
  }

  /// Reads the network or the frames.
  func read(
    _ file: String?, _ session: Session, _ reading: InputOptions
  ) throws(CommandFailure) -> [NetworkInput] {
    if !frames.isEmpty {
      guard file == nil else { throw .usage("name the files behind --frames, or one file without --frames") }
      return try readFrames(session, reading)
    }
    guard let file else { throw .usage("name a network, or frames: --frames 2021=a.gml 2022=b.gml") }
    return [try session.read(file, reading)]
  }

  /// A file that is a state.
  struct FrameFile {
    /// The date before the file's name, where one stands there.
    let label: String?
    let path: String

    init(_ text: String) {
      let equals = text.firstIndex(of: "=")
      label = equals.map { String(text[..<$0]) }
      path = equals.map { String(text[text.index(after: $0)...]) } ?? text
    }
  }

  /// The files of `--frames`.
  var frameFiles: [FrameFile] { frames.map(FrameFile.init) }

  private func readFrames(_ session: Session, _ reading: InputOptions) throws(CommandFailure) -> [NetworkInput] {
    var inputs: [NetworkInput] = []
    for frame in frameFiles {
      if let label = frame.label, label.isEmpty || frame.path.isEmpty {
        throw .usage("'\(label)=\(frame.path)' is not of the form DATE=FILE")
      }
      var input = try session.read(frame.path, reading)
      input.date = frame.label
      inputs.append(input)
    }
    return inputs
  }
}
