import Foundation

/// A JSON Schema, as far as the schema of the answers uses the language: types, properties, required keys, items,
/// alternatives and references inside the document.
struct JSONSchema {
  private let root: [String: Any]

  /// Reads a schema.
  init(_ data: Data) throws {
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// The schema of a property of the document.
  func property(_ name: String) -> [String: Any]? {
    (root["properties"] as? [String: Any])?[name] as? [String: Any]
  }

  /// What is wrong with a value, each with its place: `rankings[2].rbo: is missing`.
  func faults(of value: Any, by schema: [String: Any], at place: String = "") -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      guard let named = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
        return ["\(place): the schema does not define \(name)"]
      }
      return faults(of: value, by: named, at: place)
    }
    if let alternatives = schema["anyOf"] as? [[String: Any]] {
      let faults = alternatives.map { self.faults(of: value, by: $0, at: place) }
      return faults.contains { $0.isEmpty } ? [] : faults.min { $0.count < $1.count } ?? []
    }
    let types = (schema["type"] as? String).map { [$0] } ?? schema["type"] as? [String] ?? []
    guard types.contains(where: { Self.isOf(value, $0) }) else {
      return ["\(place): is not \(types.joined(separator: " or "))"]
    }
    if let object = value as? [String: Any] { return faults(of: object, by: schema, at: place) }
    guard let list = value as? [Any], let items = schema["items"] as? [String: Any] else { return [] }
    return list.enumerated().flatMap { faults(of: $1, by: items, at: "\(place)[\($0)]") }
  }

  private func faults(of object: [String: Any], by schema: [String: Any], at place: String) -> [String] {
    let required = schema["required"] as? [String] ?? []
    var faults = required.filter { object[$0] == nil }.map { "\(place).\($0): is missing" }
    let properties = schema["properties"] as? [String: Any] ?? [:]
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      if let own = properties[key] as? [String: Any] {
        faults += self.faults(of: value, by: own, at: "\(place).\(key)")
      } else if let others = schema["additionalProperties"] as? [String: Any] {
        faults += self.faults(of: value, by: others, at: "\(place).\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        faults.append("\(place).\(key): is not in the schema")
      }
    }
    return faults
  }

  private static func isOf(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": isBoolean(value)
    case "number": !isBoolean(value) && value is NSNumber
    case "integer": !isBoolean(value) && (value as? NSNumber).map { $0.doubleValue.rounded() == $0.doubleValue } == true
    default: false
    }
  }

  /// Foundation reads true as a number too.
  private static func isBoolean(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
  }
}
