/// Counts the lines of a YAML text that hold a comment; parsers pass them over without a word.
///
/// Knows as much of YAML as is needed to tell a comment from a `#` in a quoted text or in a text block.
struct YAMLComments {
  /// Lines with a comment, of their own or behind something.
  private(set) var lineCount = 0
  /// The mark that ends the quoted text at hand, which may go on over many lines.
  private var quote: UInt8?
  /// How many lists and mappings in brackets are open.
  private var brackets = 0
  private var block: Block?

  /// A text block (`|` or `>`), whose lines are told by how far they are set in.
  private enum Block {
    /// It has no line yet; its lines are set in further than this.
    case begun(beyond: Int)
    /// Its lines are set in at least so far.
    case open(indent: Int)
  }

  private typealias Line = Slice<UnsafeBufferPointer<UInt8>>

  /// Counts the comments of a text that a parser has read without an error.
  init(in text: String) {
    var text = text
    text.withUTF8 { bytes in
      guard bytes.contains(UInt8(ascii: "#")) else { return }
      for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) where !isInBlock(line) {
        scan(line)
      }
    }
  }

  /// Whether a line belongs to a text block; ends the block where it does not.
  private mutating func isInBlock(_ line: Line) -> Bool {
    guard let block else { return false }
    let content = line.drop { $0 == " " }
    let indent = content.startIndex - line.startIndex
    if content.allSatisfy({ $0 == "\r" || $0 == "\t" }) { return true }
    switch block {
    case .begun(let beyond): self.block = indent > beyond ? .open(indent: indent) : nil
    case .open(let least): if indent < least { self.block = nil }
    }
    return self.block != nil
  }

  /// Looks through a line outside of text blocks.
  private mutating func scan(_ line: Line) {
    // How far what stands here is set in, and the list or mapping that it belongs to.
    var start = (line.firstIndex { $0 != " " } ?? line.endIndex) - line.startIndex
    var parent = start - 1
    // Whether a value may begin here: a quote within a word is a letter.
    var beginsValue = true
    var followsSpace = true
    var i = line.startIndex
    while i < line.endIndex {
      if quote != nil {
        i = endOfQuote(in: line, from: i)
        (beginsValue, followsSpace) = (false, false)
        continue
      }
      let byte = line[i]
      let isSpace = byte == " " || byte == "\t"
      let endsToken = i + 1 == line.endIndex || line[i + 1] == " " || line[i + 1] == "\t" || line[i + 1] == "\r"
      var opens = false
      switch byte {
      case "#" where followsSpace:
        lineCount += 1
        return
      case "\"" where beginsValue, "'" where beginsValue: quote = byte
      case "|" where beginsValue, ">" where beginsValue: block = Self.block(header: line[(i + 1)...], parent)
      case "[" where beginsValue, "{" where beginsValue:
        brackets += 1
        opens = true
      case "]" where brackets > 0, "}" where brackets > 0: brackets -= 1
      case ",": opens = brackets > 0
      case "-" where beginsValue && endsToken:
        (parent, start, opens) = (i - line.startIndex, i + 2 - line.startIndex, true)
      case ":" where endsToken: (parent, opens) = (start, true)
      default: break
      }
      beginsValue = opens || (isSpace && beginsValue)
      followsSpace = isSpace
      i += 1
    }
  }

  /// Where a quoted text ends, or the line with it.
  private mutating func endOfQuote(in line: Line, from start: Int) -> Int {
    var i = start
    while i < line.endIndex {
      let byte = line[i]
      if byte == "\\" && quote == "\"" {
        i += 1
      } else if byte == quote {
        // A doubled apostrophe stands for one.
        guard byte == "'", i + 1 < line.endIndex, line[i + 1] == "'" else {
          quote = nil
          return i + 1
        }
        i += 1
      }
      i += 1
    }
    return line.endIndex
  }

  /// The text block that a header begins: behind its mark stand at most two signs, and a comment.
  private static func block(header rest: Line, _ parent: Int) -> Block? {
    let digits = UInt8(ascii: "1")...UInt8(ascii: "9")
    let signs = rest.prefix { $0 == "+" || $0 == "-" || digits.contains($0) }
    let after = rest[signs.endIndex...].drop { $0 == " " || $0 == "\t" }
    guard after.isEmpty || after.first == "\r" || after.first == "#" else { return nil }
    guard let digit = signs.first(where: { digits.contains($0) }) else { return .begun(beyond: parent) }
    return .open(indent: parent + Int(digit - UInt8(ascii: "0")))
  }
}

private func == (byte: UInt8?, character: Unicode.Scalar) -> Bool { byte == UInt8(ascii: character) }

private func != (byte: UInt8, character: Unicode.Scalar) -> Bool { byte != UInt8(ascii: character) }

private func ~= (character: Unicode.Scalar, byte: UInt8) -> Bool { byte == UInt8(ascii: character) }
