import ActorGraph
import ArgumentParser

/// How a picture looks.
struct DrawStyleOptions: ParsableArguments {
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

  @Flag(name: .customLong("without-legend"), help: "No legend.")
  var hidesLegend = false

  @Flag(name: .customLong("all-actors"), help: "Actors without ties too.")
  var showsAllActors = false
}

/// Where actors stand.
struct DrawPositionOptions: ParsableArguments {
  @Option(
    name: .customLong("positions"),
    help: "A file of positions: actors in it stand where it says, others by their neighbours; written if missing.")
  var file: String?

  @Flag(name: .customLong("update-positions"), help: "Add actors that are not in the file of positions to it.")
  var updates = false

  /// The file of positions, where one was named.
  func store() throws(CommandFailure) -> PositionStore? {
    guard let file else { return nil }
    return try PositionStore(path: file, updates: updates)
  }
}

/// What changed between two times.
struct DrawChangeOptions: ParsableArguments {
  @Flag(name: .customLong("diff"), help: "What changed: new, ended, stronger, weaker, flipped ties, and ranks.")
  var isWanted = false

  @Option(name: .customLong("from"), help: "The earlier day.", transform: DateArgument.day)
  var from: Day?

  @Option(name: .customLong("to"), help: "The later day.", transform: DateArgument.day)
  var to: Day?

  @Option(name: .customLong("measure"), help: "The measure whose ranks --diff shows before and after, or none.")
  var measure = "betweenness"

  /// - Throws: What is missing for a comparison.
  func check(fileCount: Int) throws(CommandFailure) {
    switch fileCount {
    case 1:
      guard from != nil, to != nil else {
        throw .usage("one file is compared between two days: add --from DATE --to DATE")
      }
    case 2: break
    default: throw .usage("--diff takes one file or two")
    }
  }
}

/// Pictures of several dates.
struct DrawSeriesOptions: ParsableArguments {
  @Option(help: "A picture for every day, month, quarter, year, or change, from --from to --to.")
  var every: SnapshotSchedule.Step?

  @Option(help: "Pictures of these days; repeat, or separate by commas.", transform: DateArgument.days)
  var dates: [[Day]] = []

  @Flag(name: .customLong("multiples"), help: "All dates small on one page, with what changed from one to the next.")
  var isMultiples = false

  @Flag(name: .customLong("animate"), help: "One svg that plays by itself, without scripts.")
  var isAnimated = false

  @Option(help: "A chart of the ranks by that measure over time.")
  var bump: String?

  @Option(help: "How many ranks --bump shows.")
  var top = 12

  @Option(help: "How many seconds --animate shows each date.")
  var seconds = 2.0

  /// Whether there is to be a series.
  var isWanted: Bool { every != nil || !dates.isEmpty }

  /// Whether the form of the series has no room for areas of blocs.
  var hidesBlocs: Bool { isMultiples || isAnimated || bump != nil }

  /// - Throws: What does not go together, or is missing.
  func check() throws(CommandFailure) {
    let forms = [isMultiples ? "--multiples" : nil, isAnimated ? "--animate" : nil, bump.map { _ in "--bump" }]
      .compactMap(\.self)
    if forms.count > 1 { throw .usage("\(forms.joined(separator: " and ")) exclude each other") }
    if let form = forms.first, !isWanted {
      throw .usage("\(form) needs dates: add --every year, or --dates DATE,DATE")
    }
    if every != nil && !dates.isEmpty { throw .usage("--every and --dates exclude each other") }
    if top < 1 { throw .usage("--top is 1 or more") }
  }
}

extension SnapshotSchedule.Step: ExpressibleByArgument {}

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
