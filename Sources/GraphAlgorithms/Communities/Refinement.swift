import GraphCore

/// Builds communities up again from single nodes, so that only what holds together stays together: the second step of
/// Leiden.
///
/// Communities do not touch each other here, so that threads share them.
struct Refinement: Sendable {
  private let graph: CommunityGraph
  private let communities: [Int32]
  /// y of each community, layer after layer.
  private let totals: SharedBuffer<Double>
  private let part: SharedBuffer<Int32>
  private let memberCounts: SharedBuffer<Int32>
  /// x and y of each part, layer after layer.
  private let pulls: SharedBuffer<Double>
  private let masses: SharedBuffer<Double>
  /// How strongly each part is tied to the rest of its community.
  private let outside: SharedBuffer<Double>

  /// Parts of the communities of a division; a node that holds to nothing is a part of its own.
  ///
  /// - Throws: `.cancelled`.
  static func partition(
    of graph: CommunityGraph, within communities: Partition, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) -> Partition {
    let parts = Refinement(graph, communities)
    let generator = SeededGenerator(seed: random.next())
    let members = GroupMembers(communities.groups, count: communities.groupCount)
    let count = graph.nodeCount
    let mostArcs = graph.mostArcs
    var quiet = context
    quiet.progress = nil
    if graph.isSmall { quiet.threads = 1 }
    _ = try quiet.orderedMap(
      over: communities.groupCount, chunkSize: max(1, communities.groupCount / 64),
      makeWorker: { Worker(LinkSums(groupCount: count, mostArcs: mostArcs)) }
    ) { (worker: Worker<LinkSums>, range) throws(AlgorithmError) in
      var random = generator.stream(range.lowerBound)
      for community in range {
        let places = members.range(of: community)
        let order = Buffer<Int32>(unwrittenCount: places.count)
        for place in places {
          parts.begin(Int(members.nodes[place]))
          order[place - places.lowerBound] = members.nodes[place]
        }
        CommunityOrder.shuffle(order, &random)
        for position in 0..<order.count {
          if position & 1023 == 1023 { try context.checkCancellation() }
          parts.place(Int(order[position]), worker.scratch, &random)
        }
      }
    }
    return Partition(numbers: parts.part.buffer.array(), below: max(count, 1))
  }

  private init(_ graph: CommunityGraph, _ division: Partition) {
    let count = graph.nodeCount
    let layers = graph.layerCount
    self.graph = graph
    communities = division.groups
    totals = SharedBuffer(repeating: 0, count: division.groupCount * layers)
    part = SharedBuffer(unwrittenCount: count)
    memberCounts = SharedBuffer(repeating: 1, count: count)
    pulls = SharedBuffer(unwrittenCount: count * layers)
    masses = SharedBuffer(unwrittenCount: count * layers)
    outside = SharedBuffer(unwrittenCount: count)
  }

  /// Makes a node a part of its own.
  private func begin(_ node: Int) {
    let layers = graph.layerCount
    part.buffer[node] = Int32(truncatingIfNeeded: node)
    let group = communities[node]
    for layer in 0..<layers {
      let index = node * layers + layer
      pulls.buffer[index] = graph.pulls[index]
      masses.buffer[index] = graph.masses[index]
      totals.buffer[Int(group) * layers + layer] += graph.masses[index]
    }
    let offsets = graph.offsets.span
    let targets = graph.targets.span
    let weights = graph.weights.span
    let groups = communities.span
    var sum = 0.0
    for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
      let isInside = groups[unchecked: Int(targets[unchecked: arc])] == group
      sum += isInside ? weights[unchecked: arc] : 0
    }
    outside.buffer[node] = sum
  }

  /// Merges a node that is still alone with the part of its community where it adds most.
  private func place(_ node: Int, _ sums: borrowing LinkSums, _ random: inout SeededGenerator) {
    guard memberCounts.buffer[node] == 1 && Int(part.buffer[node]) == node && isWellConnected(node) else { return }
    let touchedCount = addLinks(of: node, sums)
    var best = node
    var bestGain = 0.0
    var bestLink = 0.0
    var position = LinkSums.start(below: touchedCount, &random)
    for _ in 0..<touchedCount {
      let other = Int(sums.touched[position])
      position = position &+ 1 == touchedCount ? 0 : position &+ 1
      let link = sums.links[other]
      sums.links[other] = 0
      guard link > 0 && other != node else { continue }
      let gain = link - expected(node, with: other)
      guard gain > bestGain || (gain == bestGain && best == node), isWellConnected(other) else { continue }
      best = other
      bestGain = gain
      bestLink = link
    }
    if best != node { merge(node, into: best, link: bestLink) }
  }

  /// Adds up how strongly a node is tied to each part of its community; returns how many parts are touched.
  private func addLinks(of node: Int, _ sums: borrowing LinkSums) -> Int {
    let offsets = graph.offsets.span
    let targets = graph.targets.span
    let weights = graph.weights.span
    let groups = communities.span
    let links = sums.links.pointer
    let touched = sums.touched.pointer
    let part = part.buffer.pointer
    let community = groups[unchecked: node]
    // First the arcs inside, then the parts they lead to, in the same list: what is inside no processor foresees.
    var insideCount = 0
    for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
      touched[insideCount] = Int32(truncatingIfNeeded: arc)
      insideCount &+= groups[unchecked: Int(targets[unchecked: arc])] == community ? 1 : 0
    }
    var count = 0
    for position in 0..<insideCount {
      let arc = Int(touched[position])
      let other = part[Int(targets[unchecked: arc])]
      let link = links[Int(other)]
      touched[count] = other
      count &+= link == 0 ? 1 : 0
      links[Int(other)] = link + weights[unchecked: arc]
    }
    return count
  }

  private func merge(_ node: Int, into other: Int, link: Double) {
    part.buffer[node] = Int32(truncatingIfNeeded: other)
    memberCounts.buffer[node] = 0
    memberCounts.buffer[other] += 1
    outside.buffer[other] += outside.buffer[node] - 2 * link
    for layer in 0..<graph.layerCount {
      pulls.buffer[other &* graph.layerCount &+ layer] += pulls.buffer[node &* graph.layerCount &+ layer]
      masses.buffer[other &* graph.layerCount &+ layer] += masses.buffer[node &* graph.layerCount &+ layer]
    }
  }

  private func expected(_ node: Int, with other: Int) -> Double {
    let layers = graph.layerCount
    if layers == 1 { return pulls.buffer[node] * masses.buffer[other] }
    var sum = 0.0
    for layer in 0..<layers { sum += pulls.buffer[node &* layers &+ layer] * masses.buffer[other &* layers &+ layer] }
    return sum
  }

  /// Whether a part is tied to the rest of its community at least as much as is expected.
  private func isWellConnected(_ index: Int) -> Bool {
    let layers = graph.layerCount
    let group = Int(communities[index])
    var sum = 0.0
    for layer in 0..<layers {
      let rest = totals.buffer[group &* layers &+ layer] - masses.buffer[index &* layers &+ layer]
      sum += pulls.buffer[index &* layers &+ layer] * rest
    }
    return outside.buffer[index] >= sum - graph.tolerance
  }
}
