extension String {
  /// How many columns of a terminal the text takes: 2 for East Asian wide characters and emoji, 0 for combining marks.
  public var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// The text without what would not fit into a number of columns; an ellipsis shows that something is missing.
  public func truncated(toWidth width: Int) -> String {
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
  public func wrapped(toWidth width: Int) -> [String] {
    let indent = String(prefix { $0 == " " })
    var lines: [String] = []
    var line = indent
    for word in split(separator: " ", omittingEmptySubsequences: true) {
      for (i, piece) in String(word).pieces(toWidth: width).enumerated() {
        let gap = i == 0 && line != indent ? " " : ""
        if line.displayWidth + gap.displayWidth + piece.displayWidth <= width {
          line += gap + piece
        } else {
          if line != indent { lines.append(line) }
          line = piece
        }
      }
    }
    lines.append(line)
    return lines
  }

  /// A word cut after its hyphens where it is too long for a line, and anywhere where a piece still is.
  private func pieces(toWidth width: Int) -> [String] {
    guard displayWidth > width else { return [self] }
    var pieces: [String] = []
    var piece = ""
    for character in self {
      if piece.displayWidth + character.displayWidth > width, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      if character == "-" || character == "/" {
        pieces.append(piece)
        piece = ""
      }
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }
}

extension String {
  /// The text on one line that cannot steer a terminal: line breaks and tabs become spaces, other control characters
  /// and those that change the direction of writing are shown as `\u{…}`.
  var onOneLine: String {
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
