import ActorModel

/// A line of text that stands by itself.
struct TextMark: Hashable {
  var text: String
  /// The left end of its middle line.
  var start: Point
  var face: Face
  var colour: Colour
  var id: String?

  var box: Box {
    let width = face.width(of: text)
    return Box(
      minX: start.x, minY: start.y - face.lineHeight / 2, maxX: start.x + width, maxY: start.y + face.lineHeight / 2)
  }
}

/// A shape without a meaning of its own: a sample in the legend.
struct ShapeMark: Hashable {
  var shape: ActorShape
  var box: Box
  var fill: Colour
  var stroke: Colour
}

/// A line without a meaning of its own: a sample, or the leader of a label.
struct LineMark: Hashable {
  var curve: Curve
  var tip: Point?
  var style: LineStyle?
  var colour: Colour
  var width: Double
}

/// A coloured area in the background.
struct AreaMark: Hashable {
  var outline: [Point]
  var fill: Colour
  var stroke: Colour
  var style: String
}

/// Marks of all sorts.
struct Marks: Hashable {
  var texts: [TextMark] = []
  var shapes: [ShapeMark] = []
  var lines: [LineMark] = []
  var areas: [AreaMark] = []

  mutating func move(by offset: Point) {
    for index in texts.indices { texts[index].start = texts[index].start + offset }
    for index in shapes.indices { shapes[index].box = shapes[index].box.moved(by: offset) }
    for index in areas.indices { areas[index].outline = areas[index].outline.map { $0 + offset } }
    for index in lines.indices {
      let curve = lines[index].curve
      lines[index].curve = Curve(
        curve.start + offset, curve.handle1 + offset, curve.handle2 + offset, curve.end + offset)
      lines[index].tip = lines[index].tip.map { $0 + offset }
    }
  }

  mutating func append(_ other: Marks) {
    texts += other.texts
    shapes += other.shapes
    lines += other.lines
    areas += other.areas
  }
}
