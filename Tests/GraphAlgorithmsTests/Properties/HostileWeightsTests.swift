import GraphAlgorithms
import GraphCore
import TestSupport
import Testing

// case 28-infinite-scores

@Suite("Strengths and lengths as large and as small as numbers go")
struct HostileWeightsTests {
  /// Weights by edge.
  struct Weights: Sendable {
    let name: String
    let weight: @Sendable (Int) -> Double

    static let all = [
      Weights(name: "all 1e308") { _ in 1e308 },
      Weights(name: "all 5e-324") { _ in .leastNonzeroMagnitude },
      Weights(name: "all 1e-308") { _ in 1e-308 },
      Weights(name: "all 1e300") { _ in 1e300 },
      Weights(name: "one 1e308") { $0 == 1 ? 1e308 : 1 },
      Weights(name: "one 5e-324") { $0 == 1 ? .leastNonzeroMagnitude : 1 },
      Weights(name: "of all sizes") { [1e308, 1e-308, .leastNonzeroMagnitude, 1, 1e308, 1e308, 1e-300][$0 % 7] },
      Weights(name: "small and 1") { [1, .leastNonzeroMagnitude, 1e-300, 1e-10][$0 % 4] },
      Weights(name: "large and 1") { [1, 1e300, 1e150, 1e-10][$0 % 4] },
      Weights(name: "1e160, 1e-160, 1") { [1e160, 1e-160, 1][$0 % 3] },
    ]
  }

  /// The five actors of e-huge.csv, the four of e-mix.csv, a cycle with a tail, loops and parallels.
  static let shapes: [CSRGraph] = {
    let all = (0..<5).flatMap { a in (0..<5).filter { $0 != a }.map { NodePair(a, $0) } }
    let mix = [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (2, 0), (3, 1)]
    let cycle = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0), (4, 5)]
    let multiple = [(0, 0), (0, 1), (0, 1), (1, 2), (2, 1), (2, 3), (3, 4), (3, 3), (4, 0)]
    return [false, true].flatMap { isDirected in
      [CSRGraph(nodeCount: 5, edges: all, isDirected: isDirected)]
        + [(4, mix), (6, cycle), (5, multiple)].map { count, pairs in
          CSRGraph(nodeCount: count, edges: pairs.map { NodePair($0.0, $0.1) }, isDirected: isDirected)
        }
    }
  }()

  private func weighted(_ graph: CSRGraph, lengths: (Int) -> Double, strengths: (Int) -> Double) -> CSRGraph {
    let edges = 0..<graph.edgeCount
    let signs = edges.map { $0 % 3 == 1 ? -1.0 : 1 }
    return graph.replacing(
      columns: EdgeColumns(
        lengths: edges.map(lengths), strengths: edges.map(strengths), signs: signs.map { Int8($0) },
        signedStrengths: edges.map { signs[$0] * strengths($0) }))
  }

  @Test(
    "Every score is a number, or the measure refuses; infinity only where it says that nobody is reached",
    arguments: Subject.all + Subject.weighed)
  func finite(subject: Subject) throws {
    guard !subject.name.hasSuffix("in time") && !subject.readsTimes else { return }
    for shape in Self.shapes {
      let plain = weighted(shape, lengths: { _ in 1 }, strengths: { _ in 1 })
      guard subject.needs.areMet(by: plain) else { continue }
      let usual = try subject.answer(Question(plain))
      let usualNumbers = usual.nodes + usual.edges + usual.numbers
      for weights in Weights.all {
        let answer = try subject.answer(
          Question(weighted(shape, lengths: weights.weight, strengths: weights.weight)))
        let numbers = answer.nodes + answer.edges + answer.numbers
        for (position, number) in numbers.enumerated() where !number.isFinite {
          let isNobody = number == .infinity && numbers.count == usualNumbers.count && usualNumbers[position] == number
          #expect(isNobody, "\(subject.name) is \(number) on \(shape.pairs) with weights \(weights.name)")
        }
      }
    }
  }

  @Test(
    "Times 2ᵏ the answer is that many times as large, up to the ends of the range of numbers, or it is refused",
    arguments: Subject.all + Subject.weighed)
  func scaled(subject: Subject) throws {
    guard !subject.name.hasSuffix("in time") && !subject.readsTimes else { return }
    // These answer in the unit of the strengths, or in powers of lengths that no factor describes.
    guard !["signed blockmodel", "most reliable path"].contains(subject.name) else { return }
    for shape in Self.shapes {
      let weights = [1, 1.25, 1.5, 1.75]
      func graph(_ length: Double, _ strength: Double) -> CSRGraph {
        weighted(shape, lengths: { weights[$0 % 4] * length }, strengths: { weights[$0 % 4] * strength })
      }
      guard subject.needs.areMet(by: graph(1, 1)) else { continue }
      let usual = try subject.answer(Question(graph(1, 1)))
      guard usual.refusal == nil else { continue }
      for exponent in [-1000, -500, 500, 1000] {
        let factor = Double(sign: .plus, exponent: exponent, significand: 1)
        for (isLength, power) in [(true, subject.lengthPower), (false, subject.strengthPower)] {
          guard let power else { continue }
          let answer = try subject.answer(Question(isLength ? graph(factor, 1) : graph(1, factor)))
          guard answer.refusal == nil else { continue }
          let by = power == 0 ? 1 : power > 0 ? factor : 1 / factor
          #expect(answer.scaled(by: 1 / by).isClose(to: usual), "\(subject.name) by 2^\(exponent) on \(shape.pairs)")
        }
      }
    }
  }

  @Test("Lengths and strengths that are too large or too small are named with their edge")
  func refusals() throws {
    let all = Self.shapes[4]
    let tiny = weighted(
      all, lengths: { _ in 1e-308 }, strengths: { $0 == 7 ? 2 * .leastNonzeroMagnitude : .leastNonzeroMagnitude })
    let huge = weighted(all, lengths: { $0 == 3 ? 1.5e308 : 1e307 }, strengths: { _ in 1 })
    let runs: [(EdgeColumn, Int, Double, @Sendable () throws -> Void)] = [
      (.length, 0, 1e-308, { _ = try HarmonicCloseness().run(on: tiny) }),
      (.length, 0, 1e-308, { _ = try Distances().run(on: tiny) }),
      (.strength, 7, 2 * .leastNonzeroMagnitude, { _ = try Katz().run(on: tiny) }),
      (.strength, 7, 2 * .leastNonzeroMagnitude, { _ = try BonacichPower().run(on: tiny) }),
    ]
    for (column, edge, value, run) in runs {
      #expect {
        try run()
      } throws: { error in
        guard case .unfitValue(column, edge: edge, value: value, needed: _)? = error as? AlgorithmError else {
          return false
        }
        return true
      }
    }
    #expect {
      try HarmonicCloseness().run(on: huge)
    } throws: { error in
      "\(error)".contains("the sum of all lengths, of which edge 3 has the most (1.5e+308)")
    }
  }
}

