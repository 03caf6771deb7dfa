import Testing

@testable import NetworkReading

@Suite("Advice is words, and remedies that each face words")
struct AdviceTests {
  @Test("Remedies are kept as cases among the words")
  func parts() {
    let advice: Advice = "save it as \("UTF-8"), or \(.sayEncoding(.utf16))"
    #expect(advice.parts == [.words("save it as UTF-8, or "), .remedy(.sayEncoding(.utf16))])
    #expect(advice.text() == "save it as UTF-8, or read it as utf-16")
    #expect(advice.text { _ in "press F1" } == "save it as UTF-8, or press F1")
  }

  @Test("A problem of a file is worded for its face")
  func diagnostic() throws {
    let bytes: [UInt8] = [0x61, 0xE9]
    do throws(Diagnostics) {
      _ = try InputFile(name: "f", bytes: bytes).text()
      Issue.record("read")
    } catch {
      let problem = try #require(error.list.first)
      #expect(problem.fix?.parts.last == .remedy(.sayEncoding(nil)))
      #expect(problem.text { _ in "ask" }.hasSuffix("(save the file as UTF-8, or ask)"))
      #expect(problem.description.hasSuffix("or say its encoding: windows-1252 for an older spreadsheet's)"))
    }
  }

  @Test("No remedy in the words that fit any face is an option of the command line")
  func neutral() {
    let remedies: [ReadingRemedy] =
      TextEncoding.allCases.map { .sayEncoding($0) } + [.sayEncoding(nil), .saySeparator, .sayDecimalComma, .nameEnds]
      + TableOptions.Field.allCases.flatMap { [ReadingRemedy.nameColumn($0), .nameActorColumn($0)] }
      + [.readAs(format: "csv"), .readAsTable]
    #expect(remedies.allSatisfy { !$0.description.contains("--") && !$0.description.isEmpty })
  }
}
