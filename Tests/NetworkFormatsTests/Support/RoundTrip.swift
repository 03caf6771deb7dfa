import ActorModel
import Testing

@testable import NetworkFormats
@testable import NetworkReading

/// Writes a network, reads it back and expects what the format holds, with nothing missing that is not listed.
func expectRoundTrip(
  of network: ActorNetwork, in format: some NetworkReader & NetworkWriter, _ held: FormatCapabilities,
  holdsID: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let written = try format.write(network)
  var expected = try held.reduce(network, fields: .standard).content
  var options = ReadOptions()
  if let nodes = written.additionalFiles.first {
    options.table.nodes = InputFile(name: nodes.name(beside: "net.csv"), bytes: nodes.bytes)
  }
  let name = holdsID ? "other.x" : "\(network.id).x"
  if !holdsID { expected.id = network.id }
  do throws(Diagnostics) {
    let back = try format.read(InputFile(name: name, bytes: written.bytes), options: options)
    if back.network.content != expected {
      Issue.record(
        "\(String(decoding: written.bytes, as: UTF8.self))\n\(difference(back.network.content, expected))",
        sourceLocation: sourceLocation)
    }
    #expect((expected != network.content) == !written.losses.isEmpty, sourceLocation: sourceLocation)
    expectReconciled(back.report, sourceLocation: sourceLocation)
  } catch {
    Issue.record(
      "\(error.list.map(\.description).joined(separator: "\n"))\n\(String(decoding: written.bytes, as: UTF8.self))",
      sourceLocation: sourceLocation)
  }
}

/// The first thing in which two networks differ.
private func difference(_ a: NetworkContent, _ b: NetworkContent) -> String {
  for (x, y) in zip(a.actors, b.actors) where x != y { return "read \(x)\nwant \(y)" }
  for (x, y) in zip(a.relations, b.relations) where x != y { return "read \(x)\nwant \(y)" }
  return "counts \(a.actors.count) \(a.relations.count), want \(b.actors.count) \(b.relations.count); "
    + "\(a.id) \(a.title ?? "-") want \(b.id) \(b.title ?? "-")"
}
