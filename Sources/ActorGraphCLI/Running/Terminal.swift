import ActorGraph
import Foundation

/// Standard output and error, and files written whole.
enum Terminal {
  /// Writes to standard output; a reader that went away ends the program quietly.
  static func print(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Writes a line to standard error.
  static func warn(_ line: String) {
    FileHandle.standardError.write(Data((line.escapingControls + "\n").utf8))
  }

  /// Writes a file whole or not at all.
  static func writeFile(_ path: String, _ bytes: [UInt8]) throws(CommandFailure) {
    do {
      try AtomicFile(path: path).write(bytes)
    } catch {
      throw CommandFailure(error)
    }
  }
}
