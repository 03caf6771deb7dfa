import Reporting
import Testing

@Suite("Table")
struct TableTests {
  private func table() -> Table {
    var table = Table("A title", statement: "What the numbers are.", columns: [.words("actor"), .numbers("score")])
    table.add(["Russia", "0.5"])
    table.add(["EU", "12"])
    table.notes = ["… and 3 more."]
    return table
  }

  @Test("Rows are kept as they were added")
  func rows() {
    #expect(table().rows == [["Russia", "0.5"], ["EU", "12"]])
    #expect(table().columns.map(\.title) == ["actor", "score"])
  }

  @Test("Columns of words stand left, of numbers right")
  func kinds() {
    #expect(Table.Column.words("a").alignment == .left)
    #expect(Table.Column.numbers("a").alignment == .right)
  }

  @Test("A plain style has no escape codes, a coloured one sets headings off and ends what it begins")
  func style() {
    #expect(!table().text(.table).contains("\u{1B}"))
    let coloured = table().text(.table, style: TextStyle(isColoured: true))
    #expect(coloured.contains("\u{1B}[1mA title\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[2mWhat the numbers are.\u{1B}[0m"))
    #expect(coloured.split(separator: "\u{1B}[0m").count == coloured.split(separator: "\n").count - 2)
  }
}
