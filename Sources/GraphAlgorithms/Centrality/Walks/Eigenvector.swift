import GraphCore

/// Scores each node by the scores of those that point to it: central is who is tied to the central.
///
///     λ x(v) = Σ w(u, v) x(u) over the edges u → v,        λ the largest eigenvalue
///
/// **Reading.** Who belongs to the core. A tie to a central actor lifts more than many ties at the edge of the network.
/// Who is not under the influence of the core, directly or through others, gets 0.
///
/// **Graph.** `in`, the default as in NetworkX and igraph: standing comes from who points *to* a node. `out`: from whom
/// the node points to. `all`: edges count both ways. Parallel edges count each. An undirected self-loop counts twice,
/// as in the degree (NetworkX counts it once). Signs are ignored.
///
/// **Weights.** `weight` says whether an edge counts 1 or its strength, which must be above 0.
///
/// **Where it is not defined.** The score comes from influence that runs in circles: from the strong component with
/// the largest eigenvalue, and through it whatever lies downstream. Without any cycle there is no such component; when
/// several that do not feed one another are equally dominant (eigenvalues within a relative 1e-9), any mixture of
/// their vectors is a solution. Both are refused; other programs return zeros, noise, or a mixture that depends on
/// where they start.
///
/// **Range.** `maximum`: from 0 to 1, the largest is 1. `unit`: the sum of squares is 1.
///
/// **Precision.** Iterated until two rounds differ by less than `tolerance` at every node, on the scale `maximum`.
/// Where the second eigenvalue is close to the first, as in long chains, the rounds approach the answer slowly: the
/// distance left may be many times the tolerance.
///
/// **Repeatability.** The same bits at every run.
///
/// ```swift
/// let chain = CSRGraph(nodeCount: 3, edges: [NodePair(0, 1), NodePair(1, 2)], isDirected: false)
/// try Eigenvector().run(on: chain).values     // [√½, 1, √½]
/// ```
///
/// - Complexity: O(n + m) time for each round, O(n + m) memory.
/// - Source: P. Bonacich, J. Math. Sociology 2 (1972) 113–120, doi:10.1080/0022250X.1972.9989806; conditions: A. Berman,
///   R. J. Plemmons, Nonnegative Matrices in the Mathematical Sciences (1994), doi:10.1137/1.9781611971262.
/// - SeeAlso: ``PageRank``
public struct Eigenvector: NodeMeasure {
  /// How the vector is scaled.
  public enum Scale: String, CaseIterable, Codable, Sendable {
    /// The largest score is 1.
    case maximum
    /// The squares of the scores add up to 1.
    case unit
  }

  /// Whether standing comes along edges that arrive, that leave, or both.
  package var direction: EdgeDirection
  /// How the vector is scaled.
  package var scale: Scale
  /// How much a tie counts.
  package var weight: TieWeight
  /// When to stop: how far two rounds may be apart at any node.
  package var tolerance: Double
  /// How many rounds to try.
  package var iterations: Int

  package init() { self.init(direction: .in) }

  /// Eigenvector centrality along edges that arrive, unless said otherwise.
  ///
  /// - Parameters:
  ///   - direction: Whether standing comes along edges that arrive, that leave, or both.
  ///   - scale: How the vector is scaled.
  ///   - weight: How much a tie counts.
  ///   - tolerance: When to stop: how far two rounds may be apart at any node.
  ///   - iterations: How many rounds to try.
  public init(
    direction: EdgeDirection = .in, scale: Scale = .maximum, weight: TieWeight = .automatic, tolerance: Double = 1e-12,
    iterations: Int = 10_000
  ) {
    self.direction = direction
    self.scale = scale
    self.weight = weight
    self.tolerance = tolerance
    self.iterations = iterations
  }

  /// What the measure is.
  package static let summary = AlgorithmSummary(
    id: "eigenvector", title: "Eigenvector centrality", family: .walks,
    meaning: "Who is tied to the central, and so belongs to the core.",
    formula: "lambda x(v) = sum over u -> v of w(u, v) x(u), lambda the largest eigenvalue", signs: .ignored,
    complexity: "O(n + m) time for each round, O(n + m) memory",
    source: "P. Bonacich, J. Math. Sociology 2 (1972) 113-120, doi:10.1080/0022250X.1972.9989806")

  /// The options by name.
  package static let parameters: [Parameter<Eigenvector>] = [
    .choice("direction", \.direction, "Standing comes along edges that arrive (in), that leave (out) or both (all)."),
    .choice("scale", \.scale, "The largest score is 1 (maximum), or the squares add up to 1 (unit)."),
    .choice("weight", \.weight, "Whether a tie counts its strength or 1."),
    .number("tolerance", \.tolerance, in: .leastNonzeroMagnitude...1, "How far the last two rounds may be apart."),
    .integer("iterations", \.iterations, in: 1...Int.max, "How many rounds to try."),
  ]

