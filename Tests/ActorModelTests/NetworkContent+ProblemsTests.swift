import ActorModel
import ModelTestSupport
import Testing

@Suite("Problems of a network's content")
struct NetworkContentProblemsTests {
  /// Two actors, a source, a bloc and a relation with evidence: nothing wrong with it.
  private var sound: NetworkContent {
    var content = Sample.content(
      [
        Sample.relation("R1", "A>B") { $0.evidence = Sample.evidence("s1") },
        Sample.relation("R2", "A-B"),
      ], actors: [Sample.actor("A"), Sample.actor("B"), Sample.actor("C")], sources: [Sample.source("s1")])
    content.blocs = [Bloc(id: "axis", name: "Axis")]
    return content
  }

  /// The problems of the sound network after a change, each as `path: message`.
  private func problems(after change: (inout NetworkContent) -> Void) -> [NetworkProblem] {
    var content = sound
    change(&content)
    return content.problems()
  }

  /// Expects exactly one error at a path, with a part of its message and of its fix.
  private func expectOne(
    at path: String, _ message: String, fix: String? = nil, sourceLocation: SourceLocation = #_sourceLocation,
    after change: (inout NetworkContent) -> Void
  ) {
    let found = problems(after: change)
    #expect(found.map(\.path.description) == [path], sourceLocation: sourceLocation)
    #expect(found.allSatisfy { $0.severity == .error }, sourceLocation: sourceLocation)
    #expect(found.first?.message.contains(message) == true, "\(found)", sourceLocation: sourceLocation)
    if let fix { #expect(found.first?.fix?.contains(fix) == true, "\(found)", sourceLocation: sourceLocation) }
  }

  @Test("A sound network has none")
  func none() {
    #expect(sound.problems().isEmpty)
    #expect(NetworkContent(id: "empty").problems().isEmpty)
  }

  @Test("Ids are not empty")
  func emptyIDs() {
    expectOne(at: "network", "the network's id is empty") { $0.id = "" }
    expectOne(at: "actors[2].id", "the actor's id is empty") { $0.actors[2].id = "" }
    expectOne(at: "relations[1].id", "the relation's id is empty") { $0.relations[1].id = "" }
    expectOne(at: "sources[1].id", "the source's id is empty") { $0.sources.append(Source(id: "")) }
    expectOne(at: "relations[0].type", "type is empty") { $0.relations[0].type = "" }
  }

  @Test("Ids are unique within their list, and the earlier place is named; other lists may use them too")
  func duplicates() {
    expectOne(at: "actors[2].id", "duplicate id 'A': actor 1", fix: "another id") { $0.actors[2].id = "A" }
    expectOne(at: "relations[1].id", "duplicate id 'R1': relation 1") { $0.relations[1].id = "R1" }
    expectOne(at: "sources[1].id", "duplicate id 's1': source 1") { $0.sources.append(Source(id: "s1")) }
    expectOne(at: "blocs[1].id", "duplicate id 'axis'") { $0.blocs.append(Bloc(id: "axis", name: "x")) }
    #expect(problems { $0.sources.append(Source(id: "A")) }.isEmpty)
  }

  @Test("References lead to something, else the nearest id is offered")
  func references() {
    expectOne(at: "relations[0].to", "there is no actor 'X'") { $0.relations[0].ends = .directed(from: "A", to: "X") }
    expectOne(at: "relations[0].from", "there is no actor 'XYZ'", fix: "add it to the list of actors") {
      $0.relations[0].ends = .directed(from: "XYZ", to: "A")
    }
    expectOne(at: "relations[1].between[1]", "there is no actor") { $0.relations[1].ends = .mutual("A", "XYZ") }
    expectOne(at: "relations[1].between[0]", "there is no actor") { $0.relations[1].ends = .mutual("XYZ", "A") }
    expectOne(at: "relations[0].evidence[0].source", "there is no source 's2'", fix: "did you mean 's1'?") {
      $0.relations[0].evidence[0].source = "s2"
    }
    expectOne(at: "sources[0].same-as[1]", "there is no source 'zzz'") { $0.sources[0].sameAs = ["s1", "zzz"] }
    expectOne(at: "actors[0].part-of", "there is no actor 'XYZ'") { $0.actors[0].partOf = "XYZ" }
    expectOne(at: "actors[0].not[0]", "there is no actor 'XYZ'") { $0.actors[0].notSameAs = ["XYZ"] }
  }

  @Test("Blocs are checked where any are declared, and free words where none are")
  func blocs() {
    expectOne(at: "actors[1].blocs[0]", "there is no bloc 'axes'", fix: "did you mean 'axis'?") {
      $0.actors[1].blocs = [BlocMembership("axes")]
    }
    #expect(
      problems {
        $0.blocs = []
        $0.actors[1].blocs = [BlocMembership("axes")]
      }.isEmpty)
  }

