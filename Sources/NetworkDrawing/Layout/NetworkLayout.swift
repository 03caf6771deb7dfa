import ActorModel

/// Places actors on a page.
///
/// Each component is laid out by Graphviz' stress majorization, from a few seeded beginnings of which the one with the
/// fewest crossings counts, and turned along the page. Components stand apart. Shapes are then pushed off each other
/// and off lines by ``Spacing``.
///
/// - Source: E. Gansner, Y. Koren, S. North, Graph Drawing 2004, doi:10.1007/978-3-540-31843-9_25.
struct NetworkLayout {
  let content: PictureContent
  let sizes: [Size]
  /// The room that the label of each pair takes, nothing for a pair without one.
  let labelSizes: [Size]
  /// Pairs of actors that belong together without a tie.
  let attractions: [(Int, Int)]
  let seed: Int

  /// Middles for all actors inside `area`, which is enlarged when it is too small.
  func place(in area: Box) throws(DrawingError) -> (points: [Point], area: Box) {
    let components = content.components()
    guard let main = components.first else { return ([], area) }
    var points = Array(repeating: area.center, count: content.actors.count)
    for component in components where component.count > 1 {
      for (actor, point) in zip(component, try shape(of: component, aspect: area.width / area.height)) {
        points[actor] = point
      }
    }
    let area = enlarged(area)
    let strips = ComponentPacking(components: Array(components.dropFirst()), sizes: sizes, area: area)
    fit(main, into: strips.mainArea, &points)
    for (component, box) in zip(components.dropFirst(), strips.boxes) { fit(component, into: box, &points) }
    var spacing = Spacing(content: content, sizes: sizes, labelSizes: labelSizes, area: area)
    spacing.areas = Array(repeating: strips.mainArea, count: content.actors.count)
    for (component, box) in zip(components.dropFirst(), strips.boxes) {
      for actor in component { spacing.areas[actor] = box }
    }
    return spacing.settle(points)
  }

  /// A page of the same form that shapes and labels fill by no more than about half.
  private func enlarged(_ area: Box) -> Box {
    let shapes = sizes.reduce(0) { $0 + ($1.width + 16) * ($1.height + 14) }
    let labels = labelSizes.reduce(0) { $0 + ($1.width > 0 ? ($1.width + 6) * ($1.height + 5) : 0) }
    let widest = sizes.map(\.width).max() ?? 0
    let factor = max(
      1, ((shapes + labels) / (0.62 * area.width * area.height)).squareRoot(), (widest + 40) / area.width)
    guard factor > 1.02 else { return area }
    return Box(
      minX: area.minX, minY: area.minY, maxX: area.minX + area.width * factor, maxY: area.minY + area.height * factor)
  }

  /// A component's layout around the origin, its long side across.
  private func shape(of component: [Int], aspect: Double) throws(DrawingError) -> [Point] {
    var local: [Int: Int] = [:]
    for (place, actor) in component.enumerated() { local[actor] = place }
    let pairs = content.pairs.indices.filter {
      content.pairs[$0].first != content.pairs[$0].second && local[content.pairs[$0].first] != nil
    }
    let lines = pairs.compactMap { pair -> (Int, Int)? in
      guard let a = local[content.pairs[pair].first], let b = local[content.pairs[pair].second] else { return nil }
      return (a, b)
    }
    let texts = springs(component, local: local, pairs: pairs)
    let tries = component.count <= 4 ? 1 : component.count <= 80 ? 6 : component.count <= 200 ? 2 : 1
    var best: (crossings: Int, points: [Point])?
    for attempt in 0..<tries {
      let raw = try Graphviz.positions(
        nodeCount: component.count, springs: texts, seed: seed + attempt, isLarge: component.count > 400)
      let points = Self.turned(raw, aspect: aspect)
      let crossings = tries == 1 ? 0 : Self.crossings(lines, points)
      if best == nil || crossings < (best?.crossings ?? 0) { best = (crossings, points) }
    }
    return best?.points ?? []
  }

  /// Springs whose lengths leave room for shapes and labels.
  private func springs(_ component: [Int], local: [Int: Int], pairs: [Int]) -> [Graphviz.Spring] {
    func radius(_ actor: Int) -> Double { (sizes[actor].width + sizes[actor].height) / 4 }
    var springs = pairs.compactMap { index -> Graphviz.Spring? in
      let pair = content.pairs[index]
      guard let a = local[pair.first], let b = local[pair.second] else { return nil }
      let label = labelSizes[index]
      let length = radius(pair.first) + radius(pair.second) + 26 + label.width * 0.45 + label.height * 0.5
      return Graphviz.Spring(first: a, second: b, length: length)
    }
    let tied = Set(springs.map { [min($0.first, $0.second), max($0.first, $0.second)] })
    for (first, second) in attractions {
      guard let a = local[first], let b = local[second], !tied.contains([min(a, b), max(a, b)]) else { continue }
      springs.append(Graphviz.Spring(first: a, second: b, length: 150))
    }
    return springs
  }

