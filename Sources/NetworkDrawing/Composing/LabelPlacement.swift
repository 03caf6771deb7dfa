/// Finds for each label a place where nothing else is, near the lines it names.
///
/// Candidates lie along the line, beside it, and on rings around its middle. A label never covers a shape or another
/// label; covering lines of others, arrowheads and standing far off cost. Labels with the least freedom go first, and
/// each is then placed again among the others.
///
/// - Source: after J. Christensen, J. Marks, S. Shieber, ACM Transactions on Graphics 14 (1995).
struct LabelPlacement {
  /// A label to place.
  struct Item {
    let size: Size
    /// The line it names; `nil` for a label that stands at a shape.
    let middle: Curve?
    let spread: Double
    /// Places along its own lines.
    let own: [Point]
    /// The shape it stands at.
    var hub: Box?
  }

  /// Where a label stands, and the place on its line when it stands off it.
  struct Place: Hashable {
    let box: Box
    let anchor: Point?
  }

  let items: [Item]
  let shapes: [Box]
  let arrows: [Box]
  let area: Box
  private let ink: InkMap

  init(items: [Item], shapes: [Box], arrows: [Box], area: Box) {
    self.items = items
    self.shapes = shapes
    self.arrows = arrows
    self.area = area
    ink = InkMap(area: area, points: items.flatMap(\.own))
  }

  /// A place for each label; `nil` where there is none.
  func places() -> [Place?] {
    let freedom = items.map { item in
      item.middle.map { $0.start.distance(to: $0.end) - item.size.width - item.size.height * 4 } ?? -1000
    }
    let order = items.indices.sorted { freedom[$0] != freedom[$1] ? freedom[$0] < freedom[$1] : $0 < $1 }
    let candidates = items.map { item in
      item.size.width > 0 ? nearCandidates(item).sorted { $0.cost < $1.cost } : []
    }
    var places = [Place?](repeating: nil, count: items.count)
    for round in 0..<3 {
      var changed = false
      for item in order where items[item].size.width > 0 {
        let old = places[item]
        places[item] = nil
        places[item] = best(items[item], candidates[item], among: places)
        if places[item] != old { changed = true }
      }
      if round > 0 && !changed { break }
    }
    return places
  }

  private typealias Candidate = (place: Place, cost: Double)

  private func best(_ item: Item, _ near: [Candidate], among places: [Place?]) -> Place? {
    var best: Candidate?
    func consider(_ candidates: [Candidate]) {
      for candidate in candidates {
        let limit = best?.cost ?? .infinity
        // Those that follow cost more before anything is looked at.
        if candidate.cost >= limit { return }
        if let cost = total(candidate, item: item, among: places, limit: limit) { best = (candidate.place, cost) }
      }
    }
    consider(near)
    for ring in 1...22 where (best?.cost ?? .infinity) > 30 + Double(ring) * 6 {
      consider(candidates(item, ring: ring))
    }
    return best?.place
  }

  /// Along the line and beside it, or around the shape.
  private func nearCandidates(_ item: Item) -> [Candidate] {
    if let hub = item.hub { return around(hub, item.size) }
    guard let middle = item.middle else { return [] }
    var candidates: [Candidate] = []
    let length = middle.start.distance(to: middle.end)
    for share in [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8] {
      let point = middle.point(at: share)
      let direction = middle.direction(at: share)
      let across = max(0.02, abs(direction.x))
      let upwards = max(0.02, abs(direction.y))
      let covered = min(item.size.width / across, item.size.height / upwards)
      // Some line must be seen on both sides.
      let crowding = max(0, covered + 26 - length)
      candidates.append(
        (Place(box: Box(center: point, size: item.size), anchor: nil), abs(share - 0.5) * 16 + crowding * 1.2))
    }
    for share in [0.5, 0.36, 0.64, 0.24, 0.76] {
      let point = middle.point(at: share)
      let normal = middle.direction(at: share).turned
      let half = (item.size.width * abs(normal.x) + item.size.height * abs(normal.y)) / 2 + item.spread
      for step in 0..<4 {
        for side in [1.0, -1] {
          let distance = half + 2 + Double(step) * 9
          let box = Box(center: point + normal * (distance * side), size: item.size)
          candidates.append((Place(box: box, anchor: point), 9 + Double(step) * 7 + abs(share - 0.5) * 16))
        }
      }
    }
    return candidates
  }

