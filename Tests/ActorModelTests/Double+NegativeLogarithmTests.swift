import ActorModel
import Testing

@Suite("Negative logarithm")
struct NegativeLogarithmTests {
  @Test("Known values; 1 gives +0")
  func values() {
    #expect(1.0.negativeLogarithm == 0)
    #expect(1.0.negativeLogarithm.sign == .plus)
    #expect(abs(0.5.negativeLogarithm - 0.6931471805599453) < 1e-15)
    #expect(0.0.negativeLogarithm == .infinity)
    // The bits are those of this package and of no C library.
    #expect(0.3.negativeLogarithm == 0x1.34378fcbda721p+0)
  }

  @Test("The product of probabilities becomes the sum of lengths")
  func product() {
    #expect(abs(0.3.negativeLogarithm + 0.9.negativeLogarithm - 0.27.negativeLogarithm) < 1e-15)
  }
}
