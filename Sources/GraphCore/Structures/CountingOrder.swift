/// Counting sort: orders by small whole numbers, without comparing.
package enum CountingOrder {
  /// The positions of numbers in the order of their size, greatest first; equal numbers stay in their order.
  ///
  /// - Precondition: No number is negative.
  /// - Complexity: O(numbers + greatest number).
  package static func greatestFirst(_ numbers: [Int]) -> [Int32] {
    let greatest = numbers.max() ?? 0
    // Where the positions of each number begin, counted from the greatest on; later where the next of them goes.
    var next = [Int](repeating: 0, count: greatest + 2)
    for number in numbers { next[greatest - number + 1] += 1 }
    for index in 1..<next.count { next[index] += next[index - 1] }
    return [Int32](unsafeUninitializedCapacity: numbers.count) { order, count in
      for position in numbers.indices {
        let index = greatest - numbers[position]
        order[next[index]] = Int32(truncatingIfNeeded: position)
        next[index] += 1
      }
      count = numbers.count
    }
  }
}
