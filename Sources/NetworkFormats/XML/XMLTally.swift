import NetworkReading

/// Counts things of a kind that a reader passes over, so that a file with a thousand of them gives one warning.
struct XMLTally {
  private var kinds: [(what: String, fix: Advice?, first: TextLocation, count: Int)] = []

  /// Notes one thing; `what` reads "ports are not read".
  mutating func add(_ what: String, at place: TextLocation, fix: Advice? = nil) {
    if let i = kinds.firstIndex(where: { $0.what == what }) {
      kinds[i].count += 1
    } else {
      kinds.append((what, fix, place, 1))
    }
  }

  /// Writes one warning for each kind.
  func report(to log: inout ImportLog) {
    for kind in kinds {
      let times = kind.count == 1 ? "" : " (\(kind.count) times, the first here)"
      log.warning(kind.first, kind.what + times, kind.fix)
    }
  }
}
