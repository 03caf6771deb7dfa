import ActorAnalysis
import ActorModel
import Foundation
import GraphCore
import ModelTestSupport
import NetworkFormats
import Testing

@Suite("InfluenceRanking")
struct InfluenceRankingTests {
  private func rank(_ measure: String, _ projected: ProjectedGraph) throws -> RankingResult {
    try InfluenceRanking(by: try Sample.measure(measure)).run(on: projected)
  }

  // case 28-infinite-scores
  @Test(
    "Extreme strengths give numbers, or a refusal that names a relation",
    arguments: ["harmonic", "closeness", "katz"], [1e308, Double.leastNonzeroMagnitude])
  func extremeStrengths(measure: String, strength: Double) throws {
    let ties = Sample.ties(("a>b", strength), ("b>c", strength), ("c>d", strength), ("d>a", strength))
    let ranking = try rank(measure, try Sample.project(ties))
    if let refusal = ranking.refusal {
      #expect(refusal.contains("relation") && refusal.contains(" → "), "\(refusal)")
    } else {
      #expect(ranking.ranked.count == 4 && ranking.ranked.allSatisfy { $0.score.isFinite })
    }
  }

  @Suite("Ranks")
  struct Ranks {
    private func places(_ ties: [Relation], _ measure: String = "strength:direction=out") throws -> [String] {
      try InfluenceRanking(by: try Sample.measure(measure)).run(on: try Sample.project(ties)).ranked.map {
        "\($0.rank) \($0.actor.id)"
      }
    }

    @Test("Equal scores share a rank, and the next rank counts them: 1, 2, 2, 4; equals stand in order of id")
    func competition() throws {
      let ties = Sample.ties(("C>Z", 2), ("B>Z", 2), ("A>Z", 1), ("D>Z", 3))
      #expect(try places(ties) == ["1 D", "2 B", "2 C", "4 A", "5 Z"])
    }

    @Test("Rounding does not decide a rank, a real difference does")
    func tolerance() throws {
      // 0.1 + 0.2 is 0.30000000000000004.
      let rounding = Sample.ties(("A>Y", 0.1), ("A>Z", 0.2), ("B>Z", 0.3))
      #expect(try places(rounding).prefix(2) == ["1 A", "1 B"])
      let real = Sample.ties(("A>Z", 0.3000000001), ("B>Z", 0.3))
      #expect(try places(real).prefix(2) == ["1 A", "2 B"])
    }

    @Test("The tolerance is a share of the largest score: small scores beside it are still told apart")
    func relative() throws {
      let ties = Sample.ties(("A>Z", 1), ("B>Z", 1e-9), ("C>Z", 2e-9))
      #expect(try places(ties).prefix(3) == ["1 A", "2 C", "3 B"])
    }

    @Test("Where all are equal all are first; negative scores come last")
    func extremes() throws {
      #expect(try places(Sample.ties(("A-B", 1), ("B-C", 1), ("C-A", 1))) == ["1 A", "1 B", "1 C"])
      var hostile = Sample.ties(("A>Z", 1), ("B>Z", 1))
      hostile[0].sign = .negative
      hostile[1].sign = .positive
      #expect(try places(hostile, "signed-strength:direction=out") == ["1 B", "2 Z", "3 A"])
    }
  }

  @Test("Every actor of the graph has a row, found by its id, with its exact score")
  func rows() throws {
    let projected = try Sample.project(Sample.ties(("A>B", 0.25), ("B>C", 1)))
    let result = try rank("strength:direction=all", projected)
    #expect(result.ranked.count == 3)
    #expect(result.row(ofActor: "B")?.score == 1.25)
    #expect(result.row(ofActor: "B")?.rank == 1)
    #expect(result.row(ofActor: "nobody") == nil)
    #expect(result.refusal == nil)
  }

  @Test("The result says what it is: scale, direction, weights, signs, options")
  func statement() throws {
    let projected = try Sample.project(Sample.ties(("A>B", 0.25), ("B>C", 1)))
    let result = try rank("betweenness:scale=pairs", projected)
    #expect(result.measure == "betweenness")
    #expect(result.scale == "pairs")
    #expect(result.weights == .length)
    #expect(result.options.contains(AlgorithmOption(name: "scale", value: "pairs")))
    #expect(try rank("betweenness:metric=steps", projected).weights == nil)
  }

  @Test("A measure that is not defined here is refused with the reason, not thrown, and has no rows")
  func refusal() throws {
    let unweighted = try Sample.project(Sample.ties(("A>B", 1))) { $0.weights = .none }
    let result = try rank("betweenness:metric=lengths", unweighted)
    #expect(result.ranked.isEmpty)
    #expect(result.refusal?.contains("length") == true)
    #expect(result.row(ofActor: "A") == nil)
  }

  @Test("Eigenvector centrality refuses a graph without cycles and names the way out")
  func eigenvector() throws {
    let result = try rank("eigenvector", try Sample.project(Sample.ties(("A>B", 1), ("B>C", 1))))
    #expect(result.ranked.isEmpty)
    #expect(result.refusal?.lowercased().contains("pagerank") == true, "\(result.refusal ?? "")")
  }

