import ActorGraph
import ArgumentParser
import Foundation

/// Draws a network.
struct Draw: AnalystCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw the network: svg, png, pdf, dot, or json with the positions.",
    discussion: """
      Sign shows by colour, dash and arrow end, width is strength, and legend and caption say the rest.
      Examples:
        actorgraph draw Graphs/moscow-kabul.yaml --at 2025-07-08 -o kabul.svg
        actorgraph draw Graphs/moscow-kabul.yaml --size betweenness -o kabul.pdf
      """)

  @Argument(help: "The network.")
  var file: String

  @Option(name: [.customShort("o"), .customLong("output")], help: "The picture; its ending tells the format.")
  var picture: String?

  @Option(help: "The picture's format: svg, png, pdf, dot, json; by default from the file's ending, else svg.")
  var format: PictureFormat?

  @Option(help: "What the size of an actor means: ties, none, or a measure.")
  var size = "ties"

  @Option(help: "What the fill of an actor means: ties, none, or a measure.")
  var fill = "ties"

  @Option(help: "Names of relations: where-room, always, never.")
  var labels: Style.RelationLabels = .whereRoom

  @Option(name: .customLong("bloc"), help: "Blocs whose areas are drawn; none for none; by default the largest.")
  var blocs: [String] = []

  @Option(help: "Actors that the eye should find at once; repeat, or separate by commas.")
  var emphasise: [String] = []

  @Option(help: "The paper: a4, a3, screen.")
  var page: PageName = .a4

  @Option(help: "A title instead of the network's.")
  var title: String?

  @Option(help: "A line more for the caption.")
  var note: String?

  @Option(help: "Positions to keep: a json picture drawn before.")
  var positions: String?

  @Flag(name: .customLong("without-legend"), help: "No legend.")
  var hidesLegend = false

  @Flag(name: .customLong("all-actors"), help: "Actors without ties too.")
  var showsAllActors = false

  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Statements") var view: ProjectionOptions
  @OptionGroup(title: "Input") var reading: InputOptions
  @OptionGroup(title: "Run") var run: RunOptions

  func execute() throws(CommandFailure) {
    let session = Session("draw", run)
    let format = try chosenFormat()
    let input = try session.read(file, reading)
    let projected = try session.project(input, view, at: time.time)
    var drawing = Drawing(of: projected.snapshot, projection: projected.projection)
    drawing.style = try style(projected, session)
    drawing.dataHash = input.sha256
    if let positions { drawing.positions = try session.readPositions(positions) }
    let bytes: [UInt8]
    do {
      bytes = try GraphvizRenderer().render(try drawing.compose(), as: format)
    } catch {
      throw Self.failure(error)
    }
    guard let picture else {
      guard isatty(STDOUT_FILENO) != 1 || ![.png, .pdf].contains(format) else {
        throw .usage("a \(format.rawValue) is not for the terminal: add -o FILE.\(format.rawValue)")
      }
      try Terminal.print(bytes)
      return
    }
    try Terminal.writeFile(picture, bytes)
    if !run.quiet { Terminal.warn("wrote \(picture)") }
  }

  /// The format asked for, or the one that the file's ending means.
  private func chosenFormat() throws(CommandFailure) -> PictureFormat {
    if let format { return format }
    guard let picture else { return .svg }
    let ending = picture.lastIndex(of: ".").map { picture[picture.index(after: $0)...].lowercased() } ?? ""
    guard let format = PictureFormat(rawValue: ending) else {
      let known = PictureFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage("'\(picture)' does not end in a format that can be drawn: \(known); or say --format")
    }
    return format
  }

  private func style(_ projected: ProjectedGraph, _ session: Session) throws(CommandFailure) -> Style {
    var style = Style()
    style.sizes = try measure(size, projected, session)
    style.fills = try measure(fill, projected, session)
    style.relationLabels = labels
    style.showsLegend = !hidesLegend
    style.showsActorsWithoutTies = showsAllActors
    style.title = title
    let chosen = try emphasise.separatedByCommas.map { word throws(CommandFailure) in
      try session.actor(word, in: projected.snapshot.network)
    }
    style.emphasised = Set(chosen.map(\.id))
    style.note = note ?? (chosen.isEmpty ? nil : "Heavy outline: \(chosen.map(\.name).joined(separator: ", "))")
    style.seed = Int(truncatingIfNeeded: run.seed & 0x7FFF_FFFF)
    style.page = page.page
    if !blocs.isEmpty { style.blocs = try knownBlocs(projected.snapshot.network) }
    return style
  }

  private func knownBlocs(_ network: ActorNetwork) throws(CommandFailure) -> [String] {
    if blocs == ["none"] { return [] }
    let ids = Set(network.actors.flatMap { $0.blocs.map(\.bloc) })
    let chosen = blocs.separatedByCommas
    for bloc in chosen where !ids.contains(bloc) {
      throw .usage("there is no bloc '\(bloc)'; blocs are \(ids.sorted().joined(separator: ", "))")
    }
    return chosen
  }

  private func measure(
    _ text: String, _ projected: ProjectedGraph, _ session: Session
  ) throws(CommandFailure) -> Measure {
    if text == "ties" { return .ties }
    if text == "none" { return .none }
    let choice = try MeasureTexts.choices([text], standard: [])[0]
    do {
      let ranking = try InfluenceRanking(by: choice).run(on: projected, in: session.context)
      if let refusal = ranking.refusal {
        throw AlgorithmError.undefined(reason: refusal, advice: "choose another measure")
      }
      let values = ranking.ranked.map { ($0.actor.id, $0.score) }
      return .values(Dictionary(values, uniquingKeysWith: { first, _ in first }), name: choice.summary.title)
    } catch let error as AlgorithmError {
      throw CommandFailure(error, in: projected)
    } catch {
      throw .internal("\(error)")
    }
  }

  private static func failure(_ error: DrawingError) -> CommandFailure {
    switch error {
    case .graphviz: .internal(error.description)
    case .tooLarge, .projection, .unfit: .data(["actorgraph: \(error)"])
    }
  }
}

/// A page by its name.
enum PageName: String, CaseIterable, ExpressibleByArgument {
  case a4, a3, screen

  var page: Page {
    switch self {
    case .a4: .a4Landscape
    case .a3: .a3Landscape
    case .screen: .screen
    }
  }
}

extension PictureFormat: ExpressibleByArgument {}
extension Style.RelationLabels: ExpressibleByArgument {}

extension Session {
  /// Positions from a json picture drawn before.
  func readPositions(_ path: String) throws(CommandFailure) -> Positions {
    let bytes = try Self.file(path).bytes
    do {
      return try JSONDecoder().decode(Positions.self, from: Data(bytes))
    } catch {
      throw .data(["\(path):1:1: error: these are no positions (draw them with -o FILE.json)"])
    }
  }
}
