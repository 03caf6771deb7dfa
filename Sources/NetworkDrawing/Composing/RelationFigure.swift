import ActorModel

/// A relation as it is drawn.
package struct RelationFigure: Hashable, Sendable {
  /// The relation's id.
  package let id: String
  /// The actor it is drawn from.
  package let from: String
  /// The actor it is drawn to.
  package let to: String
  /// Whether it has an arrow at both ends.
  package let isMutual: Bool
  /// How the line looks.
  package let style: LineStyle
  /// The line, from arrow to arrow.
  package let curve: Curve
  /// The tip of the arrow at the end.
  package let tip: Point
  /// The tip of the arrow at the start of a mutual relation.
  package let startTip: Point?
  /// What the tooltip says.
  package let tooltip: String
}

/// Draws the lines: those of one pair side by side, bent around shapes that stand in the way.
struct LineRouter {
  let content: PictureContent
  let figures: [ActorFigure]
  let scale: WidthScale
  let tooltips: Tooltips
  /// Where lines should stay.
  let area: Box
  /// What no line may leave; `nil` where there is room around.
  var limits: Box?
  /// How small shapes are at some time of a series; `nil` where they are as in `figures`.
  var leastSizes: [Size]?

  /// The line of one relation from the middle of one shape to the middle of the other, in its own direction.
  struct Route {
    let tie: PictureContent.Tie
    let style: LineStyle
    let curve: Curve
  }

  /// The lines of one pair, and the line in their middle that the label goes by.
  struct Bundle {
    let relations: [RelationFigure]
    let middle: Curve
    /// Half of what the lines take up across.
    let spread: Double
  }

  func bundles() -> [Bundle] {
    content.pairs.map { pair in
      let routed = routed(pair)
      return Bundle(
        relations: routed.routes.map { figure($0, from: figures[$0.tie.from], to: figures[$0.tie.to]) },
        middle: routed.middle.outside(figures[pair.first], figures[pair.second]), spread: routed.spread)
    }
  }

  /// The lines of all relations, before they end at shapes.
  func routes() -> [Route] { content.pairs.flatMap { routed($0).routes } }

  private func routed(_ pair: PictureContent.Pair) -> (routes: [Route], middle: Curve, spread: Double) {
    pair.first == pair.second ? loops(pair) : lines(pair)
  }

  private func figure(_ route: Route, from: ActorFigure, to: ActorFigure) -> RelationFigure {
    RelationFigure(
      route.tie.relation, along: route.curve, from: from, to: to, style: route.style,
      tooltip: tooltips.text(of: route.tie.relation))
  }

  private func route(_ tie: PictureContent.Tie, _ style: LineStyle, _ curve: Curve, reversed: Bool) -> Route {
    Route(tie: tie, style: style, curve: held(reversed ? curve.reversed : curve, breadth: style.breadth))
  }

  /// The line inside the limits: a curve never leaves the hull of its ends and handles.
  private func held(_ curve: Curve, breadth: Double) -> Curve {
    guard let limits else { return curve }
    let room = limits.inset(by: max(breadth / 2, 3))
    return Curve(
      room.clamped(curve.start), room.clamped(curve.handle1), room.clamped(curve.handle2), room.clamped(curve.end))
  }

  private func style(of tie: PictureContent.Tie) -> LineStyle {
    LineStyle(
      sign: tie.relation.sign, status: tie.relation.status, width: scale.width(of: tie.relation.strength),
      change: tie.change)
  }

  private func lines(_ pair: PictureContent.Pair) -> (routes: [Route], middle: Curve, spread: Double) {
    let styles = pair.ties.map { style(of: content.ties[$0]) }
    var offsets: [Double] = []
    var place = 0.0
    for (index, style) in styles.enumerated() {
      if index > 0 { place += max(4.6, (styles[index - 1].breadth + style.breadth) / 2 + 1.1) }
      offsets.append(place)
    }
    let spread = place / 2
    let bend = bend(pair, spread: spread)
    let normal = (figures[pair.second].center - figures[pair.first].center).direction.turned
    // Lines leave within the shape: where it is narrow they part further on.
    func room(_ actor: Int) -> Double {
      let size = leastSizes?[actor] ?? figures[actor].size
      return (size.width * abs(normal.x) + size.height * abs(normal.y)) / 2 * 0.66
    }
    let narrow = min(1, min(room(pair.first), room(pair.second)) / max(0.1, spread))
    let routes = zip(pair.ties, styles).enumerated().map { index, tie in
      let offset = offsets[index] - spread
      let curve = base(pair, bend: bend, offset: offset, endOffset: offset * narrow)
      return route(content.ties[tie.0], tie.1, curve, reversed: content.ties[tie.0].from != pair.first)
    }
    let widest = styles.map(\.breadth).max() ?? 0
    return (routes, base(pair, bend: bend, offset: 0, endOffset: 0), spread + widest / 2)
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

  /// Lines of an actor with itself, one around the other at its upper right, or at another corner where the limits
  /// are near.
  private func loops(_ pair: PictureContent.Pair) -> (routes: [Route], middle: Curve, spread: Double) {
    let center = figures[pair.first].center
    let size = leastSizes?[pair.first] ?? figures[pair.first].size
    let right: Double = limits.map { center.x > $0.center.x ? -1 : 1 } ?? 1
    let up: Double = limits.map { center.y > $0.center.y ? -1 : 1 } ?? 1
    var last = Curve(from: center, to: center)
    let routes = pair.ties.enumerated().map { index, tie in
      let reach = 30 + 9 * Double(index)
      func place(_ x: Double, _ y: Double) -> Point { center + Point(x: x * right, y: y * up) }
      last = Curve(
        place(size.width * 0.3, 0), place(size.width / 2 + reach, 4),
        place(size.width * 0.25, size.height / 2 + reach), place(0, size.height * 0.3))
      return route(content.ties[tie], style(of: content.ties[tie]), last, reversed: false)
    }
    return (routes, last, 3)
  }
}
