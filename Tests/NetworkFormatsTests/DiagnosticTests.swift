import ActorModel
import Testing

@testable import NetworkFormats

@Suite struct DiagnosticTests {
  @Test func hasTheFormOfACompiler() {
    let place = TextLocation(line: 3, column: 7)
    let found = Diagnostic(file: "a.yaml", location: place, severity: .error, message: "wrong", fix: "do this")
    #expect(found.description == "a.yaml:3:7: error: wrong (do this)")
    #expect(
      Diagnostic(file: "a", location: .start, severity: .warning, message: "odd").description == "a:1:1: warning: odd")
  }

  @Test func controlCharactersCannotSteerATerminal() {
    let found = Diagnostic(file: "a\u{1B}[2J", location: .start, severity: .error, message: "x\u{202E}y\n\u{7F}\u{9B}")
    #expect(found.description == "a\\u{1B}[2J:1:1: error: x\\u{202E}y\\u{A}\\u{7F}\\u{9B}")
    #expect("plain é ☃".escapingControls == "plain é ☃")
  }

  @Test func placesAreInTheOrderOfTheFile() {
    let places = [TextLocation(line: 2, column: 1), TextLocation(line: 1, column: 9), TextLocation(line: 1, column: 2)]
    #expect(places.sorted().map(\.column) == [2, 9, 1])
  }

  @Test("A message that names a long text shows a screenful of it, and all of its place and advice")
  func long() {
    let long = Diagnostic(
      file: "f", location: .start, severity: .error, message: "no '" + String(repeating: "\u{1}", count: 60_000) + "'",
      fix: "write another")
    #expect(long.description.hasPrefix("f:1:1: error: no '\\u{1}\\u{1}"))
    #expect(long.description.hasSuffix("… (write another)"))
    #expect(long.description.unicodeScalars.count < 1100)
  }
}
