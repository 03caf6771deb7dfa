import ActorModel

/// The part of a legend that says what changed.
extension LegendMaker {
  /// The lines that occur: signs and what became of relations.
  func changeCells() -> [LineStyle] {
    Sign.allCases.flatMap { sign in
      TieChange.allCases.filter { change in
        content.ties.contains { $0.relation.sign == sign && $0.change == change }
      }.map { LineStyle(sign: sign, status: .fact, width: 1.8, change: $0) }
    }
  }

  /// What became of relations, by rows; signs by columns.
  func changeColumn(
    _ signs: [Sign], _ happened: [TieChange], _ cells: [LineStyle], statuses: [Status], disputed: Bool
  ) -> Marks {
    var marks = Marks()
    let heads = happened.map { change in
      hasLabels && !change.symbol.isEmpty ? "\(change.symbol) \(change.title)" : change.title
    }
    let left = (heads.map(Self.face.width).max() ?? 0) + 8
    for (column, sign) in signs.enumerated() {
      let title = hasLabels ? "\(sign.rawValue) \(LabelWriter.symbol(sign))" : sign.rawValue
      marks.texts.append(text(title, left + Double(column) * 56, 0, isHead: true))
    }
    for (row, change) in happened.enumerated() {
      let y = -Double(row + 1) * Self.row
      marks.texts.append(text(heads[row], 0, y))
      for (column, sign) in signs.enumerated() {
        guard let cell = cells.first(where: { $0.sign == sign && $0.change == change }) else { continue }
        marks.lines.append(sample(cell, x: left + Double(column) * 56, y: y, length: 48, hasArrow: true))
      }
    }
    var notes: [String] = []
    if hasLabels {
      notes = statuses.compactMap { status in LabelWriter.statusMarks[status].map { "\($0) \(status.rawValue)" } }
    }
    if disputed { notes.append("\(LabelWriter.disputeMark) sources disagree") }
    if hasFans { notes.append("×n names n lines") }
    if !notes.isEmpty {
      marks.texts.append(text(notes.joined(separator: "   "), 0, -Double(happened.count + 1) * Self.row))
    }
    return marks
  }

  /// What the ranks and outlines of actors mean, as far as they occur.
  func rankColumn() -> Marks? {
    guard let changes else { return nil }
    let shown = content.actors.compactMap { changes.actors[$0.id] }
    var rows: [(sample: String, meaning: String)] = []
    func add(_ meaning: String, where holds: (Int, Int) -> Bool) {
      let first = shown.first { change in
        if let before = change.rankBefore, let after = change.rankAfter { holds(before, after) } else { false }
      }
      if let text = first?.text { rows.append((text, meaning)) }
    }
    add("rose") { $1 < $0 }
    add("fell") { $1 > $0 }
    let presences = ActorChange.Presence.allCases.filter { presence in
      presence != .both && shown.contains { $0.presence == presence }
    }
    guard !rows.isEmpty || !presences.isEmpty else { return nil }
    var marks = Marks()
    let title = rows.isEmpty ? "actors" : "rank by \(ShownText.line(changes.measure ?? "measure"))"
    marks.texts.append(text(title, 0, 0, isHead: true))
    for (row, line) in rows.enumerated() {
      let y = -Double(row + 1) * Self.row
      marks.texts.append(text(line.sample, 0, y))
      marks.texts.append(text(line.meaning, 48, y))
    }
    for (row, presence) in presences.enumerated() {
      let y = -Double(rows.count + row + 1) * Self.row
      marks.shapes.append(
        ShapeMark(
          shape: .ellipse, box: Box(center: Point(x: 18, y: y), size: Size(width: 36, height: 11)),
          fill: style.palette.leastFill, stroke: presence == .gone ? style.palette.faintInk : style.palette.ink,
          outline: presence == .gone ? .dashed : .doubled))
      marks.texts.append(text(presence == .gone ? "not any more" : "new actor", 48, y))
    }
    return marks
  }
}
