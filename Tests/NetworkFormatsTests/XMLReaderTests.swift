import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite("XML is read strictly, or refused with the place")
struct XMLReaderTests {
  @Test("Tags, attributes, texts and ends come in order")
  func events() throws {
    #expect(try events("<a x='1'> <b>t</b>u</a>") == "<a x=1><b>'t'</b>'u'</a>")
    #expect(try events("<?xml version=\"1.0\"?>\n<!-- c --><a/><?p q?>\n") == "<a></a>")
  }

  @Test("Content is one text, whatever it is made of")
  func content() throws {
    #expect(try content("<a>x&lt;y<!-- c --><![CDATA[<&>]]>&#x20AC;&#65;]<?p?>z</a>") == "x<y<&>€A]z")
    #expect(try content("<a>1\r\n2\r3<![CDATA[\r\n]]>&#13;</a>") == "1\n2\n3\n\r")
    #expect(try content("<a/>") == "")
    #expect(try content("<a>\u{FEFF}\u{1F600}</a>") == "\u{FEFF}\u{1F600}")
    #expect(try content("<a>x<y:b c='1'><d/></y:b>z</a>") == "x then y:b")
    #expect(try content("<a>]] > ]</a>") == "]] > ]")
  }

  @Test("White space in attributes is normalised, references are not")
  func attributes() throws {
    #expect(try events("<a x=\"1\t2\r\n3\n4\r5&#10;6&#9;&quot;'&apos;\"/>") == "<a x=1 2 3 4 5\n6\t\"''></a>")
  }

  @Test("Prefixes are bound where they are declared, and forgotten after")
  func namespaces() throws {
    var reader = try XMLReader(
      file("<a xmlns='u' xmlns:y='v'><y:b/><c xmlns='w' xmlns:y='z'><y:d/></c><e/><y:f/><q:g/></a>"))
    var found: [String] = []
    while true {
      let event = try reader.next()
      if event == .done { break }
      if event == .start { found.append("\(reader.prefix):\(reader.name)=\(reader.namespace ?? "none")") }
    }
    #expect(found == [":a=u", "y:b=v", ":c=w", "y:d=z", ":e=u", "y:f=v", "q:g=none"])
  }

