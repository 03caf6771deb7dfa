extension InputFile {
  /// The file unpacked where it is gzip, under the same name; otherwise the file.
  ///
  /// - Throws: That it is damaged or a bomb, or compressed in another way.
  public func unpacked(_ gzip: Gzip = Gzip()) throws(Diagnostics) -> InputFile {
    if Gzip.recognises(bytes) {
      let inner: [UInt8]
      do {
        inner = try gzip.decompress(bytes)
      } catch {
        throw refusal("\(error)", "unpack it by hand if you trust it")
      }
      if Gzip.recognises(inner) { throw refusal("the file is compressed twice", "unpack it once") }
      try refuseArchive(inner)
      return InputFile(name: name, bytes: inner)
    }
    try refuseArchive(bytes)
    if name.lowercased().hasSuffix(".gz"), !bytes.isEmpty {
      throw refusal("the file's name ends in .gz, but it is not gzip", "take .gz off its name, or compress it")
    }
    return self
  }

  /// The name without the ending of compression: `a.graphml` for `a.graphml.gz`.
  public var unpackedName: String { name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name }

  private func refuseArchive(_ bytes: [UInt8]) throws(Diagnostics) {
    let beginnings: [([UInt8], String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "a zip archive"), ([0x50, 0x4B, 0x05, 0x06], "an empty zip archive"),
      ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "compressed with xz"),
      ([0x42, 0x5A, 0x68], "compressed with bzip2"),
    ]
    for (beginning, what) in beginnings where bytes.starts(with: beginning) {
      // Text may begin with "BZh" too; bzip2 goes on with a digit and the number pi.
      if beginning.count == 3, !bytes.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]) { continue }
      throw refusal("the file is \(what)", "unpack it first; gzip is the compression that is read")
    }
  }

  private func refusal(_ message: String, _ fix: String) -> Diagnostics {
    Diagnostics([Diagnostic(file: name, location: .start, severity: .error, message: message, fix: fix)])
  }
}
