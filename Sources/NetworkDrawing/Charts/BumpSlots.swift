/// Which row each actor of a chart of ranks stands in at each date.
///
/// Those who share a rank take the rows from it downwards, in the order they had before, so that their lines cross as
/// little as can be. A tie that does not end within the rows shown is below them as a whole.
struct BumpSlots {
  /// For each line and date the row from 0; `nil` where it is below the rows or not there.
  private(set) var rows: [[Int?]]
  /// The lines that stand in a row at some date, by place in the chart.
  private(set) var shown: [Int] = []
  /// For each date the runs of rows that share a rank.
  private(set) var ties: [[ClosedRange<Int>]] = []

  init(_ lines: [BumpChart.Line], dateCount: Int, top: Int) {
    rows = lines.map { _ in Array(repeating: nil, count: dateCount) }
    for date in 0..<dateCount {
      var byRank: [Int: [Int]] = [:]
      for (place, line) in lines.enumerated() where date < line.ranks.count {
        if let rank = line.ranks[date] { byRank[rank, default: []].append(place) }
      }
      var bars: [ClosedRange<Int>] = []
      for (rank, members) in byRank where rank >= 1 && rank + members.count - 1 <= top {
        let sorted = members.sorted { a, b in
          let first = date > 0 ? rows[a][date - 1] ?? top : 0
          let second = date > 0 ? rows[b][date - 1] ?? top : 0
          return first != second ? first < second : lines[a].id < lines[b].id
        }
        for (offset, member) in sorted.enumerated() { rows[member][date] = rank - 1 + offset }
        if members.count > 1 { bars.append(rank - 1...rank + members.count - 2) }
      }
      ties.append(bars.sorted { $0.lowerBound < $1.lowerBound })
    }
    shown = lines.indices.filter { place in rows[place].contains { $0 != nil } }
      .sorted { lines[$0].id < lines[$1].id }
  }

  /// How far an actor went from the first date that shows it to the last; leaving the rows counts as the row below.
  func travel(of line: Int, top: Int) -> Int {
    let places = rows[line].map { $0 ?? top }
    return abs((places.last ?? top) - (places.first ?? top))
  }
}
