import Testing

@testable import NetworkFormats

@Suite struct YAMLWriterTests {
  private func written(_ pairs: [(String, SourceNode)]) throws -> String {
    let root = SourceNode.object(pairs.map { SourceNode.pair($0.0, $0.1) })
    return String(decoding: try YAMLWriter().write(root), as: UTF8.self)
  }

  @Test("Texts that other readers would bend are quoted, numbers and dates are not")
  func quoting() throws {
    let words = [
      "NO", "0123", "1e3", "1:30", "~", "2025-07-03", "2025-07", "yes", "a: b", "- a", "#a", "'", "", "é 中", "-x",
    ]
    let text = try written(
      words.map { ("k", .text($0)) } + [("n", SourceNode(value: .scalar("0.5", isQuoted: false), location: .start))])
    #expect(
      text == """
        k: 'NO'
        k: '0123'
        k: '1e3'
        k: '1:30'
        k: '~'
        k: 2025-07-03
        k: 2025-07
        k: 'yes'
        k: 'a: b'
        k: '- a'
        k: '#a'
        k: ''''
        k: ''
        k: é 中
        k: -x
        n: 0.5

        """)
  }

  @Test("Short lists and mappings stand on one line; long ones, and those with texts of several lines, do not")
  func layout() throws {
    let list = SourceNode.list(["a", "b, c", ""].map(SourceNode.text))
    let long = SourceNode.list((0..<3).map { .text(String(repeating: "x", count: 30) + "\($0)") })
    let lines = SourceNode.object([
      SourceNode.pair("k", .text("a\nb")), SourceNode.pair("l", .text("x\r\u{9B}\u{FFFE}")),
    ])
    #expect(
      try written([("short", list), ("long", long), ("lines", lines), ("none", .list([])), ("empty", .object([]))])
        == """
        short: [a, 'b, c', '']
        long:
        - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0
        - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1
        - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx2
        lines:
          k: 'a

            b'
          l: "x\\r\\x9B\\uFFFE"
        none: []
        empty: {}

        """)
  }

  @Test("A text that begins with a byte order mark is refused, as readers would drop the mark")
  func mark() {
    #expect(throws: UnwritableNetwork.self) { try written([("k", .text("\u{FEFF}a"))]) }
  }
}
