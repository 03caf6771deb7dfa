import ActorGraph
import Foundation
import Synchronization

/// Rows that could not be read and were set aside, of all inputs of a run, in one table: the input, line and reason, and
/// then the row's own cells.
final class Quarantine: Sendable {
  private static let header = "file\tline\treason\trow"

  private let lines = Mutex([header])

  /// Adds the rows of an input, and writes the table anew.
  ///
  /// - Throws: That another file stands there, which may be an input; or that it cannot be written.
  func add(_ rows: [RefusedRow], of file: String, writing path: String) throws(CommandFailure) {
    try Self.requireOwn(path)
    let all = lines.withLock { lines in
      lines += rows.map { "\(file.escapingControls)\t\($0.line)\t\($0.reason.escapingControls)\t\($0.text)" }
      return lines
    }
    try Terminal.writeFile(path, Array((all.joined(separator: "\n") + "\n").utf8))
  }

  /// Lets only a table of its own be replaced.
  ///
  /// - Throws: That another file stands there.
  static func requireOwn(_ path: String) throws(CommandFailure) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return }
    let isFile = attributes[.type] as? FileAttributeType == .typeRegular
    let there = isFile ? FileHandle(forReadingAtPath: path) : nil
    defer { try? there?.close() }
    guard let there, (try? there.read(upToCount: header.utf8.count)) == Data(header.utf8) else {
      throw .cannotCreate("\(path): what is there is no table of rows set aside; name another file for --quarantine")
    }
  }
}
