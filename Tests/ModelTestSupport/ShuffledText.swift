/// The text of a network file with the entries of each list in another order; comments between entries are left out.
public struct ShuffledText {
  private var state: UInt64
  private var entries: [String] = []
  private var result = ""

  /// The text in one of its orders.
  public static func of(_ text: String, seed: UInt64) -> String {
    var shuffled = ShuffledText(state: seed)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { shuffled.add(line) }
    shuffled.endList()
    return shuffled.result
  }

  private init(state: UInt64) { self.state = state }

  private mutating func add(_ line: Substring) {
    if line.isEmpty || line.drop(while: { $0 == " " }).hasPrefix("#") { return }
    if line.hasPrefix("  - ") {
      entries.append(line + "\n")
    } else if line.hasPrefix("  ") && !entries.isEmpty {
      entries[entries.count - 1] += line + "\n"
    } else {
      endList()
      result += line + "\n"
    }
  }

  private mutating func endList() {
    for last in stride(from: entries.count - 1, to: 0, by: -1) { entries.swapAt(last, next(below: last + 1)) }
    result += entries.joined()
    entries = []
  }

  private mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
