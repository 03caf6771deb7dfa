import NetworkReading

/// The bytes of an XML file as checked UTF-8, whatever encoding the file has and says it has.
///
/// UTF-8 and, with a byte order mark, UTF-16 are read; ISO 8859-1 when the file declares it. Nothing is guessed: bytes
/// that are not what the file says end in an error with their place.
struct XMLBytes {
  /// UTF-8 without a byte order mark; every character is one that XML 1.0 allows.
  let bytes: [UInt8]

  /// Reads a file's bytes.
  init(_ input: InputFile) throws(Diagnostics) {
    let file = input.name
    let raw = input.bytes
    guard !raw.isEmpty else {
      throw Self.failure(file, .start, "the file is empty", "is it cut off?")
    }
    try Self.refuseUnmarked(raw, file: file)
    if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
      bytes = try input.utf8OfUTF16()
      try checkDeclaration(among: ["utf-16", "utf16"], kind: "UTF-16", file: file)
    } else {
      let body = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : raw
      bytes = try Self.utf8(body, offset: raw.count - body.count, file: file)
      let isTranscoded = bytes.count != body.count
      try checkDeclaration(
        among: isTranscoded ? ["iso-8859-1", "latin1"] : ["utf-8", "utf8"], kind: "UTF-8", file: file)
    }
    try refuseForbiddenCharacters(file: file)
  }

  /// How many bytes there are.
  var count: Int { bytes.count }

  /// A byte.
  subscript(index: Int) -> UInt8 { bytes[index] }

  /// A byte, 0 past the end.
  func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// Lends a range of bytes.
  func withBytes<Result>(_ range: Range<Int>, _ work: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { work(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The text of a range of bytes.
  func string(_ range: Range<Int>) -> String {
    withBytes(range) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether two ranges hold the same bytes.
  func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for i in 0..<a.count where bytes[a.lowerBound + i] != bytes[b.lowerBound + i] { return false }
      return true
    }
  }

  /// Whether a range is not empty and holds only letters, digits, signs and spaces of ASCII.
  func isPrintableASCII(_ range: Range<Int>) -> Bool {
    withBytes(range) { bytes in
      for byte in bytes where byte < 0x20 || byte >= 0x7F { return false }
      return !bytes.isEmpty
    }
  }

  /// Whether the bytes at an offset are these.
  func isNext(_ word: StaticString, at start: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= bytes.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for i in 0..<word.utf8CodeUnitCount where bytes[start + i] != word.utf8Start[i] { return false }
      return true
    }
  }

  /// Whether a range holds these bytes.
  func isEqual(_ range: Range<Int>, to word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && isNext(word, at: range.lowerBound)
  }

  /// The offset of a word at or after `start`.
  func find(_ word: StaticString, from start: Int) -> Int? {
    var i = start
    while i + word.utf8CodeUnitCount <= bytes.count {
      if bytes[i] == word.utf8Start[0], isNext(word, at: i) { return i }
      i += 1
    }
    return nil
  }
}

// MARK: - Encodings

