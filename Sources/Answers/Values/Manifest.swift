import ActorModel

/// What an answer was made from, so that it can be made again.
public struct Manifest: Encodable, Sendable {
  /// The program's version.
  public static let programVersion = "0.2.0"

  /// A file that was read.
  public struct Input: Encodable, Sendable, Hashable {
    /// Its path as it was given.
    public let path: String
    /// The SHA-256 hash of its bytes.
    public let sha256: String
  }

  /// When and by which sources a network was looked at.
  package struct View: Encodable, Sendable, Hashable {
    /// The time, in words.
    package let time: String
    /// How a window was put together; `nil` for a day.
    package let windowMode: WindowMode?
    /// The day by which evidence was published.
    package let knownBy: String?
    /// The sources that statements rest on.
    package let sources: [String]
    /// The sources that statements do not rest on alone.
    package let withoutSources: [String]
    /// The first and the last day to which relations of the file are dated.
    package let datesCovered: [String]?
    /// On which side of them all days looked at lie.
    package let outsideDates: DatesCovered.Side?
    /// Relations that count although nothing says when they began.
    package let undatedRelations: Int
    /// Relations left out because they tie an actor to itself.
    package let droppedLoops: Int

    /// What a graph looked at.
    package init(_ projected: ProjectedGraph) {
      let snapshot = projected.snapshot
      time = snapshot.timeDescription
      windowMode = snapshot.day == nil && snapshot.days != nil ? snapshot.query.windowMode : nil
      knownBy = snapshot.query.knownBy?.description
      sources = snapshot.query.sources.sorted()
      withoutSources = snapshot.query.withoutSources.sorted()
      datesCovered = snapshot.datesCovered.map { [$0.first.description, $0.last.description] }
      outsideDates = snapshot.sideOfDates
      undatedRelations = projected.undatedCount
      droppedLoops = projected.droppedLoopCount
    }
  }

  /// How graphs were made of what was looked at, and what that did to relations; of several graphs the greatest numbers,
  /// as each view has its own.
  package struct Making: Encodable, Sendable {
    private let projection: Projection
    private let undatedRelations: Int
    private let droppedLoops: Int

    private enum CodingKeys: CodingKey {
      case undatedRelations, droppedLoops
    }

    init?(_ projected: [ProjectedGraph]) {
      guard let first = projected.first else { return nil }
      projection = first.projection
      undatedRelations = projected.map(\.undatedCount).max() ?? 0
      droppedLoops = projected.map(\.droppedLoopCount).max() ?? 0
    }

    /// The projection, with the counts beside it.
    package func encode(to encoder: any Encoder) throws {
      try projection.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(undatedRelations, forKey: .undatedRelations)
      try container.encode(droppedLoops, forKey: .droppedLoops)
    }
  }

  /// The program's version.
  public let version = Manifest.programVersion
  /// The question.
  public let command: String
  /// What was read.
  public let inputs: [Input]
  /// What was looked at.
  package let views: [View]
  /// How snapshots became graphs; `nil` where none did.
  package let projection: Making?
  /// The seed of random choices.
  public let seed: UInt64

  /// What an answer to a question was made from.
  package init(_ question: String, of inputs: [Study.Input], _ projected: [ProjectedGraph], seed: UInt64) {
    command = question
    self.inputs = inputs.map { Input(path: $0.path, sha256: $0.sha256) }
    views = projected.map(View.init)
    projection = Making(projected)
    self.seed = seed
  }

  /// What an answer to a question asked of a study was made from.
  init(_ question: String, of study: Study, _ projected: [ProjectedGraph]) {
    self.init(question, of: study.inputs, projected, seed: study.seed)
  }

  private enum CodingKeys: String, CodingKey {
    case version, command, inputs, views, projection, seed
  }
}
