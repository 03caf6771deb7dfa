import GraphCore

/// How much of a random wanderer's way goes along each tie, for searches that shorten its description.
struct FlowGraph: Sendable {
  let nodeCount: Int
  let offsets: [Int32]
  let targets: [Int32]
  /// Flow along each tie, both directions added up; no loops.
  let flows: [Double]
  /// How often each node is visited.
  let visits: [Double]
  /// What leaves each node along ties to others.
  let leaving: [Double]
  /// How often the wanderer jumps from each node instead of following a tie.
  let jumps: [Double]
  /// The share of all jumps that end at each node.
  let landings: [Double]
  /// Σ f(p) over the nodes of the first graph.
  let nodeEntropy: Double

  /// Flow on a graph: by strength when undirected, of a wanderer who jumps now and then when directed.
  init(
    _ graph: CSRGraph, damping: Double, _ weight: TieWeight, _ context: RunContext
  ) throws(AlgorithmError) {
    let count = graph.nodeCount
    let strengths = try weight.strengths(of: graph)
    try graph.checkStrengths(strengths)
    // Only ratios of strengths count.
    let scale = WeightScale.of(strengths ?? [])
    let values = strengths?.map { $0 / scale } ?? [Double](repeating: 1, count: graph.edgeCount)
    let out = try ArcSums.sums(of: values, on: graph, .out, context)
    let total = out.reduce(0, +)
    if graph.isDirected {
      let ranks = try PageRank(damping: damping, tolerance: 1e-13, weight: weight).run(on: graph, in: context).values
      visits = ranks
      jumps = (0..<count).map { out[$0] > 0 ? (1 - damping) * ranks[$0] : ranks[$0] }
    } else {
      visits = out.map { total > 0 ? $0 / total : 0 }
      jumps = [Double](repeating: 0, count: count)
    }
    landings = [Double](repeating: 1 / Double(max(count, 1)), count: count)
    let followed = graph.isDirected ? damping : 1
    let visits = visits
    let rates = (0..<count).map { out[$0] > 0 ? followed * visits[$0] / out[$0] : 0 }
    guard rates.allSatisfy(\.isFinite) else {
      throw .tooSmall(.strength, strengths ?? [], needed: "at least 1e-300 of the greatest strength")
    }
    let flowOut = FlowArcs(graph.out, values) { node, _ in rates[node] }
    let both = graph.isDirected ? FlowArcs(graph.adjacency(.all), values, graph, rates) : flowOut
    leaving = flowOut.sums
    offsets = both.offsets
    targets = both.targets
    // An undirected tie carries its flow both ways; added up that is twice.
    flows = graph.isDirected ? both.flows : both.flows.map { 2 * $0 }
    nodeCount = count
    nodeEntropy = visits.reduce(0) { $0 + Information.xLog2X($1) }
  }

  private init(_ flow: FlowGraph, _ groups: [Int32], count: Int) {
    let members = GroupMembers(groups, count: count)
    let merged = FlowArcs(flow, groups, members, count)
    nodeCount = count
    offsets = merged.offsets
    targets = merged.targets
    flows = merged.flows
    visits = Self.sums(of: flow.visits, groups: groups, count: count)
    jumps = Self.sums(of: flow.jumps, groups: groups, count: count)
    landings = Self.sums(of: flow.landings, groups: groups, count: count)
    let inside = Self.inside(flow, groups: groups, count: count)
    let all = Self.sums(of: flow.leaving, groups: groups, count: count)
    leaving = zip(all, inside).map { max($0 - $1, 0) }
    nodeEntropy = flow.nodeEntropy
  }

  /// The graph whose nodes are the groups `0..<count` of this one's nodes.
  func merged(by groups: [Int32], count: Int) -> FlowGraph { FlowGraph(self, groups, count: count) }

