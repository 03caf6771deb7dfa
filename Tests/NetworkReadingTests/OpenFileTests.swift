import Foundation
import Testing

@testable import NetworkReading

@Suite("A file that changes while it is read")
struct OpenFileTests {
  private static let sound = "network: t\nactors: [{id: A, name: A}, {id: B, name: B}]\nrelations:\n"
  private let folder: URL
  private let path: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "actorgraph-open-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "t.yaml").path()
    try Data(Self.sound.utf8).write(to: URL(filePath: path))
  }

  private func remove() {
    do { try FileManager.default.removeItem(at: folder) } catch { Issue.record("\(folder.path()) stays: \(error)") }
  }

  /// The lines of the refusal of a file that something is done to between its opening and its reading; `nil` where it
  /// is read.
  private func refusal(_ change: () throws -> Void) throws -> [String]? {
    defer { remove() }
    let file = try OpenFile(path)
    try change()
    do throws(UnreadableFile) {
      _ = try file.contents()
      return nil
    } catch {
      guard case .unusable(let reason) = error else { return ["\(error)"] }
      return [reason]
    }
  }

  private var expected: [String] { ["\(path): the file changed while it was read; read it again when it is whole"] }

  private func handle() throws -> FileHandle { try FileHandle(forWritingTo: URL(filePath: path)) }

  @Test("C41: one that is left alone is read whole")
  func whole() throws {
    defer { remove() }
    #expect(try OpenFile(path).contents().bytes == Array(Self.sound.utf8))
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
    defer { remove() }
    let other = folder.appending(path: "u.yaml")
    try Data("network: u\nactors: []\n".utf8).write(to: other)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: other.path(), toPath: path)
    #expect(try file.contents().bytes == Array(Self.sound.utf8))
  }

  @Test func `a path gives the file's bytes under its name, and what is not there or a folder is missing`() throws {
    defer { remove() }
    let file = try InputFile(path: path)
    #expect(file.name == path)
    #expect(file.bytes == Array(Self.sound.utf8))
    let absent = path + ".none"
    #expect(throws: UnreadableFile.missing("there is no file \(absent)")) { try InputFile(path: absent) }
    #expect(throws: UnreadableFile.missing("\(folder.path()) is a folder; name a file in it")) {
      try InputFile(path: folder.path())
    }
  }
}
