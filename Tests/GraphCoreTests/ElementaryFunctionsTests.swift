import GraphCore
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite("ElementaryFunctions")
struct ElementaryFunctionsTests {
  /// How many doubles apart two results are: the C library's own errors are below one unit.
  private func distance(_ a: Double, _ b: Double) -> Double { a == b ? 0 : abs(a - b) / max(a.ulp, b.ulp) }

  /// Numbers above 0 of every size, many near 1, where a logarithm is small.
  private func numbers(_ count: Int) -> [Double] {
    var random = SeededGenerator(seed: 7)
    return (0..<count).map { i in
      let unit = random.nextUnit()
      return switch i % 4 {
      case 0: Double(sign: .plus, exponent: Int(unit * 2090) - 1070, significand: 1 + random.nextUnit())
      case 1: unit + 1e-9
      case 2: 0.5 + unit
      default: 1 + (unit - 0.5) * 1e-3
      }
    }
  }

  @Test("Logarithms are those of the C library, within one unit in the last place")
  func logarithms() {
    for x in numbers(200_000) {
      #expect(distance(ElementaryFunctions.logarithm(x), log(x)) <= 1, "ln \(x)")
      #expect(distance(ElementaryFunctions.binaryLogarithm(x), log2(x)) <= 1, "log2 \(x)")
    }
  }

  @Test("Exponentials are those of the C library, within one unit in the last place")
  func exponentials() {
    var random = SeededGenerator(seed: 8)
    for i in 0..<200_000 {
      let x = (random.nextUnit() - 0.5) * (i.isMultiple(of: 2) ? 1400 : 4)
      #expect(distance(ElementaryFunctions.exponential(x), exp(x)) <= 1, "e^\(x)")
      #expect(distance(ElementaryFunctions.powerOfTwo(x), exp2(x)) <= 1, "2^\(x)")
    }
  }

  @Test("Powers of two are exact, there and back, the subnormal ones too")
  func exact() {
    for exponent in -1074...1023 {
      let power = Double(sign: .plus, exponent: exponent, significand: 1)
      #expect(ElementaryFunctions.powerOfTwo(Double(exponent)) == power)
      #expect(ElementaryFunctions.binaryLogarithm(power) == Double(exponent))
    }
  }

  @Test("The ends of the range: 0, 1, infinity, and what no double can hold")
  func ends() {
    for function in [ElementaryFunctions.logarithm, ElementaryFunctions.binaryLogarithm] {
      #expect(function(0) == -.infinity && function(.infinity) == .infinity)
      #expect(function(1) == 0 && function(1).sign == .plus)
    }
    for function in [ElementaryFunctions.exponential, ElementaryFunctions.powerOfTwo] {
      #expect(function(0) == 1 && function(2000) == .infinity && function(-2000) == 0)
      #expect(function(.infinity) == .infinity && function(-.infinity) == 0)
    }
    #expect(ElementaryFunctions.exponential(709.78).isFinite && ElementaryFunctions.exponential(-745) > 0)
  }

  // The bits themselves: the same on every machine, whatever its C library says.
  @Test("Known bits")
  func bits() {
    #expect(ElementaryFunctions.logarithm(0.3) == -0x1.34378fcbda721p+0)
    #expect(ElementaryFunctions.exponential(1) == 0x1.5bf0a8b14576ap+1)
    #expect(ElementaryFunctions.powerOfTwo(0.5) == 0x1.6a09e667f3bccp+0)
    #expect(ElementaryFunctions.binaryLogarithm(10) == 0x1.a934f0979a371p+1)
  }
}
