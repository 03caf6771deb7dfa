import GraphCore

/// Published networks, small enough to stand here, whose measures are known.
public enum KnownGraphs {
  /// Krackhardt's kite: 10 nodes a–j, 18 edges.
  ///
  /// - Source: D. Krackhardt, Administrative Science Quarterly 35 (1990) 342–369, doi:10.2307/2393394; from the Pajek
  ///   file KITE.NET of V. Batagelj's collection (github.com/bavla/Nets), which lists each tie twice.
  public static let kite = undirected(
    nodes: 10,
    [
      0, 1, 0, 2, 0, 3, 0, 5, 1, 3, 1, 4, 1, 6, 2, 3, 2, 5, 3, 4, 3, 5, 3, 6, 4, 6, 5, 6, 5, 7, 6, 7, 7, 8, 8, 9,
    ])

  /// Families of the Florentine marriages, in the order of the node numbers.
  public static let florentineFamilies = [
    "Acciaiuoli", "Albizzi", "Barbadori", "Bischeri", "Castellani", "Ginori", "Guadagni", "Lamberteschi",
    "Medici", "Pazzi", "Peruzzi", "Pucci", "Ridolfi", "Salviati", "Strozzi", "Tornabuoni",
  ]

  /// Marriages among 16 Florentine families; Pucci is isolated.
  ///
  /// - Source: J. F. Padgett, C. K. Ansell, American J. Sociology 98 (1993) 1259–1319, doi:10.1086/230190; from the
  ///   Pajek file padgM.net of V. Batagelj's collection (github.com/bavla/Nets).
  public static let florentine = undirected(
    nodes: 16,
    [
      0, 8, 1, 5, 1, 6, 1, 8, 2, 4, 2, 8, 3, 6, 3, 10, 3, 14, 4, 10, 4, 14, 6, 7, 6, 15, 8, 12, 8, 13, 8, 15, 9, 13,
      10, 14, 12, 14, 12, 15,
    ])

  /// Zachary's karate club: 34 members, 78 friendships; node `i` is member `i + 1`.
  ///
  /// - Source: W. W. Zachary, J. Anthropological Research 33 (1977) 452–473, doi:10.1086/jar.33.4.3629752; from the
  ///   file karate.gml of M. Newman's collection.
  public static let karate = undirected(
    nodes: 34,
    [
      0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0, 10, 0, 11, 0, 12, 0, 13, 0, 17, 0, 19, 0, 21, 0, 31, 1, 2,
      1, 3, 1, 7, 1, 13, 1, 17, 1, 19, 1, 21, 1, 30, 2, 3, 2, 7, 2, 8, 2, 9, 2, 13, 2, 27, 2, 28, 2, 32, 3, 7, 3, 12,
      3, 13, 4, 6, 4, 10, 5, 6, 5, 10, 5, 16, 6, 16, 8, 30, 8, 32, 8, 33, 9, 33, 13, 33, 14, 32, 14, 33, 15, 32,
      15, 33, 18, 32, 18, 33, 19, 33, 20, 32, 20, 33, 22, 32, 22, 33, 23, 25, 23, 27, 23, 29, 23, 32, 23, 33, 24, 25,
      24, 27, 24, 31, 25, 31, 26, 29, 26, 33, 27, 33, 28, 31, 28, 33, 29, 32, 29, 33, 30, 32, 30, 33, 31, 32, 31, 33,
      32, 33,
    ])

