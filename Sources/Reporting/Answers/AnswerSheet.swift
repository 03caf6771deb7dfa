import Answers

/// An answer as one long table for spreadsheets and scripts: names in full, numbers with every digit.
public struct AnswerSheet: Sendable {
  /// A table as the package writes it.
  public init() {}

  /// The table; `nil` where the answer has none.
  public func table(of answer: Answer) -> Table? {
    guard let sheet = answer.sheet else { return nil }
    let shown = sheet.columns.indices.filter { sheet.columns[$0].audience != .people }
    var table = Table(
      columns: shown.map {
        sheet.columns[$0].kind == .numbers ? .numbers(sheet.columns[$0].title) : .words(sheet.columns[$0].title)
      })
    for row in sheet.rows { table.add(shown.map { text(row[$0]) }) }
    return table
  }

  private func text(_ cell: Cell) -> String {
    switch cell {
    case .absent: ""
    case .text(let text): text
    case .phrase(let phrase): AnswerWording().text(phrase)
    case .count(let count): "\(count)"
    case .number(let value, _): value.map { "\($0)" } ?? ""
    case .flag(let flag): "\(flag)"
    case .actor(let actor): actor?.id ?? ""
    case .actors(let actors): actors.map(\.id).joined(separator: " ")
    case .actorID(let id), .relation(let id), .source(let id): id
    case .relations(let ids), .sources(let ids): ids.joined(separator: " ")
    case .tie(let tie): "\(tie.from.id) \(tie.isDirected ? "→" : "–") \(tie.to.id)"
    case .record(let fields): fields.map { "\($0.key)=\(text($0.cell))" }.joined(separator: " ")
    case .list(let cells): cells.map(text).joined(separator: " ")
    case .remedy: ""
    }
  }
}
