import ActorModel
import EventFeeds
import FormatTestSupport
import Foundation
import Testing

@testable import NetworkFormats
@testable import NetworkReading

/// Reads every data file beside the package, and compares the counts by folder with the table in `Formats.md`.
@Suite(
  "Every shared file is read, or refused for a reason", .disabled(if: SharedData.isAbsent, "no shared data here"))
struct SharedFilesTests {
  /// What became of a file.
  enum Outcome: String, CaseIterable {
    case read
    /// Read once the reader is told what the file cannot say.
    case readWhenTold
    /// A table that names no two ends of ties.
    case noTies
    /// Broken, or against the format's grammar.
    case refused
    /// Of a format that is none of ours: prose, binary files, other programs' matrices.
    case other
  }

  /// What must be said to read a file: which network, that undeclared ends are meant, which columns are the ends.
  private static let told: [(String, @Sendable (inout ReadOptions) -> Void)] = [
    (".paj", { $0.networkName = "1" }),
    ("automolater-pos-c.gml", { $0.createsMissingActors = true }),
    ("radare2-callgraph.gml", { $0.createsMissingActors = true }),
    ("icews18-valid/valid.txt", { $0.table.columns = [.source: "1", .type: "2", .target: "3"] }),
    ("population.csv", { $0.table.columns = [.source: "coo_iso", .target: "coa_iso", .weight: "refugees"] }),
    ("asylum_applications.csv", { $0.table.columns = [.source: "coo_iso", .target: "coa_iso", .weight: "applied"] }),
    ("asylum_decisions.csv", { $0.table.columns = [.source: "coo_iso", .target: "coa_iso", .weight: "dec_total"] }),
    ("flows.csv", { $0.table.columns = [.source: "coo_iso", .target: "coa_iso"] }),
    ("solutions.csv", { $0.table.columns = [.source: "coo_iso", .target: "coa_iso"] }),
  ]

  /// Files against their format's grammar, and a part of the message.
  static let broken = [
    "2tokens.dot": "'10A10' is neither a number nor a name", "avora-cfg-graph.gv": "a name is missing here",
    "ct.dot": "a name is missing here", "graph-radial.dot": "'@' cannot stand here",
    "ldd2dotlib.dot": "'@' cannot stand here", "lddpython.dot": "'@' cannot stand here",
    "rtl2dot.py.dot": "'@' cannot stand here", "wasm-callgraph-binaryen.gv": "'@' cannot stand here",
    "point-size.dot": "'*' cannot stand here", "un.org.human.rights.dot": "the control character U+A",
    "florentine/PadgettM.json": "a link without source", "cameo-codes.csv": "is not UTF-8",
    "cameo-codebook/CAMEO.csv": "a quote in the middle of a cell", "entity2id.txt": "a quote in the middle of a cell",
    "countrynames-DEDI.txt": "weight 'Asia' is not a finite number",
    "data_unhcr.csv": "weight 'Asia and the Pacific' is not a finite number", "CAMEO_codefile.txt": "fewer than the",
    "power.gt": "is not UTF-8", "foodweb-baydry.nkbg002": "is not UTF-8",
    "foodweb-baydry.nkbg004": "is not UTF-8",
  ]

  private let registry = FormatRegistry(feeds: [GDELTFormat()])

  private func outcome(of path: String) throws -> Outcome? {
    let file = try SharedData.file(path)
    let problem: Diagnostic
    do throws(Diagnostics) {
      _ = try registry.read(file)
      return .read
    } catch {
      problem = error.list.first { $0.severity == .error } ?? error.list[0]
    }
    if let how = Self.told.first(where: { path.contains($0.0) }) {
      var options = ReadOptions()
      how.1(&options)
      if (try? registry.read(file, options: options)) != nil { return .readWhenTold }
    }
    let text = problem.message
    if text.contains("no columns are named source and target") || text.contains("no column is the tie's") {
      return .noTies
    }
    if text.contains("a row of one cell") { return .noTies }
    if let part = Self.broken.first(where: { path.hasSuffix($0.key) })?.value, text.contains(part) { return .refused }
    if text.contains("format is not known") || text.contains("the file is neither") { return .other }
    Issue.record("\(problem)")
    return nil
  }

  private static let folders: [String] = {
    guard let data = SharedData.folder, let found = try? FileManager.default.contentsOfDirectory(atPath: data.path)
    else { return [] }
    return found.sorted()
  }()

  /// The files of a folder and its folders, but for what is said about them.
  private func files(in folder: String) throws -> [String] {
    let place = try #require(SharedData.folder).appendingPathComponent(folder)
    let names = FileManager.default.enumerator(atPath: place.path)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: place.appendingPathComponent(name).path, isDirectory: &isFolder)
      return isThere && !isFolder.boolValue
        && !["PROVENANCE.txt", "README.md"].contains(name.split(separator: "/").last)
    }.sorted().map { "\(folder)/\($0)" }
  }

  @Test("The counts of a folder are those of the table", arguments: folders)
  func counts(_ folder: String) throws {
    var counts: [Outcome: Int] = [:]
    for file in try files(in: folder) {
      if let outcome = try outcome(of: file) { counts[outcome, default: 0] += 1 }
    }
    let cells = [counts.values.reduce(0, +)] + Outcome.allCases.map { counts[$0, default: 0] }
    let row = "| \(folder) | " + cells.map(String.init).joined(separator: " | ") + " |"
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("Sources/ActorGraph/ActorGraph.docc/Formats.md"), encoding: .utf8)
    #expect(page.contains(row), "the table has no row \(row)")
  }
}
