import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite("What is written as XML is read back as it was")
struct XMLWriterTests {
  static let texts = [
    "", "a", "a & b", "<script>alert(1)</script>", "\"><img src=x onerror=y>", "]]>", "-->", " lead and trail ",
    "tab\tline\nreturn\rboth\r\n", "=HYPERLINK(\"http://x\")", "\u{202E}back", "e\u{301}", "😀\u{200D}👩", "&amp;&#10;",
    "a\u{7F}\u{85}\u{A0}\u{FFFD}", "%s%n ${7*7}",
  ]

  @Test("Attributes and texts", arguments: texts)
  func roundTrip(_ text: String) throws {
    var writer = XMLWriter()
    writer.start("a", ["b": text, "c": nil])
    writer.element("d", text: text)
    writer.end()
    var reader = try XMLReader(InputFile(name: "a.xml", bytes: writer.bytes))
    _ = try reader.next()
    #expect(reader.value("b").map { Array($0.utf8) } == Array(text.utf8))
    #expect(reader.attributes.count == 1)
    _ = try reader.next()
    guard case .text(let content) = try reader.content() else {
      Issue.record("no text")
      return
    }
    #expect(Array(content.utf8) == Array(text.utf8))
  }

  @Test("A character that XML cannot hold becomes U+FFFD, and can be told before")
  func forbidden() throws {
    #expect(!XMLText.allows("a\u{1}"))
    #expect(!XMLText.allows("\u{FFFF}"))
    #expect(XMLText.allows("ï\u{FFFD}"))
    var writer = XMLWriter()
    writer.element("a", text: "x\u{1}y")
    var reader = try XMLReader(InputFile(name: "a.xml", bytes: writer.bytes))
    _ = try reader.next()
    guard case .text("x\u{FFFD}y") = try reader.content() else {
      Issue.record("not replaced")
      return
    }
  }
}
