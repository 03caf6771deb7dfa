/// Marks that are seen at some dates: one that is alike at several dates is there once.
struct TimedMarks<Mark: Hashable> {
  /// A mark, and how well it is seen at each date: 0 for not at all, 1 for whole.
  struct Entry {
    /// What it is the picture of: one thing has at most one mark at a date.
    let name: String
    let mark: Mark
    var opacities: [Double]
  }

  private struct Key: Hashable {
    let name: String
    let mark: Mark
  }

  private(set) var entries: [Entry] = []
  private let dateCount: Int
  private var places: [Key: Int] = [:]

  init(dateCount: Int) { self.dateCount = dateCount }

  /// Shows a thing by a mark at a date.
  mutating func add(_ mark: Mark, of name: String, at date: Int, opacity: Double) {
    let key = Key(name: name, mark: mark)
    let place = places[key] ?? entries.count
    if place == entries.count {
      places[key] = place
      entries.append(Entry(name: name, mark: mark, opacities: Array(repeating: 0, count: dateCount)))
    }
    entries[place].opacities[date] = opacity
  }

  /// The id of each entry: the thing's own for the one that is seen last, with the first date for the others.
  func ids(prefix: String) -> [String] {
    var last: [String: (date: Int, place: Int)] = [:]
    for (place, entry) in entries.enumerated() {
      let date = entry.opacities.lastIndex { $0 > 0 } ?? 0
      if date >= last[entry.name]?.date ?? 0 { last[entry.name] = (date, place) }
    }
    return entries.enumerated().map { place, entry in
      if last[entry.name]?.place == place { return entry.name }
      let first = entry.opacities.firstIndex { $0 > 0 } ?? 0
      return "\(prefix)date-\(first + 1)-\(entry.name.dropFirst(prefix.count))"
    }
  }
}
