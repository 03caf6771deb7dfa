/// Rules of style that change over time: one class for each way in which marks are seen through the dates.
struct AnimationRules {
  private let slotCount: Int
  private let seconds: Double
  private var classes: [[Double]: String] = [:]
  private var text = ""

  /// Rules for a number of dates; the last is shown twice as long.
  init(dateCount: Int, secondsPerDate: Double) {
    slotCount = dateCount + 1
    seconds = secondsPerDate * Double(dateCount + 1)
  }

  /// The class of marks that are seen so well at each date, 0 for not at all to 1; `nil` where they always are.
  ///
  /// What is not seen is hidden as well, so that the pointer finds no tooltip of another date.
  mutating func cssClass(_ opacities: [Double]) -> String? {
    if opacities.allSatisfy({ $0 == 1 }) { return nil }
    if let known = classes[opacities] { return known }
    let name = "k\(classes.count + 1)"
    classes[opacities] = name
    let last = opacities[opacities.count - 1]
    text += ".\(name){\(Self.declarations(last));animation:\(name) \(Self.number(seconds))s linear infinite}\n"
    text += "@keyframes \(name){\(keyframes(opacities + [last]))}\n"
    return name
  }

  /// All rules, and that nobody is made to see motion who does not want it.
  var styleSheet: String { text + "@media (prefers-reduced-motion:reduce){*{animation:none!important}}\n" }

  /// Every state names every property: one that a keyframe leaves out has its value at rest there.
  private static func declarations(_ opacity: Double) -> String {
    "opacity:\(number(opacity));visibility:\(opacity > 0 ? "visible" : "hidden")"
  }

  /// Each run of equal values, with a quarter of a second to get there.
  private func keyframes(_ opacities: [Double]) -> String {
    let fade = min(0.25 / seconds, 0.4 / Double(slotCount))
    var result = ""
    var start = 0
    for index in opacities.indices where index + 1 == opacities.count || opacities[index + 1] != opacities[index] {
      let from = Double(start) / Double(slotCount) + (start > 0 ? fade : 0)
      let to = Double(index + 1) / Double(slotCount)
      result += "\(Self.number(from * 100))%,\(Self.number(to * 100))%{\(Self.declarations(opacities[index]))}"
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