  // case 18-eigenvector-message-names-nobody
  @Test("A refusal names actors and relations, never the numbers of nodes and edges")
  func refusalNames() throws {
    let actors = [Sample.actor("1"), Sample.actor("2"), Sample.actor("3") { $0.name = "Three" }, Sample.actor("4")]
    let apart = try Sample.project(Sample.ties(("1-2", 1), ("3-4", 1)), actors: actors) { $0.direction = .either }
    let parts = try #require(try rank("eigenvector", apart).refusal)
    #expect(parts.contains("the parts around actor 1 and actor Three (3) are equally dominant"), "\(parts)")
    let strong = try Sample.project(Sample.ties(("A>B", 1e308), ("A>C", 1e308)))
    let sum = try #require(try rank("strength:direction=out", strong).refusal)
    #expect(sum.contains("actor A"), "\(sum)")
    let circle = try Sample.project(Sample.ties(("A>B", 1), ("B>A", 1)))
    let level = try #require(try rank("trophic-level", circle).refusal)
    #expect(level.contains("actor A"), "\(level)")
  }

  @Test("Cancelled, it throws")
  func cancelled() throws {
    let projected = try Sample.project(Sample.ties(("A>B", 1)))
    let context = RunContext()
    context.cancellation.cancel()
    let ranking = InfluenceRanking(by: try Sample.measure("betweenness"))
    #expect(throws: AlgorithmError.cancelled) { try ranking.run(on: projected, in: context) }
  }

  @Test("Any number of threads gives the same bits")
  func threads() throws {
    let projected = try Sample.project(
      (0..<12).flatMap { Sample.randomRelations(seed: $0) }.enumerated().map { i, r in
        var relation = r
        relation.id = "R\(i)"
        return relation
      })
    for measure in ["betweenness", "harmonic", "pagerank", "closeness"] {
      let ranking = InfluenceRanking(by: try Sample.measure(measure))
      let one = try ranking.run(on: projected, in: RunContext(threads: 1))
      #expect(try ranking.run(on: projected, in: RunContext(threads: 2)) == one)
      #expect(try ranking.run(on: projected, in: RunContext(threads: 8)) == one)
    }
  }

  @Suite("The seed network against NetworkX")
  struct Seed {
    /// One projection scored by `Oracle/seed_networkx.py`, which reads the file without any code of this package.
    struct Case: Decodable, CustomTestStringConvertible {
      let directed: Bool
      let weighted: Bool
      let betweenness: [String: Double]
      let harmonic: [String: Double]
      let pagerank: [String: Double]

      var testDescription: String { "\(directed ? "directed" : "undirected"), \(weighted ? "weighted" : "unweighted")" }
    }

    struct Frozen: Decodable {
      let day: String
      let relations: Int
      let cases: [Case]
    }

    static let frozen: Frozen = {
      do {
        let url = try #require(
          Bundle.module.url(forResource: "seed-networkx", withExtension: "json", subdirectory: "Resources"))
        return try JSONDecoder().decode(Frozen.self, from: try Data(contentsOf: url))
      } catch {
        preconditionFailure("the frozen scores cannot be read: \(error)")
      }
    }()

    private func seed(_ change: (inout Projection) -> Void) throws -> ProjectedGraph {
      let path = URL(filePath: #filePath).appending(path: "../../../Graphs/moscow-kabul.yaml").standardized
      let file = InputFile(name: "moscow-kabul.yaml", bytes: [UInt8](try Data(contentsOf: path)))
      var projection = Projection()
      change(&projection)
      let day = try CalendarDate(Self.frozen.day).firstDay
      let snapshot = Snapshot(of: try FormatRegistry().read(file).network, SnapshotQuery(time: .day(day)))
      return try projection.graph(of: snapshot)
    }

    @Test("Betweenness, harmonic closeness and PageRank agree to 1e-9", arguments: frozen.cases)
    func scores(_ expected: Case) throws {
      let projected = try seed { $0.direction = expected.directed ? .stated : .either }
      #expect(projected.relationCount == Self.frozen.relations)
      let metric = expected.weighted ? "metric=lengths" : "metric=steps"
      let measures = [
        ("betweenness:\(metric)", expected.betweenness), ("harmonic:\(metric)", expected.harmonic),
        ("pagerank:weight=\(expected.weighted ? "strengths" : "none"),tolerance=1e-15", expected.pagerank),
      ]
      for (text, scores) in measures {
        let result = try InfluenceRanking(by: try Sample.measure(text)).run(on: projected)
        #expect(result.refusal == nil)
        #expect(Set(result.ranked.map(\.actor.id)) == Set(scores.keys))
        for row in result.ranked {
          let score = try #require(scores[row.actor.id])
          #expect(abs(row.score - score) <= 1e-9 * max(1, abs(score)), "\(text) of \(row.actor.id)")
        }
      }
    }

    @Test("There are cases for directed and undirected, weighted and not")
    func complete() {
      #expect(Set(Self.frozen.cases.map(\.testDescription)).count == 4)
    }
  }
}
