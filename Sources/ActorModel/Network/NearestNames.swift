/// The names that a misspelt one may have meant, nearest first.
///
/// Distance is the number of letters to insert, delete, replace or swap with their neighbour, capitals and small
/// letters alike; only names within a third of the word's length count, at least one letter and at most four.
///
/// - Source: F. J. Damerau, Communications of the ACM 7 (1964) 171–176, doi:10.1145/363958.363994.
package struct NearestNames: Sendable {
  private let matches: [String]

  /// Searches names near a word.
  ///
  /// - Complexity: O(number of names × length²).
  package init(to word: String, among names: some Sequence<String>) {
    let letters = Array(word.lowercased())
    let limit = min(4, max(1, letters.count / 3))
    matches =
      names
      .compactMap { name -> Match? in
        let other = Array(name.lowercased())
        guard abs(other.count - letters.count) <= limit else { return nil }
        let distance = Self.distance(letters, other)
        return distance <= limit ? Match(name: name, distance: distance) : nil
      }
      .sorted { $0.distance != $1.distance ? $0.distance < $1.distance : $0.name < $1.name }
      .map(\.name)
  }

  /// The nearest name; `nil` when none is near.
  package var first: String? { matches.first }

  /// The nearest names, at most so many.
  package func prefix(_ count: Int) -> [String] { Array(matches.prefix(count)) }

  private struct Match {
    let name: String
    let distance: Int
  }

  /// Optimal string alignment distance, row by row.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var before = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [Int](repeating: 0, count: b.count + 1)
      current[0] = i + 1
      for j in b.indices {
        let replaced = previous[j] + (a[i] == b[j] ? 0 : 1)
        current[j + 1] = min(previous[j + 1] + 1, current[j] + 1, replaced)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { current[j + 1] = min(current[j + 1], before[j - 1] + 1) }
      }
      before = previous
      previous = current
    }
    return previous[b.count]
  }
}
