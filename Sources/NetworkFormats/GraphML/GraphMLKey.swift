import ActorModel
import NetworkReading

/// A `<key>` of GraphML: what a kind of `<data>` is called, which values it takes and what it means here.
struct GraphMLKey: Sendable {
  /// What a key is declared for, or a datum stands in.
  enum Domain: String, CaseIterable, Sendable {
    case graph, node, edge, all, graphml, hyperedge, port, endpoint
  }

  /// The values of a key, as `attr.type` names them.
  enum ValueType: String, CaseIterable, Sendable {
    case boolean, int, long, float, double, string
  }

  let id: String
  let name: String
  let domain: Domain
  let type: ValueType
  /// Whether the values are drawing data of yEd.
  let isDrawing: Bool
  var defaultText: String?
  /// The fields of the model that the values go to; `nil` where they become attributes.
  var nodeField: NamedField?
  var edgeField: NamedField?
  /// Whether the values are the weights of edges.
  var isWeight = false
  /// Whether a warning about a wrong domain has been given.
  var hasWrongDomain = false

  /// What the key stands for in a file that carries a network of the package's own.
  var carried: ExtensionField?

  /// Whether data of the key may stand in a kind of element.
  func fits(_ place: Domain) -> Bool { domain == .all || domain == place }

  /// The value as text, white space around numbers and booleans taken off; `nil` when it is none of the type's.
  func value(_ text: String) -> String? {
    if type == .string { return text }
    let trimmed = text.trimmingXMLSpace
    return Self.isValue(trimmed, type) ? trimmed : nil
  }

  private static func isValue(_ text: String, _ type: ValueType) -> Bool {
    switch type {
    case .string: true
    case .boolean: ["true", "false", "1", "0"].contains(text.lowercased())
    case .int: Int32(text) != nil
    case .long: Int64(text) != nil
    case .float, .double:
      DecimalNumber.lenientValue(of: text) != nil
        || ["nan", "inf", "-inf", "infinity", "-infinity", "+inf", "+infinity"].contains(text.lowercased())
    }
  }

  /// What an example of the type looks like.
  var example: String {
    switch type {
    case .string: "a text"
    case .boolean: "true or false"
    case .int: "a whole number from \(Int32.min) to \(Int32.max)"
    case .long: "a whole number from \(Int64.min) to \(Int64.max)"
    case .float, .double: "a number with a point, as 0.5"
    }
  }
}

extension String {
  /// The text without the spaces, tabs and line ends around it.
  var trimmingXMLSpace: String {
    let isSpace = { (byte: UInt8) in XMLReader.isSpace(byte) }
    guard let first = utf8.first, let last = utf8.last else { return "" }
    if !isSpace(first) && !isSpace(last) { return self }
    var rest = Substring(self).utf8
    while let byte = rest.first, isSpace(byte) { rest.removeFirst() }
    while let byte = rest.last, isSpace(byte) { rest.removeLast() }
    return String(Substring(rest))
  }
}
