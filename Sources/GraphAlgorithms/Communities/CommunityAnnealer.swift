import GraphCore

/// Passes over all nodes in which each moves to a neighbouring community drawn at random, at first rather freely and at
/// last hardly ever against its gain: simulated annealing from a rough division.
///
/// A community is drawn with a probability in proportion to e^(gain / temperature), own community included. That is
/// the same as taking the largest of gain + temperature × noise with noise from Gumbel's distribution, and needs no
/// exponential: the noise comes from a table, read from a random place on.
///
/// A quarter of the nodes decides at a time, all by what the communities were before, so that threads may share it and
/// the answer is the same at any number of them. What two neighbours spoil by deciding at once is less than
/// the noise, and mended later.
///
/// - Source: S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, Science 220 (1983) 671–680, doi:10.1126/science.220.4598.671;
///   for modularity R. Guimerà, L. A. Nunes Amaral, Nature 433 (2005) 895–900, doi:10.1038/nature03288; the noise:
///   E. J. Gumbel, Statistical Theory of Extreme Values (1954).
struct CommunityAnnealer: Sendable {
  private let graph: CommunityGraph
  private let state: AnnealingState
  private let groupCount: Int
  private let mostArcs: Int
  private let noise: GumbelNoise

  /// The community of each node.
  var groups: [Int32] { state.community.buffer.array() }

  /// An annealer that starts from a division; it never makes a community more.
  init(_ graph: CommunityGraph, from start: Partition, _ noise: GumbelNoise) {
    self.graph = graph
    self.noise = noise
    state = AnnealingState(graph, from: start)
    groupCount = start.groupCount
    mostArcs = graph.mostArcs
  }

  /// Makes a pass at each of some temperatures.
  ///
  /// - Throws: `.cancelled`.
  func run(
    _ temperatures: AnnealingTemperatures, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) {
    let seed = random.next()
    try context.inSteps(makeWorker: { Worker(LinkSums(groupCount: groupCount, mostArcs: mostArcs)) }) {
      (worker: Worker<LinkSums>, piece) in
      decide(piece.step, piece.piece, worker.scratch)
    } lead: { (leader) throws(AlgorithmError) in
      try state.run(temperatures, seed: seed, context) {
        leader.run(step: $0, pieces: $1)
      } follow: { _ in
      }
    }
  }

  /// Chooses a community for each node of a piece of a turn.
  private func decide(_ turn: Int, _ piece: Int, _ sums: borrowing LinkSums) {
    let links = sums.links.pointer
    let touched = sums.touched.pointer
    let groups = state.community.buffer.pointer
    let masses = graph.masses.span
    let temperature = state.temperature.buffer[0]
    let nodes = state.nodes(ofTurn: turn, piece: piece)
    let moves = state.moves.buffer.pointer.advanced(by: nodes.lowerBound)
    var random = state.random(ofPiece: piece)
    var count = 0
    for node in nodes {
      let touchedCount = sums.add(graph, node, groups)
      let own = groups[node]
      var place = GumbelNoise.start(&random)
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
      moves[count] = CommunityMove(node: Int32(truncatingIfNeeded: node), from: own, to: best)
      count &+= best == own ? 0 : 1
    }
    state.moveCounts.buffer[piece] = Int32(truncatingIfNeeded: count)
  }

  @inline(__always)
  private func expected(_ node: Int, with group: Int32) -> Double {
    let pulls = graph.pulls.span
    let totals = state.totals.buffer.pointer
    let layers = graph.layerCount
    if layers == 1 { return pulls[unchecked: node] * totals[Int(group)] }
    var sum = 0.0
    for layer in 0..<layers {
      sum += pulls[unchecked: node &* layers &+ layer] * totals[Int(group) &* layers &+ layer]
    }
    return sum
  }
}
