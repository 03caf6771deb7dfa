/// Nodes as the value of a parameter.
package enum NodeChoice: Sendable, Hashable {
  /// One node.
  case node(Int)
  /// Several nodes.
  case nodes([Int])
  /// Pairs of nodes.
  case pairs([NodePair])
  /// Every node in one group.
  case partition(Partition)
}
