import Foundation
import Reporting
import Testing

@Suite("FileIdentity")
struct FileIdentityTests {
  @Test("Links of both kinds and other spellings are one file, there or not; others and what is no file are not")
  func identity() throws {
    let folder = NSTemporaryDirectory() + "actorgraph-identity-\(UUID().uuidString)"
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder + "/inner", withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: folder) }
    try Data("x".utf8).write(to: URL(filePath: folder + "/a"))
    try Data("x".utf8).write(to: URL(filePath: folder + "/b"))
    try manager.createSymbolicLink(atPath: folder + "/soft", withDestinationPath: "a")
    try manager.linkItem(atPath: folder + "/a", toPath: folder + "/inner/hard")
    try manager.createSymbolicLink(atPath: folder + "/folder", withDestinationPath: "inner")
    try manager.createSymbolicLink(atPath: folder + "/soon", withDestinationPath: "inner/new")
    try manager.createSymbolicLink(atPath: folder + "/circle", withDestinationPath: "circle")
    let a = try #require(FileIdentity(path: folder + "/a"))
    #expect(a.exists)
    for name in ["soft", "inner/hard", "folder/hard", "inner/../a", "./a", "folder/../soft"] {
      #expect(FileIdentity(path: folder + "/" + name) == a, "\(name)")
    }
    #expect(FileIdentity(path: folder + "/b") != a)
    let new = try #require(FileIdentity(path: folder + "/inner/new"))
    #expect(!new.exists)
    #expect(FileIdentity(path: folder + "/folder/new") == new)
    #expect(FileIdentity(path: folder + "/soon") == new)
    #expect(FileIdentity(path: folder + "/new") != new)
    for name in ["inner", "circle", "missing/new"] {
      #expect(FileIdentity(path: folder + "/" + name) == nil, "\(name)")
    }
    #expect(FileIdentity(path: "/dev/null") == nil)
    let handle = try #require(FileHandle(forReadingAtPath: folder + "/soft"))
    #expect(FileIdentity(descriptor: handle.fileDescriptor) == a)
  }
}
