/// Numbers that are merged into groups step by step, each group known by its least member.
struct MergedGroups {
  private var parents: [Int]

  /// Numbers below a count, each a group of its own.
  init(count: Int) { parents = Array(0..<count) }

  /// Makes one group of those of two numbers.
  mutating func merge(_ a: Int, _ b: Int) {
    let first = first(of: a)
    let second = self.first(of: b)
    parents[max(first, second)] = min(first, second)
  }

  /// The least member of a number's group; the way there is shortened, so that no chain grows long.
  mutating func first(of number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }
}
