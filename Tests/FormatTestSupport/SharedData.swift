import Foundation
import NetworkReading

/// Data sets that are kept beside the package, in a folder `shared/data`; tests that need them say so where absent.
package enum SharedData {
  /// The folder; `nil` where there is none.
  package static let folder: URL? = {
    var place = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while place.path != "/" {
      place.deleteLastPathComponent()
      let folder = place.appendingPathComponent("shared/data")
      if FileManager.default.fileExists(atPath: folder.path) { return folder }
    }
    return nil
  }()

  package static var isAbsent: Bool { folder == nil }

  package static func file(_ path: String) throws -> InputFile {
    guard let folder else { throw Absent() }
    return InputFile(name: path, bytes: [UInt8](try Data(contentsOf: folder.appendingPathComponent(path))))
  }

  package struct Absent: Error {}
}
