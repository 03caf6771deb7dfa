/// A random number generator whose stream is the same on every machine and in every version: SplitMix64.
///
/// The same seed gives the same numbers. ``stream(_:)`` gives independent streams, one for each piece of work, so
/// that work shared among threads draws the same numbers whoever does it.
///
/// - Source: G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014, doi:10.1145/2660193.2660195.
@usableFromInline
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  @usableFromInline
  var state: UInt64

  /// A generator whose numbers depend on nothing but the seed.
  @inlinable
  package init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  @inlinable
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mix(state)
  }

  /// A generator of its own for piece of work number `index`.
  @inlinable
  package func stream(_ index: Int) -> SeededGenerator {
    SeededGenerator(seed: Self.mix(state ^ Self.mix(UInt64(truncatingIfNeeded: index) &+ 0xD1B5_4A32_D192_ED03)))
  }

  /// A number in `0 ..< 1` with 53 random bits.
  @inlinable
  package mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number in `0 ..< bound`, each equally likely.
  ///
  /// - Precondition: `bound` is above 0.
  @inlinable
  package mutating func nextIndex(below bound: Int) -> Int {
    precondition(bound > 0, "a bound above 0")
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// Puts the elements in a random order.
  @inlinable
  package mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, nextIndex(below: last + 1))
    }
  }

  @inlinable
  static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
