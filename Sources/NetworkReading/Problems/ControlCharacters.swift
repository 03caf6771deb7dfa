/// How a control character is written out in a text that is shown.
public enum ControlForm: Sendable {
  /// `\u{9B}`, for people.
  case shown
  /// `\u009b`, by which JSON stays the same JSON.
  case json
}

extension String {
  /// The text with control and direction-changing characters written as `\u{…}`, so that data cannot steer a terminal.
  public var escapingControls: String { escapingControls(as: .shown, keepsLines: false) }

  /// The text of several lines with the control and direction-changing characters in them written out; tabs and the
  /// ends of lines stay.
  public func escapingControlsInLines(as form: ControlForm = .shown) -> String {
    escapingControls(as: form, keepsLines: true)
  }

  private func escapingControls(as form: ControlForm, keepsLines: Bool) -> String {
    guard unicodeScalars.contains(where: \.steersTerminals) else { return self }
    let scalars = unicodeScalars
    var text = String.UnicodeScalarView()
    for (position, scalar) in zip(scalars.indices, scalars) {
      // A carriage return that ends no line would write over the line.
      let endsLine = scalar == "\r" && scalars[position...].dropFirst().first == "\n"
      if scalar.steersTerminals, !(keepsLines && (scalar == "\n" || scalar == "\t" || endsLine)) {
        text.append(contentsOf: scalar.written(as: form).unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Whether the character is one of control, or turns the direction of writing.
  package var steersTerminals: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || (0x202A...0x202E).contains(value)
      || (0x2066...0x2069).contains(value)
  }

  /// The code of the character, which is none beyond U+FFFF.
  fileprivate func written(as form: ControlForm) -> String {
    switch form {
    case .shown: return "\\u{\(String(value, radix: 16, uppercase: true))}"
    case .json:
      let digits = String(value, radix: 16)
      return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }
}
