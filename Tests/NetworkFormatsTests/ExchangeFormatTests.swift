import ActorModel
import Testing

@testable import NetworkFormats

@Suite struct ExchangeFormatTests {
  private func network() throws -> ActorNetwork {
    var content = NetworkContent(id: "n")
    content.actors = [Actor(id: "RUS", name: "Russia, the"), Actor(id: "IEA", name: "Emirate")]
    content.actors[0].kind = .state
    content.actors[0].aliases = [Alias("Россия", language: "ru")]
    content.actors[0].attributes = [Attribute("gdp", "2")]
    content.relations = [Relation(id: "R1", ends: .directed(from: "RUS", to: "IEA"), type: "recognises")]
    content.relations[0].validity.since = try CalendarDate("2025-07-03")
    content.relations[0].sign = .positive
    return try ActorNetwork(content)
  }

  @Test func neo4jHasTwoTables() throws {
    let written = try Neo4jFormat().write(network())
    #expect(
      String(decoding: written.bytes, as: UTF8.self) == """
        :START_ID,:END_ID,:TYPE,id,directed:boolean,sign,strength:double,confidence:double,status,since,until,label,note
        RUS,IEA,recognises,R1,true,positive,1,1,fact,2025-07-03,,,

        """)
    #expect(written.additionalFiles.map(\.suffix) == ["-nodes"])
    #expect(
      String(decoding: written.additionalFiles[0].bytes, as: UTF8.self) == """
        id:ID,name,kind,partOf,from,until,note,gdp,:LABEL
        RUS,"Russia, the",state,,,,,2,Actor
        IEA,Emirate,,,,,,,Actor

        """)
    #expect(written.losses == ["aliases of 1 actor"])
  }

  @Test func statementsAreOneFactARow() throws {
    let written = try FollowTheMoneyFormat().write(network())
    let rows = String(decoding: written.bytes, as: UTF8.self).split(separator: "\n")
    #expect(
      rows[0]
        == "canonical_id,entity_id,prop,prop_type,schema,value,dataset,origin,lang,original_value,external,first_seen,last_seen,id"
    )
    #expect(rows.contains("RUS,RUS,alias,name,Country,Россия,n,,ru,,f,,,"))
    #expect(rows.contains("R1,R1,subject,entity,UnknownLink,RUS,n,,,,f,,,"))
    #expect(rows.contains("R1,R1,startDate,date,UnknownLink,2025-07-03,n,,,,f,,,"))
    #expect(written.losses == ["attribute 'gdp' of 1 actor", "positive sign of 1 relation"])
  }

  @Test(arguments: [("neo4j", "Neo4j import tables"), ("ftm", "FollowTheMoney statements")])
  func theyAreWrittenOnly(_ id: String, _ title: String) {
    do throws(Diagnostics) {
      _ = try FormatRegistry().read(InputFile(name: "f", bytes: Array("x".utf8)), format: id)
      Issue.record("read")
    } catch {
      #expect(
        error.list.map(\.description) == ["f:1:1: error: \(title) are written only (name the format of the file)"])
    }
  }
}
