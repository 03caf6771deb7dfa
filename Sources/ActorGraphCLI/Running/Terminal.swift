import ActorGraph
import Foundation
import Synchronization

/// Standard output and error, and files written whole.
enum Terminal {
  /// The line of progress at the foot of the terminal: there is one terminal, and one line.
  private struct ProgressLine {
    var isShown = false
    var isClosed = false
  }

  private static let progress = Mutex(ProgressLine())

  /// What a run has printed, for a caller in the same process.
  final class Transcript: Sendable {
    fileprivate let bytes = Mutex((output: [UInt8](), errors: [UInt8]()))

    /// What went to standard output.
    var output: String { bytes.withLock { String(decoding: $0.output, as: UTF8.self) } }
    /// What went to standard error.
    var errors: String { bytes.withLock { String(decoding: $0.errors, as: UTF8.self) } }
  }

  /// Takes what is printed in the place of standard output and error, where there is one.
  @TaskLocal static var transcript: Transcript?

  /// Whether standard output is a terminal.
  static var showsOutput: Bool { transcript == nil && isatty(STDOUT_FILENO) == 1 }
  /// Whether standard error is a terminal.
  static var showsErrors: Bool { transcript == nil && isatty(STDERR_FILENO) == 1 }

  /// Shows a line of progress in the place of the one before; nothing once the results are being printed.
  static func showProgress(_ line: String) {
    progress.withLock { state in
      guard !state.isClosed else { return }
      state.isShown = true
      show("\r\(line.escapingControls)\u{1B}[K")
    }
  }

  /// Whether lines of progress are still shown.
  static var takesProgress: Bool { progress.withLock { !$0.isClosed } }

  /// Takes the line of progress away: for a moment, or for good.
  static func clearProgress(forGood: Bool = false) {
    progress.withLock { state in
      if state.isShown { show("\r\u{1B}[K") }
      state.isShown = false
      state.isClosed = state.isClosed || forGood
    }
  }

  /// Writes to standard output; a reader that went away ends the program quietly.
  ///
  /// A terminal is shown control and direction-changing characters written out, as it would obey them; files and pipes
  /// get them as they are.
  ///
  /// - Throws: That not everything could be written, a full disk for example.
  static func print(_ text: String, escaping form: ControlForm = .shown) throws(CommandFailure) {
    try printStyled(showsOutput ? text.escapingControlsInLines(as: form) : text)
  }

  /// Writes bytes to standard output, to a terminal as text.
  static func print(_ bytes: [UInt8], escaping form: ControlForm = .shown) throws(CommandFailure) {
    if showsOutput {
      try print(String(decoding: bytes, as: UTF8.self), escaping: form)
    } else {
      try writeOut(bytes)
    }
  }

  /// Writes text of the program's own making to standard output, with the escape codes of its headings.
  static func printStyled(_ text: String) throws(CommandFailure) { try writeOut(Array(text.utf8)) }

  private static func writeOut(_ bytes: [UInt8]) throws(CommandFailure) {
    if let transcript { return transcript.bytes.withLock { $0.output += bytes } }
    clearProgress(forGood: true)
    guard write(bytes, to: STDOUT_FILENO) else {
      throw .inputOutput("cannot write to standard output: \(String(cString: strerror(errno)))")
    }
  }

  /// Writes a line to standard error.
  static func warn(_ line: String) {
    clearProgress()
    show(line.escapingControls + "\n")
  }

  /// Takes the line of progress away and writes a line to standard error, unless that would wait: for a thread that is
  /// writing there, or for a reader who reads no more. For one who is about to end the program.
  static func warnUnlessStuck(_ line: String?) {
    var ready = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
    guard poll(&ready, 1, 0) == 1 else { return }
    let isShown = progress.withLockIfAvailable { state in
      defer { state.isShown = false }
      return state.isShown
    }
    show((isShown == true ? "\r\u{1B}[K" : "") + (line.map { $0.escapingControls + "\n" } ?? ""))
  }

  /// Writes text to standard error as it is; where that cannot be written there is nobody to tell.
  static func show(_ text: String) {
    if let transcript { return transcript.bytes.withLock { $0.errors += text.utf8 } }
    _ = write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Writes everything, or says that it could not: Foundation's file handle ends the program instead.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  /// Writes a file whole or not at all.
  static func writeFile(_ path: String, _ bytes: [UInt8]) throws(CommandFailure) {
    try writeFiles([AtomicFileSet.Member(path: path, bytes: bytes)])
  }

  /// Writes files that belong together: all, or none.
  static func writeFiles(_ files: [AtomicFileSet.Member]) throws(CommandFailure) {
    do {
      try AtomicFileSet(files).write()
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Writes files one after the other; when one cannot be written those before it stay, and the error names them.
  static func writeSeries(_ files: [AtomicFileSet.Member]) throws(CommandFailure) {
    for (index, file) in files.enumerated() {
      do {
        try AtomicFileSet([file]).write()
      } catch {
        throw CommandFailure(error, "; \(Self.account(of: files[..<index].map(\.path), among: files.count))")
      }
    }
  }

  /// `2 of 24 files were written before it and stay: a.svg, b.svg`
  private static func account(of written: [String], among count: Int) -> String {
    guard let last = written.last else { return "none of \(count) files was written" }
    let names = written.count > 8 ? written.prefix(6) + ["…", last] : written[...]
    return "\(written.count) of \(count) files \(written.count == 1 ? "was" : "were") written before it and "
      + "\(written.count == 1 ? "stays" : "stay"): \(names.joined(separator: ", "))"
  }
}
