/// A place on the page in points, 72 to the inch; the origin is at the lower left and y grows upwards.
public struct Point: Hashable, Sendable, Codable {
  /// Points from the left.
  public var x: Double
  /// Points from below.
  public var y: Double

  /// A place on the page.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: Point, factor: Double) -> Point { Point(x: a.x * factor, y: a.y * factor) }

  var length: Double { (x * x + y * y).squareRoot() }
  /// Turned left by a right angle.
  var turned: Point { Point(x: -y, y: x) }
  /// The same direction with length 1; to the right for a point without direction.
  var direction: Point { length > 1e-9 ? self * (1 / length) : Point(x: 1, y: 0) }
  /// Rounded to hundredths of a point, so that what is written is what was meant.
  var rounded: Point { Point(x: (x * 100).rounded() / 100 + 0, y: (y * 100).rounded() / 100 + 0) }

  func distance(to other: Point) -> Double { (self - other).length }
  func dot(_ other: Point) -> Double { x * other.x + y * other.y }
  func cross(_ other: Point) -> Double { x * other.y - y * other.x }
  func mixed(with other: Point, _ share: Double) -> Point { self + (other - self) * share }
}

/// Width and height in points.
package struct Size: Hashable, Sendable, Codable {
  /// Points across.
  package var width: Double
  /// Points upwards.
  package var height: Double

  /// A width and a height.
  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// The size that holds both.
  func union(_ other: Size) -> Size { Size(width: max(width, other.width), height: max(height, other.height)) }
}

/// An upright rectangle.
public struct Box: Hashable, Sendable {
  /// The left side.
  public var minX: Double
  /// The lower side.
  public var minY: Double
  /// The right side.
  public var maxX: Double
  /// The upper side.
  public var maxY: Double

  /// A rectangle by its sides.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// A rectangle by its middle.
  package init(center: Point, size: Size) {
    self.init(
      minX: center.x - size.width / 2, minY: center.y - size.height / 2, maxX: center.x + size.width / 2,
      maxY: center.y + size.height / 2)
  }

  /// Its middle.
  package var center: Point { Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }
  /// Its width.
  public var width: Double { maxX - minX }
  /// Its height.
  public var height: Double { maxY - minY }
  /// Its width and height.
  package var size: Size { Size(width: width, height: height) }

  /// Whether the two share more than a border.
  package func overlaps(_ other: Box) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// Whether the other lies inside, borders included.
  package func contains(_ other: Box) -> Bool {
    minX <= other.minX && minY <= other.minY && maxX >= other.maxX && maxY >= other.maxY
  }

  /// Whether a place lies inside, borders included.
  package func contains(_ point: Point) -> Bool {
    minX <= point.x && point.x <= maxX && minY <= point.y && point.y <= maxY
  }

  func inset(by margin: Double) -> Box { inset(by: margin, margin) }

  func inset(by dx: Double, _ dy: Double) -> Box {
    Box(minX: minX + dx, minY: minY + dy, maxX: maxX - dx, maxY: maxY - dy)
  }

  func union(_ other: Box) -> Box {
    Box(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  func moved(by offset: Point) -> Box {
    Box(minX: minX + offset.x, minY: minY + offset.y, maxX: maxX + offset.x, maxY: maxY + offset.y)
  }

  /// The area that the two share.
  func sharedArea(with other: Box) -> Double {
    let width = min(maxX, other.maxX) - max(minX, other.minX)
    let height = min(maxY, other.maxY) - max(minY, other.minY)
    return width > 0 && height > 0 ? width * height : 0
  }

  /// The nearest place inside.
  func clamped(_ point: Point) -> Point {
    Point(x: max(minX, min(maxX, point.x)), y: max(minY, min(maxY, point.y)))
  }

  /// The nearest middle at which a rectangle of a size lies inside; the middle of this one along a side too short.
  func clamped(_ point: Point, size: Size) -> Point {
    let space = inset(by: min(size.width, width) / 2, min(size.height, height) / 2)
    return space.clamped(point)
  }

  var corners: [Point] {
    [
      Point(x: minX, y: minY), Point(x: maxX, y: minY), Point(x: maxX, y: maxY), Point(x: minX, y: maxY),
    ]
  }
}
