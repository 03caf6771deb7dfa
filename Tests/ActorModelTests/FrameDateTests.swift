import ActorModel
import ModelTestSupport
import Testing

@Suite("FrameDate")
struct FrameDateTests {
  private func period(_ label: String) -> String? {
    FrameDate(label).period.map { "\($0.start) \($0.end)" }
  }

  @Test("Days, months, quarters, years and ranges name the days that they cover")
  func periods() {
    #expect(period("2024-02-29") == "2024-02-29 2024-03-01")
    #expect(period("2024-02") == "2024-02-01 2024-03-01")
    #expect(period("2024-Q4") == "2024-10-01 2025-01-01")
    #expect(period("2024") == "2024-01-01 2025-01-01")
    #expect(period("1946-1949") == "1946-01-01 1950-01-01")
    #expect(period("2024-01..2024-03") == "2024-01-01 2024-03-01")
  }

  @Test("Other labels name no time", arguments: ["46-49", "before the war", "2024-13", "2024-Q5", "2025..2024", ""])
  func labels(label: String) { #expect(period(label) == nil) }

  @Test("A window goes by the shortest label that names it")
  func shortest() {
    for label in ["2024-02-29", "2024-02", "2024-Q4", "2024", "2024-01-02..2024-03-01"] {
      #expect(FrameDate(label).period.map { FrameDate($0).label } == label)
    }
  }

  @Test("Earlier first, shorter first; labels without a time in the order of their numbers")
  func order() {
    let labels = ["2025", "101-104", "2024-02", "46-49", "2024", "47-50", "b", "a10", "a9", "2024-01-01"]
    #expect(
      labels.map { FrameDate($0) }.sorted().map(\.label)
        == ["2024-01-01", "2024", "2024-02", "2025", "46-49", "47-50", "101-104", "a9", "a10", "b"])
  }
}
