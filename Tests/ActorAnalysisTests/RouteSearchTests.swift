import ActorAnalysis
import ActorModel
import Foundation
import GraphCore
import ModelTestSupport
import Testing

@Suite("RouteSearch")
struct RouteSearchTests {
  /// The ids that each route passes, `A B C`.
  static func ways(_ result: RouteSearchResult) -> [String] {
    result.routes.map { $0.actors.map(\.id).joined(separator: " ") }
  }

  /// From A to D: over B in strong ties, over C in one strong and one weak, directly in a weak and doubtful one.
  static func square(_ change: (inout Projection) -> Void = { _ in }) throws -> ProjectedGraph {
    let ties: [(ends: String, strength: Double, confidence: Double)] = [
      ("A>B", 0.5, 0.5), ("B>D", 0.5, 0.5), ("A>C", 1, 0.9), ("C>D", 0.25, 0.9), ("A>D", 0.125, 0.3),
    ]
    let relations = ties.enumerated().map { i, tie in
      Sample.relation("R\(i + 1)", tie.ends) {
        $0.strength = tie.strength
        $0.confidence = tie.confidence
      }
    }
    return try Sample.project(relations, change)
  }

  @Suite("Objectives")
  struct Objectives {
    private func ways(_ objective: RouteSearch.Objective, _ change: (inout Projection) -> Void = { _ in }) throws
      -> [String]
    {
      let search = RouteSearch(from: "A", to: "D", objective: objective)
      return RouteSearchTests.ways(try search.run(on: try square(change)))
    }

    @Test("Shortest: few steps, then the order of the actors")
    func shortest() throws {
      #expect(try ways(.shortest) == ["A D", "A B D", "A C D"])
    }

    @Test("Shortest by length where the file's numbers are lengths")
    func lengths() throws {
      // 0.125, 1 and 1.25
      #expect(try ways(.shortest) { $0.weights = .length } == ["A D", "A B D", "A C D"])
    }

    @Test("Strongest: the least sum of 1/strength")
    func strongest() throws {
      // 4, 5 and 8
      #expect(try ways(.strongest) == ["A B D", "A C D", "A D"])
    }

    @Test("Widest: the strongest weakest tie")
    func widest() throws {
      #expect(try ways(.widest) == ["A B D", "A C D", "A D"])
    }

    @Test("Most reliable: the highest product of confidences")
    func mostReliable() throws {
      // 0.81, 0.3 and 0.25
      #expect(try ways(.mostReliable) == ["A C D", "A D", "A B D"])
    }

    @Test("Strengths or lengths that the projection lacks are asked for by name")
    func missing() throws {
      #expect(throws: AlgorithmError.missingColumn(.length)) { try ways(.strongest) { $0.weights = .none } }
      #expect(throws: AlgorithmError.missingColumn(.strength)) { try ways(.widest) { $0.weights = .none } }
      #expect(try ways(.shortest) { $0.weights = .none }.count == 3)
      #expect(try ways(.mostReliable) { $0.weights = .none }.count == 3)
    }
  }

  @Suite("What a route says")
  struct Routes {
    @Test("Steps lead from actor to actor, with the relations behind each")
    func steps() throws {
      let result = try RouteSearch(from: "A", to: "D", objective: .strongest, count: 1).run(on: try square())
      let route = try #require(result.routes.first)
      #expect(route.actors.map(\.id) == ["A", "B", "D"])
      #expect(route.steps.map(\.from.id) == ["A", "B"])
      #expect(route.steps.map(\.to.id) == ["B", "D"])
      #expect(route.steps.map { $0.relations.map(\.id) } == [["R1"], ["R2"]])
      #expect(route.length == 4)
      #expect(route.strength == 0.5)
      #expect(route.confidence == 0.25)
    }

    @Test("Parallel relations of a step: one of them is enough for it to hold")
    func parallel() throws {
      let projected = try Sample.project([
        Sample.relation("R1", "A>B") { $0.confidence = 0.5 }, Sample.relation("R2", "A>B") { $0.confidence = 0.6 },
      ])
      let route = try #require(try RouteSearch(from: "A", to: "B").run(on: projected).routes.first)
      #expect(route.steps.count == 1)
      #expect(Set(route.steps[0].relations.map(\.id)) == ["R1", "R2"])
      #expect(abs(route.confidence - 0.8) < 1e-15)
      #expect(route.strength == 2)
    }

