import ActorAnalysis
import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("StructureCatalog")
struct StructureCatalogTests {
  private let catalog = StructureCatalog()

  /// A chain into a triangle whose last tie is hostile, and somebody alone.
  private func projected(_ direction: Projection.Direction = .stated) throws -> ProjectedGraph {
    let ends = ["A>B", "B>C", "C>D", "D>E", "E>C"]
    let relations = ends.enumerated().map { i, ends in
      Sample.relation("R\(i + 1)", ends) { relation in
        relation.sign = i == 4 ? .negative : .positive
        relation.strength = i == 0 ? 0.5 : 1
      }
    }
    let actors = ["A", "B", "C", "D", "E", "F"].map { id in
      Sample.actor(id) { if id < "C" { $0.blocs = [BlocMembership("x")] } }
    }
    return try Sample.project(relations, actors: actors) { $0.direction = direction }
  }

  private func find(_ text: String, _ direction: Projection.Direction = .stated) throws -> Finding {
    try catalog.choice(text).run(on: try projected(direction), in: RunContext())
  }

  private func numbers(_ text: String, _ direction: Projection.Direction = .stated) throws -> [String: Double] {
    Dictionary(
      try find(text, direction).numbers.compactMap { number in number.value.map { (number.key, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func ids(_ cell: FindingCell) -> [String] {
    switch cell {
    case .tie(let tie): tie.relations.map(\.id)
    case .actor(let actor): actor.map { [$0.id] } ?? []
    case .actors(let actors): actors.map(\.id)
    case .text, .number: []
    }
  }

  private func list(_ text: String, _ key: String, _ direction: Projection.Direction = .stated) throws -> [[String]] {
    let list = try #require(try find(text, direction).lists.first { $0.key == key })
    return list.rows.map { $0.flatMap(ids) }
  }

  @Test("Every one runs on a small network, or says why not; names are found by their ids")
  func all() throws {
    for kind in catalog.measures where kind.runsAlone {
      #expect(try catalog.choice(kind.summary.id).summary.id == kind.summary.id)
      for direction in [Projection.Direction.stated, .either] {
        let result = try FindingResult(of: try kind.choice(), on: try projected(direction))
        #expect((result.finding == nil) == (result.refusal != nil), "\(kind.summary.id)")
        if let finding = result.finding {
          #expect(!finding.numbers.isEmpty || !finding.lists.isEmpty, "\(kind.summary.id)")
        }
      }
    }
    for name in StructureCatalog.standard { #expect(try catalog.choice(name).summary.id == name) }
  }

  @Test("Numbers about the whole")
  func whole() throws {
    #expect(try numbers("density") == ["density": 5.0 / 30, "tiedPairs": 5, "possiblePairs": 30])
    #expect(try numbers("reciprocity")["reciprocity"] == 0)
    #expect(try numbers("transitivity", .either)["triangles"] == 1)
    #expect(try numbers("dyad-census") == ["mutual": 0, "asymmetric": 5, "null": 10])
    #expect(try numbers("distances:metric=steps")["diameter"] == 4)
    #expect(try numbers("distances:metric=steps")["radius"] == nil)
    #expect(try numbers("degree-distribution")["meanDegree"] == 10.0 / 6)
    #expect(try numbers("global-reaching")["largestReach"] == 0.8)
    #expect(try numbers("signed-triangles")["oneHostile"] == 1)
    #expect(try numbers("frustration-index")["frustration"] == 1)
    #expect(try numbers("frustration-index")["lowerBound"] == 1)
    #expect(try numbers("modularity:blocs=weak-components,signs=ignored", .either)["modularity"] == 0)
  }

  @Test("Censuses list their classes, and add up")
  func censuses() throws {
    let triads = try #require(try find("triad-census").lists.first)
    #expect(triads.rows.count == 16)
    #expect(triads.rows.allSatisfy { $0.count == 3 })
    let signed = try #require(try find("signed-triad-census").lists.first)
    for list in [triads, signed] {
      let sum = list.rows.reduce(0.0) { sum, row in
        if case .number(let count?) = row.last { sum + count } else { sum }
      }
      #expect(sum == 20, "6 over 3 sets of three")
    }
  }

  @Test("Ties are named by their relations")
  func ties() throws {
    #expect(try list("bridges", "bridges") == [["R1"], ["R2"]])
    #expect(try list("minimum-spanning-tree", "ties", .either).count == 4)
    #expect(try list("global-minimum-cut", "sides", .either).first == ["F"])
    #expect(try find("global-minimum-cut", .either).numbers.first?.value == 0)
    #expect(throws: AlgorithmError.self) { try find("global-minimum-cut") }
    #expect(try list("frustration-index", "ties").count == 1)
  }

  @Test("Layers of the condensed network")
  func condensation() throws {
    let rows = try list("condensation", "components")
    #expect(rows.contains(["C", "D", "E"]))
    #expect(rows.first == ["A"])
    #expect(try numbers("condensation") == ["components": 4, "largest": 3])
  }

  @Test("Sets of actors")
  func sets() throws {
    #expect(try list("key-player-reach:size=1", "members", .either) == [["C"]])
    #expect(try list("key-player-fragmentation:size=1", "members", .either) == [["C"]])
    #expect(try list("group-betweenness:group=B+C", "members") == [["B"], ["C"]])
    #expect(try numbers("group-betweenness:group=B,C,scale=pairs") == ["groupBetweenness": 3])
    #expect(throws: AlgorithmTextError.self) { try catalog.choice("group-betweenness") }
  }

  @Test("Roles between blocs, the one furthest above chance first")
  func brokerage() throws {
    let list = try #require(try find("brokerage").lists.first)
    #expect(list.columns.map(\.key) == ["actor", "role", "count", "expected", "z"])
    let rows = list.rows.map { row -> String in
      if case .text(let role) = row[1] { ids(row[0]).joined() + " " + role } else { "" }
    }
    #expect(Set(rows) == ["B representative", "C liaison", "D liaison", "E liaison"])
  }

  @Test("All distances as a table of actors by actors")
  func matrix() throws {
    let list = try #require(try find("all-pairs-distances:metric=steps").lists.first)
    #expect(list.columns.map(\.key) == ["from", "A", "B", "C", "D", "E", "F"])
    #expect(list.rows[0][5] == .number(4))
    #expect(list.rows[4][1] == .number(.infinity))
  }

  @Test("What is unknown is answered with what there is")
  func unknown() throws {
    let error = try #require(throws: AlgorithmTextError.self) { try catalog.choice("densty") }
    #expect(error.description.contains("did you mean 'density'?"))
  }
}
