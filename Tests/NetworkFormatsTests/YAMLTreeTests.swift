import Testing

@testable import NetworkFormats

@Suite struct YAMLTreeTests {
  private func problem(_ text: String) -> String {
    do {
      _ = try YAMLTree(file: "f").parse(text)
      return "read"
    } catch {
      return error.list.map(\.description).joined(separator: "\n")
    }
  }

  @Test(arguments: [
    ("Y08", "a: &a [x,x]\nb: &b [*a,*a]\n", "f:1:4: error: an anchor (&)"),
    ("Y09", "a: &a [*a]\n", "f:1:8: error: the file is not YAML here: found undefined alias"),
    ("Y10", "a: *x\n", "f:1:"), ("Y11", "a:\n  <<: {b: 1}\n", "f:2:3: error: a merge key (<<)"),
    ("Y12", "a: 1\na: 2\n", "f:1:1: error: duplicate key 'a'"),
    ("Y14", "a:\n\tb: 1\n", "f:2:1: error: a tab used for indentation"),
    ("Y15", "a: 1\n---\nb: 2\n", "f:2:1: error: a second document begins here"),
    ("Y20", "a: [1\n", "f:2:1: error: the file is not YAML here"),
    ("key", "? [a]\n: 1\n", "f:1:3: error: a key that is not a single word"),
  ])
  func refuses(_ id: String, _ text: String, _ start: String) {
    #expect(problem(text).hasPrefix(start), "\(id): \(problem(text))")
  }

  @Test func bombsEndPlainly() {
    var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for i in 1..<10 {
      bomb += "a\(i): &a\(i) [" + Array(repeating: "*a\(i - 1)", count: 9).joined(separator: ",") + "]\n"
    }
    #expect(problem(bomb).contains("an alias (*), the first of 81"), "Y08")
    #expect(problem(String(repeating: "[", count: 100_000)).contains("nested deeper than 64"), "Y16")
    #expect(problem("a: \"" + String(repeating: "x", count: 70_000) + "\"").contains("more than 65536 bytes"), "Y24")
  }

  @Test func scalarsKeepTheirCharacters() throws {
    let text = "a: [NO, on, 0123, 1e3, 1:30, 1_000, 1.10, ~, 2025-07, 0x1F, 'q', \"\\u00e9\"]\n"
    let root = try YAMLTree(file: "f").parse(text)
    guard case .mapping(let pairs) = root.value, case .sequence(let items) = pairs[0].value.value else {
      Issue.record("not a list")
      return
    }
    let texts = items.map { item in
      if case .scalar(let text, _) = item.value { text } else { "?" }
    }
    #expect(texts == ["NO", "on", "0123", "1e3", "1:30", "1_000", "1.10", "~", "2025-07", "0x1F", "q", "é"], "Y01-Y07")
    #expect(items[1].location == TextLocation(line: 1, column: 9))
  }
}
