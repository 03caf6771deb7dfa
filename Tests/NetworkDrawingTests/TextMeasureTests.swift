import Testing

@testable import NetworkDrawing

@Suite struct TextMeasureTests {
  @Test func widthsAreThoseOfTheFont() {
    // DejaVu Sans: A is 1401 and space 651 units of 2048 wide.
    #expect(abs(DejaVuSans.width(of: "A") - 1401.0 / 2048) < 0.006)
    #expect(abs(DejaVuSans.width(of: " ") - 651.0 / 2048) < 0.006)
    #expect(DejaVuSans.width(of: "中") == 1)
    #expect(DejaVuSans.width(of: "\u{301}") == 0)
    #expect(Face(size: 10, isBold: true).width(of: "Iran") > Face(size: 10).width(of: "Iran"))
  }

  @Test(arguments: [
    ("Islamic Emirate of Afghanistan", ["Islamic", "Emirate of", "Afghanistan"]), ("Russia", ["Russia"]), ("", [""]),
    ("  a \t b\n", ["a b"]),
  ])
  func namesAreWrapped(_ name: String, _ lines: [String]) {
    #expect(ShownText.wrapped(name, limit: 14) == lines)
  }

  @Test func longWordsAreCutAndLoseNothing() {
    let word = "Donaudampfschifffahrtsgesellschaft-Kapitän"
    let lines = ShownText.wrapped(word, limit: 14)
    #expect(lines.joined() == word)
    #expect(lines.allSatisfy { $0.count <= 14 })
  }

  @Test func directionOverridesAreLeftOut() {
    #expect(ShownText.line("a\u{202E}b\u{2066}c") == "abc")
    #expect(ShownText.line("می‌خواهم") == "می‌خواهم")
  }

  @Test func marksBeyondThirtyAreLeftOut() {
    let most = String(repeating: "\u{301}", count: ShownText.mostMarks)
    #expect(ShownText.line("e" + most) == "e" + most)
    #expect(!ShownText.hasTooManyMarks("e" + most + "a" + most))
    #expect(ShownText.line("e" + most + "\u{20DD}\u{93E}a" + most) == "e" + most + "a" + most)
    #expect(ShownText.hasTooManyMarks("e" + most + "\u{301}"))
    // Marks that are hidden between each other by what is left out.
    #expect(ShownText.line("e" + most + "\u{202E}\u{301}") == "e" + most)
    #expect(ShownText.line("नमस्ते ไทย שָׁלוֹם") == "नमस्ते ไทย שָׁלוֹם")
  }
}
