import ActorModel
import NetworkReading

/// Formats that are known, and how one is told from another.
public struct FormatRegistry: Sendable {
  /// The formats, in the order in which they are listed; those of one kind of looks are asked in it too.
  public let formats: [any NetworkFormat]
  /// The formats that are read.
  public var readers: [any NetworkReader] { formats.compactMap { $0 as? any NetworkReader } }
  /// The formats that are written.
  public var writers: [any NetworkWriter] { formats.compactMap { $0 as? any NetworkWriter } }

  /// A registry of formats.
  ///
  /// - Parameter formats: Those that are read are asked in this order whether a file is theirs.
  public init(_ formats: [any NetworkFormat]) { self.formats = formats }

  /// The formats of this target, and others that hold tables of events.
  package init(feeds: [any NetworkFormat] = []) {
    self.init(
      [
        YAMLNetworkFormat(), JSONNetworkFormat(), NodeLinkFormat(), JSONGraphFormat(), GraphMLFormat(), GEXFFormat(),
        GMLFormat(), PajekFormat(), DLFormat(), DOTFormat(), MatrixFormat(), CSVFormat(),
      ] + feeds + [EdgeListFormat(), Neo4jFormat(), FollowTheMoneyFormat()])
  }

  /// The reader of the format with a name.
  public func reader(id: String) -> (any NetworkReader)? { readers.first { $0.id == id } }

  /// The writer of the format with a name.
  public func writer(id: String) -> (any NetworkWriter)? { writers.first { $0.id == id } }

  /// The names of all formats, for messages: `network, network-json, …`.
  public var names: String { formats.map(\.id).joined(separator: ", ") }
}

// MARK: - Choosing

extension FormatRegistry {
  /// The reader for a file: that of its ending whose looks it has; else the one whose looks it has; else that of its
  /// ending.
  public func reader(of file: InputFile) -> (any NetworkReader)? {
    let beginning = String(decoding: file.bytes.prefix(4096), as: UTF8.self)
    let byEnding = readers(forName: file.unpackedName)
    if let match = Self.reader(recognising: beginning, among: byEnding) { return match }
    // Where any text may look like a format, another ending says more than that.
    let others = readers.filter { byEnding.isEmpty || $0.reading.looks == .distinct }
    if let match = Self.reader(recognising: beginning, among: others) { return match }
    return byEnding.first.flatMap { $0.reading.isToldByEnding ? $0 : nil }
  }

  /// The first reader that recognises a beginning; those whose looks are their own are asked first.
  private static func reader(
    recognising beginning: String, among readers: [any NetworkReader]
  ) -> (any NetworkReader)? {
    readers.first { $0.reading.looks == .distinct && $0.recognises(beginning) }
      ?? readers.first { $0.reading.looks != .distinct && $0.recognises(beginning) }
  }

  /// The writer to take for a file's name: where several share the ending, one that is chosen by it.
  public func writer(forName name: String) -> (any NetworkWriter)? {
    let ending = Self.ending(of: name)
    let matches = writers.filter { $0.fileExtensions.contains(ending) }
    return matches.first { $0.isChosenByEnding } ?? matches.first
  }

  /// The readers that a file name's ending may mean.
  public func readers(forName name: String) -> [any NetworkReader] {
    let ending = Self.ending(of: name)
    return readers.filter { $0.fileExtensions.contains(ending) }
  }

  /// What stands behind the last point of a name, in small letters; empty where there is none.
  private static func ending(of name: String) -> String {
    guard let point = name.lastIndex(of: "."), !name[point...].contains("/") else { return "" }
    return name[name.index(after: point)...].lowercased()
  }
}

// MARK: - Reading

extension FormatRegistry {
  /// How many times its size a packed file unfolds to, where nothing is known of it.
  private static let unpacking = 5.0

  /// About how many bytes of memory reading a file takes.
  ///
  /// - Parameter named: The format that the file is read in; told from the file when `nil`.
  public func memory(toRead file: InputFile, format named: String? = nil) -> Double {
    let chosen = named.map { reader(id: $0) } ?? reader(of: file)
    let isPacked = Gzip.recognises(file.bytes) || Zip.recognises(file.bytes)
    let perByte = (chosen?.reading ?? ReaderTraits()).memoryPerByte
    return Double(file.bytes.count) * perByte * (isPacked ? Self.unpacking : 1)
  }

  /// Reads a file in the format it has, or in the one named; gzip is unpacked first.
  ///
  /// - Throws: All problems of the file, or that its format is not known.
  public func read(
    _ file: InputFile, format named: String? = nil, options: ReadOptions = ReadOptions()
  ) throws(Diagnostics) -> ImportedNetwork {
    let file = try file.unpacked().decoded(from: options.encoding)
    if let named, let writer = writer(id: named), reader(id: named) == nil {
      throw Self.refusal(of: file, "\(writer.title) are written only", "name the format of the file")
    }
    guard let reader = named.map({ reader(id: $0) }) ?? reader(of: file) else {
      throw Self.refusal(
        of: file, file.bytes.isEmpty ? "the file is empty" : Self.reason(for: file),
        "formats are \(names); name one if it has one of them")
    }
    let imported = try reader.read(file, options: options)
    let expected = readers(forName: file.unpackedName)
    guard named == nil, let other = expected.first, !expected.contains(where: { $0.id == reader.id }) else {
      return imported
    }
    var report = imported.report
    report.notes.insert("the name says \(other.title), the content is \(reader.title), and is read as that", at: 0)
    return ImportedNetwork(network: imported.network, report: report)
  }

  /// Why a file has no format.
  private static func reason(for file: InputFile) -> String {
    ending(of: file.unpackedName) == "json"
      ? "the file is neither a network file, nor node-link data, nor a JSON graph" : "the file's format is not known"
  }

  private static func refusal(of file: InputFile, _ message: String, _ fix: Advice) -> Diagnostics {
    Diagnostics([Diagnostic(file: file.name, location: .start, severity: .error, message: message, fix: fix)])
  }
}
