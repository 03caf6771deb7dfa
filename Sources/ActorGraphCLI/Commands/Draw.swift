import ActorGraph
import ArgumentParser
import Foundation

/// Draws a network: one picture, what changed between two times, or a series.
struct Draw: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw the network, what changed in it, or a series of dates.",
    usage: """
      actorgraph draw FILE -o PICTURE [options]
             actorgraph draw FILE --from DATE --to DATE --diff -o PICTURE [options]
             actorgraph draw OLD NEW --diff -o PICTURE [options]
             actorgraph draw FILE --every STEP -o 'NAME-{date}.svg' [options]
             actorgraph draw FILE --every STEP --multiples -o PICTURE [options]
             actorgraph draw FILE --every STEP --animate -o PICTURE.svg [options]
             actorgraph draw FILE --every STEP --bump MEASURE -o PICTURE [options]
      """,
    discussion: """
      Sign shows by colour, dash and arrow end, width is strength, and legend and caption say the rest.
      Pictures are svg, png, pdf, dot, or json with the positions.
      Examples:
        actorgraph draw Graphs/moscow-kabul.yaml --at 2025-07-08 -o kabul.svg
        actorgraph draw Graphs/moscow-kabul.yaml --size betweenness -o kabul.pdf
        actorgraph draw Graphs/moscow-kabul.yaml --from 2024-12-31 \\
          --to 2025-07-08 --diff -o changes.svg
        actorgraph draw Graphs/moscow-kabul.yaml --every year \\
          --from 2021 -o kabul-{date}.svg
        actorgraph draw Graphs/moscow-kabul.yaml --every year \\
          --from 2021 --multiples -o years.pdf
        actorgraph draw Graphs/moscow-kabul.yaml --every year \\
          --from 2021 --bump betweenness -o ranks.svg
        actorgraph draw Graphs/moscow-kabul.yaml --every quarter \\
          --from 2024 --animate -o kabul.svg
      """)

  @Argument(help: "The network; with --diff the network before, and the network after if it is another file.")
  var files: [String]

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The picture; its ending tells the format. - is standard output.")
  var picture: String?

  @Option(help: "The picture's format: svg, png, pdf, dot, json; by default from the file's ending, else svg.")
  var format: PictureFormat?

  @OptionGroup(title: "Changes") var changes: DrawChangeOptions
  @OptionGroup(title: "Series") var series: DrawSeriesOptions
  @OptionGroup(title: "Style") var look: DrawStyleOptions
  @OptionGroup(title: "Positions") var places: DrawPositionOptions
  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Statements") var view: ProjectionOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  /// Checks what does not go together.
  ///
  /// Not in `validate`, which runs before unknown options are told from files: the value of a misspelt option would be
  /// complained of as one file too many.
  private func checkForm() throws(CommandFailure) {
    if places.updates && places.file == nil { throw .usage("--update-positions needs --positions FILE") }
    try series.check()
    if series.isWanted {
      if files.count != 1 { throw .usage("a series is drawn of one network") }
      if time.day != nil || time.window != nil {
        throw .usage("--at and --window are for one picture; a series has --from and --to")
      }
      if series.hidesBlocs, !look.blocs.isEmpty, look.blocs != ["none"] {
        throw .usage("--bloc is for single pictures and --every with {date}: the other series draw no areas of blocs")
      }
    } else if changes.isWanted {
      try changes.check(fileCount: files.count)
      if time.day != nil || time.window != nil {
        throw .usage("--diff compares two days: say --from DATE --to DATE instead of --at or --window")
      }
    } else {
      if files.count != 1 { throw .usage("draw takes one network, or two with --diff") }
      if changes.from != nil || changes.to != nil { throw .usage("--from and --to need --diff or --every") }
    }
    if picture == nil, Terminal.showsOutput {
      throw .usage("a picture is not for the terminal: add -o FILE.svg, or -o - for standard output all the same")
    }
  }

  var plan: OutputPlan {
    OutputPlan(
      reading: files, reading,
      writing: [
        PlannedOutput(picture, .picture(format)), PlannedOutput(places.file, .positions, option: "--positions"),
      ])
  }

  func execute() throws(CommandFailure) {
    try checkForm()
    let session = Session("draw", run)
    if series.isWanted { return try drawSeries(session) }
    if changes.isWanted { return try drawChanges(session) }
    let input = try session.read(files[0], reading)
    let projected = try session.project(input, view, at: time.time)
    var drawing = Drawing(of: projected.snapshot, projection: projected.projection)
    drawing.style = try style(projected, session)
    drawing.dataHash = input.sha256
    try write(drawing, session)
  }

  /// Composes, renders and writes one picture, and the positions with it.
  func write(_ drawing: Drawing, _ session: Session) throws(CommandFailure) {
    let format = try chosenFormat()
    let store = try places.store()
    var drawing = drawing
    drawing.positions = store?.positions
    drawing.leastPage = store?.page
    let composition = try Self.drawn { () throws(DrawingError) in try drawing.compose() }
    let bytes = try Self.drawn { () throws(DrawingError) in
      try GraphvizRenderer().render(composition, as: format, in: session.context)
    }
    try write(bytes, format, store?.outcome(composition))
    tellOfNothing(in: [composition])
  }

  /// Writes the picture to its file, or to standard output, and the positions with it where that is due.
  func write(
    _ bytes: [UInt8], _ format: PictureFormat, _ positions: PositionStore.Outcome? = nil
  ) throws(CommandFailure) {
    let files = [positions?.file].compactMap(\.self)
    if let path = Destination(picture).path {
      try Terminal.writeFiles([AtomicFileSet.Member(path: path, bytes: bytes)] + files)
      if !run.quiet { Terminal.warn("wrote \(path)") }
    } else {
      guard !Terminal.showsOutput || ![.png, .pdf].contains(format) else {
        throw .usage("a \(format.rawValue) is not for the terminal: add -o FILE.\(format.rawValue)")
      }
      try Terminal.print(bytes)
      if !files.isEmpty { try Terminal.writeFiles(files) }
    }
    if let positions, !run.quiet { Terminal.warn(positions.message) }
  }

  /// Says so where a picture is empty: the file is there, and nothing in it.
  func tellOfNothing(in compositions: [Composition]) {
    let empty = compositions.filter(\.actors.isEmpty)
    guard !run.quiet, let first = empty.first else { return }
    if compositions.count == 1 {
      Terminal.warn("nothing to draw, and the picture is empty: \(first.summary)")
    } else {
      Terminal.warn("nothing to draw in \(empty.count) of \(compositions.count) pictures, which are empty")
    }
  }

  /// The format asked for, or the one that the file's ending means.
  func chosenFormat() throws(CommandFailure) -> PictureFormat {
    if let format { return format }
    guard let path = Destination(picture).path else { return .svg }
    guard let format = PlannedOutput.ending(of: path).flatMap(PictureFormat.init(rawValue:)) else {
      let known = PictureFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage("'\(path)' does not end in a format that can be drawn: \(known); or say --format")
    }
    return format
  }

  static func failure(_ error: DrawingError) -> CommandFailure {
    switch error {
    case .graphviz: .internal(error.description)
    case .tooLarge, .projection, .unfit: .data(["actorgraph: \(error)"])
    case .memory: .data(["actorgraph: \(error); --memory-limit sets another limit"])
    }
  }
}
