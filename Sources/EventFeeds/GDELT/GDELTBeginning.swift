/// What the first line of a text says about whether it is an event table.
struct GDELTBeginning {
  private let line: Substring

  init(_ text: String) {
    line = text.drop { $0 == "\u{FEFF}" }.split(maxSplits: 1, whereSeparator: \.isNewline).first ?? ""
  }

  /// Whether it is a row of an event table, with tabs or, wrongly, with commas between cells.
  ///
  /// A table is told also where its number of columns is wrong, so that this is said, and not that it names no ends.
  var isTable: Bool { isTable(separatedBy: "\t") || isTable(separatedBy: ",") }

  private func isTable(separatedBy separator: Character) -> Bool {
    let cells = line.split(separator: separator, omittingEmptySubsequences: false)
    guard cells.count >= Self.leastColumns else { return false }
    if GDELTLayout.isHeader(cells[0]) { return true }
    guard !cells[0].isEmpty, cells[0].utf8.allSatisfy(\.isDigit), cells[1].utf8.allSatisfy(\.isDigit) else {
      return false
    }
    if separator == "\t", GDELTLayout.widths.contains(cells.count), cells[1].utf8.count == 8 { return true }
    // The date stands three times: 20191024, 201910, 2019.
    return cells[1].utf8.count == 8 && cells[2] == cells[1].prefix(6) && cells[3] == cells[1].prefix(4)
  }

  /// Fewer columns make no event table, whatever stands in them.
  static let leastColumns = 40
}

extension UInt8 {
  /// Whether it is a digit of ASCII.
  var isDigit: Bool { (0x30...0x39).contains(self) }
}
