import GraphCore

/// The contact network of Burt's four measures: who deals with whom and how much, without direction.
///
/// With a(i, j) the strengths of the edges from *i* to *j* added up, a tie is a(i, j) + a(j, i); self-loops are left out.
struct ContactNetwork: Sendable {
  /// Where the contacts of each node begin.
  let offsets: [Int]
  /// The contacts of each node, in ascending order.
  let contacts: [Int32]
  /// The tie with each contact.
  let ties: [Double]
  /// The ties of each node added up.
  let totals: [Double]
  /// The largest tie of each node; 0 without contacts.
  let largest: [Double]
  /// Which column the ties come from; `nil` where every edge counts 1.
  let weights: EdgeColumn?

  /// The contacts of a graph.
  ///
  /// - Throws: `.missingColumn` when strengths were asked for and there are none; `.unfitValue` for a strength that is
  ///   not a finite number above 0; `.limitExceeded` when the strengths at a node are too large to add or too small
  ///   to divide by; `.cancelled`.
  init(_ graph: CSRGraph, _ weight: TieWeight, _ context: RunContext) throws(AlgorithmError) {
    let strengths = try weight.strengths(of: graph)
    try graph.checkStrengths(strengths)
    let column = strengths ?? []
    let isWeighted = strengths != nil
    let arcs = graph.adjacency(.all)
    var offsets = [0]
    var contacts: [Int32] = []
    var ties: [Double] = []
    var totals: [Double] = []
    var largest: [Double] = []
    for node in 0..<graph.nodeCount {
      if node & 1023 == 0 { try context.checkCancellation() }
      let start = contacts.count
      for arc in arcs.range(of: node) where Int(arcs.targets[arc]) != node {
        let tie = isWeighted ? column[arcs.edge(ofArc: arc)] : 1
        if contacts.count > start && contacts[contacts.count - 1] == arcs.targets[arc] {
          ties[ties.count - 1] += tie
        } else {
          contacts.append(arcs.targets[arc])
          ties.append(tie)
        }
      }
      let total = ties[start...].reduce(0, +)
      guard total == 0 || total.isNormal else {
        throw .limitExceeded(
          what: "the sum of the strengths at \(node: node)", needed: "\(total)",
          limit: "\(Double.leastNormalMagnitude) to \(Double.greatestFiniteMagnitude)")
      }
      totals.append(total)
      largest.append(ties[start...].max() ?? 0)
      offsets.append(contacts.count)
    }
    self.offsets = offsets
    self.contacts = contacts
    self.ties = ties
    self.totals = totals
    self.largest = largest
    weights = strengths == nil ? nil : .strength
  }

  func range(of node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

  /// Where a contact stands among those of a node; `nil` when it is none.
  func position(of contact: Int32, at node: Int) -> Int? {
    var low = offsets[node]
    var high = offsets[node + 1]
    while low < high {
      let middle = (low + high) / 2
      if contacts[middle] < contact { low = middle + 1 } else { high = middle }
    }
    return low < offsets[node + 1] && contacts[low] == contact ? low : nil
  }
}
