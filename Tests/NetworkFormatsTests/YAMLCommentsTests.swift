import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite("Comments in YAML")
struct YAMLCommentsTests {
  /// A text with the number of its lines that hold a comment.
  struct Case: CustomTestStringConvertible {
    let name: String
    let count: Int
    let text: String

    init(_ name: String, _ count: Int, _ text: String) {
      self.name = name
      self.count = count
      self.text = text
    }

    var testDescription: String { name }
  }

  static let cases = [
    Case("none", 0, "network: t\n"),
    Case("lines of their own, set in or not", 3, "# a\nnetwork: t\n  # b\n#c"),
    Case("behind a value, and behind nothing", 3, "network: t # a\nactors: # b\n- {id: A} \t# c\n"),
    Case("a hash in a word", 0, "network: t#1\nlabel: a#b\n"),
    Case("a hash in quotes", 1, "a: 'x # y'\nb: \"x # y \\\" # z\"\nc: 'it''s # so' # yes\n"),
    Case("a hash in a quoted text of several lines", 1, "a: \"x\n  # y\n  z\" # c\nb: 'x\n  # y'\n"),
    Case("a quote in a word begins nothing", 2, "a: it's # one\nb: 5\" # two\n"),
    Case("quotes in lists on a line", 1, "a: ['# x', \"# y\", z] # one\nb: {k: '# x', l: \"# y\"}\n"),
    Case("a text block", 2, "a: |\n  # text\n\n  more # text\nb: > # one\n  # text\n# two\n"),
    Case("a text block in a list", 1, "- note: |-\n    # text\n  other: x # one\n- >+\n  # text\n"),
    Case("a text block that says how far it is set in", 1, "a: |2\n    # text\n  # text\nb: x # one\n"),
    Case("a text block of no lines", 1, "- a: |\n  b: x # one\n"),
    Case("commas and brackets in a sentence", 2, "a: one, 'tis # one\nb: see [1, 'x # two\n"),
    Case("a list over several lines", 2, "a: [b, # one\n  '# c',\n  d] # two\n"),
    Case("a bar within a value", 1, "a: x | y\n  # one\n"),
    Case("lines that end as in Windows", 2, "a: x # one\r\nb: |\r\n  # text\r\n# two\r\n"),
  ]

  @Test("Each line with a comment counts once, and no text does", arguments: cases)
  func count(_ one: Case) { #expect(YAMLComments(in: one.text).lineCount == one.count) }

  @Test("Reading a network file says how many there are; JSON has none")
  func report() throws {
    let text = "# about\nnetwork: t\nactors:\n  - {id: A, name: '# 1'} # who\n"
    let file = InputFile(name: "t.yaml", bytes: Array(text.utf8))
    #expect(try YAMLNetworkFormat().read(file, options: ReadOptions()).report.commentLines == 2)
    let json = InputFile(name: "t.json", bytes: Array(##"{"network": "# t", "actors": []}"##.utf8))
    #expect(try JSONNetworkFormat().read(json, options: ReadOptions()).report.commentLines == 0)
  }
}
