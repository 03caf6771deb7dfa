import GraphCore

/// What a random graph shall look like.
public struct GraphRecipe: Sendable, Hashable {
  /// How many nodes.
  public var nodeCount: Int
  /// How many edges, loops and parallels included where they are allowed.
  public var edgeCount: Int
  /// Whether edges have a direction.
  public var isDirected: Bool
  /// Whether an edge may join a node to itself, or two nodes twice.
  public var allowsLoopsAndParallels: Bool
  /// Lengths and strengths are drawn from 1, 2 … up to this, so that ties happen; 0 for no columns.
  public var weightSteps: Int

  /// A recipe.
  public init(
    nodes: Int, edges: Int, isDirected: Bool, allowsLoopsAndParallels: Bool = false, weightSteps: Int = 0
  ) {
    nodeCount = nodes
    edgeCount = edges
    self.isDirected = isDirected
    self.allowsLoopsAndParallels = allowsLoopsAndParallels
    self.weightSteps = weightSteps
  }
}

/// Random graphs that are the same on every machine.
public enum RandomGraphs {
  /// A graph of a recipe; without loops and parallels there may be fewer edges than asked for.
  public static func graph(_ recipe: GraphRecipe, seed: UInt64) -> CSRGraph {
    var random = SeededGenerator(seed: seed)
    var seen: Set<NodePair> = []
    var edges: [NodePair] = []
    for _ in 0..<(recipe.nodeCount > 1 || recipe.allowsLoopsAndParallels ? recipe.edgeCount : 0) {
      var u = random.nextIndex(below: recipe.nodeCount)
      var v = random.nextIndex(below: recipe.nodeCount)
      if !recipe.isDirected && u > v { swap(&u, &v) }
      let pair = NodePair(u, v)
      let isNew = seen.insert(pair).inserted
      if recipe.allowsLoopsAndParallels || (u != v && isNew) { edges.append(pair) }
    }
    return CSRGraph(
      nodeCount: recipe.nodeCount, edges: edges, isDirected: recipe.isDirected,
      columns: columns(edges.count, steps: recipe.weightSteps, &random))
  }

  private static func columns(_ count: Int, steps: Int, _ random: inout SeededGenerator) -> EdgeColumns {
    guard steps > 0 else { return EdgeColumns() }
    let lengths = (0..<count).map { _ in Double(1 + random.nextIndex(below: steps)) }
    let strengths = (0..<count).map { _ in Double(1 + random.nextIndex(below: steps)) }
    let signs = (0..<count).map { _ in Int8(random.nextIndex(below: 3) - 1) }
    return EdgeColumns(
      lengths: lengths, strengths: strengths, signs: signs,
      signedStrengths: zip(signs, strengths).map { Double($0) * $1 })
  }

  /// Sparse, dense, directed, weighted, disconnected graphs and graphs with loops and parallels, a few of each.
  public static let assortment: [CSRGraph] = recipes.enumerated().flatMap { index, recipe in
    (0..<3).map { graph(recipe, seed: UInt64(100 * index + $0)) }
  }

  private static let recipes: [GraphRecipe] = [
    GraphRecipe(nodes: 12, edges: 14, isDirected: false),
    GraphRecipe(nodes: 9, edges: 40, isDirected: false),
    GraphRecipe(nodes: 20, edges: 12, isDirected: false),
    GraphRecipe(nodes: 10, edges: 22, isDirected: true),
    GraphRecipe(nodes: 14, edges: 14, isDirected: true),
    GraphRecipe(nodes: 8, edges: 20, isDirected: false, allowsLoopsAndParallels: true),
    GraphRecipe(nodes: 8, edges: 30, isDirected: true, allowsLoopsAndParallels: true),
    GraphRecipe(nodes: 11, edges: 20, isDirected: false, weightSteps: 4),
    GraphRecipe(nodes: 11, edges: 30, isDirected: true, weightSteps: 4),
    GraphRecipe(nodes: 9, edges: 26, isDirected: true, allowsLoopsAndParallels: true, weightSteps: 3),
    GraphRecipe(nodes: 9, edges: 20, isDirected: false, allowsLoopsAndParallels: true, weightSteps: 3),
  ]
}
