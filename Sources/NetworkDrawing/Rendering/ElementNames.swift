/// The names of nodes and ids in a picture.
///
/// Ids of actors and relations are reduced to letters, digits, `.`, `-` and `_`; two that come out alike are numbered.
struct ElementNames {
  let prefix: String
  private let actors: [String: String]
  private let relations: [String: String]

  init(_ composition: Composition) {
    prefix = Self.plain(composition.style.idPrefix)
    actors = Self.names(composition.actors.map(\.id), prefix: prefix + "actor-")
    relations = Self.names(composition.relations.map(\.id).sorted(), prefix: prefix + "relation-")
  }

  func actor(_ id: String) -> String { actors[id] ?? prefix + "actor" }
  func label(_ place: Int) -> String { "\(prefix)label-\(place + 1)" }
  func relation(_ id: String) -> String { relations[id] ?? prefix + "relation" }

  static func names(_ ids: [String], prefix: String) -> [String: String] {
    var names: [String: String] = [:]
    var used: Set<String> = []
    // Ids that stay as they are come first, so that none of them is numbered because of another.
    for id in ids.filter({ plain($0) == $0 }) + ids.filter({ plain($0) != $0 }) where names[id] == nil {
      var name = prefix + plain(id)
      var number = 2
      while !used.insert(name).inserted {
        name = prefix + plain(id) + "-\(number)"
        number += 1
      }
      names[id] = name
    }
    return names
  }

  static func plain(_ text: String) -> String {
    String(
      text.unicodeScalars.map { scalar -> Character in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": Character(scalar)
        default: "_"
        }
      })
  }
}
