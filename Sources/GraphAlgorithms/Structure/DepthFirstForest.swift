import GraphCore

// What bridges and articulation points share: a walk in depth that knows how far back each branch is tied.

/// Trees of a depth-first walk, one for each weak component.
///
/// Nodes are given by their place in the walk: a parent's place is before those of its branch.
struct DepthFirstForest: ~Copyable {
  /// The node at each place.
  let nodes: Buffer<Int32>
  /// The place of each node's parent, by place; −1 at roots.
  let parents: Buffer<Int32>
  /// The edge to the parent, by place; −1 at roots.
  let parentEdges: Buffer<Int32>
  /// The earliest place that a branch is tied to, other than by the edge to its parent.
  let lows: Buffer<Int32>
  /// How many nodes a branch has.
  let sizes: Buffer<Int32>
  /// The place of the root of each node's tree.
  let roots: Buffer<Int32>
  private let places: Buffer<Int32>
  private let nextArcs: Buffer<Int32>
  private var count = 0

  /// Walks a whole graph, whatever the direction of its edges.
  init(_ graph: CSRGraph, _ context: RunContext) throws(AlgorithmError) {
    let nodeCount = graph.nodeCount
    nodes = Buffer(repeating: 0, count: nodeCount)
    parents = Buffer(repeating: -1, count: nodeCount)
    parentEdges = Buffer(repeating: -1, count: nodeCount)
    lows = Buffer(repeating: 0, count: nodeCount)
    sizes = Buffer(repeating: 1, count: nodeCount)
    roots = Buffer(repeating: 0, count: nodeCount)
    places = Buffer(repeating: -1, count: nodeCount)
    nextArcs = Buffer(repeating: 0, count: nodeCount)
    let arcs = graph.adjacency(.all)
    for node in 0..<nodeCount where places[node] < 0 { try walk(from: node, along: arcs, context) }
    for place in stride(from: nodeCount - 1, through: 0, by: -1) where parents[place] >= 0 {
      sizes[parents[place]] += sizes[place]
    }
  }

  /// How many nodes the component of a place has.
  func componentSize(ofPlace place: Int) -> Int { Int(sizes[roots[place]]) }

  private mutating func walk(from root: Int, along arcs: Adjacency, _ context: RunContext) throws(AlgorithmError) {
    let offsets = arcs.offsets.span
    let targets = arcs.targets.span
    let rootPlace = Int32(truncatingIfNeeded: count)
    enter(Int32(truncatingIfNeeded: root), parent: -1, edge: -1, root: rootPlace, firstArc: offsets[unchecked: root])
    var place = rootPlace
    while place >= 0 {
      let node = Int(nodes[place])
      let arc = nextArcs[place]
      guard arc < offsets[unchecked: node &+ 1] else {
        let parent = parents[place]
        if parent >= 0 { lows[parent] = min(lows[parent], lows[place]) }
        place = parent
        continue
      }
      nextArcs[place] = arc &+ 1
      let edge = Int32(truncatingIfNeeded: arcs.edge(ofArc: Int(arc)))
      guard edge != parentEdges[place] else { continue }
      let next = targets[unchecked: Int(arc)]
      if places[next] < 0 {
        enter(next, parent: place, edge: edge, root: rootPlace, firstArc: offsets[unchecked: Int(next)])
        place = places[next]
        if count & 1023 == 0 { try context.checkCancellation() }
      } else {
        lows[place] = min(lows[place], places[next])
      }
    }
  }

  private mutating func enter(_ node: Int32, parent: Int32, edge: Int32, root: Int32, firstArc: Int32) {
    let place = Int32(truncatingIfNeeded: count)
    count &+= 1
    places[node] = place
    nodes[place] = node
    parents[place] = parent
    parentEdges[place] = edge
    roots[place] = root
    lows[place] = place
    nextArcs[place] = firstArc
  }
}
