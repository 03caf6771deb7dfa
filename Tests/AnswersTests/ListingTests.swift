import Testing

@testable import Answers

@Suite struct ListingTests {
  private func table(_ subject: Listing.Subject, _ view: StudyView = .everything) throws -> AnswerTable {
    try #require(Listing(of: subject, view: view).answer(in: Samples.study()).body.table(subject.rawValue))
  }

  private func column(_ key: String, of table: AnswerTable) throws -> [Cell] {
    let position = try #require(table.columns.firstIndex { $0.key == key })
    return table.rows.map { $0[position] }
  }

  @Test func `actors come with the number of statements about them`() throws {
    let actors = try table(.actors)
    #expect(try column("actor", of: actors) == [.text("RUS"), .text("UKR"), .text("UN:HQ")])
    #expect(try column("statements", of: actors) == [.count(3), .count(2), .count(1)])
  }

  @Test func `relations come with what they say`() throws {
    let relations = try table(.relations)
    #expect(try column("relation", of: relations) == [.text("R1"), .text("R2"), .text("R3")])
    #expect(try column("until", of: relations) == [.absent, .text("2023-07-17"), .absent])
  }

  @Test func `sources come with the report they copy and the statements that cite them`() throws {
    let sources = try table(.sources)
    #expect(try column("statements", of: sources) == [.count(1), .count(1), .count(1)])
    #expect(try column("copyOf", of: sources) == [.absent, .sources(["s1"]), .absent])
  }

  @Test func `blocs come with their members`() throws {
    let blocs = try table(.blocs)
    #expect(try column("name", of: blocs) == [.text("The East")])
    #expect(try column("size", of: blocs) == [.count(1)])
  }

  @Test func `possibilities are the statements that are anticipated`() throws {
    #expect(try column("relation", of: try table(.anticipated)) == [.text("R3")])
  }
}
