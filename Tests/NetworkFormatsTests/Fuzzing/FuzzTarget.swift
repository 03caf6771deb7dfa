import ActorModel
import EventFeeds

@testable import NetworkFormats
@testable import NetworkReading

/// What a fuzzer feeds with bytes: each reader, unpacking, and writing with reading back.
///
/// The same checks run in libFuzzer's binary (`.ci/fuzz`) and, on kept findings and on altered samples, in the tests.
enum FuzzTarget: String, CaseIterable, Sendable {
  case network
  case networkJSON = "network-json"
  case nodeLink = "node-link"
  case jsonGraph = "jgf"
  case graphML = "graphml"
  case gexf
  case gml
  case pajek
  case dl
  case dot
  case matrix
  case csv
  case edgeList = "edgelist"
  case events = "gdelt"
  case zip
  case gzip
  case roundTrip = "round-trip"

  private static let registry = FormatRegistry(feeds: [GDELTFormat()])

  /// Feeds bytes.
  ///
  /// - Throws: What a reader or writer did that none may do; whatever it may do passes.
  func run(_ bytes: [UInt8]) throws(FuzzFailure) {
    switch self {
    case .gzip: try unpack(bytes)
    case .zip: try unpackArchive(bytes)
    case .roundTrip: try writeAndReadBack(bytes)
    default: try read(bytes)
    }
  }

  private func read(_ bytes: [UInt8]) throws(FuzzFailure) {
    guard let format = Self.registry.reader(id: rawValue) else { throw FuzzFailure("no format \(rawValue)") }
    var options = Self.options(for: bytes)
    if self == .csv, Self.digest(of: bytes) & 0x300 == 0 {
      // A table of actors is told from one of ties by its columns; beside a table of ties it is read as given.
      options.table.nodes = InputFile(name: "nodes", bytes: bytes)
      try Self.read(InputFile(name: "f", bytes: Array("a,b\n".utf8)), format, options)
    }
    try Self.read(InputFile(name: "f", bytes: bytes), format, options)
  }

  private func unpack(_ bytes: [UInt8]) throws(FuzzFailure) {
    var limits = UnpackingLimits()
    limits.size = 1 << 24
    var gzip = Gzip()
    gzip.limits = limits
    // Any bytes: they come back from packing. Packed ones: they are unpacked within the limit, or refused.
    if bytes.count.isMultiple(of: 2), let packed = try? gzip.compress(bytes) {
      guard let back = try? gzip.decompress(packed), back == bytes else { throw FuzzFailure("gzip changed bytes") }
    }
    let inner: InputFile
    do throws(Diagnostics) { inner = try InputFile(name: "f.gz", bytes: bytes).unpacked(within: limits) } catch {
      return try Self.check(error.list, mustFail: true)
    }
    if inner.bytes.count > limits.size { throw FuzzFailure("unpacked past the limit") }
    if let format = Self.registry.reader(of: inner) { try Self.read(inner, format, ReadOptions()) }
  }

  /// An archive is unpacked within the limit, or refused; so is one whose beginning was spoilt.
  private func unpackArchive(_ bytes: [UInt8]) throws(FuzzFailure) {
    var zip = Zip()
    zip.limits.size = 1 << 24
    let whole = Zip.recognises(bytes) ? bytes : [0x50, 0x4B, 0x03, 0x04] + bytes
    let inner: [UInt8]
    do throws(ZipFailure) { inner = try zip.decompress(whole) } catch {
      if error.description.isEmpty { throw FuzzFailure("refused without a reason") }
      return
    }
    if inner.count > zip.limits.size { throw FuzzFailure("unpacked past the limit") }
  }

  /// Options that bytes choose by a digest of them, so that a seed stays a whole file.
  static func options(for bytes: [UInt8]) -> ReadOptions {
    let digest = digest(of: bytes)
    var options = ReadOptions()
    guard digest & 1 == 1 else { return options }
    options.isStrict = digest & 0x6 == 0
    options.direction = digest & 0x18 == 0 ? .undirected : .asWritten
    options.identifiers = ReadOptions.Identifiers.allCases[Int(digest >> 5 & 0xFF) % 3]
    options.createsMissingActors = digest & 0x2000 == 0
    if digest & 0xC000 == 0 { options.networkName = "1" }
    if digest & 0x7_0000 == 0 { options.table.comment = "#" }
    if digest & 0x38_0000 == 0 { options.table.hasHeader = digest & 0x40_0000 == 0 }
    if digest & 0x380_0000 == 0 { options.table.separator = ";" }
    if digest & 0x1C00_0000 == 0 { options.table.columns = [.source: "2", .target: "1"] }
    options.table.badRowLimit = Int(digest >> 30 & 3)
    return options
  }

  /// Fowler, Noll and Vo's hash of the bytes, mixed once more.
  private static func digest(of bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9 >> 16
  }

  /// Reads a file, which must be refused with a place and a reason or give a network that adds up.
  private static func read(
    _ file: InputFile, _ format: any NetworkReader, _ options: ReadOptions
  ) throws(FuzzFailure) {
    let imported: ImportedNetwork
    do throws(Diagnostics) {
      imported = try format.read(file, options: options)
    } catch {
      return try check(error.list, mustFail: true)
    }
    let report = imported.report
    try check(report.diagnostics, mustFail: false)
    let ties = report.count("ties kept") + report.count("ties merged") + report.count("ties dropped")
    if report.count("ties read") != ties { throw FuzzFailure("the counts of ties do not add up: \(report.counts)") }
    let actors = report.count("actors kept") + report.count("actors merged")
    if report.count("actors read") != actors {
      throw FuzzFailure("the counts of actors do not add up: \(report.counts)")
    }
    for relation in imported.network.relations where !(relation.strength > 0 && relation.strength.isFinite) {
      throw FuzzFailure("relation \(relation.id) has strength \(relation.strength)")
    }
    for relation in imported.network.relations where !(0...1).contains(relation.confidence) {
      throw FuzzFailure("relation \(relation.id) has confidence \(relation.confidence)")
    }
    // A few bytes can say that there are very many actors; reading them once is enough.
    if imported.network.actors.count < 1000, let format = format as? any NetworkWriter {
      try FuzzRoundTrip(format: format).run(imported.network)
    }
  }

  private func writeAndReadBack(_ bytes: [UInt8]) throws(FuzzFailure) {
    var random = RandomNetworks(bytes: bytes)
    let network = random.network()
    for format in Self.registry.writers { try FuzzRoundTrip(format: format).run(network) }
  }

  /// Every problem has a place and one line of text; a refusal has an error.
  private static func check(_ list: [Diagnostic], mustFail: Bool) throws(FuzzFailure) {
    let hasErrors = list.contains { $0.severity == .error }
    if hasErrors != mustFail { throw FuzzFailure("\(mustFail ? "refused without" : "read in spite of") an error") }
    for problem in list {
      if problem.location.line < 1 || problem.location.column < 1 { throw FuzzFailure("no place: \(problem)") }
      let text = problem.description
      if problem.message.isEmpty || text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
        throw FuzzFailure("a message with control characters: \(text.debugDescription)")
      }
      if text.utf8.count > 4000 { throw FuzzFailure("a message of \(text.utf8.count) bytes: \(text.prefix(200))") }
    }
  }
}

/// What a reader or writer did that none may do.
struct FuzzFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
