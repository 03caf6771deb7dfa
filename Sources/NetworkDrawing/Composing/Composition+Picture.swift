extension Composition {
  /// What is rendered.
  public var picture: Picture {
    Picture(title: title, summary: summary, page: page, marks: marks(), idPrefix: ElementNames.plain(style.idPrefix))
  }

  /// Everything in it as marks.
  func marks() -> Marks {
    let names = ElementNames(self)
    var marks = Marks()
    for area in areas {
      marks.areas += area.outlines.map { outline in
        AreaMark(
          outline: outline, fill: area.colour.with(opacity: 26), stroke: area.colour.with(opacity: 200),
          style: area.stroke)
      }
    }
    marks.shapes = actors.map { mark(of: $0, names) }
    marks.shapes += badges()
    // What did not change lies below what did.
    let still = relations.filter { $0.style.change == .unchanged }
    let others = relations.filter { $0.style.change != .unchanged }
    marks.lines = (still + others).map { mark(of: $0, names) }
    for (index, label) in labels.enumerated() { marks.append(labelMarks(label, id: names.label(index))) }
    marks.texts += areaLabels
    marks.append(explanation())
    return marks
  }

  /// The legend, the caption, and what an empty picture says.
  func explanation() -> Marks {
    var marks = Marks()
    if let legend { marks.append(legend.marks) }
    marks.append(caption.marks(style.palette))
    if let notice { marks.texts.append(notice) }
    return marks
  }

  /// The letters of blocs at their members' lower right corners.
  private func badges() -> [ShapeMark] {
    var counts: [String: Int] = [:]
    let boxes = Dictionary(actors.map { ($0.id, $0.box) }, uniquingKeysWith: { first, _ in first })
    var badges: [ShapeMark] = []
    for area in areas {
      guard let letter = area.badge else { continue }
      for member in area.members {
        guard let box = boxes[member] else { continue }
        let place = counts[member, default: 0]
        counts[member] = place + 1
        let center = Point(x: box.maxX - 4 - Double(place) * 10, y: box.minY + 2.5)
        badges.append(BlocArea.badge(letter, at: center, area.colour))
      }
    }
    return badges
  }

  func mark(of actor: ActorFigure, _ names: ElementNames) -> ShapeMark {
    ShapeMark(
      shape: actor.shape, box: actor.box, fill: actor.fill,
      stroke: actor.outline == .dashed ? style.palette.faintInk : style.palette.ink,
      strokeWidth: actor.isEmphasised ? 2.4 : 0.8, outline: actor.outline, lines: actor.lines, face: actor.face,
      ink: actor.ink, id: names.actor(actor.id), tooltip: actor.tooltip)
  }

  func mark(of relation: RelationFigure, _ names: ElementNames) -> LineMark {
    LineMark(
      curve: relation.curve, tip: relation.tip, style: relation.style,
      colour: relation.style.colour(style.palette), width: relation.style.width, startTip: relation.startTip,
      from: names.actor(relation.from), to: names.actor(relation.to), id: names.relation(relation.id),
      tooltip: relation.tooltip)
  }

  /// A label's box, its rows, and the leader to its line.
  func labelMarks(_ label: LabelFigure, id: String) -> Marks {
    var marks = Marks()
    marks.shapes.append(
      ShapeMark(
        shape: .rectangle, box: label.box, fill: .white, stroke: Colour(0xC4C4C4), strokeWidth: 0.4, id: id,
        tooltip: label.tooltip))
    var y = label.box.maxY - LabelFigure.padding.height - LabelFigure.face.lineHeight / 2
    for line in label.rows {
      let indent = line.isContinued ? LabelFigure.indent : 0
      marks.texts.append(
        TextMark(
          text: line.text, start: Point(x: label.box.minX + LabelFigure.padding.width + indent, y: y),
          face: LabelFigure.face,
          colour: line.sign.map { style.palette.colour(of: $0).mixed(with: .black, 0.25) } ?? style.palette.faintInk))
      y -= LabelFigure.face.lineHeight
    }
    if let anchor = label.anchor {
      marks.lines.append(
        LineMark(
          curve: Curve(from: label.box.clamped(anchor), to: anchor), tip: nil, style: nil, colour: Colour(0x808080),
          width: 0.5))
    }
    return marks
  }
}
