import GraphAlgorithms
import GraphCore

/// Every algorithm of the package with its definition, options, cost, source and the command that runs it.
public struct AlgorithmIndex: Sendable {
  /// One algorithm.
  public struct Entry: Sendable, Hashable {
    /// What it is.
    public let summary: AlgorithmSummary
    /// Its options.
    public let parameters: [AlgorithmParameter]
    /// The command that runs it, without file: `rank --measure betweenness`.
    public let command: String
    /// A line that runs as it stands from the repository's root.
    public let example: String

    init(_ summary: AlgorithmSummary, _ parameters: [AlgorithmParameter] = [], command: String, example: String? = nil)
    {
      self.summary = summary
      self.parameters = parameters
      self.command = command
      self.example = "actorgraph " + Self.line(example ?? command, on: AlgorithmIndex.sampleFile)
    }

    /// The question that takes it: `rank`.
    public var question: String { String(command.prefix { $0 != " " }) }

    /// The command with its file: `rank FILE --measure betweenness`.
    public func command(on file: String) -> String { Self.line(command, on: file) }

    private static func line(_ command: String, on file: String) -> String {
      let words = command.split(separator: " ", maxSplits: 1).map(String.init)
      return (words.prefix(1) + [file] + words.dropFirst()).joined(separator: " ")
    }
  }

  /// The algorithms, by family, then by name.
  public let entries: [Entry]

  /// The network that examples run on.
  static let sampleFile = "Graphs/moscow-kabul.yaml"

  /// The index of the package.
  public init() {
    let measures = MeasureCatalog()
    let all =
      measures.measures.map { Self.entry($0, "rank --measure") }
      + measures.tieMeasures.map { Self.entry($0, "rank --measure") }
      + GroupingCatalog().methods.map { Self.entry($0, "groups --method") }
      + RouteCatalog().methods.map(Self.route)
      + StructureCatalog().measures.map { Self.entry($0, "structure --measure") }
      + Self.comparisons + Self.inTime
    var known: Set<String> = []
    let families = AlgorithmFamily.allCases
    entries = all.filter { known.insert($0.summary.id).inserted }.sorted { a, b in
      let first = families.firstIndex(of: a.summary.family) ?? 0
      let second = families.firstIndex(of: b.summary.family) ?? 0
      return first != second ? first < second : a.summary.id < b.summary.id
    }
  }

  /// The algorithm with a name.
  public func entry(id: String) -> Entry? { entries.first { $0.summary.id == id } }

  /// An algorithm that a command takes by name; options that must be given are shown with a sample.
  private static func entry<Output>(_ kind: AlgorithmKind<Output>, _ command: String) -> Entry {
    let needed = kind.parameters.filter { $0.standard == nil }
    func line(_ value: (AlgorithmParameter) -> String) -> String {
      let options = needed.map { "\($0.name)=\(value($0))" }.joined(separator: ",")
      return "\(command) \(kind.summary.id)" + (options.isEmpty ? "" : ":" + options)
    }
    let direction = undirected.contains(kind.summary.id) ? " --direction either" : ""
    return Entry(
      kind.summary, kind.parameters, command: line { $0.values == .node ? "ACTOR" : "ACTORS" },
      example: line { samples[$0.name] ?? "RUS" } + direction)
  }

  /// An algorithm that `paths` takes by name: its ends are options of the command.
  private static func route(_ kind: AlgorithmKind<Finding>) -> Entry {
    let names = kind.parameters.map(\.name)
    let ends = names.contains("to") ? " --to EU" : ""
    let direction = undirected.contains(kind.summary.id) ? " --direction either" : ""
    return Entry(
      kind.summary, kind.parameters.filter { !["from", "to", "between"].contains($0.name) },
      command: "paths --from ACTOR\(ends.isEmpty ? "" : " --to ACTOR") --method \(kind.summary.id)",
      example: "paths --from RUS\(ends) --method \(kind.summary.id)\(direction)")
  }

  private static let samples = ["from": "RUS+IRN", "sources": "RUS+BLR", "targets": "EU", "group": "RUS+CHN"]

  /// What is defined on undirected graphs only.
  private static let undirected: Set<String> = [
    "global-minimum-cut", "effective-resistance", "communicability", "current-flow-betweenness",
    "current-flow-closeness", "subgraph-centrality",
  ]

  /// Algorithms that compare: two divisions, or two networks.
  private static var comparisons: [Entry] {
    let nothing = CSRGraph(nodeCount: 0, edges: [], isDirected: false)
    return [
      Entry(
        PartitionComparison.summary, command: "groups --method METHOD --against METHOD",
        example: "groups --method leiden --against given"),
      comparison(Turnover(since: nothing)), comparison(DeltaCon(to: nothing)), comparison(NetSimile(to: nothing)),
      comparison(PortraitDivergence(to: nothing)), comparison(LaplacianSpectralDistance(to: nothing)),
    ]
  }

  private static func comparison<Algorithm: GraphAlgorithm>(_ standard: Algorithm) -> Entry {
    Entry(
      Algorithm.summary, parameters(Algorithm.parameters, of: standard), command: "compare --from DATE --to DATE",
      example: "compare --from 2024-12-31 --to 2025-07-08")
  }

  /// Algorithms on ties that hold for a time.
  private static var inTime: [Entry] {
    let reachability = TemporalReachability.parameters.filter { $0.name != "start" }
    return [
      route(EarliestArrival.summary, objective: "earliest"), route(FewestHops.summary, objective: "fewest-hops"),
      route(LatestDeparture.summary, objective: "latest-departure"),
      Entry(
        TemporalReachability.summary, parameters(reachability, of: TemporalReachability()),
        command: "rank --measure \(TemporalReachability.summary.id)"),
      Entry(
        Burstiness.summary, parameters(Burstiness.parameters, of: Burstiness()),
        command: "rank --measure \(Burstiness.summary.id)"),
    ]
  }

  /// An algorithm that is an objective of `paths`.
  private static func route(_ summary: AlgorithmSummary, objective: String) -> Entry {
    Entry(
      summary, command: "paths --from ACTOR --to ACTOR --objective \(objective)",
      example: "paths --from RUS --to EU --objective \(objective)")
  }

  private static func parameters<Algorithm>(
    _ parameters: [Parameter<Algorithm>], of standard: Algorithm
  ) -> [AlgorithmParameter] {
    parameters.map {
      AlgorithmParameter(name: $0.name, help: $0.help, values: $0.values, standard: $0.read(standard))
    }
  }
}
