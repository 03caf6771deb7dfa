/// The keys of the outermost object in the first characters of a JSON text: what tells JSON formats apart.
struct JSONBeginning {
  private(set) var keys: Set<String> = []

  init(_ text: String) {
    var depth = 0
    var isInText = false
    var isEscaped = false
    var word = ""
    var last = ""
    for character in text.unicodeScalars {
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          isInText = false
          last = word
        } else {
          word.unicodeScalars.append(character)
        }
        continue
      }
      switch character {
      case "\"":
        isInText = true
        word = ""
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      case ":": if depth == 1 { keys.insert(last) }
      default: if depth == 0, !character.properties.isWhitespace { return }
      }
    }
  }
}
