import ActorGraph
import Foundation

/// The file of `--positions`: read where it exists, written where it is missing or an update is asked for.
struct PositionStore {
  let path: String
  /// Whether a file that exists takes in new actors.
  let updates: Bool
  /// Where actors stand already; `nil` where there was no file.
  let positions: Positions?
  /// The page they lie on.
  let page: Box?

  /// - Throws: That the file cannot be read, or what is wrong in it, with line and column.
  init(path: String, updates: Bool) throws(CommandFailure) {
    self.path = path
    self.updates = updates
    guard FileManager.default.fileExists(atPath: path) else {
      positions = nil
      page = nil
      return
    }
    let record: PositionRecord
    do {
      record = try PositionReader(extent: Drawing.mostExtent).read(try Session.file(path))
    } catch let failure as CommandFailure {
      throw failure
    } catch let diagnostics as Diagnostics {
      throw CommandFailure(diagnostics)
    } catch {
      throw .internal("\(error)")
    }
    positions = Positions(record.places.mapValues { Point(x: $0.x, y: $0.y) })
    page = record.page.map { page in
      Box(
        minX: page.corner.x, minY: page.corner.y, maxX: page.corner.x + page.width, maxY: page.corner.y + page.height)
    }
  }

  /// What becomes of the file, and what to say about where the actors stand.
  struct Outcome {
    /// The file to write; `nil` where it stays as it is.
    let file: AtomicFileSet.Member?
    let message: String
  }

  /// What becomes of the file once the actors have their places.
  func outcome(_ composition: Composition) -> Outcome {
    let count = composition.actors.count
    guard let positions else {
      let bytes = Array(PositionFile.text(of: composition).utf8)
      return Outcome(file: member(bytes), message: "placed \(Self.actors(count)) and wrote their positions to \(path)")
    }
    let newcomers = composition.actors.filter { positions[$0.id] == nil }.map(\.id)
    guard !newcomers.isEmpty else {
      return Outcome(file: nil, message: "all \(Self.actors(count)) stand as in \(path)")
    }
    let known = count - newcomers.count
    let names = newcomers.prefix(8).joined(separator: ", ") + (newcomers.count > 8 ? ", …" : "")
    let placed =
      known > 0
      ? "\(Self.actors(known)) \(known == 1 ? "stands" : "stand") as in \(path), \(newcomers.count) new "
        + "\(newcomers.count == 1 ? "was" : "were") placed by their neighbours (\(names))"
      : "no actor of the picture is in \(path); all were placed anew"
    guard updates else {
      return Outcome(file: nil, message: placed + "; the file is unchanged, --update-positions adds them")
    }
    let bytes = Array(PositionFile.text(of: composition, keeping: positions).utf8)
    return Outcome(file: member(bytes), message: placed + " and added to the file")
  }

  private func member(_ bytes: [UInt8]) -> AtomicFileSet.Member { AtomicFileSet.Member(path: path, bytes: bytes) }

  private static func actors(_ count: Int) -> String { "\(count) actor\(count == 1 ? "" : "s")" }
}
