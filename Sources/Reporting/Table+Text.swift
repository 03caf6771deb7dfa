import NetworkFormats

extension Table {
  /// The table as text, with a newline at the end.
  public func text(_ format: TableFormat = .table, style: TextStyle = TextStyle()) -> String {
    switch format {
    case .table: onOneLine.terminalText(style)
    case .csv: csvText(guardsFormulas: style.guardsFormulas)
    case .markdown: onOneLine.markdownText()
    }
  }

  /// The same table for people's eyes: no name in it breaks a row or steers a terminal.
  private var onOneLine: Table {
    var table = Table(
      title.onOneLine, statement: statement.onOneLine,
      columns: columns.map { Column(title: $0.title.onOneLine, alignment: $0.alignment) })
    for row in rows { table.add(row.map(\.onOneLine)) }
    table.notes = notes.map(\.onOneLine)
    return table
  }

  private func csvText(guardsFormulas: Bool) -> String {
    let titles = columns.map(\.title)
    guard guardsFormulas else { return Self.csvLines([titles] + rows) }
    let formulas = SpreadsheetGuard()
    let guarded = rows.map { row in
      zip(columns, row).map { column, cell in
        column.alignment == .right && Self.isNumeric(cell) ? cell : formulas.guarding(cell)
      }
    }
    return Self.csvLines([titles.map(formulas.guarding)] + guarded)
  }

  private static func csvLines(_ rows: [[String]]) -> String {
    rows.map { $0.map(csvField).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Whether a cell of a column of numbers holds nothing that could be a formula: `-inf`, `+0.5 (3)`.
  private static func isNumeric(_ cell: String) -> Bool {
    let rest = cell.drop { $0 == "-" || $0 == "+" }
    return rest == "inf" || rest.utf8.allSatisfy { "0123456789.,%() eE+-".utf8.contains($0) }
  }

  private static func csvField(_ text: String) -> String {
    // Scalars, not characters: the two of a Windows line break are one character, which neither of them equals.
    let special: Set<Unicode.Scalar> = ["\"", ",", "\r", "\n"]
    guard text.unicodeScalars.contains(where: special.contains) || text.first == " " || text.last == " " else {
      return text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private func markdownText() -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    var text = title.isEmpty ? "" : "## \(Self.markdownField(title))\n\n"
    if !statement.isEmpty { text += Self.markdownField(statement) + "\n\n" }
    if !columns.isEmpty {
      text += line(columns.map { Self.markdownField($0.title) })
      text += line(columns.map { $0.alignment == .right ? "---:" : "---" })
    }
    for row in rows { text += line(row.map(Self.markdownField)) }
    for note in notes { text += "\n" + Self.markdownField(note) + "\n" }
    return text
  }

  private static func markdownField(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\", "|", "*", "_", "`", "<", ">", "[", "]": result += "\\\(character)"
      default: result.append(character)
      }
    }
  }

  private func terminalText(_ style: TextStyle) -> String {
    let widths = columnWidths(within: style.width)
    var text = ""
    if !title.isEmpty {
      for line in title.wrapped(toWidth: style.width) { text += style.bold(line) + "\n" }
    }
    if !statement.isEmpty {
      for line in statement.wrapped(toWidth: style.width) { text += style.faint(line) + "\n" }
    }
    if columns.isEmpty { return text + noteText(style) }
    if !text.isEmpty { text += "\n" }
    if columns.contains(where: { !$0.title.isEmpty }) {
      text += lines(columns.map(\.title), widths).map { style.bold($0) + "\n" }.joined()
      text += widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    }
    for row in rows { text += lines(row, widths).map { $0 + "\n" }.joined() }
    return text + noteText(style)
  }

  private func noteText(_ style: TextStyle) -> String {
    notes.flatMap { $0.wrapped(toWidth: style.width) }.map { style.faint($0) + "\n" }.joined()
  }

  /// Natural widths; where they do not fit, the widest columns of words give way and wrap.
  private func columnWidths(within total: Int) -> [Int] {
    var widths = columns.indices.map { i in
      max(columns[i].title.displayWidth, rows.reduce(1) { max($0, $1[i].displayWidth) })
    }
    let gaps = 2 * (columns.count - 1)
    while widths.reduce(gaps, +) > total {
      let candidates = columns.indices.filter { columns[$0].alignment == .left && widths[$0] > 8 }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  /// A row as one line, or several where cells wrap.
  private func lines(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrapped = cells.indices.map { cells[$0].wrapped(toWidth: widths[$0]) }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { line in
      var text = ""
      for i in cells.indices {
        let cell = line < wrapped[i].count ? wrapped[i][line] : ""
        let padding = String(repeating: " ", count: max(0, widths[i] - cell.displayWidth))
        let isLast = i == cells.count - 1
        switch columns[i].alignment {
        case .left: text += isLast ? cell : cell + padding
        case .right: text += padding + cell
        }
        if !isLast { text += "  " }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}
