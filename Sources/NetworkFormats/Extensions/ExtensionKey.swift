/// One kind of text that a file carries for actors or relations.
struct ExtensionKey: Hashable, Sendable {
  /// What a text belongs to.
  enum Domain: String, Sendable {
    case graph, node, edge
  }

  /// What the file calls it: `actorgraph.node.kind`, `actorgraph.edge.attributes.dyad%20year`.
  let id: String
  /// What other programs show: `kind`, `dyad year`.
  let name: String
  /// Whether its values are numbers.
  let isNumber: Bool

  /// The key of a field.
  init(_ domain: Domain, field: String, name: String? = nil, isNumber: Bool = false) {
    id = "\(ExtensionField.prefix)\(domain.rawValue).\(field)"
    self.name = name ?? field
    self.isNumber = isNumber
  }

  /// The key of an attribute.
  init(_ domain: Domain, attribute: String, isList: Bool) {
    let kind = isList ? "attribute-lists" : "attributes"
    id = "\(ExtensionField.prefix)\(domain.rawValue).\(kind).\(Self.encoded(attribute))"
    name = attribute
    isNumber = false
  }

  /// The key under another name, where its own is taken.
  func named(_ name: String) -> ExtensionKey { ExtensionKey(id: id, name: name, isNumber: isNumber) }

  private init(id: String, name: String, isNumber: Bool) {
    self.id = id
    self.name = name
    self.isNumber = isNumber
  }

  /// The attribute that a field stands for.
  static func attributeName(_ field: String, isList: Bool) -> String? {
    let start = isList ? "attribute-lists." : "attributes."
    return field.hasPrefix(start) ? decoded(field.dropFirst(start.count)) : nil
  }

  /// The text with everything but letters, digits, `-`, `_` and `.` of ASCII as `%XX`.
  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains(scalar))
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let first = rest.popFirst() {
      if first == UInt8(ascii: "%"), let value = UInt8(String(Substring(rest.prefix(2))), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(first)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
