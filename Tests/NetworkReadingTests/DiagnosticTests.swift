import ActorModel
import Testing

@testable import NetworkReading

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

  // case 27-error-hidden-by-warnings
  @Test("Errors stand before warnings, each in the order of the file; what ended reading is an error")
  func errorsFirst() {
    func found(_ line: Int, _ severity: NetworkProblem.Severity) -> Diagnostic {
      Diagnostic(file: "f", location: TextLocation(line: line, column: 1), severity: severity, message: "m")
    }
    let list = [found(1, .warning), found(2, .error), found(3, .warning), found(4, .error)]
    #expect(Diagnostics(list).list.map(\.location.line) == [2, 4, 1, 3])
    #expect(Diagnostics([found(1, .warning)]).list.map(\.severity) == [.error])
  }

  @Test("Where reading is strict, what is an error anyway stands before the warnings")
  func strict() {
    var log = ImportLog(file: "f")
    log.warning(TextLocation(line: 1, column: 1), "odd")
    log.error(TextLocation(line: 2, column: 1), "wrong")
    #expect(log.diagnostics(strict: true).map(\.message) == ["wrong", "odd"])
    #expect(log.diagnostics(strict: true).allSatisfy { $0.severity == .error })
  }

  @Test("Of more problems than a log keeps the rest is counted, errors and warnings apart")
  func counted() {
    var log = ImportLog(file: "f")
    for i in 1...1500 { log.warning(TextLocation(line: i, column: 1), "odd") }
    for i in 1501...2502 { log.error(TextLocation(line: i, column: 1), "wrong") }
    let list = log.diagnostics(strict: false)
    #expect(list.total(.error) == 1002 && list.total(.warning) == 1500)
    #expect(list[1000].description == "f:2502:1: error: 2 further problems")
    #expect(list.last?.description == "f:2502:1: warning: 500 further problems")
  }
}