    @Test(
      "The sign is the product of the steps: the enemy of an enemy is a friend",
      arguments: [
        (Sign.positive, Sign.positive, Sign.positive), (.negative, .negative, .positive),
        (.positive, .negative, .negative), (.neutral, .negative, .neutral),
      ])
    func sign(first: Sign, second: Sign, expected: Sign) throws {
      let projected = try Sample.project([
        Sample.relation("R1", "A>B") { $0.sign = first }, Sample.relation("R2", "B>C") { $0.sign = second },
      ])
      let route = try #require(try RouteSearch(from: "A", to: "C").run(on: projected).routes.first)
      #expect(route.sign == expected)
    }

    @Test("From an actor to itself there is the actor alone", arguments: RouteSearch.Objective.allCases)
    func itself(objective: RouteSearch.Objective) throws {
      let result = try RouteSearch(from: "A", to: "A", objective: objective).run(on: try square())
      #expect(RouteSearchTests.ways(result) == ["A"])
      #expect(result.routes[0].steps.isEmpty)
      #expect(result.routes[0].length == 0)
      #expect(result.routes[0].confidence == 1)
      #expect(result.routes[0].strength == .infinity)
      #expect(!result.hasMoreTies)
    }
  }

  @Suite("How many and how far")
  struct Limits {
    @Test("No more than asked for; whether the last place is shared is said")
    func ties() throws {
      let projected = try Sample.project(
        ["B", "C", "D"].flatMap { [Sample.relation("a\($0)", "A>\($0)"), Sample.relation("z\($0)", "\($0)>Z")] })
      func run(_ count: Int) throws -> RouteSearchResult {
        try RouteSearch(from: "A", to: "Z", count: count).run(on: projected)
      }
      #expect(RouteSearchTests.ways(try run(1)) == ["A B Z"])
      #expect(try run(1).hasMoreTies)
      #expect(RouteSearchTests.ways(try run(2)) == ["A B Z", "A C Z"])
      #expect(try run(2).hasMoreTies)
      #expect(RouteSearchTests.ways(try run(3)) == ["A B Z", "A C Z", "A D Z"])
      #expect(try !run(3).hasMoreTies)
      #expect(try run(Int.max).routes.count == 3)
    }

    @Test("A limit of steps leaves longer ways out, whatever the objective", arguments: RouteSearch.Objective.allCases)
    func hops(objective: RouteSearch.Objective) throws {
      let search = RouteSearch(from: "A", to: "D", objective: objective, maximumHops: 1)
      #expect(RouteSearchTests.ways(try search.run(on: try square())) == ["A D"])
    }

    @Test(
      "Where no way leads there is none; against the direction none leads", arguments: RouteSearch.Objective.allCases)
    func none(objective: RouteSearch.Objective) throws {
      let back = RouteSearch(from: "D", to: "A", objective: objective)
      #expect(try back.run(on: try square()).routes.isEmpty)
      #expect(try back.run(on: try square { $0.direction = .either }).routes.count == 3)
      #expect(try back.run(on: try square { $0.direction = .reversed }).routes.count == 3)
      #expect(try RouteSearch(from: "A", to: "nobody", objective: objective).run(on: try square()).routes.isEmpty)
    }

    @Test("A tie of confidence 0 is on no reliable way")
    func impossible() throws {
      let projected = try Sample.project([Sample.relation("R1", "A>B") { $0.confidence = 0 }])
      #expect(try RouteSearch(from: "A", to: "B", objective: .mostReliable).run(on: projected).routes.isEmpty)
      #expect(try RouteSearch(from: "A", to: "B").run(on: projected).routes.count == 1)
    }

