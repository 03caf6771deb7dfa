import EventFeeds

/// A row of an event table, made up: sound unless a test spoils a column.
package struct EventRow {
  package typealias Column = GDELTLayout.Column

  /// The cells, by the numbers of columns.
  package private(set) var cells: [String]
  package let layout: GDELTLayout

  /// An event between two actors, in a table of 57, 58 or 61 columns.
  package init(_ first: String = "RUS", _ second: String = "AFG", _ columns: [Column: String] = [:], width: Int = 61) {
    layout = GDELTLayout(width: width) ?? GDELTLayout.newest
    cells = [String](repeating: "", count: layout.width)
    cells[Column.id.rawValue] = "700000001"
    cells[Column.day.rawValue] = "20250703"
    cells[Column.month.rawValue] = "202507"
    cells[Column.year.rawValue] = "2025"
    cells[Column.fraction.rawValue] = "2025.5014"
    cells[Column.firstActor.rawValue] = first
    cells[Column.secondActor.rawValue] = second
    cells[Column.isRoot.rawValue] = "1"
    cells[Column.code.rawValue] = "054"
    cells[Column.baseCode.rawValue] = "054"
    cells[Column.rootCode.rawValue] = "05"
    cells[Column.quadClass.rawValue] = "1"
    cells[Column.goldstein.rawValue] = "6.0"
    for column in [Column.mentions, .sources, .articles] { cells[column.rawValue] = "2" }
    cells[Column.tone.rawValue] = "-1.5"
    cells[layout.placeCountry] = "AF"
    cells[layout.latitude] = "34.5"
    cells[layout.longitude] = "69.2"
    cells[layout.added] = width == 61 ? "20250704120000" : "20250704"
    if let address = layout.address { cells[address] = "https://news.example/a" }
    for (column, text) in columns { cells[column.rawValue] = text }
  }

  /// The row with another text in a column that has no place of its own in all layouts.
  package func with(_ column: Int, _ text: String) -> EventRow {
    var row = self
    row.cells[column] = text
    return row
  }

  /// The row with a text in a column of an actor.
  package func with(_ start: Column, _ column: GDELTLayout.ActorColumn, _ text: String) -> EventRow {
    with(start.rawValue + column.rawValue, text)
  }

  /// The row of another event.
  package func with(id: Int) -> EventRow { with(Column.id.rawValue, "\(id)") }

  package var text: String { cells.joined(separator: "\t") + "\n" }

  package static func table(_ rows: [EventRow]) -> [UInt8] { Array(rows.map(\.text).joined().utf8) }
}
