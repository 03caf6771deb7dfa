import ActorModel
import Testing

@Suite("Day")
struct DayTests {
  @Test("Every day from 1600 to 2400 goes to the calendar and back, one after the other")
  func roundTrip() throws {
    let first = try #require(Day(year: 1600, month: 1, day: 1))
    let last = try #require(Day(year: 2400, month: 12, day: 31))
    #expect(first.number == -135_140)
    #expect(last.number == 157_419)
    var expected = (year: 1600, month: 1, day: 1)
    for number in first.number...last.number {
      let day = Day(number: number)
      let date = day.date
      guard date.year == expected.year, date.month == expected.month, date.day == expected.day,
        Day(year: expected.year, month: expected.month, day: expected.day) == day
      else {
        Issue.record("day \(number) is \(date), not \(expected)")
        return
      }
      let length = [31, isLeap(expected.year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][expected.month - 1]
      expected.day += 1
      if expected.day > length { expected = (expected.year, expected.month + 1, 1) }
      if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
    }
    #expect(expected == (2401, 1, 1))
  }

  /// The rule of 1582, said another way than in the code under test.
  private func isLeap(_ year: Int) -> Bool {
    if year.isMultiple(of: 400) { return true }
    if year.isMultiple(of: 100) { return false }
    return year.isMultiple(of: 4)
  }

  @Test("Days are counted from 1970, and known dates lie where they should")
  func knownDays() throws {
    #expect(Day(number: 0).description == "1970-01-01")
    #expect(Day(number: -1).description == "1969-12-31")
    #expect(try #require(Day(year: 2000, month: 2, day: 29)).number == 11_016)
    #expect(try #require(Day(year: 2025, month: 7, day: 3)).number == 20_272)
    #expect(try #require(Day(year: 1, month: 1, day: 1)).number == -719_162)
    #expect(Day(number: -719_162).description == "0001-01-01")
    #expect(try #require(Day(year: 9999, month: 12, day: 31)).description == "9999-12-31")
  }

  @Test("There is a 29 February in leap years only")
  func leapYears() {
    for year in [1600, 1996, 2000, 2024, 2400] { #expect(Day(year: year, month: 2, day: 29) != nil, "\(year)") }
    for year in [1700, 1800, 1900, 2023, 2025, 2100] { #expect(Day(year: year, month: 2, day: 29) == nil, "\(year)") }
  }

  @Test("There is no day outside the calendar")
  func noSuchDay() {
    #expect(Day(year: 2025, month: 0, day: 1) == nil)
    #expect(Day(year: 2025, month: 13, day: 1) == nil)
    #expect(Day(year: 2025, month: 4, day: 31) == nil)
    #expect(Day(year: 2025, month: 4, day: 0) == nil)
    #expect(Day(year: 0, month: 4, day: 1) == nil)
    #expect(Day(year: 10_000, month: 1, day: 1) == nil)
  }

  @Test("Days add up over months and years and are ordered")
  func arithmetic() throws {
    let day = try #require(Day(year: 2024, month: 2, day: 28))
    #expect(day.advanced(by: 1).description == "2024-02-29")
    #expect(day.advanced(by: 2).description == "2024-03-01")
    #expect(day.advanced(by: 366).description == "2025-02-28")
    #expect(day.advanced(by: -59).description == "2023-12-31")
    #expect(day < day.advanced(by: 1))
    #expect(!(day < day))
  }
}
