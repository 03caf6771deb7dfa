import GraphCore

/// Passes over all nodes in which each moves to a neighbouring community drawn at random, at first rather freely and at
/// last hardly ever against its gain: simulated annealing from a rough division.
///
/// A community is drawn with a probability in proportion to e^(gain / temperature), own community included. That is
/// the same as taking the largest of gain + temperature × noise with noise from Gumbel's distribution, and needs no
/// exponential: the noise comes from a table, read from a random place on.
///
/// A quarter of the nodes decides at a time, all by what the communities were before, so that threads may share the
/// quarter and the answer is the same at any number of them. What two neighbours spoil by deciding at once is less than
/// the noise, and mended later.
///
/// - Source: S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, Science 220 (1983) 671–680, doi:10.1126/science.220.4598.671;
///   for modularity R. Guimerà, L. A. Nunes Amaral, Nature 433 (2005) 895–900, doi:10.1038/nature03288; the noise:
///   E. J. Gumbel, Statistical Theory of Extreme Values (1954).
struct CommunityAnnealer: Sendable {
  /// The first temperature, as a share of the mean weight of a tie.
  private static let firstTemperature = 0.7
  /// How many nodes make a piece of work at least.
  private static let chunkSize = 256

  private let graph: CommunityGraph
  /// The community of each node.
  private(set) var groups: [Int32]
  /// y of each community, layer after layer.
  private var totals: [Double]
  private let groupCount: Int
  private let mostArcs: Int
  private let noise: GumbelNoise

  /// An annealer that starts from a division; it never makes a community more.
  init(_ graph: CommunityGraph, from start: Partition, _ random: inout SeededGenerator) {
    self.graph = graph
    groups = start.groups
    groupCount = start.groupCount
    totals = graph.sums(of: graph.masses, in: start.groups, count: start.groupCount)
    mostArcs = graph.mostArcs
    noise = GumbelNoise(&random)
  }

  /// Makes so many passes; the temperature falls from one to the next by equal steps, and would be 0 after the last.
  ///
  /// - Throws: `.cancelled`.
  mutating func run(
    passes: Int, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) {
    guard !graph.weights.isEmpty else { return }
    let meanTie = graph.weights.reduce(0) { $0 + abs($1) } / Double(graph.weights.count)
    let quarter = (graph.nodeCount + 3) / 4
    var quiet = context
    quiet.progress = nil
    for pass in 0..<passes {
      let temperature = Self.firstTemperature * meanTie * (1 - Double(pass) / Double(passes))
      for first in stride(from: 0, to: graph.nodeCount, by: quarter) {
        let nodes = first..<min(first + quarter, graph.nodeCount)
        let generator = SeededGenerator(seed: random.next())
        for moves in try decisions(of: nodes, temperature, generator, quiet) { carryOut(moves) }
      }
    }
  }

  /// What some nodes would do, in pieces that do not depend on the number of threads.
  private func decisions(
    of nodes: Range<Int>, _ temperature: Double, _ generator: SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) -> [[CommunityMove]] {
    try context.orderedMap(
      over: nodes.count, chunkSize: max(Self.chunkSize, nodes.count / 64),
      makeWorker: { Worker(LinkSums(groupCount: groupCount, mostArcs: mostArcs)) }
    ) { (worker: Worker<LinkSums>, places) throws(AlgorithmError) in
      var random = generator.stream(places.lowerBound)
      let piece = (nodes.lowerBound + places.lowerBound)..<(nodes.lowerBound + places.upperBound)
      return groups.withUnsafeBufferPointer { groups in
        guard let groups = groups.baseAddress else { return [] }
        return decide(piece, groups, temperature, &random, worker.scratch)
      }
    }
  }

  private func decide(
    _ nodes: Range<Int>, _ groups: UnsafePointer<Int32>, _ temperature: Double, _ random: inout SeededGenerator,
    _ sums: borrowing LinkSums
  ) -> [CommunityMove] {
    let links = sums.links.pointer
    let touched = sums.touched.pointer
    let masses = graph.masses.span
    var moves: [CommunityMove] = []
    for node in nodes {
      let touchedCount = sums.add(graph, node, groups)
      let own = groups[node]
      var place = noise.start(&random)
      var best = own
      var bestGain = links[Int(own)] - expected(node, with: own) + temperature * noise[place]
      for layer in 0..<graph.layerCount {
        let index = node &* graph.layerCount &+ layer
        bestGain += graph.pulls[index] * masses[unchecked: index]
      }
      // Its own community had its turn.
      links[Int(own)] = 0
      for position in 0..<touchedCount {
        let group = touched[position]
        let link = links[Int(group)]
        links[Int(group)] = 0
        place &+= 1
        let gain = link - expected(node, with: group) + temperature * noise[place]
        let isBetter = gain > bestGain && link > 0
        best = isBetter ? group : best
        bestGain = isBetter ? gain : bestGain
      }
      if best != own { moves.append(CommunityMove(node: Int32(truncatingIfNeeded: node), group: best)) }
    }
    return moves
  }

  @inline(__always)
  private func expected(_ node: Int, with group: Int32) -> Double {
    let pulls = graph.pulls.span
    let totals = totals.span
    let layers = graph.layerCount
    if layers == 1 { return pulls[unchecked: node] * totals[unchecked: Int(group)] }
    var sum = 0.0
    for layer in 0..<layers {
      sum += pulls[unchecked: node &* layers &+ layer] * totals[unchecked: Int(group) &* layers &+ layer]
    }
    return sum
  }

  private mutating func carryOut(_ moves: [CommunityMove]) {
    let layers = graph.layerCount
    for move in moves {
      let node = Int(move.node)
      for layer in 0..<layers {
        let mass = graph.masses[node * layers + layer]
        totals[Int(groups[node]) * layers + layer] -= mass
        totals[Int(move.group) * layers + layer] += mass
      }
      groups[node] = move.group
    }
  }
}

/// A node and the community it goes to.
private struct CommunityMove: Sendable {
  let node: Int32
  let group: Int32
}

/// A table of random numbers from Gumbel's distribution, −ln(−ln u).
private struct GumbelNoise: Sendable {
  private static let mask = 2047
  private let values: [Float]

  init(_ random: inout SeededGenerator) {
    var values: [Float] = []
    for _ in 0...Self.mask {
      let unit = random.nextUnit() + 0x1p-54
      values.append(Float(-ElementaryFunctions.logarithm(-ElementaryFunctions.logarithm(unit))))
    }
    self.values = values
  }

  /// Where to read on from.
  @inline(__always)
  func start(_ random: inout SeededGenerator) -> Int { Int(truncatingIfNeeded: random.next() >> 53) }

  @inline(__always)
  subscript(place: Int) -> Double { Double(values.span[unchecked: place & Self.mask]) }
}
