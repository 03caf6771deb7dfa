import ActorModel

@testable import NetworkFormats
@testable import NetworkReading

/// Writes a network in a format and reads it back: what comes back is the network without the listed losses.
struct FuzzRoundTrip {
  let format: any NetworkWriter

  /// Writes and reads back; a network that the format says it cannot hold passes.
  func run(_ network: ActorNetwork) throws(FuzzFailure) {
    let written: ExportedNetwork
    do throws(UnwritableNetwork) { written = try format.write(network) } catch { return }
    guard let reader = format as? any NetworkReader else { return }
    let back = try read(written, with: reader, of: network)
    let expected = try reduced(network)
    if let expected, back.content != expected {
      throw FuzzFailure("\(format.id): \(Self.difference(back.content, expected))\n\(shown(written))")
    }
    if let expected, (expected != network.content) == written.losses.isEmpty {
      throw FuzzFailure("\(format.id): losses \(written.losses) are not what was lost")
    }
    var whole = network.content
    whole.id = back.content.id
    if written.losses.isEmpty, back.content != whole {
      throw FuzzFailure("\(format.id): lost in silence: \(Self.difference(back.content, whole))\n\(shown(written))")
    }
    try expectStable(back, written)
  }

  private func read(
    _ written: ExportedNetwork, with reader: any NetworkReader, of network: ActorNetwork
  ) throws(FuzzFailure) -> ActorNetwork {
    var options = ReadOptions()
    if let nodes = written.additionalFiles.first {
      options.table.nodes = InputFile(name: nodes.name(beside: "net.csv"), bytes: nodes.bytes)
    }
    do throws(Diagnostics) {
      return try reader.read(InputFile(name: "\(network.id).x", bytes: written.bytes), options: options).network
    } catch {
      let problems = error.list.map(\.description).joined(separator: "\n")
      throw FuzzFailure("\(format.id): what was written is not read: \(problems)\n\(shown(written))")
    }
  }

  /// What was read back is written as the same bytes.
  private func expectStable(_ back: ActorNetwork, _ written: ExportedNetwork) throws(FuzzFailure) {
    let again: ExportedNetwork
    do throws(UnwritableNetwork) { again = try format.write(back) } catch {
      throw FuzzFailure("\(format.id): what was read back is not written: \(error)")
    }
    guard again.bytes != written.bytes else { return }
    throw FuzzFailure("\(format.id): written a second time as\n\(shown(again))\nafter\n\(shown(written))")
  }

  /// What the format holds of a network; `nil` where only the format's own second writing can tell.
  private func reduced(_ network: ActorNetwork) throws(FuzzFailure) -> NetworkContent? {
    let held: FormatCapabilities
    switch format.id {
    case "node-link": held = NodeLinkFormat.held
    case "jgf": held = JSONGraphFormat.held
    case "gml": held = GMLFormat.held
    case "pajek": held = PajekFormat.held
    case "dl": held = DLFormat.held
    case "dot": held = DOTFormat.held
    case "csv": held = CSVWriter.held
    case "edgelist": held = EdgeListFormat.held
    case "network", "network-json": return network.content
    default: return nil
    }
    do throws(UnwritableNetwork) {
      var content = try held.reduce(network, fields: .standard).content
      // A file name's beginning is the id where the format has no place for one.
      content.id = network.id
      return content
    } catch {
      throw FuzzFailure("\(format.id): written, but not held: \(error)")
    }
  }

  private func shown(_ written: ExportedNetwork) -> String {
    ([written.bytes] + written.additionalFiles.map(\.bytes)).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: "\n---\n")
  }

  private static func difference(_ a: NetworkContent, _ b: NetworkContent) -> String {
    for (x, y) in zip(a.actors, b.actors) where x != y { return "read \(x)\nwant \(y)" }
    for (x, y) in zip(a.relations, b.relations) where x != y { return "read \(x)\nwant \(y)" }
    for (x, y) in zip(a.sources, b.sources) where x != y { return "read \(x)\nwant \(y)" }
    return "read \(a.id) \(a.title ?? "-") \(a.actors.count) \(a.relations.count)\n"
      + "want \(b.id) \(b.title ?? "-") \(b.actors.count) \(b.relations.count)"
  }
}
