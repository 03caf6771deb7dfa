import ActorModel

/// All formats, and how one is told from another.
public struct FormatRegistry: Sendable {
  /// The formats, in the order in which they are asked.
  public let formats: [any NetworkFormat]

  /// All formats of the package.
  public init() {
    formats = [
      YAMLNetworkFormat(), JSONNetworkFormat(), NodeLinkFormat(), JSONGraphFormat(), GraphMLFormat(), GEXFFormat(),
      GMLFormat(), PajekFormat(), DLFormat(), DOTFormat(), MatrixFormat(), CSVFormat(), EdgeListFormat(), Neo4jFormat(),
      FollowTheMoneyFormat(),
    ]
  }

  /// The format with a name.
  public func format(id: String) -> (any NetworkFormat)? { formats.first { $0.id == id } }

  /// The format for a file: by content where several share an ending, else by ending, else by content.
  public func format(of file: InputFile) -> (any NetworkFormat)? {
    let beginning = String(decoding: file.bytes.prefix(4096), as: UTF8.self)
    let byEnding = formats(forName: file.unpackedName)
    if byEnding.count > 1, let match = byEnding.first(where: { $0.recognises(beginning) }) { return match }
    return byEnding.first ?? formats.first { $0.recognises(beginning) }
  }

  /// The format to write under a file name: where several share the ending, a list of ties rather than a matrix, which
  /// holds one tie a pair.
  public func format(writing name: String) -> (any NetworkFormat)? {
    let matches = formats(forName: name)
    return matches.first { !($0 is MatrixFormat) } ?? matches.first
  }

  /// The formats that a file name's ending may mean.
  public func formats(forName name: String) -> [any NetworkFormat] {
    guard let point = name.lastIndex(of: "."), !name[point...].contains("/") else { return [] }
    let ending = name[name.index(after: point)...].lowercased()
    return formats.filter { $0.fileExtensions.contains(ending) }
  }

  /// Reads a file in the format it has, or in the one named; gzip is unpacked first.
  ///
  /// - Throws: All problems of the file, or that its format is not known.
  public func read(
    _ file: InputFile, format named: String? = nil, options: ReadOptions = ReadOptions()
  ) throws(Diagnostics) -> ImportedNetwork {
    let file = try file.unpacked()
    guard let format = named.map({ format(id: $0) }) ?? format(of: file) else {
      throw Diagnostics([
        Diagnostic(
          file: file.name, location: .start, severity: .error,
          message: file.bytes.isEmpty ? "the file is empty" : "the file's format is not known",
          fix: "formats are \(formats.map(\.id).joined(separator: ", "))")
      ])
    }
    return try format.read(file, options: options)
  }
}