  @Test("UTF-8 with a mark, UTF-16 of both orders and declared ISO 8859-1 give the same text")
  func encodings() throws {
    let text = "<a>Škoda é 😀</a>"
    let units = Array(text.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), little, big] {
      #expect(try content(bytes) == "Škoda é 😀")
    }
    let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
    #expect(try content(latin) == "é")
  }

  @Test("Lines end with LF, CR or both; columns count characters", arguments: ["\n", "\r", "\r\n"])
  func places(end: String) throws {
    #expect(try problem("<a>\(end)<é b='1'/>\(end)\(end)<😀 c=1/></a>") == "4:6 the value of 'c' is not in quotes")
  }

  @Test("What is not XML is refused where it goes wrong", arguments: XMLReaderTests.broken)
  func refused(_ sample: Sample) throws {
    #expect(try problem(sample.bytes) == sample.problem)
  }

  @Test("A text is not too long only because it comes in parts")
  func longByParts() throws {
    let part = String(repeating: "x", count: 40_000)
    #expect(throws: Diagnostics.self) { _ = try content("<a>\(part)&amp;<![CDATA[\(part)]]></a>") }
  }

  @Test("A document cut off anywhere is refused")
  func truncated() throws {
    let whole = Array("<?xml version=\"1.0\"?><!-- c --><a x=\"1\"><b y='&lt;'/>t&amp;<![CDATA[x]]><?p q?></a>".utf8)
    for length in 0..<whole.count {
      #expect(throws: Diagnostics.self, "cut at \(length)") { _ = try events(Array(whole.prefix(length))) }
    }
    #expect(throws: Never.self) { _ = try events(whole) }
  }

  @Test("Flipped bits are refused with a place, or give a document that is written and read back the same")
  func flipped() {
    let whole = Array("<?xml version=\"1.0\"?><a x=\"é\"><b y='&lt;'/>t&#x20;<!--c--><![CDATA[x]]></a>".utf8)
    for i in whole.indices {
      for bit in 0..<8 {
        var bytes = whole
        bytes[i] ^= 1 << UInt8(bit)
        do {
          let found = try events(bytes)
          #expect(
            Self.joined(try events(try rewritten(bytes))) == Self.joined(found),
            "\(String(decoding: bytes, as: UTF8.self))")
        } catch {
          let problems = (error as? Diagnostics)?.list ?? []
          #expect(problems.count == 1 && problems.allSatisfy { $0.severity == .error && !$0.message.isEmpty })
        }
      }
    }
  }

  struct Sample: Sendable, CustomTestStringConvertible {
    let id: String
    let bytes: [UInt8]
    let problem: String

    init(_ id: String, _ text: String, _ problem: String) { self.init(id, Array(text.utf8), problem) }

    init(_ id: String, _ bytes: [UInt8], _ problem: String) {
      self.id = id
      self.bytes = bytes
      self.problem = problem
    }

    var testDescription: String { id }
  }

  static let broken: [Sample] = [
    Sample("C01 nothing", "", "1:1 the file is empty"),
    Sample("C02 white space", " \n", "1:1 the file holds no element"),
    Sample("C02 comment", "<!-- a -->", "1:1 the file holds no element"),
    Sample("C05 UTF-16 without mark", [0x3C, 0, 0x61, 0], "1:1 the file is UTF-16 without a byte order mark"),
    Sample("C05 UTF-32", [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], "1:1 the file is UTF-32"),
    Sample("C04 half a pair", [0xFF, 0xFE, 0x3C, 0, 0x00, 0xD8], "1:2 byte 4 is not UTF-16"),
    Sample("C04 odd length", [0xFF, 0xFE, 0x3C, 0, 0x61], "1:2 byte 4 is not UTF-16"),
    Sample("C06 Latin-1", Array("<a>\n".utf8) + [0xE9], "2:1 byte 4 is not UTF-8 (0xE9)"),
    Sample("C07 overlong", Array("<a>".utf8) + [0xC0, 0xAF], "1:4 byte 3 is not UTF-8 (0xC0)"),
    Sample("C07 surrogate", Array("<a>".utf8) + [0xED, 0xA0, 0x80], "1:4 byte 3 is not UTF-8 (0xED)"),
    Sample("C07 cut sequence", Array("<a>".utf8) + [0xE2, 0x82], "1:4 byte 3 is not UTF-8 (0xE2)"),
    Sample("C09 NUL", "<a>\0</a>", "1:4 the character U+0000, which XML does not allow"),
    Sample("C10 ESC", "<a>\u{1B}[2J</a>", "1:4 the character U+001B, which XML does not allow"),
    Sample("C10 U+FFFE", "<a>\u{FFFE}</a>", "1:4 the character U+FFFE, which XML does not allow"),
    Sample("C14 two documents", "<a/>\n<b/>", "2:1 a second document begins after the end of the first"),
    Sample("C14 junk", "<a/>\n junk", "2:2 text after the root element"),
    Sample("C14 junk before", "junk <a/>", "1:1 text before the root element"),
    Sample(
      "C22 long text", "<a>" + String(repeating: "x", count: 65_537) + "</a>", "1:4 a text of more than 65536 bytes"),
    Sample(
      "C22 long attribute", "<a b='" + String(repeating: "x", count: 65_537) + "'/>",
      "1:7 a text of more than 65536 bytes"),
    Sample("G01 DOCTYPE", "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "2:1 a document type (DOCTYPE)"),
    Sample("G08 entity", "<a>\n &foo;</a>", "2:2 the entity &foo; is none of XML's five"),
    Sample("G08 in an attribute", "<a b='&foo;'/>", "1:7 the entity &foo; is none of XML's five"),
    Sample("bare ampersand", "<a>A & B</a>", "1:6 an & that begins no entity"),
    Sample("reference to NUL", "<a>&#0;</a>", "1:4 &#0; is no character that XML allows"),
    Sample("reference to half a pair", "<a>&#xD800;</a>", "1:4 &#xD800; is no character that XML allows"),
    Sample("reference out of range", "<a>&#x110000;</a>", "1:4 &#x110000; is no character that XML allows"),
    Sample("reference too large", "<a>&#99999999999;</a>", "1:4 &#99999999999; is no character that XML allows"),
    Sample(
      "G09 depth", String(repeating: "<a>", count: 100_000), "1:193 elements are nested deeper than 64"),
    Sample("G10 in a tag", "<a>\n<b", "2:3 the file ends inside the tag <b>"),
    Sample("G10 in an attribute", "<a b='c", "1:6 the value of 'b' is opened here and never closed"),
    Sample("G10 in CDATA", "<a><![CDATA[x", "1:4 a CDATA section that is opened here and never closed"),
    Sample("G10 in a comment", "<a><!-- x", "1:4 a comment that is opened here and never closed"),
    Sample("G10 before the end", "<a>\n<b/>", "2:5 the file ends inside <a>, which was opened at 1:1"),
    Sample("G24 duplicate attribute", "<a b='1' c='2' b='1'/>", "1:16 duplicate attribute 'b'"),
    Sample(
      "G25 encoding lies", "<?xml version='1.0' encoding='UTF-16'?><a/>",
      "1:31 the file declares the encoding UTF-16, but its bytes are UTF-8"),
    Sample(
      "G25 Latin-1 lies", "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>",
      "1:31 the file declares the encoding ISO-8859-1, but its bytes are UTF-8"),
    Sample("G26 XML 1.1", "<?xml version=\"1.1\"?><a/>", "1:16 XML 1.1 is not read"),
    Sample("G26 XML 1.5", "<?xml version='1.5'?><a/>", "1:16 XML 1.5 is not read"),
    Sample(
      "late declaration", "\n<?xml version='1.0'?><a/>",
      "2:1 an XML declaration that is not the first thing in the file"),
    Sample("crossed tags", "<a><b></a></b>", "1:7 </a> where <b>, opened at 1:4, should be closed"),
    Sample("closing nothing", "</a>", "1:1 </a> closes nothing"),
    Sample("< in an attribute", "<a b='<'/>", "1:7 a < inside an attribute's value"),
    Sample("no quotes", "<a b=c/>", "1:6 the value of 'b' is not in quotes"),
    Sample("no value", "<a b/>", "1:5 the attribute 'b' has no value"),
    Sample("no space", "<a b='1'c='2'/>", "1:9 a space is missing before this attribute"),
    Sample("-- in a comment", "<a><!-- -- --></a>", "1:9 -- inside a comment"),
    Sample("]]> in text", "<a>]]></a>", "1:4 ]]> outside a CDATA section"),
    Sample("lone <", "<a>1 < 2</a>", "1:7 an element's name is missing here"),
    Sample("unknown markup", "<a><!ELEMENT b></a>", "1:4 markup that XML does not know"),
  ]

  // MARK: -

  private func file(_ text: String) -> InputFile { InputFile(name: "a.xml", bytes: Array(text.utf8)) }

  private func events(_ text: String) throws -> String { try events(Array(text.utf8)) }

  private func events(_ bytes: [UInt8]) throws -> String {
    var reader = try XMLReader(InputFile(name: "a.xml", bytes: bytes))
    var found = ""
    while true {
      switch try reader.next() {
      case .start:
        let attributes = reader.attributes.map { " \(reader.string($0.name))=\(reader.value(of: $0))" }
        found += "<\(reader.name)\(attributes.joined())>"
      case .end: found += "</\(reader.depth == 0 ? "a" : "b")>"
      case .text: found += "'\(reader.string(reader.offset..<reader.position))'"
      case .done: return found
      }
    }
  }

  /// Events whose texts are joined where only a comment or an instruction stood between them.
  private static func joined(_ events: String) -> String { events.replacing("''", with: "") }

  /// The document written again: names, decoded values of attributes, and texts as they stand.
  private func rewritten(_ bytes: [UInt8]) throws -> [UInt8] {
    var reader = try XMLReader(InputFile(name: "a.xml", bytes: bytes))
    var open: [String] = []
    var text = ""
    while true {
      switch try reader.next() {
      case .start:
        open.append(reader.qualifiedName)
        text += "<\(reader.qualifiedName)"
        for attribute in reader.attributes {
          let value = reader.value(of: attribute).unicodeScalars.map { "&#\($0.value);" }.joined()
          text += " \(reader.string(attribute.name))='\(value)'"
        }
        text += ">"
      case .end: text += "</\(open.removeLast())>"
      case .text: text += reader.string(reader.offset..<reader.position)
      case .done: return Array(text.utf8)
      }
    }
  }

  private func content(_ text: String) throws -> String { try content(Array(text.utf8)) }

  private func content(_ bytes: [UInt8]) throws -> String {
    var reader = try XMLReader(InputFile(name: "a.xml", bytes: bytes))
    _ = try reader.next()
    let found = try reader.content()
    _ = try reader.next()
    switch found {
    case .text(let text): return text
    case .elements(let first, let before): return "\(before) then \(first)"
    }
  }

  private func problem(_ text: String) throws -> String { try problem(Array(text.utf8)) }

  private func problem(_ bytes: [UInt8]) throws -> String {
    do throws(Diagnostics) {
      var reader = try XMLReader(InputFile(name: "a.xml", bytes: bytes))
      while try reader.next() != .done {}
      return "none"
    } catch {
      return error.list.map { "\($0.location.line):\($0.location.column) \($0.message)" }.joined(separator: "\n")
    }
  }
}
