/// A cubic Bézier curve.
package struct Curve: Hashable, Sendable {
  /// Where it begins.
  package var start: Point
  /// The first handle.
  package var handle1: Point
  /// The second handle.
  package var handle2: Point
  /// Where it ends.
  package var end: Point

  init(_ start: Point, _ handle1: Point, _ handle2: Point, _ end: Point) {
    self.start = start
    self.handle1 = handle1
    self.handle2 = handle2
    self.end = end
  }

  /// A straight line.
  init(from start: Point, to end: Point) {
    self.init(start, start.mixed(with: end, 1 / 3), start.mixed(with: end, 2 / 3), end)
  }

  /// The place at a share of the parameter, 0 to 1.
  func point(at t: Double) -> Point {
    let s = 1 - t
    let a = s * s * s
    let b = 3 * s * s * t
    let c = 3 * s * t * t
    let d = t * t * t
    return Point(
      x: a * start.x + b * handle1.x + c * handle2.x + d * end.x,
      y: a * start.y + b * handle1.y + c * handle2.y + d * end.y)
  }

  /// The direction of travel there, with length 1.
  func direction(at t: Double) -> Point {
    let s = 1 - t
    let slope =
      (handle1 - start) * (s * s) + (handle2 - handle1) * (2 * s * t) + (end - handle2) * (t * t)
    return slope.length > 1e-9 ? slope.direction : (end - start).direction
  }

  /// The part between two shares.
  func part(from a: Double, to b: Double) -> Curve {
    let head = split(at: b).0
    return b > 1e-12 ? head.split(at: a / b).1 : head
  }

  private func split(at t: Double) -> (Curve, Curve) {
    let ab = start.mixed(with: handle1, t)
    let bc = handle1.mixed(with: handle2, t)
    let cd = handle2.mixed(with: end, t)
    let abc = ab.mixed(with: bc, t)
    let bcd = bc.mixed(with: cd, t)
    let middle = abc.mixed(with: bcd, t)
    return (Curve(start, ab, abc, middle), Curve(middle, bcd, cd, end))
  }

  /// The lengths from the start to evenly spaced shares.
  func lengths(steps: Int) -> [Double] {
    var lengths = [0.0]
    lengths.reserveCapacity(steps + 1)
    var last = start
    for step in 1...max(1, steps) {
      let next = point(at: Double(step) / Double(max(1, steps)))
      lengths.append(lengths[step - 1] + last.distance(to: next))
      last = next
    }
    return lengths
  }

  /// The curve cut into dashes: the lengths of ink and of gap by turns; whole when the pattern is empty.
  func dashes(_ pattern: [Double]) -> [Curve] {
    guard !pattern.isEmpty else { return [self] }
    let steps = 24
    let lengths = lengths(steps: steps)
    let total = lengths[steps]
    guard total > 1 else { return [self] }
    func share(of length: Double) -> Double {
      guard length < total else { return 1 }
      let step = max(1, lengths.firstIndex { $0 >= length } ?? steps)
      let span = lengths[step] - lengths[step - 1]
      return (Double(step - 1) + (span > 0 ? (length - lengths[step - 1]) / span : 0)) / Double(steps)
    }
    var parts: [Curve] = []
    var place = 0.0
    var turn = 0
    while place < total - 0.3 && parts.count < 400 {
      let next = min(total, place + pattern[turn % pattern.count])
      if turn % 2 == 0 { parts.append(part(from: share(of: place), to: share(of: next))) }
      place = next
      turn += 1
    }
    return parts
  }

  /// The same line the other way.
  var reversed: Curve { Curve(end, handle2, handle1, start) }

  func moved(by offset: Point) -> Curve {
    Curve(start + offset, handle1 + offset, handle2 + offset, end + offset)
  }

  /// A line beside it, about that far to its left.
  func beside(by distance: Double) -> Curve {
    let first = direction(at: 0).turned * distance
    let last = direction(at: 1).turned * distance
    return Curve(start + first, handle1 + first, handle2 + last, end + last)
  }

  /// The places at about equal steps along it, both ends among them.
  func places(every step: Double, most: Int = 200) -> [(point: Point, direction: Point)] {
    let total = lengths(steps: 12)[12]
    let count = max(1, min(most, Int((total / step).rounded())))
    return (0...count).map { place in
      let share = Double(place) / Double(count)
      return (point(at: share), direction(at: share))
    }
  }

  /// Its box, with the handles.
  var bounds: Box {
    let xs = [start.x, handle1.x, handle2.x, end.x]
    let ys = [start.y, handle1.y, handle2.y, end.y]
    return Box(
      minX: xs.min() ?? 0, minY: ys.min() ?? 0, maxX: xs.max() ?? 0, maxY: ys.max() ?? 0)
  }
}
