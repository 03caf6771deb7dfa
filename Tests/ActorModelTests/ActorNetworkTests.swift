import ActorModel
import ModelTestSupport
import Testing

@Suite("ActorNetwork")
struct ActorNetworkTests {
  private func states() throws -> ActorNetwork {
    let actors = [
      Sample.actor("RUS") {
        $0.name = "Russia"
        $0.aliases = [Alias("Moscow"), Alias("Россия", language: "ru")]
      },
      Sample.actor("KREMLIN") {
        $0.name = "Kremlin"
        $0.partOf = "RUS"
      },
      Sample.actor("IEA") {
        $0.name = "Islamic Emirate"
        $0.aliases = [Alias("Kabul"), Alias("Taliban")]
      },
      Sample.actor("TAL") { $0.name = "Taliban" },
      // The id of one actor is the name of another.
      Sample.actor("Moscow-Format") { $0.name = "RUS" },
    ]
    return try Sample.network([Sample.relation("R1", "RUS>IEA")], actors: actors, sources: [Sample.source("tass")])
  }

  @Test("Actors, relations and sources are found by id")
  func lookup() throws {
    let network = try states()
    #expect(network.actor("IEA")?.name == "Islamic Emirate")
    #expect(network.relation("R1")?.ends.second == "IEA")
    #expect(network.source("tass")?.id == "tass")
    #expect(network.actor("iea") == nil)
    #expect(network.relation("R2") == nil)
    #expect(network.source("R1") == nil)
  }

  @Test(
    "An actor is meant by its id, name or alias, capitals and small letters alike",
    arguments: [
      ("RUS", "RUS"), ("Russia", "RUS"), ("russia", "RUS"), ("MOSCOW", "RUS"), ("россия", "RUS"), ("kabul", "IEA"),
      ("Kremlin", "KREMLIN"), ("tal", "TAL"),
    ])
  func named(word: String, id: String) throws {
    #expect(try states().actor(named: word).id == id)
  }

  @Test("A word that several actors go by is refused with their ids")
  func ambiguous() throws {
    let network = try states()
    let problem = try #require(throws: UnknownActor.self) { try network.actor(named: "taliban") }
    #expect(problem == .ambiguous("taliban", ids: ["IEA", "TAL"]))
    #expect(problem.description.contains("IEA, TAL"))
  }

  @Test("An exact id counts before any name")
  func idFirst() throws {
    #expect(try states().actor(named: "RUS").id == "RUS")
  }

  @Test("An unknown word is refused with the nearest names, each once")
  func unknown() throws {
    let network = try states()
    #expect(throws: UnknownActor.unknown("Rusia", nearest: ["Russia"])) { try network.actor(named: "Rusia") }
    #expect(throws: UnknownActor.unknown("Atlantis", nearest: [])) { try network.actor(named: "Atlantis") }
    #expect(UnknownActor.unknown("Rusia", nearest: ["Russia"]).description.contains("did you mean 'Russia'?"))
    #expect(UnknownActor.unknown("Atlantis", nearest: []).description == "there is no actor 'Atlantis'")
  }

  @Test("The title is the id where there is none")
  func title() throws {
    var content = Sample.content([])
    #expect(try ActorNetwork(content).title == "test")
    content.title = "A title"
    #expect(try ActorNetwork(content).title == "A title")
  }

  @Test("A bloc is named as declared, else as the actor with its id, else by its id")
  func blocNames() throws {
    var content = Sample.content([], actors: [Sample.actor("EU") { $0.name = "European Union" }])
    content.blocs = [Bloc(id: "axis", name: "The axis")]
    let network = try ActorNetwork(content)
    #expect(network.name(ofBloc: "axis") == "The axis")
    #expect(network.name(ofBloc: "EU") == "European Union")
    #expect(network.name(ofBloc: "sco") == "sco")
  }

  @Test("First and last day come from the bounds of relations; an end counts where another dated tie goes on")
  func days() throws {
    let undated = try Sample.network([Sample.relation("R1", "A>B")])
    #expect(undated.firstDay == nil)
    #expect(undated.lastDay == nil)
    let dated = try Sample.network([
      Sample.relation("R1", "A>B") { $0.validity = Sample.interval("2021", "2025-04-17") },
      Sample.relation("R2", "A>B") { $0.validity = Sample.interval("2024-03") },
      Sample.relation("R3", "A>B") { $0.validity = Sample.interval("", "2023") },
    ])
    #expect(dated.firstDay?.description == "2021-01-01")
    #expect(dated.lastDay?.description == "2025-04-17")
  }

  /// When relations hold, as `since..until`, and the day that counts unless another is asked for.
  private static let defaultDays: [(validity: [String], day: String)] = [
    // A tie begins last.
    (["2020..2021", "2024-03-05.."], "2024-03-05"), (["2020..", "2024..2025", "2026.."], "2026-01-01"),
    // A tie ends last, and another that began goes on.
    (["2020..", "2024..2025-04-17"], "2025-04-17"),
    // It ends on the day on which another begins.
    (["2020..2025", "2025.."], "2025-01-01"), (["2020..2025", "2025..2025-02"], "2025-01-31"),
    // Nothing dated goes on after the last end: the last day on which anything dated holds.
    (["2020..2025"], "2024-12-31"), (["2020..2025", "2021..2025"], "2024-12-31"), (["..2025"], "2024-12-31"),
    (["2020..2023", "2021..2025"], "2024-12-31"),
    // Undated ties go on for ever and do not count.
    (["2020..2025", ".."], "2024-12-31"),
  ]

