import ActorGraph
import Synchronization

/// Rows that could not be read and were set aside, of all inputs of a run, in one table: the input, line and reason, and
/// then the row's own cells.
final class Quarantine: Sendable {
  private let lines = Mutex(["file\tline\treason\trow"])

  /// Adds the rows of an input, and writes the table anew.
  func add(_ rows: [RefusedRow], of file: String, writing path: String) throws(CommandFailure) {
    let all = lines.withLock { lines in
      lines += rows.map { "\(Self.cell(file))\t\($0.line)\t\(Self.cell($0.reason))\t\($0.text)" }
      return lines
    }
    try Terminal.writeFile(path, Array((all.joined(separator: "\n") + "\n").utf8))
  }

  /// A text as one cell.
  private static func cell(_ text: String) -> String { text.escapingControls }
}
