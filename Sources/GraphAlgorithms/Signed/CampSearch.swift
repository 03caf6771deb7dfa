import GraphCore

/// The best camps of a whole graph, part by part and block by block, and what all best divisions share.
struct CampSearch {
  private let kernel: SignedKernel
  private let search: KernelSearch
  private var parts: [Part] = []
  private(set) var nodes: [CampPlace]

  /// A part of the graph tied by signed ties.
  private struct Part {
    let nodes: [Int32]
    /// With ties obeyed that every best division obeys.
    let kernel: SignedKernel
    var blocks: [Block] = []
    var divisions = 1
    var isCounted = true

    var isOptimal: Bool { blocks.allSatisfy(\.solution.isOptimal) }

    /// Puts nodes that no tie binds to the others any more into the camp of the first; each might as well be in the other.
    ///
    /// - Returns: How many divisions there are because of them.
    func joinLoose(_ joins: inout ParityForest) -> Int {
      var count = 1
      let first = kernel.place(of: 0)
      for node in nodes.indices {
        let place = kernel.place(of: node)
        guard joins.root(of: place.node).node != joins.root(of: first.node).node else { continue }
        joins.join(first.node, place.node, isTurned: first.isTurned != place.isTurned)
        count = EqualDivisions.product(count, 2)
      }
      return count
    }
  }

  private struct Block {
    let component: KernelComponent
    let solution: KernelSolution
  }

  /// A search for the camps of a kernel to which nothing was done yet.
  init(_ kernel: SignedKernel, search: KernelSearch) {
    self.kernel = kernel
    self.search = search
    nodes = [CampPlace](repeating: CampPlace(), count: kernel.nodeCount)
  }

  /// Whether no division does with less.
  var isOptimal: Bool { parts.allSatisfy(\.isOptimal) }
  /// What no division does with less than, in units.
  var lowerBound: Double {
    parts.reduce(kernel.cost) { sum, part in
      part.blocks.reduce(sum + part.kernel.cost) { $0 + $1.solution.lowerBound }
    }
  }
  /// How many divisions are best, or at least how many; the camps of each part may change names.
  var divisions: Int { parts.reduce(1) { EqualDivisions.product($0, $1.divisions) } }
  /// Whether ``divisions`` is exact.
  var isCounted: Bool { parts.allSatisfy(\.isCounted) && divisions < EqualDivisions.mostDivisions }
  /// Whether it is known of every pair whether it is bound.
  private(set) var isSettled = true

  /// Looks for the best camps; small parts come first, so that they are proved whatever the large ones cost.
  mutating func solve(_ budget: inout SearchBudget, _ context: RunContext) throws(AlgorithmError) {
    let components = kernel.components()
    let order = components.indices.sorted { a, b in
      let (first, second) = (components[a].kernel.edges.count, components[b].kernel.edges.count)
      return first != second ? first < second : components[a].nodes[0] < components[b].nodes[0]
    }
    for position in order {
      let component = components[position]
      try context.checkCancellation()
      var part = Part(
        nodes: component.nodes,
        kernel: component.kernel.reduced(strictlyBy: search.tolerance, &budget))
      for block in try part.kernel.blocks(context) {
        part.blocks.append(
          Block(component: block, solution: try search.solve(block.kernel, &budget, context)))
      }
      var joins = ParityForest(count: part.kernel.nodeCount)
      for block in part.blocks { joins.join(block.component.nodes, camps: block.solution.camps) }
      part.divisions = part.joinLoose(&joins)
      place(part, in: parts.count, camps: joins.camps())
      parts.append(part)
    }
  }

  /// Finds out what the best divisions share, in the parts whose best is proved.
  mutating func compare(_ budget: inout SearchBudget, _ context: RunContext) throws(AlgorithmError) {
    for number in parts.indices {
      guard parts[number].isOptimal else {
        parts[number].isCounted = false
        isSettled = false
        continue
      }
      let kernel = parts[number].kernel
      var camps = ParityForest(count: kernel.nodeCount)
      var bound = ParityForest(count: kernel.nodeCount)
      var alike = ParityForest(count: kernel.nodeCount)
      for block in parts[number].blocks {
        let nodes = block.component.nodes
        var divisions = EqualDivisions(block.component.kernel, best: block.solution, search: search)
        try divisions.settle(&budget, context)
        let count = try divisions.count(&budget, context)
        parts[number].divisions = EqualDivisions.product(parts[number].divisions, count.count)
        parts[number].isCounted = parts[number].isCounted && count.isExact
        isSettled = isSettled && divisions.isSettled
        camps.join(nodes, camps: count.camps)
        let places = nodes.indices.map { divisions.place(of: $0) }
        bound.join(nodes, sets: places.map { Int($0.node) }, camps: places.map { $0.isTurned ? -1 : 1 })
        alike.join(nodes, sets: divisions.labels, camps: block.solution.camps)
      }
      _ = parts[number].joinLoose(&camps)
      place(parts[number], in: number, camps: camps.camps())
      for node in parts[number].nodes.indices {
        let place = kernel.place(of: node).node
        let index = Int(parts[number].nodes[node])
        nodes[index].boundSet = bound.root(of: place).node
        nodes[index].seenSet = alike.root(of: place).node
      }
    }
  }

  /// Gives the nodes of a part their camps: 1 for the first node's.
  private mutating func place(_ part: Part, in number: Int, camps: [Int8]) {
    let found = part.kernel.camps(from: camps)
    for (position, node) in part.nodes.enumerated() {
      nodes[Int(node)].part = Int32(truncatingIfNeeded: number)
      nodes[Int(node)].camp = found[position] == found[0] ? 1 : -1
    }
  }
}

/// A node's camp, and what is proved about it and the other nodes of its part.
struct CampPlace {
  /// The part of the graph tied by signed ties; −1 without any.
  var part: Int32 = -1
  /// 1 or −1; 0 without a signed tie.
  var camp: Int8 = 0
  /// Nodes of a part with one number are proved to be in one relation in all best divisions; −1 where nothing is known.
  var boundSet: Int32 = -1
  /// Nodes of a part with two numbers were seen in another relation in some best division; −1 where nothing is known.
  var seenSet: Int32 = -1
}

extension ParityForest {
  /// Joins those nodes that are of one set, by their camps.
  fileprivate mutating func join(_ nodes: [Int32], sets: [Int], camps: [Int8]) {
    var first: [Int: Int] = [:]
    for (position, set) in sets.enumerated() {
      guard let earlier = first[set] else {
        first[set] = position
        continue
      }
      join(nodes[earlier], nodes[position], isTurned: camps[earlier] != camps[position])
    }
  }
}
