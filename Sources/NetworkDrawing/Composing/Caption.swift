import ActorModel

/// The title and what the picture shows, above it.
public struct Caption: Hashable, Sendable {
  /// The title in lines.
  public let title: [String]
  /// What is shown, in lines.
  public let facts: [String]
  /// The rectangle both stand in.
  public private(set) var box: Box

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
    var facts = [drawing.timeText ?? snapshot.timeDescription]
    if let changes = drawing.changes { facts = ["from \(changes.before) to \(changes.after)"] }
    if let outside = outside(snapshot) { facts.append(outside) }
    if let day = snapshot.query.knownBy { facts.append("as known on \(day)") }
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
    if let undated = undated(content.undatedCount) { facts.append(undated) }
    facts += filters(of: drawing)
    if content.droppedLoopCount > 0 {
      facts.append("\(count(content.droppedLoopCount, "tie")) inside one actor left out")
    }
    if snapshot.unsupportedCount > 0 {
      facts.append("\(count(snapshot.unsupportedCount, "relation")) left out for their sources or day of knowledge")
    }
    if content.loneCount > 0 {
      let actors = count(content.loneCount, "actor") + " without ties"
      facts.append(drawing.style.showsActorsWithoutTies ? actors : actors + " left out")
    }
    let cut = cutNameCount(in: content)
    if cut > 0 { facts.append("\(count(cut, "name")) cut, with over \(ShownText.mostMarks) marks on a letter") }
    return facts.map(ShownText.line)
  }

  /// "1850-01-01 lies before the file's dates, 2003-01-01 to 2026-07-07"; `nil` where a day looked at lies within them.
  static func outside(_ snapshot: Snapshot) -> String? {
    guard let side = snapshot.sideOfDates, let dates = snapshot.datesCovered else { return nil }
    return "\(snapshot.day.map { "\($0)" } ?? "the window") lies \(side.rawValue) the file's dates, \(dates)"
  }

  /// "17 undated relations count as held"; `nil` for none.
  static func undated(_ number: Int) -> String? {
    number > 0 ? "\(count(number, "undated relation")) \(number == 1 ? "counts" : "count") as held" : nil
  }

  /// How many names are not shown whole.
  private static func cutNameCount(in content: PictureContent) -> Int {
    content.actors.count { ShownText.hasTooManyMarks($0.name.isEmpty ? $0.id : $0.name) }
      + content.ties.count { ShownText.hasTooManyMarks($0.relation.shownName) }
  }

  /// What the projection leaves out or puts together.
  static func filters(of drawing: Drawing) -> [String] {
    let projection = drawing.projection
    var facts: [String] = []
    let left = Status.allCases.filter { !projection.statuses.contains($0) }.map(\.rawValue)
    if !left.isEmpty { facts.append("without \(left.joined(separator: ", "))") }
    if projection.signs.count < Sign.allCases.count {
      facts.append("only \(projection.signs.map(\.rawValue).joined(separator: ", "))")
    }
    if let types = projection.types { facts.append("types: \(types.joined(separator: ", "))") }
    if projection.minimumConfidence > 0 {
      facts.append("confidence at least \(Tooltips.text(of: projection.minimumConfidence))")
    }
    switch projection.rollUp {
    case .none: break
    case .all: facts.append("parts count as their whole")
    case .into(let wholes): facts.append("parts count as \(wholes.joined(separator: ", "))")
    }
    return facts
  }

  /// `43 new, 3 ended, 45 unchanged`
  static func changeCounts(_ changes: [TieChange]) -> String {
    TieChange.allCases.compactMap { change in
      let number = changes.count { $0 == change }
      guard number > 0 else { return nil }
      return "\(number) \(change.title)"
    }.joined(separator: ", ")
  }

  static func count(_ number: Int, _ word: String) -> String { number == 1 ? "1 \(word)" : "\(number) \(word)s" }
}
