import ActorGraph

/// A network written in a format under a name, packed where the name ends in `.gz`; `-` is standard output.
struct NetworkOutput {
  let path: String
  let format: any NetworkFormat

  /// A place for a network.
  ///
  /// - Parameter named: The format; told by the file's ending when `nil`.
  init(_ path: String, format named: String?) throws(CommandFailure) {
    let registry = FormatRegistry()
    let all = registry.formats.map(\.id).joined(separator: ", ")
    self.path = path
    let name = path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
    if let named {
      guard let format = registry.format(id: named) else {
        throw .usage("there is no format '\(named)'; formats are \(all)")
      }
      self.format = format
    } else if let format = registry.format(writing: name) {
      self.format = format
    } else {
      let why =
        path == "-" ? "standard output has no ending to tell its format" : "the format of '\(path)' is not known"
      throw .usage("\(why); say it with --to-format: \(all)")
    }
  }

  /// Writes the network, whole or not at all.
  ///
  /// - Returns: What was written and what the format could not hold, a line each.
  func write(_ network: ActorNetwork) throws(CommandFailure) -> [String] {
    let exported: ExportedNetwork
    do {
      exported = try format.write(network)
    } catch {
      throw .data(["actorgraph: \(path) was not written: \(error)"])
    }
    var losses = exported.losses
    var written = [path == "-" ? "standard output" : path]
    for file in exported.additionalFiles {
      if path == "-" {
        losses.append("a second table, \(file.suffix.dropFirst()); name a file to have it written beside the first")
      } else {
        let beside = file.name(beside: path)
        try Terminal.writeFile(beside, try packed(file.bytes))
        written.append(beside)
      }
    }
    let bytes = try packed(exported.bytes)
    if path == "-" { try Terminal.print(bytes) } else { try Terminal.writeFile(path, bytes) }
    return ["wrote \(written.joined(separator: " and ")) as \(format.title)"]
      + losses.map { "not held by the format: \($0)" }
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
