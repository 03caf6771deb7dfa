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

  /// A line of a Markdown table: case, ours, the fastest other, the ratio, what is required, whether it is met.
  func row(_ name: String, seconds: Double, required: Double?) -> String {
    let ours = Figures.text(seconds, places: 4)
    guard let peer = fastest[name] else { return "| \(name) | \(ours) | | | | |" }
    let ratio = peer.seconds / seconds
    let need = required.map { Figures.text($0, places: 1) } ?? ""
    let met = required.map { ratio >= $0 ? "yes" : "no" } ?? ""
    let theirs = "\(peer.peer) \(Figures.text(peer.seconds, places: 4))"
    return "| \(name) | \(ours) | \(theirs) | \(Figures.text(ratio, places: 1)) | \(need) | \(met) |"
  }

  /// The head of the table.
  static let head = """
    | case | seconds | fastest other, seconds | times as fast | required | met |
    |---|---|---|---|---|---|
    """
}

private struct PeerTime {
  let peer: String
  let seconds: Double
}
