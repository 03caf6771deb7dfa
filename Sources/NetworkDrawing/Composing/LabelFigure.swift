import ActorModel

/// The names of the relations between two actors, strongest first, or of like relations that lead to one actor.
package struct LabelFigure: Hashable, Sendable {
  /// One line of it.
  package struct Row: Hashable, Sendable {
    /// What it says.
    package let text: String
    /// The relation it names; `nil` in the line that counts those left out.
    package let relation: String?
    /// The relation's sign.
    package let sign: Sign?
    /// Whether it goes on with the line above.
    package let isContinued: Bool
  }

  /// The two actors, or the one that all lead to.
  package let actors: [String]
  /// The relations it names.
  package let named: [String]
  /// The relations it only counts, as so many more.
  package let counted: [String]
  /// Its lines.
  package let rows: [Row]
  /// Where it stands.
  package let box: Box
  /// The place on the line that it names, when it stands off it.
  package let anchor: Point?
  /// What the tooltip says: all relations of the two.
  package let tooltip: String

  /// The relations it names or counts.
  package var relations: [String] { named + counted }

  static let face = Face(size: 7)
  static let padding = Size(width: 2.5, height: 1.4)

  /// What a label takes up.
  static func size(of rows: [Row]) -> Size {
    if rows.isEmpty { return Size(width: 0, height: 0) }
    let width = rows.map { face.width(of: $0.text) + ($0.isContinued ? indent : 0) }.max() ?? 0
    return Size(
      width: (width + 2 * padding.width).rounded(.up),
      height: Double(rows.count) * face.lineHeight + 2 * padding.height)
  }

  static let indent = 8.0
}

/// Writes the rows of labels.
struct LabelWriter {
  let content: PictureContent
  let limit: Int
  var changes: PictureChanges?

  static func symbol(_ sign: Sign) -> String { sign == .neutral ? "○" : sign.symbol }

  static let statusMarks: [Status: String] = [.assessment: "≈", .anticipated: "?"]
  static let disputeMark = "≠"
  private static let arrows = ["→", "↗", "↑", "↖", "←", "↙", "↓", "↘"]

  /// The rows for a pair, once it is known where the first actor stands as seen from the second.
  func rows(_ pair: PictureContent.Pair, direction: Point) -> [LabelFigure.Row] {
    let ties = pair.ties.filter(content.isNamed).map { content.ties[$0] }
    var rows: [LabelFigure.Row] = []
    if let flip = flip(pair) {
      let text = "\(TieChange.flipped.symbol) the tie turned \(flip.isPositiveNow ? "− to +" : "+ to −")"
      rows.append(
        .init(text: text, relation: nil, sign: flip.isPositiveNow ? .positive : .negative, isContinued: false))
    }
    // Who acts on whom is said only where the lines run both ways.
    let ways = Set(ties.map { $0.relation.ends.isDirected ? ($0.from == pair.first ? 1 : 2) : 0 })
    let shown = ties.count <= limit ? ties.count : max(1, limit - 1)
    for tie in ties.prefix(shown) {
      let relation = tie.relation
      var text = Self.text(
        name: ShownText.line(relation.shownName), sign: relation.sign, status: relation.status,
        isDisputed: relation.isDisputed, change: tie.change)
      if let before = changes?.strengthsBefore[relation.id] {
        text += " \(Tooltips.text(of: before)) → \(Tooltips.text(of: relation.strength))"
      }
      if ways.count > 1 {
        text =
          Self.arrow(tie.from == pair.first ? direction : direction * -1, isMutual: !relation.ends.isDirected) + " "
          + text
      }
      for (index, line) in ShownText.wrapped(text, limit: 26).enumerated() {
        rows.append(.init(text: line, relation: relation.id, sign: relation.sign, isContinued: index > 0))
      }
    }
    if shown < ties.count {
      rows.append(.init(text: "+ \(ties.count - shown) more", relation: nil, sign: nil, isContinued: false))
    }
    return rows
  }

  /// The change of sign of a pair's tie as a whole, unless one relation says it already.
  private func flip(_ pair: PictureContent.Pair) -> FlippedPair? {
    guard let changes, !pair.ties.contains(where: { content.ties[$0].change == .flipped }) else { return nil }
    let ids = [content.actors[pair.first].id, content.actors[pair.second].id]
    return [true, false].lazy.map { FlippedPair(ids[0], ids[1], isPositiveNow: $0) }
      .first { changes.flippedPairs.contains($0) }
  }

  /// What names one relation: its sign, its name and marks for what is not simply a fact.
  static func text(name: String, sign: Sign, status: Status, isDisputed: Bool, change: TieChange? = nil) -> String {
    let marks = [statusMarks[status], isDisputed ? disputeMark : nil].compactMap(\.self)
    return ([change?.symbol ?? "", symbol(sign), name] + marks).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func arrow(_ direction: Point, isMutual: Bool) -> String {
    if isMutual { return abs(direction.x) >= abs(direction.y) ? "↔" : "↕" }
    let eighth = Int((angle(of: direction) / (Double.pi / 4)).rounded())
    return arrows[(eighth + 8) % 8]
  }
}
