import ActorGraph
import Foundation

/// A network written in a format under a name, packed where the name ends in `.gz`; `-` is standard output.
struct NetworkOutput {
  let path: String
  let format: any NetworkWriter
  let options: WriteOptions
  /// Where a second table goes, where the user named it; else beside the first, if nothing stands there.
  let companion: String?

  /// A place for a network.
  ///
  /// - Parameter named: The format; told by the file's ending when `nil`.
  init(
    _ path: String, format named: String?, _ options: WriteOptions, companion: String? = nil
  ) throws(CommandFailure) {
    self.options = options
    let registry = FormatRegistry.standard
    self.path = path
    self.companion = companion
    let name = path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
    if let named {
      guard let format = registry.writer(id: named) else {
        if let reader = registry.reader(id: named) {
          throw .data(["actorgraph: \(path) was not written: \(reader.title) is a format that is only read"])
        }
        throw .usage("there is no format '\(named)'; formats are \(registry.names)")
      }
      self.format = format
    } else if let format = registry.writer(forName: name) {
      self.format = format
    } else {
      let why =
        path == "-" ? "standard output has no ending to tell its format" : "the format of '\(path)' is not known"
      throw .usage("\(why); say it with --to-format: \(registry.names)")
    }
  }

  /// Writes the network, whole or not at all.
  ///
  /// - Parameter comments: How many lines of comments stood in what was read; no format takes them along.
  /// - Returns: What was written and what the format could not hold, a line each.
  func write(_ network: ActorNetwork, comments: Int) throws(CommandFailure) -> [String] {
    let exported: ExportedNetwork
    do {
      exported = try format.write(network, options: options)
    } catch {
      throw .data(["actorgraph: \(path) was not written: \(error)"])
    }
    var losses = exported.losses
    if comments > 0 { losses.append("\(comments) line\(comments == 1 ? "" : "s") of comments") }
    let bytes = try packed(exported.bytes)
    var written = [path == "-" ? "standard output" : path]
    var files: [AtomicFileSet.Member] = []
    for file in exported.additionalFiles {
      if isFile || companion != nil {
        let beside = try place(of: file)
        files.append(AtomicFileSet.Member(path: beside, bytes: try packed(file.bytes)))
        written.append(beside)
      } else {
        losses.append("a second table, \(file.suffix.dropFirst()); name it with --to-actors to have it written")
      }
    }
    if path == "-" {
      try Terminal.print(bytes, escaping: format.fileExtensions.contains("json") ? .json : .shown)
      if !files.isEmpty { try Terminal.writeFiles(files) }
    } else {
      try Terminal.writeFiles([AtomicFileSet.Member(path: path, bytes: bytes)] + files)
    }
    var lines = ["wrote \(written.joined(separator: " and ")) as \(format.title)"]
    if let companion, files.isEmpty {
      lines.append("\(companion) was not written: the format needs no second table here")
    }
    return lines + losses.map { "not held by the format: \($0)" }
  }

  /// Whether something can stand beside what is written.
  private var isFile: Bool { path != "-" && FileIdentity(path: path) != nil }

  /// Where a second table goes.
  ///
  /// - Throws: That a file stands there, which nobody named.
  private func place(of file: AdditionalFile) throws(CommandFailure) -> String {
    if let companion { return companion }
    let beside = file.name(beside: path)
    var status = stat()
    guard lstat(beside, &status) != 0 else {
      throw .cannotCreate(
        "cannot create \(beside), which belongs to \(path): it is there, and was not named; --to-actors \(beside) "
          + "replaces it, --to-actors with another name leaves it")
    }
    return beside
  }

  private func packed(_ bytes: [UInt8]) throws(CommandFailure) -> [UInt8] {
    guard path.hasSuffix(".gz") else { return bytes }
    do {
      return try Gzip().compress(bytes)
    } catch {
      throw .internal("the file cannot be packed: \(error)")
    }
  }
}
