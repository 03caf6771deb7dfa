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

    init(_ snapshot: Snapshot) {
      time = snapshot.timeDescription
      windowMode = snapshot.day == nil && snapshot.days != nil ? snapshot.query.windowMode : nil
      knownBy = snapshot.query.knownBy?.description
      sources = snapshot.query.sources.sorted()
      withoutSources = snapshot.query.withoutSources.sorted()
    }
  }

  let version = Manifest.version
  let command: String
  let inputs: [Input]
  let views: [View]
  let projection: Projection?
  let seed: UInt64

  init(_ session: Session, _ inputs: [NetworkInput], _ projected: [ProjectedGraph]) {
    command = session.command
    self.inputs = inputs.map { Input(path: $0.path, sha256: $0.sha256) }
    views = projected.map { View($0.snapshot) }
    projection = projected.first?.projection
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
