/// Writes the names of blocs at their areas, where nothing else is.
struct AreaLabels {
  let areas: [BlocArea]
  let obstacles: [Box]
  let frame: Box
  let ink: InkMap

  static let face = Face(size: 7.5, isBold: true)

  /// A name at the two largest outlines of each bloc, where there is room.
  func labels() -> [TextMark] {
    var taken = obstacles
    var labels: [TextMark] = []
    for area in areas {
      let sorted = area.outlines.sorted { Self.extent($0) > Self.extent($1) }
      for (rank, outline) in sorted.enumerated() where rank < 2 {
        guard let start = place(area.name, at: outline, taken) else { continue }
        let label = TextMark(
          text: area.name, start: start, face: Self.face, colour: area.colour.mixed(with: .black, 0.45), id: nil)
        labels.append(label)
        taken.append(label.box.inset(by: -2))
      }
    }
    return labels
  }

  private static func extent(_ outline: [Point]) -> Double {
    let xs = outline.map(\.x)
    let ys = outline.map(\.y)
    return (xs.max() ?? 0) - (xs.min() ?? 0) + (ys.max() ?? 0) - (ys.min() ?? 0)
  }

  /// Along the outline, first inside and then outside.
  private func place(_ name: String, at outline: [Point], _ taken: [Box]) -> Point? {
    let size = Size(width: Self.face.width(of: name), height: Self.face.lineHeight)
    let middle = outline.reduce(Point(x: 0, y: 0), +) * (1 / Double(max(1, outline.count)))
    let sorted = outline.enumerated().sorted { a, b in
      a.element.y != b.element.y ? a.element.y > b.element.y : a.offset < b.offset
    }
    var best: (cost: Double, start: Point)?
    for (step, gap) in [3.0, 8, 14].enumerated() {
      for corner in sorted.map(\.element) {
        let outward = (corner - middle).direction
        for side in [1.0, -1] {
          let center =
            corner
            + Point(x: outward.x * side * (size.width / 2 + gap), y: outward.y * side * (size.height / 2 + gap))
          let box = Box(center: center, size: size)
          guard frame.contains(box), !taken.contains(where: { $0.overlaps(box) }) else { continue }
          let covered = Double(ink.count(in: box))
          let cost = covered * 2 + Double(step) * 2 + (side < 0 ? 0.5 : 0)
          if cost < best?.cost ?? .infinity { best = (cost, Point(x: box.minX, y: center.y)) }
        }
      }
    }
    return best.flatMap { $0.cost < 9 ? $0.start : nil }
  }
}
