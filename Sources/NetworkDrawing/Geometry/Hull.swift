/// The convex hull of points, counter-clockwise.
///
/// - Source: A. M. Andrew's monotone chain, Information Processing Letters 9 (1979).
func convexHull(_ points: [Point]) -> [Point] {
  let sorted = Set(points).sorted { $0.x != $1.x ? $0.x < $1.x : $0.y < $1.y }
  guard sorted.count > 2 else { return sorted }
  func chain(_ points: [Point]) -> [Point] {
    var chain: [Point] = []
    for point in points {
      while chain.count >= 2,
        (chain[chain.count - 1] - chain[chain.count - 2]).cross(point - chain[chain.count - 1]) <= 0
      {
        chain.removeLast()
      }
      chain.append(point)
    }
    return chain
  }
  return chain(sorted).dropLast() + chain(sorted.reversed()).dropLast()
}

/// A convex polygon, counter-clockwise, moved outwards by a margin with round corners.
func rounded(_ hull: [Point], margin: Double) -> [Point] {
  var outline: [Point] = []
  for (index, corner) in hull.enumerated() {
    let before = hull[(index + hull.count - 1) % hull.count]
    let after = hull[(index + 1) % hull.count]
    let first = (corner - before).turned.direction * -1
    let last = (after - corner).turned.direction * -1
    let steps = 6
    for step in 0...steps {
      // Between the two normals in equal shares: near enough to an arc for the eye, and free of angles.
      let normal = first.mixed(with: last, Double(step) / Double(steps))
      outline.append(corner + (normal.length > 1e-6 ? normal.direction : first) * margin)
    }
  }
  return outline
}

/// Whether a convex polygon, counter-clockwise, and a rectangle share a place.
func touches(_ polygon: [Point], _ box: Box) -> Bool {
  // Two convex shapes are apart when some side of one has the whole other outside.
  let xs = polygon.map(\.x)
  let ys = polygon.map(\.y)
  guard let minX = xs.min(), let maxX = xs.max(), let minY = ys.min(), let maxY = ys.max() else { return false }
  guard box.overlaps(Box(minX: minX, minY: minY, maxX: maxX, maxY: maxY)) else { return false }
  let corners = box.corners
  for (index, corner) in polygon.enumerated() {
    let side = polygon[(index + 1) % polygon.count] - corner
    if side.length > 1e-9 && corners.allSatisfy({ side.cross($0 - corner) < 0 }) { return false }
  }
  return true
}
