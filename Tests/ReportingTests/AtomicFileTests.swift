import Foundation
import Testing

@testable import Reporting

// One at a time: one of them takes away whatever is unfinished, of the others too.
@Suite("AtomicFile", .serialized)
struct AtomicFileTests {
  /// Runs a test in an empty folder of its own.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "actorgraph-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func contents(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func permissions(_ path: String) throws -> Int {
    (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int) ?? 0
  }

  @Test("A new file holds every byte, and nothing else is left in the folder")
  func create() throws {
    try inFolder { folder in
      let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
      try AtomicFile(path: folder + "/new.bin").write(bytes)
      #expect(FileManager.default.contents(atPath: folder + "/new.bin") == Data(bytes))
      #expect(try names(folder) == ["new.bin"])
      try AtomicFile(path: folder + "/empty").write([])
      #expect(contents(folder + "/empty") == "")
    }
  }

  @Test("An earlier file is replaced whole, longer or shorter, and keeps its permissions")
  func replace() throws {
    try inFolder { folder in
      let path = folder + "/file.txt"
      try AtomicFile(path: path).write(Array("a long first text".utf8))
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      try AtomicFile(path: path).write(Array("short".utf8))
      #expect(contents(path) == "short")
      #expect(try permissions(path) == 0o640)
      #expect(try names(folder) == ["file.txt"])
    }
  }

  @Test("Taking away what is unfinished leaves whole files, and no others, whenever it comes")
  func unfinished() throws {
    try inFolder { folder in
      let path = folder + "/file.txt"
      try AtomicFile(path: path).write(Array("first".utf8))
      UnfinishedFiles.removeAll {}
      #expect(contents(path) == "first")
      let bytes = [UInt8](repeating: 65, count: 4 << 20)
      let writer = Thread {
        for _ in 0..<20 { try? AtomicFile(path: path).write(bytes) }
      }
      writer.start()
      while !writer.isFinished { UnfinishedFiles.removeAll {} }
      let size = FileManager.default.contents(atPath: path)?.count
      #expect(size == 5 || size == bytes.count)
      #expect(try names(folder) == ["file.txt"])
    }
  }

  @Test("Readers that opened the earlier file still read it whole")
  func readers() throws {
    try inFolder { folder in
      let path = folder + "/file.txt"
      try AtomicFile(path: path).write(Array("first".utf8))
      let reader = try #require(FileHandle(forReadingAtPath: path))
      try AtomicFile(path: path).write(Array("second".utf8))
      #expect(try reader.readToEnd() == Data("first".utf8))
      #expect(contents(path) == "second")
    }
  }

  @Test("A link keeps leading to its file, which gets the new contents")
  func link() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/inner", withIntermediateDirectories: true)
      try AtomicFile(path: folder + "/inner/real").write(Array("old".utf8))
      try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "inner/real")
      try AtomicFile(path: folder + "/link").write(Array("new".utf8))
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "inner/real")
      #expect(contents(folder + "/inner/real") == "new")
    }
  }

  // case 14 of the attack on 0.2.0: a dangling link was replaced by a file
  @Test("A link to a file that is not there yet leads to it once it is written, through further links too")
  func danglingLink() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/inner", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(atPath: folder + "/inner/second", withDestinationPath: "../real")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/first", withDestinationPath: folder + "/inner/second")
      try AtomicFile(path: folder + "/first").write(Array("new".utf8))
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/first") == folder + "/inner/second")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/inner/second") == "../real")
      #expect(contents(folder + "/real") == "new")
      #expect(try names(folder) == ["first", "inner", "real"])
      try FileManager.default.createSymbolicLink(atPath: folder + "/lost", withDestinationPath: "nowhere/file")
      #expect(throws: AtomicFileError.self) { try AtomicFile(path: folder + "/lost").write([1]) }
      #expect(try names(folder) == ["first", "inner", "lost", "real"])
    }
  }

  @Test("Links that lead in a circle are refused, and stay")
  func circle() throws {
    try inFolder { folder in
      try FileManager.default.createSymbolicLink(atPath: folder + "/a", withDestinationPath: "b")
      try FileManager.default.createSymbolicLink(atPath: folder + "/b", withDestinationPath: "a")
      let error = try #require(throws: AtomicFileError.self) { try AtomicFile(path: folder + "/a").write([1]) }
      guard case .cannotCreate = error else {
        Issue.record("\(error)")
        return
      }
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/a") == "b")
      #expect(try names(folder) == ["a", "b"])
    }
  }

  @Test("Where no file can be, the error says which and why, and nothing is left")
  func cannotCreate() throws {
    try inFolder { folder in
      for path in [folder + "/missing/file", folder, "/proc/actorgraph", ""] {
        let error = try #require(throws: AtomicFileError.self) { try AtomicFile(path: path).write([1]) }
        guard case .cannotCreate(let named, let reason) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(named == path)
        #expect(!reason.isEmpty)
        #expect(error.description.hasPrefix("cannot create"))
      }
      #expect(try names(folder) == [])
    }
  }

  @Test("A device is written to, never replaced")
  func devices() throws {
    try AtomicFile(path: "/dev/null").write(Array("gone".utf8))
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  #if os(Linux)
    @Test("A full disk is an error of writing")
    func full() throws {
      let error = try #require(throws: AtomicFileError.self) { try AtomicFile(path: "/dev/full").write([1, 2, 3]) }
      guard case .cannotWrite("/dev/full", _) = error else {
        Issue.record("\(error)")
        return
      }
    }
  #endif
}
