import ActorModel

/// All formats, and how one is told from another.
public struct FormatRegistry: Sendable {
  /// The formats, in the order in which they are asked.
  public let formats: [any NetworkFormat]

  /// All formats of the package.
  public init() {
    formats = [
      YAMLNetworkFormat(), JSONNetworkFormat(), NodeLinkFormat(), JSONGraphFormat(), GraphMLFormat(), GEXFFormat(),
      GMLFormat(), PajekFormat(), DLFormat(), DOTFormat(), MatrixFormat(), CSVFormat(), GDELTFormat(), EdgeListFormat(),
      Neo4jFormat(), FollowTheMoneyFormat(),
    ]
  }

  /// The format with a name.
  public func format(id: String) -> (any NetworkFormat)? { formats.first { $0.id == id } }

  /// The format for a file: that of its ending whose looks it has; else the one whose looks it has; else that of its
  /// ending.
  public func format(of file: InputFile) -> (any NetworkFormat)? {
    let beginning = String(decoding: file.bytes.prefix(4096), as: UTF8.self)
    let byEnding = formats(forName: file.unpackedName)
    if let match = byEnding.first(where: { $0.recognises(beginning) }) { return match }
    // Any text may look like a table, so that an ending says more than that; other formats begin in ways of their own.
    let others = formats.filter { format in
      byEnding.isEmpty || !(format is CSVFormat || format is MatrixFormat || format is EdgeListFormat)
    }
    if let match = others.first(where: { $0.recognises(beginning) }) { return match }
    // JSON of no known kind is not guessed at.
    return byEnding.first is JSONNetworkFormat ? nil : byEnding.first
  }

  /// The format to write under a file name: where several share the ending, a list of ties rather than a matrix, which
  /// holds one tie a pair.
  public func format(writing name: String) -> (any NetworkFormat)? {
    let matches = formats(forName: name).filter { !($0 is GDELTFormat) }
    return matches.first { !($0 is MatrixFormat) } ?? matches.first
  }

  /// The formats that a file name's ending may mean.
  public func formats(forName name: String) -> [any NetworkFormat] {
    guard let point = name.lastIndex(of: "."), !name[point...].contains("/") else { return [] }
    let ending = name[name.index(after: point)...].lowercased()
    return formats.filter { $0.fileExtensions.contains(ending) }
  }

  /// Why a file has no format.
  private static func reason(for file: InputFile) -> String {
    file.unpackedName.lowercased().hasSuffix(".json")
      ? "the file is neither a network file, nor node-link data, nor a JSON graph" : "the file's format is not known"
  }

  /// Reads a file in the format it has, or in the one named; gzip is unpacked first.
  ///
  /// - Throws: All problems of the file, or that its format is not known.
  public func read(
    _ file: InputFile, format named: String? = nil, options: ReadOptions = ReadOptions()
  ) throws(Diagnostics) -> ImportedNetwork {
    let file = try file.unpacked().decoded(from: options.encoding)
    guard let format = named.map({ format(id: $0) }) ?? format(of: file) else {
      throw Diagnostics([
        Diagnostic(
          file: file.name, location: .start, severity: .error,
          message: file.bytes.isEmpty ? "the file is empty" : Self.reason(for: file),
          fix: "formats are \(formats.map(\.id).joined(separator: ", ")); name one if it has one of them")
      ])
    }
    let imported = try format.read(file, options: options)
    let expected = formats(forName: file.unpackedName)
    guard named == nil, let other = expected.first, !expected.contains(where: { $0.id == format.id }) else {
      return imported
    }
    var report = imported.report
    report.notes.insert("the name says \(other.title), the content is \(format.title), and is read as that", at: 0)
    return ImportedNetwork(network: imported.network, report: report)
  }
}
