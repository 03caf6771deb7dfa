/// Takes the day and the time zone of rendering out of a document, so that the same picture gives the same bytes.
struct PDFDate {
  private static let key = Array("/CreationDate (D:".utf8)
  private static let date = Array("20000101000000Z".utf8)

  private var bytes: [UInt8]

  /// The document with a date of creation that is always the same.
  static func removed(from bytes: [UInt8]) -> [UInt8] {
    var document = PDFDate(bytes: bytes)
    document.remove()
    return document.bytes
  }

  private mutating func remove() {
    guard let found = bytes.lastPlace(of: Self.key) else { return }
    let start = found + Self.key.count
    guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")) else { return }
    let cut = end - start - Self.date.count
    guard cut == 0 || moveOffsets(behind: start, by: cut) else { return }
    bytes.replaceSubrange(start..<end, with: Self.date)
  }

  /// Lowers the offsets of all that comes after a place in the table at the document's end, where every line has twenty
  /// bytes; `false` where there is no such table.
  private mutating func moveOffsets(behind place: Int, by cut: Int) -> Bool {
    let mark = Array("startxref\n".utf8)
    guard let last = bytes.lastPlace(of: mark), let table = number(at: last + mark.count),
      table.value > place, table.value < last
    else { return false }
    var entry = table.value + Array("xref\n0 ".utf8).count
    guard bytes[table.value...].starts(with: Array("xref\n0 ".utf8)), let count = number(at: entry) else {
      return false
    }
    entry = count.end + 1
    guard count.value >= 0, count.value < bytes.count, entry + 20 * count.value <= last else { return false }
    for _ in 0..<count.value {
      if let offset = number(at: entry), offset.end == entry + 10, offset.value > place {
        let digits = Array(String(offset.value - cut).utf8)
        let zeros = Array(repeating: UInt8(ascii: "0"), count: 10 - digits.count)
        bytes.replaceSubrange(entry..<offset.end, with: zeros + digits)
      }
      entry += 20
    }
    bytes.replaceSubrange(last + mark.count..<table.end, with: Array(String(table.value - cut).utf8))
    return true
  }

  /// The digits at a place, and where they end.
  private func number(at place: Int) -> (value: Int, end: Int)? {
    var value = 0
    var end = place
    while end < bytes.count, end < place + 12, bytes[end] >= UInt8(ascii: "0"), bytes[end] <= UInt8(ascii: "9") {
      value = value * 10 + Int(bytes[end] - UInt8(ascii: "0"))
      end += 1
    }
    return end > place ? (value, end) : nil
  }
}

extension [UInt8] {
  /// Where a text begins the last time.
  fileprivate func lastPlace(of text: [UInt8]) -> Int? {
    guard let first = text.first, count >= text.count else { return nil }
    return stride(from: count - text.count, through: 0, by: -1).first { start in
      self[start] == first && self[start..<start + text.count].elementsEqual(text)
    }
  }
}
