/// Exponentials and logarithms from additions, multiplications and divisions alone, so that they have the same bits on
/// every machine; C libraries differ in the last bit.
///
/// Every result is within 1 unit in the last place of the true value.
package enum ElementaryFunctions {
  /// ln 2 in two parts, the first with few enough bits that multiples of it are exact.
  private static let logTwoHigh = 0x1.62e42fee00000p-1
  private static let logTwoLow = 0x1.a39ef35793c76p-33
  /// log₂ e in two parts, the first with few enough bits that its product with 21 others is exact.
  private static let binaryLogOfEHigh = 0x1.7154765200000p+0
  private static let binaryLogOfELow = 0x1.705fc2eefa200p-33

  /// eˣ; infinity above 709.78, 0 below −745.13.
  ///
  /// - Precondition: `x` is not NaN.
  package static func exponential(_ x: Double) -> Double {
    guard x < 710 else { return .infinity }
    guard x > -746 else { return 0 }
    let power = (x / (logTwoHigh + logTwoLow)).rounded()
    let rest = (x - power * logTwoHigh) - power * logTwoLow
    return scaled(exponentialNearZero(rest), by: power)
  }

  /// 2ˣ, exact for whole x; infinity from 1024 on, 0 from −1075 on.
  ///
  /// - Precondition: `x` is not NaN.
  package static func powerOfTwo(_ x: Double) -> Double {
    guard x < 1024 else { return .infinity }
    guard x > -1075 else { return 0 }
    let power = x.rounded()
    let rest = (x - power) * (logTwoHigh + logTwoLow)
    return scaled(exponentialNearZero(rest), by: power)
  }

  /// ln x; −infinity at 0.
  ///
  /// - Precondition: `x` is 0 or more.
  package static func logarithm(_ x: Double) -> Double {
    guard x > 0 else { return -.infinity }
    guard x < .infinity else { return .infinity }
    let parts = LogarithmParts(x)
    let low = parts.correction + parts.exponent * logTwoLow
    return parts.exponent * logTwoHigh - ((parts.halfSquare - low) - parts.excess)
  }

  /// log₂ x, exact for powers of two; −infinity at 0.
  ///
  /// - Precondition: `x` is 0 or more.
  package static func binaryLogarithm(_ x: Double) -> Double {
    guard x > 0 else { return -.infinity }
    guard x < .infinity else { return .infinity }
    let parts = LogarithmParts(x)
    // ln s in two parts, the first of few bits, so that its product with log₂ e can be exact.
    let whole = parts.excess - parts.halfSquare
    let high = Double(bitPattern: whole.bitPattern & 0xFFFF_FFFF_0000_0000)
    let low = ((parts.excess - high) - parts.halfSquare) + parts.correction
    let product = high * binaryLogOfEHigh
    let remainder = (low + high) * binaryLogOfELow + low * binaryLogOfEHigh
    let sum = parts.exponent + product
    return sum + (remainder + ((parts.exponent - sum) + product))
  }

  /// eʳ = 1 + (r + r² (1/2 + r/6 + …)) by Taylor's series up to r¹³ / 13!, smallest terms first; r is at most ln 2 / 2
  /// in size.
  private static func exponentialNearZero(_ rest: Double) -> Double {
    var sum = 1.0
    for divisor in stride(from: 13.0, through: 3, by: -1) { sum = 1 + sum * rest / divisor }
    return 1 + (rest + 0.5 * rest * rest * sum)
  }

  /// A number times a power of two, in two halves, so that the largest and the subnormal results are not lost on the way.
  private static func scaled(_ value: Double, by power: Double) -> Double {
    let half = (power / 2).rounded(.towardZero)
    return value * Double(sign: .plus, exponent: Int(half), significand: 1)
      * Double(sign: .plus, exponent: Int(power - half), significand: 1)
  }
}

/// A number as 2ᵏ (1 + f) with 1 + f from √½ to √2, and the parts of ln (1 + f) = f − (f² / 2 − s (f² / 2 + R)).
///
/// s = f / (2 + f), and R the rest of the series of 2 artanh s, by the polynomial of FreeBSD's `e_log.c`.
private struct LogarithmParts {
  /// k.
  let exponent: Double
  /// f.
  let excess: Double
  /// f² / 2.
  let halfSquare: Double
  /// s (f² / 2 + R).
  let correction: Double

  /// - Precondition: `x` is above 0 and finite.
  init(_ x: Double) {
    let isLarge = x.significand > 1.4142135623730951
    exponent = Double(x.exponent) + (isLarge ? 1 : 0)
    excess = (isLarge ? x.significand / 2 : x.significand) - 1
    halfSquare = 0.5 * excess * excess
    let s = excess / (2 + excess)
    let z = s * s
    let w = z * z
    let even = w * (0x1.999999997fa04p-2 + w * (0x1.c71c51d8e78afp-3 + w * 0x1.39a09d078c69fp-3))
    let odd =
      z * (0x1.5555555555593p-1 + w * (0x1.2492494229359p-2 + w * (0x1.7466496cb03dep-3 + w * 0x1.2f112df3e5244p-3)))
    correction = s * (halfSquare + (odd + even))
  }
}
