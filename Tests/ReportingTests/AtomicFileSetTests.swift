import Foundation
import Testing

@testable import Reporting

@Suite("AtomicFileSet")
struct AtomicFileSetTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "actorgraph-set-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func set(_ names: [String]) -> AtomicFileSet {
    AtomicFileSet(names.map { AtomicFileSet.Member(path: folder + "/" + $0, bytes: Array("new \($0)".utf8)) })
  }

  private func contents(_ name: String) -> String? {
    FileManager.default.contents(atPath: folder + "/" + name).map { String(decoding: $0, as: UTF8.self) }
  }

  private var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

  private func remove() { try? FileManager.default.removeItem(atPath: folder) }

  @Test("All files are written, those that are there and those that are not")
  func all() throws {
    defer { remove() }
    try set(["a", "c"]).write()
    try set(["a", "b", "c"]).write()
    #expect(["a", "b", "c"].map(contents) == ["new a", "new b", "new c"])
    #expect(names == ["a", "b", "c"])
  }

  @Test("When the last cannot be put into its place, all are as they were, new and earlier ones")
  func takenBack() throws {
    defer { remove() }
    try FileManager.default.createDirectory(atPath: folder + "/z", withIntermediateDirectories: true)
    for name in ["a", "b"] { try Data("old \(name)".utf8).write(to: URL(filePath: folder + "/" + name)) }
    let number = try FileManager.default.attributesOfItem(atPath: folder + "/a")[.systemFileNumber] as? Int
    let error = #expect(throws: AtomicFileError.self) { try set(["a", "new", "b", "z"]).write() }
    guard case .cannotCreate(let path, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(path == folder + "/z")
    #expect(["a", "b", "new"].map(contents) == ["old a", "old b", nil])
    #expect(try FileManager.default.attributesOfItem(atPath: folder + "/a")[.systemFileNumber] as? Int == number)
    #expect(names == ["a", "b", "z"])
  }

  @Test("When one cannot be filled, none is put into its place")
  func notFilled() throws {
    defer { remove() }
    try Data("old".utf8).write(to: URL(filePath: folder + "/a"))
    var members = set(["a"]).members
    members.append(AtomicFileSet.Member(path: folder + "/missing/b", bytes: [1]))
    #expect(throws: AtomicFileError.self) { try AtomicFileSet(members).write() }
    #expect(contents("a") == "old")
    #expect(names == ["a"])
    #if os(Linux)
      members[1] = AtomicFileSet.Member(path: "/dev/full", bytes: [1])
      #expect(throws: AtomicFileError.self) { try AtomicFileSet(members).write() }
      #expect(contents("a") == "old")
      #expect(names == ["a"])
    #endif
  }
}
