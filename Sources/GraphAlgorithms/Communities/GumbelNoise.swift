import GraphCore

/// A table of random numbers from Gumbel's distribution, −ln(−ln u), read from a random place on.
///
/// - Source: E. J. Gumbel, Statistical Theory of Extreme Values (1954).
struct GumbelNoise: Sendable {
  private static let count = 2048
  /// How many numbers may be read on from any place.
  static let reach = 64
  /// The numbers, the first ones once more at the end.
  let values: SharedBuffer<Float>

  init(_ random: inout SeededGenerator) {
    values = SharedBuffer(unwrittenCount: Self.count + Self.reach)
    for place in 0..<Self.count {
      let unit = random.nextUnit() + 0x1p-54
      values.buffer[place] = Float(-ElementaryFunctions.logarithm(-ElementaryFunctions.logarithm(unit)))
    }
    for place in 0..<Self.reach { values.buffer[Self.count + place] = values.buffer[place] }
  }

  /// Where to read on from.
  @inline(__always)
  static func start(_ random: inout SeededGenerator) -> Int { Int(truncatingIfNeeded: random.next() >> 53) }

  /// The number at a place, however far on.
  @inline(__always)
  subscript(place: Int) -> Double { Double(values.buffer[place & (Self.count - 1)]) }
}
