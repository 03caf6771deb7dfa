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
  func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork
}

extension NetworkFormat {
  /// Writes a network as the format does without options.
  ///
  /// - Throws: Why the format cannot hold the network at all, or that it is not written.
  public func write(_ network: ActorNetwork) throws(UnwritableNetwork) -> ExportedNetwork {
    try write(network, options: WriteOptions())
  }
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
  /// What a reader should know that is no fault: that every tie stands in both directions.
  public var notes: [String]
  /// What was merged, dropped or repaired, with line and reason, in the order of the file; the first
  /// ``changeLimit`` of each kind, while the counts say how many there were.
  public var changes: [ImportChange]
  /// Rows that could not be read and were set aside, whole, as the options allowed.
  public var refusedRows: [RefusedRow]
  /// For how many of the relations kept the file does not state a strength, a confidence or a status.
  public var unstated: UnstatedFields
  /// Lines with comments, which no network holds; counted in network files, which people write by hand.
  public var commentLines = 0

  /// How many changes of each kind are listed.
  public static let changeLimit = 1000

  /// A report on a file in a format.
  public init(
    format: String, counts: [ImportCount] = [], diagnostics: [Diagnostic] = [], notes: [String] = [],
    changes: [ImportChange] = [], refusedRows: [RefusedRow] = [], unstated: UnstatedFields = UnstatedFields()
  ) {
    self.format = format
    self.counts = counts
    self.diagnostics = diagnostics
    self.notes = notes
    self.changes = changes
    self.refusedRows = refusedRows
    self.unstated = unstated
  }

  /// The counts in one line, those of 0 left out where there are others: `3 actors read, 3 actors kept, 2 ties read`.
  public var summary: String {
    let shown = counts.filter { $0.count > 0 }
    return (shown.isEmpty ? counts : shown).map { "\($0.count) \($0.what)" }.joined(separator: ", ")
  }

  /// How often something was counted; 0 where it was not.
  public func count(_ what: String) -> Int { counts.first { $0.what == what }?.count ?? 0 }
}

/// Something of a file that is not in the network as it stands in the file.
public struct ImportChange: Hashable, Sendable {
  /// What became of it.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// It is one with something before it.
    case merged
    /// It is not kept.
    case dropped
    /// It is kept, but not as it was written.
    case repaired
    /// It does not stand in the file, and was added.
    case created
  }

  /// What became of it.
  public let kind: Kind
  /// The line on which it stands.
  public let line: Int
  /// What it was, and why.
  public let reason: String

  /// A change on a line.
  public init(_ kind: Kind, line: Int, reason: String) {
    self.kind = kind
    self.line = line
    self.reason = reason
  }
}

/// A row of a table that could not be read, and was set aside.
public struct RefusedRow: Hashable, Sendable {
  /// The line on which it stands.
  public let line: Int
  /// Why it could not be read.
  public let reason: String
  /// The row as it stands in the file.
  public let text: String

  /// A row with the reason.
  public init(line: Int, reason: String, text: String) {
    self.line = line
    self.reason = reason
    self.text = text
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
  /// Further files that belong to the first, where a format needs several: the nodes beside the edges.
  public let additionalFiles: [AdditionalFile]

  /// Contents and losses.
  public init(bytes: [UInt8], losses: [String], additionalFiles: [AdditionalFile] = []) {
    self.bytes = bytes
    self.losses = losses
    self.additionalFiles = additionalFiles
  }
}

/// A file that is written beside the main one.
public struct AdditionalFile: Hashable, Sendable {
  /// What is added to the main file's name before its ending: `-nodes` makes `trade-nodes.csv` of `trade.csv`.
  public let suffix: String
  /// The file's contents.
  public let bytes: [UInt8]

  /// Contents under a suffix.
  public init(suffix: String, bytes: [UInt8]) {
    self.suffix = suffix
    self.bytes = bytes
  }

  /// The file's name beside a main file: `out/trade-nodes.csv`.
  public func name(beside main: String) -> String {
    let start = main.lastIndex(of: "/").map(main.index(after:)) ?? main.startIndex
    guard let point = main[start...].dropFirst().firstIndex(of: ".") else { return main + suffix }
    return main[..<point] + suffix + main[point...]
  }
}

/// Why a network cannot be written in a format.
public struct UnwritableNetwork: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is in the way, and what to do.
  public let description: String

  /// A reason.
  public init(_ reason: String) { description = reason }
}
