import ActorAnalysis
import ActorModel
import GraphAlgorithms
import GraphCore
import ModelTestSupport
import Testing

@Suite("BlocAnalysis")
struct BlocAnalysisTests {
  /// Two triangles of friends, joined by a hostile tie; a seventh actor stands alone.
  private func camps(_ change: (inout [Actor]) -> Void = { _ in }) throws -> ProjectedGraph {
    let ends = ["A-B", "B-C", "C-A", "D-E", "E-F", "F-D", "C-D"]
    var actors = ["A", "B", "C", "D", "E", "F", "G"].map { Sample.actor($0) }
    change(&actors)
    return try Sample.project(
      ends.enumerated().map { i, ends in Sample.relation("R\(i)", ends) { $0.sign = i == 6 ? .negative : .positive } },
      actors: actors)
  }

  private func ids(_ result: BlocResult) -> [[String]] { result.groups.map { $0.actors.map(\.id) } }

  @Test("Blocs found by an algorithm: the largest first, every actor in one")
  func found() throws {
    let method = BlocAnalysis.Method.found(try GroupingCatalog().choice("leiden"))
    let result = try BlocAnalysis(by: method).run(on: try camps())
    #expect(ids(result) == [["A", "B", "C"], ["D", "E", "F"], ["G"]])
    #expect(result.groups.allSatisfy { $0.name == nil })
    #expect(result.modularity > 0.3)
  }

  @Test("Blocs of the file: the first that holds then, with its name; the others alone")
  func given() throws {
    let projected = try camps { actors in
      actors[0].blocs = [BlocMembership("x", interval: Sample.interval("", "2000")), BlocMembership("y")]
      actors[1].blocs = [BlocMembership("y")]
      actors[2].blocs = [BlocMembership("C")]
    }
    let result = try BlocAnalysis(by: .given).run(on: projected)
    // The network has no date, so that every membership holds.
    #expect(Set(ids(result)) == [["A"], ["B"], ["C"], ["D"], ["E"], ["F"], ["G"]])
    let names = Dictionary(
      result.groups.map { ($0.actors[0].id, $0.name ?? "") }, uniquingKeysWith: { first, _ in first })
    #expect(names["A"] == "x")
    #expect(names["C"] == "C")
    #expect(names["D"] == "no bloc")
  }

  @Test("Balance: triangles, the ties against the best two camps, and who stands where")
  func balance() throws {
    let method = BlocAnalysis.Method.found(try GroupingCatalog().choice("two-camp-split"))
    let result = try BlocAnalysis(by: method).run(on: try camps())
    let balance = try #require(result.balance)
    #expect(balance.triangles == 2)
    #expect(balance.balanced == 2)
    #expect(balance.degree == 1)
    #expect(balance.frustration == 0)
    #expect(balance.isOptimal)
    #expect(balance.frustratedRelations.isEmpty)
    #expect(Set(balance.camps.map { $0.map(\.id) }) == [["A", "B", "C"], ["D", "E", "F"]])
  }

  @Test("An unbalanced triangle frustrates one tie, which is named")
  func unbalanced() throws {
    let relations = ["A-B", "B-C", "C-A"].enumerated().map { i, ends in
      Sample.relation("R\(i)", ends) { $0.sign = i == 0 ? .negative : .positive }
    }
    let projected = try Sample.project(relations) { $0.direction = .either }
    let balance = try #require(try BlocAnalysis(by: .given).run(on: projected).balance)
    #expect((balance.triangles, balance.balanced) == (1, 0))
    #expect(balance.frustration == 1)
    #expect(balance.frustratedRelations.count == 1)
  }

