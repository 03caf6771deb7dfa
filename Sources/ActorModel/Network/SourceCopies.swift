/// Which sources are copies of one report (`same-as`), said on either side and in chains.
struct SourceCopies: Sendable {
  /// For each source that is not the first of its kind in the file the one that is.
  private let originals: [String: String]

  /// Follows all that is said of copies.
  ///
  /// - Parameter index: Where each id stands in the list; an id that is in no list is passed over.
  /// - Complexity: O((n + m) log n) for n sources and m statements of sameness.
  init(of sources: [Source], index: IDIndex) {
    guard sources.contains(where: { !$0.sameAs.isEmpty }) else {
      originals = [:]
      return
    }
    var groups = MergedGroups(count: sources.count)
    for (position, source) in sources.enumerated() {
      for copy in source.sameAs {
        if let other = index.position(of: copy, in: sources) { groups.merge(position, other) }
      }
    }
    var originals: [String: String] = [:]
    for (position, source) in sources.enumerated() {
      let first = groups.first(of: position)
      if first != position { originals[source.id] = sources[first].id }
    }
    self.originals = originals
  }

  /// The first in the file of a source and its copies.
  func original(of source: String) -> String { originals[source] ?? source }
}
