import ActorModel

/// A colour with opacity.
public struct Colour: Hashable, Sendable {
  /// Red, 0 to 255.
  public var red: UInt8
  /// Green, 0 to 255.
  public var green: UInt8
  /// Blue, 0 to 255.
  public var blue: UInt8
  /// 0 is not seen, 255 covers.
  public var opacity: UInt8

  /// A colour by its number: `0x0072B2`.
  public init(_ number: UInt32, opacity: UInt8 = 255) {
    red = UInt8(truncatingIfNeeded: number >> 16)
    green = UInt8(truncatingIfNeeded: number >> 8)
    blue = UInt8(truncatingIfNeeded: number)
    self.opacity = opacity
  }

  /// The colour as `#rrggbb`, or `#rrggbbaa` where it is not opaque.
  package var hex: String {
    let parts = opacity == 255 ? [red, green, blue] : [red, green, blue, opacity]
    return "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// How light it is: 0 black, 1 white.
  ///
  /// - Source: W3C, Web Content Accessibility Guidelines 2.2, relative luminance, with a plain square for the gamma.
  package var luminance: Double {
    func linear(_ part: UInt8) -> Double { Double(part) / 255 * Double(part) / 255 }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// A colour on the way to another.
  func mixed(with other: Colour, _ share: Double) -> Colour {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8(max(0, min(255, (Double(a) + (Double(b) - Double(a)) * share).rounded())))
    }
    var result = self
    result.red = mix(red, other.red)
    result.green = mix(green, other.green)
    result.blue = mix(blue, other.blue)
    return result
  }

  func with(opacity: UInt8) -> Colour {
    var result = self
    result.opacity = opacity
    return result
  }

  static let white = Colour(0xFFFFFF)
  static let black = Colour(0x000000)
}

/// The colours of a picture.
///
/// Readers who do not tell red from green, and grey printers, tell them apart: signs also differ by dash and arrow,
/// fills by lightness.
///
/// - Source: M. Okabe, K. Ito, Color Universal Design, 2008.
public struct Palette: Hashable, Sendable {
  /// Supporting relations.
  public var positive = Colour(0x0072B2)
  /// Hostile or burdening relations.
  public var negative = Colour(0xC94F00)
  /// Other relations.
  public var neutral = Colour(0x5F5F5F)
  /// Areas of blocs, by turns.
  public var blocs = [Colour(0x009E73), Colour(0xCC79A7), Colour(0x56B4E9), Colour(0xE69F00), Colour(0x7A7A00)]
  /// The fill of an actor with the least value.
  public var leastFill = Colour(0xFFFFFF)
  /// The fill just below the greatest class.
  public var middleFill = Colour(0xE8BE5A)
  /// The fill of the actors with the greatest values.
  public var greatestFill = Colour(0x33475B)
  /// Names and borders.
  public var ink = Colour(0x1A1A1A)
  /// What is said beside.
  public var faintInk = Colour(0x555555)

  /// Okabe and Ito's colours, the red one darkened for text on white.
  public init() {}

  func colour(of sign: Sign) -> Colour {
    switch sign {
    case .positive: positive
    case .negative: negative
    case .neutral: neutral
    }
  }

  /// The fill at a share of the way from least to greatest: ever stronger, then another for the top, which no mixture
  /// leads to, so that the eye finds it.
  func fill(_ share: Double) -> Colour {
    share < 0.8 ? leastFill.mixed(with: middleFill, share / 0.8) : greatestFill
  }

  /// Ink that can be read on a ground.
  func ink(on ground: Colour) -> Colour { ground.luminance < 0.22 ? .white : ink }
}
