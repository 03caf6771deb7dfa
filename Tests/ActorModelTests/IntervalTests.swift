import ActorModel
import ModelTestSupport
import Testing

@Suite("Interval")
struct IntervalTests {
  @Test("The first day is in it, the day it ends is not")
  func halfOpen() {
    let interval = Sample.interval("2024-04-01", "2025-04-17")
    #expect(!interval.contains(Sample.day("2024-03-31")))
    #expect(interval.contains(Sample.day("2024-04-01")))
    #expect(interval.contains(Sample.day("2025-04-16")))
    #expect(!interval.contains(Sample.day("2025-04-17")))
  }

  @Test("A coarse bound stands for the first day of its period: until 2025 holds to the end of 2024")
  func coarseBounds() {
    let years = Sample.interval("2021", "2025")
    #expect(years.contains(Sample.day("2021-01-01")))
    #expect(years.contains(Sample.day("2024-12-31")))
    #expect(!years.contains(Sample.day("2025-01-01")))
    let months = Sample.interval("2025-02", "2025-03")
    #expect(!months.contains(Sample.day("2025-01-31")))
    #expect(months.contains(Sample.day("2025-02-28")))
    #expect(!months.contains(Sample.day("2025-03-01")))
  }

  @Test("An open end stays open")
  func openEnds() {
    #expect(Sample.interval("2025-07-03").contains(Sample.day("9999-12-31")))
    #expect(Interval(until: Sample.date("2025")).contains(Sample.day("0001-01-01")))
    #expect(Interval().contains(Sample.day("2025-01-01")))
  }

  @Test("Overlap with a window agrees with looking at each of its days")
  func overlap() {
    let days = (0..<12).map { Sample.day("2025-01-28").advanced(by: $0) }
    let bounds: [String] = ["", "2025-01-30", "2025-02", "2025-02-01", "2025-02-04"]
    for since in bounds {
      for until in bounds {
        let interval = Sample.interval(since, until)
        // An interval that never holds is an error of the file; overlap is asked of the others only.
        guard !interval.isEmpty else { continue }
        for start in days.indices {
          for end in (start + 1)..<(days.count + 1) {
            guard let window = DayRange(start: days[start], end: days[0].advanced(by: end)) else { continue }
            let expected = days[start..<end].contains(where: interval.contains)
            #expect(interval.overlaps(window) == expected, "[\(since), \(until)) and \(window.start) to \(window.end)")
          }
        }
      }
    }
  }

  @Test("It is empty when it ends on or before its first day, whatever the precision")
  func empty() {
    #expect(Sample.interval("2025-07-03", "2025-07-03").isEmpty)
    #expect(Sample.interval("2025-07-03", "2025-07-02").isEmpty)
    #expect(Sample.interval("2025", "2025-01-01").isEmpty)
    #expect(Sample.interval("2025-03", "2025").isEmpty)
    #expect(!Sample.interval("2025", "2025-01-02").isEmpty)
    #expect(!Sample.interval("2025").isEmpty)
    #expect(!Sample.interval("", "2025").isEmpty)
  }

  @Test("A window holds at least one day")
  func windows() {
    let day = Sample.day("2025-07-03")
    #expect(DayRange(start: day, end: day) == nil)
    #expect(DayRange(start: day, end: day.advanced(by: -1)) == nil)
    #expect(DayRange(start: day, end: day.advanced(by: 1)) != nil)
  }
}
