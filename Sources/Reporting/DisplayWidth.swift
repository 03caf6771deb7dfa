extension String {
  /// How many columns of a terminal the text takes: 2 for East Asian wide characters and emoji, 0 for combining marks.
  ///
  /// - Complexity: O(length); a text of ASCII alone is only counted.
  package var displayWidth: Int { isPrintableASCII ? utf8.count : reduce(0) { $0 + $1.displayWidth } }

  /// Whether it holds only letters, digits, signs and spaces of ASCII, each of which takes one column.
  var isPrintableASCII: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

  /// The text without what would not fit into a number of columns; an ellipsis shows that something is missing.
  package func truncated(toWidth width: Int) -> String {
    guard displayWidth > width, width > 0 else { return self }
    var result = ""
    var used = 0
    for character in self {
      guard used + character.displayWidth <= width - 1 else { break }
      result.append(character)
      used += character.displayWidth
    }
    return result + "…"
  }

  /// The text broken into lines of at most a number of columns: at spaces, else after a hyphen, else anywhere.
  ///
  /// Spaces in front stay, as they set a row in; others become one.
  ///
  /// - Complexity: O(length).
  package func wrapped(toWidth width: Int) -> [String] {
    if fitsAsItIs(width) { return [self] }
    let indent = String(prefix { $0 == " " })
    var lines: [String] = []
    var line = indent
    var used = indent.displayWidth
    for word in split(separator: " ", omittingEmptySubsequences: true) {
      for (i, piece) in String(word).pieces(toWidth: width).enumerated() {
        let gap = i == 0 && line != indent ? " " : ""
        let needed = piece.displayWidth
        if used + gap.utf8.count + needed <= width {
          line += gap + piece
          used += gap.utf8.count + needed
        } else {
          if line != indent { lines.append(line) }
          line = piece
          used = needed
        }
      }
    }
    lines.append(line)
    return lines
  }

  /// Whether it is a text of ASCII that fits into a line, without spaces that wrapping would take out.
  private func fitsAsItIs(_ width: Int) -> Bool {
    guard utf8.count <= width, isPrintableASCII else { return false }
    var follows = false
    var wasSpace = false
    for byte in utf8 {
      let isSpace = byte == 0x20
      if isSpace && wasSpace && follows { return false }
      wasSpace = isSpace
      if !isSpace { follows = true }
    }
    return !wasSpace
  }

  /// A word cut after its hyphens where it is too long for a line, and anywhere where a piece still is.
  private func pieces(toWidth width: Int) -> [String] {
    guard displayWidth > width else { return [self] }
    var pieces: [String] = []
    var piece = ""
    var used = 0
    func cut() {
      pieces.append(piece)
      piece = ""
      used = 0
    }
    for character in self {
      let needed = character.displayWidth
      if used + needed > width, !piece.isEmpty { cut() }
      piece.append(character)
      used += needed
      if character == "-" || character == "/" { cut() }
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }
}

extension String {
  /// The text on one line that cannot steer a terminal: line breaks and tabs become spaces, other control characters
  /// and those that change the direction of writing are shown as `\u{…}`.
  var onOneLine: String {
    if isPrintableASCII { return self }
    guard unicodeScalars.contains(where: { $0.isLineControl || $0.steersTerminals }) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isLineControl {
        // The two characters of a Windows line break are one space.
        if scalar != "\n" || text.last != " " { text += " " }
      } else if scalar.steersTerminals {
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLineControl: Bool {
    (0x09...0x0D).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029
  }

  fileprivate var steersTerminals: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || (0x202A...0x202E).contains(value)
      || (0x2066...0x2069).contains(value)
  }
}

extension Character {
  fileprivate var displayWidth: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    let category = scalar.properties.generalCategory
    if category == .nonspacingMark || category == .enclosingMark || category == .format || scalar.value < 0x20 {
      return 0
    }
    if scalar.properties.isEmojiPresentation || unicodeScalars.contains("\u{FE0F}") { return 2 }
    return Self.wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// East Asian wide and fullwidth blocks (Unicode Standard Annex 11), as far as names use them.
  private static var wideRanges: [ClosedRange<UInt32>] {
    [
      0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
    ]
  }
}
