import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite struct JSONTreeTests {
  private func problem(_ text: String) -> String {
    do {
      _ = try JSONTree(file: "f").parse(text)
      return "read"
    } catch {
      return error.list.map(\.description).joined(separator: "\n")
    }
  }

  @Test(arguments: [
    ("{\"a\": 1,}", "f:1:9: error: a key in double quotes is missing here"),
    ("[1,]", "f:1:4: error: a value is missing here"),
    ("// c\n{}", "f:1:1: error: a value is missing here"), ("{'a': 1}", "f:1:2: error: a key in double quotes"),
    ("[NaN]", "f:1:2: error: 'NaN' is not a JSON value"), ("[1e]", "f:1:2: error: '1e' is not a JSON value"),
    ("[\"\\ud800\"]", "f:1:3: error: an escape that is not a character"),
    ("[01]", "f:1:2: error: '01' is not a JSON value"),
    ("{\"a\":1,\n\"a\":2}", "f:2:1: error: duplicate key 'a'"), ("{} {}", "f:1:4: error: something follows the end"),
    ("[\"a", "f:1:3: error: a text that is opened here and never closed"),
    ("[\"a\nb\"]", "f:1:4: error: a control character"),
    ("[\"\\x\"]", "f:1:3: error: an escape that JSON does not know"), ("", "f:1:1: error: the file ends where a value"),
    ("[\"\\u0000\"]", "f:1:3: error: an escape that is not a character"), ("[+1]", "f:1:2: error: '+1' is not"),
    ("[1", "f:1:3: error: the file ends where a comma or ]"),
  ])
  func refuses(_ text: String, _ start: String) { #expect(problem(text).hasPrefix(start), "Y22: \(problem(text))") }

  @Test func depthAndLengthAreBounded() {
    #expect(problem(String(repeating: "[", count: 100_000)).contains("nested deeper than 64"), "Y16")
    #expect(problem("[\"" + String(repeating: "x", count: 70_000) + "\"]").contains("more than 65536 bytes"))
  }

  @Test func valuesKeepTheirCharactersAndPlaces() throws {
    let root = try JSONTree(file: "f").parse("{\"a\": [1.0, -0, \"\\u00e9\\ud83d\\ude00\",\n true, null]}")
    guard case .mapping(let pairs) = root.value, case .sequence(let items) = pairs[0].value.value else {
      Issue.record("not a list")
      return
    }
    let texts = items.map { item in
      if case .scalar(let text, _) = item.value { text } else { "?" }
    }
    #expect(texts == ["1.0", "-0", "é😀", "true", ""], "Y07: null is no value, and no word")
    #expect(items.map(\.isAbsent) == [false, false, false, false, true])
    #expect(items[3].location == TextLocation(line: 2, column: 2))
  }
}
