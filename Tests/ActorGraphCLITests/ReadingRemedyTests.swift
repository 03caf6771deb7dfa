import ActorGraph
import Testing

@testable import ActorGraphCLI

@Suite("What options can do about the reading of a file")
struct ReadingRemedyTests {
  @Test(
    "Each remedy names its option",
    arguments: [
      (ReadingRemedy.sayEncoding(.utf16), "say --encoding utf-16"),
      (.sayEncoding(nil), "say its encoding: --encoding windows-1252 for an older spreadsheet's"),
      (.saySeparator, "say which it is with --separator"), (.sayDecimalComma, "say --decimal-comma"),
      (.nameEnds, "say which columns the ends are: --column source=NAME --column target=NAME"),
      (.nameColumn(.target), "say which it is with --column target=NAME"),
      (.nameActorColumn(.id), "say which it is with --actor-column id=NAME"),
      (.readAs(format: "csv"), "read it with --from-format csv"),
      (.readAsTable, "read it as a table of ties with --from-format csv and --column for its columns"),
    ])
  func options(_ remedy: ReadingRemedy, _ words: String) {
    #expect(remedy.commandLine == words)
  }
}