  /// Bits for each step when these are the communities.
  func codeLength(of groups: [Int32], count: Int) -> Double {
    let all = Self.sums(of: leaving, groups: groups, count: count)
    let inside = Self.inside(self, groups: groups, count: count)
    let jumping = Self.sums(of: jumps, groups: groups, count: count)
    let landing = Self.sums(of: landings, groups: groups, count: count)
    let visited = Self.sums(of: visits, groups: groups, count: count)
    var sum = 0.0
    var length = -nodeEntropy
    for group in 0..<count {
      let exit = max(all[group] - inside[group], 0) + jumping[group] * max(1 - landing[group], 0)
      sum += exit
      length += Information.xLog2X(exit + visited[group]) - 2 * Information.xLog2X(exit)
    }
    return max(length + Information.xLog2X(sum), 0)
  }

  /// Flow between members of each group.
  private static func inside(_ flow: FlowGraph, groups: [Int32], count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for node in 0..<flow.nodeCount {
      for arc in Int(flow.offsets[node])..<Int(flow.offsets[node + 1])
      where groups[Int(flow.targets[arc])] == groups[node] { sums[Int(groups[node])] += flow.flows[arc] / 2 }
    }
    return sums
  }

  private static func sums(of column: [Double], groups: [Int32], count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for node in groups.indices { sums[Int(groups[node])] += column[node] }
    return sums
  }
}

/// Arcs with flow, parallels added up, loops left out.
private struct FlowArcs {
  private(set) var offsets: [Int32] = [0]
  private(set) var targets: [Int32] = []
  private(set) var flows: [Double] = []
  /// For each node the flow along its arcs.
  private(set) var sums: [Double] = []

  /// Arcs whose flow is their value times a rate of their node.
  init(_ arcs: Adjacency, _ values: [Double], rate: (_ node: Int, _ arc: Int) -> Double) {
    let byArc = arcs.byArc(values)
    for node in 0..<(arcs.offsets.count - 1) {
      var sum = 0.0
      for arc in arcs.range(of: node) where Int(arcs.targets[arc]) != node {
        let flow = byArc[arc] * rate(node, arc)
        append(flow, to: arcs.targets[arc], from: node)
        sum += flow
      }
      offsets.append(Int32(truncatingIfNeeded: targets.count))
      sums.append(sum)
    }
  }

  /// Both directions of a directed graph: an edge's flow is its value times the rate of the node it starts from.
  init(_ arcs: Adjacency, _ values: [Double], _ graph: CSRGraph, _ rates: [Double]) {
    var starts = [Int32](repeating: 0, count: graph.edgeCount)
    for node in 0..<graph.nodeCount {
      for arc in graph.out.range(of: node) { starts[graph.out.edge(ofArc: arc)] = Int32(truncatingIfNeeded: node) }
    }
    self.init(arcs, values) { _, arc in rates[Int(starts[arcs.edge(ofArc: arc)])] }
  }

  /// Flow between groups of nodes.
  init(_ flow: FlowGraph, _ groups: [Int32], _ members: GroupMembers, _ count: Int) {
    let links = Buffer(repeating: 0.0, count: count)
    let touched = Buffer<Int32>(repeating: 0, count: count)
    for group in 0..<count {
      var touchedCount = 0
      for position in members.range(of: group) {
        let node = Int(members.nodes[position])
        for arc in Int(flow.offsets[node])..<Int(flow.offsets[node + 1]) {
          let other = groups[Int(flow.targets[arc])]
          guard Int(other) != group && flow.flows[arc] > 0 else { continue }
          if links[other] == 0 {
            touched[touchedCount] = other
            touchedCount += 1
          }
          links[other] += flow.flows[arc]
        }
      }
      for position in 0..<touchedCount {
        targets.append(touched[position])
        flows.append(links[touched[position]])
        links[touched[position]] = 0
      }
      offsets.append(Int32(truncatingIfNeeded: targets.count))
    }
  }

  private mutating func append(_ flow: Double, to target: Int32, from node: Int) {
    if targets.count > Int(offsets[node]) && targets.last == target {
      flows[flows.count - 1] += flow
    } else {
      targets.append(target)
      flows.append(flow)
    }
  }
}
