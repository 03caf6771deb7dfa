import GraphCore

/// Graphs with friendly and hostile ties.
public enum SignedGraphs {
  /// A graph of signed edges; each line is one end, the other end, and the sign.
  public static func graph(nodes: Int, _ triples: [[Int]], isDirected: Bool = false) -> CSRGraph {
    CSRGraph(
      nodeCount: nodes, edges: triples.map { NodePair($0[0], $0[1]) }, isDirected: isDirected,
      columns: EdgeColumns(signs: triples.map { Int8(clamping: $0[2]) }))
  }

  /// The novices of the monastery, in the order of the node numbers.
  public static let novices = [
    "John Bosco", "Gregory", "Basil", "Peter", "Bonaventure", "Berthold", "Mark", "Victor", "Ambrose",
    "Ramuald", "Louis", "Winfrid", "Amand", "Hugh", "Boniface", "Albert", "Elias", "Simplicius",
  ]

  /// Liking and disliking among 18 novices of a monastery at the fourth time of asking; strength 3 is the first
  /// choice. 56 ties are friendly, 47 hostile.
  ///
  /// - Source: S. F. Sampson, A novitiate in a period of change, thesis, Cornell University (1968); from the Pajek file
  ///   Sampson.paj, arcs of time 4, of V. Batagelj's collection (github.com/bavla/Nets).
  public static let monastery: CSRGraph = {
    let triples: [Int] = [
      0, 1, -2, 0, 2, 3, 0, 6, -3, 0, 9, -1, 0, 11, 1, 0, 13, 2, 1, 0, 3, 1, 3, -3, 1, 6, 1, 1, 7, -2, 1, 11, 2,
      1, 12, -1, 2, 0, 3, 2, 1, -2, 2, 3, -3, 2, 5, -2, 2, 12, 2, 2, 15, -1, 2, 16, 1, 2, 17, 2, 3, 0, -2, 3, 1,
      -3, 3, 4, 3, 3, 5, 1, 3, 10, 2, 3, 13, -1, 4, 3, 3, 4, 8, 1, 4, 10, 2, 5, 1, -1, 5, 2, -3, 5, 3, 3, 5, 4,
      1, 5, 6, -2, 5, 8, 2, 5, 16, -2, 6, 1, 3, 6, 3, -3, 6, 5, -2, 6, 7, -1, 6, 11, 1, 6, 15, 2, 7, 1, -3, 7,
      2, -2, 7, 3, 3, 7, 5, 2, 7, 8, 1, 7, 13, -1, 8, 2, -3, 8, 4, 1, 8, 7, 3, 8, 11, 2, 8, 16, -2, 8, 17, -1,
      9, 3, 3, 9, 4, 1, 9, 8, 1, 9, 12, 2, 10, 0, -1, 10, 1, -3, 10, 2, -2, 10, 4, 2, 10, 7, 3, 10, 13, 1, 11,
      0, 3, 11, 1, 2, 11, 6, 1, 12, 1, -3, 12, 4, 2, 12, 5, -2, 12, 6, 1, 12, 11, -1, 12, 17, 3, 13, 0, 3, 13,
      3, -3, 13, 7, -2, 13, 11, 1, 13, 14, 2, 13, 16, -1, 14, 1, 3, 14, 2, -2, 14, 3, -1, 14, 6, 1, 14, 11, 2,
      14, 12, -3, 15, 1, 3, 15, 2, -1, 15, 3, -3, 15, 6, 2, 15, 14, 1, 15, 16, -2, 16, 1, 1, 16, 2, 2, 16, 3,
      -1, 16, 5, -3, 16, 7, -2, 16, 17, 3, 17, 1, 1, 17, 2, 2, 17, 3, -1, 17, 7, -3, 17, 9, -2, 17, 16, 3,
    ]
    let starts = Array(stride(from: 0, to: triples.count, by: 3))
    let values = starts.map { Double(triples[$0 + 2]) }
    return CSRGraph(
      nodeCount: 18, edges: starts.map { NodePair(triples[$0], triples[$0 + 1]) }, isDirected: true,
      columns: EdgeColumns(
        strengths: values.map { abs($0) }, signs: values.map { $0 > 0 ? 1 : -1 }, signedStrengths: values))
  }()

  /// The example of ten nodes on which PN centrality was published, 26 ties.
  ///
  /// - Source: M. G. Everett, S. P. Borgatti, Social Networks 38 (2014) 111–120, doi:10.1016/j.socnet.2014.03.005,
  ///   table 5; the matrix as in the documentation of the R package signnet (github.com/schochastics/signnet).
  public static let tenNodes = graph(
    nodes: 10,
    [
      [0, 1, 1], [0, 3, 1], [0, 7, -1], [0, 8, -1], [1, 2, 1], [1, 3, -1], [1, 4, 1], [1, 5, -1], [1, 6, -1],
      [2, 3, 1], [2, 4, -1], [2, 8, -1], [3, 4, 1], [3, 5, -1], [3, 6, -1], [4, 5, 1], [4, 7, -1], [4, 9, -1],
      [5, 6, 1], [5, 8, 1], [5, 9, -1], [6, 7, 1], [6, 8, -1], [6, 9, 1], [7, 8, 1], [8, 9, 1],
    ])

  /// Every graph with the signs −1, 0 (no tie) and 1 between `count` nodes: 3^(n(n−1)/2) of them.
  public static func all(_ count: Int) -> [CSRGraph] {
    let pairs = KnownGraphs.complete(count).pairs
    let total = pairs.reduce(1) { product, _ in product * 3 }
    return (0..<total).map { code in
      var rest = code
      var triples: [[Int]] = []
      for pair in pairs {
        if rest % 3 > 0 { triples.append([pair.source, pair.target, rest % 3 == 1 ? 1 : -1]) }
        rest /= 3
      }
      return graph(nodes: count, triples)
    }
  }

  /// Random signed graphs of several shapes: with loops, parallels, directions and signed strengths.
  public static let assortment: [CSRGraph] = RandomGraphs.assortment.enumerated().map { index, graph in
    var random = SeededGenerator(seed: UInt64(9000 + index))
    let signs = (0..<graph.edgeCount).map { _ in Int8(random.nextIndex(below: 5) < 3 ? 1 : -1) }
    let signed = graph.strengths.map { strengths in zip(signs, strengths).map { Double($0) * $1 } }
    return graph.replacing(
      columns: EdgeColumns(strengths: graph.strengths, signs: signs, signedStrengths: signed))
  }
}

extension CSRGraph {
  /// The graph with all signs at a node turned round; its loops keep theirs.
  public func switched(at node: Int) -> CSRGraph {
    let pairs = pairs
    func turns(_ edge: Int) -> Bool { (pairs[edge].source == node) != (pairs[edge].target == node) }
    return replacing(
      columns: EdgeColumns(
        lengths: lengths, strengths: strengths,
        signs: signs.map { column in column.indices.map { turns($0) ? -column[$0] : column[$0] } },
        signedStrengths: signedStrengths.map { column in column.indices.map { turns($0) ? -column[$0] : column[$0] } }
      ))
  }
}
