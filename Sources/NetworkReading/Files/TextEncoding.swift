/// How characters are written as bytes in a file that is not UTF-8; never guessed, always said by the reader's user.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  /// UTF-8.
  case utf8 = "utf-8"
  /// UTF-16 with a byte order mark: a spreadsheet's "Unicode text".
  case utf16 = "utf-16"
  /// ISO 8859-1.
  case latin1
  /// The Western European code page of Windows, in which spreadsheets there write CSV.
  case windows1252 = "windows-1252"
}

extension InputFile {
  /// The file as UTF-8, where it is said to be in another encoding; XML says its encoding itself, and is left alone.
  ///
  /// - Throws: The place of the first byte that is not in the encoding.
  package func decoded(from encoding: TextEncoding?) throws(Diagnostics) -> InputFile {
    guard let encoding, encoding != .utf8, !isMarkup else { return self }
    switch encoding {
    case .utf8: return self
    case .latin1: return InputFile(name: name, bytes: Self.utf8(bytes) { $0 })
    case .windows1252:
      return InputFile(name: name, bytes: Self.utf8(bytes) { $0 < 0xA0 ? Self.windows1252[Int($0) - 0x80] : $0 })
    case .utf16:
      guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else {
        throw Diagnostics([
          Diagnostic(
            file: name, location: .start, severity: .error, message: "the file has no byte order mark of UTF-16",
            fix: "save it as UTF-8")
        ])
      }
      return InputFile(name: name, bytes: try utf8OfUTF16())
    }
  }

  /// UTF-16 behind its byte order mark as UTF-8.
  package func utf8OfUTF16() throws(Diagnostics) -> [UInt8] {
    let raw = bytes
    let isLittle = raw[0] == 0xFF
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var place = TextPlaces()
    var i = 2
    func unit(_ i: Int) -> UInt32? {
      guard i + 1 < raw.count else { return nil }
      return isLittle ? UInt32(raw[i]) | UInt32(raw[i + 1]) << 8 : UInt32(raw[i + 1]) | UInt32(raw[i]) << 8
    }
    while i < raw.count {
      var value = unit(i)
      if let high = value, (0xD800..<0xDC00).contains(high), let low = unit(i + 2), (0xDC00..<0xE000).contains(low) {
        value = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
        i += 2
      }
      guard let scalar = value.flatMap(Unicode.Scalar.init) else {
        throw Diagnostics([
          Diagnostic(
            file: name, location: place.location(of: result.count, in: result), severity: .error,
            message: "byte \(i) is not UTF-16", fix: "save the file as UTF-8")
        ])
      }
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      i += 2
    }
    return result
  }

  private var isMarkup: Bool {
    bytes.prefix(64).first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF, 0xFF, 0xFE].contains($0) } == UInt8(ascii: "<")
  }

  /// Single bytes as UTF-8; those above ASCII are looked up.
  private static func utf8(_ bytes: [UInt8], _ scalar: (UInt16) -> UInt16) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        let value = Unicode.Scalar(scalar(UInt16(byte))) ?? "\u{FFFD}"
        result.append(contentsOf: UTF8.encode(value) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return result
  }

  /// The characters of the bytes 80 to 9F; the five that have none stand for the control characters there.
  ///
  /// - Source: https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WindowsBestFit/bestfit1252.txt
  private static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
}
