#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The place on the unit circle at an angle in radians.
func unitCircle(_ angle: Double) -> Point { Point(x: cos(angle), y: sin(angle)) }

/// The angle of a direction, −π to π.
func angle(of direction: Point) -> Double { atan2(direction.y, direction.x) }