  private func around(_ hub: Box, _ size: Size) -> [Candidate] {
    var candidates: [Candidate] = []
    for (step, gap) in [1.5, 5, 10].enumerated() {
      let reachX = (hub.width + size.width) / 2 + gap
      let reachY = (hub.height + size.height) / 2 + gap
      for share in [0, -0.35, 0.35, -0.7, 0.7, -1, 1] {
        let cost = Double(step) * 8 + abs(share) * 4
        for side in [-1.0, 1] {
          let beside = Point(x: hub.center.x + share * hub.width / 2, y: hub.center.y + side * reachY)
          candidates.append((Place(box: Box(center: beside, size: size), anchor: nil), cost))
          let level = Point(x: hub.center.x + side * reachX, y: hub.center.y + share * hub.height / 2)
          candidates.append((Place(box: Box(center: level, size: size), anchor: nil), cost + 3))
        }
      }
    }
    return candidates
  }

  private func candidates(_ item: Item, ring: Int) -> [Candidate] {
    guard let anchor = item.middle?.point(at: 0.5) ?? item.hub?.center else { return [] }
    let radius = 14 + Double(ring) * 11
    let steps = 10 + ring * 2
    return (0..<steps).map { step in
      let turn = unitCircle(2 * Double.pi * Double(step) / Double(steps))
      let center = anchor + Point(x: turn.x * (radius + item.size.width / 2), y: turn.y * radius)
      return (Place(box: Box(center: center, size: item.size), anchor: anchor), 24 + radius * 0.55)
    }
  }

  /// What a place costs in all; `nil` when it is taken or costs more than the limit.
  private func total(_ candidate: Candidate, item: Item, among places: [Place?], limit: Double) -> Double? {
    let box = candidate.place.box
    guard area.contains(box) else { return nil }
    let guarded = box.inset(by: -1.2)
    for shape in shapes where shape.overlaps(guarded) { return nil }
    for other in places {
      if let other, other.box.overlaps(guarded) { return nil }
    }
    var cost = candidate.cost
    for arrow in arrows where arrow.overlaps(box) { cost += 16 }
    if cost >= limit { return nil }
    var foreign = ink.count(in: box)
    if foreign > 0 {
      let counted = box.inset(by: -ink.cell)
      foreign -= item.own.count { counted.contains($0) }
    }
    // On its own lines a label is understood even where others pass below; beside them it would seem to name those.
    cost += Double(max(0, foreign)) * (candidate.place.anchor == nil ? 1.1 : 3.5)
    guard cost < limit else { return nil }
    if let anchor = candidate.place.anchor { cost += leaderCost(from: anchor, to: box.clamped(anchor), places) }
    return cost < limit ? cost : nil
  }

  private func leaderCost(from anchor: Point, to end: Point, _ places: [Place?]) -> Double {
    let reach = Box(
      minX: min(anchor.x, end.x), minY: min(anchor.y, end.y), maxX: max(anchor.x, end.x), maxY: max(anchor.y, end.y))
    let steps = max(1, Int(anchor.distance(to: end) / 6))
    func hits(_ box: Box) -> Int {
      guard box.overlaps(reach) else { return 0 }
      return (1...steps).count { box.contains(anchor.mixed(with: end, Double($0) / Double(steps))) }
    }
    var count = 0
    for shape in shapes { count += hits(shape) }
    for other in places { if let other { count += hits(other.box) } }
    return Double(count) * 16
  }
}

/// How many points lie in any rectangle, by sums over a raster.
struct InkMap {
  private let origin: Point
  let cell: Double
  private let columns: Int
  private let rows: Int
  private var sums: [Int32]

  init(area: Box, points: [Point]) {
    cell = max(3, max(area.width, area.height) / 400)
    origin = Point(x: area.minX, y: area.minY)
    columns = Int(area.width / cell) + 2
    rows = Int(area.height / cell) + 2
    sums = Array(repeating: 0, count: columns * rows)
    for point in points {
      let column = Int((point.x - origin.x) / cell) + 1
      let row = Int((point.y - origin.y) / cell) + 1
      guard column > 0, row > 0, column < columns, row < rows else { continue }
      sums[row * columns + column] += 1
    }
    for row in 1..<rows {
      for column in 1..<columns {
        sums[row * columns + column] +=
          sums[(row - 1) * columns + column] + sums[row * columns + column - 1]
          - sums[(row - 1) * columns + column - 1]
      }
    }
  }

  /// About how many points a rectangle covers.
  func count(in box: Box) -> Int {
    func place(_ value: Double, _ limit: Int) -> Int { max(0, min(limit - 1, Int(value / cell) + 1)) }
    let left = place(box.minX - origin.x - cell, columns)
    let right = place(box.maxX - origin.x, columns)
    let below = place(box.minY - origin.y - cell, rows)
    let above = place(box.maxY - origin.y, rows)
    let sum =
      sums[above * columns + right] - sums[below * columns + right] - sums[above * columns + left]
      + sums[below * columns + left]
    return Int(sum)
  }
}
