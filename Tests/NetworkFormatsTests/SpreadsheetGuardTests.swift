import NetworkFormats
import Testing

// case 29-csv-formulas-and-escapes
@Suite struct SpreadsheetGuardTests {
  @Test(
    "A text that begins as a formula gets an apostrophe; numbers and all else stay",
    arguments: [
      ("=1", "'=1"), ("+x", "'+x"), ("-x", "'-x"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("-", "'-"),
      ("'=1", "''=1"), ("''+1", "'''+1"), ("-0.5", "-0.5"), ("+5", "+5"), ("-1e-05", "-1e-05"), (".5", ".5"),
      ("'-0.5", "''-0.5"), ("-1-1", "'-1-1"), ("-inf", "'-inf"), ("'s", "'s"), ("", ""), ("'", "'"), ("a=1", "a=1"),
      ("−0.5", "−0.5"), (" =1", " =1"),
    ])
  func guarding(_ text: String, _ guarded: String) { #expect(SpreadsheetGuard().guarding(text) == guarded) }
}