  /// Characters of Les Misérables who appear together: 77 nodes, 254 edges, strengths are common scenes. Node 0 is
  /// Myriel, 11 Valjean, 48 Gavroche.
  ///
  /// - Source: D. E. Knuth, The Stanford GraphBase (1993); from the file lesmis.gml of M. Newman's collection.
  public static let lesMiserables: CSRGraph = {
    let triples: [Int] = [
      0, 1, 1, 0, 2, 8, 0, 3, 10, 0, 4, 1, 0, 5, 1, 0, 6, 1, 0, 7, 1, 0, 8, 2, 0, 9, 1, 0, 11, 5, 2, 3, 6, 2, 11, 3,
      3, 11, 3, 10, 11, 1, 11, 12, 1, 11, 13, 1, 11, 14, 1, 11, 15, 1, 11, 23, 9, 11, 24, 7, 11, 25, 12, 11, 26, 31,
      11, 27, 17, 11, 28, 8, 11, 29, 2, 11, 31, 3, 11, 32, 1, 11, 33, 2, 11, 34, 3, 11, 35, 3, 11, 36, 2, 11, 37, 2,
      11, 38, 2, 11, 43, 3, 11, 44, 1, 11, 48, 1, 11, 49, 2, 11, 51, 2, 11, 55, 19, 11, 58, 4, 11, 64, 1, 11, 68, 1,
      11, 69, 1, 11, 70, 1, 11, 71, 1, 11, 72, 1, 12, 23, 2, 16, 17, 4, 16, 18, 4, 16, 19, 4, 16, 20, 3, 16, 21, 3,
      16, 22, 3, 16, 23, 3, 16, 26, 1, 16, 55, 1, 17, 18, 4, 17, 19, 4, 17, 20, 3, 17, 21, 3, 17, 22, 3, 17, 23, 3,
      18, 19, 4, 18, 20, 3, 18, 21, 3, 18, 22, 3, 18, 23, 3, 19, 20, 4, 19, 21, 3, 19, 22, 3, 19, 23, 3, 20, 21, 5,
      20, 22, 4, 20, 23, 4, 21, 22, 4, 21, 23, 4, 22, 23, 4, 23, 24, 2, 23, 25, 1, 23, 27, 5, 23, 29, 1, 23, 30, 1,
      23, 31, 2, 24, 25, 13, 24, 26, 4, 24, 27, 1, 24, 41, 2, 24, 42, 1, 24, 50, 1, 24, 68, 1, 24, 69, 1, 24, 70, 1,
      25, 26, 1, 25, 27, 5, 25, 39, 1, 25, 40, 1, 25, 41, 3, 25, 42, 2, 25, 48, 1, 25, 55, 2, 25, 68, 5, 25, 69, 6,
      25, 70, 4, 25, 71, 1, 25, 75, 3, 26, 27, 1, 26, 43, 1, 26, 49, 3, 26, 51, 2, 26, 54, 1, 26, 55, 21, 26, 72, 2,
      27, 28, 1, 27, 29, 1, 27, 31, 1, 27, 33, 1, 27, 43, 1, 27, 48, 1, 27, 58, 6, 27, 68, 1, 27, 69, 2, 27, 70, 1,
      27, 71, 1, 27, 72, 1, 28, 44, 3, 28, 45, 2, 29, 34, 2, 29, 35, 2, 29, 36, 1, 29, 37, 1, 29, 38, 1, 30, 31, 2,
      34, 35, 3, 34, 36, 2, 34, 37, 2, 34, 38, 2, 35, 36, 2, 35, 37, 2, 35, 38, 2, 36, 37, 2, 36, 38, 2, 37, 38, 2,
      39, 52, 1, 39, 55, 1, 41, 42, 2, 41, 55, 5, 41, 57, 1, 41, 62, 1, 41, 68, 1, 41, 69, 1, 41, 70, 1, 41, 71, 1,
      41, 75, 1, 46, 47, 1, 47, 48, 2, 48, 55, 4, 48, 57, 1, 48, 58, 7, 48, 59, 6, 48, 60, 1, 48, 61, 2, 48, 62, 7,
      48, 63, 5, 48, 64, 5, 48, 65, 3, 48, 66, 1, 48, 68, 1, 48, 69, 1, 48, 71, 1, 48, 73, 2, 48, 74, 2, 48, 75, 1,
      48, 76, 1, 49, 50, 1, 49, 51, 9, 49, 54, 1, 49, 55, 12, 49, 56, 1, 51, 52, 1, 51, 53, 1, 51, 54, 2, 51, 55, 6,
      54, 55, 1, 55, 56, 1, 55, 57, 1, 55, 58, 7, 55, 59, 5, 55, 61, 1, 55, 62, 9, 55, 63, 1, 55, 64, 5, 55, 65, 2,
      57, 58, 1, 57, 59, 2, 57, 61, 1, 57, 62, 2, 57, 63, 2, 57, 64, 1, 57, 65, 1, 57, 67, 3, 58, 59, 15, 58, 60, 4,
      58, 61, 6, 58, 62, 17, 58, 63, 4, 58, 64, 10, 58, 65, 5, 58, 66, 3, 58, 70, 1, 58, 76, 1, 59, 60, 2, 59, 61, 5,
      59, 62, 13, 59, 63, 5, 59, 64, 9, 59, 65, 5, 59, 66, 1, 60, 61, 2, 60, 62, 3, 60, 63, 2, 60, 64, 2, 60, 65, 2,
      60, 66, 1, 61, 62, 6, 61, 63, 3, 61, 64, 6, 61, 65, 5, 61, 66, 1, 62, 63, 6, 62, 64, 12, 62, 65, 5, 62, 66, 2,
      62, 76, 1, 63, 64, 4, 63, 65, 5, 63, 66, 1, 63, 76, 1, 64, 65, 7, 64, 66, 3, 64, 76, 1, 65, 66, 2, 65, 76, 1,
      66, 76, 1, 68, 69, 6, 68, 70, 4, 68, 71, 2, 68, 75, 3, 69, 70, 4, 69, 71, 2, 69, 75, 3, 70, 71, 2, 70, 75, 1,
      71, 75, 1, 73, 74, 3,
    ]
    let starts = Array(stride(from: 0, to: triples.count, by: 3))
    return CSRGraph(
      nodeCount: 77, edges: starts.map { NodePair(triples[$0], triples[$0 + 1]) }, isDirected: false,
      columns: EdgeColumns(strengths: starts.map { Double(triples[$0 + 2]) }))
  }()

