import ActorModel

/// A file format that networks are read from, written to, or both.
public protocol NetworkFormat: Sendable {
  /// The name on the command line: `graphml`.
  var id: String { get }
  /// The name in a sentence: "GraphML".
  var title: String { get }
  /// Endings of file names, without the point, in small letters; the first is the usual one.
  var fileExtensions: [String] { get }

  /// Whether the first characters of a text look like this format; asked where the ending does not tell.
  func recognises(_ beginning: String) -> Bool

  /// Reads a network.
  ///
  /// - Throws: All problems of the file, when at least one is an error; nothing of the file is used then.
  func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork

  /// Writes a network.
  ///
  /// - Throws: Why the format cannot hold the network at all, or that it is not written.
  func write(_ network: ActorNetwork) throws(UnwritableNetwork) -> ExportedNetwork
}

/// A network as read, and what became of everything in the file.
public struct ImportedNetwork: Sendable {
  /// The network.
  public let network: ActorNetwork
  /// What became of everything in the file.
  public let report: ImportReport

  /// A network and the report on its reading.
  public init(network: ActorNetwork, report: ImportReport) {
    self.network = network
    self.report = report
  }
}

/// What became of everything in a file: read, merged, dropped, repaired.
public struct ImportReport: Hashable, Sendable {
  /// The format read.
  public var format: String
  /// Counts by what was counted, in the order of the report: `rows read`, `ties merged`.
  public var counts: [ImportCount]
  /// Warnings, with place and reason.
  public var diagnostics: [Diagnostic]

  /// A report on a file in a format.
  public init(format: String, counts: [ImportCount] = [], diagnostics: [Diagnostic] = []) {
    self.format = format
    self.counts = counts
    self.diagnostics = diagnostics
  }
}

/// How often something happened while a file was read.
public struct ImportCount: Hashable, Sendable {
  /// What was counted.
  public let what: String
  /// How often.
  public let count: Int

  /// A count.
  public init(_ what: String, _ count: Int) {
    self.what = what
    self.count = count
  }
}

/// A network as written, and what the format could not hold.
public struct ExportedNetwork: Sendable {
  /// The file's contents.
  public let bytes: [UInt8]
  /// What was lost, field by field: `evidence of 37 relations`.
  public let losses: [String]

  /// Contents and losses.
  public init(bytes: [UInt8], losses: [String]) {
    self.bytes = bytes
    self.losses = losses
  }
}

/// Why a network cannot be written in a format.
public struct UnwritableNetwork: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is in the way, and what to do.
  public let description: String

  /// A reason.
  public init(_ reason: String) { description = reason }
}

/// What changes how a file is read; each format heeds what concerns it.
public struct ReadOptions: Hashable, Sendable {
  /// Whether warnings count as errors.
  public var isStrict = false

  /// Lenient reading.
  public init() {}
}
