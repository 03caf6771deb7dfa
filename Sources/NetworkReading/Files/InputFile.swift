/// The bytes of a file under the name that messages give it.
public struct InputFile: Hashable, Sendable {
  /// The name as it was given, for messages and for the format by ending.
  public let name: String
  /// The contents.
  public let bytes: [UInt8]

  /// Bytes under a name.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The contents as text, without a byte order mark.
  ///
  /// - Throws: A diagnostic with the place of the first byte that is not UTF-8, of a NUL, or that the file is empty.
  public func text() throws(Diagnostics) -> String {
    var body = bytes[...]
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { body = body.dropFirst(3) }
    if body.starts(with: [0xFF, 0xFE]) || body.starts(with: [0xFE, 0xFF]) {
      throw failure(at: .start, "the file is UTF-16", "save it as UTF-8, or \(.sayEncoding(.utf16))")
    }
    let checked = Array(body)
    do {
      let span = try UTF8Span(validating: checked.span)
      let text = String(copying: span)
      if let nul = checked.firstIndex(of: 0) {
        throw failure(at: place(of: nul, in: checked), "a NUL character", "take it out")
      }
      guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
        throw failure(at: .start, "the file is empty", "a network has at least a name and a list of actors")
      }
      return text
    } catch let error as UTF8.ValidationError {
      let offset = error.byteOffsets.lowerBound
      throw failure(
        at: place(of: offset, in: checked),
        "byte \(offset + bytes.count - checked.count) is not UTF-8 (0x\(String(checked[offset], radix: 16, uppercase: true)))",
        "save the file as UTF-8, or \(.sayEncoding(nil))")
    } catch let error as Diagnostics {
      throw error
    } catch {
      throw failure(at: .start, "the file cannot be read as text", "save it as UTF-8")
    }
  }

  /// Where the contents begin behind a byte order mark, after they were checked to be UTF-8 without NUL and not blank.
  ///
  /// For readers that work on the bytes and need no copy of them as text.
  ///
  /// - Throws: As ``text()``.
  package func checkedStart() throws(Diagnostics) -> Int {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let isBlank = !bytes[start...].contains { $0 > 0x20 }
    if !isBlank, !bytes.contains(0), (try? UTF8Span(validating: bytes.span)) != nil { return start }
    _ = try text()
    return start
  }

  private func failure(at place: TextLocation, _ message: String, _ fix: Advice) -> Diagnostics {
    Diagnostics([Diagnostic(file: name, location: place, severity: .error, message: message, fix: fix)])
  }

  /// Line and column of a byte; what comes before it is valid UTF-8.
  private func place(of offset: Int, in bytes: [UInt8]) -> TextLocation {
    var line = 1
    var column = 1
    for byte in bytes[..<offset] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return TextLocation(line: line, column: column)
  }
}