  @Test("A mutual relation, and two ties that answer each other, frustrate as one pair whatever the direction read")
  func mutualOnce() throws {
    var relations = ["A-B", "B-C", "C-A"].enumerated().map { i, ends in
      Sample.relation("R\(i)", ends) { $0.sign = i == 0 ? .negative : .positive }
    }
    for direction in Projection.Direction.allCases {
      let projected = try Sample.project(relations) { $0.direction = direction }
      let balance = try #require(try BlocAnalysis(by: .given).run(on: projected).balance)
      #expect(balance.frustration == 1, "\(direction)")
      #expect(balance.triangles == 1)
    }
    // The same with the hostile tie stated by each side.
    relations[0] = Sample.relation("R0", "A>B") { $0.sign = .negative }
    relations.append(Sample.relation("R9", "B>A") { $0.sign = .negative })
    let balance = try #require(try BlocAnalysis(by: .given).run(on: try Sample.project(relations)).balance)
    #expect(balance.frustration == 1)
  }

  @Test("Without signs there is no balance to speak of")
  func noSigns() throws {
    #expect(try BlocAnalysis(by: .given).run(on: try Sample.project(Sample.ties(("A>B", 1)))).balance == nil)
  }

  /// Russia and Ukraine at war, with friends; the count of ties leaves it open who stands with whom.
  private func grain() throws -> ProjectedGraph {
    let ties: [GrainTie] = [
      GrainTie("RUS>UKR", -2), GrainTie("TUR>RUS", 0.3), GrainTie("TUR>UKR", 0.2), GrainTie("EU>UKR", 1.6),
      GrainTie("POL>UKR", -0.4), GrainTie("POL>EU", 0.3), GrainTie("HUN>POL", 0.2), GrainTie("RUS>BANK", 0.5),
    ]
    return try Sample.project(
      ties.enumerated().map { i, tie in
        Sample.relation("R\(i)", tie.ends) {
          $0.sign = tie.strength < 0 ? .negative : .positive
          $0.strength = abs(tie.strength)
        }
      } + [Sample.relation("N1", "POL-EU") { $0.sign = .neutral }],
      actors: ["BANK", "EU", "GBR", "HUN", "POL", "RUS", "TUR", "UKR"].map { Sample.actor($0) })
  }

  private struct GrainTie {
    let ends: String
    let strength: Double

    init(_ ends: String, _ strength: Double) {
      self.ends = ends
      self.strength = strength
    }
  }

  @Test("By strength one division is best, by count several; said is who is sure and who is not, and on which ties")
  func weighing() throws {
    var analysis = BlocAnalysis(by: .given)
    let strong = try #require(try analysis.run(on: try grain()).balance)
    #expect(strong.weighing == .strength && strong.frustration == 0.5 && strong.isOptimal)
    #expect(strong.divisions?.count == 1 && strong.divisions?.undecided == [])
    #expect(strong.camps.map { $0.map(\.id) } == [["BANK", "HUN", "POL", "RUS", "TUR"], ["EU", "UKR"]])
    #expect(strong.divisions?.sameCamp.map { $0.map(\.id) } == strong.camps.map { $0.map(\.id) })
    // Poland's friend and not its neutral relation, and the lesser friend of Türkiye.
    #expect(strong.frustratedRelations == ["R2", "R5"] && strong.divisions?.contradictingAll == ["R2", "R5"])
    let weakest = try #require(strong.standings.first)
    // Türkiye is tied to both sides, by 0.3 and 0.2.
    #expect(
      weakest.restsOn == ["R1"] && weakest.against == ["R2"] && weakest.actor.id == "TUR" && weakest.tieCount == 1)
    #expect(strong.standings.first { $0.actor.id == "POL" }?.against == ["R5"])

