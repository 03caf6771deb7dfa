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

  /// The networks read and the series they make.
  struct Result {
    let inputs: [NetworkInput]
    let series: SnapshotSeries
  }

  /// Reads the network or the frames, and takes the snapshots.
  func read(
    _ file: String?, _ session: Session, _ view: ProjectionOptions, _ reading: InputOptions
  ) throws(CommandFailure) -> Result {
    if !frames.isEmpty {
      guard file == nil else { throw .usage("name the files behind --frames, or one file without --frames") }
      return try readFrames(session, view, reading)
    }
    guard let file else { throw .usage("name a network, or frames: --frames 2021=a.gml 2022=b.gml") }
    let input = try session.read(file, reading)
    let query = try view.query(.last, names: [input.network])
    if let attribute {
      do throws(FrameProblem) {
        let series = try SnapshotSeries(of: input.network, by: attribute, knowledge: knowledge, query: query)
        return Result(inputs: [input], series: try limited(series))
      } catch {
        throw error.isAboutOptions ? .usage(error.description) : .data(["\(file): \(error)"])
      }
    }
    let schedule = SnapshotSchedule(every: every ?? .change, from: from, to: to)
    let projection = view.projection
    do throws(ScheduleProblem) {
      let series = try SnapshotSeries(
        of: input.network, schedule, view: windows ? .windows : .days, knowledge: knowledge, query: query
      ) { projection.admits($0) }
      return Result(inputs: [input], series: series)
    } catch .undated {
      throw .data(["\(file): \(ScheduleProblem.undated): --from DATE --to DATE"])
    } catch {
      throw .usage(error.description)
    }
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

  private var knowledge: SnapshotSeries.Knowledge { knownThen ? .asOfEachDate : .fixed }

  private func readFrames(
    _ session: Session, _ view: ProjectionOptions, _ reading: InputOptions
  ) throws(CommandFailure) -> Result {
    var inputs: [NetworkInput] = []
    var networks: [FrameNetwork] = []
    for frame in frameFiles {
      let label = frame.label
      let path = frame.path
      if let label, label.isEmpty || path.isEmpty { throw .usage("'\(label)=\(path)' is not of the form DATE=FILE") }
      let input = try session.read(path, reading)
      inputs.append(input)
      do throws(FrameProblem) {
        if let label {
          networks.append(FrameNetwork(input.network, date: FrameDate(label), name: path))
        } else {
          networks.append(try FrameNetwork(input.network, name: path))
        }
      } catch {
        throw .usage(error.description)
      }
    }
    let dated = networks.count { $0.date.period != nil }
    guard dated == 0 || dated == networks.count else {
      let odd = networks.first { $0.date.period == nil }?.date.label ?? ""
      throw .usage("the frame '\(odd)' has no date, and others have; write YYYY, YYYY-MM, YYYY-MM-DD or FROM..TO")
    }
    let query = try view.query(.last, names: inputs.map(\.network))
    do throws(FrameProblem) {
      let series = try limited(SnapshotSeries(of: networks, knowledge: knowledge, query: query))
      for frame in series.frames where frame.snapshot.relations.isEmpty && !frame.snapshot.network.relations.isEmpty {
        let name = networks.first { $0.date == frame.date }?.name ?? ""
        if !session.options.quiet { Terminal.warn("\(name): nothing in it holds \(frame.snapshot.timeDescription)") }
      }
      // In the order of time, so that the order on the command line does not show in results.
      let order = networks.indices.sorted { networks[$0].date < networks[$1].date }
      return Result(inputs: order.map { inputs[$0] }, series: series)
    } catch {
      throw .usage(error.description)
    }
  }

  /// The frames from the first day to the last.
  private func limited(_ series: SnapshotSeries) throws(FrameProblem) -> SnapshotSeries {
    guard from != nil || to != nil else { return series }
    return try series.between(from, to)
  }
}
