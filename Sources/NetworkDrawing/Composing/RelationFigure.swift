import ActorModel

/// A relation as it is drawn.
public struct RelationFigure: Hashable, Sendable {
  /// The relation's id.
  public let id: String
  /// The actor it is drawn from.
  public let from: String
  /// The actor it is drawn to.
  public let to: String
  /// Whether it has an arrow at both ends.
  public let isMutual: Bool
  /// How the line looks.
  public let style: LineStyle
  /// The line, from arrow to arrow.
  public let curve: Curve
  /// The tip of the arrow at the end.
  public let tip: Point
  /// The tip of the arrow at the start of a mutual relation.
  public let startTip: Point?
  /// What the tooltip says.
  public let tooltip: String
}

/// Draws the lines: those of one pair side by side, bent around shapes that stand in the way.
struct LineRouter {
  let content: PictureContent
  let figures: [ActorFigure]
  let scale: WidthScale
  let tooltips: Tooltips
  /// Where lines should stay.
  let area: Box

  /// The lines of one pair, and the line in their middle that the label goes by.
  struct Bundle {
    let relations: [RelationFigure]
    let middle: Curve
    /// Half of what the lines take up across.
    let spread: Double
  }

  func bundles() -> [Bundle] {
    content.pairs.map { $0.first == $0.second ? loops($0) : lines($0) }
  }

  private func style(of tie: PictureContent.Tie) -> LineStyle {
    LineStyle(
      sign: tie.relation.sign, status: tie.relation.status, width: scale.width(of: tie.relation.strength),
      change: tie.change)
  }

  private func lines(_ pair: PictureContent.Pair) -> Bundle {
    let styles = pair.ties.map { style(of: content.ties[$0]) }
    var offsets: [Double] = []
    var place = 0.0
    for (index, style) in styles.enumerated() {
      if index > 0 { place += max(4.6, (styles[index - 1].breadth + style.breadth) / 2 + 1.1) }
      offsets.append(place)
    }
    let spread = place / 2
    let bend = bend(pair, spread: spread)
    let a = figures[pair.first]
    let b = figures[pair.second]
    let normal = (b.center - a.center).direction.turned
    // Lines leave within the shape: where it is narrow they part further on.
    func room(_ figure: ActorFigure) -> Double {
      (figure.size.width * abs(normal.x) + figure.size.height * abs(normal.y)) / 2 * 0.66
    }
    let narrow = min(1, min(room(a), room(b)) / max(0.1, spread))
    let relations = zip(pair.ties, styles).enumerated().map { index, tie in
      let offset = offsets[index] - spread
      let curve = base(pair, bend: bend, offset: offset, endOffset: offset * narrow)
      return relation(content.ties[tie.0], style: tie.1, curve: curve, reversed: content.ties[tie.0].from != pair.first)
    }
    let middle = base(pair, bend: bend, offset: 0, endOffset: 0)
    let widest = styles.map(\.breadth).max() ?? 0
    return Bundle(relations: relations, middle: clipped(middle, a, b), spread: spread + widest / 2)
  }

  /// A line from middle to middle.
  private func base(_ pair: PictureContent.Pair, bend: Double, offset: Double, endOffset: Double) -> Curve {
    let a = figures[pair.first].center
    let b = figures[pair.second].center
    let normal = (b - a).direction.turned
    let start = a + normal * endOffset
    let end = b + normal * endOffset
    let aside = normal * ((bend + offset - endOffset) * 4 / 3)
    return Curve(start, start.mixed(with: end, 0.3) + aside, start.mixed(with: end, 0.7) + aside, end)
  }

