/// A font size, and whether bold.
struct Face: Hashable, Sendable {
  var size: Double
  var isBold = false

  /// From one line to the next.
  var lineHeight: Double { (size * 1.19 * 100).rounded() / 100 }

  /// How wide a line of text is.
  func width(of text: String) -> Double {
    var sum = 0.0
    for scalar in text.unicodeScalars { sum += DejaVuSans.width(of: scalar) }
    // The bold letters are an eighth wider on the average; some are more.
    return sum * size * (isBold ? 1.17 : 1.01)
  }
}

/// Text made fit for a picture.
enum ShownText {
  /// How many marks one after the other are shown; further ones are left out.
  ///
  /// No language needs more than a few, and libraries that shape text take quadratic time for them.
  ///
  /// - Source: Unicode Standard Annex #15, Stream-Safe Text Format.
  static let mostMarks = 30

  /// One line: control characters, overrides of the writing direction and marks beyond ``mostMarks`` are gone, white
  /// space is single.
  static func line(_ text: String) -> String {
    if isPlain(text) { return text }
    var kept = String.UnicodeScalarView()
    var isSpacePending = false
    var markCount = 0
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        isSpacePending = !kept.isEmpty
        markCount = 0
        continue
      }
      if isDropped(scalar) { continue }
      markCount = isMark(scalar) ? markCount + 1 : 0
      if markCount > mostMarks { continue }
      if isSpacePending { kept.append(" ") }
      isSpacePending = false
      kept.append(scalar)
    }
    return String(kept)
  }

  /// Whether text of Latin letters, digits and signs has nothing to be removed; most has not.
  private static func isPlain(_ text: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20
  }

  /// Whether a text has more marks one after the other than are shown.
  static func hasTooManyMarks(_ text: String) -> Bool {
    // A mark takes two bytes at least, and its letter one.
    guard text.utf8.count > 2 * mostMarks else { return false }
    var markCount = 0
    for scalar in text.unicodeScalars {
      if isDropped(scalar) { continue }
      markCount = isMark(scalar) ? markCount + 1 : 0
      if markCount > mostMarks { return true }
    }
    return false
  }

  /// Whether a sign joins the letter before it.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Letters of which most text is made are not looked up.
    case 0..<0x300, 0x370..<0x483, 0x2010..<0x2028, 0x4E00..<0xA000, 0xAC00..<0xD7A4: return false
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .spacingMark: return true
      default: return false
      }
    }
  }

  /// Unicode's white space; asking the library for this property of every letter takes most of a picture's time.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9...0xD, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB: true
    case let value: value & 0xFFFE == 0xFFFE
    }
  }

  /// Text in lines of about `limit` characters; words longer than a line are cut, so that no line is much longer.
  static func wrapped(_ text: String, limit: Int) -> [String] {
    let text = line(text)
    guard text.count > limit else { return [text] }
    // As many lines as are needed, of about the same length.
    let lines = (text.count + limit - 1) / limit
    let target = min(limit, max((text.count + lines - 1) / lines + 2, limit * 2 / 3))
    var result: [String] = []
    var current = ""
    for word in pieces(of: text, limit: limit) {
      let joined = current + (current.isEmpty || word.glued ? "" : " ") + word.text
      if current.isEmpty || joined.count <= target || (joined.count <= limit && result.count + 1 >= lines) {
        current = joined
      } else {
        result.append(current)
        current = word.text
      }
    }
    if !current.isEmpty { result.append(current) }
    return result
  }

  /// Words; a long one in pieces, after a hyphen or slash where there is one.
  private static func pieces(of text: String, limit: Int) -> [(text: String, glued: Bool)] {
    text.split(separator: " ").flatMap { word -> [(text: String, glued: Bool)] in
      guard word.count > limit else { return [(String(word), false)] }
      var parts: [(text: String, glued: Bool)] = []
      var part = ""
      for character in word {
        part.append(character)
        if part.count >= limit || (part.count > 3 && (character == "-" || character == "/")) {
          parts.append((part, !parts.isEmpty))
          part = ""
        }
      }
      if !part.isEmpty { parts.append((part, !parts.isEmpty)) }
      return parts
    }
  }
}
