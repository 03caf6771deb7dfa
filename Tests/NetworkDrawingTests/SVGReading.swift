import Foundation
import NetworkDrawing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a strict reader finds in a picture.
final class SVGReading: NSObject, XMLParserDelegate {
  /// A group with an id.
  struct Group {
    var title = ""
    var texts: [String] = []
  }

  private(set) var groups: [String: Group] = [:]
  private(set) var ids: [String] = []
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var texts: [String] = []
  private(set) var rootAttributes: [String: String] = [:]
  private(set) var title = ""
  private(set) var summary = ""
  private(set) var error: (any Error)?
  private var open: [(element: String, id: String?)] = []
  private var characters = ""

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    if !parser.parse() { error = parser.parserError ?? CocoaError(.coderReadCorrupt) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes values: [String: String]
  ) {
    if open.isEmpty { rootAttributes = values }
    open.append((name, values["id"]))
    elements.insert(name)
    attributes.formUnion(values.keys)
    if let id = values["id"] {
      ids.append(id)
      if name == "g" { groups[id] = Group() }
    }
    characters = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { characters += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
    let group = open.last { $0.element == "g" }?.id
    switch name {
    case "title":
      if open.count == 1 { title = characters } else if let group { groups[group]?.title = characters }
    case "desc": summary = characters
    case "text":
      texts.append(characters)
      if let group { groups[group]?.texts.append(characters) }
    default: break
    }
    characters = ""
  }
}