  /// Runs on a graph.
  ///
  /// - Returns: One score for each node; none for a graph without nodes.
  /// - Throws: `.undefined` without a cycle, when several components dominate equally, or when strengths are too
  ///   large to add; `.invalidParameter` for an option out of its range; `.missingColumn` when strengths were asked
  ///   for and there are none; `.unfitValue` for a strength that is not a finite number above 0; `.notConverged` after
  ///   `iterations` rounds; `.cancelled`.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    try checkParameters()
    let strengths = try weight.strengths(of: graph)
    try graph.checkStrengths(strengths)
    var convergence: Convergence?
    var values: [Double] = []
    if graph.nodeCount > 0 {
      let solver = try EigenvectorSolver(graph, strengths, self, context)
      let core = try solver.dominantCore(context)
      values = try solver.vector(around: core, context)
      convergence = core.convergence
    }
    return NodeScores(
      values: scaled(values), measure: Self.summary.id, scale: scale.rawValue, direction: graph.effective(direction),
      weights: strengths == nil ? nil : .strength, convergence: convergence)
  }

  private func checkParameters() throws(AlgorithmError) {
    guard tolerance > 0 && tolerance < .infinity else {
      throw .invalidParameter(name: "tolerance", value: "\(tolerance)", needed: "a number above 0")
    }
    guard iterations >= 1 else {
      throw .invalidParameter(name: "iterations", value: "\(iterations)", needed: "a whole number from 1")
    }
  }

  private func scaled(_ values: [Double]) -> [Double] {
    let largest = values.max() ?? 1
    let relative = values.map { $0 / largest }
    guard scale == .unit else { return relative }
    let norm = relative.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return relative.map { $0 / norm }
  }
}

/// A strong component with a cycle, its largest eigenvalue and the eigenvector on it, which is positive throughout
/// (Perron and Frobenius).
private struct Core {
  let members: [Int]
  let eigenvalue: Double
  /// By position in `members`; the largest is 1.
  let vector: [Double]
  let convergence: Convergence
}

/// Finds the component that dominates, and what follows from it.
private struct EigenvectorSolver {
  private let options: Eigenvector
  /// The arcs along which each node takes up standing, and those along which it hands it on.
  private let taking: Adjacency
  private let giving: Adjacency
  /// Strength of each arc of `taking`; empty when each counts 1.
  private let weights: [Double]
  private let components: Partition
  /// Eigenvalues closer than this share count as equal.
  private static let tieShare = 1e-9

  init(
    _ graph: CSRGraph, _ strengths: [Double]?, _ options: Eigenvector, _ context: RunContext
  ) throws(AlgorithmError) {
    self.options = options
    taking = graph.adjacency(options.direction)
    giving = graph.adjacency(options.direction.opposite)
    weights = strengths.map(taking.byArc) ?? []
    components =
      try options.direction == .all
      ? WeakComponents().run(on: graph, in: context) : StrongComponents().run(on: graph, in: context)
  }

  /// What a node takes up from others, from all or from its own component alone.
  private func intake(of node: Int, from x: borrowing Buffer<Double>, withinComponent: Bool) -> Double {
    let targets = taking.targets.span
    let strengths = weights.span
    let groups = components.groups.span
    let isWeighted = !weights.isEmpty
    let component = groups[node]
    var sum = 0.0
    for arc in taking.range(of: node) {
      let other = Int(targets[unchecked: arc])
      if withinComponent && groups[unchecked: other] != component { continue }
      sum += isWeighted ? x[other] * strengths[unchecked: arc] : x[other]
    }
    return sum
  }

  /// The component with the largest eigenvalue that no equally dominant one feeds on.
  ///
  /// - Throws: `.undefined` when there is none, or more than one.
  func dominantCore(_ context: RunContext) throws(AlgorithmError) -> Core {
    let x = Buffer(repeating: 1.0, count: components.groups.count)
    let y = Buffer(repeating: 0.0, count: components.groups.count)
    // No eigenvalue is above the largest intake; components that may have large ones go first, so that most of the
    // others need not be iterated at all.
    let all = components.members()
    let bounds = all.map { members in
      members.reduce(0.0) { max($0, intake(of: $1, from: x, withinComponent: true)) }
    }
    var cores: [Core] = []
    var largest = 0.0
    for component in all.indices.sorted(by: { (bounds[$0], $1) > (bounds[$1], $0) }) where bounds[component] > 0 {
      let floor = largest * (1 - Self.tieShare)
      guard bounds[component] >= floor else { break }
      guard let core = try core(all[component], above: floor, x, y, context) else { continue }
      cores.append(core)
      largest = max(largest, core.eigenvalue)
    }
    let final = cores.filter { $0.eigenvalue >= largest * (1 - Self.tieShare) }
    return try unfed(final)
  }

