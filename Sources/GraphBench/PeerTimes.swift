import Foundation

/// Timings of other programs, one line `program<TAB>case<TAB>seconds` each.
struct PeerTimes {
  /// The least time of each case, and whose it is.
  private var fastest: [String: PeerTime] = [:]

  /// Times from a file; lines that are none are passed over.
  init(path: String) throws {
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3, fields[0] != "actorgraph", let seconds = Double(fields[2]) else { continue }
      if seconds < fastest[fields[1]]?.seconds ?? .infinity {
        fastest[fields[1]] = PeerTime(peer: fields[0], seconds: seconds)
      }
    }
  }

  /// A line of the table of ratios, in the columns of ``head``.
  func row(_ name: String, seconds: Double, required: Double?) -> String {
    let need = required.map { Figures.text($0, places: 1) } ?? ""
    guard let peer = fastest[name] else {
      return [name, Figures.text(seconds, places: 5), "", "", "", need, required == nil ? "" : "not compared"]
        .joined(separator: "\t")
    }
    let ratio = peer.seconds / seconds
    let verdict = required.map { ratio >= $0 ? "yes" : "no" } ?? ""
    return [
      name, Figures.text(seconds, places: 5), peer.peer, Figures.text(peer.seconds, places: 4),
      Figures.text(ratio, places: 2), need, verdict,
    ].joined(separator: "\t")
  }

  /// The line for the memory of the loaded graph, which is not compared with other programs.
  static func memoryRow(bytes: Double, allowed: Double) -> String {
    let most = "at most \(Figures.text(allowed, places: 0))"
    return ["rmat-16 bytes an edge", Figures.text(bytes, places: 1), "", "", "", most, bytes <= allowed ? "yes" : "no"]
      .joined(separator: "\t")
  }

  /// The head of the table of ratios.
  static let head = "case\tseconds\tfastest other\tits seconds\ttimes as fast\trequired\tmet"
}

private struct PeerTime {
  let peer: String
  let seconds: Double
}
