/// eˣ and ln x from additions, multiplications and divisions alone, so that they have the same bits on every machine;
/// C libraries differ in the last bit.
enum ElementaryFunctions {
  /// ln 2 in two parts, the first with few enough bits that multiples of it are exact.
  private static let logTwoHigh = 0x1.62e42fee00000p-1
  private static let logTwoLow = 0x1.a39ef35793c76p-33

  /// eˣ, within 2 units in the last place; infinity above 709.78, 0 below −745.13.
  ///
  /// - Precondition: `x` is not NaN.
  static func exponential(_ x: Double) -> Double {
    guard x < 710 else { return .infinity }
    guard x > -746 else { return 0 }
    let power = (x / (logTwoHigh + logTwoLow)).rounded()
    let rest = (x - power * logTwoHigh) - power * logTwoLow
    // Taylor's series up to r¹³ / 13!, smallest terms first; r is at most ln 2 / 2.
    var sum = 1.0
    for divisor in stride(from: 13.0, through: 1, by: -1) { sum = 1 + sum * rest / divisor }
    // In two halves, so that the largest and the subnormal results are not lost on the way.
    let half = (power / 2).rounded(.towardZero)
    return sum * powerOfTwo(half) * powerOfTwo(power - half)
  }

  /// ln x, within 2 units in the last place; −infinity at 0.
  ///
  /// - Precondition: `x` is 0 or more.
  static func logarithm(_ x: Double) -> Double {
    guard x > 0 else { return -.infinity }
    guard x < .infinity else { return .infinity }
    var exponent = Double(x.exponent)
    var significand = x.significand
    if significand > 1.4142135623730951 {
      significand /= 2
      exponent += 1
    }
    // ln s = 2 artanh((s − 1) / (s + 1)); the argument is at most 0.1716, so 23 is power enough.
    let argument = (significand - 1) / (significand + 1)
    let square = argument * argument
    var sum = 0.0
    for power in stride(from: 23.0, through: 3, by: -2) { sum = (sum + 1 / power) * square }
    return exponent * logTwoHigh + (exponent * logTwoLow + 2 * argument + 2 * argument * sum)
  }

  private static func powerOfTwo(_ power: Double) -> Double {
    Double(sign: .plus, exponent: Int(power), significand: 1)
  }
}