extension Subject {
  /// Variants of measures that weigh edges where the others count them, or the other way round.
  static let weighed: [Subject] = [
    Subject("harmonic as mean", HarmonicCloseness(direction: .out, scale: .mean), lengths: -1),
    Subject("closeness either way", Closeness(direction: .all), lengths: -1),
    Subject("eccentricity either way", Eccentricity(direction: .all), lengths: 1),
    Subject("reach by length", ReachWithin(limit: 2, metric: .lengths), lengths: nil),
    Subject("edge betweenness as fraction") {
      Answer(edges: try EdgeBetweenness().run(on: $0.graph, in: $0.context).values)
    },
    Subject("approximate betweenness by length", ApproximateBetweenness(epsilon: 0.2, metric: .lengths)),
    Subject("radius", lengths: 1) {
      Answer(numbers: [try Distances().run(on: $0.graph, in: $0.context).radius ?? .infinity])
    },
    Subject("current-flow betweenness as fraction", CurrentFlowBetweenness(), needs: .undirected),
    Subject("current-flow closeness of all", CurrentFlowCloseness(), needs: .undirected, strengths: 1),
    Subject("information", CurrentFlowCloseness(scale: .information), needs: .undirected, strengths: 1),
    Subject("hubs in sum", Hubs()), Subject("authorities in sum", Authorities()),
    Subject("Katz as norm", Katz(alpha: 0.85, scale: .norm)),
    Subject("Katz by a small number", Katz(alpha: 1e-5, unit: .number), strengths: nil),
    Subject("Bonacich power by a number", BonacichPower(beta: 1e-5, unit: .number), strengths: nil),
    Subject("key players who fragment lengths", .byNumber, lengths: nil) {
      let search = KeyPlayerFragmentation(size: 1, scale: .distance, metric: .lengths)
      return Answer(numbers: [try search.run(on: $0.graph, in: $0.context).value])
    },
    Subject("key players who reach by length", .byNumber, lengths: nil) {
      let search = KeyPlayerReach(size: 1, scale: .distance, metric: .lengths)
      return Answer(numbers: [try search.run(on: $0.graph, in: $0.context).value])
    },
    Subject("DeltaCon by strength", .asksRoles, strengths: nil) {
      Answer(numbers: [try DeltaCon(to: $0.turned).run(on: $0.graph, in: $0.context).value])
    },
    Subject("Laplacian spectral distance by strength", .asksRoles, strengths: 1) {
      Answer(numbers: [try LaplacianSpectralDistance(to: $0.turned).run(on: $0.graph, in: $0.context).value])
    },
    Subject("communities by constant Potts", .byNumber, strengths: nil) {
      let search = Leiden(quality: .constantPotts, signs: .ignored, runs: 2, seed: 5)
      return Answer(numbers: [try search.run(on: $0.graph, in: $0.context).quality])
    },
  ]
}

extension Question {
  /// The graph with its nodes numbered from the last on, to compare with.
  fileprivate var turned: CSRGraph { graph.relabelled((0..<graph.nodeCount).reversed()) }
}
