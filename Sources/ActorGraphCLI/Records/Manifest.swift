import ActorGraph
import Foundation

/// What a result was made from, so that it can be made again.
struct Manifest: Encodable {
  static let version = "0.2.0"

  struct Input: Encodable {
    let path: String
    let sha256: String
  }

  /// When and by which sources the network was looked at.
  struct View: Encodable {
    let time: String
    let windowMode: WindowMode?
    let knownBy: String?
    let sources: [String]
    let withoutSources: [String]
    /// The first and the last day to which relations of the file are dated.
    let datesCovered: [String]?
    /// On which side of them all days looked at lie.
    let outsideDates: DatesCovered.Side?
    /// Relations that count although nothing says when they began.
    let undatedRelations: Int
    /// Relations left out because they tie an actor to itself.
    let droppedLoops: Int

    init(_ projected: ProjectedGraph) {
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
  struct Making: Encodable {
    let projection: Projection
    let undatedRelations: Int
    let droppedLoops: Int

    enum CodingKeys: CodingKey {
      case undatedRelations, droppedLoops
    }

    init?(_ projected: [ProjectedGraph]) {
      guard let first = projected.first else { return nil }
      projection = first.projection
      undatedRelations = projected.map(\.undatedCount).max() ?? 0
      droppedLoops = projected.map(\.droppedLoopCount).max() ?? 0
    }

    func encode(to encoder: any Encoder) throws {
      try projection.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(undatedRelations, forKey: .undatedRelations)
      try container.encode(droppedLoops, forKey: .droppedLoops)
    }
  }

  let version = Manifest.version
  let command: String
  let inputs: [Input]
  let views: [View]
  let projection: Making?
  let seed: UInt64

  init(_ session: Session, _ inputs: [NetworkInput], _ projected: [ProjectedGraph]) {
    command = session.command
    self.inputs = inputs.map { Input(path: $0.path, sha256: $0.sha256) }
    views = projected.map { View($0) }
    projection = Making(projected)
    seed = session.options.seed
  }
}

/// JSON results: keys sorted, so that equal results are equal bytes.
enum JSONResult {
  static func text(_ value: some Encodable) throws(CommandFailure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "infinity", negativeInfinity: "-infinity", nan: "undefined")
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    } catch {
      throw .internal("the result cannot be written as JSON: \(error)")
    }
  }
}
