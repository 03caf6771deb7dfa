/// Alters bytes in the ways in which files break: bits, cuts, doubled and moved pieces, words that mean something.
struct Mutation {
  private var seed: UInt64

  /// Alterations of a seed.
  init(seed: UInt64) { self.seed = seed }

  private mutating func below(_ bound: Int) -> Int {
    seed &+= 0x9E37_79B9_7F4A_7C15
    var z = seed
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(max(bound, 1)))
  }

  private static let words: [String] = [
    "\0", "\u{1}", "\"", "'", "<", ">", "&", "]", "[", "{", "}", ",", ";", ":", "\n", "\r", "\t", " ", "-", "--", "->",
    "1e400", "-1", "NaN", "99999999999999999999", "<![CDATA[", "<!DOCTYPE x [", "-->", "&#0;", "&lt", "*Vertices -1",
    "*Arcs", "&a", "*a", "!!x", "---", "\\u0000", "\\ud800", "null", "\u{FEFF}", "\u{202E}", "e\u{301}", "data:", "n=9",
  ]

  /// One to four alterations.
  mutating func alter(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0...below(4) {
      let place = below(bytes.count)
      let length = min(below(20), bytes.count - min(place, bytes.count))
      switch below(7) {
      case 0 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8(below(8))
      case 1 where !bytes.isEmpty: bytes[place] = UInt8(below(256))
      case 2: bytes.removeSubrange(place..<place + length)
      case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: below(bytes.count))
      case 4 where below(4) == 0: bytes.removeSubrange(place...)
      default: bytes.insert(contentsOf: Self.words[below(Self.words.count)].utf8, at: place)
      }
    }
    return bytes
  }
}
