/// Rules of style that change over time: one class for each way in which a value goes through the dates.
struct AnimationRules {
  private let slotCount: Int
  private let seconds: Double
  private var classes: [String: String] = [:]
  private var text = ""

  /// Rules for a number of dates; the last is shown twice as long.
  init(dateCount: Int, secondsPerDate: Double) {
    slotCount = dateCount + 1
    seconds = secondsPerDate * Double(dateCount + 1)
  }

  /// The class whose declarations take these values at the dates; `nil` where they are always the same as at rest.
  ///
  /// - Parameters:
  ///   - selector: What the rule applies to inside an element of the class.
  ///   - rest: The value that needs no rule.
  mutating func cssClass(_ values: [String], selector: String = "", rest: String) -> String? {
    if values.allSatisfy({ $0 == rest }) { return nil }
    let key = selector + "|" + values.joined(separator: "|")
    if let known = classes[key] { return known }
    let name = "k\(classes.count + 1)"
    classes[key] = name
    let last = values[values.count - 1]
    text += ".\(name)\(selector){\(last);animation:\(name) \(Self.number(seconds))s linear infinite}\n"
    text += "@keyframes \(name){\(keyframes(values + [last]))}\n"
    return name
  }

  /// All rules, and that nobody is made to see motion who does not want it.
  var styleSheet: String { text + "@media (prefers-reduced-motion:reduce){*{animation:none!important}}\n" }

  /// Each run of equal values, with a quarter of a second to get there.
  private func keyframes(_ values: [String]) -> String {
    let fade = min(0.25 / seconds, 0.4 / Double(slotCount))
    var result = ""
    var start = 0
    for index in values.indices where index + 1 == values.count || values[index + 1] != values[index] {
      let from = Double(start) / Double(slotCount) + (start > 0 ? fade : 0)
      let to = Double(index + 1) / Double(slotCount)
      result += "\(Self.number(from * 100))%,\(Self.number(to * 100))%{\(values[index])}"
      start = index + 1
    }
    return result
  }

  /// A number with at most two decimals.
  static func number(_ value: Double) -> String {
    let text = "\((value * 100).rounded() / 100)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