  /// A path of `count` nodes.
  public static func path(_ count: Int, isDirected: Bool = false) -> CSRGraph {
    guard count == million else { return line(count, isRing: false, isDirected: isDirected) }
    return isDirected ? longDirectedPath : longPath
  }

  /// A cycle of `count` nodes.
  public static func cycle(_ count: Int, isDirected: Bool = false) -> CSRGraph {
    line(count, isRing: true, isDirected: isDirected)
  }

  private static let million = 1_000_000
  /// Many tests follow a path of a million nodes; it is made once.
  private static let longPath = line(million, isRing: false, isDirected: false)
  private static let longDirectedPath = line(million, isRing: false, isDirected: true)

  private static func line(_ count: Int, isRing: Bool, isDirected: Bool) -> CSRGraph {
    var edges: [NodePair] = []
    let last = isRing ? count : count - 1
    var node = 0
    while node < last {
      edges.append(NodePair(node, node + 1 == count ? 0 : node + 1))
      node += 1
    }
    return CSRGraph(nodeCount: count, edges: edges, isDirected: isDirected)
  }

  /// A star: node 0 in the middle of `leaves` leaves.
  public static func star(_ leaves: Int, isDirected: Bool = false) -> CSRGraph {
    CSRGraph(
      nodeCount: leaves + 1, edges: (0..<leaves).map { NodePair(0, $0 + 1) }, isDirected: isDirected)
  }

  /// A complete graph; with every edge in both directions when directed.
  public static func complete(_ count: Int, isDirected: Bool = false) -> CSRGraph {
    let pairs = (0..<count).flatMap { u in (0..<count).map { NodePair(u, $0) } }
    return CSRGraph(
      nodeCount: count, edges: pairs.filter { isDirected ? $0.source != $0.target : $0.source < $0.target },
      isDirected: isDirected)
  }

  /// A grid of `side` × `side` nodes, numbered row by row.
  public static func grid(_ side: Int) -> CSRGraph {
    var edges: [NodePair] = []
    for row in 0..<side {
      for column in 0..<side {
        let node = row * side + column
        if column + 1 < side { edges.append(NodePair(node, node + 1)) }
        if row + 1 < side { edges.append(NodePair(node, node + side)) }
      }
    }
    return CSRGraph(nodeCount: side * side, edges: edges, isDirected: false)
  }

  /// The graphs on which there is least to say: no node, one, two, no edge, nothing but a loop.
  public static func trivial(isDirected: Bool) -> [CSRGraph] {
    [
      CSRGraph(nodeCount: 0, edges: [], isDirected: isDirected),
      CSRGraph(nodeCount: 1, edges: [], isDirected: isDirected),
      CSRGraph(nodeCount: 2, edges: [], isDirected: isDirected),
      CSRGraph(nodeCount: 2, edges: [NodePair(0, 1)], isDirected: isDirected),
      CSRGraph(nodeCount: 1, edges: [NodePair(0, 0)], isDirected: isDirected),
      CSRGraph(nodeCount: 4, edges: [], isDirected: isDirected),
    ]
  }

  private static func undirected(nodes: Int, _ ends: [Int]) -> CSRGraph {
    let starts = stride(from: 0, to: ends.count, by: 2)
    return CSRGraph(
      nodeCount: nodes, edges: starts.map { NodePair(ends[$0], ends[$0 + 1]) }, isDirected: false)
  }
}
