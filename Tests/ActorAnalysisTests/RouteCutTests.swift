import ActorAnalysis
import ActorModel
import ModelTestSupport
import Testing

@Suite("RouteCut")
struct RouteCutTests {
  private func cut(
    _ from: String, _ to: String, _ relations: [Relation], actors: [Actor]? = nil,
    _ change: (inout Projection) -> Void = { _ in }
  ) throws -> RouteCutResult? {
    try RouteCut(from: from, to: to).run(on: try Sample.project(relations, actors: actors, change))
  }

  /// Two ways that share the strong last tie.
  private let relations = Sample.ties(("A>B", 1), ("A>C", 1), ("B>D", 1), ("C>D", 1), ("D>E", 5))

  @Test("The fewest ties and the weakest need not be the same")
  func twoCuts() throws {
    let result = try #require(try cut("A", "E", relations))
    #expect(result.fewestTies.steps.map { "\($0.from.id) \($0.to.id)" } == ["D E"])
    #expect(result.fewestTies.size == 1)
    #expect(result.weakestTies.size == 2)
    #expect(result.weakestTies.steps.count == 2)
    #expect(result.separateRoutes == 1)
    #expect(result.fewestTies.steps.first?.relations.map(\.id) == ["R5"])
  }

  @Test("Without the ties of a cut nothing leads there; their number is that of separate routes", arguments: 0..<10)
  func cuts(seed: Int) throws {
    let relations = Sample.randomRelations(seed: seed)
    let projected = try Sample.project(relations)
    for target in projected.actors.dropFirst() {
      let from = projected.actors[0].id
      let result = try #require(try RouteCut(from: from, to: target.id).run(on: projected))
      #expect(result.fewestTies.steps.count == result.separateRoutes)
      for side in [result.fewestTies, result.weakestTies] {
        // A mutual relation is a tie each way: what goes are the ties, so the rest is searched by hand.
        let gone = Set(side.steps.map { "\($0.from.id) \($0.to.id)" })
        var reached: Set<String> = [from]
        var open = [from]
        while let actor = open.popLast() {
          for edge in 0..<projected.graph.edgeCount {
            let source = projected.actors[projected.graph.source(of: edge)].id
            let next = projected.actors[projected.graph.target(of: edge)].id
            if source == actor, !gone.contains("\(source) \(next)"), reached.insert(next).inserted { open.append(next) }
          }
        }
        #expect(!reached.contains(target.id))
      }
    }
  }

  @Test("Where nothing leads nothing need go; an actor and itself cannot be cut apart")
  func none() throws {
    #expect(try cut("E", "A", relations)?.separateRoutes == 0)
    #expect(try cut("E", "A", relations)?.fewestTies.steps.isEmpty == true)
    #expect(try cut("A", "A", relations) == nil)
    #expect(try cut("A", "nobody", relations) == nil)
  }

  @Test("Unweighted, both cuts have the same size")
  func unweighted() throws {
    let result = try #require(try cut("A", "E", relations) { $0.weights = .none })
    #expect(result.fewestTies.size == result.weakestTies.size)
  }
}
