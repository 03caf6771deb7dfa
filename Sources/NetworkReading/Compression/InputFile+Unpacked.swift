extension InputFile {
  /// The file unpacked where it is gzip, or a zip archive of one file, under the same name; otherwise the file.
  ///
  /// - Throws: That it is damaged or a bomb, or compressed in another way.
  public func unpacked(within limits: UnpackingLimits = UnpackingLimits()) throws(Diagnostics) -> InputFile {
    if Gzip.recognises(bytes) {
      var gzip = Gzip()
      gzip.limits = limits
      let inner: [UInt8]
      do {
        inner = try gzip.decompress(bytes)
      } catch {
        throw refusal("\(error)", "unpack it by hand if you trust it")
      }
      return try once(inner)
    }
    if Zip.recognises(bytes) {
      var zip = Zip()
      zip.limits = limits
      let inner: [UInt8]
      do {
        inner = try zip.decompress(bytes)
      } catch {
        throw refusal("\(error)", "unpack it by hand, and read the file that you want")
      }
      return try once(inner)
    }
    try refuseOthers(bytes)
    for ending in [".gz", ".zip"] where name.lowercased().hasSuffix(ending) && !bytes.isEmpty {
      let what = ending == ".gz" ? "gzip" : "a zip archive"
      throw refusal(
        "the file's name ends in \(ending), but it is not \(what)", "take \(ending) off its name, or compress it")
    }
    return self
  }

  /// What was unpacked, which must not be compressed itself.
  private func once(_ inner: [UInt8]) throws(Diagnostics) -> InputFile {
    if Gzip.recognises(inner) || Zip.recognises(inner) {
      throw refusal("the file is compressed twice", "unpack it once")
    }
    try refuseOthers(inner)
    return InputFile(name: name, bytes: inner)
  }

  /// The name without the ending of compression: `a.graphml` for `a.graphml.gz`.
  public var unpackedName: String {
    let small = name.lowercased()
    return small.hasSuffix(".gz") ? String(name.dropLast(3)) : small.hasSuffix(".zip") ? String(name.dropLast(4)) : name
  }

  private func refuseOthers(_ bytes: [UInt8]) throws(Diagnostics) {
    let beginnings: [([UInt8], String)] = [
      ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "compressed with xz"),
      ([0x42, 0x5A, 0x68], "compressed with bzip2"),
    ]
    for (beginning, what) in beginnings where bytes.starts(with: beginning) {
      // Text may begin with "BZh" too; bzip2 goes on with a digit and the number pi.
      if beginning.count == 3, !bytes.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]) { continue }
      throw refusal("the file is \(what)", "unpack it first; gzip and zip are the compressions that are read")
    }
  }

  private func refusal(_ message: String, _ fix: Advice) -> Diagnostics {
    Diagnostics([Diagnostic(file: name, location: .start, severity: .error, message: message, fix: fix)])
  }
}
