import Testing

@testable import Reporting

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "Columns of a terminal",
    arguments: [
      ("", 0), ("Russia", 6), ("Россия", 6), ("中国", 4), ("ロシア", 6), ("대한민국", 8), ("ｗｉｄｅ", 8),
      ("e\u{301}", 1), ("é", 1), ("افغانستان", 9), ("🇷🇺", 2), ("👩‍👩‍👧", 2), ("☂\u{FE0F}", 2), ("☂", 1),
      ("−∞→–…", 5), ("a\u{200B}b", 2),
    ])
  func width(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }

  @Test("A text is cut where it does not fit, and an ellipsis says so")
  func truncation() {
    #expect("Afghanistan".truncated(toWidth: 11) == "Afghanistan")
    #expect("Afghanistan".truncated(toWidth: 6) == "Afgha…")
    #expect("中国人民".truncated(toWidth: 6) == "中国…")
    #expect("中国人民".truncated(toWidth: 5) == "中国…")
    #expect("abc".truncated(toWidth: 1) == "…")
  }

  @Suite("Wrapping")
  struct Wrapping {
    @Test("Lines break at spaces; none is longer than it may be")
    func atSpaces() {
      #expect("the quick brown fox".wrapped(toWidth: 10) == ["the quick", "brown fox"])
      #expect("the quick brown fox".wrapped(toWidth: 9) == ["the quick", "brown fox"])
      #expect("the quick brown fox".wrapped(toWidth: 100) == ["the quick brown fox"])
      #expect("".wrapped(toWidth: 5) == [""])
    }

    @Test("A word that is too long breaks after a hyphen, else anywhere; nothing of it is lost")
    func longWords() {
      #expect("nieuwsimpuls-2025-07".wrapped(toWidth: 14) == ["nieuwsimpuls-", "2025-07"])
      #expect("https://example.org/a".wrapped(toWidth: 12).joined() == "https://example.org/a")
      #expect("abcdefghij".wrapped(toWidth: 4) == ["abcd", "efgh", "ij"])
      #expect("中国人民".wrapped(toWidth: 5) == ["中国", "人民"])
      #expect("a 中国人民".wrapped(toWidth: 4) == ["a", "中国", "人民"])
    }

    @Test("Spaces in front stay; others become one")
    func spaces() {
      #expect("  state".wrapped(toWidth: 20) == ["  state"])
      #expect("  some more words".wrapped(toWidth: 8) == ["  some", "more", "words"])
      #expect("a   b".wrapped(toWidth: 20) == ["a b"])
    }

    @Test("Every word of any text comes through at any width", arguments: [1, 2, 3, 5, 8, 13, 40])
    func nothingLost(width: Int) {
      let texts = ["The Taliban's ban was lifted on 2025-04-17.", "中国 and Россия – é", "a-b-c-d/e/f", "word"]
      for text in texts {
        let lines = text.wrapped(toWidth: width)
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        #expect(lines.allSatisfy { $0.displayWidth <= Swift.max(width, 2) }, "\(lines)")
      }
    }
  }

  @Test("A long text is wrapped, and widths do not depend on the fast way for ASCII")
  func longText() {
    let text = String(repeating: "word and äther ", count: 30_000)
    #expect(text.wrapped(toWidth: 300_000).count == 2)
    #expect("a  b ".wrapped(toWidth: 20) == ["a b"] && "ä  b ".wrapped(toWidth: 20) == ["ä b"])
    #expect("~ !".displayWidth == 3 && "\u{7F}".displayWidth == 1 && "\t".displayWidth == 0)
  }

  @Suite("One line")
  struct OneLine {
    @Test("Breaks and tabs become a space")
    func breaks() {
      #expect("a\nb\tc\r\nd\u{2028}e".onOneLine == "a b c d e")
      #expect("plain text".onOneLine == "plain text")
    }

    @Test("Characters that steer a terminal or turn the direction of writing are shown, not obeyed")
    func controls() {
      #expect("\u{1B}[31mred".onOneLine == "\\u{1B}[31mred")
      #expect("bell\u{7}".onOneLine == "bell\\u{7}")
      #expect("c1\u{9B}31m".onOneLine == "c1\\u{9B}31m")
      #expect("evil\u{202E}txt".onOneLine == "evil\\u{202E}txt")
      #expect("\u{2066}x\u{2069}".onOneLine == "\\u{2066}x\\u{2069}")
    }

    @Test("Names in any script stay as they are")
    func scripts() {
      for name in ["Россия", "افغانستان", "中国", "e\u{301}", "👩‍👩‍👧", "שלום"] { #expect(name.onOneLine == name) }
    }
  }
}