  @Test(
    "A strength is a finite number above 0", arguments: [0, -1, -0.0, Double.nan, .infinity, -.infinity])
  func strength(value: Double) {
    expectOne(at: "relations[0].strength", "not a finite number above 0", fix: "sign: negative") {
      $0.relations[0].strength = value
    }
    expectOne(at: "relations[0].evidence[0].says.strength", "not a finite number above 0") {
      $0.relations[0].evidence[0].says.strength = value
    }
  }

  @Test("A confidence is a probability", arguments: [1.2, -0.1, Double.nan, .infinity])
  func confidence(value: Double) {
    expectOne(at: "relations[0].confidence", "outside 0..1", fix: "probability") {
      $0.relations[0].confidence = value
    }
  }

  @Test("The least and greatest values allowed pass")
  func extremes() {
    #expect(
      problems {
        $0.relations[0].confidence = 0
        $0.relations[1].confidence = 1
        $0.relations[0].strength = .leastNonzeroMagnitude
        $0.relations[1].strength = .greatestFiniteMagnitude
      }.isEmpty)
  }

  @Test("Until comes after since, in relations, actors and memberships")
  func intervals() {
    expectOne(at: "relations[0].until", "until 2025-07-02 is before since 2025-07-03", fix: "first day") {
      $0.relations[0].validity = Sample.interval("2025-07-03", "2025-07-02")
    }
    expectOne(at: "relations[0].until", "until 2025 is the same day as since 2025-01-01") {
      $0.relations[0].validity = Sample.interval("2025-01-01", "2025")
    }
    expectOne(at: "actors[0].until", "is before from 2022") { $0.actors[0].existence = Sample.interval("2022", "2021") }
    expectOne(at: "actors[0].blocs[0].until", "is before since 2022") {
      $0.actors[0].blocs = [BlocMembership("axis", interval: Sample.interval("2022", "2021"))]
    }
  }

  @Test("A circle of parts is reported once, at its first actor, with the whole way round")
  func circles() {
    expectOne(at: "actors[0].part-of", "A → B → C → A") {
      $0.actors[0].partOf = "B"
      $0.actors[1].partOf = "C"
      $0.actors[2].partOf = "A"
    }
    expectOne(at: "actors[1].part-of", "B → B") { $0.actors[1].partOf = "B" }
    // A leads into a circle but is not on it.
    expectOne(at: "actors[1].part-of", "B → C → B") {
      $0.actors[0].partOf = "B"
      $0.actors[1].partOf = "C"
      $0.actors[2].partOf = "B"
    }
    #expect(
      problems {
        $0.actors[0].partOf = "B"
        $0.actors[1].partOf = "C"
      }.isEmpty)
  }

  @Test("Several circles are reported in the order of the file, however they are entered")
  func severalCircles() {
    let parts = ["A": "D", "B": "C", "C": "B", "D": "E", "E": "D", "F": "C"]
    let actors = parts.keys.sorted().map { id in Sample.actor(id) { $0.partOf = parts[id] } }
    let found = Sample.content([], actors: actors).problems()
    #expect(found.map(\.path.description) == ["actors[1].part-of", "actors[3].part-of"])
    #expect(found.map { $0.message.hasSuffix("B → C → B") } == [true, false])
    #expect(found.map { $0.message.hasSuffix("D → E → D") } == [false, true])
  }

  @Test("A chain of 20,000 parts is sound; as a circle it is reported by its beginning")
  func longChain() {
    let last = 19_999
    var actors = (0...last).map { i in Sample.actor("N\(i)") { $0.partOf = i < last ? "N\(i + 1)" : nil } }
    #expect(Sample.content([], actors: actors).problems().isEmpty)
    actors[last].partOf = "N0"
    let circle = Sample.content([], actors: actors).problems()
    #expect(circle.map(\.path.description) == ["actors[0].part-of"])
    #expect(circle[0].message.hasSuffix("N18 → N19 → … (20000 actors) → N0"))
  }

  @Test("All problems are found at once, in the order of the network")
  func allAtOnce() {
    let found = problems {
      $0.sources[0].sameAs = ["zzz"]
      $0.actors[1].partOf = "XYZ"
      $0.relations[0].strength = 0
      $0.relations[0].confidence = 2
      $0.relations[1].type = ""
    }
    #expect(
      found.map(\.path.description) == [
        "sources[0].same-as[0]", "actors[1].part-of", "relations[0].strength", "relations[0].confidence",
        "relations[1].type",
      ])
  }

  @Test("Many references that lead nowhere are found in a moment")
  func manyBrokenReferences() {
    var content = Sample.content([], actors: (0..<3000).map { Sample.actor("actor-\($0)") })
    content.relations = (0..<3000).map { Sample.relation("R\($0)", "nobody_\($0)>actor_\($0)") }
    let clock = ContinuousClock()
    var found: [NetworkProblem] = []
    let time = clock.measure { found = content.problems() }
    #expect(found.count == 6000)
    // Searching near names for each of them would take minutes.
    #expect(time < .seconds(20))
    #expect(found[1].fix == "did you mean 'actor-0'?")
  }
}
