import ActorModel
import Testing

@Suite("Negative logarithm")
struct NegativeLogarithmTests {
  @Test("Known values; 1 gives +0")
  func values() {
    #expect(negativeLogarithm(1) == 0)
    #expect(negativeLogarithm(1).sign == .plus)
    #expect(abs(negativeLogarithm(0.5) - 0.6931471805599453) < 1e-15)
    #expect(negativeLogarithm(0) == .infinity)
    // The bits are those of this package and of no C library.
    #expect(negativeLogarithm(0.3) == 0x1.34378fcbda721p+0)
  }

  @Test("The product of probabilities becomes the sum of lengths")
  func product() {
    #expect(abs(negativeLogarithm(0.3) + negativeLogarithm(0.9) - negativeLogarithm(0.27)) < 1e-15)
  }
}
