import ActorModel

/// The title and what the picture shows, above it.
package struct Caption: Hashable, Sendable {
  /// The title in lines.
  package let title: [String]
  /// What is shown, in lines.
  package let facts: [String]
  /// The rectangle both stand in.
  package private(set) var box: Box

  static let titleFace = Face(size: 13, isBold: true)
  static let factFace = Face(size: 7.5)

  /// A caption of a width, whose upper left corner is the origin.
  init(title: String, facts: [String], width: Double) {
    self.title = Self.lines([title], separator: " ", width: width, face: Self.titleFace)
    self.facts = Self.lines(facts, separator: " · ", width: width, face: Self.factFace)
    let height =
      Double(self.title.count) * Self.titleFace.lineHeight + Double(self.facts.count) * Self.factFace.lineHeight + 3
    box = Box(minX: 0, minY: -height, maxX: width, maxY: 0)
  }

  /// The same caption with its upper left corner in another place.
  func hanging(from corner: Point) -> Caption {
    var caption = self
    caption.box = Box(
      minX: corner.x, minY: corner.y - box.height, maxX: corner.x + box.width, maxY: corner.y)
    return caption
  }

  /// Parts set one after the other in lines no wider than the page.
  static func lines(_ parts: [String], separator: String, width: Double, face: Face) -> [String] {
    let limit = max(10, Int(width / (face.size * 0.62)))
    var lines: [String] = []
    for part in parts {
      for piece in ShownText.wrapped(part, limit: limit) where !piece.isEmpty {
        if let last = lines.last, face.width(of: last + separator + piece) <= width {
          lines[lines.count - 1] = last + separator + piece
        } else {
          lines.append(piece)
        }
      }
    }
    return lines
  }

  func marks(_ palette: Palette) -> Marks {
    var marks = Marks()
    var y = box.maxY
    for line in title {
      y -= Self.titleFace.lineHeight
      marks.texts.append(
        TextMark(
          text: line, start: Point(x: box.minX, y: y + Self.titleFace.lineHeight / 2), face: Self.titleFace,
          colour: palette.ink))
    }
    y -= 3
    for line in facts {
      y -= Self.factFace.lineHeight
      marks.texts.append(
        TextMark(
          text: line, start: Point(x: box.minX, y: y + Self.factFace.lineHeight / 2), face: Self.factFace,
          colour: palette.faintInk))
    }
    return marks
  }

  /// What a picture shows, part by part.
  static func facts(of drawing: Drawing, content: PictureContent) -> [String] {
    let snapshot = drawing.snapshot
    let view = SelectionDescription(of: snapshot, by: drawing.projection)
    var facts = [drawing.timeText ?? snapshot.timeDescription]
    if let changes = drawing.changes { facts = ["from \(changes.before) to \(changes.after)"] }
    facts += [view.outside, view.knownBy].compactMap(\.self) + view.statements
    facts.append(count(content.actors.count, "actor"))
    let statuses = Status.allCases.compactMap { status -> String? in
      let number = content.ties.count { $0.relation.status == status }
      guard number > 0 else { return nil }
      return status == .anticipated ? "\(number) anticipated" : count(number, status.rawValue)
    }
    let relations = count(content.ties.count, "relation")
    if drawing.changes != nil {
      facts.append("\(relations): \(changeCounts(content.ties.compactMap(\.change)))")
    } else {
      facts.append(statuses.isEmpty ? relations : "\(relations) (\(statuses.joined(separator: ", ")))")
    }
    facts += [
      ViewDescription.undated(content.undatedCount), view.rollUp,
      ViewDescription.droppedLoops(content.droppedLoopCount),
      view.unsupported,
    ].compactMap(\.self)
    if content.loneCount > 0 {
      let actors = count(content.loneCount, "actor") + " without ties"
      facts.append(drawing.style.showsActorsWithoutTies ? actors : actors + " left out")
    }
    let cut = cutNameCount(in: content)
    if cut > 0 { facts.append("\(count(cut, "name")) cut, with over \(ShownText.mostMarks) marks on a letter") }
    return facts.map(ShownText.line)
  }

  /// How many names are not shown whole.
  private static func cutNameCount(in content: PictureContent) -> Int {
    content.actors.count { ShownText.hasTooManyMarks($0.name.isEmpty ? $0.id : $0.name) }
      + content.ties.count { ShownText.hasTooManyMarks($0.relation.shownName) }
  }

  /// `43 new, 3 ended, 45 unchanged`
  static func changeCounts(_ changes: [TieChange]) -> String {
    TieChange.allCases.compactMap { change in
      let number = changes.count { $0 == change }
      guard number > 0 else { return nil }
      return "\(number) \(change.title)"
    }.joined(separator: ", ")
  }

  static func count(_ number: Int, _ word: String) -> String { ViewDescription.count(number, word) }
}