  /// How far the middle of the lines goes aside so that they meet no other shape.
  private func bend(_ pair: PictureContent.Pair, spread: Double) -> Double {
    let distance = figures[pair.first].center.distance(to: figures[pair.second].center)
    var best = (cost: Double.infinity, bend: 0.0)
    let room = spread + 4
    let around = base(pair, bend: 0, offset: 0, endOffset: 0).bounds.inset(by: -distance * 0.4 - room)
    let others = figures.indices.filter { index in
      index != pair.first && index != pair.second && figures[index].box.overlaps(around)
    }
    for share in [0, 0.06, -0.06, 0.12, -0.12, 0.18, -0.18, 0.25, -0.25] {
      let curve = base(pair, bend: share * distance, offset: 0, endOffset: 0)
      var cost = abs(share) * 30
      let points = (1..<16).map { curve.point(at: Double($0) / 16) }
      for other in others {
        let box = figures[other].box.inset(by: -room)
        for point in points where box.contains(point) { cost += 12 }
      }
      for point in points where !area.contains(point) { cost += 12 }
      if cost < best.cost { best = (cost, share * distance) }
      if share == 0 && cost == 0 { break }
    }
    return best.bend
  }

  /// Lines of an actor with itself, one around the other at its upper right.
  private func loops(_ pair: PictureContent.Pair) -> Bundle {
    let figure = figures[pair.first]
    var last = Curve(from: figure.center, to: figure.center)
    let relations = pair.ties.enumerated().map { index, tie in
      let reach = 30 + 9 * Double(index)
      let corner = Point(x: figure.size.width / 2 + reach, y: figure.size.height / 2 + reach)
      last = Curve(
        figure.center + Point(x: figure.size.width * 0.3, y: 0), figure.center + Point(x: corner.x, y: 4),
        figure.center + Point(x: figure.size.width * 0.25, y: corner.y),
        figure.center + Point(x: 0, y: figure.size.height * 0.3))
      return relation(content.ties[tie], style: style(of: content.ties[tie]), curve: last, reversed: false)
    }
    return Bundle(relations: relations, middle: clipped(last, figure, figure), spread: 3)
  }

  private func relation(
    _ tie: PictureContent.Tie, style: LineStyle, curve: Curve, reversed: Bool
  ) -> RelationFigure {
    let full = reversed ? Curve(curve.end, curve.handle2, curve.handle1, curve.start) : curve
    let from = figures[tie.from]
    let to = figures[tie.to]
    let isMutual = !tie.relation.ends.isDirected
    let line = clipped(full, from, to)
    // No arrow is longer than its line allows.
    let length = line.start.distance(to: line.end)
    let back = min(style.arrowLength, length * (isMutual ? 0.45 : 0.8))
    let last = Self.share(on: line, at: back, from: line.end, descending: true)
    let first = isMutual ? Self.share(on: line, at: back, from: line.start, descending: false) : 0
    return RelationFigure(
      id: tie.relation.id, from: from.id, to: to.id, isMutual: isMutual, style: style,
      curve: line.part(from: min(first, last), to: last), tip: line.end, startTip: isMutual ? line.start : nil,
      tooltip: tooltips.text(of: tie.relation))
  }

  /// The part of a line outside both its shapes.
  private func clipped(_ curve: Curve, _ a: ActorFigure, _ b: ActorFigure) -> Curve {
    func edge(_ figure: ActorFigure, inside: Double, outside: Double) -> Double {
      let grown = Size(width: figure.size.width + 2.4, height: figure.size.height + 2.4)
      var inside = inside
      var outside = outside
      for _ in 0..<16 {
        let middle = (inside + outside) / 2
        if figure.shape.contains(curve.point(at: middle), center: figure.center, size: grown) {
          inside = middle
        } else {
          outside = middle
        }
      }
      return outside
    }
    let start = edge(a, inside: 0, outside: 0.5)
    let end = edge(b, inside: 1, outside: 0.5)
    return curve.part(from: min(start, end - 0.02), to: end)
  }

  /// The share of a line at a distance from one of its ends.
  private static func share(on curve: Curve, at distance: Double, from end: Point, descending: Bool) -> Double {
    var near = descending ? 1.0 : 0
    var far = 0.5
    for _ in 0..<14 {
      let middle = (near + far) / 2
      if curve.point(at: middle).distance(to: end) < distance { near = middle } else { far = middle }
    }
    return far
  }
}