  @Test("The day that counts unless another is asked for shows the last change while anything dated goes on")
  func lastDay() throws {
    for (validity, day) in Self.defaultDays {
      let relations = validity.enumerated().map { i, text in
        let bounds = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
        return Sample.relation("R\(i)", "A>B") { $0.validity = Sample.interval(bounds[0], bounds[1]) }
      }
      #expect(try Sample.network(relations).lastDay?.description == day, "\(validity)")
    }
  }

  @Test("A tie whose actor is gone does not go on")
  func lastDayWithoutActor() throws {
    func lastDay(until: String) throws -> Day? {
      try Sample.network(
        [
          Sample.relation("R1", "A>B") { $0.validity = Sample.interval("2020") },
          Sample.relation("R2", "A>C") { $0.validity = Sample.interval("2021", "2025") },
        ],
        actors: [
          Sample.actor("A"), Sample.actor("B") { $0.existence = Sample.interval("", until) }, Sample.actor("C"),
        ]
      ).lastDay
    }
    #expect(try lastDay(until: "2024") == Sample.day("2024-12-31"))
    #expect(try lastDay(until: "2026") == Sample.day("2025-01-01"))
  }

  @Test("Copies of one report, said on either side and in chains, are stood for by the first in the file")
  func originals() throws {
    let sources = [
      Sample.source("a"), Sample.source("b") { $0.sameAs = ["c"] }, Sample.source("c") { $0.sameAs = ["a"] },
      Sample.source("d"), Sample.source("e") { $0.sameAs = ["e"] },
    ]
    let network = try Sample.network([], sources: sources)
    #expect(network.originals() == ["a": "a", "b": "a", "c": "a", "d": "d", "e": "e"])
  }

  @Test("Which sources are copies of each other does not depend on the order in which that is said")
  func originalsOfChains() throws {
    let ids = ["a", "b", "c", "d", "e"]
    let links = [("a", "b"), ("c", "d"), ("b", "d"), ("e", "a")]
    for shift in links.indices {
      let turned = Array(links[shift...] + links[..<shift])
      let sources = ids.map { id in
        Sample.source(id) { source in source.sameAs = turned.filter { $0.0 == id }.map(\.1) }
      }
      let network = try Sample.network([], sources: sources)
      #expect(Set(network.originals().values) == ["a"])
    }
  }

  @Test("Each source names the one that stands for it; long chains of copies end at once")
  func original() throws {
    let count = 20_000
    // Links that are said from the far end on, by sources of their own, so that each joins two chains.
    let reports = (0..<count).map { Sample.source("s\($0)") }
    let links = (1..<count).reversed().map { i in
      Sample.source("link\(i)") { $0.sameAs = ["s\(i)", "s\(i - 1)"] }
    }
    let network = try Sample.network([], sources: reports + links + [Sample.source("alone")])
    #expect(network.original(ofSource: "s\(count - 1)") == "s0")
    #expect(network.original(ofSource: "link7") == "s0")
    #expect(network.original(ofSource: "alone") == "alone")
    #expect(Set(network.originals().values) == ["s0", "alone"])
  }

  @Test("A network with an error is not made, and the error carries all problems")
  func invalid() throws {
    let content = Sample.content(
      [Sample.relation("R1", "A>B") { $0.strength = -1 }, Sample.relation("R1", "A>C")],
      actors: [Sample.actor("A"), Sample.actor("B")])
    let invalid = try #require(throws: InvalidNetwork.self) { try ActorNetwork(content) }
    #expect(
      invalid.problems.map(\.path.description) == ["relations[1].id", "relations[0].strength", "relations[1].to"])
  }
}

@Suite struct CheckedNetworkTests {
  @Test func `one check gives the network and its warnings, or the errors that InvalidNetwork holds`() throws {
    var content = NetworkContent(id: "n")
    var actor = Actor(id: "A", name: "Alpha")
    actor.codes = [Attribute("iso3", "not a code")]
    content.actors = [actor]
    let sound = CheckedNetwork(content)
    #expect(sound.network == (try ActorNetwork(content)))
    #expect(sound.problems.map(\.severity) == [.warning])
    content.actors.append(actor)
    let unsound = CheckedNetwork(content)
    #expect(unsound.network == nil)
    do throws(InvalidNetwork) {
      _ = try ActorNetwork(content)
      Issue.record("two actors have one id")
    } catch {
      #expect(error.problems == unsound.problems)
    }
  }

  @Test func `a network read as undirected is the same as one made of undirected relations`() throws {
    var content = NetworkContent(id: "n")
    content.actors = [Actor(id: "A", name: "Alpha"), Actor(id: "B", name: "Beta")]
    content.relations = [
      Relation(id: "R", ends: .directed(from: "A", to: "B"), type: "aids"),
      Relation(id: "S", ends: .mutual("B", "A"), type: "aids"),
    ]
    let undirected = try ActorNetwork(content).undirected
    content.relations[0].ends = .mutual("A", "B")
    #expect(undirected == (try ActorNetwork(content)))
    #expect(undirected.relation("S")?.ends == .mutual("B", "A"))
    #expect(undirected.actor("B")?.name == "Beta")
  }
}