    @Test("A count or a number of steps below 1 is refused", arguments: RouteSearch.Objective.allCases)
    func refusals(objective: RouteSearch.Objective) throws {
      for search in [
        RouteSearch(from: "A", to: "D", objective: objective, count: 0),
        RouteSearch(from: "A", to: "D", objective: objective, maximumHops: 0),
      ] {
        let error = try #require(throws: AlgorithmError.self) { try search.run(on: try square()) }
        guard case .invalidParameter = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }

    @Test("Parts that were rolled up are their whole, as start, as end and on the way")
    func rolledUp() throws {
      let projected = try Sample.project(
        Sample.ties(("A>P", 1), ("W>B", 1)),
        actors: [Sample.actor("A"), Sample.actor("B"), Sample.actor("W"), Sample.actor("P") { $0.partOf = "W" }]
      ) { $0.rollUp = .all }
      #expect(RouteSearchTests.ways(try RouteSearch(from: "A", to: "B").run(on: projected)) == ["A W B"])
      #expect(RouteSearchTests.ways(try RouteSearch(from: "P", to: "B").run(on: projected)) == ["W B"])
      #expect(RouteSearchTests.ways(try RouteSearch(from: "P", to: "W").run(on: projected)) == ["W"])
    }

    @Test("Cancelled, it throws", arguments: RouteSearch.Objective.allCases)
    func cancelled(objective: RouteSearch.Objective) throws {
      let context = RunContext()
      context.cancellation.cancel()
      let search = RouteSearch(from: "A", to: "D", objective: objective)
      #expect(throws: AlgorithmError.cancelled) { try search.run(on: try square(), in: context) }
    }
  }

  @Suite("Against every path")
  struct BruteForce {
    /// What a way costs under an objective; of parallel edges the best.
    struct Cost: Comparable {
      let main: Double
      let steps: Int

      static func < (a: Cost, b: Cost) -> Bool {
        abs(a.main - b.main) > 1e-9 * max(1, abs(a.main)) ? a.main < b.main : a.steps < b.steps
      }

      static func == (a: Cost, b: Cost) -> Bool { !(a < b) && !(b < a) }
    }

    /// Every way between two actors without repetition, with its cost, best first.
    private func allWays(
      _ projected: ProjectedGraph, _ from: Int, _ to: Int, _ objective: RouteSearch.Objective, hops: Int
    ) -> [String: Cost] {
      let graph = projected.graph
      var best: [Int: [Int: Double]] = [:]
      for edge in 0..<graph.edgeCount {
        let value: Double =
          switch objective {
          case .shortest: 1
          case .strongest: graph.lengths?[edge] ?? .nan
          case .widest: -(graph.strengths?[edge] ?? .nan)
          case .mostReliable: -log(projected.confidence(ofEdge: edge))
          }
        for (a, b) in [
          (graph.source(of: edge), graph.target(of: edge)), (graph.target(of: edge), graph.source(of: edge)),
        ]
        where !graph.isDirected || a == graph.source(of: edge) {
          best[a, default: [:]][b] = min(best[a]?[b] ?? .infinity, value)
        }
      }
      var found: [String: Cost] = [:]
      func walk(_ nodes: [Int], _ cost: Double) {
        let last = nodes[nodes.count - 1]
        if last == to {
          let name = nodes.map { projected.actors[$0].id }.joined(separator: " ")
          found[name] = Cost(main: cost, steps: objective == .widest ? nodes.count - 1 : 0)
          return
        }
        guard nodes.count <= hops else { return }
        for (next, value) in best[last] ?? [:] where !nodes.contains(next) {
          walk(nodes + [next], objective == .widest ? max(cost, value) : cost + value)
        }
      }
      walk([from], objective == .widest ? -.infinity : 0)
      return found
    }

    @Test("The best ways, in order of cost, and whether the last is tied", arguments: 0..<24)
    func agrees(seed: Int) throws {
      let combination: Projection.Combination = seed.isMultiple(of: 3) ? .keep : .max
      let projected = try Sample.project(Sample.randomRelations(seed: seed)) {
        $0.combination = combination
        $0.direction = seed.isMultiple(of: 2) ? .stated : .either
      }
      let hops = seed.isMultiple(of: 5) ? 3 : 10
      for objective in RouteSearch.Objective.allCases {
        for (from, to) in [(0, 1), (2, 0), (1, projected.graph.nodeCount - 1)] where from != to {
          let expected = allWays(projected, from, to, objective, hops: hops)
          let costs = expected.values.sorted()
          for count in [1, 3, 100] {
            let result = try RouteSearch(
              from: projected.actors[from].id, to: projected.actors[to].id, objective: objective, count: count,
              maximumHops: hops
            ).run(on: projected)
            let ways = RouteSearchTests.ways(result)
            #expect(Set(ways).count == ways.count)
            #expect(ways.map { expected[$0] } == costs.prefix(count).map { $0 }, "\(objective) \(count) \(ways)")
            let hasMore = costs.count > count && abs(costs[count].main - costs[count - 1].main) < 1e-9
            #expect(result.hasMoreTies == hasMore, "\(objective) \(count)")
          }
        }
      }
    }
  }
}
