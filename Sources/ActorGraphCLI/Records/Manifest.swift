import ActorGraph
import Foundation

extension Manifest {
  /// What a result of a run was made from.
  init(_ session: Session, _ inputs: [NetworkInput], _ projected: [ProjectedGraph]) {
    self.init(session.command, of: inputs, projected, seed: session.options.seed)
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
