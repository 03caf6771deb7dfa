import ActorModel

/// Ends a line at the shapes it joins, and leaves room for its arrows.
extension RelationFigure {
  /// The figure of a relation whose line goes from the middle of one shape to the middle of the other.
  init(
    _ relation: Relation, along curve: Curve, from: ActorFigure, to: ActorFigure, style: LineStyle, tooltip: String
  ) {
    let isMutual = !relation.ends.isDirected
    let line = curve.outside(from, to)
    // No arrow is longer than its line allows.
    let length = line.start.distance(to: line.end)
    let back = min(style.arrowLength, length * (isMutual ? 0.45 : 0.8))
    let last = line.share(at: back, from: line.end, descending: true)
    let first = isMutual ? line.share(at: back, from: line.start, descending: false) : 0
    self.init(
      id: relation.id, from: from.id, to: to.id, isMutual: isMutual, style: style,
      curve: line.part(from: min(first, last), to: last), tip: line.end, startTip: isMutual ? line.start : nil,
      tooltip: tooltip)
  }
}

extension Curve {
  /// The part of a line outside both its shapes.
  func outside(_ a: ActorFigure, _ b: ActorFigure) -> Curve {
    func edge(_ figure: ActorFigure, inside: Double, outside: Double) -> Double {
      let grown = Size(width: figure.size.width + 2.4, height: figure.size.height + 2.4)
      var inside = inside
      var outside = outside
      for _ in 0..<16 {
        let middle = (inside + outside) / 2
        if figure.shape.contains(point(at: middle), center: figure.center, size: grown) {
          inside = middle
        } else {
          outside = middle
        }
      }
      return outside
    }
    let start = edge(a, inside: 0, outside: 0.5)
    let end = edge(b, inside: 1, outside: 0.5)
    return part(from: min(start, end - 0.02), to: end)
  }

  /// The share of a line at a distance from one of its ends.
  fileprivate func share(at distance: Double, from end: Point, descending: Bool) -> Double {
    var near = descending ? 1.0 : 0
    var far = 0.5
    for _ in 0..<14 {
      let middle = (near + far) / 2
      if point(at: middle).distance(to: end) < distance { near = middle } else { far = middle }
    }
    return far
  }
}
