/// Lets actors change places where that makes fewer and shorter lines cross.
///
/// Stress majorization gets distances right but does not count crossings. Pairs of actors are swapped as long as the
/// picture gains by it: a crossing costs as much as a line of mean length, both by the number of relations, and a line
/// through a shape a little more.
struct Untangling {
  /// A line between two actors.
  struct Line {
    let first: Int
    let second: Int
    let weight: Double
  }

  let lines: [Line]
  /// About how far each actor's shape reaches.
  private let reaches: [Double]
  private let linesOf: [[Int]]

  /// Actors with more lines than this between them stay: swapping hubs seldom helps and costs most time.
  private static let mostLines = 18

  init(lines: [Line], reaches: [Double]) {
    self.lines = lines
    self.reaches = reaches
    var linesOf = Array(repeating: [Int](), count: reaches.count)
    for (index, line) in lines.enumerated() {
      linesOf[line.first].append(index)
      linesOf[line.second].append(index)
    }
    self.linesOf = linesOf
  }

  /// What a layout costs.
  func cost(_ points: [Point]) -> Double {
    let unit = meanLength(points)
    var cost = 0.0
    for (place, line) in lines.enumerated() {
      cost += length(line, points) / unit
      for other in place + 1..<lines.count { cost += crossing(line, lines[other], points) }
    }
    return cost
  }

  /// The same places, taken by others where that is better.
  func improved(_ start: [Point], among actors: [Int], rounds: Int) -> [Point] {
    var points = start
    let unit = meanLength(points)
    var costs = lines.indices.map { cost(ofLine: $0, points, unit, actors) }
    for _ in 0..<rounds {
      var changed = false
      for (place, a) in actors.enumerated() {
        for b in actors[(place + 1)...] where linesOf[a].count + linesOf[b].count <= Self.mostLines {
          let before = sum(costs, of: a) + sum(costs, of: b) - 0.01
          points.swapAt(a, b)
          guard isCheaper(a, b, than: before, points, unit, actors) else {
            points.swapAt(a, b)
            continue
          }
          changed = true
          for line in lines.indices { costs[line] = cost(ofLine: line, points, unit, actors) }
        }
      }
      if !changed { break }
    }
    return points
  }

  private func sum(_ costs: [Double], of actor: Int) -> Double { linesOf[actor].reduce(0) { $0 + costs[$1] } }

  /// Whether the lines of two actors cost less than a limit; lengths come first, because they are soon added up.
  private func isCheaper(
    _ a: Int, _ b: Int, than limit: Double, _ points: [Point], _ unit: Double, _ actors: [Int]
  ) -> Bool {
    var cost = 0.0
    for line in linesOf[a] { cost += length(lines[line], points) / unit }
    for line in linesOf[b] { cost += length(lines[line], points) / unit }
    for actor in [a, b] {
      for line in linesOf[actor] {
        guard cost < limit else { return false }
        cost += hindrance(ofLine: line, points, actors)
      }
    }
    return cost < limit
  }

  private func cost(ofLine index: Int, _ points: [Point], _ unit: Double, _ actors: [Int]) -> Double {
    length(lines[index], points) / unit + hindrance(ofLine: index, points, actors)
  }

  /// What a line's crossings and the shapes in its way cost.
  private func hindrance(ofLine index: Int, _ points: [Point], _ actors: [Int]) -> Double {
    let line = lines[index]
    var cost = 0.0
    for other in lines { cost += crossing(line, other, points) }
    for actor in actors where passes(line, actor, points) { cost += 1.2 * line.weight }
    return cost
  }

  private func joins(_ line: Line, _ actor: Int) -> Bool { line.first == actor || line.second == actor }

  /// Whether a line runs through the shape of an actor that it does not lead to.
  private func passes(_ line: Line, _ actor: Int, _ points: [Point]) -> Bool {
    let reach = reaches[actor]
    let start = points[line.first]
    let offset = points[actor] - start
    let along = points[line.second] - start
    let place = offset.dot(along)
    let square = along.dot(along)
    guard place > 0, place < square, actor != line.first, actor != line.second else { return false }
    let aside = along.cross(offset)
    return aside * aside < reach * reach * square
  }

  private func meanLength(_ points: [Point]) -> Double {
    let sum = lines.reduce(0) { $0 + points[$1.first].distance(to: points[$1.second]) }
    return max(1, sum / Double(max(1, lines.count)))
  }

  private func length(_ line: Line, _ points: [Point]) -> Double {
    points[line.first].distance(to: points[line.second]) * line.weight
  }

  private func crossing(_ line: Line, _ other: Line, _ points: [Point]) -> Double {
    if joins(line, other.first) || joins(line, other.second) { return 0 }
    let a = points[line.first]
    let b = points[line.second]
    let c = points[other.first]
    let d = points[other.second]
    if max(c.x, d.x) < min(a.x, b.x) || max(a.x, b.x) < min(c.x, d.x) { return 0 }
    if max(c.y, d.y) < min(a.y, b.y) || max(a.y, b.y) < min(c.y, d.y) { return 0 }
    let along = b - a
    if (along.cross(c - a) > 0) == (along.cross(d - a) > 0) { return 0 }
    let otherAlong = d - c
    if (otherAlong.cross(a - c) > 0) == (otherAlong.cross(b - c) > 0) { return 0 }
    return line.weight * other.weight
  }
}
