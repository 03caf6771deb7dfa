import Foundation
import Testing

@testable import ActorGraphCLI

@Suite("A file that changes while it is read")
struct OpenFileTests {
  private let path: String
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    path = try scratch.write("t.yaml", NetworkText.sound)
  }

  /// The lines of the refusal of a file that something is done to between its opening and its reading; `nil` where it
  /// is read.
  private func refusal(_ change: () throws -> Void) throws -> [String]? {
    defer { scratch.remove() }
    let file = try OpenFile(path)
    try change()
    do throws(CommandFailure) {
      _ = try file.contents()
      return nil
    } catch {
      #expect(error.exitCode == 65)
      return error.lines
    }
  }

  private var expected: [String] { ["\(path): the file changed while it was read; read it again when it is whole"] }

  private func handle() throws -> FileHandle { try FileHandle(forWritingTo: URL(filePath: path)) }

  @Test("C41: one that is left alone is read whole")
  func whole() throws {
    defer { scratch.remove() }
    #expect(try OpenFile(path).contents().bytes == Array(NetworkText.sound.utf8))
  }

  @Test("C41: one that grows is refused")
  func grows() throws {
    let lines = try refusal {
      let handle = try handle()
      try handle.seekToEnd()
      try handle.write(contentsOf: Data("  - {id: R2, from: B, to: A, type: meets}\n".utf8))
      try handle.close()
    }
    #expect(lines == expected)
  }

  @Test("C41: one that is cut off is refused")
  func shrinks() throws {
    #expect(try refusal { try handle().truncate(atOffset: 40) } == expected)
  }

  @Test("C41: one that is written over with as many bytes is refused, by its time of change")
  func rewritten() throws {
    let lines = try refusal {
      let handle = try handle()
      try handle.write(contentsOf: Data("network: u".utf8))
      try handle.close()
      // Clocks of file systems are coarse: the time is set, so that the test does not hang on a tick.
      try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: path)
    }
    #expect(lines == expected)
  }

  @Test("C41: one that is replaced under its name, as editors and this program write, is read as it was")
  func replaced() throws {
    let file = try OpenFile(path)
    defer { scratch.remove() }
    let other = try scratch.write("u.yaml", "network: u\nactors: []\n")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: other, toPath: path)
    #expect(try file.contents().bytes == Array(NetworkText.sound.utf8))
  }
}
