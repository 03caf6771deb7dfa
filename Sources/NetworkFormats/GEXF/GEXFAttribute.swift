import ActorModel
import NetworkReading

/// An `<attribute>` of GEXF: what a kind of value is called and which values it takes.
struct GEXFAttribute: Sendable {
  /// The values, as `type` names them; lists apart.
  enum ValueType: String, CaseIterable, Sendable {
    case integer, long, short, byte, biginteger, double, float, bigdecimal, boolean, string, char, anyURI, date
    case dateTime
  }

  let id: String
  let title: String
  let type: ValueType
  let isList: Bool
  var defaultText: String?
  /// The field of the model that the values go to; `nil` where they become attributes.
  var field: NamedField?
  /// What the values stand for in a file that carries a network of the package's own.
  var carried: ExtensionField?

  /// The type that a word names; `listinteger`, `list-string` and the like are lists.
  static func type(_ word: String) -> (type: ValueType, isList: Bool)? {
    let isList = word.hasPrefix("list")
    let single = isList ? word.dropFirst(word.hasPrefix("list-") ? 5 : 4) : word[...]
    let match = ValueType.allCases.first { $0.rawValue.lowercased() == single.lowercased() }
    return match.map { ($0, isList) }
  }

  /// The value as texts, one unless it is a list; `nil` when it is none of the type's.
  func values(_ text: String) -> [String]? {
    let parts = isList ? Self.list(text) : [type == .string ? text : text.trimmingXMLSpace]
    return parts.allSatisfy(isValue) ? parts : nil
  }

  private func isValue(_ text: String) -> Bool {
    switch type {
    case .string, .char, .anyURI, .date, .dateTime: true
    case .boolean: ["true", "false", "1", "0"].contains(text.lowercased())
    case .byte: Int8(text) != nil
    case .short: Int16(text) != nil
    case .integer: Int32(text) != nil
    case .long: Int64(text) != nil
    case .biginteger: !text.isEmpty && (text.hasPrefix("-") ? text.dropFirst() : text[...]).allSatisfy(\.isASCIIDigit)
    case .double, .float, .bigdecimal:
      DecimalNumber.lenientValue(of: text) != nil
        || ["nan", "inf", "-inf", "infinity", "-infinity", "+inf", "+infinity"].contains(text.lowercased())
    }
  }

  /// A list: `[a, "b, c"]` as Gephi writes it; else parted at `|`, `;` or `,`, whichever stands in it first by that
  /// order.
  static func list(_ text: String) -> [String] {
    let trimmed = text.trimmingXMLSpace
    if trimmed.isEmpty || trimmed == "[]" { return [] }
    guard trimmed.hasPrefix("["), trimmed.hasSuffix("]") else {
      let separator = (["|", ";", ","] as [Character]).first { trimmed.contains($0) } ?? ","
      return trimmed.split(separator: separator).map { String($0).trimmingXMLSpace }
    }
    var parts: [String] = []
    var part = ""
    var quote: Character?
    for character in trimmed.dropFirst().dropLast() {
      if let open = quote {
        if character == open { quote = nil } else { part.append(character) }
      } else if character == "\"" || (character == "'" && part.trimmingXMLSpace.isEmpty) {
        quote = character
      } else if character == "," {
        parts.append(part.trimmingXMLSpace)
        part = ""
      } else {
        part.append(character)
      }
    }
    return parts + [part.trimmingXMLSpace]
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { "0" <= self && self <= "9" }
}
