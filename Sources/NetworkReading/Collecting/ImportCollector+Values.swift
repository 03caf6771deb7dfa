import ActorModel

/// What a text of the file is as a value, or what is wrong with it.
extension ImportCollector {
  /// Whether a text can be an id; what is wrong with it is an error.
  package mutating func isUsable(_ id: String, _ what: @autoclosure () -> String, at place: TextLocation) -> Bool {
    if id.isEmpty {
      log.error(place, "\(what()) is empty", "give it a short name")
      return false
    }
    if !id.isPrintableASCII,
      let bad = id.unicodeScalars.first(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
    {
      log.error(
        place, "\(what()) has the control character U+\(String(bad.value, radix: 16, uppercase: true))", "take it out")
      return false
    }
    return isShort(id, what(), at: place)
  }

  /// Warns of characters in a text that steer terminals or turn the direction of writing.
  package mutating func checkText(_ text: String, _ what: @autoclosure () -> String, at place: TextLocation) {
    guard let fault = TextFault(in: text, what()) else { return }
    switch fault.severity {
    case .error: log.error(place, fault.message, fault.fix)
    case .warning: log.warning(place, fault.message, fault.fix)
    }
  }

  private mutating func isShort(
    _ text: String, _ what: @autoclosure () -> String, at place: TextLocation
  ) -> Bool {
    guard text.utf8.count > SourceLimits.scalarLength else { return true }
    log.error(place, "\(what()) has more than \(SourceLimits.scalarLength) bytes")
    return false
  }

  /// A finite number in a field of the file.
  package mutating func number(_ text: String, _ what: String, at place: TextLocation) -> Double? {
    guard let value = DecimalNumber.lenientValue(of: text) else {
      log.error(place, "\(what) '\(text.prefix(40))' is not a finite number", Advice(DecimalNumber.advice(for: text)))
      return nil
    }
    if value == 0, text.prefix(while: { $0 != "e" && $0 != "E" }).contains(where: { ("1"..."9").contains($0) }) {
      repair(at: place, "\(what) '\(text.prefix(40))' is too small for a number, and counts as 0")
    }
    return value
  }

  /// A number in a table, where a comma may separate decimals if the options say so.
  package mutating func number(inTable text: String, _ what: String, at place: TextLocation) -> Double? {
    guard options.table.hasDecimalComma else {
      let isComma = text.contains(",") && DecimalNumber.lenientValue(of: text.replacing(",", with: ".")) != nil
      if isComma, DecimalNumber.lenientValue(of: text) == nil {
        log.error(
          place, "\(what) '\(text.prefix(40))' is not a finite number",
          "\(DecimalNumber.advice(for: text)); or \(.sayDecimalComma), for the whole table")
        return nil
      }
      return number(text, what, at: place)
    }
    if text.contains(".") {
      log.error(
        place, "\(what) '\(text.prefix(40))' has a point, where commas separate decimals",
        "take out what parts thousands")
      return nil
    }
    return number(text.replacing(",", with: "."), what, at: place)
  }

  /// A probability in a field of the file.
  package mutating func probability(_ text: String, _ what: String, at place: TextLocation, inTable: Bool = false)
    -> Double?
  {
    let found = inTable ? number(inTable: text, what, at: place) : number(text, what, at: place)
    guard let value = found else { return nil }
    guard (0...1).contains(value) else {
      log.error(place, "\(what) \(value) is outside 0..1", "\(what) is a probability")
      return nil
    }
    return value
  }

  /// A date in a field of the file.
  package mutating func date(_ text: String, _ what: String, at place: TextLocation) -> CalendarDate? {
    do {
      return try CalendarDate(text)
    } catch {
      log.error(place, "\(what): \(error)")
      return nil
    }
  }

  /// One of a few words, capitals and small letters alike.
  package mutating func word(_ text: String, _ what: String, among words: [String], at place: TextLocation) -> String? {
    let word = text.lowercased()
    if words.contains(word) { return word }
    log.error(
      place, "\(what) '\(text.prefix(40))' is none of \(words.joined(separator: ", "))",
      NearestNames(to: text, among: words).first.map { "did you mean '\($0)'?" } ?? "write one of these words")
    return nil
  }

  /// A sign as a word, or as `+`, `-`, `1`, `-1`, `0`.
  package mutating func sign(_ text: String, at place: TextLocation) -> Sign? {
    switch text.lowercased() {
    case "+", "+1", "1", "pos", "positive", "p": return .positive
    case "-", "−", "-1", "neg", "negative", "n": return .negative
    case "0", "o", "neutral": return .neutral
    default:
      _ = word(text, "sign", among: Sign.allCases.map(\.rawValue), at: place)
      return nil
    }
  }
}

extension String {
  /// Whether all characters are letters, digits, signs and spaces of ASCII.
  package var isPrintableASCII: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
}
