import ActorModel
import Testing

@Suite("CalendarDate")
struct CalendarDateTests {
  @Test("The precision is kept and shown", arguments: [("2025", 0), ("2025-07", 1), ("2025-07-03", 2), ("0033", 0)])
  func precision(text: String, precision: Int) throws {
    let date = try CalendarDate(text)
    #expect(date.description == text)
    #expect(date.precision.rawValue == precision)
  }

  @Test("Precisions are ordered from coarse to fine")
  func precisionOrder() {
    #expect(CalendarDate.Precision.year < .month)
    #expect(CalendarDate.Precision.month < .day)
  }

  @Test("A coarse date covers its period")
  func periods() throws {
    #expect(try CalendarDate("2024").firstDay.description == "2024-01-01")
    #expect(try CalendarDate("2024").lastDay.description == "2024-12-31")
    #expect(try CalendarDate("2024-02").firstDay.description == "2024-02-01")
    #expect(try CalendarDate("2024-02").lastDay.description == "2024-02-29")
    #expect(try CalendarDate("2023-02").lastDay.description == "2023-02-28")
    #expect(try CalendarDate("2025-07-03").firstDay == CalendarDate("2025-07-03").lastDay)
  }

  @Test("A month and its first day are the same day but not the same date")
  func identity() throws {
    #expect(try CalendarDate("2025-07") != CalendarDate("2025-07-01"))
    #expect(try CalendarDate("2025-07").firstDay == CalendarDate("2025-07-01").firstDay)
  }

  @Test(
    "Other forms are refused, and the message says which form is read",
    arguments: [
      "", "25", "2025-7", "2025-07-3", "2025/07/03", "2025-07-03T00:00", "03-07-2025", "+2025", "-2025", "2025-",
      "2025-07-", " 2025", "2025-07-03-01", "２０２５", "20２5", "1e3", "2025-0７",
    ])
  func unreadable(text: String) {
    #expect(throws: DateProblem.unreadable(text)) { try CalendarDate(text) }
    #expect(DateProblem.unreadable(text).description.contains("YYYY, YYYY-MM or YYYY-MM-DD"))
  }

  @Test(
    "Days that do not exist are refused with the reason",
    arguments: [
      ("2025-02-30", "days 01 to 28"), ("2024-02-30", "days 01 to 29"), ("2025-04-31", "days 01 to 30"),
      ("2025-13", "months run from 01 to 12"), ("2025-00", "months run from 01 to 12"),
      ("2025-01-00", "days 01 to 31"), ("2025-01-32", "days 01 to 31"), ("0000", "years run from 0001 to 9999"),
      ("0000-01-01", "years run"),
    ])
  func noSuchDay(text: String, reason: String) throws {
    let problem = try #require(throws: DateProblem.self) { try CalendarDate(text) }
    #expect(problem.description.contains(text))
    #expect(problem.description.contains(reason))
  }

  @Test("A part of a longer text is read without a copy")
  func substring() throws {
    let text = "2025-07..2025-08"
    #expect(try CalendarDate(text.prefix(7)).description == "2025-07")
  }
}
