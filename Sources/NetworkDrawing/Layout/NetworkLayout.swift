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
    let strips = ComponentPacking(sizes: components.dropFirst().map { room(for: $0, in: area) }, area: area)
    fit(main, into: strips.mainArea, &points)
    for (component, box) in zip(components.dropFirst(), strips.boxes) { fit(component, into: box, &points) }
    if main.count > 3 && main.count <= 90 { points = untangled(points, main) }
    var spacing = Spacing(content: content, sizes: sizes, labelSizes: labelSizes, area: area)
    spacing.areas = Array(repeating: strips.mainArea, count: content.actors.count)
    for (component, box) in zip(components.dropFirst(), strips.boxes) {
      for actor in component { spacing.areas[actor] = box }
    }
    return spacing.settle(points)
  }

  private func room(for component: [Int], in area: Box) -> Size {
    let members = Set(component)
    let labels = content.pairs.indices.filter { members.contains(content.pairs[$0].first) }.map { labelSizes[$0] }
    let widest = Size(width: labels.map(\.width).max() ?? 0, height: labels.map(\.height).max() ?? 0)
    return ComponentPacking.size(of: component, sizes: sizes, label: widest, most: area.width)
  }

  private func untangled(_ points: [Point], _ main: [Int]) -> [Point] {
    let lines = content.pairs.filter { $0.first != $0.second }.map { pair in
      Untangling.Line(first: pair.first, second: pair.second, weight: Double(pair.ties.count).squareRoot())
    }
    let reaches = sizes.map { ($0.width + $0.height) / 4 + 4 }
    return Untangling(lines: lines, reaches: reaches).improved(points, among: main, rounds: 3)
  }

  /// A page of the same form that shapes and labels, with the room around them, do not fill.
  private func enlarged(_ area: Box) -> Box {
    let shapes = sizes.reduce(0) { $0 + ($1.width + 16) * ($1.height + 14) }
    let labels = labelSizes.reduce(0) { $0 + ($1.width > 0 ? ($1.width + 6) * ($1.height + 5) : 0) }
    let widest = sizes.map(\.width).max() ?? 0
    let factor = max(
      1, ((shapes + labels) / (0.92 * area.width * area.height)).squareRoot(), (widest + 40) / area.width)
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
    let lines = pairs.compactMap { pair -> Untangling.Line? in
      guard let a = local[content.pairs[pair].first], let b = local[content.pairs[pair].second] else { return nil }
      return Untangling.Line(first: a, second: b, weight: Double(content.pairs[pair].ties.count).squareRoot())
    }
    let untangling = Untangling(lines: lines, reaches: component.map { _ in 0 })
    let springs = springs(component, local: local, pairs: pairs)
    let tries = component.count <= 4 ? 1 : component.count <= 80 ? 4 : component.count <= 200 ? 2 : 1
    var best: (cost: Double, points: [Point])?
    for attempt in 0..<tries {
      let raw = try Graphviz.positions(
        nodeCount: component.count, springs: springs, seed: seed + attempt, isLarge: component.count > 400)
      let points = Self.turned(raw, aspect: aspect)
      let cost = tries == 1 ? 0 : untangling.cost(points)
      if cost < best?.cost ?? .infinity { best = (cost, points) }
    }
    return best?.points ?? []
  }

  /// Springs whose lengths leave room for shapes and labels.
  private func springs(_ component: [Int], local: [Int: Int], pairs: [Int]) -> [Graphviz.Spring] {
    var degrees = Array(repeating: 0.0, count: sizes.count)
    for index in pairs {
      degrees[content.pairs[index].first] += 1
      degrees[content.pairs[index].second] += 1
    }
    // Where many lines meet there must be more room around.
    func radius(_ actor: Int) -> Double { (sizes[actor].width + sizes[actor].height) / 4 }
    func room(_ actor: Int) -> Double { 6 * (degrees[actor].squareRoot() - 1) }
    var springs = pairs.compactMap { index -> Graphviz.Spring? in
      let pair = content.pairs[index]
      guard let a = local[pair.first], let b = local[pair.second] else { return nil }
      let label = labelSizes[index]
      // Many lines side by side are best short.
      let length =
        radius(pair.first) + radius(pair.second) + 24
        + (label.width * 0.4 + label.height * 0.3 + room(pair.first) + room(pair.second)) / Double(pair.ties.count)
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
