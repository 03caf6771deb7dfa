import NetworkReading

extension DecimalNumber {
  /// A finite number from plain ASCII digits, without a string: `-12.5`; `nil` where the slower way must decide.
  ///
  /// Exact: the digits fit a double's 53 bits and the power of ten is one that a double holds.
  ///
  /// - Source: W. D. Clinger, PLDI 1990, doi:10.1145/93542.93557, the fast path.
  static func fastValue(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Double? {
    var i = start
    let isNegative = i < end && bytes[i] == UInt8(ascii: "-")
    if isNegative { i += 1 }
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    var hasPoint = false
    while i < end {
      let byte = bytes[i]
      if byte >= 0x30, byte <= 0x39 {
        mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30)
        digits += 1
        if hasPoint { decimals += 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint, digits > 0 {
        hasPoint = true
      } else {
        return nil
      }
      i += 1
    }
    guard digits > 0, digits <= 15, !hasPoint || decimals > 0 else { return nil }
    let value = Double(mantissa) / powersOfTen[decimals]
    return isNegative ? -value : value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
