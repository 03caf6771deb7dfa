extension Day: Codable {
  /// A day from its text, YYYY-MM-DD.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    let date: CalendarDate
    do {
      date = try CalendarDate(text)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
    }
    guard date.precision == .day else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no day: write YYYY-MM-DD")
    }
    self = date.firstDay
  }

  /// The day as YYYY-MM-DD.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension DayRange: Codable {
  private enum CodingKeys: String, CodingKey { case start, end }

  /// A window from its first day and the day after its last.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let start = try container.decode(Day.self, forKey: .start)
    let end = try container.decode(Day.self, forKey: .end)
    guard let range = DayRange(start: start, end: end) else {
      throw DecodingError.dataCorruptedError(
        forKey: .end, in: container, debugDescription: "the window ends before it begins: \(start) to \(end)")
    }
    self = range
  }

  /// The window as its first day and the day after its last.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(start, forKey: .start)
    try container.encode(end, forKey: .end)
  }
}
