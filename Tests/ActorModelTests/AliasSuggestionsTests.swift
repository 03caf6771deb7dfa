import ActorModel
import ModelTestSupport
import Testing

@Suite("Actors that may be one are suggested, with the reason")
struct AliasSuggestionsTests {
  private func network(_ actors: [Actor]) throws -> ActorNetwork {
    var content = NetworkContent(id: "n")
    content.actors = actors
    return try ActorNetwork(content)
  }

  private func actor(_ id: String, _ name: String, _ change: (inout Actor) -> Void = { _ in }) -> Actor {
    var actor = Actor(id: id, name: name)
    change(&actor)
    return actor
  }

  private func reasons(_ first: String, _ second: String) throws -> [AliasSuggestion.Reason] {
    AliasSuggestions().find(in: try network([actor("a", first), actor("b", second)])).map(\.reason)
  }

  @Test(
    "Spellings of one name",
    arguments: [
      ("Ministry of Justice", "ministry of justice", AliasSuggestion.Reason.sameName),
      ("Škoda Works", "Skoda Works", .sameLetters),
      ("Россия", "Rossiya", .sameLetters),
      ("Володимир Зеленський", "Volodymyr Zelenskyy", .sameSound),
      ("Κωνσταντίνος", "Konstantinos", .sameLetters),
      ("The Islamic Emirate", "Islamic Emirate", .sameLetters),
      ("Qaddafi", "Kadafi", .sameSound),
      ("Massoud, Ahmad", "Ahmad Masoud", .otherOrder),
      ("طالبان", "Taliban", .sameConsonants),
      ("محمد", "Muhammad", .sameConsonants),
      ("IRGC", "Islamic Revolutionary Guard Corps", .acronym),
      ("Haibatullah Akhundzada", "Hibatullah Akhundzada", .nearlySame(1)),
    ])
  func spelling(first: String, second: String, reason: AliasSuggestion.Reason) throws {
    #expect(try reasons(first, second) == [reason])
    #expect(try reasons(second, first) == [reason])
  }

  @Test(
    "Names of two",
    arguments: [
      ("Iran", "Iraq"), ("Niger", "Nigeria"), ("Austria", "Australia"), ("North Korea", "South Korea"),
      ("Mali", "Malta"),
      ("Guinea", "Guyana"), ("Sudan", "South Sudan"), ("USA", "United Arab Emirates"),
    ])
  func different(first: String, second: String) throws {
    #expect(try reasons(first, second) == [])
  }

  @Test("Aliases count as names, and the best reason of a pair stands alone")
  func aliases() throws {
    let found = AliasSuggestions().find(
      in: try network([
        actor("RUS", "Russia") { $0.aliases = [Alias("Россия", language: "ru"), Alias("Moscow")] },
        actor("x", "Rossija") { $0.aliases = [Alias("moscow")] }, actor("y", "China"),
      ]))
    #expect(found.map(\.description) == ["RUS 'Moscow' may be x 'moscow': the same name"])
  }

  @Test("A code that both have says that they are one; different codes that they are two")
  func codes() throws {
    let same = try network([
      actor("a", "Burma") { $0.codes = [Attribute("iso3", "MMR")] },
      actor("b", "Myanmar") { $0.codes = [Attribute("iso3", "MMR")] },
    ])
    #expect(AliasSuggestions().find(in: same).map(\.why) == ["the same code, iso3 MMR"])
    let different = try network([
      actor("a", "Congo") { $0.codes = [Attribute("iso3", "COG")] },
      actor("b", "Congo") { $0.codes = [Attribute("iso3", "COD")] },
    ])
    #expect(AliasSuggestions().find(in: different) == [])
  }

  @Test("What the file keeps apart is left apart: not, part-of")
  func apart() throws {
    let not = try network([actor("a", "Taliban"), actor("b", "Taleban") { $0.notSameAs = ["a"] }])
    #expect(AliasSuggestions().find(in: not) == [])
    let part = try network([actor("a", "Taliban") { $0.partOf = "b" }, actor("b", "Taliban")])
    #expect(AliasSuggestions().find(in: part) == [])
  }

  @Test("Nearly the same spelling counts only for actors of one kind")
  func kinds() throws {
    let found = AliasSuggestions().find(
      in: try network([
        actor("a", "Wagner Group") { $0.kind = .organisation }, actor("b", "Wagner Grout") { $0.kind = .person },
      ]))
    #expect(found == [])
  }
}
