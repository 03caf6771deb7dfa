import ActorAnalysis
import ActorModel
import GraphCore
import ModelTestSupport
import Testing

@Suite("NetworkDistances")
struct NetworkDistancesTests {
  private func distances(_ before: ProjectedGraph, _ after: ProjectedGraph) throws -> NetworkDistancesResult {
    try NetworkDistances().run(before, after)
  }

  // DeltaCon and Laplacian: numpy 2.4.6 from the formulas. Path A–B–C against A–B, C alone, strengths 1:
  //   e = 1/(1 + max degree); S = inv(I + e² D − e A); d = sqrt(((sqrt(S1) − sqrt(S2))²).sum()) = 0.880357…
  //   Laplacian eigenvalues 0, 1, 3 and 0, 0, 2: d = sqrt(0 + 1 + 1).
  @Test("Direction is left out, and an actor that only one has is a node without ties in the other")
  func byHand() throws {
    let before = try Sample.project(Sample.ties(("A>B", 1), ("C>B", 1)))
    let after = try Sample.project(Sample.ties(("B>A", 1)))
    let result = try distances(before, after)
    let deltaCon = try #require(result.shape("deltacon")?.value)
    #expect(abs(1 / (1 + deltaCon) - 0.5318) < 1e-4)
    #expect(abs(try #require(result.shape("laplacian-spectral-distance")?.value) - 2.0.squareRoot()) < 1e-12)
    #expect(result.edges.hamming == 3)
  }

  @Test("From itself every distance is 0", arguments: 0..<5)
  func same(seed: Int) throws {
    let graph = try Sample.project(Sample.randomRelations(seed: seed))
    let result = try distances(graph, graph)
    #expect(result.shapes.map(\.value) == [0, 0, 0, 0])
    #expect(result.edges == EdgeDistances(before: graph, after: graph))
    #expect(result.edges.hamming == 0 && result.edges.weightedHamming == 0)
  }

  @Test("Back and forth the same, bit for bit", arguments: 0..<5)
  func symmetric(seed: Int) throws {
    let one = try Sample.project(Sample.randomRelations(seed: seed))
    let other = try Sample.project(Sample.randomRelations(seed: seed + 90, count: 9))
    #expect(try distances(one, other) == distances(other, one))
  }

  @Test("Networks without actors have edge distances, and shapes say why not")
  func empty() throws {
    let nothing = try Sample.project([], actors: [])
    let result = try distances(nothing, nothing)
    #expect(result.edges.jaccard == 0)
    let netSimile = try #require(result.shape("netsimile"))
    #expect(netSimile.value == nil)
    #expect(netSimile.refusal?.isEmpty == false)
  }

  // case 18-eigenvector-message-names-nobody
  @Test("A refusal names the actors of either graph")
  func refusalNames() throws {
    let before = try Sample.project(Sample.ties(("X>Y", 1)))
    let after = try Sample.project(Sample.ties(("A>B", 1), ("B>C", 1e150)))
    for result in [try distances(before, after), try distances(after, before)] {
      let refusal = try #require(result.shape("laplacian-spectral-distance")?.refusal)
      #expect(refusal.contains("between actor B and actor C"), "\(refusal)")
    }
  }

  @Test("Above the limit costly distances are left out unless asked for")
  func limit() throws {
    let actors = (0...NetworkDistances.actorLimit).map { Sample.actor("N\($0)") }
    let graph = try Sample.project(Sample.ties(("N1>N2", 1)), actors: actors)
    let result = try distances(graph, graph)
    #expect(result.shapes.allSatisfy { $0.value == nil && $0.refusal?.contains("2001 actors") == true })
    #expect(result.edges.hamming == 0)
  }

  @Test("Cancelled, it throws")
  func cancelled() throws {
    let context = RunContext()
    context.cancellation.cancel()
    let graph = try Sample.project(Sample.ties(("A>B", 1)))
    #expect(throws: AlgorithmError.cancelled) { try NetworkDistances().run(graph, graph, in: context) }
  }
}
