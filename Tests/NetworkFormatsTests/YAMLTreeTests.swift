import Testing

@testable import NetworkFormats
@testable import NetworkReading

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

  @Test("What is no YAML goes before what is none of a network file, wherever it stands")
  func order() {
    #expect(problem("a: &x 1\nb: [1\n").hasPrefix("f:3:1: error: the file is not YAML here"))
    #expect(problem("a: &x 1\nb: !own 2\n").hasPrefix("f:1:4: error: an anchor (&) or alias (*)"))
    #expect(problem("a: &x 1\nb: *x\n").hasPrefix("f:1:4: error: an anchor (&) or alias (*)"))
    #expect(problem("a: !own 2\nb: 1\nb: 2\n").hasPrefix("f:2:1: error: duplicate key 'b'"))
    #expect(problem("a: !!str 2\nb: !!binary x\n").hasPrefix("f:2:4: error: a tag (!!binary)"))
    #expect(problem("&x a: 2\n").hasPrefix("f:1:1: error: an anchor (&) on a key"))
    #expect(problem("a: \"\\x07\"\nb: \u{7}\n").hasPrefix("f:2:4: error: a character that YAML does not allow"))
    #expect(problem("# nothing\n") == "f:1:1: error: the file holds no YAML document (write network: and a name first)")
  }

  @Test("Keys that are one but for how their accents are composed are the same key; many keys are compared too")
  func sameKeys() {
    #expect(problem("é: 1\ne\u{301}: 2\n").hasPrefix("f:1:1: error: duplicate key 'é'"))
    let many = (0..<40).map { "k\($0): 1\n" }.joined() + "k7: 2\nk3: 2\n"
    #expect(problem(many).hasPrefix("f:4:1: error: duplicate key 'k3', 'k7'; it stands here for the first time"))
  }

  @Test("Places are those of the first letter, in block and in line")
  func places() throws {
    let root = try YAMLTree(file: "f").parse("a:\n  - {b: 'x',\n     c: é}\n  - |\n    text\nd: [1, 2]\n")
    func places(_ node: SourceNode) -> [String] {
      let own = "\(node.location.line):\(node.location.column)"
      switch node.value {
      case .scalar(let text, let isQuoted): return ["\(own) \(text.debugDescription)\(isQuoted ? " quoted" : "")"]
      case .sequence(let items): return [own] + items.flatMap(places)
      case .mapping(let pairs):
        return [own]
          + pairs.flatMap { ["\($0.location.line):\($0.location.column) \($0.key)"] + places($0.value) }
      }
    }
    #expect(
      places(root) == [
        "1:1", "1:1 a", "2:3", "2:5", "2:6 b", "2:9 \"x\" quoted", "3:6 c", "3:9 \"é\"", "4:5 \"text\\n\" quoted",
        "6:1 d",
        "6:4", "6:5 \"1\"", "6:8 \"2\"",
      ])
  }
}
