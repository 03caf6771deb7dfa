import ActorGraph
import Foundation

/// The file of `--positions`: read where it exists, written where it is missing or an update is asked for.
struct PositionStore {
  let path: String
  /// Whether a file that exists takes in new actors.
  let updates: Bool
  /// What the file said; `nil` where there was none.
  let file: PositionFile?

  /// - Throws: That the file cannot be read, or holds no positions.
  init(path: String, updates: Bool) throws(CommandFailure) {
    self.path = path
    self.updates = updates
    guard FileManager.default.fileExists(atPath: path) else {
      file = nil
      return
    }
    let bytes = try Session.file(path).bytes
    do {
      file = try JSONDecoder().decode(PositionFile.self, from: Data(bytes))
    } catch {
      throw .data(["\(path):1:1: error: these are no positions (draw them with -o FILE.json)"])
    }
  }

  /// Where actors stand already.
  var positions: Positions? { file?.positions }
  /// The page they lie on.
  var page: Box? { file?.page }

  /// The bytes to write, and what to say about where the actors stand.
  ///
  /// - Returns: No bytes where the file stays as it is.
  func outcome(_ composition: Composition) -> (bytes: [UInt8]?, message: String) {
    let count = composition.actors.count
    guard let file else {
      let bytes = Array(PositionFile.text(of: composition).utf8)
      return (bytes, "placed \(Self.actors(count)) and wrote their positions to \(path)")
    }
    let newcomers = composition.actors.filter { file.positions[$0.id] == nil }.map(\.id)
    guard !newcomers.isEmpty else { return (nil, "all \(Self.actors(count)) stand as in \(path)") }
    let known = count - newcomers.count
    let names = newcomers.prefix(8).joined(separator: ", ") + (newcomers.count > 8 ? ", …" : "")
    let placed =
      known > 0
      ? "\(Self.actors(known)) \(known == 1 ? "stands" : "stand") as in \(path), \(newcomers.count) new "
        + "\(newcomers.count == 1 ? "was" : "were") placed by their neighbours (\(names))"
      : "no actor of the picture is in \(path); all were placed anew"
    guard updates else { return (nil, placed + "; the file is unchanged, --update-positions adds them") }
    let bytes = Array(PositionFile.text(of: composition, keeping: file.positions).utf8)
    return (bytes, placed + " and added to the file")
  }

  private static func actors(_ count: Int) -> String { "\(count) actor\(count == 1 ? "" : "s")" }
}
