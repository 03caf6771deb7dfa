import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    ("0", 0.0), ("-0", -0.0), ("12", 12), ("0.5", 0.5), ("-1.25", -1.25), ("1e3", 1000), ("1E-2", 0.01),
    ("1.5e+2", 150),
    ("007", 7), ("0.30000000000000004", 0.1 + 0.2), ("1e-400", 0),
  ])
  func reads(_ text: String, _ value: Double) { #expect(DecimalNumber.value(of: text) == value) }

  @Test(arguments: [
    "", "-", "+5", ".5", "5.", "1,5", "1.234,56", "1 234", "0x10", "1_000", "1e", "--1", "nan", "NaN", "inf",
    "-Infinity",
    "1.#QNAN", "nan(0x1)", "1e400", "١٢", "1.2.3", " 1", "1 ",
  ])
  func refuses(_ text: String) { #expect(DecimalNumber.value(of: text) == nil) }

  @Test func othersMayWriteSignsAndPointsTheirWay() {
    for (text, value) in [("+5", 5.0), (".5", 0.5), ("5.", 5), ("-.5", -0.5), ("+1.e2", 100), ("5.e-1", 0.5)] {
      #expect(DecimalNumber.lenientValue(of: text) == value, "\(text)")
    }
    for text in ["+-5", "--5", ".", "+", "", "+inf", "nan", "e5", ".e5", "1,5", "0x1"] {
      #expect(DecimalNumber.lenientValue(of: text) == nil, "\(text)")
    }
  }

  @Test func advisesWhatToWrite() {
    #expect(DecimalNumber.advice(for: "1,5") == "write 1.5, with a point")
    #expect(DecimalNumber.advice(for: "610,086").contains("610086"))
    #expect(DecimalNumber.advice(for: "many").contains("0.5"))
  }

  @Test func writtenNumbersReadBackExactly() {
    for value in [1, 0.1, 1.0 / 3, 1e300, .leastNonzeroMagnitude, 123_456_789.125, .greatestFiniteMagnitude] {
      #expect(DecimalNumber.value(of: DecimalNumber.text(of: value)) == value)
    }
    #expect(DecimalNumber.text(of: 3) == "3")
  }

  @Test func theFastWayAgreesWithTheSlow() {
    var seed: UInt64 = 1
    for _ in 0..<20_000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1
      let digits = String((seed >> 20) % 10_000_000_000_000)
      let cut = Int(seed % 13)
      let text =
        cut > 0 && cut < digits.count ? String(digits.dropLast(cut)) + "." + String(digits.suffix(cut)) : digits
      let bytes = Array(text.utf8)
      let fast = bytes.withUnsafeBufferPointer { DecimalNumber.fastValue(of: $0, from: 0, to: $0.count) }
      #expect(fast == nil || fast == Double(text))
    }
  }
}
