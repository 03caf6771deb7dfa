import Foundation
import Testing

@testable import Reporting

@Suite("Files that killed runs left behind")
struct UnfinishedFilesTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "actorgraph-left-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

  private func leave(_ name: String) {
    _ = FileManager.default.createFile(atPath: folder + "/" + name, contents: Data([1]))
  }

  @Test("They are taken away when a file is written beside them, and no other is")
  func leftovers() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    leave(".actorgraph-unfinished-a1B2c3")
    leave(".actorgraph-unfinished-a1B2c3-earlier")
    // Files of the user's own, whatever they are called, and links.
    let others = [".actorgraph-config", ".actorgraph-unfinished-notes.txt", ".actorgraph-unfinished-", "other"]
    for name in others { leave(name) }
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/.actorgraph-unfinished-linked", withDestinationPath: "other")
    try AtomicFile(path: folder + "/result").write([1])
    #expect(names == (others + [".actorgraph-unfinished-linked", "result"]).sorted())
  }

  @Test("One that a run still writes stays until it is done with")
  func locked() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    leave(".actorgraph-unfinished-a1B2c3")
    let name = folder + "/.actorgraph-unfinished-a1B2c3"
    let descriptor = open(name, O_RDONLY)
    #expect(flock(descriptor, LOCK_EX) == 0)
    UnfinishedFiles.removeLeftovers(in: folder + "/")
    #expect(names == [".actorgraph-unfinished-a1B2c3"])
    close(descriptor)
    // Another spelling of the folder, which has not been looked through yet.
    UnfinishedFiles.removeLeftovers(in: folder + "/./")
    #expect(names == [])
  }

  @Test("A temporary file is locked from the moment others can find it, and gone once it is done with")
  func create() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = try UnfinishedFiles.create(in: folder + "/")
    let other = open(file.name, O_RDONLY)
    #expect(flock(other, LOCK_EX | LOCK_NB) != 0)
    UnfinishedFiles.removeLeftovers(in: folder + "/")
    #expect(names.count == 1)
    UnfinishedFiles.removeUnfinished(file.name)
    close(other)
    close(file.descriptor)
    #expect(names == [])
  }
}
