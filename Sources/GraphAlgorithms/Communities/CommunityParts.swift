import GraphCore

/// Builds communities up again from single nodes, so that only what holds together stays together: the second step of
/// Leiden.
struct CommunityParts: ~Copyable {
  private let graph: CommunityGraph
  private let communities: [Int32]
  /// y of each community, layer after layer.
  private let totals: Buffer<Double>
  private let part: Buffer<Int32>
  private let memberCounts: Buffer<Int32>
  /// x and y of each part, layer after layer.
  private let pulls: Buffer<Double>
  private let masses: Buffer<Double>
  /// How strongly each part is tied to the rest of its community.
  private let outside: Buffer<Double>
  private let sums: LinkSums

  /// Parts of the communities of a division; a node that holds to nothing is a part of its own.
  static func partition(
    of graph: CommunityGraph, within communities: Partition, _ random: inout SeededGenerator, _ context: RunContext
  ) throws(AlgorithmError) -> Partition {
    let parts = CommunityParts(graph, communities)
    let order = Buffer<Int32>(repeating: 0, count: graph.nodeCount)
    CommunityOrder.fill(order, &random)
    for position in 0..<graph.nodeCount {
      if position & 1023 == 0 { try context.checkCancellation() }
      parts.place(Int(order[position]))
    }
    return Partition(numbers: parts.part.array(), below: max(graph.nodeCount, 1))
  }

  private init(_ graph: CommunityGraph, _ division: Partition) {
    let count = graph.nodeCount
    let layers = graph.layerCount
    self.graph = graph
    communities = division.groups
    totals = Buffer(repeating: 0, count: division.groupCount * layers)
    part = Buffer(repeating: 0, count: count)
    memberCounts = Buffer(repeating: 1, count: count)
    pulls = Buffer(repeating: 0, count: count * layers)
    masses = Buffer(repeating: 0, count: count * layers)
    outside = Buffer(repeating: 0, count: count)
    sums = LinkSums(groupCount: count, mostArcs: graph.mostArcs)
    let offsets = graph.offsets.span
    let targets = graph.targets.span
    let weights = graph.weights.span
    let groups = communities.span
    for node in 0..<count {
      part[node] = Int32(truncatingIfNeeded: node)
      let group = Int(communities[node])
      for index in (node * layers)..<((node + 1) * layers) {
        pulls[index] = graph.pulls[index]
        masses[index] = graph.masses[index]
        totals[group * layers + index - node * layers] += graph.masses[index]
      }
      var sum = 0.0
      for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
        let isInside = groups[unchecked: Int(targets[unchecked: arc])] == groups[unchecked: node]
        sum += isInside ? weights[unchecked: arc] : 0
      }
      outside[node] = sum
    }
  }

  /// Merges a node that is still alone with the part of its community where it adds most.
  private func place(_ node: Int) {
    guard memberCounts[node] == 1 && Int(part[node]) == node && isWellConnected(node) else { return }
    let touchedCount = addLinks(of: node)
    var best = node
    var bestGain = 0.0
    var bestLink = 0.0
    for position in 0..<touchedCount {
      let other = Int(sums.touched[position])
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
  private func addLinks(of node: Int) -> Int {
    let offsets = graph.offsets.span
    let targets = graph.targets.span
    let weights = graph.weights.span
    let groups = communities.span
    let community = groups[unchecked: node]
    var count = 0
    for arc in Int(offsets[unchecked: node])..<Int(offsets[unchecked: node &+ 1]) {
      let neighbor = Int(targets[unchecked: arc])
      guard groups[unchecked: neighbor] == community else { continue }
      let other = part[neighbor]
      let link = sums.links[other]
      sums.touched[count] = other
      count &+= link == 0 ? 1 : 0
      sums.links[other] = link + weights[unchecked: arc]
    }
    return count
  }

  private func merge(_ node: Int, into other: Int, link: Double) {
    part[node] = Int32(truncatingIfNeeded: other)
    memberCounts[node] = 0
    memberCounts[other] += 1
    outside[other] += outside[node] - 2 * link
    for layer in 0..<graph.layerCount {
      pulls[other &* graph.layerCount &+ layer] += pulls[node &* graph.layerCount &+ layer]
      masses[other &* graph.layerCount &+ layer] += masses[node &* graph.layerCount &+ layer]
    }
  }

  private func expected(_ node: Int, with other: Int) -> Double {
    let layers = graph.layerCount
    if layers == 1 { return pulls[node] * masses[other] }
    var sum = 0.0
    for layer in 0..<layers { sum += pulls[node &* layers &+ layer] * masses[other &* layers &+ layer] }
    return sum
  }

  /// Whether a part is tied to the rest of its community at least as much as is expected.
  private func isWellConnected(_ index: Int) -> Bool {
    let layers = graph.layerCount
    let group = Int(communities[index])
    var sum = 0.0
    for layer in 0..<layers {
      let rest = totals[group &* layers &+ layer] - masses[index &* layers &+ layer]
      sum += pulls[index &* layers &+ layer] * rest
    }
    return outside[index] >= sum - graph.tolerance
  }
}
