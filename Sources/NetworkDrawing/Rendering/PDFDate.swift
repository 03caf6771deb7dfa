/// Takes the day and the time zone of rendering out of a document, so that the same picture gives the same bytes.
enum PDFDate {
  private static let key = Array("/CreationDate (D:".utf8)
  private static let date = Array("20000101000000".utf8)

  /// The document with a date of creation that is always the same; every byte stays at its place.
  static func removed(from bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    // What describes the document stands near its end.
    for start in stride(from: bytes.count - key.count - date.count, through: 0, by: -1)
    where bytes[start] == key[0] && bytes[start..<start + key.count].elementsEqual(key) {
      var place = start + key.count
      for byte in date {
        bytes[place] = byte
        place += 1
      }
      // The zone behind it: +14'00.
      while place < bytes.count, bytes[place] != UInt8(ascii: ")") {
        switch bytes[place] {
        case UInt8(ascii: "-"): bytes[place] = UInt8(ascii: "+")
        case UInt8(ascii: "1")...UInt8(ascii: "9"): bytes[place] = UInt8(ascii: "0")
        default: break
        }
        place += 1
      }
      break
    }
    return bytes
  }
}
