import Testing

@testable import NetworkFormats

@Suite struct YAMLPlainTextTests {
  /// The patterns of YAML 1.1's types as PyYAML and Yams have them.
  static let patterns = [
    "yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF", "~|null|Null|NULL|", "<<", "=",
    "[-+]?0b[0-1_]+|[-+]?0o?[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+",
    #"[-+]?(?:[0-9][0-9_]*)(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9_]+(?:[eE][-+][0-9]+)?"#,
    #"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"#,
    "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]",
    #"[0-9][0-9][0-9][0-9]-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \t]+)[0-9][0-9]?:[0-9][0-9]:[0-9][0-9]"#
      + #"(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9][0-9])?))?"#,
  ]

  @Test("Texts are taken for a type exactly where the patterns of YAML 1.1 take them so")
  func likeThePatterns() throws {
    let expressions = try Self.patterns.map { try Regex("(?:\($0))") }
    let words = [
      "yes", "No", "TRUE", "Off", "yEs", "offf", "~", "null", "NULL", "", "<<", "=", "<", ".inf", "-.INF", ".nan",
      "-.nan",
      "0", "007", "08", "0b1", "0o7", "0x1F", "-0x", "1_000", "_1", "1:30", "1:75", "1:3:5.", "1:300", "1e5", "1e",
      "1.e5",
      ".5e5", ".5e+5", ".", "+", "-", "2025-07-03", "2025-7-3", "2025-7-3 1:00:00", "2025-07-03T14:00:00.5 +2:00",
      "2025-07-03 14:00:00Z", "2025-07-03 14:00:00 ", "12345", "-12", "+1.5", "1.2.3", "1-2", "12a", "é", "n", "y", "Z",
    ]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("001123567899___...:::--++eExobBfFnaNTtZ  \t")
    let random = (0..<3000).map { _ in String((0..<next(12)).map { _ in letters[next(letters.count)] }) }
    let times = (0..<1500).map { _ in
      String(
        "2025-07-03 14:05:06.7 +02:00".map { next(12) == 0 ? letters[next(letters.count)] : $0 }.prefix(8 + next(22)))
    }
    for text in words + random + times {
      let expected = try expressions.contains { try $0.wholeMatch(in: text) != nil }
      #expect(YAMLPlainText.looksTyped(text) == expected, "\(text.debugDescription)")
    }
  }
}
