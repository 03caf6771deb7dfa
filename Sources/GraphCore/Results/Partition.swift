/// Every node in exactly one group.
///
/// Groups are numbered `0..<groupCount` in the order in which their first node appears, so that equal partitions are
/// equal values.
public struct Partition: Sendable, Hashable {
  /// The group of each node.
  public let groups: [Int32]
  /// How many groups there are.
  public let groupCount: Int

  /// A partition from any labels: nodes with equal labels share a group.
  public init<Label: Hashable>(labels: [Label]) {
    var numbers: [Label: Int32] = [:]
    var groups: [Int32] = []
    groups.reserveCapacity(labels.count)
    for label in labels {
      let number = numbers[label] ?? Int32(truncatingIfNeeded: numbers.count)
      numbers[label] = number
      groups.append(number)
    }
    self.groups = groups
    groupCount = numbers.count
  }

  /// A partition from whole numbers `0..<bound`: nodes with equal numbers share a group.
  ///
  /// - Precondition: Every number is in `0..<bound`.
  /// - Complexity: O(n + bound), without hashing.
  public init(numbers: [Int32], below bound: Int) {
    var renumbered = [Int32](repeating: -1, count: bound)
    var count: Int32 = 0
    groups = numbers.map { number in
      if renumbered[Int(number)] < 0 {
        renumbered[Int(number)] = count
        count += 1
      }
      return renumbered[Int(number)]
    }
    groupCount = Int(count)
  }

  /// The nodes of each group, in ascending order.
  public func members() -> [[Int]] {
    var members = [[Int]](repeating: [], count: groupCount)
    for node in groups.indices { members[Int(groups[node])].append(node) }
    return members
  }
}