    analysis.weighing = .count
    let counted = try #require(try analysis.run(on: try grain()).balance)
    let divisions = try #require(counted.divisions)
    #expect(counted.weighing == .count && counted.frustration == 2)
    #expect(divisions.count == 9 && divisions.isExact)
    #expect(divisions.sameCamp.map { $0.map(\.id) } == [["BANK", "RUS"], ["HUN", "POL"]])
    #expect(divisions.undecided.map(\.id) == ["BANK", "EU", "HUN", "POL", "RUS", "TUR", "UKR"])
    #expect(divisions.contradictingAll.isEmpty)
    #expect(divisions.contradictingSome == ["R0", "R1", "R2", "R3", "R4", "R5"])
    #expect(counted.divisionsSentence == "9 divisions are equally good.")
  }

  @Test("Blocs by two camps, the balance below them and structure show one division, on a directed network too")
  func oneDivision() throws {
    let network = try grain()
    for weighing in ["strength", "count"] {
      let method = try BlocAnalysis.Method("two-camp-split:weighing=\(weighing)", seed: 1)
      let result = try BlocAnalysis(by: method).run(on: network)
      let balance = try #require(result.balance)
      #expect(result.isOfCamps && balance.weighing.rawValue == weighing)
      #expect(
        Set(ids(result)) == Set(balance.camps.map { $0.map(\.id) } + [["GBR"]]), "without a signed tie in no camp")
      let choice = try StructureCatalog().choice("frustration-index:weighing=\(weighing)", seed: 1)
      #expect(try choice.run(on: network, in: RunContext()).balance == balance)
      #expect(try method.partition(of: network) == result.partition)
      let either = try Projection.Direction.allCases.map { direction in
        var projection = network.projection
        projection.direction = direction
        return try BalanceAnalysis(FrustrationIndex(weighing: balance.weighing, seed: 1))
          .run(on: try projection.graph(of: network.snapshot)).camps
      }
      #expect(either.allSatisfy { $0 == balance.camps })
    }
  }

  @Test("Parts without signed ties between them have camps of their own")
  func parts() throws {
    let relations = ["A-B", "C-D", "D-E"].enumerated().map { i, ends in
      Sample.relation("R\(i)", ends) { $0.sign = i == 1 ? .positive : .negative }
    }
    let neutral = Sample.relation("N", "B-C") { $0.sign = .neutral }
    let balance = try #require(try BlocAnalysis(by: .given).run(on: try Sample.project(relations + [neutral])).balance)
    #expect(balance.parts.map { $0.camps.map { $0.map(\.id) } } == [[["C", "D"], ["E"]], [["A"], ["B"]]])
    #expect(balance.divisions?.count == 1)
    #expect(balance.partsSentence?.hasPrefix("2 parts") == true)
    #expect(
      balance.campLines() == [
        "Part 1, camp 1: C, D.", "Part 1, camp 2: E.", "Part 2, camp 1: A.", "Part 2, camp 2: B.",
      ])
    #expect(balance.standings.map { $0.place(among: 2) }.contains("2 of part 1"))
  }

  @Test("Without a proof nothing is claimed of divisions, and how to go on is said")
  func unproved() throws {
    var random = SeededGenerator(seed: 8)
    let relations = (0..<260).compactMap { i -> Relation? in
      let (a, b) = (random.nextIndex(below: 40), random.nextIndex(below: 40))
      guard a != b else { return nil }
      return Sample.relation("R\(i)", "\(10 + a)-\(10 + b)") {
        $0.sign = random.nextIndex(below: 2) == 0 ? .positive : .negative
      }
    }
    var analysis = BlocAnalysis(by: .given)
    analysis.searchLimit = 0
    let balance = try #require(try analysis.run(on: try Sample.project(relations)).balance)
    #expect(!balance.isOptimal && balance.divisions == nil && balance.limit == .steps)
    #expect(balance.lowerBound > 0 && balance.lowerBound < balance.frustration)
    #expect(balance.divisionsSentence.isEmpty && balance.undecidedLines.isEmpty)
    #expect(balance.openQuestion?.contains("not proved to be the least") == true)
  }

  @Test("A strength that cannot be added is named by its relations, by the numbers of the pairs and not of the arcs")
  func unfit() throws {
    let relations = ["A>B", "B>C", "C>B", "C>D"].enumerated().map { i, ends in
      Sample.relation("R\(i)", ends) {
        $0.sign = .positive
        $0.strength = i == 1 || i == 2 ? 1.7e308 : 1
      }
    }
    let projected = try Sample.project(relations)
    let choice = try StructureCatalog().choice("frustration-index")
    let refusal = try #require(try FindingResult(of: choice, on: projected).refusal)
    #expect(refusal.contains("R1") && refusal.contains("R2") && refusal.contains("finite"), "\(refusal)")
  }
}
