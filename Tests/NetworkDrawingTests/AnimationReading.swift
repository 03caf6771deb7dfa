/// What an animated SVG shows at each of its dates, from its rules of style alone.
struct AnimationReading {
  /// A group of the picture.
  struct Group {
    let id: String
    let classes: [String]
    let body: String

    /// The id without the date that forms of other dates have before it.
    var name: String { String(id.replacing(/^date-[0-9]+-/, with: "")) }
    var title: String { body.firstMatch(of: /<title>([^<]*)<\/title>/).map { String($0.output.1) } ?? "" }
    /// How many pieces of ink its lines have.
    var pieceCount: Int {
      body.matches(of: /<path[^>]* d="([^"]*)"/).reduce(0) { $0 + $1.output.1.count { $0 == "M" } }
    }
    /// Width, height and fill of the ellipse in it.
    var ellipse: (width: Double, height: Double, fill: String)? {
      guard let found = body.firstMatch(of: /<ellipse fill="([^"]*)"[^>]* rx="([^"]*)" ry="([^"]*)"/)?.output,
        let width = Double(found.2), let height = Double(found.3)
      else { return nil }
      return (2 * width, 2 * height, String(found.1))
    }
  }

  /// A stretch of time in which a class has the same declarations.
  private struct Keyframe {
    let from: Double
    let to: Double
    let values: [String: String]
  }

  let styleSheet: String
  let groups: [Group]
  private let slotCount: Int
  private var keyframes: [String: [Keyframe]] = [:]

  init(_ bytes: [UInt8], dateCount: Int) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    slotCount = dateCount + 1
    styleSheet = text.firstMatch(of: /<style>([^<]*)<\/style>/).map { String($0.output.1) } ?? ""
    groups = text.split(separator: "<g id=").dropFirst().compactMap { part in
      guard let head = part.firstMatch(of: /^"([^"]*)"(?: class="([^"]*)")?/)?.output else { return nil }
      let classes = (head.2 ?? "").split(separator: " ").map(String.init)
      let end = part.firstRange(of: "</g>")?.lowerBound ?? part.endIndex
      return Group(id: String(head.1), classes: classes, body: String(part[..<end]))
    }
    for rule in styleSheet.matches(of: /@keyframes (k[0-9]+)\{((?:[^{}]*\{[^{}]*\})*)\}/) {
      keyframes[String(rule.output.1)] = rule.output.2.matches(of: /([0-9.]+)%,([0-9.]+)%\{([^}]*)\}/).map { frame in
        Keyframe(
          from: Double(frame.output.1) ?? -1, to: Double(frame.output.2) ?? -1,
          values: Self.declarations(frame.output.3))
      }
    }
  }

  /// Keyframes that do not name the same properties in every state: one left out would have its value at rest.
  var unevenClasses: [String] {
    keyframes.filter { Set($0.value.map { Set($0.values.keys) }).count != 1 }.map(\.key).sorted()
  }

  /// What a class declares in the middle of the time at which a date is shown.
  private func values(of name: String, at date: Int) -> [String: String] {
    let share = (Double(date) + 0.5) / Double(slotCount) * 100
    return keyframes[name]?.first { $0.from <= share && share <= $0.to }?.values ?? [:]
  }

  /// The groups of a kind that are seen at a date, with how opaque they are.
  func shown(_ kind: String, at date: Int) -> [(group: Group, opacity: Double)] {
    groups.compactMap { group in
      guard group.name.hasPrefix(kind + "-"), !group.id.hasSuffix("-name") else { return nil }
      var values = ["opacity": "1", "visibility": "visible"]
      for name in group.classes { values.merge(self.values(of: name, at: date)) { $1 } }
      guard values["visibility"] == "visible" else { return nil }
      return (group, Double(values["opacity"] ?? "") ?? -1)
    }
  }

  private static func declarations(_ text: Substring) -> [String: String] {
    Dictionary(
      text.split(separator: ";").compactMap { declaration in
        let parts = declaration.split(separator: ":").map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
      }, uniquingKeysWith: { $1 })
  }
}
