import ActorModel

/// Lines that say the same of one actor: nine members of one organisation.
///
/// One label at the actor names them all, so that the picture is not full of the same word. A pair with more than
/// this one relation keeps its own label.
struct Fan {
  /// What the lines have in common.
  struct Key: Hashable {
    let target: Int
    let sign: Sign
    let status: Status
    let name: String
    let isDisputed: Bool
    let change: TieChange?
  }

  let key: Key
  /// Places in the list of pairs.
  let pairs: [Int]

  static let fewest = 3

  /// The fans of a picture, by actor; at one actor no two whose lines look alike.
  static func all(in content: PictureContent) -> [Fan] {
    var pairs: [Key: [Int]] = [:]
    for (index, pair) in content.pairs.enumerated() where pair.ties.count == 1 && pair.first != pair.second {
      let tie = content.ties[pair.ties[0]]
      let relation = tie.relation
      guard relation.ends.isDirected, content.isNamed(pair.ties[0]) else { continue }
      let key = Key(
        target: tie.to, sign: relation.sign, status: relation.status, name: ShownText.line(relation.shownName),
        isDisputed: relation.isDisputed, change: tie.change)
      pairs[key, default: []].append(index)
    }
    let sorted = pairs.filter { $0.value.count >= fewest }.sorted { a, b in
      if a.key.target != b.key.target { return a.key.target < b.key.target }
      return a.value.count != b.value.count ? a.value.count > b.value.count : a.value[0] < b.value[0]
    }
    var fans: [Fan] = []
    for (key, pairs) in sorted {
      let isTaken = fans.contains {
        $0.key.target == key.target && $0.key.sign == key.sign && $0.key.status == key.status
          && $0.key.change == key.change
      }
      if !isTaken { fans.append(Fan(key: key, pairs: pairs)) }
    }
    return fans
  }

  /// The label's one line.
  var row: LabelFigure.Row {
    let text = LabelWriter.text(
      name: key.name, sign: key.sign, status: key.status, isDisputed: key.isDisputed, change: key.change)
    return .init(text: "\(text) ×\(pairs.count)", relation: nil, sign: key.sign, isContinued: false)
  }
}
