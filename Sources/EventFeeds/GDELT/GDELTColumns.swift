import ActorModel
import NetworkReading

/// Which columns an event table has, and which of them name the ends.
struct GDELTColumns {
  let layout: GDELTLayout
  /// Whether the first row names the columns.
  let hasHeader: Bool
  private(set) var source = GDELTLayout.Column.firstActor.rawValue
  private(set) var target = GDELTLayout.Column.secondActor.rawValue

  /// The columns of a table, by its first row and what the options choose for the ends.
  init(
    _ layout: GDELTLayout, firstRow: TabScanner, chosen: [TableOptions.Field: String]
  ) throws(RowFailure) {
    self.layout = layout
    hasHeader = GDELTLayout.isHeader(firstRow.text(0))
    if hasHeader { try checkHeader(firstRow) }
    for (field, name) in chosen.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      switch field {
      case .source: source = try column(named: name)
      case .target: target = try column(named: name)
      default:
        throw RowFailure(
          place: .start, message: "an event table's \(field.rawValue) is not chosen",
          fix: "only its source and target are")
      }
    }
  }

  private func checkHeader(_ row: TabScanner) throws(RowFailure) {
    for (i, name) in layout.names.enumerated() where row.text(i).lowercased() != name.lowercased() {
      throw RowFailure(
        place: row.place(i), message: "column \(i + 1) is '\(row.text(i).clipped)', where '\(name)' is expected",
        fix: "put the columns in GDELT's order, or \(.readAs(format: "csv"))")
    }
  }

  /// A column by its name, or by its number from 1.
  private func column(named name: String) throws(RowFailure) -> Int {
    if let number = Int(name), layout.names.indices.contains(number - 1) { return number - 1 }
    if let column = layout.names.firstIndex(where: { $0.lowercased() == name.lowercased() }) { return column }
    let near = NearestNames(to: name, among: layout.names).first.map { "did you mean '\($0)'?" }
    throw RowFailure(
      place: .start, message: "an event table has no column '\(name.clipped)'",
      fix: near.map { Advice($0) } ?? "Actor1Code and Actor2Code, or Actor1CountryCode and Actor2CountryCode")
  }
}

extension RowFailure {
  /// That a first row has not the columns of an event table.
  static func width(of row: TabScanner) -> RowFailure {
    if row.cellCount == 1, row.count(of: UInt8(ascii: ",")) >= GDELTBeginning.leastColumns {
      return RowFailure(
        place: row.rowPlace,
        message: "the row is separated by commas, where event tables have tabs, whatever their name says",
        fix: "write it with tabs; or \(.readAsTable)")
    }
    return RowFailure(
      place: row.rowPlace,
      message: "a row of \(row.cellCount) cells, where event tables have \(GDELTLayout.widthsText)",
      fix: "a name may hold a tab, or the row may be cut off")
  }
}
