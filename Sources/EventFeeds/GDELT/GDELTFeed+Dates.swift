import ActorModel
import NetworkReading

/// The dates of a row.
extension GDELTFeed {
  /// The day of the event.
  func day() throws(RowFailure) -> EventDay {
    let column = GDELTLayout.Column.day.rawValue
    let text = scanner.text(column)
    guard let day = EventDay(digits: text) else {
      throw RowFailure(
        place: scanner.place(column), message: "SQLDATE '\(text.clipped)' is no day", fix: "days are written 20191024")
    }
    return day
  }

  /// The day on which the row was added: eight digits in 1.0, a time in 2.0.
  func dayAdded(_ layout: GDELTLayout) throws(RowFailure) -> EventDay {
    let text = scanner.text(layout.added)
    let isTime = text.utf8.count == 14 && text.utf8.allSatisfy(\.isDigit) && Self.isTimeOfDay(text.suffix(6))
    guard isTime || text.utf8.count == 8, let day = EventDay(digits: String(text.prefix(8))) else {
      throw RowFailure(
        place: scanner.place(layout.added), message: "DATEADDED '\(text.clipped)' is neither a day nor a time",
        fix: "days are written 20191024, times 20191024143000")
    }
    return day
  }

  private static func isTimeOfDay(_ digits: Substring) -> Bool {
    guard let hour = Int(digits.prefix(2)), let minute = Int(digits.dropFirst(2).prefix(2)),
      let second = Int(digits.suffix(2))
    else { return false }
    return hour < 24 && minute < 60 && second < 60
  }

  /// Remarks where the other columns of the date say another.
  mutating func checkDates(_ date: EventDay) {
    let columns: [(GDELTLayout.Column, String, String)] = [
      (.month, "MonthYear", String(date.digits.prefix(6))), (.year, "Year", String(date.digits.prefix(4))),
    ]
    for (column, name, expected) in columns where scanner.text(column.rawValue) != expected {
      warn(of: column, name, "disagrees with SQLDATE \(date.digits), which counts")
    }
    guard let month = Int(date.digits.dropFirst(4).prefix(2)), let day = Int(date.digits.suffix(2)),
      let year = Double(date.digits.prefix(4))
    else { return }
    // GDELT's own reckoning: twelve months of thirty days in a year of 365.
    let expected = year + Double((month - 1) * 30 + day) / 365
    let said = DecimalNumber.lenientValue(of: scanner.text(GDELTLayout.Column.fraction.rawValue))
    if said.map({ abs($0 - expected) > 0.001 }) ?? true {
      warn(of: .fraction, "FractionDate", "disagrees with SQLDATE \(date.digits), which counts")
    }
  }

  private mutating func warn(of column: GDELTLayout.Column, _ name: String, _ what: String) {
    let text = scanner.text(column.rawValue)
    remark(.warning, column.rawValue, text.isEmpty ? "\(name) is empty" : "\(name) '\(text.clipped)' \(what)")
  }
}
