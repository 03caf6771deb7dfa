import ActorGraph

extension PlannedOutput {
  /// - Throws: That the name's ending promises what the file will not hold.
  func checkEnding() throws(CommandFailure) {
    if path == "-" {
      // Standard output is for results alone.
      if contents == .positions || contents == .refusedRows { throw .usage("\(option) names a file; - is none") }
      return
    }
    // What is there is read first, which tells whether it is what it should be.
    if contents == .positions, identity?.exists == true { return }
    guard let ending = Self.ending(of: path, isPacked: contents == .network), let endings = contents.endings,
      !endings.contains(ending)
    else { return }
    let isNetwork = Self.networkEndings.contains(ending)
    guard isNetwork || Self.foreignEndings.contains(ending) else { return }
    throw .cannotCreate(
      "cannot create \(path): "
        + (isNetwork
          ? "networks are kept under .\(ending), and \(contents.noun) is none"
          : "\(contents.noun) cannot be written as .\(ending)") + "; \(contents.advice)")
  }

  /// What stands behind the last point of a name, in small letters; before `.gz` where a file may be packed.
  static func ending(of path: String, isPacked: Bool = false) -> String? {
    let name = isPacked && path.lowercased().hasSuffix(".gz") ? path.dropLast(3) : path[...]
    guard let point = name.lastIndex(of: "."), !name[point...].contains("/") else { return nil }
    return name[name.index(after: point)...].lowercased()
  }

  /// The endings under which networks are read.
  private static let networkEndings = Set(FormatRegistry.standard.formats.flatMap(\.fileExtensions))

  /// Endings by which other programs take a file: what stands under them must be what they say.
  private static let foreignEndings: Set<String> = [
    "xlsx", "xls", "xlsm", "xlsb", "ods", "numbers", "parquet", "feather", "arrow", "sqlite", "rds", "rdata", "dta",
    "sav", "docx", "doc", "odt", "rtf", "pptx", "ppt", "odp", "html", "htm", "xhtml", "tex", "epub", "pdf", "ps", "eps",
    "svg", "svgz", "png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "gz", "zip", "bz2", "xz", "zst", "7z",
    "tar", "tgz",
  ]
}

extension PlannedOutput.Contents {
  /// Endings that networks or other programs have, and that are right all the same; `nil` where the ending tells the
  /// format, and the command says what it cannot be.
  fileprivate var endings: Set<String>? {
    switch self {
    case .table: ["json", "csv"]
    case .network: Set(FormatRegistry.standard.formats.flatMap(\.fileExtensions))
    case .positions, .schema: ["json"]
    case .refusedRows: ["csv", "tsv", "tab"]
    case .picture(.dot): ["dot", "gv", "svg", "png", "pdf"]
    case .picture(.json): ["json", "svg", "png", "pdf"]
    case .picture(.some): ["svg", "png", "pdf"]
    case .picture(nil), .networkByEnding: nil
    }
  }

  fileprivate var noun: String {
    switch self {
    case .table: "a table"
    case .network, .networkByEnding: "a network"
    case .positions: "a file of positions"
    case .refusedRows: "a table of rows set aside"
    case .schema: "the schema"
    case .picture: "a picture"
    }
  }

  fileprivate var advice: String {
    switch self {
    case .table: "tables are csv, json, md or txt"
    case .network, .networkByEnding: "end its name as the format's files do"
    case .positions, .schema: "it is json"
    case .refusedRows: "it is tsv"
    case .picture: "pictures are \(PictureFormat.allCases.map(\.rawValue).joined(separator: ", "))"
    }
  }
}