  /// Power iteration on one component, shifted by half the eigenvalue so that cycles of equal length do not make it
  /// swing; `nil` as soon as its eigenvalue is known to be below `floor`.
  private func core(
    _ members: [Int], above floor: Double, _ x: borrowing Buffer<Double>, _ y: borrowing Buffer<Double>,
    _ context: RunContext
  ) throws(AlgorithmError) -> Core? {
    for node in members { x[node] = 1 }
    var residual = Double.infinity
    for round in 1...options.iterations {
      try context.checkCancellation()
      var bound = 0.0
      var taken = 0.0
      var held = 0.0
      for node in members {
        y[node] = intake(of: node, from: x, withinComponent: true)
        bound = max(bound, y[node] / x[node])
        taken += y[node]
        held += x[node]
      }
      if bound < floor { return nil }
      let eigenvalue = taken / held
      guard eigenvalue.isNormal else { throw .unfitStrengths(near: members[0]) }
      for node in members { y[node] += eigenvalue / 2 * x[node] }
      let largest = members.reduce(0.0) { max($0, y[$1]) }
      residual = 0
      for node in members {
        let next = y[node] / largest
        residual = max(residual, abs(next - x[node]))
        x[node] = next
      }
      if residual < options.tolerance {
        return Core(
          members: members, eigenvalue: eigenvalue, vector: members.map { x[$0] },
          convergence: Convergence(iterations: round, residual: residual, isConverged: true))
      }
    }
    throw .notConverged(Convergence(iterations: options.iterations, residual: residual, isConverged: false))
  }

  /// The one among equally dominant components that hands nothing on to another of them.
  private func unfed(_ cores: [Core]) throws(AlgorithmError) -> Core {
    var last: Core?
    for core in cores {
      let reached = Set(downstream(of: core.members))
      if cores.contains(where: { $0.members[0] != core.members[0] && reached.contains($0.members[0]) }) { continue }
      if let last {
        throw .undefined(
          reason: "eigenvector centrality has no single answer: the parts around \(node: last.members[0]) and "
            + "\(node: core.members[0]) are equally dominant (eigenvalue \(core.eigenvalue))",
          advice: "rank each component on its own, or use Katz or PageRank")
      }
      last = core
    }
    guard let last else {
      throw .undefined(
        reason: "eigenvector centrality is not defined without a cycle: nobody's standing comes back to them",
        advice: "use Katz or PageRank")
    }
    return last
  }

  /// The nodes outside of a component that take up its standing, directly or through others, nearest first.
  private func downstream(of members: [Int]) -> [Int] {
    var isSeen = [Bool](repeating: false, count: components.groups.count)
    for node in members { isSeen[node] = true }
    var queue = members
    var head = 0
    while head < queue.count {
      for arc in giving.range(of: queue[head]) where !isSeen[Int(giving.targets[arc])] {
        isSeen[Int(giving.targets[arc])] = true
        queue.append(Int(giving.targets[arc]))
      }
      head += 1
    }
    return Array(queue[members.count...])
  }

  /// The whole vector: the core's own, and downstream the solution of the same equations by Gauss and Seidel's sweeps,
  /// which converge because every eigenvalue there is smaller.
  func vector(around core: Core, _ context: RunContext) throws(AlgorithmError) -> [Double] {
    let x = Buffer(repeating: 0.0, count: components.groups.count)
    for (node, value) in zip(core.members, core.vector) { x[node] = value }
    let followers = downstream(of: core.members)
    guard !followers.isEmpty else { return x.array() }
    var residual = Double.infinity
    for _ in 1...options.iterations {
      try context.checkCancellation()
      var change = 0.0
      var largest = 1.0
      for node in followers {
        let next = intake(of: node, from: x, withinComponent: false) / core.eigenvalue
        change = max(change, abs(next - x[node]))
        largest = max(largest, next)
        x[node] = next
      }
      residual = change / largest
      if residual < options.tolerance { return x.array() }
    }
    throw .notConverged(Convergence(iterations: options.iterations, residual: residual, isConverged: false))
  }
}

extension AlgorithmError {
  fileprivate static func unfitStrengths(near node: Int) -> AlgorithmError {
    .undefined(
      reason: "the strengths around \(node: node) are too large or too small to add up",
      advice: "multiply all strengths by the same number")
  }
}
