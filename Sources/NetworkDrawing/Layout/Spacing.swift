/// Pushes shapes off each other and off lines that pass them by, and makes room for labels.
///
/// Graphviz' own overlap removal moves what is pinned and scales the whole, so that this is done here.
struct Spacing {
  let content: PictureContent
  let sizes: [Size]
  let labelSizes: [Size]
  var area: Box
  /// The part of the area each actor keeps to.
  var areas: [Box]

  /// The least room between shapes.
  var gap = Self.gap

  static let gap = Size(width: 13, height: 10)

  init(content: PictureContent, sizes: [Size], labelSizes: [Size], area: Box) {
    self.content = content
    self.sizes = sizes
    self.labelSizes = labelSizes
    self.area = area
    areas = Array(repeating: area, count: sizes.count)
  }

  /// Settles the shapes; the area grows when there is no room.
  mutating func settle(_ start: [Point]) -> (points: [Point], area: Box) {
    var points = zip(start, areas.indices).map { areas[$1].clamped($0, size: sizes[$1]) }
    let work = content.pairs.count * points.count
    let rounds = work > 2_000_000 ? 0 : work > 60_000 ? 40 : 220
    for round in 0..<rounds {
      let heat = 1 - Double(round) / Double(rounds) * 0.7
      var moves = Array(repeating: Point(x: 0, y: 0), count: points.count)
      pushApart(points, &moves)
      makeRoomForLabels(points, &moves)
      pushOffLines(points, &moves)
      var greatest = 0.0
      for actor in points.indices {
        let move = moves[actor] * (0.5 * heat)
        let step = move.length > 14 ? move.direction * 14 : move
        let next = areas[actor].clamped(points[actor] + step, size: sizes[actor])
        greatest = max(greatest, next.distance(to: points[actor]))
        points[actor] = next
      }
      if greatest < 0.05 { break }
    }
    return separate(points)
  }

  /// Nothing but overlaps counts now, until none is left.
  mutating func separate(_ start: [Point]) -> (points: [Point], area: Box) {
    var points = start
    for _ in 0..<60 {
      for _ in 0..<250 {
        var moves = Array(repeating: Point(x: 0, y: 0), count: points.count)
        guard pushApart(points, &moves) else { return (points.map(\.rounded), area) }
        for actor in points.indices {
          points[actor] = areas[actor].clamped(points[actor] + moves[actor] * 0.55, size: sizes[actor])
        }
      }
      // No room: everything moves apart on a larger page.
      let factor = 1.06
      func grown(_ box: Box) -> Box {
        Box(
          minX: area.minX + (box.minX - area.minX) * factor, minY: area.minY + (box.minY - area.minY) * factor,
          maxX: area.minX + (box.maxX - area.minX) * factor, maxY: area.minY + (box.maxY - area.minY) * factor)
      }
      let origin = Point(x: area.minX, y: area.minY)
      points = points.map { origin + ($0 - origin) * factor }
      areas = areas.map(grown)
      area = grown(area)
    }
    return (points.map(\.rounded), area)
  }

  /// Whether any two shapes were too near.
  @discardableResult
  private func pushApart(_ points: [Point], _ moves: inout [Point]) -> Bool {
    let order = points.indices.sorted { points[$0].x != points[$1].x ? points[$0].x < points[$1].x : $0 < $1 }
    let widest = (sizes.map(\.width).max() ?? 0) + gap.width
    var any = false
    for (rank, a) in order.enumerated() {
      for b in order[(rank + 1)...] {
        let across = points[b].x - points[a].x
        if across > widest { break }
        let upwards = points[b].y - points[a].y
        let overlapX = (sizes[a].width + sizes[b].width) / 2 + gap.width - across
        let overlapY = (sizes[a].height + sizes[b].height) / 2 + gap.height - abs(upwards)
        guard overlapX > 0.01, overlapY > 0.01 else { continue }
        any = true
        // The shorter way out.
        if overlapX < overlapY {
          moves[a].x -= overlapX / 2
          moves[b].x += overlapX / 2
        } else {
          let sign: Double = upwards > 0 || (upwards == 0 && a < b) ? 1 : -1
          moves[a].y -= overlapY / 2 * sign
          moves[b].y += overlapY / 2 * sign
        }
      }
    }
    return any
  }

  private func makeRoomForLabels(_ points: [Point], _ moves: inout [Point]) {
    for (index, pair) in content.pairs.enumerated() where pair.first != pair.second {
      let label = labelSizes[index]
      let offset = points[pair.second] - points[pair.first]
      let direction = offset.direction
      let across = max(0.02, abs(direction.x))
      let upwards = max(0.02, abs(direction.y))
      func extent(_ size: Size) -> Double { min(size.width / across, size.height / upwards) }
      let needed = (extent(sizes[pair.first]) + extent(sizes[pair.second])) / 2 + extent(label) + 24
      let missing = needed - offset.length
      guard missing > 0 else { continue }
      let move = direction * (missing * 0.22)
      moves[pair.first] = moves[pair.first] - move
      moves[pair.second] = moves[pair.second] + move
    }
  }

  private func pushOffLines(_ points: [Point], _ moves: inout [Point]) {
    for pair in content.pairs where pair.first != pair.second {
      let start = points[pair.first]
      let along = points[pair.second] - start
      let length = along.length
      guard length > 1 else { continue }
      let unit = along * (1 / length)
      let spread = 3 + 3 * Double(pair.ties.count)
      for actor in points.indices where actor != pair.first && actor != pair.second {
        let offset = points[actor] - start
        let place = offset.dot(unit)
        guard place > 0, place < length else { continue }
        let aside = unit.cross(offset)
        let reach = (sizes[actor].width * abs(unit.y) + sizes[actor].height * abs(unit.x)) / 2 + spread
        guard abs(aside) < reach else { continue }
        let push = unit.turned * ((aside >= 0 ? 1 : -1) * (reach - abs(aside)) * 0.4)
        moves[actor] = moves[actor] + push
        let share = place / length
        moves[pair.first] = moves[pair.first] - push * (0.5 * (1 - share))
        moves[pair.second] = moves[pair.second] - push * (0.5 * share)
      }
    }
  }
}
