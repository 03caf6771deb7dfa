import ActorModel
import ModelTestSupport
import Testing

@Suite("CombinedConfidence")
struct CombinedConfidenceTests {
  /// Statements of A on B, each with a confidence and the sources that support it.
  private func combined(
    _ statements: [(confidence: Double, sources: [String])], copies: [(String, String)] = []
  ) throws -> CombinedConfidence {
    let relations = statements.enumerated().map { i, statement in
      Sample.relation("R\(i + 1)", "A>B") {
        $0.confidence = statement.confidence
        $0.evidence = statement.sources.map(Evidence.init(source:))
      }
    }
    let ids = Set(statements.flatMap(\.sources) + copies.flatMap { [$0.0, $0.1] }).sorted()
    let sources = ids.map { id in
      Sample.source(id) { source in source.sameAs = copies.filter { $0.0 == id }.map(\.1) }
    }
    return CombinedConfidence(of: relations, in: try Sample.network(relations, sources: sources))
  }

  @Test("Statements of one source hold or fall together: the greatest counts, to the last bit")
  func oneSource() throws {
    let worry = try combined([(0.3, ["article"]), (0.5, ["article"]), (0.5, ["article", "agency"])])
    #expect(worry.value == 0.5)
    #expect(worry.groupCount == 1)
  }

  @Test("Statements without a common source are independent: 1 − Π(1 − c)")
  func independent() throws {
    let two = try combined([(0.5, ["a"]), (0.6, ["b"])])
    #expect(abs(two.value - 0.8) < 1e-15)
    #expect(two.groupCount == 2)
  }

  @Test("A common source links by way of others: the first and the last share none, and are one group")
  func transitive() throws {
    let chain = try combined([(0.4, ["a"]), (0.3, ["a", "b"]), (0.6, ["b", "c"]), (0.5, ["d"])])
    #expect(abs(chain.value - (1 - 0.4 * 0.5)) < 1e-15)
    #expect(chain.groupCount == 2)
  }

  @Test("Copies of one report are one source, said on either side and in chains")
  func copies() throws {
    let statements: [(confidence: Double, sources: [String])] = [(0.5, ["a"]), (0.5, ["c"])]
    #expect(try combined(statements).value == 0.75)
    #expect(try combined(statements, copies: [("a", "c")]).value == 0.5)
    #expect(try combined(statements, copies: [("b", "a"), ("c", "b")]).value == 0.5)
  }

  @Test("A statement without evidence stands alone, however many there are")
  func unsupported() throws {
    let bare = try combined([(0.5, []), (0.5, []), (0.5, ["a"]), (0.5, ["a"])])
    #expect(bare.value == 0.875)
    #expect(bare.groupCount == 3)
  }

  @Test("What denies or mentions links nothing")
  func stances() throws {
    let relations = [Stance.supports, .denies, .mentions].enumerated().map { i, stance in
      Sample.relation("R\(i)", "A>B") {
        $0.confidence = 0.5
        $0.evidence = Sample.evidence("a")
        $0.evidence[0].stance = stance
      }
    }
    let network = try Sample.network(relations, sources: [Sample.source("a")])
    #expect(CombinedConfidence(of: relations, in: network).groupCount == 3)
  }

  @Test("Nothing is sure of no statement")
  func none() throws {
    #expect(try combined([]).value == 0)
    #expect(try combined([]).groupCount == 0)
  }

  @Test("The order of the statements changes the groups' order and nothing else")
  func order() throws {
    let statements: [(confidence: Double, sources: [String])] = [
      (0.25, ["a"]), (0.5, ["b"]), (0.125, ["a", "c"]), (0.75, ["c"]),
    ]
    #expect(try combined(statements).value == combined(statements.reversed()).value)
  }
}