extension XMLBytes {
  /// UTF-16 without a mark, and UTF-32.
  private static func refuseUnmarked(_ raw: [UInt8], file: String) throws(Diagnostics) {
    let head = Array(raw.prefix(4))
    if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] || head == [0, 0, 0, 0x3C] || head == [0x3C, 0, 0, 0] {
      throw failure(file, .start, "the file is UTF-32", "save it as UTF-8")
    }
    if head.starts(with: [0x3C, 0]) || head.starts(with: [0, 0x3C]) {
      throw failure(file, .start, "the file is UTF-16 without a byte order mark", "save it as UTF-8")
    }
  }

  /// The bytes themselves when they are UTF-8; transcoded when the file truly is the ISO 8859-1 that it declares.
  private static func utf8(_ body: [UInt8], offset: Int, file: String) throws(Diagnostics) -> [UInt8] {
    let wrong: Int
    do {
      _ = try UTF8Span(validating: body.span)
      return body
    } catch {
      wrong = error.byteOffsets.lowerBound
    }
    let declared = declaredEncoding(in: body)?.name.lowercased()
    let isControl = { (byte: UInt8) in (0x80..<0xA0).contains(byte) }
    if declared == "iso-8859-1" || declared == "latin1", !body.contains(where: isControl) {
      return body.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
    }
    var places = TextPlaces()
    throw failure(
      file, places.location(of: wrong, in: body),
      "byte \(offset + wrong) is not UTF-8 (0x\(String(body[wrong], radix: 16, uppercase: true)))",
      "save the file as UTF-8")
  }

  /// Refuses a declaration that names another encoding than the file has.
  private func checkDeclaration(among names: [String], kind: String, file: String) throws(Diagnostics) {
    guard let declared = Self.declaredEncoding(in: bytes) else { return }
    let name = declared.name.lowercased()
    if names.contains(name) { return }
    let supersetsOfASCII = ["us-ascii", "ascii", "iso-8859-1", "latin1", "iso-8859-15", "windows-1252", "utf-8"]
    if kind == "UTF-8", supersetsOfASCII.contains(name), bytes.allSatisfy({ $0 < 0x80 }) { return }
    var places = TextPlaces()
    throw Self.failure(
      file, places.location(of: declared.offset, in: bytes),
      "the file declares the encoding \(declared.name), but its bytes are \(kind)",
      "correct the declaration, or save the file as UTF-8")
  }

  /// The encoding that the XML declaration names, and where.
  private static func declaredEncoding(in bytes: [UInt8]) -> (name: String, offset: Int)? {
    let head = Array(bytes.prefix(256))
    guard head.starts(with: Array("<?xml".utf8)), let close = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let word = Array("encoding".utf8)
    guard let at = (5..<max(5, close - word.count)).first(where: { head[$0..<$0 + word.count].elementsEqual(word) })
    else { return nil }
    let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    guard let open = head[at..<close].firstIndex(where: { quotes.contains($0) }),
      let end = head[(open + 1)..<close].firstIndex(of: head[open])
    else { return nil }
    return (String(decoding: head[(open + 1)..<end], as: UTF8.self), open + 1)
  }

  /// Control characters but tab and line ends, and U+FFFE and U+FFFF, stand in no XML file.
  private func refuseForbiddenCharacters(file: String) throws(Diagnostics) {
    let wrong = bytes.withUnsafeBytes { Self.forbiddenByte(in: $0) }
    guard let wrong else { return }
    var places = TextPlaces()
    let scalar = String(decoding: bytes[wrong..<min(wrong + 3, bytes.count)], as: UTF8.self).unicodeScalars.first
    let name = String(scalar?.value ?? 0, radix: 16, uppercase: true)
    throw Self.failure(
      file, places.location(of: wrong, in: bytes),
      "the character U+\(String(repeating: "0", count: max(0, 4 - name.count)))\(name), which XML does not allow",
      "take it out")
  }

  /// The first byte that is forbidden, or begins a character that is; eight bytes at a time are looked at.
  private static func forbiddenByte(in bytes: UnsafeRawBufferPointer) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits: UInt64 = 0x8080_8080_8080_8080
    var i = 0
    while i < bytes.count {
      if i + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        let controls = (word &- ones &* 0x20) & ~word
        let specials = word ^ (ones &* 0xEF)
        if (controls | (specials &- ones) & ~specials) & highBits == 0 {
          i += 8
          continue
        }
      }
      for k in i..<min(i + 8, bytes.count) {
        let byte = bytes[k]
        if byte < 0x20, byte != 0x9, byte != 0xA, byte != 0xD { return k }
        if byte == 0xEF, bytes[k + 1] == 0xBF, bytes[k + 2] >= 0xBE { return k }
      }
      i += 8
    }
    return nil
  }

  private static func failure(
    _ file: String, _ place: TextLocation, _ message: String, _ fix: Advice
  ) -> Diagnostics {
    Diagnostics([Diagnostic(file: file, location: place, severity: .error, message: message, fix: fix)])
  }
}
