import Reporting
import Testing

@Suite("NumberText")
struct NumberTextTests {
  @Test(
    "Scores",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-3, "−3"), (123_456, "123456"), (0.5, "0.5000"), (0.12345, "0.1235"),
      (-0.12345, "−0.1235"), (12.3456, "12.346"), (123.456, "123.46"), (1234.56, "1234.6"), (1234567.8, "1.235e+06"),
      (0.000012345, "1.234e-05"), (0.0001, "0.0001"), (1e15, "1.000e+15"), (.infinity, "∞"), (-.infinity, "−∞"),
      (.nan, "undefined"),
    ] as [(Double, String)])
  func score(value: Double, text: String) {
    #expect(NumberText.score(value) == text)
  }

  @Test(
    "Numbers as they were written",
    arguments: [
      (1, "1"), (0.9, "0.9"), (0.1 + 0.2, "0.30000000000000004"), (-2.5, "−2.5"), (1e-9, "1e-09"), (30, "30"),
    ]
      as [(Double, String)])
  func plain(value: Double, text: String) {
    #expect(NumberText.plain(value) == text)
  }

  @Test("A difference always shows its sign, but none is none")
  func change() {
    #expect(NumberText.change(0.25) == "+0.2500")
    #expect(NumberText.change(-0.25) == "−0.2500")
    #expect(NumberText.change(2) == "+2")
    #expect(NumberText.change(0) == "0")
    #expect(NumberText.change(-0.0) == "0")
    #expect(NumberText.change(.infinity) == "+∞")
  }

  @Test("Shares")
  func percent() {
    #expect(NumberText.percent(0.125) == "12.5 %")
    #expect(NumberText.percent(1) == "100.0 %")
    #expect(NumberText.percent(-0.031) == "−3.1 %")
  }
}