  /// Turned so that the longest extent runs across the page, and round the middle.
  private static func turned(_ points: [Point], aspect: Double) -> [Point] {
    guard points.count > 1 else { return points.map { _ in Point(x: 0, y: 0) } }
    let middle = points.reduce(Point(x: 0, y: 0), +) * (1 / Double(points.count))
    var xx = 0.0
    var yy = 0.0
    var xy = 0.0
    for point in points {
      let offset = point - middle
      xx += offset.x * offset.x
      yy += offset.y * offset.y
      xy += offset.x * offset.y
    }
    let axis = unitCircle(angle(of: Point(x: xx - yy, y: 2 * xy)) / 2)
    // Always the same way round: the first actor stands in the left half.
    let sign: Double = (points[0] - middle).dot(axis) > 0 ? -1 : 1
    return points.map { point in
      let offset = point - middle
      return Point(x: offset.dot(axis) * sign, y: axis.cross(offset) * sign)
    }
  }

  private static func crossings(_ lines: [(Int, Int)], _ points: [Point]) -> Int {
    var count = 0
    for first in lines.indices {
      let (a, b) = lines[first]
      for second in lines.indices.dropFirst(first + 1) {
        let (c, d) = lines[second]
        if a == c || a == d || b == c || b == d { continue }
        let across = (points[b] - points[a]).cross(points[c] - points[a]) > 0
        let back = (points[b] - points[a]).cross(points[d] - points[a]) > 0
        guard across != back else { continue }
        let third = (points[d] - points[c]).cross(points[a] - points[c]) > 0
        let fourth = (points[d] - points[c]).cross(points[b] - points[c]) > 0
        if third != fourth { count += 1 }
      }
    }
    return count
  }

  /// Stretches a component over a box, no side more than one and a half times as much as the other.
  private func fit(_ component: [Int], into box: Box, _ points: inout [Point]) {
    guard component.count > 1 else {
      for actor in component { points[actor] = box.center }
      return
    }
    // Half a shape stands beyond the outermost middles.
    let margin = component.map { max(sizes[$0].width, sizes[$0].height * 1.5) }.reduce(0, +) / Double(component.count)
    let xs = component.map { points[$0].x }
    let ys = component.map { points[$0].y }
    guard let minX = xs.min(), let maxX = xs.max(), let minY = ys.min(), let maxY = ys.max() else { return }
    let across = max(1, box.width - margin) / max(1, maxX - minX)
    let upwards = max(1, box.height - margin * 0.6) / max(1, maxY - minY)
    let limit = min(across, upwards) * 1.7
    let middle = Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2)
    for actor in component {
      let offset = points[actor] - middle
      points[actor] = Point(
        x: box.center.x + offset.x * min(across, limit), y: box.center.y + offset.y * min(upwards, limit))
    }
  }
}

/// Gives each component but the largest a box of its own along the lower edge.
struct ComponentPacking {
  private(set) var boxes: [Box] = []
  private(set) var mainArea: Box

  init(components: [[Int]], sizes: [Size], area: Box) {
    mainArea = area
    guard !components.isEmpty else { return }
    let wanted = components.map { component -> Size in
      let width = component.map { sizes[$0].width }.max() ?? 0
      let height = component.map { sizes[$0].height }.max() ?? 0
      let across = max(1, Int((Double(component.count) * 1.8).squareRoot().rounded(.up)))
      let rows = (component.count + across - 1) / across
      return Size(
        width: component.count == 1 ? width + 12 : min(area.width, Double(across) * (width + 70)),
        height: component.count == 1 ? height + 10 : Double(rows) * (height + 34))
    }
    var rows: [(boxes: [Box], height: Double, width: Double)] = []
    for size in wanted {
      if let last = rows.last, last.width + size.width <= area.width {
        rows[rows.count - 1].boxes.append(
          Box(minX: last.width, minY: 0, maxX: last.width + size.width, maxY: size.height))
        rows[rows.count - 1].width += size.width
        rows[rows.count - 1].height = max(last.height, size.height)
      } else {
        let box = Box(minX: 0, minY: 0, maxX: size.width, maxY: size.height)
        rows.append((boxes: [box], height: size.height, width: size.width))
      }
    }
    var y = area.minY
    for row in rows {
      let spare = (area.width - row.width) / Double(row.boxes.count)
      for (place, box) in row.boxes.enumerated() {
        boxes.append(box.moved(by: Point(x: area.minX + spare * (Double(place) + 0.5), y: y)))
      }
      y += row.height
    }
    mainArea.minY = min(y + 12, area.maxY - area.height * 0.3)
  }
}
