import ActorModel

/// A line of text that stands by itself.
struct TextMark: Hashable {
  var text: String
  /// The left end of its middle line.
  var start: Point
  var face: Face
  var colour: Colour
  var id: String?
  var cssClass: String?

  var box: Box {
    let width = face.width(of: text)
    return Box(
      minX: start.x, minY: start.y - face.lineHeight / 2, maxX: start.x + width, maxY: start.y + face.lineHeight / 2)
  }
}

/// The outline of a shape.
enum Outline: Hashable {
  case plain
  case doubled
  case dashed
}

/// A shape, with the name in it where it has one.
struct ShapeMark: Hashable {
  var shape: ActorShape
  var box: Box
  var fill: Colour
  var stroke: Colour
  var strokeWidth = 0.8
  var outline = Outline.plain
  var lines: [String] = []
  var face = Face(size: 7)
  var ink = Colour.black
  var id: String?
  var tooltip: String?
  var cssClass: String?
}

/// A line: a relation, a sample, or the leader of a label.
struct LineMark: Hashable {
  var curve: Curve
  var tip: Point?
  /// How it looks; `nil` for a plain line of a colour and width.
  var style: LineStyle?
  var colour: Colour
  var width: Double
  var startTip: Point?
  /// The ids of the shapes that it joins.
  var from: String?
  var to: String?
  var id: String?
  var tooltip: String?
  var cssClass: String?
  /// Further pieces of a plain line.
  var more: [Curve] = []
}

/// A coloured area in the background.
struct AreaMark: Hashable {
  var outline: [Point]
  var fill: Colour
  var stroke: Colour
  var style: String
}

/// Marks of all sorts: all that a picture is made of.
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
      lines[index].curve = lines[index].curve.moved(by: offset)
      lines[index].more = lines[index].more.map { $0.moved(by: offset) }
      lines[index].tip = lines[index].tip.map { $0 + offset }
      lines[index].startTip = lines[index].startTip.map { $0 + offset }
    }
  }

  mutating func append(_ other: Marks) {
    texts += other.texts
    shapes += other.shapes
    lines += other.lines
    areas += other.areas
  }

  /// The rectangle around everything, with the origin.
  var bounds: Box {
    var bounds = Box(minX: 0, minY: 0, maxX: 0, maxY: 0)
    for mark in texts { bounds = bounds.union(mark.box) }
    for mark in shapes { bounds = bounds.union(mark.box) }
    for mark in lines { bounds = bounds.union(mark.curve.bounds) }
    return bounds
  }
}
