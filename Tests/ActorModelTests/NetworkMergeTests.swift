import ActorModel
import ModelTestSupport
import Testing

@Suite("Two networks become one, and nothing is lost")
struct NetworkMergeTests {
  private func network(_ id: String, _ change: (inout NetworkContent) -> Void) throws -> ActorNetwork {
    var content = NetworkContent(id: id)
    change(&content)
    return try ActorNetwork(content)
  }

  @Test("A network merged with itself or with nothing is itself")
  func neutral() throws {
    let one = try network("one") { content in
      content.title = "T"
      content.sources = [Sample.source("s")]
      content.actors = [Sample.actor("A"), Sample.actor("B")]
      content.relations = [Sample.relation("r", "A>B") { $0.evidence = Sample.evidence("s") }]
    }
    let empty = try network("empty") { _ in }
    let same = try NetworkMerge().merge(one, one)
    #expect(same.network == one && same.conflicts == [] && same.renamed == [])
    #expect(same.counts.same == 4 && same.counts.united == 0 && same.counts.added == 0)
    #expect(try NetworkMerge().merge(one, empty).network == one)
    #expect(try NetworkMerge().merge(empty, one).network.relations == one.relations)
  }

  @Test("What one leaves open the other fills in, without a conflict")
  func fills() throws {
    let one = try network("one") { content in
      content.actors = [Sample.actor("A") { $0.kind = .state }, Sample.actor("B")]
      content.relations = [Sample.relation("r", "A-B") { $0.validity = Sample.interval("2020") }]
    }
    let two = try network("two") { content in
      content.description = "d"
      content.actors = [
        Sample.actor("A") {
          $0.note = "n"
          $0.aliases = [Alias("Ay")]
          $0.codes = [Attribute("iso3", "AAA")]
        }, Sample.actor("B"), Sample.actor("C"),
      ]
      content.relations = [
        Sample.relation("r", "B-A") {
          $0.validity = Sample.interval("", "2024-05")
          $0.label = "l"
        }
      ]
    }
    let merged = try NetworkMerge().merge(one, two)
    #expect(merged.conflicts == [])
    #expect(merged.network.content.description == "d")
    let actor = try #require(merged.network.actor("A"))
    #expect(actor.kind == .state && actor.note == "n" && actor.aliases == [Alias("Ay")] && actor.codes.count == 1)
    let relation = try #require(merged.network.relation("r"))
    #expect(relation.ends == .mutual("A", "B") && relation.label == "l")
    #expect(relation.validity == Sample.interval("2020", "2024-05"))
    #expect(merged.counts.same == 1 && merged.counts.united == 2 && merged.counts.added == 1)
  }

  @Test("Conflicts are reported field by field; the first stands and the second is kept beside it")
  func conflicts() throws {
    let one = try network("one") { content in
      content.sources = [Sample.source("s") { $0.title = "T1" }]
      content.actors = [
        Sample.actor("A") {
          $0.kind = .state
          $0.attributes = [Attribute("gdp", "1")]
          $0.codes = [Attribute("iso3", "AAA")]
        }, Sample.actor("B"),
      ]
      content.relations = [Sample.relation("r", "A>B") { $0.strength = 2 }]
    }
    let two = try network("two") { content in
      content.sources = [Sample.source("s") { $0.title = "T2" }]
      var a = Actor(id: "A", name: "Alpha")
      a.kind = .government
      a.attributes = [Attribute("gdp", "2")]
      a.codes = [Attribute("iso3", "AAB")]
      content.actors = [a, Sample.actor("B")]
      content.relations = [
        Sample.relation("r", "A>B") {
          $0.strength = 3
          $0.sign = .negative
        }
      ]
    }
    let merged = try NetworkMerge().merge(one, two)
    #expect(
      merged.conflicts.map(\.description) == [
        "source s: title is 'T1', but 'T2' in the second network",
        "actor A: name is 'A', but 'Alpha' in the second network",
        "actor A: kind is 'state', but 'government' in the second network",
        "actor A: code iso3 is 'AAA', but 'AAB' in the second network",
        "actor A: attribute gdp is '1', but '2' in the second network",
        "relation r: sign is 'neutral', but 'negative' in the second network",
        "relation r: strength is '2.0', but '3.0' in the second network",
      ])
    let actor = try #require(merged.network.actor("A"))
    #expect(actor.name == "A" && actor.aliases == [Alias("Alpha")])
    #expect(actor.codes == [Attribute("iso3", "AAA"), Attribute("iso3 (two)", "AAB")])
    #expect(
      actor.attributes == [Attribute("gdp", "1"), Attribute("kind (two)", "government"), Attribute("gdp (two)", "2")])
    #expect(merged.network.source("s")?.note == "title in two: T2")
    let relation = try #require(merged.network.relation("r"))
    #expect(relation.strength == 2)
    #expect(relation.attributes == [Attribute("sign (two)", "negative"), Attribute("strength (two)", "3.0")])
  }

  @Test("One id for two relations: the second gets a new one")
  func renamed() throws {
    let one = try network("one") { content in
      content.actors = [Sample.actor("A"), Sample.actor("B")]
      content.relations = [Sample.relation("e1", "A>B"), Sample.relation("e1-2", "A>B")]
    }
    let two = try network("two") { content in
      content.actors = [Sample.actor("A"), Sample.actor("B")]
      content.relations = [Sample.relation("e1", "B>A")]
    }
    let merged = try NetworkMerge().merge(one, two)
    #expect(merged.network.relations.map(\.id) == ["e1", "e1-2", "e1-3"])
    #expect(merged.renamed.map { [$0.old, $0.new] } == [["e1", "e1-3"]])
  }

  @Test("Bounds that would end before they begin are a conflict, and the first's stand")
  func bounds() throws {
    let one = try network("one") { content in
      content.actors = [Sample.actor("A"), Sample.actor("B")]
      content.relations = [Sample.relation("r", "A>B") { $0.validity = Sample.interval("2024") }]
    }
    let two = try network("two") { content in
      content.actors = [Sample.actor("A"), Sample.actor("B")]
      content.relations = [Sample.relation("r", "A>B") { $0.validity = Sample.interval("", "2020") }]
    }
    let merged = try NetworkMerge().merge(one, two)
    #expect(merged.network.relation("r")?.validity == Sample.interval("2024"))
    #expect(merged.conflicts.map(\.field) == ["until"])
    #expect(merged.network.relation("r")?.attributes == [Attribute("until (two)", "2020")])
  }

  @Test("Blocs of a network that names none are named when the other names its own")
  func blocs() throws {
    let one = try network("one") { content in
      content.blocs = [Bloc(id: "west", name: "The West")]
      content.actors = [Sample.actor("A") { $0.blocs = [BlocMembership("west")] }]
    }
    let two = try network("two") { content in
      content.actors = [Sample.actor("B") { $0.blocs = [BlocMembership("east")] }]
    }
    #expect(try NetworkMerge().merge(one, two).network.blocs.map(\.id) == ["west", "east"])
    #expect(try NetworkMerge().merge(two, one).network.blocs.map(\.id) == ["west", "east"])
  }

  @Test("Actors that only together are parts of each other are an error")
  func circle() throws {
    let one = try network("one") { $0.actors = [Sample.actor("A") { $0.partOf = "B" }, Sample.actor("B")] }
    let two = try network("two") { $0.actors = [Sample.actor("A"), Sample.actor("B") { $0.partOf = "A" }] }
    #expect(throws: InvalidNetwork.self) { try NetworkMerge().merge(one, two) }
  }
}
