import GraphCore

/// The set of nodes that some sources reach, in the order of their numbers, so that no work is done for any other.
///
/// Where many are reached all nodes take their place: to go through all is then cheaper than to list some.
struct ReachedNodes: ~Copyable {
  private let arcs: Adjacency
  private let nodeCount: Int
  private let list: Buffer<Int32>
  private let isListed: Buffer<Bool>
  /// The 64ths of the listed nodes' numbers, each once.
  private let words: Buffer<Int32>
  private var listCount = 0
  private var listWordCount = 0
  /// Whether all nodes stand for those that are reached.
  private(set) var isWhole = false
  /// How many nodes and arcs a search may look at before all nodes take the place of those it finds.
  private let limit: Int

  /// Nodes of a graph, none reached yet.
  init(along arcs: Adjacency) {
    self.arcs = arcs
    nodeCount = arcs.offsets.count - 1
    limit = Self.limit(along: arcs)
    let capacity = min(nodeCount, limit)
    list = Buffer(unwrittenCount: capacity)
    words = Buffer(unwrittenCount: capacity)
    isListed = Buffer(repeating: false, count: nodeCount)
  }

  /// How many nodes and arcs a search may look at before it is given up: a small share of what a look at all would take.
  static func limit(along arcs: Adjacency) -> Int { (arcs.offsets.count - 1 + arcs.arcCount) / 32 }

  /// How many nodes are reached.
  var count: Int { isWhole ? nodeCount : listCount }

  /// The number of the node at a place.
  @inline(__always)
  subscript(place: Int) -> Int { isWhole ? place : Int(list[place]) }

  /// How many 64ths of numbers there are with a node that is reached.
  var wordCount: Int { isWhole ? (nodeCount + 63) / 64 : listWordCount }

  /// The 64th at a place.
  @inline(__always)
  func word(at place: Int) -> Int { isWhole ? place : Int(words[place]) }

  /// The nodes that are reached, sorted by other numbers of theirs; all nodes by these numbers where they are whole.
  func sorted(by numbers: [Int32], inverse: [Int32]) -> [Int32] {
    guard !isWhole else { return inverse }
    return (0..<listCount).map { numbers[Int(list[$0])] }.sorted().map { inverse[Int($0)] }
  }

  /// Finds the nodes that sources reach, themselves included.
  ///
  /// - Parameter isMuch: Whether it is known that they reach too many to list them.
  mutating func find(from sources: ArraySlice<Int32>, isMuch: Bool) {
    for place in 0..<listCount { isListed[list[place]] = false }
    listCount = 0
    listWordCount = 0
    isWhole = isMuch || !search(from: sources)
    guard !isWhole else { return }
    var nodes = UnsafeMutableBufferPointer(start: list.pointer, count: listCount)
    nodes.sort()
    for place in 0..<listCount {
      let word = list[place] >> 6
      if listWordCount > 0 && words[listWordCount - 1] == word { continue }
      words[listWordCount] = word
      listWordCount += 1
    }
  }

  /// Lists what the sources reach; returns whether the search came to its end.
  private mutating func search(from sources: ArraySlice<Int32>) -> Bool {
    guard sources.count <= limit else { return false }
    for source in sources { add(source) }
    var looked = sources.count
    var head = 0
    while head < listCount {
      let range = arcs.range(of: Int(list[head]))
      looked += range.count + 1
      guard looked <= limit else { return false }
      for arc in range where !isListed[arcs.targets[arc]] { add(arcs.targets[arc]) }
      head += 1
    }
    return true
  }

  private mutating func add(_ node: Int32) {
    isListed[node] = true
    list[listCount] = node
    listCount += 1
  }
}
