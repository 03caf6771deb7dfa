import GraphCore
import Testing

@Suite("Partition")
struct PartitionTests {
  @Test("Groups are numbered in the order of their first node, whatever the labels")
  func numbering() {
    let partition = Partition(labels: ["b", "a", "b", "c"])
    #expect(partition.groups == [0, 1, 0, 2])
    #expect(partition.groupCount == 3)
    #expect(partition == Partition(labels: [9, 3, 9, 1]))
    #expect(partition == Partition(numbers: [3, 0, 3, 1], below: 4))
    #expect(partition.members() == [[0, 2], [1], [3]])
  }

  @Test("No nodes, no groups")
  func empty() {
    #expect(Partition(labels: [Int]()).groupCount == 0)
    #expect(Partition(numbers: [], below: 0) == Partition(labels: [Int]()))
    #expect(Partition(labels: [Int]()).members().isEmpty)
  }
}
